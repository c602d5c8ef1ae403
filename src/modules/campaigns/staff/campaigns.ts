/** Addresses of checks: the list, the settings, the board and its verbs. */
import type { z } from 'zod'
import { found } from '../../../kernel/errors.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { historyOf } from '../../../platform/audit.ts'
import { documentFormat, documentReply } from '../../../platform/http/document.ts'
import { one, page, type Reply, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { measureByNumber } from '../../duties/index.ts'
import { ORGANISATION_KINDS } from '../../organisations/index.ts'
import { listUnits } from '../../people/index.ts'
import { activeProgramme } from '../../programmes/index.ts'
import {
  createCampaign,
  editCampaign,
  extendTerm,
  openCampaign,
  postLetters,
  remind,
} from '../actions/campaign.ts'
import { closeCampaign } from '../actions/close.ts'
import { termFrom } from '../actions/term.ts'
import { KEY } from '../credentials.ts'
import { resultDocument } from '../documents/result.ts'
import { editForm, empty, extendForm, newForm, postForm, remindForm, valuesOf } from '../forms/settings.ts'
import { mayRunChecks } from '../policy.ts'
import { forYear } from '../rules/settings.ts'
import { isOver } from '../rules/standing.ts'
import { listCampaigns } from '../store/campaigns.ts'
import { countPaper, countStates } from '../store/invitations.ts'
import { wavesOf } from '../store/letters.ts'
import { toBeAsked } from '../store/registered.ts'
import { explainTerm, texts } from '../texts/index.ts'
import type { Campaign, CampaignSettings } from '../types.ts'
import { boardPage } from '../views/board.ts'
import { campaignsPage, settingsPage } from '../views/campaigns.ts'
import { campaignPath, PATH } from '../views/parts.ts'
import { campaignOf, runs, sees, sentences } from './common.ts'

/** The number that January’s check has in the programme that the house was made for. */
const USUAL_MEASURE = '4.8'

/** In the second half of a year one prepares the next one’s check. */
function nextYear(request: WebRequest): number {
  const { year, month } = request.ctx.today
  return month > 6 ? year + 1 : year
}

async function list(request: WebRequest): Promise<Reply> {
  const campaigns = await listCampaigns(request.ctx.db)
  return page(
    campaignsPage(request.frame, {
      campaigns,
      mayRun: mayRunChecks(request.ctx.actor),
      nextYear: nextYear(request),
    }),
  )
}

/** As the last one was; the very first from the template. */
async function proposed(request: WebRequest): Promise<CampaignSettings> {
  const { db, today } = request.ctx
  const [last] = await listCampaigns(db)
  const year = nextYear(request)
  if (last) return forYear(last, year)
  const t = texts.uk.template
  const programme = await activeProgramme(db, today)
  const measure = programme && (await measureByNumber(db, programme.id, USUAL_MEASURE))
  const { city } = request.house
  return {
    year,
    title: t.title(year),
    kinds: ORGANISATION_KINDS,
    states: ['active', 'terminating'],
    term: null,
    letterSubject: t.letterSubject(year),
    letterBody: t.letterBody,
    reminderSubject: t.reminderSubject(year),
    reminderBody: t.reminderBody,
    contact: [city.council.uk, city.address, city.email].filter(Boolean).join(', '),
    signatoryPost: '',
    signatoryName: '',
    measureNumber: measure?.number ?? null,
    unitId: null,
  }
}

async function newPage(request: WebRequest, form?: FormState) {
  return settingsPage(request.frame, {
    form: form ?? { values: valuesOf(await proposed(request)), errors: [] },
    action: PATH,
    units: await listUnits(request.ctx.db),
    campaign: null,
  })
}

async function editPage(request: WebRequest, form?: FormState) {
  const campaign = await campaignOf(request)
  return settingsPage(request.frame, {
    form: form ?? { values: valuesOf(campaign), errors: [] },
    action: campaignPath(campaign, '/edit'),
    units: await listUnits(request.ctx.db),
    campaign,
  })
}

async function previewOf(request: WebRequest, campaign: Campaign) {
  const { db, today } = request.ctx
  if (campaign.state !== 'draft') return null
  const asked = await toBeAsked(db, campaign.kinds, campaign.states)
  const due = await termFrom(db, today, campaign.term)
  return isRefusal(due)
    ? { asked: asked.length, term: null, why: '' }
    : { asked: asked.length, term: due.term, why: explainTerm(request.locale, due.explanation) }
}

async function board(request: WebRequest, form: FormState = CLEAN) {
  const campaign = await campaignOf(request)
  const { db, today, actor } = request.ctx
  return boardPage(request.frame, {
    campaign,
    counts: await countStates(db, campaign.id, isOver(campaign, today)),
    waves: await wavesOf(db, campaign.id),
    paper: await countPaper(db, campaign.id),
    preview: await previewOf(request, campaign),
    history: await historyOf(db, [{ type: 'campaign', id: campaign.id }]),
    mayRun: mayRunChecks(actor),
    done: one(request.query, 'done'),
    form,
  })
}

async function result(request: WebRequest): Promise<Reply> {
  const campaign = await campaignOf(request)
  const format = found(documentFormat(request), 'document')
  const document = found(resultDocument(campaign, request.house), 'document')
  const key = `check ${campaign.id} ${JSON.stringify(request.house.city)}`
  return documentReply(format, { key, name: `zvirka-${campaign.year}`, doc: () => document })
}

/** A verb of the board: done, one comes back to it. */
function verb<T>(
  path: string,
  done: string,
  schema: z.ZodType<T>,
  act: (request: WebRequest, campaign: Campaign, input: T) => Promise<void>,
): Route {
  return {
    method: 'POST',
    path: `${PATH}/:id/${path}`,
    policy: runs,
    async handle(request) {
      const campaign = await campaignOf(request)
      return submit(request, {
        schema,
        act: (input) => act(request, campaign, input),
        done: () => redirect(`${campaignPath(campaign)}?done=${done}`),
        sentence: sentences(request),
        again: (form) => board(request, form),
      })
    },
  }
}

export const campaignRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, policy: sees, handle: list },
  { method: 'GET', path: `${PATH}/new`, policy: runs, handle: async (r) => page(await newPage(r)) },
  {
    method: 'POST',
    path: PATH,
    policy: runs,
    handle: (request) =>
      submit(request, {
        schema: newForm,
        act: (input) => createCampaign(request.ctx, input),
        done: (id) => redirect(`${campaignPath({ id })}?done=saved`),
        sentence: sentences(request),
        again: (form) => newPage(request, form),
      }),
  },
  { method: 'GET', path: `${PATH}/:id`, policy: sees, handle: async (r) => page(await board(r)) },
  { method: 'GET', path: `${PATH}/:id/edit`, policy: runs, handle: async (r) => page(await editPage(r)) },
  {
    method: 'POST',
    path: `${PATH}/:id/edit`,
    policy: runs,
    async handle(request) {
      const { id } = await campaignOf(request)
      return submit(request, {
        schema: editForm,
        act: ({ version, ...settings }) => editCampaign(request.ctx, id, { version, settings }),
        done: () => redirect(`${campaignPath({ id })}?done=saved`),
        sentence: sentences(request),
        again: (form) => editPage(request, form),
      })
    },
  },
  { method: 'GET', path: `${PATH}/:id/result`, policy: sees, handle: result },
  verb('open', 'opened', empty, (r, c) => openCampaign(r.ctx, c.id, r.house.keyFor(KEY))),
  verb('remind', 'reminded', remindForm, (r, c, letter) => remind(r.ctx, c.id, letter)),
  verb('post', 'posted', postForm, (r, c, { on }) => postLetters(r.ctx, c.id, on)),
  verb('extend', 'extended', extendForm, (r, c, input) => extendTerm(r.ctx, c.id, input)),
  verb('close', 'closed', empty, (r, c) => closeCampaign(r.ctx, c.id, r.house.baseUrl)),
]
