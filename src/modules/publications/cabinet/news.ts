/** Addresses of news in the cabinet. */
import { Forbidden, found, foundId } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import {
  one,
  page,
  type Reply,
  type Route,
  redirect,
  represents,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { readSetting } from '../../../platform/settings.ts'
import { organisationsByIds } from '../../organisations/index.ts'
import { drawPicture } from '../actions/pictures.ts'
import * as act from '../actions/write.ts'
import { appealForm, empty, newsForm, PICTURE_UPLOAD } from '../forms.ts'
import { mayWriteNews } from '../policy.ts'
import { USUAL } from '../rules/settings.ts'
import { isSilent } from '../rules/silence.ts'
import { newsOfOrganisations } from '../store/lists.ts'
import { picturesByIds } from '../store/pictures.ts'
import { publicationById, revisionsOf } from '../store/publications.ts'
import { reasons } from '../store/reasons.ts'
import { silenceNow } from '../store/silence.ts'
import { sentence } from '../texts/index.ts'
import { OPEN_STATES, type OrganisationId, type PublicationId, type Shown } from '../types.ts'
import * as views from '../views/cabinet.ts'

const { CABINET } = views

function organisationsOf(request: WebRequest): readonly OrganisationId[] {
  const { actor } = request.ctx
  if (actor.kind !== 'representative') throw new Forbidden('represents')
  return actor.organisations
}

function idOf(request: WebRequest): PublicationId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'publication', 'news')
}

async function list(request: WebRequest): Promise<Reply> {
  const { ctx } = request
  const ids = organisationsOf(request)
  const organisations = await organisationsByIds(ctx.db, ids)
  const silence = await silenceNow(ctx.db, ctx.today)
  const silent = silence && [...organisations.values()].some((o) => isSilent(o.kind, [silence], ctx.today))
  return page(
    views.newsListPage(request.frame, {
      page: await newsOfOrganisations(ctx.db, ids, one(request.query, 'after')),
      severalOrganisations: ids.length > 1,
      silence: silent ? silence : null,
      done: one(request.query, 'done'),
    }),
  )
}

/** The publication of an organisation for which the reader speaks; of others there is none. */
async function own(request: WebRequest) {
  const { ctx } = request
  const publication = await publicationById(ctx.db, idOf(request))
  const known = found(
    publication && mayWriteNews(ctx.actor, publication.organisationId) ? publication : null,
    'news',
  )
  const revisions = await revisionsOf(ctx.db, known.id)
  const open = revisions.find((r) => OPEN_STATES.includes(r.state)) ?? null
  const shown = revisions.find((r) => r.number === known.publishedRevision) ?? null
  return { publication: known, open, shown, revision: found(open ?? shown, 'news') }
}

async function drawItem(request: WebRequest, state: FormState) {
  const { ctx } = request
  const { publication, shown, revision } = await own(request)
  const [pictures, known, silence, settings] = await Promise.all([
    picturesByIds(
      ctx.db,
      revision.pictures.map((p) => p.id),
    ),
    reasons(ctx.db),
    silenceNow(ctx.db, ctx.today),
    readSetting(ctx.db, 'publications'),
  ])
  const reasonOf = (code: string | null | undefined) => known.find((r) => r.code === code) ?? null
  return views.newsItemPage(request.frame, {
    publication,
    revision,
    shown,
    pictures,
    reason: reasonOf(revision.reason),
    withdrawnReason: reasonOf(publication.withdrawn?.reason),
    silence: silence && isSilent(publication.organisationKind, [silence], ctx.today) ? silence : null,
    decideDays: (settings ?? USUAL).decideDays,
    state,
    done: one(request.query, 'done'),
  })
}

