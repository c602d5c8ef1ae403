/** What leaves by the clock: reminders to those who come, to executors of instructions, to those with a share of work. */
import { dayOf } from '../../../kernel/civil-date.ts'
import { shortDate } from '../../../kernel/texts.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { Letter } from '../../../platform/mail.ts'
import { readSetting } from '../../../platform/settings.ts'
import { staffOfUnit } from '../../people/index.ts'
import { daysOf } from '../store/days.ts'
import { eventById } from '../store/events.ts'
import { instructionLines, markInstructionsReminded } from '../store/instructions.ts'
import { eventsWithin } from '../store/lists.ts'
import { forgetPeople, markReminded, recipientsOf } from '../store/participants.ts'
import * as shares from '../store/shares.ts'
import { textsOf } from '../texts/index.ts'
import { eventTitle } from '../texts/names.ts'
import { holdLetters, letterText, type Sender, whenAndWhereLines } from './letters.ts'
import { address, registrationPath } from './links.ts'

/** The day before: one letter for an address, whatever the number of its events. */
export function remindParticipants(ctx: Context, sender: Sender): Promise<number> {
  return transact(ctx, async (tx) => {
    const day = tx.today.add({ days: 1 })
    const lines = (await eventsWithin(tx.db, { period: { from: day, to: day }, state: 'announced' })).filter(
      (line) => line.firstDay.equals(day),
    )
    const ids = lines.map((line) => line.id)
    const comers = await recipientsOf(tx.db, ids, ['confirmed'])
    const byAddress = Map.groupBy(comers, (one) => one.email)
    const letters: Letter[] = []
    for (const [email, own] of byAddress) {
      const { locale, name } = own[0]!
      const t = textsOf(locale).letters
      const parts = await Promise.all(
        own.map(async (one) => {
          const event = (await eventById(tx.db, one.eventId))!
          return [
            `${eventTitle(locale, event)}\n${whenAndWhereLines(locale, await daysOf(tx.db, [event.id]))}`,
            event.shelter !== null && t.reminder.shelter(event.shelter),
            t.reminder.code(one.code),
            `${t.reminder.link}\n${address(sender, locale, registrationPath(sender, one.id))}`,
          ]
            .filter((part) => part !== false)
            .join('\n')
        }),
      )
      const first = lines.find((line) => line.id === own[0]!.eventId)!
      letters.push({
        dedupeKey: `event.reminder/${day}/${email}`,
        to: email,
        name,
        subject: t.reminder.subject(own.length, eventTitle(locale, first)),
        body: letterText(locale, sender, name, [t.reminder.body, ...parts]),
      })
    }
    await holdLetters(
      tx,
      'event.reminder',
      textsOf('uk').letters.mailings.reminder(shortDate('uk', day)),
      letters,
    )
    await markReminded(
      tx,
      comers.map((one) => one.id),
    )
    return letters.length
  })
}

/** Days before the day of an instruction or a share at which its executor is written to. */
const SOON = 3

/** One letter for an executor and a day, of instructions and of shares of work. */
export function remindExecutors(ctx: Context, sender: Sender): Promise<number> {
  return transact(ctx, async (tx) => {
    const until = tx.today.add({ days: SOON })
    const instructions = await instructionLines(tx.db, { states: ['open'], until }, 500)
    const work = await shares.sharesDue(tx.db, 'all', until, 500)
    const t = textsOf('uk').letters
    const day = shortDate('uk', tx.today)
    const told = await lettersToUnits(tx, sender, 'event.instruction', instructions, (lines) => ({
      subject: t.instruction.subject(lines.length),
      paragraphs: [
        t.instruction.intro,
        lines.map((i) => t.instruction.line(shortDate('uk', i.due), i.text)).join('\n'),
        `${t.instruction.link}\n${sender.baseUrl}/office/events/instructions`,
      ],
    }))
    await holdLetters(tx, 'event.instruction', t.mailings.instruction(day), told)
    await markInstructionsReminded(
      tx,
      instructions.map((i) => i.id),
    )
    const ours = work.flatMap((s) => (s.unitId === null ? [] : [{ ...s, unitId: s.unitId }]))
    const busy = await lettersToUnits(tx, sender, 'event.work', ours, (lines) => ({
      subject: t.work.subject,
      paragraphs: [
        t.work.intro,
        lines
          .map((s) => t.work.line(s.due === null ? '' : shortDate('uk', s.due), s.task, s.eventTitle))
          .join('\n'),
        `${t.work.link}\n${sender.baseUrl}/office/events`,
      ],
    }))
    await holdLetters(tx, 'event.work', t.mailings.work(day), busy)
    await shares.markReminded(
      tx,
      ours.map((s) => s.id),
    )
    return told.length + busy.length
  })
}

async function lettersToUnits<Line extends { readonly unitId: Parameters<typeof staffOfUnit>[1] }>(
  tx: Tx,
  sender: Sender,
  kind: string,
  lines: readonly Line[],
  say: (lines: readonly Line[]) => { readonly subject: string; readonly paragraphs: readonly string[] },
): Promise<Letter[]> {
  const byUnit = Map.groupBy(lines, (line) => line.unitId)
  const letters = await Promise.all(
    [...byUnit].map(async ([unitId, own]) => {
      const { subject, paragraphs } = say(own)
      return (await staffOfUnit(tx.db, unitId)).map(
        ({ name, email }): Letter => ({
          dedupeKey: `${kind}/${tx.today}/${unitId}/${email}`,
          to: email,
          name,
          subject,
          body: letterText('uk', sender, name, paragraphs),
        }),
      )
    }),
  )
  return letters.flat()
}

/** Months after an event at which its registrants and askers are forgotten, where the city set nothing else. */
export const FORGET_AFTER_MONTHS = 6

export function forgetOldPeople(ctx: Context): Promise<{ registrants: number; askers: number }> {
  return transact(ctx, async (tx) => {
    const months = (await readSetting(tx.db, 'events.forgetAfterMonths')) ?? FORGET_AFTER_MONTHS
    const by = dayOf(tx.now).subtract({ months })
    const forgotten = await forgetPeople(tx, by)
    if (forgotten.registrants + forgotten.askers > 0)
      audit(
        tx,
        'event.forget',
        { type: 'setting', id: 'events.forgetAfterMonths' },
        { after: { ...forgotten, by: by.toString() } },
      )
    return forgotten
  })
}
