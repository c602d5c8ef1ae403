/** Practices as open data (KMU 835): the same facts as on public pages. */

import { toHryvnias } from '../../kernel/money.ts'
import { dataColumns, REQUIRED } from '../../platform/data-column.ts'
import type { DataSet } from '../../platform/module.ts'
import { directions } from '../organisations/index.ts'
import { publishedPractices } from './store/published.ts'
import { bilingual } from './texts/index.ts'
import type { Content } from './types.ts'

const MOST_ROWS = 1_000_000

const column = dataColumns(bilingual((t) => t.openData.columns))
export const practicesDataSet: DataSet = {
  slug: 'practices',
  title: bilingual((t) => t.openData.title),
  description: bilingual((t) => t.openData.description),
  keywords: bilingual((t) => t.openData.keywords),
  periodicity: 'daily',
  primaryKey: ['id'],
  page: '/practices',
  columns: [
    column('id', 'string', REQUIRED),
    column('title', 'string', REQUIRED),
    column('organisation', 'string', REQUIRED),
    column('edrpou', 'string'),
    column('direction', 'string'),
    column('problem', 'string'),
    column('done', 'string'),
    column('result', 'string'),
    column('indicators', 'string'),
    column('cost', 'number'),
    column('costSources', 'string'),
    column('partners', 'string'),
    column('from', 'date'),
    column('to', 'date'),
    column('place', 'string'),
    column('published', 'datetime', REQUIRED),
  ],
  rows: async (db) => {
    const { rows } = await publishedPractices(db, {}, '', MOST_ROWS)
    const names = new Map((await directions(db)).map((d) => [d.id, d.name]))
    return rows.map(({ id, content: c, organisation, firstPublishedAt }) => ({
      id,
      title: c.title,
      organisation: organisation.name,
      edrpou: organisation.edrpou,
      direction: (c.directionId && names.get(c.directionId)) ?? null,
      problem: c.problem,
      done: c.done,
      result: c.result,
      indicators: indicatorsText(c),
      cost: c.cost === null ? null : toHryvnias(c.cost),
      costSources: c.costSources,
      partners: c.partners.map((p) => p.name).join('; ') || null,
      from: c.from,
      to: c.to,
      place: c.place,
      published: firstPublishedAt,
    }))
  },
}

function indicatorsText({ indicators }: Content): string | null {
  return indicators.map((i) => [i.name, i.before ?? '', i.after ?? '', i.unit].join(', ')).join('; ') || null
}
