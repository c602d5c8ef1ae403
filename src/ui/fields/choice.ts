/** Fields in which one chooses. */
import { attributes, type Html, html } from '../../kernel/html.ts'
import { type Content, isPresent } from '../content.ts'
import { words } from '../words.ts'
import {
  errorLine,
  type FieldBase,
  field,
  fieldClass,
  fieldGroup,
  fieldId,
  hintLine,
  wiring,
} from './field.ts'

export type SelectOption = { value: string; label: string; group?: string; disabled?: boolean }

export type SelectFieldOptions = FieldBase & {
  options: readonly SelectOption[]
  value?: string | null
  /** First line with an empty value: `true` for the common word, a text, or none. */
  empty?: string | true
  width?: 'short' | 'medium' | 'full'
}

export function selectField(options: SelectFieldOptions): Html {
  const { value, empty, width = 'full' } = options
  const first = empty === true ? words(options.locale).form.choose : empty
  const line = (o: SelectOption) =>
    html`<option${attributes({ value: o.value, selected: o.value === value, disabled: o.disabled })}>${o.label}</option>`
  const groups = [...new Set(options.options.map((o) => o.group))]
  return field(
    options,
    html`<select${attributes({ ...wiring(options), class: width === 'full' ? null : width })}>${
      first !== undefined && html`<option value="">${first}</option>`
    }${groups.map((group) => {
      const lines = options.options.filter((o) => o.group === group).map(line)
      return group === undefined ? lines : html`<optgroup label="${group}">${lines}</optgroup>`
    })}</select>`,
  )
}

export type Choice = { value: string; label: Content; hint?: Content; disabled?: boolean }

type ChoicesOptions = FieldBase & { options: readonly Choice[] }

function choices(options: ChoicesOptions, type: 'radio' | 'checkbox', chosen: readonly string[]): Html {
  return fieldGroup(
    options,
    options.options.map((o, i) => {
      const id = `${fieldId(options.name, options.scope)}-${i + 1}`
      return html`<div class="choice"><input${attributes({
        type,
        id,
        name: options.name,
        value: o.value,
        checked: chosen.includes(o.value),
        disabled: o.disabled,
        'aria-describedby': isPresent(o.hint) ? `${id}-hint` : null,
      })}><label for="${id}">${o.label}</label>${isPresent(o.hint) && html`<p class="hint" id="${id}-hint">${o.hint}</p>`}</div>`
    }),
  )
}

export function radioGroup(options: ChoicesOptions & { value?: string | null }): Html {
  return choices(options, 'radio', isPresent(options.value) ? [options.value!] : [])
}

export function checkboxGroup(options: ChoicesOptions & { values?: readonly string[] }): Html {
  return choices(options, 'checkbox', options.values ?? [])
}

/** A box, and beside it, once it is ticked, a smaller one of the same name that narrows it. */
export function choicePair(options: {
  readonly name: string
  readonly value: string
  readonly label: Content
  readonly checked: boolean
  readonly also: { readonly value: string; readonly label: Content; readonly checked: boolean }
}): Html {
  const { name, also } = options
  const id = fieldId(name)
  return html`<div class="choice pair"><input${attributes({
    type: 'checkbox',
    id,
    name,
    value: options.value,
    checked: options.checked,
  })}><label for="${id}" id="${id}-label">${options.label}</label><span class="also"><input${attributes({
    type: 'checkbox',
    id: `${id}-also`,
    name,
    value: also.value,
    checked: also.checked,
    'aria-describedby': `${id}-label`,
  })}><label for="${id}-also">${also.label}</label></span></div>`
}

/** One box: yes or no. It sends `value` (`yes` when absent) or nothing. */
export function checkbox(options: FieldBase & { checked?: boolean; value?: string }): Html {
  return html`<div class="${fieldClass(options)}">${errorLine(options)}<div class="choice"><input${attributes(
    {
      type: 'checkbox',
      ...wiring(options),
      value: options.value ?? 'yes',
      checked: options.checked,
    },
  )}><label for="${fieldId(options.name, options.scope)}">${options.label}</label>${hintLine(options)}</div></div>`
}
