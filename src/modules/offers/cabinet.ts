/** Addresses of the cabinet: events that one's organisations offer. */
import { Forbidden, found, foundId } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Context } from '../../platform/context.ts'
import {
  one,
  page,
  type Reply,
  type Route,
  redirect,
  represents,
  type WebRequest,
} from '../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../platform/http/submit.ts'
import { eventById, isPublic } from '../events/index.ts'
import { organisationsByIds } from '../organisations/index.ts'
import type { CabinetTask } from '../representatives/index.ts'
import { sendOffer, sendOfferAgain, withdrawOffer } from './actions.ts'
import { empty, offerForm } from './forms.ts'
import { mayOffer } from './policy.ts'
import { listOffers, offerById } from './store.ts'
import { sentence, textsOf } from './texts/index.ts'
import type { Offer, OfferId, OrganisationId } from './types.ts'
import { offerFormPage, offerPage, offersPage } from './views/cabinet.ts'
import { CABINET } from './views/shared.ts'

function organisationsOf({ ctx }: WebRequest): readonly OrganisationId[] {
  if (ctx.actor.kind !== 'representative') throw new Forbidden('represents')
  return ctx.actor.organisations
}

function idOf(request: WebRequest): OfferId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'eventOffer', 'offer')
}

/** Of others there is none. */
async function own(request: WebRequest): Promise<Offer> {
  const { ctx } = request
  const offer = await offerById(ctx.db, idOf(request))
  return found(offer && mayOffer(ctx.actor, offer.organisationId) ? offer : null, 'offer')
}

async function list(request: WebRequest): Promise<Reply> {
  const organisations = organisationsOf(request)
  const filter = { state: null, text: '', after: one(request.query, 'after'), organisations }
  return page(
    offersPage(request.frame, {
      page: await listOffers(request.ctx.db, filter),
      several: organisations.length > 1,
      done: one(request.query, 'done'),
    }),
  )
}

async function draw(request: WebRequest, wrong?: string) {
  const offer = await own(request)
  const event = offer.eventId && (await eventById(request.ctx.db, offer.eventId))
  return offerPage(request.frame, {
    offer,
    shown: event !== null && isPublic(event.state),
    email: request.house.city.email,
    done: one(request.query, 'done'),
    wrong,
  })
}

async function drawForm(request: WebRequest, offer: Offer | null, form: FormState) {
  const ids = offer ? [offer.organisationId] : organisationsOf(request)
  const known = await organisationsByIds(request.ctx.db, ids)
  return offerFormPage(request.frame, {
    offer,
    organisations: ids.flatMap((id) => known.get(id) ?? []),
    form,
  })
}

async function send(request: WebRequest): Promise<Reply> {
  return submit(request, {
    schema: offerForm,
    act: ({ organisationId, content }) => sendOffer(request.ctx, { organisationId, content }),
    done: (id) => redirect(`${CABINET}/${id}?done=submitted`),
    sentence: sentence(request.locale),
    again: (form) => drawForm(request, null, form),
  })
}

async function sendAgain(request: WebRequest): Promise<Reply> {
  const offer = await own(request)
  return submit(request, {
    schema: offerForm,
    act: ({ version, content }) =>
      sendOfferAgain(request.ctx, { id: offer.id, version: found(version, 'version') }, content),
    done: () => redirect(`${CABINET}/${offer.id}?done=submitted`),
    sentence: sentence(request.locale),
    again: (form) => drawForm(request, offer, form),
  })
}

async function withdraw(request: WebRequest): Promise<Reply> {
  return submit(request, {
    schema: empty,
    act: () => withdrawOffer(request.ctx, idOf(request)),
    done: () => redirect(`${CABINET}?done=withdrawn`),
    sentence: sentence(request.locale),
    again: (form) => draw(request, form.errors[0]?.message),
  })
}

export const cabinetRoutes: readonly Route[] = [
  { method: 'GET', path: CABINET, policy: represents, handle: list },
  {
    method: 'GET',
    path: `${CABINET}/new`,
    policy: represents,
    handle: async (request) => page(await drawForm(request, null, CLEAN)),
  },
  { method: 'POST', path: `${CABINET}/new`, policy: represents, handle: send },
  {
    method: 'GET',
    path: `${CABINET}/:id`,
    policy: represents,
    handle: async (request) => page(await draw(request)),
  },
  {
    method: 'GET',
    path: `${CABINET}/:id/edit`,
    policy: represents,
    handle: async (request) => page(await drawForm(request, await own(request), CLEAN)),
  },
  { method: 'POST', path: `${CABINET}/:id/edit`, policy: represents, handle: sendAgain },
  { method: 'POST', path: `${CABINET}/:id/withdraw`, policy: represents, handle: withdraw },
]

const SHOWN = 6

/** What came back is the first thing to do. */
export async function offerTasks(
  ctx: Context,
  organisations: readonly OrganisationId[],
  locale: Locale,
): Promise<readonly CabinetTask[]> {
  const t = textsOf(locale).cabinet
  const { rows } = await listOffers(ctx.db, { state: 'returned', text: '', after: '', organisations }, SHOWN)
  return rows.map((o) => ({
    title: t.taskReturned(o.title),
    text: t.taskText,
    href: `${CABINET}/${o.id}`,
    step: t.taskStep,
  }))
}
