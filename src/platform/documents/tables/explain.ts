import type { Refusal } from '../../../kernel/refusal.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { texts } from '../texts/index.ts'

/** The sentence for a refusal of a table or of one of its rows; `null` for codes of others. */
export function explainTable(locale: Locale, { refused, values = {} }: Refusal): string | null {
  const { readRefusals, rowRefusals } = texts[locale]
  const sentences: Readonly<Record<string, ((v: typeof values) => string) | undefined>> = {
    ...readRefusals,
    ...rowRefusals,
  }
  return sentences[refused]?.(values) ?? null
}
