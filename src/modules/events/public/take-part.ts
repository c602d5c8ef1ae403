/** Visitors take part: register, confirm or give up by the link, ask, say how it was, offer a talk; invited organisations answer. */
import { found } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { qrCode } from '../../../platform/documents/qr.ts'
import {
  anyone,
  localPath,
  one,
  page,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { readSetting } from '../../../platform/settings.ts'
import { organisationById } from '../../organisations/index.ts'
import { giveFeedback } from '../actions/follow-up.ts'
import { answerInvitation } from '../actions/invite.ts'
import { invitationPath, readInvitationKey, readRegistrationKey, registrationPath } from '../actions/links.ts'
import { askQuestion } from '../actions/questions.ts'
import { register } from '../actions/register.ts'
import { cancelRegistration, confirmRegistration } from '../actions/registration.ts'
import { FORGET_AFTER_MONTHS } from '../actions/remind.ts'
import { offerTalk } from '../actions/talks.ts'
import * as forms from '../forms/public.ts'
import { hasFeature } from '../rules/kinds.ts'
import { CONFIRM_HOURS, registrationInTime, registrationOpen } from '../rules/registration.ts'
import { isPublic } from '../rules/state.ts'
import { daysOf } from '../store/days.ts'
import { eventById, eventForCrowd } from '../store/events.ts'
import { invitationById } from '../store/invitations.ts'
import { beforeInLine, freePlaces, peopleNamedBy, registrationById } from '../store/registrations.ts'
import { refusalSentence, textsOf } from '../texts/index.ts'
import { eventPath } from '../views/event.ts'
import * as views from '../views/take-part.ts'
import { publicEvent } from './event.ts'

const sentences = (request: WebRequest) => (refusal: Parameters<typeof refusalSentence>[1]) =>
  refusalSentence(request.locale, refusal)

const at = (request: WebRequest, path: string) => localPath(request.locale, path)

async function registerView(request: WebRequest, form: FormState = CLEAN): Promise<Html> {
  const { db, today } = request.ctx
  const { event, days } = await publicEvent(request)
  const open = registrationOpen(event, today)
  const months = (await readSetting(db, 'events.forgetAfterMonths')) ?? FORGET_AFTER_MONTHS
  const errors =
    open === true || form.errors.length > 0
      ? form.errors
      : [{ field: null, message: refusalSentence(request.locale, open) }]
  return views.registerPage(request.frame, {
    event,
    days,
    form: { values: form.values, errors },
    free: await freePlaces(db, event.id, event.seats),
    months,
  })
}

async function registerPost(request: WebRequest): Promise<Reply> {
  const { ctx, house, locale, params } = request
  const id = params['id'] ?? ''
  const read = isId(id) ? await eventForCrowd(ctx.db, asId<'event'>(id)) : null
  const event = found(read && isPublic(read.state) ? read : null, 'event')
  return submit(request, {
    schema: forms.registerForm(event.registrationQuestions),
    act: (input) => register(ctx, house, { ...input, eventId: event.id, organisationId: null, locale }),
    done: ({ id, state }) => {
      const words = state === 'waiting' ? '?state=waiting' : ''
      // Nothing leaves a demonstration: what the letter would say is shown instead.
      const demo =
        house.demonstration && state !== 'known'
          ? `${words === '' ? '?' : '&'}link=${encodeURIComponent(registrationPath(house, id))}`
          : ''
      return redirect(at(request, `${eventPath(event, '/registered')}${words}${demo}`))
    },
    sentence: sentences(request),
    again: (form) => registerView(request, form),
  })
}

async function registered(request: WebRequest): Promise<Reply> {
  const { event, days } = await publicEvent(request)
  const link = one(request.query, 'link')
  return page(
    views.registeredPage(request.frame, {
      event,
      days,
      state: one(request.query, 'state') === 'waiting' ? 'waiting' : 'unconfirmed',
      hours: CONFIRM_HOURS,
      link:
        request.house.demonstration && /^\/take-part\/[\w.-]{1,120}$/.test(link) ? at(request, link) : null,
    }),
  )
}

async function takePartView(request: WebRequest, form: FormState = CLEAN): Promise<Html> {
  const { ctx, house, locale } = request
  const id = found(readRegistrationKey(house, request.params['key'] ?? ''), 'registration')
  const registration = found(await registrationById(ctx.db, id), 'registration')
  const event = found(await eventById(ctx.db, registration.eventId), 'event')
  const path = at(request, registrationPath(house, id))
  const door = `${house.baseUrl}/office/events/${event.id}/day?code=${registration.code}`
  return views.takePartPage(request.frame, {
    event,
    days: await daysOf(ctx.db, [event.id]),
    registration,
    before: registration.state === 'waiting' ? await beforeInLine(ctx.db, registration) : 0,
    path,
    form,
    done: one(request.query, 'done') || undefined,
    qr: registration.state === 'confirmed' ? qrCode(door, textsOf(locale).public.takePart.qr) : null,
  })
}

async function takePartPost(request: WebRequest): Promise<Reply> {
  const { ctx, house } = request
  const id = found(readRegistrationKey(house, request.params['key'] ?? ''), 'registration')
  return submit(request, {
    schema: forms.takePartForm,
    act: async ({ act }) => {
      if (act === 'confirm') return confirmRegistration(ctx, house, id)
      await cancelRegistration(ctx, house, id)
      return 'cancelled' as const
    },
    done: (state) => redirect(at(request, `${registrationPath(house, id)}?done=${state}`)),
    sentence: sentences(request),
    again: (form) => takePartView(request, form),
  })
}

async function askView(request: WebRequest, form: FormState = CLEAN): Promise<Html> {
  return views.askPage(request.frame, { ...(await publicEvent(request)), form })
}

async function askPost(request: WebRequest): Promise<Reply> {
  const { event } = await publicEvent(request)
  return submit(request, {
    schema: forms.askForm,
    act: (input) => askQuestion(request.ctx, event.id, { ...input, locale: request.locale }),
    done: () => redirect(at(request, eventPath(event, '/thanks?for=asking'))),
    sentence: sentences(request),
    again: (form) => askView(request, form),
  })
}

async function feedbackView(request: WebRequest, form: FormState = CLEAN): Promise<Html> {
  return views.feedbackPage(request.frame, { ...(await publicEvent(request)), form })
}

async function feedbackPost(request: WebRequest): Promise<Reply> {
  const { event } = await publicEvent(request)
  return submit(request, {
    schema: forms.feedbackForm,
    act: (input) => giveFeedback(request.ctx, event.id, input),
    done: () => redirect(at(request, eventPath(event, '/thanks?for=feedback'))),
    sentence: sentences(request),
    again: (form) => feedbackView(request, form),
  })
}

async function talkView(request: WebRequest, form: FormState = CLEAN): Promise<Html> {
  const about = await publicEvent(request)
  found(hasFeature(about.event.kind, 'callForTalks') ? true : null, 'call for talks')
  return views.offerTalkPage(request.frame, { ...about, form })
}

async function talkPost(request: WebRequest): Promise<Reply> {
  const { event } = await publicEvent(request)
  return submit(request, {
    schema: forms.talkOfferForm,
    act: (input) => offerTalk(request.ctx, event.id, input),
    done: () => redirect(at(request, eventPath(event, '/thanks?for=talk'))),
    sentence: sentences(request),
    again: (form) => talkView(request, form),
  })
}

async function thanks(request: WebRequest): Promise<Reply> {
  const t = textsOf(request.locale).public
  const about = await publicEvent(request)
  const what = one(request.query, 'for')
  const { thanks: title, thanksText: text } =
    what === 'talk' ? t.talk : what === 'feedback' ? t.feedback : t.asking
  return page(views.thanksPage(request.frame, { ...about, title, text }))
}

async function invitedView(request: WebRequest, form: FormState = CLEAN): Promise<Html> {
  const { ctx, house } = request
  const id = found(readInvitationKey(house, request.params['key'] ?? ''), 'invitation')
  const invitation = found(await invitationById(ctx.db, id), 'invitation')
  const event = found(await eventById(ctx.db, invitation.eventId), 'event')
  const organisation = found(await organisationById(ctx.db, invitation.organisationId), 'organisation')
  const asked = event.state === 'planned' ? ('announced' as const) : event.state
  return views.invitedPage(request.frame, {
    event,
    days: await daysOf(ctx.db, [event.id]),
    invitation,
    organisation: organisation.name,
    people: await peopleNamedBy(ctx.db, event.id, invitation.organisationId),
    path: at(request, invitationPath(house, id)),
    open: registrationInTime({ ...event, state: asked }, ctx.today) === true,
    form,
    done: one(request.query, 'done') === 'answered',
  })
}

async function invitedPost(request: WebRequest): Promise<Reply> {
  const { ctx, house } = request
  const id = found(readInvitationKey(house, request.params['key'] ?? ''), 'invitation')
  return submit(request, {
    schema: forms.invitedForm,
    act: (answer) => answerInvitation(ctx, id, answer),
    done: () => redirect(at(request, `${invitationPath(house, id)}?done=answered`)),
    sentence: sentences(request),
    again: (form) => invitedView(request, form),
  })
}

/** A form and where it goes. */
function formAt(
  path: string,
  show: (request: WebRequest) => Promise<Html>,
  post: (request: WebRequest) => Promise<Reply>,
): Route[] {
  return [
    { method: 'GET', path, policy: anyone, handle: async (request) => page(await show(request)) },
    { method: 'POST', path, policy: anyone, handle: post },
  ]
}

export const takePartRoutes: readonly Route[] = [
  ...formAt('/events/:id/register', registerView, registerPost),
  { method: 'GET', path: '/events/:id/registered', policy: anyone, handle: registered },
  ...formAt('/take-part/:key', takePartView, takePartPost),
  ...formAt('/events/:id/ask', askView, askPost),
  ...formAt('/events/:id/feedback', feedbackView, feedbackPost),
  ...formAt('/events/:id/offer-talk', talkView, talkPost),
  { method: 'GET', path: '/events/:id/thanks', policy: anyone, handle: thanks },
  ...formAt('/invited/:key', invitedView, invitedPost),
]
