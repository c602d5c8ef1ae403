/** The brand mark and the embroidered band: the only ornaments of the house. */
import { type Html, html } from '../kernel/html.ts'

export function mark(): Html {
  return html`<svg class="mark-sign" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M16 2 30 16 16 30 2 16Z"/><path d="M9 16h14M16 9v14"/><path d="M11.5 11.5 16 7l4.5 4.5M11.5 20.5 16 25l4.5-4.5"/></svg>`
}

export function band(): Html {
  return html`<svg class="band" width="100%" height="13" aria-hidden="true" focusable="false"><defs><pattern id="band-stitch" width="36" height="13" patternUnits="userSpaceOnUse"><path d="M18 .5 24 6.5 18 12.5 12 6.5Z"/><path class="cut" d="M18 4 20.5 6.5 18 9 15.5 6.5Z"/><path d="M0 4 2.5 6.5 0 9Z M36 4 33.5 6.5 36 9Z"/><path d="M7 5 8.5 6.5 7 8 5.5 6.5Z M29 5 30.5 6.5 29 8 27.5 6.5Z"/></pattern></defs><rect width="100%" height="13" fill="url(#band-stitch)"/></svg>`
}
