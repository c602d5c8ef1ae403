/** Addresses of published practices. */
import { found } from '../../kernel/errors.ts'
import { asId, isId } from '../../kernel/ids.ts'
import { documentFormat, documentReply } from '../../platform/http/document.ts'
import { exportFormat, exportReply } from '../../platform/http/export.ts'
import {
  anyone,
  download,
  localPath,
  one,
  page,
  type Reply,
  type Route,
  type WebRequest,
} from '../../platform/http/route.ts'
import { directions, KIND_ORDER, organisationLabel } from '../organisations/index.ts'
import { cardDocument, cardFields, cardJsonLd } from './documents/card.ts'
import { filesOf } from './store/practices.ts'
import { publishedPractice, publishedPractices, versionsOf, yearsOf } from './store/published.ts'
import { texts } from './texts/index.ts'
import { moneyText, periodText } from './texts/words.ts'
import type { Published } from './types.ts'
import { directionName, PUBLIC } from './views/parts.ts'
import { cardPage, listPage } from './views/public.ts'

const MOST_ROWS = 10_000

async function list(request: WebRequest): Promise<Reply> {
  const { db } = request.ctx
  const { locale, query } = request
  const direction = one(query, 'direction')
  const year = one(query, 'year')
  const filter = {
    text: one(query, 'q').slice(0, 100),
    directionId: isId(direction) ? asId<'direction'>(direction) : null,
    kind: KIND_ORDER.find((k) => k === one(query, 'kind')) ?? null,
    year: /^\d{4}$/.test(year) ? Number(year) : null,
  }
  const all = await directions(db)
  const format = exportFormat(request)
  if (format) {
    const t = texts[locale].labels
    const { rows } = await publishedPractices(db, filter, '', MOST_ROWS)
    return exportReply<Published>(
      request,
      {
        name: texts[locale].caption,
        rows,
        columns: [
          { key: 'title', title: t.title, kind: 'text', value: (p) => p.content.title },
          {
            key: 'organisation',
            title: t.organisation,
            kind: 'text',
            value: (p) => organisationLabel(p.organisation, locale),
          },
          { key: 'period', title: t.period, kind: 'text', value: (p) => periodText(locale, p.content) },
          { key: 'place', title: t.place, kind: 'text', value: (p) => p.content.place },
          {
            key: 'direction',
            title: t.direction,
            kind: 'text',
            value: (p) => directionName(locale, all, p.content.directionId),
          },
          { key: 'result', title: t.result, kind: 'text', value: (p) => p.content.result },
          { key: 'cost', title: t.cost, kind: 'text', value: (p) => moneyText(locale, p.content) },
          { key: 'contact', title: t.contact, kind: 'text', value: (p) => p.content.contact },
          { key: 'published', title: t.published, kind: 'instant', value: (p) => p.firstPublishedAt },
        ],
      },
      format,
      'practices',
    )
  }
  return page(
    listPage(request.frame, {
      ...filter,
      page: await publishedPractices(db, filter, one(query, 'after')),
      directions: all.filter((d) => d.active),
      years: await yearsOf(db),
    }),
  )
}

async function show(request: WebRequest): Promise<Reply> {
  const { db } = request.ctx
  const { house } = request
  const text = request.params['id'] ?? ''
  const practice = found(isId(text) ? await publishedPractice(db, asId<'practice'>(text)) : null, 'practice')
  const all = await directions(db)
  const direction = all.find((d) => d.id === practice.content.directionId) ?? null
  const format = documentFormat(request)
  const name = `practice-${practice.id.slice(0, 8)}`
  if (format) {
    const key = `practice ${practice.id} ${practice.number} ${house.demonstration}`
    return documentReply(format, { key, name, doc: () => cardDocument(practice, house, direction) })
  }
  if (one(request.query, 'format') === 'json') {
    const body = JSON.stringify(cardFields(practice, direction?.name ?? null), null, 2)
    return download(`${name}.json`, 'application/json; charset=utf-8', body)
  }
  const address = `${house.baseUrl}${localPath(request.locale, `${PUBLIC}/${practice.id}`)}`
  return page(
    cardPage(request.frame, {
      practice,
      versions: await versionsOf(db, practice.id),
      files: await filesOf(db, practice.id, 'public'),
      directions: all,
      jsonLd: cardJsonLd(practice, address, house.baseUrl),
      canonical: address,
    }),
  )
}

export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: PUBLIC, policy: anyone, cached: true, handle: list },
  { method: 'GET', path: `${PUBLIC}/:id`, policy: anyone, cached: true, handle: show },
]
