/** Tables of money and of comparison. */
import { figure } from '../../../kernel/texts.ts'
import { table } from '../../../platform/documents/index.ts'
import { percentOf } from '../rules/together.ts'
import { official as t } from '../texts/official-uk.ts'
import type { FrozenConsolidated, MoneyLine, SpanFigures } from '../types/frozen.ts'
import { percentText, sumText } from './parts.ts'

export function moneyTable({ money }: Pick<FrozenConsolidated, 'money'>) {
  const { head } = t
  const line = (m: Omit<MoneyLine, 'source'>) => [
    sumText(m.plan),
    sumText(m.committed),
    sumText(m.spent),
    percentText(percentOf(m.spent, m.plan)),
    sumText(m.left),
  ]
  return table({
    caption: t.money.replace(/^\d+\.\s*/, ''),
    columns: [
      { share: 6 },
      { share: 4, align: 'end' },
      { share: 4, align: 'end' },
      { share: 4, align: 'end' },
      { share: 2, align: 'end' },
      { share: 4, align: 'end' },
    ],
    header: [[head.source, head.plan, head.committed, head.spent, head.percent, head.left]],
    body: money.bySource.map((m) => [m.source, ...line(m)]),
    total: [[t.total, ...line(money)]],
    rowHeader: 0,
  })
}

export type ComparedLine = {
  readonly key: keyof typeof t.figures
  readonly now: string
  readonly before: string
}

/** The same figures of both periods, in words. */
export function compared(now: SpanFigures, before: SpanFigures): readonly ComparedLine[] {
  const both = (key: ComparedLine['key'], say: (f: SpanFigures) => string): ComparedLine => ({
    key,
    now: say(now),
    before: say(before),
  })
  const n = (value: number) => figure('uk', value)
  return [
    both('worked', (f) => n(f.tally.done + f.tally.underWay)),
    both('undone', (f) => n(f.tally.notDone + f.tally.partly + f.tally.carriedOver)),
    both('events', (f) => n(f.events)),
    both('participants', (f) => n(f.participants)),
    both('organisations', (f) => n(f.organisations)),
    both('cash', (f) => sumText(f.cash)),
    both('inTime', (f) => `${n(f.inTime)} / ${n(f.reports)}`),
  ]
}

export function beforeTable(now: SpanFigures, before: SpanFigures) {
  const { head } = t
  return table({
    caption: t.before.replace(/^\d+\.\s*/, ''),
    columns: [{ share: 8 }, { share: 4, align: 'end' }, { share: 4, align: 'end' }],
    header: [[head.figure, head.now, head.yearBefore]],
    body: compared(now, before).map((line) => [t.figures[line.key], line.now, line.before]),
    rowHeader: 0,
  })
}
