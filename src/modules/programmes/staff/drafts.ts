/** A text comes in, the queue of drafts, and the first page of each. */
import { type Html, html } from '../../../kernel/html.ts'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { moment } from '../../../kernel/texts.ts'
import {
  one,
  type Reply,
  redirect,
  page as reply,
  type UploadedFile,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { cutPage, decodeCursor } from '../../../platform/keyset.ts'
import {
  boundFields,
  emptyState,
  filterForm,
  form,
  linkButton,
  page,
  pager,
  selectField,
  table,
  tag,
  withQuery,
} from '../../../ui/index.ts'
import { acceptDraft, reopenDraft } from '../actions/accept.ts'
import { amendByText } from '../actions/amend.ts'
import { importText, type SourceInput } from '../actions/import-text.ts'
import { discardDraft } from '../actions/review.ts'
import { amendForm, importForm, nothingForm, reasonForm } from '../forms/review.ts'
import { mayManage } from '../policy.ts'
import { listDrafts } from '../store/drafts.ts'
import { programmeById, programmes } from '../store/programmes.ts'
import { sentenceOf, texts } from '../texts/index.ts'
import type { DraftLine, DraftState } from '../types/draft.ts'
import { amendmentMain } from '../views/amendment.ts'
import { overviewMain } from '../views/draft-overview.ts'
import { draftPath, reviewPage } from '../views/review-page.ts'
import { amendmentOf } from './amendments.ts'
import { historyOfDraft } from './history.ts'
import { draftIdOf, openReview } from './review-request.ts'
import { notices } from './sections.ts'

export const UPLOAD_BYTES = 20 * 1024 * 1024

export async function showNew(request: WebRequest): Promise<Reply> {
  return reply(newPage(request, CLEAN))
}

export async function importSource(request: WebRequest): Promise<Reply> {
  const file = request.files.find((f) => f.field === 'file')
  return submit(request, {
    schema: importForm,
    act: ({ text }) => importText(request.ctx, sourceOf(file, text)),
    done: (id) => redirect(draftPath({ id })),
    sentence: (refusal) => sentenceOf(request.locale, refusal),
    again: (state) => newPage(request, state),
  })
}

/** A file or a pasted text, one of the two. */
function sourceOf(file: UploadedFile | undefined, text: string | null): SourceInput {
  if (file && text !== null) throw new Refused([refuse('both_given', undefined, 'text')])
  if (file) return { kind: 'file', name: file.name, bytes: file.bytes }
  if (text === null) throw new Refused([refuse('nothing_to_import', undefined, 'file')])
  return { kind: 'pasted', text }
}

function newPage(request: WebRequest, state: FormState): Html {
  const { locale, frame } = request
  const t = texts(locale).review
  const f = boundFields({ locale, values: state.values, errors: state.errors })
  return page(frame, {
    title: t.newTitle,
    lead: t.newLead,
    noIndex: true,
    breadcrumbs: [{ label: texts(locale).office.programmes, href: '/office/programmes' }],
    main: form({
      locale,
      action: '/office/programmes/new',
      csrf: frame.csrf,
      multipart: true,
      errors: state.errors,
      submit: t.read,
      cancelHref: '/office/programmes',
      content: [
        f.file({ name: 'file', label: t.file, hint: t.fileHint, accept: '.docx,.odt,.txt' }),
        f.area({ name: 'text', label: t.pasted, hint: t.pastedHint, rows: 12, lang: 'uk' }),
      ],
    }),
  })
}

const STATES: readonly DraftState[] = ['review', 'accepted', 'discarded']
const PAGE_SIZE = 20

export async function showDrafts(request: WebRequest): Promise<Reply> {
  const { locale, frame, ctx } = request
  const t = texts(locale).review
  const state = STATES.find((s) => s === one(request.query, 'state'))
  const cursor = decodeCursor(one(request.query, 'after'), ['string', 'string'])
  const after = cursor && { createdAt: cursor[0], id: cursor[1] }
  const rows = await listDrafts(ctx.db, state ? { state } : {}, after, PAGE_SIZE + 1)
  const { rows: shown, next } = cutPage(rows, PAGE_SIZE, (d) => [d.createdAt.toString(), d.id])
  return reply(
    page(frame, {
      title: t.draftsTitle,
      noIndex: true,
      breadcrumbs: [{ label: texts(locale).office.programmes, href: '/office/programmes' }],
      actions: mayManage(ctx.actor) && linkButton({ label: t.newTitle, href: '/office/programmes/new' }),
      main: html`${filterForm({
        locale,
        action: '/office/programmes/drafts',
        resetHref: state && '/office/programmes/drafts',
        fields: selectField({
          locale,
          name: 'state',
          label: t.stateFilter,
          empty: t.allStates,
          value: state ?? null,
          options: STATES.map((s) => ({ value: s, label: t.states[s] })),
        }),
      })}${shown.length === 0 ? emptyState({ title: t.draftsEmpty, body: t.draftsEmptyBody }) : draftTable(request, shown)}${pager(
        {
          locale,
          nextHref: next === null ? null : withQuery(frame.path, { after: next }),
        },
      )}`,
    }),
  )
}

function draftTable({ locale }: WebRequest, shown: readonly DraftLine[]): Html {
  const t = texts(locale).review
  const c = t.columns
  return table({
    locale,
    caption: t.draftsTitle,
    captionHidden: true,
    columns: [
      { label: c.title, cell: (d) => html`<a href="${draftPath(d)}">${d.title || t.untitled}</a>` },
      { label: c.kind, cell: (d) => t.kinds[d.kind] },
      {
        label: c.state,
        cell: (d) =>
          tag(t.states[d.state], d.state === 'review' ? 'due' : d.state === 'accepted' ? 'done' : 'plain'),
      },
      { label: c.source, cell: (d) => (d.sourceName === null ? t.copyName : d.sourceName || t.pastedName) },
      { label: c.measures, numeric: true, cell: (d) => d.measures },
      { label: c.edited, cell: (d) => `${moment(locale, d.editedAt)}, ${d.editedBy}` },
    ],
    rows: shown,
  })
}

export async function showDraft(request: WebRequest): Promise<Reply> {
  return reply(await draftPage(request, []))
}

type Errors = FormState['errors']

export async function draftPage(
  request: WebRequest,
  errors: Errors,
  typed: FormState = CLEAN,
): Promise<Html> {
  const { locale, frame, ctx } = request
  const review = await openReview(request)
  const { draft } = review
  const amendable =
    draft.reading.amendments.length > 0 ? (await programmes(ctx.db)).filter((p) => p.state === 'active') : []
  const programme = draft.programmeId ? await programmeById(ctx.db, draft.programmeId) : null
  const previous = draft.previousId ? await programmeById(ctx.db, draft.previousId) : null
  const canReopen = draft.state === 'discarded' && mayManage(ctx.actor)
  const main = overviewMain({
    locale,
    csrf: frame.csrf,
    draft,
    editable: review.editable || canReopen,
    today: ctx.today,
    amendable,
    programme,
    previous,
    errors,
    amendment:
      draft.kind === 'amendment' &&
      programme &&
      amendmentMain(await amendmentOf(request, review, programme, typed)),
  })
  return reviewPage(frame, {
    ...review,
    section: 'overview',
    lead: texts(locale).review.states[draft.state],
    notices: notices(request, false, {}),
    main: [main, await historyOfDraft(request, draft)],
  })
}

export async function acceptIt(request: WebRequest): Promise<Reply> {
  const id = draftIdOf(request)
  return submit(request, {
    schema: nothingForm,
    act: () => acceptDraft(request.ctx, id),
    done: ({ slug }) => redirect(`/office/programmes/${slug}?saved=1`),
    sentence: (refusal) => sentenceOf(request.locale, refusal),
    again: (state) => draftPage(request, state.errors),
  })
}

export async function discardIt(request: WebRequest): Promise<Reply> {
  const id = draftIdOf(request)
  return submit(request, {
    schema: reasonForm,
    act: ({ reason }) => discardDraft(request.ctx, { id, reason }),
    done: () => redirect('/office/programmes/drafts'),
    sentence: (refusal) => sentenceOf(request.locale, refusal),
    again: (state) => draftPage(request, state.errors),
  })
}

export async function reopenIt(request: WebRequest): Promise<Reply> {
  const id = draftIdOf(request)
  return submit(request, {
    schema: nothingForm,
    act: () => reopenDraft(request.ctx, id),
    done: () => redirect(draftPath({ id })),
    sentence: (refusal) => sentenceOf(request.locale, refusal),
    again: (state) => draftPage(request, state.errors),
  })
}

export async function amendWithIt(request: WebRequest): Promise<Reply> {
  const id = draftIdOf(request)
  return submit(request, {
    schema: amendForm,
    act: ({ programmeId }) => amendByText(request.ctx, { id, programmeId }),
    done: () => redirect(draftPath({ id }, '/measures')),
    sentence: (refusal) => sentenceOf(request.locale, refusal),
    again: (state) => draftPage(request, state.errors),
  })
}
