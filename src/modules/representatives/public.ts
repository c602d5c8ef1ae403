/** The claim: found, written, confirmed by the letter. Nobody is signed in here. */
import { found } from '../../kernel/errors.ts'
import { asId, isId } from '../../kernel/ids.ts'
import { anyone, one, page, type Route, redirect, type WebRequest } from '../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../platform/http/submit.ts'
import { findOrganisations, type OrganisationSection, organisationById } from '../organisations/index.ts'
import { claimOfLink, claimOrganisation, confirmClaim } from './actions/claim.ts'
import { sessionCookies, visitOf } from './cabinet/entry.ts'
import { claimForm, confirmForm, LETTER_UPLOAD } from './forms.ts'
import { bilingual, sentence, texts } from './texts/index.ts'
import type { OrganisationId } from './types.ts'
import * as views from './views/claim.ts'
import { PATHS } from './views/entry.ts'

const FOUND_SHOWN = 20

async function organisationOf(request: WebRequest) {
  const text = request.params['id'] ?? ''
  const id: OrganisationId | null = isId(text) ? asId<'organisation'>(text) : null
  const organisation = found(id && (await organisationById(request.ctx.db, id)), 'organisation')
  return found(organisation.state === 'terminated' ? null : organisation, 'organisation')
}

const drawClaim = async (request: WebRequest, state: FormState) =>
  views.claimPage(request.frame, {
    organisation: await organisationOf(request),
    council: request.house.city.council[request.locale],
    state,
  })

async function drawConfirm(request: WebRequest, key: string, errors: FormState['errors']) {
  const claim = await claimOfLink(request.ctx, key)
  const organisation = claim && (await organisationById(request.ctx.db, claim.organisationId))
  if (!claim || !organisation) return views.deadConfirmPage(request.frame)
  return views.confirmPage(request.frame, { claim, organisation: organisation.name, key, errors })
}

export const publicRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: views.REPRESENT,
    policy: anyone,
    async handle(request) {
      const text = one(request.query, 'q').slice(0, 100)
      const organisations =
        text.trim() === ''
          ? []
          : await findOrganisations(request.ctx.db, { text, limit: FOUND_SHOWN, active: true })
      const { email } = request.house.city
      return page(views.findPage(request.frame, { text, found: organisations, email }))
    },
  },
  {
    method: 'GET',
    path: `${views.REPRESENT}/:id`,
    policy: anyone,
    handle: async (request) => page(await drawClaim(request, CLEAN)),
  },
  {
    method: 'POST',
    path: `${views.REPRESENT}/:id`,
    policy: anyone,
    upload: LETTER_UPLOAD,
    async handle(request) {
      const organisation = await organisationOf(request)
      return submit(request, {
        schema: claimForm,
        act: async (input) => {
          const files = request.files.filter((f) => f.field === 'letter')
          const claim = { ...input, organisationId: organisation.id, files }
          await claimOrganisation(request.ctx, visitOf(request), claim)
          return input.email
        },
        done: (email) => page(views.claimSentPage(request.frame, email)),
        sentence: sentence(request.locale),
        again: (state) => drawClaim(request, state),
      })
    },
  },
  {
    method: 'GET',
    path: PATHS.confirm,
    policy: anyone,
    async handle(request) {
      const key = one(request.query, 'key').slice(0, 100)
      const alive = await claimOfLink(request.ctx, key)
      return page(await drawConfirm(request, key, []), alive ? 200 : 422)
    },
  },
  {
    method: 'POST',
    path: PATHS.confirm,
    policy: anyone,
    handle: (request) =>
      submit(request, {
        schema: confirmForm,
        act: (input) => confirmClaim(request.ctx, visitOf(request), input.key),
        done: ({ session }) =>
          session
            ? redirect(`${PATHS.home}?done=confirmed`, sessionCookies(session))
            : page(views.confirmedPage(request.frame)),
        sentence: sentence(request.locale),
        again: (state) => drawConfirm(request, one(request.form, 'key'), state.errors),
      }),
  },
]

/** The way in, on an organisation's public page. */
export const claimSection: OrganisationSection = {
  key: 'represent',
  title: bilingual((t) => t.find.section),
  order: 95,
  async items(db, id, locale) {
    const organisation = await organisationById(db, id)
    if (!organisation || organisation.state === 'terminated') return []
    const title = texts[locale].find.sectionItem
    return [{ title, path: `${views.REPRESENT}/${id}`, on: null, note: null }]
  },
}
