/** What documents of reports share: words of cells, signatures, the way a document is dressed. */
import { parseCivilDate, type Temporal } from '../../../kernel/civil-date.ts'
import type { Kopiykas } from '../../../kernel/money.ts'
import { figure, shortDate } from '../../../kernel/texts.ts'
import type { Signature } from '../../../platform/documents/index.ts'
import type { City } from '../../../platform/settings.ts'
import type { IndicatorValue, Signatory } from '../types.ts'

/** What a document is given beside its content. `madeAt`: the moment of freezing, so that the bytes stay the same. */
export type Dress = {
  readonly city: City
  readonly demonstration: boolean
  readonly madeAt: Temporal.Instant
  /** Not approved yet: the mark says so. */
  readonly draft: boolean
}

const hryvnias = new Intl.NumberFormat('uk-UA', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

export function sumText(amount: Kopiykas): string {
  return amount === 0 ? '–' : hryvnias.format(amount / 100)
}

export function dayText(iso: string | null): string {
  const day = iso === null ? null : parseCivilDate(iso)
  return day ? shortDate('uk', day) : '–'
}

export function indicatorText(i: IndicatorValue): string {
  const value = (n: number | null) => (n === null ? '–' : figure('uk', n))
  return `${i.name}, ${i.unitName}: ${value(i.plan)} / ${value(i.fact)}`
}

export function percentText(percent: number | null): string {
  return percent === null ? '–' : figure('uk', percent)
}

export function signatures(signatories: readonly Signatory[]): readonly Signature[] {
  return signatories.map(({ position, name }) => ({ position, name }))
}

export function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}
