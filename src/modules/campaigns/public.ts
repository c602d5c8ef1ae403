/** Addresses of the letter's link, of the code that is typed by hand, and of finished checks. */
import { found } from '../../kernel/errors.ts'
import { Refused, refuse } from '../../kernel/refusal.ts'
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
import { CLEAN, type FormState, submit } from '../../platform/http/submit.ts'
import { hashSecret } from '../../platform/random.ts'
import { directions } from '../organisations/index.ts'
import { answerByLink, noteOpened } from './actions/answer.ts'
import { KEY, secretsOf } from './credentials.ts'
import { confirmForm, correctForm, typedOf, valuesOfRegistered } from './forms/answer.ts'
import { codeForm } from './forms/settings.ts'
import { readCode } from './rules/letter.ts'
import { mayAnswerByLink } from './rules/standing.ts'
import { campaignById, closedCampaigns, openedInYear } from './store/campaigns.ts'
import { invitationByHash } from './store/invitations.ts'
import { registered } from './store/registered.ts'
import { refusalSentence } from './texts/index.ts'
import type { Campaign, Invitation } from './types.ts'
import { checkPage, codePage, correctPage, overPage, resultPage, resultsPage } from './views/public.ts'

type Asked = { readonly secret: string; readonly invitation: Invitation; readonly campaign: Campaign }

async function askedBy(request: WebRequest): Promise<Asked> {
  const { db } = request.ctx
  const secret = request.params['secret'] ?? ''
  const byHash = /^[\w-]{43}$/.test(secret)
    ? await invitationByHash(db, 'secret_hash', hashSecret(secret))
    : null
  const invitation = found(byHash, 'invitation')
  return { secret, invitation, campaign: found(await campaignById(db, invitation.campaignId), 'campaign') }
}

/** Null where the link still works; else the page that says that it no longer does. */
function over(request: WebRequest, { campaign }: Asked): Reply | null {
  return mayAnswerByLink(campaign, request.ctx.today) === true
    ? null
    : page(overPage(request.frame, campaign), 410)
}

async function shownOf(request: WebRequest, { invitation }: Asked) {
  const { db } = request.ctx
  return {
    registered: found(await registered(db, invitation.organisationId), 'organisation'),
    directions: (await directions(db)).filter((d) => d.active),
    open: false,
  }
}

async function checkView(request: WebRequest, asked: Asked, form: FormState = CLEAN) {
  const shown = await shownOf(request, asked)
  const council = request.house.city.council[request.locale]
  return checkPage(request.frame, { ...asked, shown, form, done: one(request.query, 'done') }, council)
}

async function correctView(request: WebRequest, asked: Asked, form?: FormState) {
  const shown = await shownOf(request, asked)
  return correctPage(request.frame, {
    ...asked,
    shown,
    form: form ?? { values: valuesOfRegistered(shown.registered), errors: [] },
  })
}

async function open(request: WebRequest): Promise<Reply> {
  const asked = await askedBy(request)
  const gone = over(request, asked)
  if (gone) return gone
  if (asked.invitation.openedAt === null) await noteOpened(request.ctx, asked.invitation.id)
  return page(await checkView(request, asked))
}

async function openCorrect(request: WebRequest): Promise<Reply> {
  const asked = await askedBy(request)
  return over(request, asked) ?? page(await correctView(request, asked))
}

const sentence =
  ({ locale }: WebRequest) =>
  (refusal: Parameters<typeof refusalSentence>[1]) =>
    refusalSentence(locale, refusal)

async function confirm(request: WebRequest): Promise<Reply> {
  const asked = await askedBy(request)
  const gone = over(request, asked)
  if (gone) return gone
  return submit(request, {
    schema: confirmForm,
    act: (who) => answerByLink(request.ctx, asked.secret, { ...who, typed: null, note: null }),
    done: (kind) => redirect(localPath(request.locale, `/check/${asked.secret}?done=${kind}`)),
    sentence: sentence(request),
    again: (form) => checkView(request, asked, form),
  })
}

async function correct(request: WebRequest): Promise<Reply> {
  const asked = await askedBy(request)
  const gone = over(request, asked)
  if (gone) return gone
  const ofBody = asked.invitation.kind === 'selfOrganisationBody'
  return submit(request, {
    schema: correctForm,
    act: (input) => {
      const { name, post, seen, note } = input
      const typed = typedOf(input, ofBody)
      return answerByLink(request.ctx, asked.secret, { name, post, seen, note, typed })
    },
    done: (kind) => redirect(localPath(request.locale, `/check/${asked.secret}?done=${kind}`)),
    sentence: sentence(request),
    again: (form) => correctView(request, asked, form),
  })
}

/** A code leads to the same page as the link. */
function byCode(request: WebRequest): Promise<Reply> {
  return submit(request, {
    schema: codeForm,
    act: async ({ code }) => {
      const read = readCode(code)
      const invitation = read && (await invitationByHash(request.ctx.db, 'code_hash', hashSecret(read)))
      if (!invitation) throw new Refused([refuse('code_unknown', {}, 'code')])
      return secretsOf(request.house.keyFor(KEY), invitation.id).secret
    },
    done: (secret) => redirect(localPath(request.locale, `/check/${secret}`)),
    sentence: sentence(request),
    again: (form) => codePage(request.frame, form),
  })
}

async function result(request: WebRequest): Promise<Reply> {
  const year = /^\d{4}$/.test(request.params['year'] ?? '') ? Number(request.params['year']) : 0
  const campaign = found(await openedInYear(request.ctx.db, year), 'campaign')
  found(campaign.state === 'closed' ? campaign : null, 'campaign')
  return page(resultPage(request.frame, campaign))
}

export const publicRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/check',
    policy: anyone,
    cached: true,
    handle: ({ frame }) => page(codePage(frame, CLEAN)),
  },
  { method: 'POST', path: '/check', policy: anyone, handle: byCode },
  { method: 'GET', path: '/check/:secret', policy: anyone, handle: open },
  { method: 'POST', path: '/check/:secret', policy: anyone, handle: confirm },
  { method: 'GET', path: '/check/:secret/correct', policy: anyone, handle: openCorrect },
  { method: 'POST', path: '/check/:secret/correct', policy: anyone, handle: correct },
  {
    method: 'GET',
    path: '/checks',
    policy: anyone,
    cached: true,
    handle: async ({ ctx, frame }) => page(resultsPage(frame, await closedCampaigns(ctx.db))),
  },
  { method: 'GET', path: '/checks/:year', policy: anyone, cached: true, handle: result },
]
