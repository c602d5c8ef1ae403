/** Organisations for other programs: reads for everybody; a token with `organisations:write` proposes changes. */
import { z } from 'zod'
import { found, NotFound } from '../../kernel/errors.ts'
import { optionalDate, optionalId, optionalLine } from '../../kernel/inputs.ts'
import type { Context } from '../../platform/context.ts'
import { apiBody, apiCreated, apiList, apiPage, apiQuery } from '../../platform/http/api.ts'
import { anyone, json, type Reply, type Route, type WebRequest } from '../../platform/http/route.ts'
import { propose } from './actions/propose.ts'
import { organisationSections, type SectionItem } from './events/sections.ts'
import { proposalCall } from './forms.ts'
import { proposers, SCOPE } from './policy.ts'
import { idOf } from './staff/request.ts'
import { withDetails } from './store/details.ts'
import { type ListFilter, listOrganisations } from './store/list.ts'
import { officersOf, officersOn } from './store/officers.ts'
import { namesOfLists, readPublic } from './store/whole.ts'
import { ORGANISATION_KINDS, type OrganisationId, type PublicOrganisation } from './types.ts'
import { popoloOrganization } from './views/popolo.ts'
import {
  officerShape,
  presentOfficer,
  presentRow,
  presentWhole,
  rowShape,
  wholeShape,
} from './views/presenters.ts'

const PATH = '/api/v1/organisations'
const TOOK = 50

const listQuery = z.strictObject({
  q: optionalLine(100),
  kind: z.enum(ORGANISATION_KINDS, { error: 'not_a_choice' }).optional(),
  district: optionalId<'district'>(),
  direction: optionalId<'direction'>(),
  state: z.enum(['alive', 'terminating', 'terminated', 'all'], { error: 'not_a_choice' }).optional(),
})
const dayQuery = z.strictObject({ on: optionalDate() })

async function list(request: WebRequest): Promise<Reply> {
  const { ctx, house } = request
  const query = apiQuery(listQuery, request)
  const { after, size } = apiPage(request)
  const filter: ListFilter = {
    text: query.q ?? '',
    kind: query.kind ?? null,
    district: query.district,
    direction: query.direction,
    confession: null,
    state: query.state ?? 'alive',
  }
  const cut = await listOrganisations(ctx.db, filter, after, size)
  const rows = await withDetails(ctx.db, cut.rows, ctx.today, ['public'])
  const names = await namesOfLists(ctx.db)
  return apiList(request, { rows, next: cut.next }, (row) => presentRow(house.baseUrl, row, names))
}

async function asked(request: WebRequest): Promise<PublicOrganisation> {
  const id = idOf<'organisation'>(request)
  const read = found(await readPublic(request.ctx.db, id), 'organisation')
  if (!('mergedInto' in read)) return read
  const kept = await readPublic(request.ctx.db, read.mergedInto)
  if (kept === null || 'mergedInto' in kept) throw new NotFound('organisation')
  return kept
}

/** One that was merged answers as the one that it turned out to be, with that one's id. */
async function one(request: WebRequest): Promise<Reply> {
  const organisation = await asked(request)
  const took = await tookPart(request.ctx, organisation.id)
  return json(presentWhole(request.house.baseUrl, organisation, took))
}

async function tookPart(
  ctx: Context,
  id: OrganisationId,
): Promise<ReadonlyMap<string, readonly SectionItem[]>> {
  const took = new Map<string, readonly SectionItem[]>()
  for (const section of organisationSections.all())
    took.set(section.key, await section.items(ctx.db, id, 'uk', TOOK))
  return took
}

async function officers(request: WebRequest): Promise<Reply> {
  const { on } = apiQuery(dayQuery, request)
  const { id } = await asked(request)
  const { db } = request.ctx
  const rows = on === null ? await officersOf(db, id) : ((await officersOn(db, [id], on)).get(id) ?? [])
  return apiList(request, { rows, next: null }, presentOfficer)
}

async function popolo(request: WebRequest): Promise<Reply> {
  return json(popoloOrganization(request.house.baseUrl, await asked(request)))
}

async function popoloList(request: WebRequest): Promise<Reply> {
  const { ctx, house } = request
  apiQuery(z.strictObject({}), request)
  const { after, size } = apiPage(request)
  const filter: ListFilter = {
    text: '',
    kind: null,
    district: null,
    direction: null,
    confession: null,
    state: 'all',
  }
  const cut = await listOrganisations(ctx.db, filter, after, size)
  const rows: PublicOrganisation[] = []
  for (const row of cut.rows) {
    const read = await readPublic(ctx.db, row.id)
    if (read !== null && !('mergedInto' in read)) rows.push(read)
  }
  return apiList(request, { rows, next: cut.next }, (o) => popoloOrganization(house.baseUrl, o))
}

async function proposeCall(request: WebRequest): Promise<Reply> {
  const { organisationId, source, note, changes } = apiBody(proposalCall, request)
  const id = await propose(request.ctx, {
    organisationId,
    source: { kind: 'application', ref: source.ref, on: source.on },
    note,
    changes,
  })
  return apiCreated(request, `${PATH}/proposals/${id}`, { id })
}

const tag = 'organisations'
const popoloShape = z.looseObject({ id: z.uuid(), name: z.string() })

export const apiRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    policy: anyone,
    cached: true,
    api: {
      tag,
      summary: 'Organisations of the city in the order of the alphabet',
      query: listQuery,
      output: rowShape,
      list: true,
      example: PATH,
    },
    handle: list,
  },
  {
    method: 'GET',
    path: `${PATH}/popolo`,
    policy: anyone,
    cached: true,
    api: {
      tag,
      summary: 'All organisations as Popolo',
      output: popoloShape,
      list: true,
      example: `${PATH}/popolo`,
    },
    handle: popoloList,
  },
  {
    method: 'GET',
    path: `${PATH}/:id`,
    policy: anyone,
    cached: true,
    api: { tag, summary: 'One organisation with its history and sources', output: wholeShape },
    handle: one,
  },
  {
    method: 'GET',
    path: `${PATH}/:id/officers`,
    policy: anyone,
    cached: true,
    api: {
      tag,
      summary: 'Who represents it; with `on`, who did on that day, the leader first',
      query: dayQuery,
      output: officerShape,
      list: true,
    },
    handle: officers,
  },
  {
    method: 'GET',
    path: `${PATH}/:id/popolo`,
    policy: anyone,
    cached: true,
    api: { tag, summary: 'One organisation as Popolo', output: popoloShape },
    handle: popolo,
  },
  {
    method: 'POST',
    path: `${PATH}/proposals`,
    policy: proposers,
    api: {
      tag,
      summary: 'Propose changes; each value waits for a person of the office',
      scope: SCOPE,
      body: proposalCall,
      output: z.strictObject({ id: z.uuid() }),
    },
    handle: proposeCall,
  },
]
