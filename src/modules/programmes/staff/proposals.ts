/** Proposals to change programmes: the list with its filters, a new one, the coordinator's answer. */

import { unitsOf } from '../../../kernel/actor.ts'
import { foundId } from '../../../kernel/errors.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { Refused } from '../../../kernel/refusal.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { one, type Reply, redirect, page as reply, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, parseForm, submit } from '../../../platform/http/submit.ts'
import { cutPage, decodeCursor } from '../../../platform/keyset.ts'
import {
  boundFields,
  emptyState,
  exportLinks,
  filterForm,
  form,
  linkButton,
  notice,
  page,
  pager,
  selectField,
  withQuery,
} from '../../../ui/index.ts'
import { listUnits, unitsByIds } from '../../people/index.ts'
import { answerProposal, submitProposal, withdrawProposal } from '../actions/proposals.ts'
import { answerForm, proposalForm } from '../forms/programme.ts'
import { mayManage, mayPropose } from '../policy.ts'
import { measuresOf } from '../store/measures.ts'
import { programmes } from '../store/programmes.ts'
import { listProposals, type ProposalFilter } from '../store/proposals.ts'
import { sentenceOf, texts } from '../texts/index.ts'
import { PROPOSAL_KINDS, PROPOSAL_STATES } from '../types/proposal.ts'
import type { Programme, ProposalId } from '../types.ts'
import { proposalRows } from '../views/proposals.ts'
import { proposalSheet } from '../views/sheets.ts'
import { editionNow, officePath, programmeOf } from './programme.ts'

const PAGE_SIZE = 20
const LIST = '/office/programmes/proposals'

const MOST_EXPORTED = 5_000

export async function showProposals(request: WebRequest): Promise<Reply> {
  const format = exportFormat(request)
  if (!format) return reply(await listPage(request, null))
  const { db } = request.ctx
  const all = await programmes(db)
  const rows = await listProposals(db, filterOf(request, all), null, MOST_EXPORTED)
  const units = await unitsByIds(
    db,
    rows.flatMap((p) => p.unitId ?? []),
  )
  return exportReply(request, proposalSheet(request.locale, rows, units, all), format, 'propozytsii')
}

function filterOf(request: WebRequest, all: readonly Programme[]): ProposalFilter {
  const state = PROPOSAL_STATES.find((s) => s === one(request.query, 'state'))
  const wanted = all.find((p) => p.slug === one(request.query, 'programme'))
  return { ...(state ? { states: [state] } : {}), ...(wanted ? { programmeId: wanted.id } : {}) }
}

type Failed = { readonly id: string; readonly message: string; readonly typed: string }

async function listPage(request: WebRequest, failed: Failed | null): Promise<Html> {
  const { locale, frame, ctx } = request
  const t = texts(locale).proposals
  const all = await programmes(ctx.db)
  const state = PROPOSAL_STATES.find((s) => s === one(request.query, 'state'))
  const wanted = all.find((p) => p.slug === one(request.query, 'programme'))
  const cursor = decodeCursor(one(request.query, 'after'), ['string', 'string'])
  const rows = await listProposals(
    ctx.db,
    filterOf(request, all),
    cursor && { createdAt: cursor[0], id: cursor[1] },
    PAGE_SIZE + 1,
  )
  const { rows: shown, next } = cutPage(rows, PAGE_SIZE, (p) => [p.createdAt.toString(), p.id])
  const units = await unitsByIds(
    ctx.db,
    shown.flatMap((p) => p.unitId ?? []),
  )
  return page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    breadcrumbs: [{ label: texts(locale).office.programmes, href: '/office/programmes' }],
    notices:
      request.url.searchParams.has('saved') &&
      notice({ locale, tone: 'success', title: t.saved, live: true }),
    actions:
      mayPropose(ctx.actor) &&
      all
        .filter((p) => p.state === 'active')
        .map((p) => linkButton({ label: t.add, hint: p.shortTitle, href: officePath(p, '/propose') })),
    main: html`${filterForm({
      locale,
      action: LIST,
      resetHref: state || wanted ? LIST : undefined,
      fields: [
        selectField({
          locale,
          name: 'state',
          label: t.state,
          empty: t.allStates,
          value: state ?? null,
          options: PROPOSAL_STATES.map((s) => ({ value: s, label: t.states[s] })),
        }),
        selectField({
          locale,
          name: 'programme',
          label: texts(locale).office.columns.title,
          empty: t.allStates,
          value: wanted?.slug ?? null,
          options: all.map((p) => ({ value: p.slug, label: p.shortTitle })),
        }),
      ],
    })}${
      shown.length === 0
        ? emptyState({ title: t.none, body: t.noneBody })
        : proposalRows({
            locale,
            csrf: frame.csrf,
            proposals: shown,
            programmes: all,
            units,
            manages: mayManage(ctx.actor),
            actor: ctx.actor,
            failed,
          })
    }${pager({ locale, nextHref: next === null ? null : withQuery(frame.path, { after: next }) })}${
      shown.length > 0 &&
      exportLinks({
        locale,
        csv: withQuery(frame.path, { format: 'csv', after: null }),
        xlsx: withQuery(frame.path, { format: 'xlsx', after: null }),
        json: withQuery(frame.path, { format: 'json', after: null }),
        print: true,
        of: t.title,
      })
    }`,
  })
}

