/** What the pages of the overview are drawn from: plain data, whichever module it came from. */
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Period, Quarter, QuarterNumber, Temporal } from '../../kernel/civil-date.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { StartPageItem } from '../../platform/start-page.ts'

/** Words of the city's own, with their English where somebody wrote it. */
export type Named = { readonly title: string; readonly titleEn: string | null }

/** How soon: days past the due day, a day that is still ahead, or no day at all. */
export type Urgency = { readonly late: number } | { readonly due: CivilDate } | null

export type DutyItem = Named & {
  readonly id: string
  readonly number: string
  readonly unitId: UnitId
  readonly unitLabel: string
  readonly period: Period
  readonly due: CivilDate
  /** Something was done, not all of it. */
  readonly partly: boolean
}

/** A measure that is due on one day, whoever of several carries it out. */
export type ComingItem = Named & {
  readonly number: string
  readonly due: CivilDate
  readonly units: readonly string[]
}

export type EvidenceItem = {
  readonly id: string
  readonly title: string
  readonly on: Period
  readonly result: string | null
  /** Numbers of measures. */
  readonly measures: readonly string[]
}

export type ReportStanding = 'open' | 'submitted' | 'returned' | 'accepted'

/** A quarterly report that waits for its executor. */
export type OwnReport = {
  readonly id: string
  readonly unitLabel: string
  readonly quarter: Quarter
  readonly due: CivilDate
  readonly state: ReportStanding
  /** The first remark of a returned one. */
  readonly remark: string | null
}

/** A report that waits for the coordinator. */
export type ReviewReport = {
  readonly id: string
  readonly unitLabel: string
  readonly quarter: Quarter
  readonly submittedOn: CivilDate | null
  /** Sent again after remarks. */
  readonly again: boolean
}

/** How an executor stands in a quarter. */
export type StandingRow = {
  readonly reportId: string | null
  readonly unitLabel: string
  readonly measures: number
  readonly evidence: number
  /** None: not opened yet. */
  readonly state: ReportStanding | null
  readonly daysLate: number
}

export type QuarterStanding = {
  readonly quarter: Quarter
  readonly due: CivilDate
  /** Why it is due on that day, in the reader's language. */
  readonly why: string
  readonly rows: readonly StandingRow[]
}

export type Published = {
  readonly year: number
  readonly quarter: QuarterNumber | null
  readonly kind: 'quarter' | 'year' | 'final'
  readonly on: CivilDate | null
}

export type AgendaItem = { readonly key: string; readonly urgency: Urgency } & (
  | { readonly kind: 'duty'; readonly duty: DutyItem }
  | { readonly kind: 'ownReport'; readonly report: OwnReport }
  | { readonly kind: 'reviewReport'; readonly report: ReviewReport }
  | { readonly kind: 'yearlyReport'; readonly year: number; readonly id: string | null }
  | ({ readonly kind: 'term'; readonly measureId: string; readonly number: string } & Named)
  | {
      readonly kind: 'group'
      readonly unitId: string
      readonly name: string
      readonly measures: readonly string[]
    }
  | {
      readonly kind: 'draft'
      readonly id: string
      readonly title: string
      readonly amendment: boolean
      /** Findings nobody decided on. */
      readonly findings: number
    }
  | { readonly kind: 'proposals'; readonly count: number }
  | { readonly kind: 'mailings'; readonly count: number; readonly letters: number }
  | { readonly kind: 'noProgramme' }
  | { readonly kind: 'invited'; readonly count: number }
  | { readonly kind: 'mailServer' }
  | { readonly kind: 'failedLetters'; readonly count: number }
  /** Of a module above, in its own words. */
  | { readonly kind: 'other'; readonly item: StartPageItem }
)
export type AgendaKind = AgendaItem['kind']

/** What the one sentence of the day is made of. Rows that did not fit are counted too. */
export type DayCounts = {
  readonly duties: number
  /** Of these duties: past their day. */
  readonly late: number
  readonly reports: number
  readonly matters: number
}

export type DoneOfYear = {
  readonly year: number
  readonly done: number
  readonly asked: number
  readonly late: number
}

export type MoneyOfYear = {
  readonly year: number
  readonly plan: Kopiykas
  readonly committed: Kopiykas
  readonly spent: Kopiykas
  readonly left: Kopiykas
}

export type Unpaid = {
  readonly id: string
  readonly number: string
  readonly counterparty: string
  readonly signedOn: CivilDate
  readonly left: Kopiykas
}

export type WaitingMailing = { readonly id: string; readonly title: string; readonly letters: number }

export type StaffStanding = {
  readonly active: number
  readonly invited: number
  readonly suspended: number
  /** People signed in at this moment. */
  readonly sessions: number
}

export type RecordStanding = {
  readonly entries: number
  readonly signedAt: Temporal.Instant | null
  /** Entries that the last signature does not cover yet. */
  readonly unsigned: number
  readonly failedLetters: number
}
