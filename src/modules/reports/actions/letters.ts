/** Letters about reports. They rest in the outbox until a person releases them. */
import type { StaffId } from '../../../kernel/actor.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Tx } from '../../../platform/context.ts'
import { hold, type Letter } from '../../../platform/mail.ts'
import { type Colleague, staffOfUnit, staffWithRole, unitName } from '../../people/index.ts'
import type { ReportStage } from '../rules/reminder.ts'
import { markReminded } from '../store/reminders.ts'
import { rowsOf } from '../store/reports.ts'
import { letters } from '../texts/letters.ts'
import type { QuarterlyReport, ReportLine } from '../types.ts'
import type { RemarkInput } from './decide.ts'

export function officeLink(baseUrl: string, report: { readonly id: string }): string {
  return `${baseUrl}/office/reports/${report.id}`
}

function to(
  people: readonly Colleague[],
  key: string,
  compose: (locale: Locale) => { readonly subject: string; readonly body: string },
): Letter[] {
  return people.map((p) => ({
    dedupeKey: `${key}/${p.id}`,
    to: p.email,
    name: p.name,
    ...compose(p.locale),
  }))
}

export async function tellSubmitted(tx: Tx, report: QuarterlyReport, baseUrl: string): Promise<void> {
  const unit = await unitName(tx.db, report.unitId)
  const link = officeLink(baseUrl, report)
  await hold(tx, {
    kind: 'report.submitted',
    title: letters.uk.submitted.title(unit, report.quarter),
    messages: to(
      await staffWithRole(tx.db, 'coordinator'),
      `report.submitted/${report.id}/${report.lockVersion}`,
      (locale) => letters[locale].submitted.letter(unit, report.quarter, link),
    ),
  })
}

export async function tellReturned(
  tx: Tx,
  report: QuarterlyReport,
  remarks: readonly RemarkInput[],
  baseUrl: string,
): Promise<void> {
  const unit = await unitName(tx.db, report.unitId)
  const numbers = new Map((await rowsOf(tx.db, report.id)).map((row) => [row.measureId, row.number]))
  const lines = remarks.map((r) => {
    const number = r.measureId === null ? null : numbers.get(r.measureId)
    return number ? `${number}: ${r.text}` : r.text
  })
  const link = officeLink(baseUrl, report)
  await hold(tx, {
    kind: 'report.returned',
    title: letters.uk.returned.title(unit, report.quarter),
    messages: to(
      await staffOfUnit(tx.db, report.unitId),
      `report.returned/${report.id}/${report.lockVersion}`,
      (locale) => letters[locale].returned.letter(report.quarter, lines, link),
    ),
  })
}

export async function tellAccepted(tx: Tx, report: QuarterlyReport, baseUrl: string): Promise<void> {
  const unit = await unitName(tx.db, report.unitId)
  const link = officeLink(baseUrl, report)
  await hold(tx, {
    kind: 'report.accepted',
    title: letters.uk.accepted.title(unit, report.quarter),
    messages: to(await staffOfUnit(tx.db, report.unitId), `report.accepted/${report.id}`, (locale) =>
      letters[locale].accepted.letter(report.quarter, link),
    ),
  })
}

export type Reminder = { readonly report: ReportLine; readonly stage: ReportStage }

/** One letter for each person, however many of their departments have not submitted. */
export async function remindOf(tx: Tx, due: readonly Reminder[], baseUrl: string): Promise<void> {
  const people = new Map<StaffId, Colleague>()
  const pairs: (Reminder & { readonly recipient: StaffId })[] = []
  for (const one of due)
    for (const person of await staffOfUnit(tx.db, one.report.unitId)) {
      people.set(person.id, person)
      pairs.push({ ...one, recipient: person.id })
    }
  const fresh = await markReminded(tx, pairs)
  const messages = [...people.values()].flatMap((person): Letter[] => {
    const mine = fresh.filter((pair) => pair.recipient === person.id)
    if (mine.length === 0) return []
    const lines = mine.map(({ report }) => ({ ...report, link: officeLink(baseUrl, report) }))
    return [
      {
        dedupeKey: `report.reminder/${person.id}/${tx.today}`,
        to: person.email,
        name: person.name,
        ...letters[person.locale].reminder.letter(lines, tx.today),
      },
    ]
  })
  if (messages.length === 0) return
  await hold(tx, { kind: 'report.reminder', title: letters.uk.reminder.title(tx.today), messages })
}
