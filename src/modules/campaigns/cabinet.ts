/** Addresses of the cabinet: what the registry says of one's own organisation. */
import { z } from 'zod'
import { speaksFor } from '../../kernel/actor.ts'
import { Forbidden, found } from '../../kernel/errors.ts'
import { asId, isId } from '../../kernel/ids.ts'
import { whole } from '../../kernel/inputs.ts'
import { one, page, type Route, redirect, represents, type WebRequest } from '../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../platform/http/submit.ts'
import { directions, organisationById, organisationsByIds } from '../organisations/index.ts'
import { speakersOf } from '../representatives/index.ts'
import { confirmOwn, correctOwn } from './actions/own.ts'
import { correctForm, typedOf, valuesOfRegistered } from './forms/answer.ts'
import { registered } from './store/registered.ts'
import { refusalSentence } from './texts/index.ts'
import { OWN, ownCorrectPage, ownListPage, ownPage } from './views/own.ts'

const seenForm = z.strictObject({ seen: whole(1) })

async function own(request: WebRequest) {
  const { ctx } = request
  const text = request.params['id'] ?? ''
  const id = found(
    isId(text) && speaksFor(ctx.actor, text) ? asId<'organisation'>(text) : null,
    'organisation',
  )
  const [organisation, whole, lists, speakers] = await Promise.all([
    organisationById(ctx.db, id),
    registered(ctx.db, id),
    directions(ctx.db),
    speakersOf(ctx.db, [id], ctx.today),
  ])
  const { actor } = ctx
  const me = actor.kind === 'representative' ? speakers.get(id)?.find((s) => s.id === actor.id) : undefined
  return {
    organisation: found(organisation, 'organisation'),
    shown: {
      registered: found(whole, 'organisation'),
      directions: lists.filter((d) => d.active),
      // A private number of a former head is not the next one's to read.
      open: false,
    },
    me: { name: me?.name ?? '', post: me?.post ?? '' },
  }
}

async function drawOwn(request: WebRequest, form: FormState) {
  const view = await own(request)
  return ownPage(request.frame, { ...view, form, done: one(request.query, 'done') })
}

async function drawCorrect(request: WebRequest, form: FormState | null) {
  const view = await own(request)
  const values = { ...valuesOfRegistered(view.shown.registered), ...view.me }
  return ownCorrectPage(request.frame, { ...view, form: form ?? { values, errors: [] } })
}

const sentence =
  ({ locale }: WebRequest) =>
  (refusal: Parameters<typeof refusalSentence>[1]) =>
    refusalSentence(locale, refusal)

export const cabinetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: OWN,
    policy: represents,
    async handle({ ctx, frame }) {
      if (ctx.actor.kind !== 'representative') throw new Forbidden('represents')
      const [only, ...more] = ctx.actor.organisations
      if (only && more.length === 0) return redirect(`${OWN}/${only}`)
      const lines = await organisationsByIds(ctx.db, ctx.actor.organisations)
      return page(ownListPage(frame, [...lines.values()]))
    },
  },
  {
    method: 'GET',
    path: `${OWN}/:id`,
    policy: represents,
    handle: async (request) => page(await drawOwn(request, CLEAN)),
  },
  {
    method: 'POST',
    path: `${OWN}/:id/confirm`,
    policy: represents,
    async handle(request) {
      const { organisation, me } = await own(request)
      return submit(request, {
        schema: seenForm,
        act: ({ seen }) => confirmOwn(request.ctx, { organisationId: organisation.id, seen, post: me.post }),
        done: () => redirect(`${OWN}/${organisation.id}?done=confirmed`),
        sentence: sentence(request),
        again: (form) => drawOwn(request, form),
      })
    },
  },
  {
    method: 'GET',
    path: `${OWN}/:id/correct`,
    policy: represents,
    handle: async (request) => page(await drawCorrect(request, null)),
  },
  {
    method: 'POST',
    path: `${OWN}/:id/correct`,
    policy: represents,
    async handle(request) {
      const { organisation } = await own(request)
      const ofBody = organisation.kind === 'selfOrganisationBody'
      return submit(request, {
        schema: correctForm,
        act: (input) =>
          correctOwn(request.ctx, {
            organisationId: organisation.id,
            seen: input.seen,
            post: input.post,
            typed: typedOf(input, ofBody),
            note: input.note,
          }),
        done: () => redirect(`${OWN}/${organisation.id}?done=corrected`),
        sentence: sentence(request),
        again: (form) => drawCorrect(request, form),
      })
    },
  },
]
