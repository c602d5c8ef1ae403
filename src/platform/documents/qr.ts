/** A QR code as a drawing in the page: no picture file, no script. */
import { createRequire } from 'node:module'
import { type Html, html } from '../../kernel/html.ts'

const QUIET = 4

/** Loaded with the first picture: most starts draw none. */
const library = (): typeof import('qrcode') => createRequire(import.meta.url)('qrcode')

/** Black on white in dark mode too: cameras want it so. */
export function qrCode(text: string, label: string): Html {
  const { modules } = library().create(text, { errorCorrectionLevel: 'M' })
  const size = modules.size + 2 * QUIET
  let path = ''
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      let run = 0
      while (x + run < modules.size && modules.get(y, x + run)) run++
      if (run > 0) path += `M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`
      x += run
    }
  }
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" width="220" height="220" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"></rect><path d="${path}" fill="#000"></path></svg>`
}
