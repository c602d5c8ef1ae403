/** Addresses of proposed changes. */
import { found } from '../../../kernel/errors.ts'
import { cleanText } from '../../../kernel/inputs.ts'
import { historyOf } from '../../../platform/audit.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { one, page, type Reply, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { acceptProposal, decideProposal } from '../actions/decide.ts'
import * as forms from '../forms.ts'
import { keepers } from '../policy.ts'
import { NO_FACTS } from '../rules/fields.ts'
import type { Verdict } from '../rules/proposal.ts'
import { contactsOf } from '../store/contacts.ts'
import { organisationById } from '../store/lines.ts'
import { directions, directionsOf } from '../store/lists.ts'
import { officersOf } from '../store/officers.ts'
import { readOrganisation } from '../store/organisations.ts'
import * as store from '../store/proposals.ts'
import { namesOfLists } from '../store/whole.ts'
import { officeTexts, sentence, words } from '../texts/index.ts'
import { SOURCE_KINDS } from '../types.ts'
import { OFFICE } from '../views/office-parts.ts'
import { PROPOSALS, proposalPage, proposalsPage } from '../views/proposals.ts'
import { idOf } from './request.ts'

const PAGE = 50
const EXPORT = 10_000

async function listPage(request: WebRequest): Promise<Reply> {
  const { db } = request.ctx
  const state = one(request.query, 'state')
  const filter: store.ProposalFilter = {
    state: state === 'all' ? null : state === 'settled' ? 'settled' : 'open',
    source: SOURCE_KINDS.find((kind) => kind === one(request.query, 'source')) ?? null,
    text: cleanText(one(request.query, 'q')).slice(0, 100),
  }
  const format = exportFormat(request)
  if (format) {
    const t = officeTexts[request.locale].proposals
    const { rows } = await store.listProposals(db, filter, '', EXPORT)
    return exportReply<store.ProposalLine>(
      request,
      {
        name: t.title,
        rows,
        columns: [
          { key: 'name', title: t.organisation, kind: 'text', value: (p) => p.name },
          {
            key: 'source',
            title: t.source,
            kind: 'text',
            value: (p) => words[request.locale].sources[p.source.kind],
          },
          { key: 'createdAt', title: t.when, kind: 'instant', value: (p) => p.createdAt },
          { key: 'state', title: t.state, kind: 'text', value: (p) => t.states[p.state] },
          { key: 'items', title: t.after, kind: 'integer', value: (p) => p.items },
          { key: 'waiting', title: t.waiting, kind: 'integer', value: (p) => p.waiting },
        ],
      },
      format,
      'proposals',
    )
  }
  const cut = await store.listProposals(db, filter, one(request.query, 'after'), PAGE)
  const waiting = await store.waitingProposals(db)
  return page(proposalsPage(request.frame, { ...cut, filter, waiting, done: one(request.query, 'done') }))
}

async function draw(request: WebRequest, state: FormState) {
  const { db } = request.ctx
  const proposal = found(await store.proposalById(db, idOf<'proposal'>(request)), 'proposal')
  const id = proposal.organisationId
  return proposalPage(request.frame, {
    proposal,
    items: await store.itemsOf(db, proposal.id),
    organisation: id === null ? null : await organisationById(db, id),
    facts: id === null ? NO_FACTS : found(await readOrganisation(db, id), 'organisation').facts,
    officers: id === null ? [] : await officersOf(db, id),
    contacts:
      id === null ? [] : ((await contactsOf(db, [id], ['public', 'office', 'private'])).get(id) ?? []),
    chosen: id === null ? [] : ((await directionsOf(db, [id])).get(id) ?? []),
    directions: await directions(db),
    names: await namesOfLists(db),
    state,
    history: await historyOfProposal(request, proposal),
  })
}

/** What was done with it stands in its own record, and in that of the organisation of which it speaks. */
async function historyOfProposal(request: WebRequest, proposal: store.ProposalLine) {
  const id = proposal.organisationId
  const own = { type: 'proposal', id: proposal.id }
  const subjects = id === null ? [own] : [own, { type: 'organisation', id }]
  const records = await historyOf(request.ctx.db, subjects, 200)
  return records.filter(({ entry }) => {
    const { proposal: of } = (entry.after ?? {}) as { readonly proposal?: unknown }
    return entry.subject.type === 'proposal' || of === proposal.id
  })
}

/** `verdict.ID` with `reason.ID` of each item; «later» leaves it waiting. */
function verdictsOf(
  form: Readonly<Record<string, string | readonly string[]>>,
): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>()
  for (const [name, value] of Object.entries(form)) {
    const id = /^verdict\.(.+)$/.exec(name)?.[1]
    if (id === undefined || (value !== 'accept' && value !== 'refuse')) continue
    const typed = form[`reason.${id}`]
    const reason = typeof typed === 'string' ? cleanText(typed).slice(0, 1_000) : ''
    verdicts.set(id, { accept: value === 'accept', reason: reason === '' ? null : reason })
  }
  return verdicts
}

export const proposalRoutes: readonly Route[] = [
  { method: 'GET', path: PROPOSALS, policy: keepers, handle: listPage },
  {
    method: 'GET',
    path: `${PROPOSALS}/:id`,
    policy: keepers,
    handle: async (request) => page(await draw(request, CLEAN)),
  },
  {
    method: 'POST',
    path: `${PROPOSALS}/:id`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: forms.verdictForm,
        act: (input) => decideProposal(request.ctx, idOf<'proposal'>(request), verdictsOf(input)),
        done: (id) => redirect(id === null ? `${PROPOSALS}?done=decided` : `${OFFICE}/${id}?done=decided`),
        sentence: sentence(request.locale),
        again: (state) => draw(request, state),
      }),
  },
  {
    method: 'POST',
    path: `${PROPOSALS}/:id/accept`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: forms.emptyForm,
        act: () => acceptProposal(request.ctx, idOf<'proposal'>(request)),
        done: (id) => redirect(id === null ? `${PROPOSALS}?done=decided` : `${OFFICE}/${id}?done=decided`),
        sentence: sentence(request.locale),
        again: (state) => draw(request, state),
      }),
  },
]