async function drawForm(
  request: WebRequest,
  id: PublicationId | null,
  state: FormState,
  kept?: readonly Shown[],
) {
  const { ctx } = request
  const mine = id === null ? null : await own(request)
  const revision = mine?.revision ?? null
  const ids = mine ? [mine.publication.organisationId] : organisationsOf(request)
  const organisations = await organisationsByIds(ctx.db, ids)
  const shown = kept ?? revision?.pictures ?? []
  return views.newsFormPage(request.frame, {
    id,
    revision,
    organisations: ids.flatMap((one) => organisations.get(one) ?? []),
    pictures: await picturesByIds(
      ctx.db,
      shown.map((p) => p.id),
    ),
    shown,
    state,
  })
}

/** Kept as a draft or sent; the picture is drawn before anything is written. */
function write(request: WebRequest, id: PublicationId | null): Promise<Reply> {
  return submit(request, {
    schema: newsForm,
    act: async (input) => {
      const mine = id === null ? null : await own(request)
      const organisationId = mine?.publication.organisationId ?? input.organisationId
      if (organisationId === null) return accept(refuse('organisation_needed', {}, 'organisation'))
      // Whoever may not write makes us draw nothing.
      if (!mayWriteNews(request.ctx.actor, organisationId)) throw new Forbidden('publication.write')
      const file = request.files.find((f) => f.field === 'picture')
      const typed: act.Typed = {
        id,
        organisationId,
        version: input.version,
        title: input.title,
        body: input.body,
        pictures: input.pictures,
        added: file ? { picture: await drawPicture(file.bytes), alt: input.alt } : null,
      }
      const save = request.intent === 'draft' ? act.saveDraft : act.submitNews
      return save(request.ctx, typed)
    },
    done: (kept) => redirect(`${CABINET}/${kept}?done=${request.intent === 'draft' ? 'saved' : 'submitted'}`),
    sentence: sentence(request.locale),
    again: (state) => drawForm(request, id, state),
  })
}

function verb(
  name: string,
  done: string,
  act: (request: WebRequest, id: PublicationId) => Promise<void>,
  to: (id: PublicationId) => string = (id) => `${CABINET}/${id}?done=${done}`,
): Route {
  return {
    method: 'POST',
    path: `${CABINET}/:id/${name}`,
    policy: represents,
    handle: (request) =>
      submit(request, {
        schema: empty,
        act: () => act(request, idOf(request)),
        done: () => redirect(to(idOf(request))),
        sentence: sentence(request.locale),
        again: (state) => drawItem(request, state),
      }),
  }
}

export const cabinetRoutes: readonly Route[] = [
  { method: 'GET', path: CABINET, policy: represents, handle: list },
  {
    method: 'GET',
    path: `${CABINET}/new`,
    policy: represents,
    handle: async (request) => page(await drawForm(request, null, CLEAN)),
  },
  {
    method: 'POST',
    path: `${CABINET}/new`,
    policy: represents,
    upload: PICTURE_UPLOAD,
    handle: (request) => write(request, null),
  },
  {
    method: 'GET',
    path: `${CABINET}/:id`,
    policy: represents,
    handle: async (request) => page(await drawItem(request, CLEAN)),
  },
  {
    method: 'GET',
    path: `${CABINET}/:id/edit`,
    policy: represents,
    handle: async (request) => page(await drawForm(request, idOf(request), CLEAN)),
  },
  {
    method: 'POST',
    path: `${CABINET}/:id/edit`,
    policy: represents,
    upload: PICTURE_UPLOAD,
    handle: (request) => write(request, idOf(request)),
  },
  verb('recall', 'recalled', (request, id) => act.recallNews(request.ctx, id)),
  verb(
    'discard',
    'discarded',
    (request, id) => act.discardNews(request.ctx, id),
    () => CABINET,
  ),
  verb('withdraw', 'withdrawn', (request, id) => act.withdrawOwnNews(request.ctx, request.house, id)),
  {
    method: 'POST',
    path: `${CABINET}/:id/appeal`,
    policy: represents,
    handle: (request) =>
      submit(request, {
        schema: appealForm,
        act: ({ words }) => act.appealNews(request.ctx, idOf(request), words),
        done: () => redirect(`${CABINET}/${idOf(request)}?done=appealed`),
        sentence: sentence(request.locale),
        again: (state) => drawItem(request, state),
      }),
  },
]
