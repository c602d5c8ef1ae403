/** Addresses of an event's ceremony in the office. */
import { found, foundId } from '../../../kernel/errors.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { documentFormat, documentReply } from '../../../platform/http/document.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import {
  one,
  type Policy,
  page,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { type FormState, submit } from '../../../platform/http/submit.ts'
import {
  type CityEvent,
  daysOf,
  eventById,
  hasFeature,
  isAhead,
  itemsOf,
  mayKeep,
  mayKeepAny,
  officeEvent,
} from '../../events/index.ts'
import { findOrganisations } from '../../organisations/index.ts'
import { addWreath, changeWreath, markLaid, removeWreath, saveCeremony } from '../actions/ceremonies.ts'
import { type CeremonyFacts, orderOfCeremony, wreathList } from '../documents/ceremony.ts'
import { wreathSheet } from '../documents/sheets.ts'
import {
  ceremonyForm,
  ceremonyValues,
  emptyForm,
  laidForm,
  NEW_WREATH,
  wreathForm,
  wreathValues,
} from '../forms/ceremony.ts'
import { maySeeOffice } from '../policy.ts'
import { ceremonyOf, wreathsOf } from '../store/ceremonies.ts'
import { monumentById, monumentNames } from '../store/monuments.ts'
import { sentenceOf } from '../texts/index.ts'
import type { Wreath, WreathId, WreathInput } from '../types.ts'
import { ceremonyPage, ceremonyPath } from '../views/ceremony.ts'
import { organisationOfName } from './monuments.ts'

const sees: Policy = { name: 'ceremony.see', allows: maySeeOffice }
const keeps: Policy = { name: 'ceremony.keep', allows: mayKeepAny }
const PATH = '/office/events/:id/ceremony'
const SUGGESTED = 300

/** An event of a kind that has a ceremony; another has no such page. */
async function eventOf(request: WebRequest): Promise<CityEvent> {
  const text = request.params['id'] ?? ''
  const event = isId(text) ? await eventById(request.ctx.db, asId<'event'>(text)) : null
  return found(event && hasFeature(event.kind, 'ceremony') ? event : null, 'ceremony')
}

async function factsOf(request: WebRequest, event: CityEvent): Promise<CeremonyFacts> {
  const { db } = request.ctx
  const [ceremony, wreaths, days, items] = await Promise.all([
    ceremonyOf(db, event.id),
    wreathsOf(db, event.id),
    daysOf(db, [event.id]),
    itemsOf(db, event.id),
  ])
  return {
    locale: request.locale,
    council: [request.house.city.council[request.locale]],
    demonstration: request.house.demonstration,
    event,
    days,
    items,
    ceremony,
    monument: ceremony?.monumentId ? await monumentById(db, ceremony.monumentId) : null,
    wreaths,
  }
}

async function show(request: WebRequest) {
  const format = documentFormat(request)
  if (!format) return page(await draw(request))
  const facts = await factsOf(request, await eventOf(request))
  return documentReply(format, { key: null, name: 'order-of-ceremony', doc: () => orderOfCeremony(facts) })
}

async function showWreaths(request: WebRequest) {
  const facts = await factsOf(request, await eventOf(request))
  const format = documentFormat(request)
  if (format) return documentReply(format, { key: null, name: 'wreaths', doc: () => wreathList(facts) })
  const table = exportFormat(request)
  if (table) return exportReply<Wreath>(request, wreathSheet(request.locale, facts.wreaths), table, 'wreaths')
  return redirect(`${ceremonyPath(facts.event.id)}#wreaths`)
}

async function draw(
  request: WebRequest,
  forms: { readonly details?: FormState; readonly wreath?: FormState; readonly editing?: WreathId } = {},
) {
  const { db, actor } = request.ctx
  const event = await eventOf(request)
  const [ceremony, wreaths, monuments, organisations] = await Promise.all([
    ceremonyOf(db, event.id),
    wreathsOf(db, event.id),
    monumentNames(db),
    findOrganisations(db, { limit: SUGGESTED, active: true }),
  ])
  const wanted = forms.editing ?? one(request.query, 'wreath')
  const editing = wreaths.find((w) => w.id === wanted) ?? null
  return ceremonyPage(request.frame, {
    office: await officeEvent(request, event.id),
    ceremony,
    wreaths,
    monuments,
    organisations: organisations.map((o) => o.name),
    details: forms.details ?? { values: ceremonyValues(ceremony), errors: [] },
    wreath: forms.wreath ?? { values: editing ? wreathValues(editing) : NEW_WREATH, errors: [] },
    editing,
    mayChange: mayKeep(actor, event.unitId) && event.state !== 'closed' && event.state !== 'cancelled',
    held: !isAhead(event.state),
    done: one(request.query, 'done'),
  })
}

const sentence = (request: WebRequest) => (refusal: Refusal) => sentenceOf(request.locale, refusal)
const back = (event: CityEvent, done: string) => redirect(`${ceremonyPath(event.id)}?done=${done}`)

function wreathIdOf(request: WebRequest): WreathId {
  const text = request.params['wreath'] ?? ''
  return foundId(text, 'wreath')
}

type TypedWreath = Omit<WreathInput, 'organisationId'>

async function inputOf(request: WebRequest, typed: TypedWreath): Promise<WreathInput> {
  return { ...typed, organisationId: await organisationOfName(request.ctx.db, typed.delegation) }
}

export const ceremonyRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, policy: sees, handle: show },
  { method: 'GET', path: `${PATH}/wreaths`, policy: sees, handle: showWreaths },
  {
    method: 'POST',
    path: PATH,
    policy: keeps,
    async handle(request) {
      const event = await eventOf(request)
      return submit(request, {
        schema: ceremonyForm,
        act: ({ version, ...input }) => saveCeremony(request.ctx, event.id, version, input),
        done: () => back(event, 'saved'),
        sentence: sentence(request),
        again: (details) => draw(request, { details }),
      })
    },
  },
  {
    method: 'POST',
    path: `${PATH}/wreaths`,
    policy: keeps,
    async handle(request) {
      const event = await eventOf(request)
      return submit(request, {
        schema: wreathForm,
        act: async (typed) => addWreath(request.ctx, event.id, await inputOf(request, typed)),
        done: () => back(event, 'added'),
        sentence: sentence(request),
        again: (wreath) => draw(request, { wreath }),
      })
    },
  },
  {
    method: 'POST',
    path: `${PATH}/wreaths/:wreath`,
    policy: keeps,
    async handle(request) {
      const [event, editing] = [await eventOf(request), wreathIdOf(request)]
      return submit(request, {
        schema: wreathForm,
        act: async (typed) => changeWreath(request.ctx, event.id, editing, await inputOf(request, typed)),
        done: () => back(event, 'changed'),
        sentence: sentence(request),
        again: (wreath) => draw(request, { wreath, editing }),
      })
    },
  },
  {
    method: 'POST',
    path: `${PATH}/wreaths/:wreath/remove`,
    policy: keeps,
    async handle(request) {
      const event = await eventOf(request)
      return submit(request, {
        schema: emptyForm,
        act: () => removeWreath(request.ctx, event.id, wreathIdOf(request)),
        done: () => back(event, 'removed'),
        sentence: sentence(request),
        again: (wreath) => draw(request, { wreath: { ...wreath, values: NEW_WREATH } }),
      })
    },
  },
  {
    method: 'POST',
    path: `${PATH}/laid`,
    policy: keeps,
    async handle(request) {
      const event = await eventOf(request)
      return submit(request, {
        schema: laidForm,
        act: ({ laid }) => markLaid(request.ctx, event.id, laid),
        done: () => back(event, 'laid'),
        sentence: sentence(request),
        again: (wreath) => draw(request, { wreath: { ...wreath, values: NEW_WREATH } }),
      })
    },
  },
]
