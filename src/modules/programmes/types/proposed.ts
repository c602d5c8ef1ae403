/**
 * A programme as it is proposed: read from a text or copied from another programme, and corrected by a clerk
 * until it is accepted. It lives in `jsonb`, so its dates are ISO text.
 */
import type { UnitId } from '../../../kernel/actor.ts'
import type { Kopiykas } from '../../../kernel/money.ts'
import type { Recurrence } from '../../../legal-time/recurrence.ts'
import type { ControlRule, Decision, EditionContent, MeasureId, PassportItem } from '../types.ts'

/** First and last line of the source, from 1, both included; null for what a person wrote. */
export type LineRange = readonly [first: number, last: number]
export type FromLines = { readonly lines: LineRange | null }

/** An executor as the text names it. `unitId` is set when the clerk chose a department that is known already. */
export type ProposedUnit = {
  /** Normal form of the name: equal for two spellings of one department. */
  readonly key: string
  readonly name: string
  readonly aliases: readonly string[]
  /** «Управління, відділи та служби»: the coordinator says who belongs to it. */
  readonly isGroup: boolean
  readonly unitId: UnitId | null
}

export type ProposedFunding = { readonly year: number; readonly source: string; readonly planned: Kopiykas }

export type ProposedMeasure = FromLines & {
  /** Stays the same while the draft is edited. */
  readonly key: string
  /** The measure of the edition in force that it words anew; null for a new one. */
  readonly measureId: MeasureId | null
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
  readonly text: string
  /** Keys of units. */
  readonly executors: readonly string[]
  readonly termRaw: string | null
  readonly recurrence: Recurrence
  readonly funding: readonly ProposedFunding[]
  /** Positions in `tasks`, from 0. */
  readonly tasks: readonly number[]
}

export type ProposedText = FromLines & { readonly text: string }

export type ProposedProgramme = {
  readonly decision: Decision
  readonly title: string
  readonly titleEn: string | null
  readonly shortTitle: string
  readonly shortTitleEn: string | null
  readonly period: { readonly from: string | null; readonly to: string | null }
  readonly passport: readonly (PassportItem & FromLines)[]
  readonly facts: readonly (FromLines & EditionContent['facts'][number])[]
  readonly problems: readonly ProposedText[]
  readonly aim: ProposedText | null
  readonly tasks: readonly ProposedText[]
  readonly expectedResults: readonly ProposedText[]
  readonly control: readonly (ControlRule & FromLines)[]
  readonly signatory: (NonNullable<EditionContent['signatory']> & FromLines) | null
  readonly units: readonly ProposedUnit[]
  readonly measures: readonly ProposedMeasure[]
  /** Of the whole programme, beside what stands at its measures. */
  readonly funding: readonly (ProposedFunding & FromLines)[]
  /** Keys of units. */
  readonly coordinator: string | null
  readonly fundManager: string | null
}
