/** The stitch: a state told by shape, colour and word. The same wherever a state is shown. */
import { attributes, type Html, html } from '../kernel/html.ts'
import type { Locale } from '../kernel/texts.ts'
import type { Content } from './content.ts'
import { words } from './words.ts'

export const STITCH_STATES = ['done', 'part', 'due', 'late', 'plan', 'excused', 'carried', 'none'] as const

/**
 * `part` under way or partly done, `due` open and near, `plan` in the future, `excused` not to be done any more,
 * `carried` moved to another period, `none` nothing foreseen.
 */
export type StitchState = (typeof STITCH_STATES)[number]

const DIAMOND = 'M12 1.5 22.5 12 12 22.5 1.5 12Z'
const INNER = 'M12 3 21 12 12 21 3 12Z'

const shapes: Record<StitchState, Html> = {
  done: html`<path class="fill" d="${DIAMOND}"/><path class="cut" d="m7.8 12.2 3 3 5.4-6.2"/>`,
  part: html`<path class="line" d="${INNER}"/><path class="fill" d="M12 1.5V22.5L1.5 12Z"/>`,
  due: html`<path class="line" d="${INNER}"/><circle class="fill" cx="12" cy="12" r="3.4"/>`,
  late: html`<path class="line bold" d="${INNER}"/><path class="line bold" d="M12 7v6"/><circle class="fill" cx="12" cy="16.2" r="1.5"/>`,
  plan: html`<path class="line thin" d="M12 4.5 19.5 12 12 19.5 4.5 12Z"/>`,
  excused: html`<path class="line thin" d="${INNER}"/><path class="line" d="M7.5 12h9"/>`,
  carried: html`<path class="line thin" d="${INNER}"/><path class="line" d="M7.5 12h8m-3-3.2 3.4 3.2-3.4 3.2"/>`,
  none: html`<circle class="fill" cx="12" cy="12" r="1.6"/>`,
}

function draw(state: StitchState, label: string): Html {
  return html`<svg class="st st-${state}" viewBox="0 0 24 24" role="img" aria-label="${label}"><title>${label}</title>${shapes[state]}</svg>`
}

/** The drawing alone, for inside another picture, where its words stand beside it. */
export function bareStitch(state: StitchState): Html {
  return html`<svg class="st st-${state}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes[state]}</svg>`
}

export function stitchShape(state: StitchState): Html {
  return shapes[state]
}

export type StitchOptions = {
  locale: Locale
  state: StitchState
  /** Said instead of the common word of the state. */
  label?: string
}

const common = { uk: drawAll('uk'), en: drawAll('en') }

function drawAll(locale: Locale): Record<StitchState, Html> {
  const word = words(locale).states
  return {
    done: draw('done', word.done),
    part: draw('part', word.part),
    due: draw('due', word.due),
    late: draw('late', word.late),
    plan: draw('plan', word.plan),
    excused: draw('excused', word.excused),
    carried: draw('carried', word.carried),
    none: draw('none', word.none),
  }
}

export function stitch({ locale, state, label }: StitchOptions): Html {
  return label === undefined ? common[locale][state] : draw(state, label)
}

/** The stitch with its word beside it. */
export function stateWord({ locale, state, label }: StitchOptions): Html {
  return html`<span class="state">${bareStitch(state)}<span>${label ?? words(locale).states[state]}</span></span>`
}

export type LegendOptions = {
  locale: Locale
  states: readonly StitchState[]
  labels?: Partial<Record<StitchState, string>>
}

export function legend({ locale, states, labels }: LegendOptions): Html {
  return html`<ul class="legend" aria-label="${words(locale).legend}">${states.map(
    (state) => html`<li>${bareStitch(state)}${labels?.[state] ?? words(locale).states[state]}</li>`,
  )}</ul>`
}

export type Tone = 'plain' | 'info' | 'done' | 'due' | 'late'

/** A short word in a coloured field. */
export function tag(text: Content, tone: Tone = 'info'): Html {
  return html`<span${attributes({ class: `tag ${tone}` })}>${text}</span>`
}
