/** Reminders: one digest for each recipient a day, into the outbox. */

import { permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import type { House } from '../../../platform/house.ts'
import { hold } from '../../../platform/mail.ts'
import { staffOfUnit, staffWithRole, unitsByIds } from '../../people/index.ts'
import * as policy from '../policy.ts'
import { type Digest, digestsOf, isLate, type Recipient } from '../rules/reminder.ts'
import * as store from '../store/reminders.ts'
import { type LevelSetting, reminderSettings, saveDutySetting } from '../store/settings.ts'
import { explainDuty, periodName } from '../texts/explain.ts'
import { textsOf } from '../texts/index.ts'
import { type DutyLine, REMINDER_LEVELS, REMINDER_STAGES, type ReminderLevel } from '../types.ts'

export type Reminding = {
  readonly digests: readonly Digest[]
  /** Names of departments whose duties come due and to which no letter can go. */
  readonly unreached: readonly string[]
}

/** Kind of the mailing, by which a person may let it leave by itself. */
export const REMINDER_KIND = 'duties.reminder'

/** Run twice a day, the second time adds nothing: what was written to whom is noted with the letters. */
export async function remindOfDuties(
  ctx: Context,
  house: Pick<House, 'baseUrl' | 'city'>,
  options: { readonly dryRun?: boolean } = {},
): Promise<Reminding> {
  return transact(
    ctx,
    async (tx) => {
      await store.lockReminders(tx)
      const composed = await composeReminders(tx)
      // Who had today's digest already hears of the rest tomorrow.
      const keys = composed.digests.map((d) => letterKey(tx, d.recipient.email))
      const had = await store.lettersWritten(tx.db, keys)
      const digests = composed.digests.filter((d) => !had.has(letterKey(tx, d.recipient.email)))
      const reminding = { ...composed, digests }
      await hold(tx, {
        kind: REMINDER_KIND,
        title: textsOf('uk').reminders.mailing(shortDate('uk', tx.today)),
        messages: reminding.digests.map((digest) => letterOf(tx, digest, house)),
      })
      await store.noteReminders(tx, reminding.digests)
      return reminding
    },
    options,
  )
}

/** What would be written now. Reads only. */
export async function composeReminders(
  tx: Pick<Tx, 'today'> & { readonly db: Db | DbTransaction },
): Promise<Reminding> {
  const duties = await store.dutiesToRemind(tx.db, tx.today)
  const { recipients, unreached } = await recipientsOf(tx.db, duties)
  const written = await store.writtenReminders(tx.db, duties)
  return { digests: digestsOf(duties, recipients, written, tx.today), unreached }
}

async function recipientsOf(
  db: Db | DbTransaction,
  duties: readonly DutyLine[],
): Promise<{ readonly recipients: readonly Recipient[]; readonly unreached: readonly string[] }> {
  const levels = await reminderSettings(db)
  const recipients: Recipient[] = []
  const unreached: string[] = []
  if (levels.executor.on) {
    const units = await unitsByIds(db, [...new Set(duties.map((d) => d.unitId))])
    const by = new Map<string, Recipient & { units: DutyLine['unitId'][] }>()
    for (const unit of units.values()) {
      const staff = await staffOfUnit(db, unit.id)
      const own = unit.email ? [{ name: unit.name, email: unit.email, locale: 'uk' as Locale }] : []
      const reached = staff.length > 0 ? staff : own
      if (reached.length === 0) unreached.push(unit.name)
      for (const { name, email, locale } of reached) {
        const one = by.get(email) ?? { level: 'executor', name, email, locale, units: [] }
        one.units.push(unit.id)
        by.set(email, one)
      }
    }
    recipients.push(...by.values())
  }
  if (levels.coordinator.on)
    for (const { name, email, locale } of await staffWithRole(db, 'coordinator'))
      recipients.push({ level: 'coordinator', name, email, locale, units: null })
  const { on, name, email } = levels.deputyMayor
  if (on && name && email) recipients.push({ level: 'deputyMayor', name, email, locale: 'uk', units: null })
  return { recipients, unreached }
}

function letterKey(tx: Pick<Tx, 'today'>, email: string): string {
  return `${REMINDER_KIND}/${tx.today}/${email}`
}

function letterOf(tx: Pick<Tx, 'today'>, digest: Digest, house: Pick<House, 'baseUrl' | 'city'>) {
  const { name, email, locale } = digest.recipient
  const t = textsOf(locale).reminders
  const late = digest.lines.filter((l) => isLate(l.stage)).length
  return {
    dedupeKey: letterKey(tx, email),
    to: email,
    name,
    subject: t.subject(late, digest.lines.length - late),
    body: letterBody(digest, house),
  }
}

/** Plain text: by stage, the latest first; each duty with its day and why it is that day; one link. */
export function letterBody(digest: Digest, house: Pick<House, 'baseUrl' | 'city'>): string {
  const { name, locale, level } = digest.recipient
  const texts = textsOf(locale)
  const t = texts.reminders
  const opening = { executor: t.opening, coordinator: t.openingCoordinator, deputyMayor: t.openingDeputy }[
    level
  ]
  const parts = [...REMINDER_STAGES].reverse().flatMap((stage) => {
    const lines = digest.lines.filter((l) => l.stage === stage)
    if (lines.length === 0) return []
    return [
      `${t.stages[stage]}\n`,
      ...lines.map(({ duty }) => {
        const title = locale === 'en' ? (duty.measureTitleEn ?? duty.measureTitle) : duty.measureTitle
        return [
          `– ${duty.measureNumber} ${title}`,
          `  ${duty.unitName}. ${periodName(locale, duty.period)}. ${t.due(shortDate(locale, duty.due))}`,
          `  ${explainDuty(locale, duty.explanation)}\n`,
        ].join('\n')
      }),
    ]
  })
  const closing = level === 'executor' ? [`${t.closing}\n`] : []
  return [
    `${t.greeting(name)}\n`,
    `${opening}\n`,
    ...parts,
    ...closing,
    `${t.link} ${house.baseUrl}/office/duties`,
    '',
    t.sender(house.city.name[locale]),
  ].join('\n')
}

export async function setReminders(
  ctx: Context,
  input: {
    readonly executor: boolean
    readonly coordinator: boolean
    readonly deputyMayor: boolean
    readonly deputyName: string | null
    readonly deputyEmail: string | null
  },
): Promise<void> {
  await transact(ctx, async (tx) => {
    permit(policy.mayChangeReminders(tx.actor), 'reminder.set')
    if (input.deputyMayor && (input.deputyName === null || input.deputyEmail === null))
      accept(refuse('deputy_incomplete', {}, input.deputyName === null ? 'deputyName' : 'deputyEmail'))
    const before = await reminderSettings(tx.db)
    for (const level of REMINDER_LEVELS) {
      const after = settingOf(level, input)
      if (sameSetting(before[level], after)) continue
      await saveDutySetting(tx, level, after)
      audit(
        tx,
        'reminder.set',
        { type: 'setting', id: `reminders.${level}` },
        { before: plain(before[level]), after },
      )
    }
  })
}

function settingOf(level: ReminderLevel, input: Parameters<typeof setReminders>[1]) {
  return level === 'deputyMayor'
    ? { on: input.deputyMayor, name: input.deputyName, email: input.deputyEmail }
    : { on: input[level], name: null, email: null }
}

function plain({ on, name, email }: Omit<LevelSetting, 'changedBy'>) {
  return { on, name, email }
}

function sameSetting(a: Omit<LevelSetting, 'changedBy'>, b: Omit<LevelSetting, 'changedBy'>): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}
