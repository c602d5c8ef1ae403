/** The comparison of two editions for people. */
import { parseCivilDate } from '../../../kernel/civil-date.ts'
import type { Html } from '../../../kernel/html.ts'
import { type Locale, money, shortDate } from '../../../kernel/texts.ts'
import { type DiffRow, diffView } from '../../../ui/index.ts'
import type { Change, MeasureFacts } from '../rules/compare.ts'
import { texts } from '../texts/index.ts'
import type { ProposedFunding } from '../types/proposed.ts'

export function changesView(
  locale: Locale,
  changes: readonly Change[],
  labels: { readonly caption: string; readonly before: string; readonly after: string },
): Html {
  return diffView({
    locale,
    caption: labels.caption,
    beforeLabel: labels.before,
    afterLabel: labels.after,
    rows: changes.flatMap((change) => rowsOf(locale, change)),
  })
}

function rowsOf(locale: Locale, change: Change): DiffRow[] {
  return change.what === 'measureChanged' ? measureRows(locale, change) : [rowOf(locale, change)]
}

type Changed = Extract<Change, { what: 'measureChanged' }>

/** A changed measure: a row for each thing that is different. */
function measureRows(locale: Locale, { before, after }: Changed): DiffRow[] {
  const t = texts(locale).amendment
  const name = t.measure(before.number)
  const rows: (readonly [string, string | null, string | null])[] = [
    [t.measureNumber, before.number, after.number],
    [t.text, before.text, after.text],
    [t.executors, before.executors.join('; ') || null, after.executors.join('; ') || null],
    [t.term, before.term, after.term],
    [t.money, fundingText(locale, before.funding) || null, fundingText(locale, after.funding) || null],
  ]
  return rows
    .filter(([, was, is]) => was !== is)
    .map(([what, was, is]) => ({ label: `${name}: ${what.toLowerCase()}`, before: was, after: is }))
}

function rowOf(locale: Locale, change: Exclude<Change, Changed>): DiffRow {
  const t = texts(locale).amendment
  switch (change.what) {
    case 'measureAdded':
      return {
        label: `${t.measure(change.after.number)}, ${t.added}`,
        before: null,
        after: measureText(locale, change.after),
      }
    case 'measureDropped':
      return {
        label: `${t.measure(change.before.number)}, ${t.dropped}`,
        before: measureText(locale, change.before),
        after: null,
      }
    case 'funding':
      return {
        label: t.what.funding,
        before: fundingText(locale, change.before) || null,
        after: fundingText(locale, change.after) || null,
      }
    case 'period':
      return {
        label: t.what.period,
        before: spanText(locale, change.before),
        after: spanText(locale, change.after),
      }
    case 'passport':
    case 'control':
      return { label: `${t.what[change.what]}: ${change.label}`, before: change.before, after: change.after }
    default:
      return { label: t.what[change.what], before: change.before, after: change.after }
  }
}

function measureText(locale: Locale, m: MeasureFacts): string {
  const t = texts(locale).amendment
  return [
    `${m.number}. ${m.text.replace(/[.\s]+$/, '')}`,
    m.executors.length > 0 ? `${t.executors}: ${m.executors.join(', ')}` : '',
    m.term === null ? '' : `${t.term}: ${m.term}`,
    m.funding.length > 0 ? `${t.money}: ${fundingText(locale, m.funding)}` : '',
  ]
    .filter((line) => line !== '')
    .join('. ')
}

function fundingText(locale: Locale, lines: readonly ProposedFunding[]): string {
  return lines.map((l) => `${l.year}, ${l.source}: ${money(locale, l.planned)}`).join('; ')
}

function spanText(locale: Locale, span: string | null): string | null {
  const [from, to] = (span ?? '').split('/').map((iso) => parseCivilDate(iso))
  return from && to ? `${shortDate(locale, from)} – ${shortDate(locale, to)}` : null
}
