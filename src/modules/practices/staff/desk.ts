/** Where cards are written: the same addresses under the cabinet and under the office. */
import type { Actor } from '../../../kernel/actor.ts'
import { found, permit } from '../../../kernel/errors.ts'
import { asId, type Id, isId } from '../../../kernel/ids.ts'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { historyOf } from '../../../platform/audit.ts'
import { readFile } from '../../../platform/files.ts'
import {
  download,
  one,
  type Policy,
  page,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import {
  directions,
  type OrganisationLine,
  organisationById,
  organisationsByIds,
} from '../../organisations/index.ts'
import { withdrawPractice } from '../actions/decide.ts'
import * as keep from '../actions/keep.ts'
import {
  contentOf,
  editForm,
  empty,
  FILE_UPLOAD,
  fileForm,
  newForm,
  reasonForm,
  removeFileForm,
  valuesOf,
} from '../forms.ts'
import { mayDecidePractices, mayWritePractice } from '../policy.ts'
import * as store from '../store/practices.ts'
import { publishedPractice } from '../store/published.ts'
import { refusalSentence } from '../texts/index.ts'
import type { Practice } from '../types.ts'
import { deskCard } from '../views/desk.ts'
import { formPage } from '../views/form.ts'

export type Desk = {
  readonly base: string
  readonly writes: Policy
  readonly sees: Policy
  /** Whether this actor may look at the card; writing asks the action again. */
  readonly shows: (actor: Actor, practice: Practice) => boolean
}

export function idOf<Of extends string>(text: string | undefined, what: Of): Id<Of> {
  return found(text !== undefined && isId(text) ? asId<Of>(text) : null, what)
}

export function sentence({ locale }: WebRequest) {
  return (refusal: Parameters<typeof refusalSentence>[1]) => refusalSentence(locale, refusal)
}

async function practiceOf(request: WebRequest, desk: Desk): Promise<Practice> {
  const id = idOf(request.params['id'], 'practice')
  const practice = found(await store.practiceById(request.ctx.db, id), 'practice')
  permit(desk.shows(request.ctx.actor, practice), 'practice.read')
  return practice
}

async function activeDirections(request: WebRequest) {
  return (await directions(request.ctx.db)).filter((d) => d.active)
}

/** In the cabinet, those that one speaks for; in the office, the one that was chosen. */
async function writableOrganisations(request: WebRequest): Promise<OrganisationLine[]> {
  const { actor, db } = request.ctx
  const chosen = one(request.form, 'organisationId') || one(request.query, 'organisation')
  const ids =
    actor.kind === 'representative' ? actor.organisations : isId(chosen) ? [asId<'organisation'>(chosen)] : []
  const lines = await organisationsByIds(db, ids)
  return ids.flatMap((id) => lines.get(id) ?? [])
}

export async function newPage(request: WebRequest, desk: Desk, form: FormState = CLEAN) {
  return formPage(request.frame, {
    base: desk.base,
    action: desk.base,
    practice: null,
    organisations: await writableOrganisations(request),
    directions: await activeDirections(request),
    form,
  })
}

async function editPage(request: WebRequest, desk: Desk, practice: Practice, form?: FormState) {
  return formPage(request.frame, {
    base: desk.base,
    action: `${desk.base}/${practice.id}/edit`,
    practice,
    organisations: [found(await organisationById(request.ctx.db, practice.organisationId), 'organisation')],
    directions: await activeDirections(request),
    form: form ?? { values: valuesOf(practice.content), errors: [] },
  })
}

async function show(request: WebRequest, desk: Desk, form: FormState = CLEAN) {
  const practice = await practiceOf(request, desk)
  const { db, actor } = request.ctx
  return deskCard(request.frame, {
    base: desk.base,
    practice,
    organisation: found(await organisationById(db, practice.organisationId), 'organisation'),
    files: await store.filesOf(db, practice.id),
    directions: await directions(db),
    isPublic: (await publishedPractice(db, practice.id)) !== null,
    mayWrite: mayWritePractice(actor, practice.organisationId),
    mayDecide: mayDecidePractices(actor),
    // Names of the office stay in the office.
    history: actor.kind === 'staff' ? await historyOf(db, [{ type: 'practice', id: practice.id }]) : null,
    done: one(request.query, 'done'),
    form,
  })
}

/** A verb of the card: done, one comes back to it. */
export function verb<T>(
  desk: Desk,
  path: string,
  done: string,
  schema: Parameters<typeof submit<T, void>>[1]['schema'],
  act: (request: WebRequest, practice: Practice, input: T) => Promise<void>,
  policy: Policy = desk.writes,
  upload?: Route['upload'],
): Route {
  return {
    method: 'POST',
    path: `${desk.base}/:id/${path}`,
    policy,
    ...(upload ? { upload } : {}),
    async handle(request) {
      const practice = await practiceOf(request, desk)
      return submit(request, {
        schema,
        act: (input) => act(request, practice, input),
        done: () => redirect(`${desk.base}/${practice.id}?done=${done}`),
        sentence: sentence(request),
        again: (form) => show(request, desk, form),
      })
    },
  }
}

async function file(request: WebRequest, desk: Desk): Promise<Reply> {
  const practice = await practiceOf(request, desk)
  const id = idOf(request.params['file'], 'file')
  const files = await store.filesOf(request.ctx.db, practice.id)
  const kept = found(files.some((f) => f.id === id) ? await readFile(request.ctx.db, id) : null, 'file')
  return download(kept.name, kept.mediaType, kept.bytes)
}

export function deskRoutes(desk: Desk): readonly Route[] {
  const { base, writes, sees } = desk
  return [
    {
      method: 'POST',
      path: base,
      policy: writes,
      handle: (request) =>
        submit(request, {
          schema: newForm,
          act: async ({ organisationId, ...input }) =>
            keep.createPractice(request.ctx, {
              organisationId,
              content: contentOf(input),
              submit: request.intent === 'save',
            }),
          done: (id) => redirect(`${base}/${id}?done=${request.intent === 'save' ? 'submitted' : 'saved'}`),
          sentence: sentence(request),
          again: (form) => newPage(request, desk, form),
        }),
    },
    {
      method: 'GET',
      path: `${base}/:id`,
      policy: sees,
      handle: async (request) => page(await show(request, desk)),
    },
    {
      method: 'GET',
      path: `${base}/:id/edit`,
      policy: writes,
      handle: async (request) => page(await editPage(request, desk, await practiceOf(request, desk))),
    },
    {
      method: 'POST',
      path: `${base}/:id/edit`,
      policy: writes,
      async handle(request) {
        const practice = await practiceOf(request, desk)
        return submit(request, {
          schema: editForm,
          act: async ({ version, ...input }) =>
            keep.editPractice(request.ctx, practice.id, {
              version,
              content: contentOf(input),
              submit: request.intent === 'save',
            }),
          done: () =>
            redirect(`${base}/${practice.id}?done=${request.intent === 'save' ? 'submitted' : 'saved'}`),
          sentence: sentence(request),
          again: (form) => editPage(request, desk, practice, form),
        })
      },
    },
    { method: 'GET', path: `${base}/:id/files/:file`, policy: sees, handle: (r) => file(r, desk) },
    verb(desk, 'submit', 'submitted', empty, (r, p) => keep.submitPractice(r.ctx, p.id)),
    verb(desk, 'recall', 'recalled', empty, (r, p) => keep.recallPractice(r.ctx, p.id)),
    verb(desk, 'withdraw', 'withdrawn', reasonForm, (r, p, { reason }) =>
      withdrawPractice(r.ctx, p.id, reason),
    ),
    verb(
      desk,
      'files',
      'attached',
      fileForm,
      (r, p, { fileTitle }) => {
        const sent = r.files.find((f) => f.field === 'file')
        if (!sent) throw new Refused([refuse('file_needed', {}, 'file')])
        return keep.attachFile(r.ctx, p.id, { title: fileTitle, name: sent.name, bytes: sent.bytes })
      },
      writes,
      FILE_UPLOAD,
    ),
    verb(desk, 'files/remove', 'removed', removeFileForm, (r, p, input) =>
      keep.removeFile(r.ctx, p.id, input.file),
    ),
  ]
}
