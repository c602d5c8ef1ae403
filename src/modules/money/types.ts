/** Records of plan, commitments and payments. All sums are kopiykas. */
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { MeasureId, ProgrammeId } from '../programmes/index.ts'

export type PlanChangeId = Id<'planChange'>
export type CommitmentId = Id<'commitment'>
export type PaymentId = Id<'payment'>
export type PaymentImportId = Id<'paymentImport'>

/** Where money is planned and taken from: a measure's own, or the programme's common pot when `measureId` is null. */
export type Place = {
  readonly year: number
  readonly source: string
  readonly measureId: MeasureId | null
}

/** A sum that an edition in force plans. */
export type EditionLine = Place & {
  readonly edition: number
  readonly inForceFrom: CivilDate
  readonly planned: Kopiykas
}

export type DecisionRef = {
  /** «рішення міської ради про бюджет». */
  readonly kind: string
  readonly number: string
  readonly date: CivilDate
}

export type PlanChange = Place & {
  readonly id: PlanChangeId
  readonly programmeId: ProgrammeId
  /** Negative takes away. */
  readonly change: Kopiykas
  readonly decision: DecisionRef
  readonly reason: string | null
  readonly state: 'recorded' | 'withdrawn'
  readonly withdrawReason: string | null
  readonly createdByName: string
  readonly createdAt: Temporal.Instant
}

export type NewPlanChange = Place & {
  /** Added to the plan; negative takes away. */
  readonly change: Kopiykas
  readonly decision: DecisionRef
  readonly reason: string | null
}

/** What was bound and paid at one place, whichever pot it came from. */
export type Use = Place & { readonly committed: Kopiykas; readonly spent: Kopiykas }

export type Figures = {
  readonly plan: Kopiykas
  /** Bound by contract or contest, not yet paid. */
  readonly committed: Kopiykas
  /** Cash. */
  readonly spent: Kopiykas
  /** Free: below zero when the plan was lowered under what is used. */
  readonly left: Kopiykas
}

/** A plan and everything that draws from it. */
export type Pot = Place & Figures

export type MeasureFigures = Figures & {
  /** `null`: the common pot and what is paid from it for no measure. */
  readonly measureId: MeasureId | null
  /** The part of committed and spent that came from the common pot. */
  readonly fromCommon: Kopiykas
}

export type MoneySummary = Figures & {
  readonly bySource: readonly (Figures & { readonly source: string })[]
  readonly byMeasure: readonly MeasureFigures[]
}

export type CommitmentKind = 'contract' | 'contest'
export const COMMITMENT_KINDS = ['contract', 'contest'] as const satisfies readonly CommitmentKind[]

export type CommitmentState = 'active' | 'closed' | 'cancelled'
export const COMMITMENT_STATES = [
  'active',
  'closed',
  'cancelled',
] as const satisfies readonly CommitmentState[]

export type NewCommitment = Place & {
  readonly kind: CommitmentKind
  readonly counterparty: string
  /** ЄДРПОУ; the tax number of a person is never kept. */
  readonly counterpartyCode: string | null
  readonly number: string
  readonly signedOn: CivilDate
  readonly subject: string
  readonly amount: Kopiykas
  readonly procurementLink: string | null
}

export type Commitment = NewCommitment & {
  readonly id: CommitmentId
  readonly programmeId: ProgrammeId
  readonly state: CommitmentState
  readonly reason: string | null
  readonly paid: Kopiykas
  readonly createdByName: string
  readonly createdAt: Temporal.Instant
  readonly version: number
}

export type NewPayment = {
  readonly commitmentId: CommitmentId | null
  /** Of a payment without a commitment; with one, the commitment's own. */
  readonly measureId: MeasureId | null
  readonly source: string | null
  readonly paidOn: CivilDate
  readonly amount: Kopiykas
  readonly document: string | null
  /** For the office: may name persons. */
  readonly note: string | null
}

export type Payment = Place & {
  readonly id: PaymentId
  readonly programmeId: ProgrammeId
  readonly commitmentId: CommitmentId | null
  readonly commitmentNumber: string | null
  readonly counterparty: string | null
  readonly paidOn: CivilDate
  readonly amount: Kopiykas
  readonly document: string | null
  readonly note: string | null
  readonly importId: PaymentImportId | null
  readonly state: 'recorded' | 'withdrawn'
  readonly reason: string | null
  readonly createdByName: string
  readonly createdAt: Temporal.Instant
}

/** How a measure is called where money is shown: by the latest edition that has it. */
export type MeasureName = {
  readonly id: MeasureId
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
}

/** Fields of a payment that a column of a file may hold. */
export type ImportField = 'paidOn' | 'amount' | 'document' | 'measure' | 'source' | 'commitment' | 'note'

/** Column by its place from 0; `null`: the file has none. What is null for all rows is asked of each row. */
export type ImportMapping = {
  readonly columns: Readonly<Record<ImportField, number | null>>
  readonly source: string | null
  readonly measureId: MeasureId | null
}

export type ImportedLine = { readonly number: number; readonly cells: readonly string[] }
export type SetAsideLine = ImportedLine & { readonly refusals: readonly Refusal[] }

/** A file as it was read. */
export type ImportContent = {
  readonly header: readonly string[]
  readonly rows: readonly ImportedLine[]
  readonly setAside: readonly SetAsideLine[]
}

/** What became of the rows of a file. Numbers are those of the spreadsheet. */
export type ImportOutcome = {
  readonly added: number
  readonly sum: Kopiykas
  readonly known: readonly number[]
  readonly setAside: readonly SetAsideLine[]
}

export type PaymentImport = {
  readonly id: PaymentImportId
  readonly programmeId: ProgrammeId
  readonly fileName: string
  readonly state: 'review' | 'done' | 'discarded'
  readonly content: ImportContent
  readonly mapping: ImportMapping
  readonly outcome: ImportOutcome | null
  readonly createdByName: string
  readonly createdAt: Temporal.Instant
}
