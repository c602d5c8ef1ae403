/** What is read out of a programme's text. Every value knows the lines it came from. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Kopiykas } from '../../../kernel/money.ts'
import type { Executor, Unit } from './executors.ts'
import type { MoneyUnit } from './money.ts'
import type { Recurrence, Years } from './recurrence.ts'
import type { Lines } from './text/lines.ts'

/** The recognised parts. A line that is not empty belongs to exactly one of them or is not understood. */
export const PARTS = [
  'actHeader',
  'decision',
  'amendment',
  'title',
  'contents',
  'passport',
  'heading',
  'chapterText',
  'facts',
  'problems',
  'aim',
  'tasks',
  'measures',
  'expectedResults',
  'funding',
  'control',
  'signatory',
  'noise',
] as const
export type Part = (typeof PARTS)[number]
export type PartLines = { readonly part: Part; readonly lines: Lines }

export type TextWithLines = { readonly text: string; readonly lines: Lines }

export type Act = {
  /** In the nominative: «Ніжинська міська рада». */
  readonly body: string | null
  readonly kind: string | null
  readonly number: string | null
  readonly date: CivilDate | null
  /** Other dates of the heading, in order. */
  readonly otherDates: readonly CivilDate[]
  readonly sitting: number | null
  readonly convocation: number | null
  readonly appendix: string | null
  readonly isDraft: boolean
  readonly lines: Lines | null
}

export const PASSPORT_KEYS = [
  'initiator',
  'basisDocument',
  'developer',
  'coDevelopers',
  'responsibleExecutor',
  'executors',
  'participants',
  'fundManager',
  'term',
  'stages',
  'budgets',
  'total',
  'stateBudgetFunds',
  'regionalBudgetFunds',
  'localBudgetFunds',
  'otherFunds',
  'goal',
  'tasks',
  'problem',
  'expectedResults',
  'indicators',
  'coordinator',
  'control',
  'name',
  'approval',
  'measures',
  'other',
] as const
export type PassportKey = (typeof PASSPORT_KEYS)[number]

export type PassportItem = {
  readonly number: string | null
  readonly key: PassportKey
  readonly label: string
  /** Null where the source gives none. */
  readonly value: string | null
  readonly lines: Lines
  /** Paragraphs without a number between numbered items, kept with the item before them. */
  readonly details: readonly {
    readonly key: PassportKey
    readonly label: string
    readonly value: string | null
    readonly lines: Lines
  }[]
}

export type TotalRead = {
  readonly amount: number
  readonly unit: MoneyUnit
  readonly uah: Kopiykas
  readonly lines: Lines
}

export const CHAPTER_KINDS = [
  'passport',
  'contents',
  'general',
  'problem',
  'aim',
  'tasks',
  'aimAndTasks',
  'ways',
  'measures',
  'expectedResults',
  'funding',
  'control',
  'participants',
  'legal',
  'term',
  'other',
] as const
export type ChapterKind = (typeof CHAPTER_KINDS)[number]
export type Chapter = {
  readonly number: string | null
  readonly heading: string
  readonly kind: ChapterKind
  readonly level: number
  /** Lines of the heading itself. */
  readonly headingLines: Lines
  readonly lines: Lines
}

export type Fact = {
  readonly value: number
  readonly what: string
  readonly date: CivilDate | null
  readonly lines: Lines
}

export type FundingRead = {
  readonly year: number | null
  readonly source: string | null
  readonly uah: Kopiykas
  readonly lines: Lines
}

export type MeasureRead = {
  readonly number: string | null
  readonly text: string
  readonly task: string | null
  readonly taskLines: Lines | null
  readonly executors: readonly (Executor & { readonly lines: Lines })[]
  readonly term: Recurrence & { readonly lines: Lines | null }
  readonly funding: readonly FundingRead[]
  /** What the money columns say in words: «у межах кошторису». */
  readonly fundingNote: string | null
  /** Whether the source says anything on money here, be it a dash. */
  readonly saysMoney: boolean
  readonly expectedResult: TextWithLines | null
  /** Columns that have no other place: notes, units of measurement. */
  readonly remarks: string | null
  readonly lines: Lines
}