export async function showPropose(request: WebRequest): Promise<Reply> {
  return reply(await proposePage(request, await programmeOf(request), CLEAN))
}

async function proposePage(request: WebRequest, programme: Programme, state: FormState): Promise<Html> {
  const { locale, frame, ctx } = request
  const t = texts(locale).proposals
  const measures = await measuresOf(ctx.db, (await editionNow(request, programme)).id)
  const own = unitsOf(ctx.actor)
  const units = (await listUnits(ctx.db, { kind: 'unit' })).filter(
    (u) => mayManage(ctx.actor) || own.includes(u.id),
  )
  const only = units.length === 1 ? units[0] : undefined
  const values =
    state === CLEAN
      ? {
          kind: 'change',
          measureId: one(request.query, 'measure'),
          unitId: only && !mayManage(ctx.actor) ? only.id : '',
        }
      : state.values
  const f = boundFields({ locale, values, errors: state.errors })
  return page(frame, {
    title: t.add,
    lead: programme.shortTitle,
    noIndex: true,
    breadcrumbs: [
      { label: texts(locale).office.programmes, href: '/office/programmes' },
      { label: t.title, href: LIST },
    ],
    main: form({
      locale,
      action: officePath(programme, '/propose'),
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.submit,
      cancelHref: LIST,
      draftKey: `propose/${programme.id}`,
      content: [
        f.radios({
          name: 'kind',
          label: t.kind,
          options: PROPOSAL_KINDS.map((k) => ({ value: k, label: t.kinds[k] })),
        }),
        f.select({
          name: 'measureId',
          label: t.measure,
          empty: t.measureNone,
          optional: true,
          options: measures.map((m) => ({ value: m.id, label: `${m.number}. ${m.title}` })),
        }),
        f.area({ name: 'text', label: t.text, hint: t.textHint, rows: 6, lang: 'uk' }),
        f.area({ name: 'reason', label: t.reason, rows: 4, lang: 'uk' }),
        f.select({
          name: 'unitId',
          label: t.unit,
          empty: true,
          optional: mayManage(ctx.actor),
          options: units.map((u) => ({ value: u.id, label: u.name })),
        }),
      ],
    }),
  })
}

export async function propose(request: WebRequest): Promise<Reply> {
  const programme = await programmeOf(request)
  return submit(request, {
    schema: proposalForm,
    act: (input) => submitProposal(request.ctx, { ...input, programmeId: programme.id }),
    done: () => redirect(`${LIST}?saved=1`),
    sentence: (refusal) => sentenceOf(request.locale, refusal),
    again: (state) => proposePage(request, programme, state),
  })
}

export async function decide(request: WebRequest): Promise<Reply> {
  const text = request.params['id'] ?? ''
  const id: ProposalId = foundId(text, 'proposal')
  // The field bears the id of its row, so that each has an id of its own on the page.
  const { [`answer-${id}`]: answered, ...rest } = request.form
  const typed = one(request.form, `answer-${id}`)
  const sent = answered === undefined ? rest : { ...rest, answer: typed }
  const parsed = parseForm(answerForm, sent, request.locale)
  const again = async (message: string) => reply(await listPage(request, { id, message, typed }), 422)
  if (!parsed.ok) return again(parsed.errors.map((e) => e.message).join('. '))
  const { verb, answer } = parsed.value
  try {
    if (verb === 'withdraw') await withdrawProposal(request.ctx, id)
    else await answerProposal(request.ctx, { id, verb, answer })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return again(error.refusals.map((r) => sentenceOf(request.locale, r)).join('. '))
  }
  return redirect(`${LIST}?saved=1`)
}
