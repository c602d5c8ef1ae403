/** Information days of a quarter as an official note. */
import type { CivilDate, Quarter } from '../../../kernel/civil-date.ts'
import { quarterName, shortDate } from '../../../kernel/texts.ts'
import { cell, h, p, TO_FILL, table } from '../../../platform/documents/index.ts'
import { fateOf } from '../rules/question.ts'
import type { SummaryRow } from '../store/reports.ts'
import { documentsUk } from '../texts/documents.ts'
import { placeOf } from '../texts/names.ts'
import type { Question } from '../types/question.ts'
import { type Dress, dressed } from './dress.ts'

const t = documentsUk.summary

export function informationSummary(
  content: { readonly quarter: Quarter; readonly rows: readonly SummaryRow[] },
  dress: Dress & { readonly today: CivilDate },
) {
  const heading = t.heading(quarterName('uk', content.quarter))
  const { rows } = content
  const present = (row: SummaryRow) => row.attendance.checkedIn + row.attendance.counted
  const people = rows.reduce((n, row) => n + present(row), 0)
  const questions = rows.reduce((n, row) => n + row.questions.length, 0)
  return dressed(dress, {
    title: `${t.kind} ${heading}`,
    requisites: { kind: t.kind, heading, date: TO_FILL },
    body:
      rows.length === 0
        ? [p(t.none)]
        : [
            p(t.intro(rows.length, people, questions)),
            table({
              caption: t.tableTitle,
              columns: [
                { share: 5 },
                { share: 6 },
                { share: 6 },
                { share: 2, align: 'end' },
                { share: 2, align: 'end' },
              ],
              header: [[...t.head]],
              body: rows.map((row) => [
                cell(
                  row.line.days.map((d) =>
                    [shortDate('uk', d.day), placeOf('uk', d)].filter(Boolean).join(', '),
                  ),
                ),
                row.line.title,
                cell(
                  row.people.length === 0
                    ? ['–']
                    : row.people.map((one) => [one.name, one.position].filter(Boolean).join(', ')),
                ),
                String(present(row)),
                String(row.questions.length),
              ]),
              rowHeader: 1,
            }),
            ...rows.flatMap((row) =>
              row.questions.length === 0
                ? []
                : [h(2, `${t.questions}: ${row.line.title}`), questionTable(row, dress.today)],
            ),
          ],
  })
}

function questionTable(row: SummaryRow, today: CivilDate) {
  return table({
    caption: t.questions,
    columns: [{ share: 1 }, { share: 7 }, { share: 8 }, { share: 3 }, { share: 3 }],
    header: [[...t.questionHead]],
    body: row.questions.map((q) => [
      String(q.number),
      q.text,
      q.answer ?? (q.instruction ? t.instructed(q.instruction.unitName) : '–'),
      q.instruction ? shortDate('uk', q.instruction.due) : '–',
      stateOf(q, row, today),
    ]),
    rowHeader: 1,
  })
}

function stateOf(q: Question, row: SummaryRow, today: CivilDate): string {
  switch (fateOf(q, today)) {
    case 'answered':
      return t.answered
    case 'instructed':
      return t.instructed(q.instruction?.unitName ?? '')
    case 'overdue':
      return t.overdue
    case 'grouped':
      return t.grouped(row.questions.find((one) => one.id === q.groupedWith)?.number ?? 0)
    case 'waiting':
      return t.waits
  }
}
