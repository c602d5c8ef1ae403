/** Addresses of duplicates: likely pairs, the two side by side, the merger and the way back. */
import { found, foundId } from '../../../kernel/errors.ts'
import { one, page, type Reply, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { denyTwins, mergeOrganisations, undoMerge } from '../actions/merge.ts'
import * as forms from '../forms.ts'
import { keepers } from '../policy.ts'
import { contactsOf } from '../store/contacts.ts'
import { documentsOf } from '../store/documents.ts'
import { organisationById } from '../store/lines.ts'
import { likelyTwins, mergeById } from '../store/merges.ts'
import { officersOf } from '../store/officers.ts'
import { readOrganisation } from '../store/organisations.ts'
import { waitingProposals } from '../store/proposals.ts'
import { tiesOf } from '../store/ties.ts'
import { namesOfLists } from '../store/whole.ts'
import { sentence } from '../texts/index.ts'
import { FIELDS, type OrganisationId } from '../types.ts'
import { OFFICE } from '../views/office-parts.ts'
import { type MergeSide, mergePage, twinsPage } from '../views/twins.ts'
import { idOf } from './request.ts'

const MOST = 200

async function listPage(request: WebRequest): Promise<Reply> {
  const { db } = request.ctx
  return page(twinsPage(request.frame, await likelyTwins(db, MOST), await waitingProposals(db)))
}

async function sideOf(request: WebRequest, id: OrganisationId): Promise<MergeSide> {
  const { db } = request.ctx
  const line = found(await organisationById(db, id), 'organisation')
  const { facts } = found(await readOrganisation(db, id), 'organisation')
  return {
    line,
    facts,
    counts: {
      officers: (await officersOf(db, id)).length,
      contacts: (await contactsOf(db, [id], ['public', 'office', 'private'])).get(id)?.length ?? 0,
      ties: (await tiesOf(db, id)).length,
      documents: (await documentsOf(db, id, ['public', 'office'])).length,
    },
  }
}

async function draw(request: WebRequest, state: FormState) {
  const typed = one(request.form, 'other') || one(request.query, 'other')
  const other = foundId(typed, 'organisation')
  return mergePage(request.frame, {
    kept: await sideOf(request, idOf<'organisation'>(request)),
    gone: await sideOf(request, other),
    names: await namesOfLists(request.ctx.db),
    state,
  })
}

export const twinRoutes: readonly Route[] = [
  { method: 'GET', path: `${OFFICE}/twins`, policy: keepers, handle: listPage },
  {
    method: 'GET',
    path: `${OFFICE}/:id/merge`,
    policy: keepers,
    handle: async (request) => page(await draw(request, CLEAN)),
  },
  {
    method: 'POST',
    path: `${OFFICE}/:id/merge`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: forms.mergeForm,
        act: (input) => {
          const choices: Readonly<Record<string, unknown>> = input
          return mergeOrganisations(request.ctx, idOf<'organisation'>(request), {
            gone: input.other,
            reason: input.reason,
            chosen: FIELDS.filter((field) => choices[field] === 'gone'),
          })
        },
        done: () => redirect(`${OFFICE}/${idOf(request)}?done=merged`),
        sentence: sentence(request.locale),
        again: (state) => draw(request, state),
      }),
  },
  {
    method: 'POST',
    path: `${OFFICE}/:id/deny`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: forms.otherForm,
        act: ({ other }) => denyTwins(request.ctx, idOf<'organisation'>(request), other),
        done: () => redirect(`${OFFICE}/${idOf(request)}?done=denied`),
        sentence: sentence(request.locale),
        again: (state) => draw(request, state),
      }),
  },
  {
    method: 'POST',
    path: `${OFFICE}/merges/:merge/undo`,
    policy: keepers,
    handle: async (request) => {
      const merge = found(await mergeById(request.ctx.db, idOf<'merge'>(request, 'merge')), 'merge')
      await undoMerge(request.ctx, merge.id)
      return redirect(`${OFFICE}/${merge.keptId}?done=unmerged`)
    },
  },
]
