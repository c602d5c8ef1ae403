/** Addresses of public hearings in the office. */
import { found } from '../../kernel/errors.ts'
import { asId, isId } from '../../kernel/ids.ts'
import { accept, isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { documentFormat, documentReply } from '../../platform/http/document.ts'
import { exportFormat, exportReply } from '../../platform/http/export.ts'
import { one, type Policy, page, type Route, redirect, type WebRequest } from '../../platform/http/route.ts'
import { type FormState, submit } from '../../platform/http/submit.ts'
import { lineOf } from '../events/index.ts'
import {
  acceptHearing,
  callHearing,
  changeHearing,
  declineHearing,
  receiveHearing,
  recordDecision,
  recordFollowUp,
} from './actions/hearings.ts'
import { addProposal, addSheet, decideProposal, removeSheet, writeMinutes } from './actions/parts.ts'
import { minutesDocument } from './documents/minutes.ts'
import { hearingSheet } from './documents/sheets.ts'
import * as forms from './forms.ts'
import { mayDecideAny, mayKeepHearings, maySeeHearings } from './policy.ts'
import { readVotes } from './rules/votes.ts'
import { drawHearing, hearingIdOf, inputOf, organisationNamed, organisationNames } from './staff/read.ts'
import { hearingById, hearingOfEvent, listHearings } from './store/hearings.ts'
import { minutesOf, proposalsOf } from './store/parts.ts'
import { sentenceOf } from './texts/index.ts'
import { HEARING_STATES, type Hearing, type ProposalId, type Vote } from './types.ts'
import { hearingList, receivePage } from './views/office-list.ts'
import { OFFICE } from './views/parts.ts'

const sees: Policy = { name: 'hearing.see', allows: maySeeHearings }
const keeps: Policy = { name: 'hearing.keep', allows: mayKeepHearings }
const decides: Policy = { name: 'hearing.proposal.decide', allows: mayDecideAny }
const EXPORTED = 10_000
const ONE = `${OFFICE}/:id`

async function list(request: WebRequest) {
  const { query, ctx } = request
  const state = HEARING_STATES.find((s) => s === one(query, 'state')) ?? null
  const text = one(query, 'q').slice(0, 100)
  const format = exportFormat(request)
  if (format) {
    const { rows } = await listHearings(ctx.db, { state, text }, '', EXPORTED)
    return exportReply<Hearing>(request, hearingSheet(request.locale, rows), format, 'hearings')
  }
  const found = await listHearings(ctx.db, { state, text }, one(query, 'after'))
  return page(hearingList(request.frame, { page: found, state, text, mayKeep: mayKeepHearings(ctx.actor) }))
}

const NEW: FormState = { values: { subject: 'other', initiatorKind: 'residents' }, errors: [] }

async function drawNew(request: WebRequest, form: FormState = NEW) {
  return receivePage(request.frame, { form, organisations: await organisationNames(request.ctx.db) })
}

const sentence = (request: WebRequest) => (refusal: Refusal) => sentenceOf(request.locale, refusal)
const back = (request: WebRequest, done: string) => redirect(`${OFFICE}/${hearingIdOf(request)}?done=${done}`)

function partId<Of extends string>(request: WebRequest, name: string) {
  const text = request.params[name] ?? ''
  return found(isId(text) ? asId<Of>(text) : null, name)
}

async function minutesFile(request: WebRequest) {
  const { ctx, house, locale } = request
  const hearing = found(await hearingById(ctx.db, hearingIdOf(request)), 'hearing')
  const format = documentFormat(request)
  const minutes = await minutesOf(ctx.db, hearing.id)
  if (!format || !minutes) return redirect(`${OFFICE}/${hearing.id}#minutes`)
  const [proposals, event] = await Promise.all([
    proposalsOf(ctx.db, hearing.id),
    hearing.eventId ? lineOf(ctx.db, hearing.eventId) : null,
  ])
  return documentReply(format, {
    key: null,
    name: 'minutes',
    doc: () =>
      minutesDocument({
        locale,
        council: house.city.council[locale],
        demonstration: house.demonstration,
        madeAt: ctx.now,
        hearing,
        minutes,
        proposals,
        place: event?.days[0]?.place ?? null,
      }),
  })
}

function votesOf(text: string | null, participants: number): readonly Vote[] {
  const read = readVotes(text ?? '', participants)
  accept(read.filter((one): one is Refusal => isRefusal(one)))
  return read.filter((one): one is Vote => !isRefusal(one))
}

/** The tab of the event leads to the hearing itself. */
async function ofEvent(request: WebRequest) {
  const hearing = await hearingOfEvent(request.ctx.db, partId<'event'>(request, 'id'))
  return redirect(hearing ? `${OFFICE}/${hearing.id}` : OFFICE)
}

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: '/office/events/:id/hearing', policy: sees, handle: ofEvent },
  { method: 'GET', path: OFFICE, policy: sees, handle: list },
  {
    method: 'GET',
    path: `${OFFICE}/new`,
    policy: keeps,
    handle: async (request) => page(await drawNew(request)),
  },
  {
    method: 'POST',
    path: OFFICE,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: forms.receiveForm,
        act: async (typed) => receiveHearing(request.ctx, await inputOf(request.ctx.db, typed)),
        done: (id) => redirect(`${OFFICE}/${id}?done=received`),
        sentence: sentence(request),
        again: (form) => drawNew(request, form),
      }),
  },
  { method: 'GET', path: ONE, policy: sees, handle: async (request) => page(await drawHearing(request)) },
  {
    method: 'POST',
    path: ONE,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: forms.editForm,
        act: async ({ version, ...typed }) =>
          changeHearing(request.ctx, hearingIdOf(request), version, await inputOf(request.ctx.db, typed)),
        done: () => back(request, 'saved'),
        sentence: sentence(request),
        again: (edit) => drawHearing(request, { edit }),
      }),
  },
  {
    method: 'POST',
    path: `${ONE}/accept`,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: forms.versionForm,
        act: ({ version }) => acceptHearing(request.ctx, hearingIdOf(request), version),
        done: () => back(request, 'accepted'),
        sentence: sentence(request),
        again: ({ errors }) =>
          drawHearing(request, {
            accept: { values: {}, errors: errors.map((e) => ({ ...e, field: null })) },
          }),
      }),
  },
  {
    method: 'POST',
    path: `${ONE}/decline`,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: forms.declineForm,
        act: ({ version, reason }) => declineHearing(request.ctx, hearingIdOf(request), version, reason),
        done: () => back(request, 'declined'),
        sentence: sentence(request),
        again: (decline) => drawHearing(request, { decline }),
      }),
  },
  {
    method: 'POST',
    path: `${ONE}/sheets`,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: forms.sheetForm,
        act: (input) => addSheet(request.ctx, hearingIdOf(request), input),
        done: () => back(request, 'sheet'),
        sentence: sentence(request),
        again: (sheet) => drawHearing(request, { sheet }),
      }),
  },
  {
    method: 'POST',
    path: `${ONE}/sheets/:sheet/remove`,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: forms.emptyForm,
        act: () => removeSheet(request.ctx, hearingIdOf(request), partId<'hearingSheet'>(request, 'sheet')),
        done: () => back(request, 'saved'),
        sentence: sentence(request),
        again: (sheet) => drawHearing(request, { sheet }),
      }),
  },
  {
    method: 'POST',
    path: `${ONE}/call`,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: forms.callForm,
        act: ({ version, ...call }) => callHearing(request.ctx, hearingIdOf(request), version, call),
        done: () => back(request, 'called'),
        sentence: sentence(request),
        again: (call) => drawHearing(request, { call }),
      }),
  },
  { method: 'GET', path: `${ONE}/minutes`, policy: sees, handle: minutesFile },
  {
    method: 'POST',
    path: `${ONE}/minutes`,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: forms.minutesForm,
        act: async ({ minutesVersion, votes, ...rest }) =>
          writeMinutes(request.ctx, hearingIdOf(request), minutesVersion, {
            ...rest,
            votes: votesOf(votes, rest.participants),
          }),
        done: () => back(request, 'minutes'),
        sentence: sentence(request),
        again: (minutes) => drawHearing(request, { minutes }),
      }),
  },
  {
    method: 'POST',
    path: `${ONE}/proposals`,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: forms.proposalForm,
        act: async ({ organisation, ...rest }) =>
          addProposal(request.ctx, hearingIdOf(request), {
            ...rest,
            organisationId: await organisationNamed(request.ctx.db, organisation),
          }),
        done: () => back(request, 'proposal'),
        sentence: sentence(request),
        again: (proposal) => drawHearing(request, { proposal }),
      }),
  },
  {
    method: 'POST',
    path: `${ONE}/proposals/:proposal`,
    policy: decides,
    handle: (request) => {
      const deciding: ProposalId = partId<'hearingProposal'>(request, 'proposal')
      return submit(request, {
        schema: forms.decideProposalForm,
        act: ({ proposalVersion, ...decision }) =>
          decideProposal(request.ctx, deciding, proposalVersion, decision),
        done: () => back(request, 'decided'),
        sentence: sentence(request),
        again: (decide) => drawHearing(request, { decide, deciding }),
      })
    },
  },
  {
    method: 'POST',
    path: `${ONE}/decision`,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: forms.decisionForm,
        act: ({ version, ...decision }) =>
          recordDecision(request.ctx, hearingIdOf(request), version, decision),
        done: () => back(request, 'decided'),
        sentence: sentence(request),
        again: (decision) => drawHearing(request, { decision }),
      }),
  },
  {
    method: 'POST',
    path: `${ONE}/follow-ups/:months`,
    policy: keeps,
    handle: (request) => {
      const following = Number(request.params['months'])
      return submit(request, {
        schema: forms.followUpForm,
        act: ({ note }) => recordFollowUp(request.ctx, hearingIdOf(request), following, note),
        done: () => back(request, 'follow'),
        sentence: sentence(request),
        again: (followUp) => drawHearing(request, { followUp, following }),
      })
    },
  },
]
