/** The first page of the cabinet, and a claim that came back. */
import { found, foundId } from '../../../kernel/errors.ts'
import { shortDate } from '../../../kernel/texts.ts'
import { describeFile } from '../../../platform/files.ts'
import { inCabinet, one, page, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { organisationById, organisationsByIds } from '../../organisations/index.ts'
import { resubmitClaim } from '../actions/claim.ts'
import { TELL_DAYS } from '../actions/decide.ts'
import { type CabinetTask, cabinetTasks } from '../events/tasks.ts'
import { LETTER_UPLOAD, resubmitForm } from '../forms.ts'
import { isOwn } from '../policy.ts'
import { holdsOn } from '../rules/delegation.ts'
import { delegationById, delegationsOfPerson } from '../store/delegations.ts'
import { sentence, texts } from '../texts/index.ts'
import type { Delegation, DelegationId } from '../types.ts'
import { REPRESENT } from '../views/claim.ts'
import { PATHS } from '../views/entry.ts'
import { homePage, resubmitPage } from '../views/home.ts'
import { labelOf, type Organisations } from '../views/shared.ts'

async function home(request: WebRequest) {
  const { ctx, locale } = request
  const { actor } = ctx
  const delegations = actor.kind === 'representative' ? await delegationsOfPerson(ctx.db, actor.id) : []
  const organisations = await organisationsByIds(
    ctx.db,
    delegations.map((d) => d.organisationId),
  )
  const holding = delegations.filter((d) => holdsOn(d, ctx.today))
  const ids = holding.map((d) => d.organisationId)
  const others = await Promise.all(cabinetTasks.all().map((source) => source(ctx, ids, locale)))
  return page(
    homePage(request.frame, {
      organisations,
      delegations,
      holding,
      tasks: [...ending(request, holding, organisations), ...others.flat()],
      done: one(request.query, 'done'),
    }),
  )
}

function ending(
  { ctx, locale }: WebRequest,
  holding: readonly Delegation[],
  organisations: Organisations,
): CabinetTask[] {
  const t = texts[locale].home
  const last = ctx.today.add({ days: TELL_DAYS })
  return holding
    .filter((d) => d.to !== null && d.to.since(last).sign <= 0)
    .map((d) => ({
      title: t.ending(labelOf(organisations, d.organisationId, locale), shortDate(locale, d.to!)),
      text: t.endingText,
      href: `${locale === 'en' ? '/en' : ''}${REPRESENT}/${d.organisationId}`,
      step: t.prolong,
    }))
}

function idOf(request: WebRequest): DelegationId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'delegation')
}

async function drawResubmit(request: WebRequest, state: FormState) {
  const { ctx } = request
  const claim = found(await delegationById(ctx.db, idOf(request)), 'delegation')
  found((isOwn(ctx.actor, claim) && claim.state === 'returned') || null, 'delegation')
  const organisation = found(await organisationById(ctx.db, claim.organisationId), 'organisation')
  const file = claim.fileId && (await describeFile(ctx.db, claim.fileId))
  return resubmitPage(request.frame, {
    claim,
    organisation: organisation.name,
    letterName: file ? file.name : null,
    state,
  })
}

export const homeRoutes: readonly Route[] = [
  { method: 'GET', path: PATHS.home, policy: inCabinet, handle: home },
  {
    method: 'GET',
    path: '/cabinet/claims/:id',
    policy: inCabinet,
    handle: async (request) => page(await drawResubmit(request, CLEAN)),
  },
  {
    method: 'POST',
    path: '/cabinet/claims/:id',
    policy: inCabinet,
    upload: LETTER_UPLOAD,
    handle: (request) =>
      submit(request, {
        schema: resubmitForm,
        act: (input) =>
          resubmitClaim(request.ctx, {
            id: idOf(request),
            ...input,
            files: request.files.filter((f) => f.field === 'letter'),
          }),
        done: () => redirect(`${PATHS.home}?done=resubmitted`),
        sentence: sentence(request.locale),
        again: (state) => drawResubmit(request, state),
      }),
  },
]
