/** Addresses of those who are asked: lists, one of them, paper letters. */
import type { z } from 'zod'
import { found } from '../../../kernel/errors.ts'
import { historyOf } from '../../../platform/audit.ts'
import { renderPdf } from '../../../platform/documents/index.ts'
import type { SheetColumn } from '../../../platform/documents/tables/index.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import {
  download,
  one,
  page,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { directions, KIND_ORDER, kindName } from '../../organisations/index.ts'
import { answerByClerk } from '../actions/answer.ts'
import { recordCall } from '../actions/call.ts'
import { fillingOf } from '../actions/letters.ts'
import { KEY } from '../credentials.ts'
import { lettersDocument } from '../documents/letters.ts'
import { clerkConfirmForm, clerkCorrectForm, typedOf } from '../forms/answer.ts'
import { callForm } from '../forms/settings.ts'
import { mayRunChecks } from '../policy.ts'
import { isOver } from '../rules/standing.ts'
import { answersOf, callsOf } from '../store/answers.ts'
import * as store from '../store/invitations.ts'
import { phonesOf, postalOf, registered } from '../store/registered.ts'
import { texts } from '../texts/index.ts'
import {
  type Campaign,
  INVITATION_STATES,
  type InvitationId,
  type InvitationLine,
  type InvitationState,
} from '../types.ts'
import { LETTERS_IN_FILE } from '../views/board.ts'
import { type InvitationView, invitationPage } from '../views/invitation.ts'
import { callsPage, invitationPath, invitationsPage } from '../views/invitations.ts'
import { PATH } from '../views/parts.ts'
import { campaignOf, param, runs, sees, sentences } from './common.ts'

const MOST_ROWS = 10_000
/** Who has not answered, as long as nobody said that it is no more. */
const UNANSWERED: readonly InvitationState[] = ['waiting', 'sent', 'failed', 'opened', 'silent']

function columns(request: WebRequest): readonly SheetColumn<InvitationLine>[] {
  const t = texts[request.locale]
  return [
    { key: 'organisation', title: t.columns.organisation, kind: 'text', value: (i) => i.name },
    { key: 'kind', title: t.columns.kind, kind: 'text', value: (i) => kindName(request.locale, i.kind) },
    { key: 'channel', title: t.columns.channel, kind: 'text', value: (i) => t.channels[i.channel] },
    { key: 'state', title: t.columns.state, kind: 'text', value: (i) => t.states[i.state] },
    { key: 'calls', title: t.columns.calls, kind: 'integer', value: (i) => i.calls },
    {
      key: 'lastCall',
      title: t.columns.lastCall,
      kind: 'text',
      value: (i) => (i.lastCall === null ? null : t.outcomes[i.lastCall]),
    },
  ]
}

async function list(request: WebRequest): Promise<Reply> {
  const campaign = await campaignOf(request)
  const { db, today } = request.ctx
  const state = INVITATION_STATES.find((s) => s === one(request.query, 'state')) ?? null
  const kind = KIND_ORDER.find((k) => k === one(request.query, 'kind')) ?? null
  const text = one(request.query, 'q').slice(0, 100)
  const filter = { states: state ? [state] : [], kind, text, after: one(request.query, 'after') }
  const over = isOver(campaign, today)
  const format = exportFormat(request)
  if (format) {
    const { rows } = await store.listInvitations(db, campaign.id, over, { ...filter, after: '' }, MOST_ROWS)
    const name = texts[request.locale].list.caption
    return exportReply(request, { name, rows, columns: columns(request) }, format, `zvirka-${campaign.year}`)
  }
  const rows = await store.listInvitations(db, campaign.id, over, filter)
  return page(invitationsPage(request.frame, { campaign, page: rows, text, state, kind }))
}

async function calls(request: WebRequest): Promise<Reply> {
  const campaign = await campaignOf(request)
  const { db, today, actor } = request.ctx
  const over = isOver(campaign, today)
  const filter = { states: UNANSWERED, kind: null, text: '', after: one(request.query, 'after') }
  const format = exportFormat(request)
  const t = texts[request.locale]
  if (format) {
    const { rows } = await store.listInvitations(db, campaign.id, over, { ...filter, after: '' }, MOST_ROWS)
    const phones = await phonesOf(
      db,
      rows.map((i) => i.organisationId),
    )
    const phone: SheetColumn<InvitationLine> = {
      key: 'phones',
      title: t.columns.phones,
      kind: 'text',
      value: (i) => (phones.get(i.organisationId) ?? []).join('; '),
    }
    const sheet = { name: t.calls.title, rows, columns: [...columns(request), phone] }
    return exportReply(request, sheet, format, `dzvinky-${campaign.year}`)
  }
  const rows = await store.listInvitations(db, campaign.id, over, filter)
  const counts = await store.countStates(db, campaign.id, over)
  return page(
    callsPage(request.frame, {
      campaign,
      page: rows,
      phones: await phonesOf(
        db,
        rows.rows.map((i) => i.organisationId),
      ),
      left: counts.reduce((n, k) => n + UNANSWERED.reduce((m, s) => m + k.counts[s], 0), 0),
      mayRun: mayRunChecks(actor),
    }),
  )
}