export const CONTROL_KINDS = [
  'funding',
  'contestOrContract',
  'responsibility',
  'coordination',
  'amendments',
  'report',
  'publication',
  'other',
] as const
export type ControlKind = (typeof CONTROL_KINDS)[number]
export type ReportDuty = {
  readonly recurrence: Recurrence
  readonly from: string | null
  readonly to: string | null
  readonly sentence: string
}
export type ControlRule = {
  readonly number: string | null
  readonly rule: string
  readonly kind: ControlKind
  readonly chapter: 'funding' | 'control'
  readonly reports: readonly ReportDuty[]
  readonly lines: Lines
}

export type Signatory = { readonly position: string | null; readonly name: string; readonly lines: Lines }

export type AmendmentRead = {
  readonly number: string | null
  readonly action: 'newWording' | 'add' | 'replace' | 'remove' | 'change'
  /** Numbers of the points and chapters of the programme that are named. */
  readonly points: readonly string[]
  readonly chapters: readonly string[]
  /** The measures that the quoted new text words. */
  readonly measures: readonly MeasureRead[]
  readonly text: string
  readonly lines: Lines
}

export type FindingCode =
  | 'period_mismatch'
  | 'term_before_decision'
  | 'term_outside_period'
  | 'term_missing'
  | 'ambiguous_term'
  | 'term_unrecognised'
  | 'sum_mismatch'
  | 'total_missing'
  | 'unit_suspect'
  | 'chapter_numbering'
  | 'heading_differs'
  | 'outdated_act'
  | 'two_spellings'
  | 'damaged_text'
  | 'empty_passport_item'
  | 'measure_without_executor'
  | 'executor_group'
  | 'measure_number_gap'
  | 'measure_number_duplicate'
  | 'no_measures'
  | 'no_programme'
  | 'amendment'
  | 'date_oddity'
  | 'act_incomplete'
  | 'not_understood'
  | 'hidden_text'
  | 'several_programmes'

export type Resolution = {
  readonly action: string
  readonly value?: string | number | null
  readonly values?: readonly string[]
}
export type Finding = {
  readonly code: FindingCode
  readonly severity: 'error' | 'warning' | 'note'
  readonly lines: Lines
  /** Figures and names for the sentence. */
  readonly values: Readonly<Record<string, string | number>>
  readonly resolution: Resolution | null
}

export type SourceKind = 'text' | 'docx' | 'odt'
export type Decoded = {
  readonly text: string
  readonly kind: SourceKind
  readonly encoding: string
  /** Kinds of content that stood outside the body of the document and were put at its end. */
  readonly asides: readonly string[]
  readonly damage: readonly {
    readonly kind: 'doubleEncoded' | 'lostLetters' | 'replacement' | 'oddLetters'
    readonly line: number
    readonly sample: string
  }[]
}

export type Reading = {
  readonly source: {
    readonly name: string
    readonly kind: SourceKind
    readonly encoding: string
    readonly text: string
    readonly lineCount: number
  }
  readonly isProgramme: boolean
  /** What the text is instead, where it says so. */
  readonly otherKind: 'report' | 'budgetPassport' | 'note' | null
  readonly title: string | null
  readonly titleLines: Lines | null
  readonly period: Years | null
  readonly act: Act
  readonly passport: readonly PassportItem[]
  readonly participants: readonly string[]
  readonly budgets: readonly string[]
  readonly total: TotalRead | null
  readonly chapters: readonly Chapter[]
  readonly facts: readonly Fact[]
  readonly problems: readonly TextWithLines[]
  readonly aim: TextWithLines | null
  readonly tasks: readonly TextWithLines[]
  readonly measures: readonly MeasureRead[]
  readonly units: readonly Unit[]
  readonly funding: readonly FundingRead[]
  readonly expectedResults: readonly TextWithLines[]
  readonly control: readonly ControlRule[]
  readonly signatory: Signatory | null
  readonly amendments: readonly AmendmentRead[]
  readonly findings: readonly Finding[]
  readonly parts: readonly PartLines[]
  readonly notUnderstood: readonly TextWithLines[]
}
