/** A draft under review: what was read, what is proposed, what a person decided of each finding and line. */
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { FileId } from '../../../platform/tables.ts'
import type { DraftId, ProgrammeId, SourceId } from '../types.ts'
import type { LineRange, ProposedProgramme } from './proposed.ts'

export type FindingSeverity = 'error' | 'warning' | 'note'

/** A finding of the reader, kept with its sentence's figures. `key` tells it apart within the draft. */
export type KeptFinding = {
  readonly key: string
  readonly code: string
  readonly severity: FindingSeverity
  readonly lines: LineRange | null
  readonly values: Readonly<Record<string, string | number>>
  readonly resolution: {
    readonly action: string
    readonly value?: string | number | null
    readonly values?: readonly string[]
  } | null
}

export type KeptLines = {
  readonly key: string
  readonly text: string
  readonly lines: LineRange
}

export type KeptAmendment = {
  readonly number: string | null
  readonly action: string
  readonly text: string
  readonly lines: LineRange
}

/** What the reader saw, in a form that `jsonb` keeps. It never changes after the import. */
export type KeptReading = {
  readonly isProgramme: boolean
  readonly parts: readonly { readonly part: string; readonly lines: LineRange }[]
  readonly findings: readonly KeptFinding[]
  readonly amendments: readonly KeptAmendment[]
  readonly notUnderstood: readonly KeptLines[]
}

/** For a draft that no text stands behind. */
export const NO_READING: KeptReading = {
  isProgramme: true,
  parts: [],
  findings: [],
  amendments: [],
  notUnderstood: [],
}

export const RESOLUTION_ACTIONS = ['accepted', 'changed', 'dismissed'] as const
export type ResolutionAction = (typeof RESOLUTION_ACTIONS)[number]

export type FindingResolution = {
  readonly action: ResolutionAction
  /** What was done instead, or why it was dismissed. */
  readonly note: string | null
  /** Which of the offered values was taken. */
  readonly value: string | null
  readonly by: string
  readonly on: string
}

export const LINE_PARTS = ['problems', 'aim', 'tasks', 'expectedResults', 'control', 'facts'] as const
export type LinePart = (typeof LINE_PARTS)[number]

export type LineDecision =
  | { readonly action: 'assigned'; readonly part: LinePart; readonly by: string; readonly on: string }
  | { readonly action: 'dismissed'; readonly note: string; readonly by: string; readonly on: string }

export type Resolutions = {
  readonly findings: Readonly<Record<string, FindingResolution>>
  readonly lines: Readonly<Record<string, LineDecision>>
}

export const NO_RESOLUTIONS: Resolutions = { findings: {}, lines: {} }

export type DraftState = 'review' | 'accepted' | 'discarded'

export type Draft = {
  readonly id: DraftId
  /** None for a copy of another programme. */
  readonly sourceId: SourceId | null
  readonly kind: 'new' | 'amendment'
  readonly state: DraftState
  readonly reading: KeptReading
  readonly proposed: ProposedProgramme
  readonly resolutions: Resolutions
  readonly version: number
  readonly programmeId: ProgrammeId | null
  readonly discardReason: string | null
  /** The programme from which it was copied. */
  readonly previousId: ProgrammeId | null
  readonly createdAt: Temporal.Instant
  readonly editedAt: Temporal.Instant
  readonly editedBy: string
}

/** A line of the list of drafts. */
export type DraftLine = Pick<
  Draft,
  'id' | 'kind' | 'state' | 'createdAt' | 'editedAt' | 'editedBy' | 'programmeId'
> & {
  readonly title: string
  readonly sourceName: string | null
  readonly measures: number
}

export type SourceText = {
  readonly id: SourceId
  readonly name: string
  readonly format: string
  readonly encoding: string | null
  readonly text: string
  readonly fileId: FileId | null
}
