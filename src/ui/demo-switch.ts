import { attributes, type Html, html } from '../kernel/html.ts'
import { csrfField } from './buttons.ts'

export type DemoSwitchOptions = {
  action: string
  csrf: string | null
  /** `Дивитися як:`. */
  label: string
  options: readonly { value: string; label: string; current?: boolean }[]
  /** Name of the field that the pressed button sends; `role` when absent. */
  name?: string
}

/** In the banner of a demonstration: one click, another role. Goes into `Frame.demo`. */
export function demoSwitch({ action, csrf, label, options, name = 'role' }: DemoSwitchOptions): Html {
  return html`<form method="post" action="${action}">${csrfField(csrf)}<span>${label}</span>${options.map(
    (o) =>
      html`<button${attributes({ type: 'submit', name, value: o.value, 'aria-pressed': o.current && 'true' })}>${o.label}</button>`,
  )}</form>`
}
