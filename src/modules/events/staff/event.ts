/** One event in the office: preparation, its parts, its states, its history. */
import { unitsOf } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { historyOf } from '../../../platform/audit.ts'
import { one, page, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { submit } from '../../../platform/http/submit.ts'
import { section } from '../../../ui/index.ts'
import { measuresOfProgramme } from '../../duties/index.ts'
import { findOrganisations, organisationsByIds } from '../../organisations/index.ts'
import { listUnits, unitsByIds } from '../../people/index.ts'
import { programmes } from '../../programmes/index.ts'
import * as parts from '../actions/parts.ts'
import { copyEvent } from '../actions/series.ts'
import { announceEvent, cancelEvent, holdEvent, postponeEvent } from '../actions/state.ts'
import * as forms from '../forms/office.ts'
import { measuresOfEvent } from '../store/days.ts'
import { hostsOf, itemsOf, materialsOf, peopleOf } from '../store/parts.ts'
import { seriesById } from '../store/series.ts'
import { eventOfShare, sharesOf } from '../store/shares.ts'
import { textsOf } from '../texts/index.ts'
import type { EventId } from '../types.ts'
import { historyList, OFFICE, officeEventPage, officePath } from '../views/office-page.ts'
import { preparePage } from '../views/prepare.ts'
import { act, backTo, doneKey, type Failed, idParam, keeps, officeEvent, reads, sentences } from './common.ts'

const FOUND = 12

async function prepare(request: WebRequest, failed: Failed = null, id?: EventId): Promise<Html> {
  const { ctx, query } = request
  const base = await officeEvent(request, id ?? idParam(request, 'event'))
  const { event } = base
  const text = one(query, 'host').slice(0, 100)
  const [hosts, people, items, shares, materials, units, measures, series, searched] = await Promise.all([
    hostsOf(ctx.db, event.id),
    peopleOf(ctx.db, event.id),
    itemsOf(ctx.db, event.id),
    sharesOf(ctx.db, event.id),
    materialsOf(ctx.db, event.id),
    listUnits(ctx.db, { kind: 'unit' }),
    namedMeasures(request, event.id),
    event.seriesId ? seriesById(ctx.db, event.seriesId) : null,
    text === '' ? null : findOrganisations(ctx.db, { text, limit: FOUND, active: true }),
  ])
  const named = [...hosts.map((h) => h.organisationId), ...shares.flatMap((s) => s.organisationId ?? [])]
  const unit = event.unitId ? (await unitsByIds(ctx.db, [event.unitId])).get(event.unitId) : undefined
  return preparePage(request.frame, {
    ...base,
    unitName: unit?.name ?? null,
    seriesTitle: series?.title ?? null,
    measures,
    hosts,
    people,
    items,
    shares,
    materials,
    organisations: await organisationsByIds(ctx.db, named),
    units,
    own: unitsOf(ctx.actor),
    found: searched && { text, rows: searched },
    failed,
    done: doneKey(request),
  })
}

/** Also measures of a programme that is over. */
async function namedMeasures(request: WebRequest, id: EventId) {
  const { db } = request.ctx
  const ids = await measuresOfEvent(db, id)
  if (ids.length === 0) return []
  const all = await Promise.all((await programmes(db)).map((p) => measuresOfProgramme(db, p.id)))
  return all.flat().filter((m) => ids.includes(m.id))
}

async function history(request: WebRequest): Promise<Html> {
  const base = await officeEvent(request, idParam(request, 'event'))
  const { id } = base.event
  const records = await historyOf(
    request.ctx.db,
    ['event', 'registrations', 'invitations', 'questions', 'talks', 'feedback'].map((type) => ({ type, id })),
    200,
  )
  return officeEventPage(request.frame, base, {
    tab: 'history',
    main: section({
      title: textsOf(request.locale).office.tabs.history,
      content: historyList(request.locale, records),
    }),
  })
}

const again = prepare

function verb(path: string, run: (request: WebRequest, id: EventId) => Promise<unknown>): Route {
  return act(`${OFFICE}/:id/${path}`, {
    form: 'act',
    schema: forms.nothing,
    run: (request) => run(request, idParam(request, 'event')),
    done: backTo('', path),
    again,
  })
}

function withReason(
  path: 'postpone' | 'cancel',
  run: (request: WebRequest, id: EventId, reason: string) => Promise<unknown>,
): Route {
  return act(`${OFFICE}/:id/${path}`, {
    form: path,
    schema: forms.reason,
    run: (request, input) => run(request, idParam(request, 'event'), input.reason),
    done: backTo('', path),
    again,
  })
}

export const eventRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${OFFICE}/:id`,
    policy: reads,
    handle: async (request) => page(await prepare(request)),
  },
  {
    method: 'GET',
    path: `${OFFICE}/:id/history`,
    policy: reads,
    handle: async (request) => page(await history(request)),
  },
  verb('announce', async ({ ctx, house }, id) => {
    await announceEvent(ctx, house, id)
  }),
  verb('hold', ({ ctx }, id) => holdEvent(ctx, id)),
  withReason('postpone', ({ ctx, house }, id, reason) => postponeEvent(ctx, house, id, reason)),
  withReason('cancel', ({ ctx, house }, id, reason) => cancelEvent(ctx, house, id, reason)),
  act(`${OFFICE}/:id/hosts`, {
    form: 'act',
    schema: forms.hostForm,
    run: (request, input) =>
      parts.addHost(request.ctx, idParam(request, 'event'), {
        organisationId: input.organisation,
        role: input.role,
      }),
    done: backTo('#hosts', 'saved'),
    again,
  }),
  act(`${OFFICE}/:id/hosts/remove`, {
    form: 'act',
    schema: forms.organisationForm,
    run: (request, input) => parts.removeHost(request.ctx, idParam(request, 'event'), input.organisation),
    done: backTo('#hosts', 'saved'),
    again,
  }),
  act(`${OFFICE}/:id/people`, {
    form: 'people',
    schema: forms.peopleForm,
    run: (request, people) => parts.setPeople(request.ctx, idParam(request, 'event'), people),
    done: backTo('#people', 'saved'),
    again,
  }),
  act(`${OFFICE}/:id/agenda`, {
    form: 'agenda',
    schema: forms.agendaForm,
    run: (request, { agenda }) => parts.setAgenda(request.ctx, idParam(request, 'event'), agenda),
    done: backTo('#agenda', 'saved'),
    again,
  }),
  act(`${OFFICE}/:id/shares`, {
    form: 'shares',
    schema: forms.shareForm,
    run: (request, { unit, organisation, ...share }) =>
      parts.addShare(request.ctx, idParam(request, 'event'), {
        ...share,
        unitId: unit,
        organisationId: organisation,
      }),
    done: backTo('#shares', 'saved'),
    again,
  }),
  shareState(),
  act(`${OFFICE}/:id/materials`, {
    form: 'materials',
    schema: forms.materialForm,
    upload: { maxBytes: 20 * 1024 * 1024, maxFiles: 1 },
    run: (request, input) => {
      const file = request.files.find((f) => f.field === 'file' && f.bytes.length > 0)
      return parts.addMaterial(request.ctx, idParam(request, 'event'), {
        title: input.title,
        link: input.link,
        public: input.public,
        file: file ? { name: file.name, bytes: file.bytes } : null,
      })
    },
    done: backTo('#materials', 'saved'),
    again,
  }),
  act(`${OFFICE}/:id/materials/remove`, {
    form: 'act',
    schema: forms.materialIdForm,
    run: (request, input) => parts.removeMaterial(request.ctx, idParam(request, 'event'), input.material),
    done: backTo('#materials', 'saved'),
    again,
  }),
  {
    method: 'POST',
    path: `${OFFICE}/:id/copy`,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: forms.copyForm,
        act: async ({ day }) => {
          const { event } = await officeEvent(request, idParam(request, 'event'))
          return copyEvent(request.ctx, event.id, day ?? event.firstDay.add({ years: 1 }))
        },
        done: (id) => redirect(`${officePath(id)}?done=copied`),
        sentence: sentences(request),
        again: (state) => prepare(request, { form: 'act', state }),
      }),
  },
]

/** Its address names the share alone, so that it can stand on the start page too. */
function shareState(): Route {
  const eventOf = async (request: WebRequest) =>
    found(await eventOfShare(request.ctx.db, idParam(request, 'eventShare')), 'share')
  return {
    method: 'POST',
    path: `${OFFICE}/shares/:id`,
    policy: keeps,
    handle: async (request) => {
      const eventId = await eventOf(request)
      return submit(request, {
        schema: forms.shareStateForm,
        act: ({ state, note }) =>
          parts.setShareState(request.ctx, idParam(request, 'eventShare'), state, note),
        done: () => redirect(`${officePath(eventId)}?done=saved#shares`),
        sentence: sentences(request),
        again: (state) => prepare(request, { form: 'act', state }, eventId),
      })
    },
  }
}
