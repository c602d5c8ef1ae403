/** Addresses of documents in the cabinet. */
import { speaksFor } from '../../../kernel/actor.ts'
import { Forbidden, found, foundId } from '../../../kernel/errors.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { readFile } from '../../../platform/files.ts'
import {
  download,
  one,
  page,
  type Route,
  redirect,
  represents,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { documentsOf, organisationsByIds } from '../../organisations/index.ts'
import { bringDocument, takeDocument } from '../actions/documents.ts'
import { documentForm, LETTER_UPLOAD, removeDocumentForm } from '../forms.ts'
import { broughtBy } from '../store/documents.ts'
import { sentence } from '../texts/index.ts'
import type { OrganisationId } from '../types.ts'
import { documentsPage } from '../views/documents.ts'
import { PATHS } from '../views/entry.ts'

function organisationOf(text: string): OrganisationId {
  if (!isId(text)) throw new Forbidden('organisation.document')
  return asId<'organisation'>(text)
}

/** Public ones and those that came through the cabinet; the office's own papers are the office's. */
async function shownOf(request: WebRequest, ids: readonly OrganisationId[]) {
  const brought = await broughtBy(request.ctx.db, ids)
  const lists = await Promise.all(
    ids.map(async (id) => {
      const documents = await documentsOf(request.ctx.db, id, ['public', 'office'])
      return { id, documents: documents.filter((d) => d.access === 'public' || brought.has(d.id)) }
    }),
  )
  return { brought, lists }
}

async function draw(request: WebRequest, state: FormState) {
  const { ctx } = request
  if (ctx.actor.kind !== 'representative') throw new Forbidden('represents')
  const ids = ctx.actor.organisations
  return documentsPage(request.frame, {
    organisations: await organisationsByIds(ctx.db, ids),
    ...(await shownOf(request, ids)),
    state,
    done: one(request.query, 'done'),
  })
}

export const documentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATHS.documents,
    policy: represents,
    handle: async (request) => page(await draw(request, CLEAN)),
  },
  {
    method: 'POST',
    path: PATHS.documents,
    policy: represents,
    upload: LETTER_UPLOAD,
    handle: (request) =>
      submit(request, {
        schema: documentForm,
        act: ({ organisation, ...document }) =>
          bringDocument(request.ctx, {
            ...document,
            organisationId: organisationOf(organisation),
            file: request.files.find((f) => f.field === 'file') ?? null,
          }),
        done: () => redirect(`${PATHS.documents}?done=added`),
        sentence: sentence(request.locale),
        again: (state) => draw(request, state),
      }),
  },
  {
    method: 'POST',
    path: `${PATHS.documents}/remove`,
    policy: represents,
    handle: (request) =>
      submit(request, {
        schema: removeDocumentForm,
        act: ({ organisation, id }) =>
          takeDocument(
            request.ctx,
            organisationOf(organisation),
            foundId(id, 'organisationDocument', 'document'),
          ),
        done: () => redirect(`${PATHS.documents}?done=removed`),
        sentence: sentence(request.locale),
        again: (state) => draw(request, state),
      }),
  },
  {
    method: 'GET',
    path: `${PATHS.documents}/:organisation/:id/:name`,
    policy: represents,
    async handle(request) {
      const { ctx, params } = request
      const organisation = params['organisation'] ?? ''
      found(speaksFor(ctx.actor, organisation) || null, 'document')
      const [list] = (await shownOf(request, [organisationOf(organisation)])).lists
      const document = found(
        list?.documents.find((d) => d.id === params['id']),
        'document',
      )
      const file = found(await readFile(ctx.db, document.fileId), 'document')
      return download(file.name, file.mediaType, file.bytes)
    },
  },
]
