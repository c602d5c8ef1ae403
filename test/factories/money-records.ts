/** Ready records for the tests of the rules. */
import { parseCivilDate } from '../../src/kernel/civil-date.ts'
import { asId } from '../../src/kernel/ids.ts'
import { kopiykas, ZERO } from '../../src/kernel/money.ts'
import type { PlannedPlace } from '../../src/modules/money/rules/plan.ts'
import type { Commitment, EditionLine, PlanChange, Use } from '../../src/modules/money/types.ts'

export const LOCAL = 'місцевий бюджет'
export const PROGRAMME = asId<'programme'>('01900000-0000-7000-8000-0000000000aa')
export const [M1, M2] = [
  asId<'measure'>('01900000-0000-7000-8000-000000000001'),
  asId<'measure'>('01900000-0000-7000-8000-000000000002'),
] as const

export const day = (iso: string) => parseCivilDate(iso)!
export const uah = (hryvnias: number) => kopiykas(Math.round(hryvnias * 100))

export const situation = {
  today: day('2026-06-15'),
  period: { from: day('2025-01-01'), to: day('2027-12-31') },
}

export const planned = (
  plan: number,
  measureId: PlannedPlace['measureId'] = null,
  source = LOCAL,
): PlannedPlace => ({
  year: 2026,
  source,
  measureId,
  plan: uah(plan),
  ofEdition: uah(plan),
  edition: 1,
  changes: [],
  restated: [],
})

export const use = (
  committed: number,
  spent: number,
  measureId: Use['measureId'] = null,
  source = LOCAL,
): Use => ({
  year: 2026,
  source,
  measureId,
  committed: uah(committed),
  spent: uah(spent),
})

export const line = (edition: number, from: string, amount: number, part: Partial<EditionLine> = {}) => ({
  edition,
  inForceFrom: day(from),
  year: 2026,
  source: LOCAL,
  measureId: null,
  planned: uah(amount),
  ...part,
})

export const change = (amount: number, date: string, part: Partial<PlanChange> = {}): PlanChange => ({
  id: asId('01900000-0000-7000-8000-0000000000c1'),
  programmeId: PROGRAMME,
  year: 2026,
  source: LOCAL,
  measureId: null,
  change: uah(amount),
  decision: { kind: 'рішення про бюджет', number: '12-40/2026', date: day(date) },
  reason: null,
  state: 'recorded',
  withdrawReason: null,
  createdByName: '',
  createdAt: day(date).toZonedDateTime('UTC').toInstant(),
  ...part,
})

export const commitment = (part: Partial<Commitment> = {}): Commitment => ({
  id: asId('01900000-0000-7000-8000-0000000000d1'),
  programmeId: PROGRAMME,
  year: 2026,
  source: LOCAL,
  measureId: null,
  kind: 'contract',
  counterparty: 'ГО «Ніжинський обрій»',
  counterpartyCode: null,
  number: '17',
  signedOn: day('2026-03-02'),
  subject: 'Друк буклетів',
  amount: uah(1000),
  procurementLink: null,
  state: 'active',
  reason: null,
  paid: ZERO,
  createdByName: '',
  createdAt: day('2026-03-02').toZonedDateTime('UTC').toInstant(),
  version: 1,
  ...part,
})
