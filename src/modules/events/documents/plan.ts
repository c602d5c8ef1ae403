/** Plan of events of a year, a quarter or some days: name, date, place, who answers, who carries out. */
import type { CivilDate, Period, QuarterNumber } from '../../../kernel/civil-date.ts'
import { ROMAN, shortDate } from '../../../kernel/texts.ts'
import { landscape, p, TO_FILL, table } from '../../../platform/documents/index.ts'
import type { PlanRow } from '../store/reports.ts'
import { documentsUk } from '../texts/documents.ts'
import { eventKindName, placeOf, timeOf } from '../texts/names.ts'
import type { EventKind } from '../types.ts'
import { type Dress, dressed } from './dress.ts'

const t = documentsUk.plan

export function planOfEvents(
  plan: {
    readonly period: Period
    readonly year: number
    readonly quarter: QuarterNumber | null
    readonly kind: EventKind | null
    readonly rows: readonly PlanRow[]
  },
  dress: Dress & { readonly today: CivilDate },
) {
  const heading = t.heading(plan.kind ? t.whatOf(eventKindName('uk', plan.kind)) : t.what, spanOf(plan))
  return dressed(dress, {
    title: `${t.kind} ${heading}`,
    requisites: { kind: t.kind, heading, date: TO_FILL },
    body: [
      landscape([
        plan.rows.length === 0
          ? p(t.none)
          : table({
              caption: t.kind,
              columns: [{ share: 1 }, { share: 7 }, { share: 4 }, { share: 6 }, { share: 5 }, { share: 6 }],
              header: [[...t.head]],
              body: plan.rows.map((row, i) => [
                String(i + 1),
                row.title,
                row.state === 'postponed'
                  ? t.postponed
                  : row.days
                      .map((d) => [shortDate('uk', d.day), timeOf(d)].filter(Boolean).join(', '))
                      .join('; '),
                [...new Set(row.days.map((d) => placeOf('uk', d)).filter((place) => place !== ''))].join(
                  '; ',
                ),
                row.unitShort ?? '–',
                row.executors.join('; ') || '–',
              ]),
              rowHeader: 1,
            }),
      ]),
    ],
  })
}

function spanOf(plan: {
  readonly period: Period
  readonly year: number
  readonly quarter: QuarterNumber | null
}): string {
  const { from, to } = plan.period
  const whole = from.day === 1 && from.month === 1 && to.month === 12 && to.day === 31
  if (whole) return t.ofYear(from.year)
  if (plan.quarter !== null && from.month === plan.quarter * 3 - 2 && from.day === 1)
    return t.ofQuarter(ROMAN[plan.quarter], plan.year)
  return t.between(shortDate('uk', from), shortDate('uk', to))
}