async function show(request: WebRequest, which: InvitationView['which'] = null, form: FormState = CLEAN) {
  const campaign = await campaignOf(request)
  const { db, today, actor } = request.ctx
  const id = param(request, 'invitation', 'invitation')
  const over = isOver(campaign, today)
  const invitation = found(await store.invitationLine(db, campaign.id, id, over), 'invitation')
  return invitationPage(request.frame, {
    campaign,
    invitation,
    answers: await answersOf(db, id),
    calls: await callsOf(db, id),
    shown: {
      registered: found(await registered(db, invitation.organisationId), 'organisation'),
      directions: (await directions(db)).filter((d) => d.active),
      open: true,
    },
    history: await historyOf(db, [{ type: 'invitation', id }]),
    mayRun: mayRunChecks(actor),
    done: one(request.query, 'done'),
    which,
    form,
  })
}

function verb<T>(
  path: 'confirm' | 'correct' | 'call',
  schema: z.ZodType<T>,
  act: (request: WebRequest, id: InvitationId, input: T) => Promise<unknown>,
): Route {
  return {
    method: 'POST',
    path: `${PATH}/:id/organisations/:invitation/${path}`,
    policy: runs,
    async handle(request) {
      const campaign = await campaignOf(request)
      const id = param(request, 'invitation', 'invitation')
      return submit(request, {
        schema,
        act: (input) => act(request, id, input),
        done: () =>
          redirect(`${invitationPath(campaign, { id })}?done=${path === 'call' ? 'called' : 'answered'}`),
        sentence: sentences(request),
        again: (form) => show(request, path, form),
      })
    },
  }
}

async function letters(request: WebRequest): Promise<Reply> {
  const campaign = await campaignOf(request)
  found(campaign.state === 'open' ? campaign : null, 'letters')
  const { db, now } = request.ctx
  const asked = Number(one(request.query, 'from'))
  const from = Number.isInteger(asked) && asked >= 0 && asked < 1_000_000 ? asked : 0
  const rows = await store.paperInvitations(db, campaign.id, from, LETTERS_IN_FILE)
  found(rows[0], 'letters')
  const document = lettersDocument(campaign, request.house, await papers(request, campaign, rows), from, now)
  return download(`lysty-${campaign.year}-${from + 1}.pdf`, 'application/pdf', await renderPdf(document))
}

async function papers(
  request: WebRequest,
  campaign: Campaign,
  rows: Awaited<ReturnType<typeof store.paperInvitations>>,
) {
  const { db } = request.ctx
  const { house } = request
  const sender = { key: house.keyFor(KEY), baseUrl: house.baseUrl, council: house.city.council.uk }
  const all = await directions(db)
  const addresses = await postalOf(
    db,
    rows.map((i) => i.organisationId),
  )
  const made = []
  for (const invitation of rows) {
    const now = await registered(db, invitation.organisationId)
    if (now === null) continue
    made.push({
      name: invitation.name,
      address: addresses.get(invitation.organisationId) ?? null,
      filling: fillingOf(campaign, invitation, sender),
      registered: now,
      directions: all.filter((d) => now.directions.includes(d.id)).map((d) => d.name),
    })
  }
  return made
}

export const invitationRoutes: readonly Route[] = [
  { method: 'GET', path: `${PATH}/:id/organisations`, policy: sees, handle: list },
  { method: 'GET', path: `${PATH}/:id/calls`, policy: runs, handle: calls },
  { method: 'GET', path: `${PATH}/:id/letters.pdf`, policy: runs, handle: letters },
  {
    method: 'GET',
    path: `${PATH}/:id/organisations/:invitation`,
    policy: runs,
    handle: async (request) => page(await show(request)),
  },
  verb('confirm', clerkConfirmForm, (r, id, { way, ...who }) =>
    answerByClerk(r.ctx, id, way, { ...who, typed: null, note: null }),
  ),
  verb('correct', clerkCorrectForm, async (r, id, { way, ...input }) => {
    const invitation = found(await store.invitationById(r.ctx.db, id), 'invitation')
    const ofBody = invitation.kind === 'selfOrganisationBody'
    const { name, post, seen, note } = input
    return answerByClerk(r.ctx, id, way, { name, post, seen, note, typed: typedOf(input, ofBody) })
  }),
  verb('call', callForm, (r, id, call) => recordCall(r.ctx, id, call)),
]
