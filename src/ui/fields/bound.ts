/** Fields that know what was typed and what was wrong, so that a form is written once and shown in every state. */
import type { Html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { FieldError } from '../notices.ts'
import { checkbox, checkboxGroup, radioGroup, selectField } from './choice.ts'
import type { FieldBase } from './field.ts'
import {
  codeField,
  dateField,
  fileField,
  integerField,
  moneyField,
  passphraseField,
  textArea,
  textField,
} from './text.ts'

export type FormValues = Readonly<Record<string, string | readonly string[] | null | undefined>>

export type FormState = {
  locale: Locale
  /** As typed, by the names of the fields. */
  values?: FormValues
  errors?: readonly FieldError[]
  /** As in `form`, where several forms share a page. */
  scope?: string
}

type Options<F extends (options: never) => Html> = Omit<
  Parameters<F>[0],
  'locale' | 'error' | 'value' | 'values' | 'checked'
>

/** `const f = boundFields({ locale, values, errors })`, then `f.text({ name: 'title', label: 'Назва' })`. */
export function boundFields({ locale, values = {}, errors = [], scope }: FormState) {
  const value = (name: string): string => {
    const typed = values[name]
    return typeof typed === 'string' ? typed : (typed?.[0] ?? '')
  }
  const list = (name: string): readonly string[] => {
    const typed = values[name]
    return typeof typed === 'string' ? [typed] : (typed ?? [])
  }
  const known = ({ name }: Pick<FieldBase, 'name'>) => ({
    locale,
    ...(scope === undefined ? {} : { scope }),
    error: errors.flatMap((e) => (e.field === name ? [e.message] : [])).join(' '),
  })
  const typed = (options: Pick<FieldBase, 'name'>) => ({ ...known(options), value: value(options.name) })
  return {
    text: (o: Options<typeof textField>) => textField({ ...o, ...typed(o) }),
    area: (o: Options<typeof textArea>) => textArea({ ...o, ...typed(o) }),
    date: (o: Options<typeof dateField>) => dateField({ ...o, ...typed(o) }),
    money: (o: Options<typeof moneyField>) => moneyField({ ...o, ...typed(o) }),
    integer: (o: Options<typeof integerField>) => integerField({ ...o, ...typed(o) }),
    select: (o: Options<typeof selectField>) => selectField({ ...o, ...typed(o) }),
    radios: (o: Options<typeof radioGroup>) => radioGroup({ ...o, ...typed(o) }),
    checkboxes: (o: Options<typeof checkboxGroup>) =>
      checkboxGroup({ ...o, ...known(o), values: list(o.name) }),
    checkbox: (o: Options<typeof checkbox> & { value?: string }) =>
      checkbox({ ...o, ...known(o), checked: list(o.name).includes(o.value ?? 'yes') }),
    file: (o: Options<typeof fileField>) => fileField({ ...o, ...known(o) }),
    passphrase: (o: Options<typeof passphraseField>) => passphraseField({ ...o, ...known(o) }),
    code: (o: Options<typeof codeField>) => codeField({ ...o, ...known(o) }),
  }
}

export type BoundFields = ReturnType<typeof boundFields>

/** What was typed where a form comes back, else `defaults`. */
export function fieldsOf(
  locale: Locale,
  { values, errors }: { readonly values: FormValues; readonly errors: readonly FieldError[] },
  defaults: FormValues = {},
  scope?: string,
): BoundFields {
  const typed = Object.keys(values).length > 0
  return boundFields({
    locale,
    values: typed ? values : defaults,
    errors,
    ...(scope === undefined ? {} : { scope }),
  })
}
