/** News and the counter of equal access as open data (KMU 835): the same facts as on public pages. */

import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import { dataColumns, REQUIRED } from '../../platform/data-column.ts'
import type { DataSet } from '../../platform/module.ts'
import { ORGANISATION_KINDS } from '../organisations/index.ts'
import { accessOf, quartersDecided } from './store/decisions.ts'
import { shownNews } from './store/shown.ts'
import { bilingual } from './texts/index.ts'
import { ACCESS, NEWS, newsPath } from './views/public.ts'

const MOST_ROWS = 100_000

const column = dataColumns(bilingual((t) => t.openData.columns))
const KIND = column('kind', 'string', { required: true, values: ORGANISATION_KINDS })

const news: DataSet = {
  slug: 'news',
  title: bilingual((t) => t.openData.news.title),
  description: bilingual((t) => t.openData.news.description),
  keywords: bilingual((t) => t.openData.news.keywords),
  periodicity: 'daily',
  primaryKey: ['id'],
  basis: bilingual((t) => t.openData.basis),
  page: NEWS,
  columns: [
    column('id', 'string', REQUIRED),
    column('organisationId', 'string', REQUIRED),
    column('organisation', 'string', REQUIRED),
    KIND,
    column('title', 'string', REQUIRED),
    column('publishedAt', 'datetime', REQUIRED),
    column('changedAt', 'datetime'),
    column('url', 'string', REQUIRED),
  ],
  rows: async (db) => {
    const { rows } = await shownNews(db, dayOf(Temporal.Now.instant()), {}, '', MOST_ROWS)
    return rows.map((n) => ({
      id: n.id,
      organisationId: n.organisationId,
      organisation: n.organisationName,
      kind: n.organisationKind,
      title: n.title,
      publishedAt: n.publishedAt,
      changedAt: n.changedAt,
      url: newsPath(n.id),
    }))
  },
}

const access: DataSet = {
  slug: 'news-equal-access',
  title: bilingual((t) => t.openData.access.title),
  description: bilingual((t) => t.openData.access.description),
  keywords: bilingual((t) => t.openData.access.keywords),
  periodicity: 'daily',
  primaryKey: ['year', 'quarter', 'organisationId'],
  basis: bilingual((t) => t.openData.basis),
  page: ACCESS,
  columns: [
    column('year', 'year', REQUIRED),
    column('quarter', 'integer', REQUIRED),
    column('organisationId', 'string', REQUIRED),
    column('organisation', 'string', REQUIRED),
    KIND,
    ...(['published', 'edits', 'returned', 'upheld', 'overturned', 'withdrawn'] as const).map((key) =>
      column(key, 'integer', REQUIRED),
    ),
    column('waitedHours', 'number'),
    column('reasons', 'string'),
  ],
  rows: async (db) => {
    const quarters = await quartersDecided(db)
    const all = await Promise.all(quarters.map(async (q) => ({ q, lines: await accessOf(db, q) })))
    return all.flatMap(({ q, lines }) =>
      lines.map((l) => ({
        year: q.year,
        quarter: q.quarter,
        organisationId: l.organisationId,
        organisation: l.organisationName,
        kind: l.kind,
        published: l.published,
        edits: l.edits,
        returned: l.returned,
        upheld: l.upheld,
        overturned: l.overturned,
        withdrawn: l.withdrawn,
        waitedHours: l.waited === null ? null : Math.round(l.waited * 10) / 10,
        reasons:
          Object.entries(l.reasons)
            .map(([code, n]) => `${code}: ${n}`)
            .join('; ') || null,
      })),
    )
  },
}

export const openData: readonly DataSet[] = [news, access]
