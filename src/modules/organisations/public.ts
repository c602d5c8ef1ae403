/** Pages and feeds for everybody. */
import { type CivilDate, parseCivilDate } from '../../kernel/civil-date.ts'
import { found, foundId } from '../../kernel/errors.ts'
import { atomFeed } from '../../platform/feeds/atom.ts'
import { exportFormat, exportReply } from '../../platform/http/export.ts'
import {
  anyone,
  localPath,
  one,
  page,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../platform/http/route.ts'
import * as ui from '../../ui/index.ts'
import { organisationSections } from './events/sections.ts'
import { filterOf } from './forms.ts'
import { organisationPath } from './rules/path.ts'
import { withDetails } from './store/details.ts'
import { latestChanges } from './store/feed.ts'
import * as list from './store/list.ts'
import { directions, districts } from './store/lists.ts'
import { officersOn } from './store/officers.ts'
import { factsOn } from './store/values.ts'
import { namesOfLists, readPublic } from './store/whole.ts'
import { kindName, publicTexts, words } from './texts/index.ts'
import { KIND_ORDER, type OrganisationId } from './types.ts'
import { type DayAnswer, organisationPage, type ShownSection } from './views/organisation.ts'
import { entryName, sourceText } from './views/parts.ts'
import { COUNTED, feedPath, PUBLIC, publicListPage } from './views/public-list.ts'
import { organisationSheet } from './views/sheet.ts'

const PAGE = 50
const EXPORT = 20_000
const FEED = 50
const SECTION = 10

async function listPage(request: WebRequest): Promise<Reply> {
  const { ctx, frame, house } = request
  const filter = filterOf(request.query)
  const format = exportFormat(request)
  if (format) {
    const { rows } = await list.listOrganisations(ctx.db, filter, '', EXPORT)
    const detailed = await withDetails(ctx.db, rows, ctx.today, ['public'])
    const sheet = organisationSheet(request.locale, detailed, await namesOfLists(ctx.db))
    return exportReply(request, sheet, format, 'organisations')
  }
  const [cut, total, allDistricts, allDirections] = await Promise.all([
    list.listOrganisations(ctx.db, filter, one(request.query, 'after'), PAGE),
    list.countUpTo(ctx.db, filter, COUNTED),
    districts(ctx.db),
    directions(ctx.db),
  ])
  const choices = { districts: allDistricts, directions: allDirections }
  return page(publicListPage(frame, { ...cut, total, filter, choices, baseUrl: house.baseUrl }))
}

export function idOf(request: WebRequest): OrganisationId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'organisation')
}

async function show(request: WebRequest): Promise<Reply> {
  const { ctx, frame, house, locale } = request
  const read = found(await readPublic(ctx.db, idOf(request)), 'organisation')
  if ('mergedInto' in read) return redirect(localPath(locale, organisationPath(read.mergedInto)))
  const answer = await answerOf(request, read.id)
  const site = { baseUrl: house.baseUrl, council: house.city.council[locale] }
  const sections = await sectionsOf(request, read.id)
  return page(
    organisationPage(frame, site, { organisation: read, sections, answer }),
    answer.error ? 422 : 200,
  )
}

async function answerOf(request: WebRequest, id: OrganisationId): Promise<DayAnswer> {
  const typed = one(request.query, 'on').slice(0, 30)
  const day: CivilDate | null = typed === '' ? null : parseCivilDate(typed)
  const { db } = request.ctx
  return {
    typed,
    error: typed !== '' && day === null ? publicTexts[request.locale].page.notADate : null,
    day,
    officers: day === null ? [] : ((await officersOn(db, [id], day)).get(id) ?? []),
    name: day === null ? null : (await factsOn(db, id, day)).name,
  }
}

async function sectionsOf(request: WebRequest, id: OrganisationId): Promise<ShownSection[]> {
  const shown: ShownSection[] = []
  for (const section of [...organisationSections.all()].sort((a, b) => a.order - b.order)) {
    const items = await section.items(request.ctx.db, id, request.locale, SECTION)
    if (items.length > 0)
      shown.push({ title: section.title[request.locale], items, all: section.all?.(id) ?? null })
  }
  return shown
}

const ALL = { kind: null, direction: null, district: null }

/** What a feed is of: everything, a kind, a direction of work, a district. */
async function feedOf({ ctx, params, locale }: WebRequest) {
  const t = publicTexts[locale]
  if (params['kind'] !== undefined) {
    const kind = found(KIND_ORDER.find((k) => k === params['kind']) ?? null, 'kind')
    return { of: { ...ALL, kind }, title: t.feedOfKind(kindName(locale, kind)) }
  }
  const { direction: byDirection, district: byDistrict } = params
  if (byDirection !== undefined) {
    const entry = found((await directions(ctx.db)).find((d) => d.id === byDirection) ?? null, 'direction')
    return { of: { ...ALL, direction: entry.id }, title: t.feedOf(entryName(locale, entry)) }
  }
  if (byDistrict !== undefined) {
    const entry = found((await districts(ctx.db)).find((d) => d.id === byDistrict) ?? null, 'district')
    return { of: { ...ALL, district: entry.id }, title: t.feedOf(entryName(locale, entry)) }
  }
  return { of: ALL, title: t.feedTitle }
}

async function feed(request: WebRequest): Promise<Reply> {
  const { ctx, house, locale } = request
  const t = publicTexts[locale]
  const { of, title } = await feedOf(request)
  const changes = await latestChanges(ctx.db, of, FEED)
  const self = house.baseUrl + localPath(locale, feedPath(of))
  const author = house.city.council[locale]
  const body = atomFeed({
    id: self,
    self,
    title,
    site: house.baseUrl + ui.withQuery(localPath(locale, PUBLIC), of),
    lang: locale,
    author,
    updated: changes[0]?.at ?? ctx.now,
    entries: changes.map((change) => ({
      id: `urn:uuid:${change.organisation.id}:${change.at.epochMilliseconds}`,
      title: change.organisation.name,
      href: house.baseUrl + localPath(locale, organisationPath(change.organisation.id)),
      published: change.at,
      updated: change.at,
      summary: `${
        change.isNew
          ? t.added
          : t.changed(change.fields.map((f) => words[locale].fields[f].toLocaleLowerCase(locale)).join(', '))
      } (${sourceText(locale, { kind: change.source, ref: null, on: null }, false)})`,
      author,
      category: kindName(locale, change.organisation.kind),
    })),
  })
  return { kind: 'bytes', type: 'application/atom+xml; charset=utf-8', body }
}

export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: PUBLIC, policy: anyone, cached: true, handle: listPage },
  ...['', '/kinds/:kind', '/directions/:direction', '/districts/:district'].map(
    (of): Route => ({
      method: 'GET',
      path: `${PUBLIC}${of}/changes.atom`,
      policy: anyone,
      cached: true,
      handle: feed,
    }),
  ),
  { method: 'GET', path: `${PUBLIC}/:id`, policy: anyone, cached: true, handle: show },
]
