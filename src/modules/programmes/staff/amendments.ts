/** Amendments: begun, compared, printed as a draft decision, put in force. */
import { found } from '../../../kernel/errors.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { renderDocx, renderPdf } from '../../../platform/documents/index.ts'
import {
  download,
  type Reply,
  redirect,
  page as reply,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { type FormState, submit } from '../../../platform/http/submit.ts'
import { putInForce, startAmendment } from '../actions/amend.ts'
import { amendingDecision } from '../documents/amending-decision.ts'
import { inForceForm, nothingForm } from '../forms/review.ts'
import { type Change, compareProposals } from '../rules/compare.ts'
import { editionAsProposed } from '../store/as-proposed.ts'
import { editionsOf, programmeById, programmeBySlug } from '../store/programmes.ts'
import { sentenceOf } from '../texts/index.ts'
import type { Draft } from '../types/draft.ts'
import type { ProposedProgramme } from '../types/proposed.ts'
import type { Edition, Programme } from '../types.ts'
import type { AmendmentView } from '../views/amendment.ts'
import { draftPath } from '../views/review-page.ts'
import { draftPage } from './drafts.ts'
import { officeProgrammePage } from './programme.ts'
import { draftIdOf, openReview, type ReviewRequest } from './review-request.ts'

type Compared = {
  readonly before: ProposedProgramme
  readonly changes: readonly Change[]
  readonly first: Edition
}

/** An accepted amendment is compared with the edition before its own; one under review with the last in force. */
async function compared(request: WebRequest, draft: Draft, programme: Programme): Promise<Compared> {
  const { db } = request.ctx
  const editions = (await editionsOf(db, programme.id)).filter((e) => e.state === 'inForce')
  const own =
    draft.state === 'accepted'
      ? editions.findIndex(
          (e) =>
            e.decision?.number === draft.proposed.decision.number &&
            e.decision?.date === draft.proposed.decision.date,
        )
      : -1
  const base = found(editions[own + 1] ?? editions.at(-1), 'edition')
  const before = await editionAsProposed(db, programme, base)
  return {
    before,
    changes: compareProposals(before, draft.proposed),
    first: found(editions.at(-1), 'edition'),
  }
}

export async function amendmentOf(
  request: WebRequest,
  { draft, editable }: ReviewRequest,
  programme: Programme,
  state: FormState,
): Promise<AmendmentView> {
  const { changes } = await compared(request, draft, programme)
  return { locale: request.locale, csrf: request.frame.csrf, draft, changes, editable, state }
}

export async function startIt(request: WebRequest): Promise<Reply> {
  const programme = found(await programmeBySlug(request.ctx.db, request.params['slug'] ?? ''), 'programme')
  return submit(request, {
    schema: nothingForm,
    act: () => startAmendment(request.ctx, programme.id),
    done: (id) => redirect(draftPath({ id })),
    sentence: (refusal) => sentenceOf(request.locale, refusal),
    again: (state) => officeProgrammePage(request, programme, state.errors),
  })
}

export async function putItInForce(request: WebRequest): Promise<Reply> {
  const id = draftIdOf(request)
  return submit(request, {
    schema: inForceForm,
    act: ({ date, inForceFrom, reason, ...decision }) =>
      putInForce(request.ctx, { id, decision, date, inForceFrom: inForceFrom ?? date, reason }),
    done: ({ programme }) => redirect(`/office/programmes/${programme.slug}?saved=1`),
    sentence: (refusal) => sentenceOf(request.locale, refusal),
    again: (state) => draftPage(request, [], state),
  })
}

export async function decisionFile(request: WebRequest, kind: 'docx' | 'pdf'): Promise<Reply> {
  const { draft } = await openReview(request)
  const programme = found(
    draft.programmeId && (await programmeById(request.ctx.db, draft.programmeId)),
    'programme',
  )
  const { before, changes, first } = await compared(request, draft, programme)
  if (changes.length === 0)
    return reply(
      await draftPage(request, [
        { field: null, message: sentenceOf(request.locale, refuse('nothing_changed')) },
      ]),
      422,
    )
  const document = amendingDecision({
    city: request.house.city,
    demonstration: request.house.demonstration,
    madeAt: draft.editedAt,
    before,
    adopted: first.decision,
    changes,
    decision: draft.state === 'accepted' ? draft.proposed.decision : null,
  })
  return kind === 'docx'
    ? download('proiekt-rishennia.docx', DOCX, await renderDocx(document))
    : download('proiekt-rishennia.pdf', 'application/pdf', await renderPdf(document))
}

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
