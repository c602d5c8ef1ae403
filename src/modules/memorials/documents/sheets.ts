/** Lists as tables of files. */
import type { Locale } from '../../../kernel/texts.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import { texts } from '../texts/index.ts'
import type { Monument, Wreath } from '../types.ts'

export function monumentSheet(locale: Locale, rows: readonly Monument[]): Sheet<Monument> {
  const t = texts[locale]
  const c = t.monuments.columns
  return {
    name: t.monuments.sheet,
    rows,
    columns: [
      { key: 'name', title: c.name, kind: 'text', value: (m) => m.name },
      { key: 'kind', title: c.kind, kind: 'text', value: (m) => t.kinds[m.kind] },
      { key: 'place', title: c.place, kind: 'text', value: (m) => m.place },
      { key: 'latitude', title: c.latitude, kind: 'decimal', value: (m) => m.latitude },
      { key: 'longitude', title: c.longitude, kind: 'decimal', value: (m) => m.longitude },
      { key: 'state', title: c.state, kind: 'text', value: (m) => t.states[m.state] },
      { key: 'inspected', title: c.inspected, kind: 'date', value: (m) => m.inspectedOn },
      {
        key: 'caretaker',
        title: c.caretaker,
        kind: 'text',
        value: (m) => m.caretakerUnit ?? m.caretakerOrganisation ?? '',
      },
      { key: 'protection', title: c.protection, kind: 'text', value: (m) => m.protectionNumber ?? '' },
    ],
  }
}

export function wreathSheet(locale: Locale, rows: readonly Wreath[]): Sheet<Wreath> {
  const t = texts[locale]
  const c = t.ceremony.columns
  return {
    name: t.ceremony.documents.wreaths,
    rows,
    columns: [
      { key: 'n', title: c.n, kind: 'integer', value: (w) => rows.indexOf(w) + 1 },
      { key: 'delegation', title: c.delegation, kind: 'text', value: (w) => w.delegation },
      { key: 'people', title: c.people, kind: 'integer', value: (w) => w.people },
      { key: 'kind', title: c.kind, kind: 'text', value: (w) => t.wreaths[w.kind] },
      { key: 'count', title: c.count, kind: 'integer', value: (w) => w.count },
      { key: 'cost', title: c.cost, kind: 'money', value: (w) => w.cost },
      {
        key: 'paid',
        title: c.paid,
        kind: 'text',
        value: (w) => (w.paidByCity ? t.ceremony.city : t.ceremony.own),
      },
      {
        key: 'laid',
        title: c.laid,
        kind: 'text',
        value: (w) => (w.laid === null ? '' : w.laid ? t.ceremony.came : t.ceremony.cameNot),
      },
    ],
  }
}
