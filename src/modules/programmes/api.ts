/** Programmes for other programs: what is public, field by field. */
import type { z } from 'zod'
import { found } from '../../kernel/errors.ts'
import { toHryvnias } from '../../kernel/money.ts'
import { apiList, apiPage, apiQuery } from '../../platform/http/api.ts'
import { anyone, json, type Reply, type Route, type WebRequest } from '../../platform/http/route.ts'
import { cutPage, decodeCursor } from '../../platform/keyset.ts'
import { unitsByIds } from '../people/index.ts'
import {
  editionQuery,
  type editionShape,
  type fundingShape,
  measureShape,
  noQuery,
  programmeDetailShape,
  programmeShape,
} from './api/shapes.ts'
import { fundingOf, indicatorsOf, measuresOf, tasksOf } from './store/measures.ts'
import { editionAt, editionsOf, programmeBySlug, programmes } from './store/programmes.ts'
import type { Edition, FundingLine, Programme } from './types.ts'

const PATH = '/api/v1/programmes'
function present({ house }: WebRequest, p: Programme): z.input<typeof programmeShape> {
  return {
    id: p.id,
    slug: p.slug,
    title: p.title,
    titleEn: p.titleEn,
    shortTitle: p.shortTitle,
    shortTitleEn: p.shortTitleEn,
    period: { from: p.period.from.toString(), to: p.period.to.toString() },
    state: p.state,
    url: `${house.baseUrl}/programmes/${p.slug}`,
  }
}

function presentEdition(e: Edition): z.input<typeof editionShape> {
  const d = e.decision
  return {
    number: e.number,
    inForceFrom: e.inForceFrom?.toString() ?? null,
    decision: d && {
      body: d.body,
      kind: d.kind,
      number: d.number,
      date: d.date,
      sitting: d.sitting,
      convocation: d.convocation,
    },
    reason: e.reason,
  }
}

function presentFunding(lines: readonly FundingLine[]): z.input<typeof fundingShape>[] {
  return lines.map((f) => ({ year: f.year, source: f.source, uah: toHryvnias(f.planned) }))
}

async function list(request: WebRequest): Promise<Reply> {
  apiQuery(noQuery, request)
  const { after, size } = apiPage(request)
  const cursor = decodeCursor(after, ['string', 'string'])
  const all = await programmes(request.ctx.db)
  const key = (p: Programme): [string, string] => [p.period.from.toString(), p.id]
  const from = cursor
    ? all.findIndex((p) => key(p)[0] < cursor[0] || (key(p)[0] === cursor[0] && p.id < cursor[1]))
    : 0
  const rest = from < 0 ? [] : all.slice(from)
  return apiList(request, cutPage(rest, size, key), (p) => present(request, p))
}

async function asked(
  request: WebRequest,
): Promise<{ programme: Programme; edition: Edition; editions: Edition[] }> {
  const { db, today } = request.ctx
  const { edition: number } = apiQuery(editionQuery, request)
  const programme = found(await programmeBySlug(db, request.params['slug'] ?? ''), 'programme')
  const editions = (await editionsOf(db, programme.id)).filter((e) => e.state === 'inForce')
  const edition = found(
    number === undefined
      ? ((await editionAt(db, programme.id, today)) ?? editions.at(-1))
      : editions.find((e) => e.number === number),
    'edition',
  )
  return { programme, edition, editions }
}

async function detail(request: WebRequest): Promise<Reply> {
  const { db } = request.ctx
  const { programme, edition, editions } = await asked(request)
  const [tasks, funding] = await Promise.all([tasksOf(db, edition.id), fundingOf(db, edition.id)])
  const ids = [programme.coordinatorUnitId, programme.fundManagerUnitId].flatMap((id) => id ?? [])
  const units = await unitsByIds(db, ids)
  const unit = (id: Programme['coordinatorUnitId']) => (id ? { id, name: units.get(id)?.name ?? '' } : null)
  const { content } = edition
  const body: z.input<typeof programmeDetailShape> = {
    ...present(request, programme),
    edition: presentEdition(edition),
    editions: editions.map(presentEdition),
    coordinator: unit(programme.coordinatorUnitId),
    fundManager: unit(programme.fundManagerUnitId),
    passport: content.passport.map(({ number, key, label, value }) => ({ number, key, label, value })),
    facts: content.facts.map(({ text, asOf }) => ({ text, asOf })),
    problems: [...content.problems],
    aim: content.aim,
    tasks: tasks.map((t) => ({ position: t.position + 1, text: t.text })),
    expectedResults: [...content.expectedResults],
    control: content.control.map(({ number, rule, kind }) => ({ number, rule, kind })),
    funding: presentFunding(funding.filter((f) => f.measureId === null)),
  }
  return json(body)
}

async function measures(request: WebRequest): Promise<Reply> {
  const { db } = request.ctx
  const { programme, edition } = await asked(request)
  const { after, size } = apiPage(request)
  const cursor = decodeCursor(after, ['number'])
  const [all, tasks, funding] = await Promise.all([
    measuresOf(db, edition.id),
    tasksOf(db, edition.id),
    fundingOf(db, edition.id),
  ])
  const indicators = await indicatorsOf(db, programme.id)
  const rows = all.filter((m) => cursor === null || m.position > cursor[0])
  const page = cutPage(rows, size, (m) => [m.position])
  const units = await unitsByIds(
    db,
    page.rows.flatMap((m) => m.executors),
  )
  return apiList(
    request,
    page,
    (m): z.input<typeof measureShape> => ({
      id: m.id,
      number: m.number,
      title: m.title,
      titleEn: m.titleEn,
      text: m.text,
      executors: m.executors.map((id) => ({
        id,
        name: units.get(id)?.name ?? '',
        kind: units.get(id)?.kind ?? 'unit',
      })),
      term: { raw: m.termRaw, recurrence: m.recurrence },
      tasks: m.tasks.map((id) => tasks.findIndex((t) => t.id === id) + 1),
      funding: presentFunding(funding.filter((f) => f.measureId === m.id)),
      indicators: indicators
        .filter((i) => i.measureId === m.id)
        .map((i) => ({
          id: i.id,
          name: i.name,
          unit: i.unitName,
          kind: i.kind,
          plans: Object.entries(i.plans).map(([year, plan]) => ({ year: Number(year), plan })),
        })),
      url: `${request.house.baseUrl}/programmes/${programme.slug}/measures/${encodeURIComponent(m.number)}`,
    }),
  )
}

const api = { tag: 'programmes' } as const

export const apiRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    policy: anyone,
    api: {
      ...api,
      summary: 'Programmes of the city, the latest first',
      query: noQuery,
      output: programmeShape,
      list: true,
      example: PATH,
    },
    handle: list,
  },
  {
    method: 'GET',
    path: `${PATH}/:slug`,
    policy: anyone,
    api: {
      ...api,
      summary: 'A programme: passport, aim, tasks, rules, funding, by the edition in force or another',
      query: editionQuery,
      output: programmeDetailShape,
    },
    handle: detail,
  },
  {
    method: 'GET',
    path: `${PATH}/:slug/measures`,
    policy: anyone,
    api: {
      ...api,
      summary: 'Measures of an edition with executors, terms, funding and indicators',
      query: editionQuery,
      output: measureShape,
      list: true,
    },
    handle: measures,
  },
]
