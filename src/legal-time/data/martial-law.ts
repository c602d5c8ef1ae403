/** The dated switch of martial law: when the holidays of the labour code are ordinary working days. */
import type { Source } from '../source.ts'

/** ISO days, both included; `to` is null while the end isn't known. */
export type MartialLawPeriod = { readonly from: string; readonly to: string | null; readonly source: Source }

/**
 * КЗпП ст. 53, 67 ч. 3–5, 71 and 73 aren't applied. Martial law itself stands since 24.02.2022, but the
 * rule on holidays only since Law 2136-IX came into force: 8 March 2022 was a day off. When martial law
 * ends, its last day is written here as `to`.
 */
export const MARTIAL_LAW_PERIODS: readonly MartialLawPeriod[] = [
  {
    from: '2022-03-24',
    to: null,
    source: {
      act: '2136-IX',
      article: 'ст. 6 ч. 6',
      url: 'https://zakon.rada.gov.ua/laws/show/2136-20',
      verified: 'L',
    },
  },
]
