/** What is said of each table and its columns: one typed shape for both languages. */
import type { CHOICES, ChoiceSet, FieldOf, SectionKey, TableKey } from '../rules/definitions.ts'

/** A label, or a label with what to write there. */
export type Label = string | readonly [label: string, hint: string]

export type TableTexts = {
  readonly sections: Readonly<Record<SectionKey, string>>
  readonly tables: {
    readonly [T in TableKey]: {
      readonly title: string
      readonly lead: string
      /** What stands under `day` and `until`. */
      readonly day: Label
      readonly fields: Readonly<Record<FieldOf<T>, Label>>
    }
  }
  readonly common: Readonly<Record<'until' | 'source' | 'sourceOn', Label>>
  readonly choices: { readonly [S in ChoiceSet]: Readonly<Record<(typeof CHOICES)[S][number], string>> }
}
