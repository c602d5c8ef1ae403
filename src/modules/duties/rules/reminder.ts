/** Which reminder a duty has come to, and whom it concerns. */
import { type CivilDate, daysBetween } from '../../../kernel/civil-date.ts'
import type { DutyId, DutyLine, ReminderLevel, ReminderStage } from '../types.ts'

/**
 * The stage that the day has reached; null while the due day is more than ten days away. A day on which the
 * program did not run loses nothing: the next day finds the same stage.
 */
export function stageOf(due: CivilDate, today: CivilDate): ReminderStage | null {
  const left = daysBetween(today, due)
  if (left > 10) return null
  if (left > 3) return 'before10'
  if (left > 0) return 'before3'
  if (left > -3) return 'onDay'
  return left > -10 ? 'after3' : 'after10'
}

const LEVELS: Readonly<Record<ReminderStage, readonly ReminderLevel[]>> = {
  before10: ['executor'],
  before3: ['executor'],
  onDay: ['executor', 'coordinator'],
  after3: ['executor', 'coordinator'],
  after10: ['executor', 'coordinator', 'deputyMayor'],
}

export function concerns(stage: ReminderStage, level: ReminderLevel): boolean {
  return LEVELS[stage].includes(level)
}

export function isLate(stage: ReminderStage): boolean {
  return stage === 'after3' || stage === 'after10'
}

export type Recipient = {
  readonly level: ReminderLevel
  readonly name: string
  readonly email: string
  readonly locale: 'uk' | 'en'
  /** Whose duties; none: of all. */
  readonly units: readonly DutyLine['unitId'][] | null
}

export type Digest = {
  readonly recipient: Recipient
  readonly lines: readonly { readonly duty: DutyLine; readonly stage: ReminderStage }[]
}

/** Key of what was written before: a duty, its stage, an address. */
export function writtenKey(dutyId: DutyId, stage: ReminderStage, email: string): string {
  return `${dutyId} ${stage} ${email}`
}

/**
 * One digest for each address, with everything new for it. Who is both executor and coordinator gets one letter,
 * in which no duty stands twice.
 */
export function digestsOf(
  duties: readonly DutyLine[],
  recipients: readonly Recipient[],
  written: ReadonlySet<string>,
  today: CivilDate,
): readonly Digest[] {
  const by = new Map<string, { recipient: Recipient; lines: Map<DutyId, Digest['lines'][number]> }>()
  for (const recipient of recipients) {
    for (const duty of duties) {
      const stage = stageOf(duty.due, today)
      if (stage === null || !concerns(stage, recipient.level)) continue
      if (recipient.units !== null && !recipient.units.includes(duty.unitId)) continue
      if (written.has(writtenKey(duty.id, stage, recipient.email))) continue
      const digest = by.get(recipient.email) ?? { recipient, lines: new Map() }
      digest.lines.set(duty.id, { duty, stage })
      by.set(recipient.email, digest)
    }
  }
  return [...by.values()].map(({ recipient, lines }) => ({ recipient, lines: [...lines.values()] }))
}
