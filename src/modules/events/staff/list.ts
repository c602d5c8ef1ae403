/** The list of events, and making and editing one. */
import { unitsOf } from '../../../kernel/actor.ts'
import { yearPeriod } from '../../../kernel/civil-date.ts'
import { found, permit } from '../../../kernel/errors.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { one, page, type Reply, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { type FormState, submit } from '../../../platform/http/submit.ts'
import { measuresOfProgramme } from '../../duties/index.ts'
import { districts } from '../../organisations/index.ts'
import { listUnits } from '../../people/index.ts'
import { activeProgramme } from '../../programmes/index.ts'
import { changeEvent, makeEvent, wholeInput } from '../actions/events.ts'
import { eventSheet } from '../documents/sheets.ts'
import { eventAdditions } from '../events.ts'
import { eventSchema, eventValues } from '../forms/event.ts'
import { mayKeep, mayKeepAny, mayKeepSeries } from '../policy.ts'
import { KINDS } from '../rules/kinds.ts'
import { mayStillChange } from '../rules/state.ts'
import { type EventFilter, listEvents, yearsWithEvents } from '../store/lists.ts'
import { allSeries } from '../store/series.ts'
import { EVENT_KINDS, EVENT_STATES, type EventKind } from '../types.ts'
import { type EventFormView, eventFormPage } from '../views/event-form.ts'
import { kindPage } from '../views/event-kind.ts'
import { officeListPage } from '../views/office-list.ts'
import { OFFICE, officePath } from '../views/office-page.ts'
import { doneKey, idParam, keeps, officeEvent, reads, sentences } from './common.ts'

const EXPORT_SIZE = 10_000

async function list(request: WebRequest): Promise<Reply> {
  const { ctx, query, frame, locale } = request
  const unit = one(query, 'unit')
  const year = /^\d{4}$/.test(one(query, 'year')) ? Number(one(query, 'year')) : null
  const shown = {
    text: one(query, 'q').slice(0, 100),
    kind: EVENT_KINDS.find((k) => k === one(query, 'kind')) ?? null,
    state: EVENT_STATES.find((s) => s === one(query, 'state')) ?? null,
    unitId: isId(unit) ? asId<'unit'>(unit) : null,
    year,
  }
  const filter: EventFilter = { ...shown, period: year === null ? null : yearPeriod(year) }
  const format = exportFormat(request)
  if (format) {
    const { rows } = await listEvents(ctx.db, filter, '', EXPORT_SIZE)
    return exportReply(request, eventSheet(locale, rows), format, 'events')
  }
  const [rows, years, units] = await Promise.all([
    listEvents(ctx.db, filter, one(query, 'after')),
    yearsWithEvents(ctx.db),
    listUnits(ctx.db, { kind: 'unit' }),
  ])
  return page(
    officeListPage(frame, {
      page: rows,
      filter: shown,
      filtered: Object.values(shown).some((v) => v !== null && v !== ''),
      years,
      units,
      mayMake: mayKeepAny(ctx.actor),
      keepsSeries: mayKeepSeries(ctx.actor),
      done: doneKey(request),
    }),
  )
}

/** Everything that the form offers beside what was typed. */
async function formView(
  request: WebRequest,
  form: FormState,
  mode: EventFormView['mode'],
): Promise<EventFormView> {
  const { ctx } = request
  const programme = await activeProgramme(ctx.db, ctx.today)
  const [units, series, areas, measures] = await Promise.all([
    listUnits(ctx.db, { kind: 'unit' }),
    allSeries(ctx.db),
    districts(ctx.db),
    programme ? measuresOfProgramme(ctx.db, programme.id) : [],
  ])
  const all = mayKeep(ctx.actor, null)
  return {
    form,
    mode,
    units: all ? units : units.filter((u) => unitsOf(ctx.actor).includes(u.id)),
    series: series.filter((s) => s.active),
    districts: areas.filter((d) => d.active),
    measures,
  }
}

async function newForm(request: WebRequest): Promise<Reply> {
  const { ctx, query } = request
  const kind = EVENT_KINDS.find((k) => k === one(query, 'kind'))
  if (kind === undefined)
    return page(
      kindPage(
        request.frame,
        { series: one(query, 'series') || null, day: one(query, 'day') || null },
        beginnings(request),
      ),
    )
  const own = unitsOf(ctx.actor)
  const values = {
    kind,
    mode: 'onSite',
    participation: 'open',
    languages: ['uk'],
    unit: own.length === 1 ? own[0]! : '',
    series: one(query, 'series'),
    day: one(query, 'day'),
    measures: await measuresFor(request, kind),
    questionsOpen: KINDS[kind].features.includes('questions') ? ['yes'] : [],
    feedbackOpen: ['yes'],
  }
  return page(eventFormPage(request.frame, await formView(request, { values, errors: [] }, { kind: 'new' })))
}

/** Kinds that another module begins: their address, or `null` where it is not for this reader. */
function beginnings({ ctx }: WebRequest): ReadonlyMap<EventKind, string | null> {
  return new Map(
    eventAdditions
      .all()
      .flatMap(({ kinds, begins }) =>
        begins ? kinds.map((kind) => [kind, begins.allows(ctx.actor) ? begins.path : null] as const) : [],
      ),
  )
}

/** The measure that such an event serves, where the programme has one of that number. */
async function measuresFor(request: WebRequest, kind: EventKind): Promise<string[]> {
  const { ctx } = request
  const number = KINDS[kind].measure
  const programme = number === null ? null : await activeProgramme(ctx.db, ctx.today)
  if (!programme) return []
  const measures = await measuresOfProgramme(ctx.db, programme.id)
  return measures.filter((m) => m.number === number).map((m) => m.id)
}

async function make(request: WebRequest): Promise<Reply> {
  return submit(request, {
    schema: eventSchema(),
    act: ({ input }) => makeEvent(request.ctx, input),
    done: (id) => redirect(`${officePath(id)}?done=made`),
    sentence: sentences(request),
    again: async (form) => eventFormPage(request.frame, await formView(request, form, { kind: 'new' })),
  })
}

async function editForm(request: WebRequest): Promise<Reply> {
  const { event, keeps: may } = await officeEvent(request, idParam(request, 'event'))
  permit(may && mayStillChange(event.state), 'event.edit')
  const input = await wholeInput(request.ctx.db, event)
  const values = { ...eventValues(request.locale, input), version: String(event.version) }
  return page(
    eventFormPage(
      request.frame,
      await formView(request, { values, errors: [] }, { kind: 'edit', id: event.id, title: event.title }),
    ),
  )
}

async function edit(request: WebRequest): Promise<Reply> {
  const { event } = await officeEvent(request, idParam(request, 'event'))
  return submit(request, {
    schema: eventSchema(),
    act: ({ input, version }) => changeEvent(request.ctx, event.id, found(version, 'version'), input),
    done: () => redirect(`${officePath(event.id)}?done=saved`),
    sentence: sentences(request),
    again: async (form) =>
      eventFormPage(
        request.frame,
        await formView(request, form, { kind: 'edit', id: event.id, title: event.title }),
      ),
  })
}

export const listRoutes: readonly Route[] = [
  { method: 'GET', path: OFFICE, policy: reads, handle: list },
  { method: 'GET', path: `${OFFICE}/new`, policy: keeps, handle: newForm },
  { method: 'POST', path: `${OFFICE}/new`, policy: keeps, handle: make },
  { method: 'GET', path: `${OFFICE}/:id/edit`, policy: keeps, handle: editForm },
  { method: 'POST', path: `${OFFICE}/:id/edit`, policy: keeps, handle: edit },
]
