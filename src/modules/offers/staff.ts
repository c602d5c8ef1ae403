/** Addresses of the office: what organisations offer, and the decision. */

import { dayOf } from '../../kernel/civil-date.ts'
import { found, foundId } from '../../kernel/errors.ts'
import { CITY_CALENDAR } from '../../legal-time/calendar.ts'
import { workingDaysAfter } from '../../legal-time/terms.ts'
import { historyOf } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { exportFormat, exportReply } from '../../platform/http/export.ts'
import {
  one,
  type Policy,
  page,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../platform/http/submit.ts'
import type { StartPageItem } from '../../platform/start-page.ts'
import { eventKindName, placeOf } from '../events/index.ts'
import { listUnits } from '../people/index.ts'
import { decideDaysOf, isSilent, silenceNow } from '../publications/index.ts'
import { speakersOf } from '../representatives/index.ts'
import { acceptOffer, measureOf, returnOffer } from './actions.ts'
import { acceptForm, returnForm } from './forms.ts'
import { mayDecideOffers, maySeeOffers } from './policy.ts'
import { listOffers, offerById, waitingOffers } from './store.ts'
import { bilingual, sentence, textsOf } from './texts/index.ts'
import { OFFER_STATES, type Offer, type OfferId } from './types.ts'
import { type OfficeOffer, officeListPage, officeOfferPage } from './views/office.ts'
import { OFFICE, whenShort } from './views/shared.ts'

const sees: Policy = { name: 'offer.see', allows: maySeeOffers }
const decides: Policy = { name: 'offer.decide', allows: mayDecideOffers }
const EXPORTED = 10_000

function idOf(request: WebRequest): OfferId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'eventOffer', 'offer')
}

async function list(request: WebRequest): Promise<Reply> {
  const { ctx, query, locale } = request
  const filter = {
    state: OFFER_STATES.find((s) => s === one(query, 'state')) ?? null,
    text: one(query, 'q').slice(0, 100),
    after: one(query, 'after'),
  }
  const format = exportFormat(request)
  if (!format)
    return page(officeListPage(request.frame, { ...filter, page: await listOffers(ctx.db, filter) }))
  const t = textsOf(locale)
  const { rows } = await listOffers(ctx.db, { ...filter, after: '' }, EXPORTED)
  return exportReply<Offer>(
    request,
    {
      name: t.office.title,
      rows,
      columns: [
        { key: 'title', title: t.columns.title, kind: 'text', value: (o) => o.title },
        {
          key: 'organisation',
          title: t.columns.organisation,
          kind: 'text',
          value: (o) => o.organisationName,
        },
        { key: 'kind', title: t.columns.kind, kind: 'text', value: (o) => eventKindName(locale, o.kind) },
        { key: 'when', title: t.columns.day, kind: 'text', value: (o) => whenShort(locale, o) },
        { key: 'place', title: t.columns.place, kind: 'text', value: (o) => placeOf(locale, o) },
        { key: 'submitted', title: t.columns.submitted, kind: 'instant', value: (o) => o.submittedAt },
        { key: 'state', title: t.columns.state, kind: 'text', value: (o) => t.states[o.state] },
      ],
    },
    format,
    'event-offers',
  )
}

async function draw(request: WebRequest, tried: OfficeOffer['tried'] = null, form: FormState = CLEAN) {
  const { ctx } = request
  const offer = found(await offerById(ctx.db, idOf(request)), 'offer')
  const [speakers, measure, units, silence, history] = await Promise.all([
    speakersOf(ctx.db, [offer.organisationId], ctx.today),
    measureOf(ctx, offer.kind),
    listUnits(ctx.db, { kind: 'unit' }),
    silenceNow(ctx.db, ctx.today),
    historyOf(ctx.db, [{ type: 'eventOffer', id: offer.id }]),
  ])
  const author = speakers.get(offer.organisationId)?.find((s) => s.id === offer.authorId)
  return officeOfferPage(request.frame, {
    offer,
    decides: mayDecideOffers(ctx.actor),
    author: author ?? null,
    measure,
    units,
    silence: silence && isSilent(offer.organisationKind, [silence], ctx.today) ? silence : null,
    history,
    form,
    tried,
    done: one(request.query, 'done'),
  })
}

function accept(request: WebRequest): Promise<Reply> {
  const id = idOf(request)
  return submit(request, {
    schema: acceptForm,
    act: ({ version, unit, counts, announce }) =>
      acceptOffer(request.ctx, request.house, { id, version }, { unitId: unit, counts, announce }),
    done: () => redirect(`${OFFICE}/${id}?done=accepted`),
    sentence: sentence(request.locale),
    again: (form) => draw(request, 'accept', form),
  })
}

function sendBack(request: WebRequest): Promise<Reply> {
  const id = idOf(request)
  return submit(request, {
    schema: returnForm,
    act: ({ version, ...why }) => returnOffer(request.ctx, request.house, { id, version }, why),
    done: () => redirect(`${OFFICE}/${id}?done=returned`),
    sentence: sentence(request.locale),
    again: (form) => draw(request, 'return', form),
  })
}

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: OFFICE, policy: sees, handle: list },
  {
    method: 'GET',
    path: `${OFFICE}/:id`,
    policy: sees,
    handle: async (request) => page(await draw(request)),
  },
  { method: 'POST', path: `${OFFICE}/:id/accept`, policy: decides, handle: accept },
  { method: 'POST', path: `${OFFICE}/:id/return`, policy: decides, handle: sendBack },
]

const SHOWN = 5

/** On the start page of whoever decides. */
export async function waitingItems(ctx: Context): Promise<readonly StartPageItem[]> {
  if (!mayDecideOffers(ctx.actor)) return []
  const rows = await waitingOffers(ctx.db, SHOWN)
  if (rows.length === 0) return []
  // An offer waits no longer than news.
  const days = await decideDaysOf(ctx.db)
  return rows.map((o) => {
    const due = workingDaysAfter(CITY_CALENDAR, dayOf(o.submittedAt), days).date
    const late = ctx.today.since(due).days
    return {
      key: `offer ${o.id}`,
      urgency: late > 0 ? { late } : { due },
      title: bilingual((t) => t.start.title(o.title, o.organisationName)),
      text: { uk: whenShort('uk', o), en: whenShort('en', o) },
      href: `${OFFICE}/${o.id}`,
      step: bilingual((t) => t.start.step),
    }
  })
}
