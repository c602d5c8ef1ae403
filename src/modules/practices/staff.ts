/** Addresses of the office: all cards, decisions, the measure that they are evidence for. */
import type { UnitId } from '../../kernel/actor.ts'
import { exportFormat, exportReply } from '../../platform/http/export.ts'
import {
  one,
  type Policy,
  page,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../platform/http/route.ts'
import { type FormState, submit } from '../../platform/http/submit.ts'
import { readSetting } from '../../platform/settings.ts'
import { findOrganisations } from '../organisations/index.ts'
import { listUnits } from '../people/index.ts'
import { publishPractice, returnPractice, setPracticeEvidence, USUAL_MEASURE } from './actions/decide.ts'
import { empty, reasonForm, settingsForm } from './forms.ts'
import { mayDecidePractices, maySeePractices } from './policy.ts'
import { type Desk, deskRoutes, newPage, sentence, verb } from './staff/desk.ts'
import * as store from './store/practices.ts'
import { texts } from './texts/index.ts'
import { PRACTICE_STATES, type PracticeLine } from './types.ts'
import { chooseOrganisationPage, deskList, settingsPage } from './views/desk.ts'
import { OFFICE } from './views/parts.ts'

const sees: Policy = { name: 'practice.read', allows: maySeePractices }
const decides: Policy = {
  name: 'practice.decide',
  allows: (actor) => actor.kind === 'staff' && mayDecidePractices(actor),
}
const desk: Desk = { base: OFFICE, writes: decides, sees, shows: maySeePractices }
const MOST_ROWS = 10_000

async function list(request: WebRequest): Promise<Reply> {
  const { db, actor } = request.ctx
  const filter = {
    state: PRACTICE_STATES.find((s) => s === one(request.query, 'state')) ?? null,
    text: one(request.query, 'q').slice(0, 100),
    after: one(request.query, 'after'),
    organisations: null,
  }
  const format = exportFormat(request)
  const t = texts[request.locale]
  if (format) {
    const { rows } = await store.listPractices(db, { ...filter, after: '' }, MOST_ROWS)
    return exportReply<PracticeLine>(
      request,
      {
        name: t.caption,
        rows,
        columns: [
          { key: 'title', title: t.labels.title, kind: 'text', value: (p) => p.title },
          {
            key: 'organisation',
            title: t.labels.organisation,
            kind: 'text',
            value: (p) => p.organisationName,
          },
          { key: 'state', title: t.labels.state, kind: 'text', value: (p) => t.states[p.state] },
          { key: 'updated', title: t.labels.updated, kind: 'instant', value: (p) => p.updatedAt },
        ],
      },
      format,
      'practices',
    )
  }
  return page(
    deskList(request.frame, {
      base: OFFICE,
      page: await store.listPractices(db, filter),
      text: filter.text,
      state: filter.state,
      waiting: await store.countSubmitted(db),
      mayWrite: mayDecidePractices(actor),
      done: one(request.query, 'done'),
    }),
  )
}

/** A clerk first says whose card it is. */
async function newOne(request: WebRequest): Promise<Reply> {
  if (one(request.query, 'organisation') !== '') return page(await newPage(request, desk))
  const text = one(request.query, 'q').slice(0, 100)
  const found = text === '' ? [] : await findOrganisations(request.ctx.db, { text, limit: 20 })
  return page(chooseOrganisationPage(request.frame, { text, found }))
}

async function settings(request: WebRequest, form?: FormState) {
  const { db } = request.ctx
  const now = (await readSetting(db, 'practices')) ?? { measure: USUAL_MEASURE, unitId: null }
  return settingsPage(request.frame, {
    form: form ?? { values: { measure: now.measure ?? '', unitId: now.unitId ?? '' }, errors: [] },
    units: await listUnits(db),
    saved: one(request.query, 'done') === 'saved',
  })
}

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: OFFICE, policy: sees, handle: list },
  { method: 'GET', path: `${OFFICE}/new`, policy: decides, handle: newOne },
  {
    method: 'GET',
    path: `${OFFICE}/settings`,
    policy: decides,
    handle: async (request) => page(await settings(request)),
  },
  {
    method: 'POST',
    path: `${OFFICE}/settings`,
    policy: decides,
    handle: (request) =>
      submit(request, {
        schema: settingsForm,
        act: (input: { measure: string | null; unitId: UnitId | null }) =>
          setPracticeEvidence(request.ctx, input),
        done: () => redirect(`${OFFICE}/settings?done=saved`),
        sentence: sentence(request),
        again: (form) => settings(request, form),
      }),
  },
  ...deskRoutes(desk),
  verb(desk, 'publish', 'published', empty, (r, p) => publishPractice(r.ctx, p.id, r.house.baseUrl)),
  verb(desk, 'return', 'returned', reasonForm, (r, p, { reason }) => returnPractice(r.ctx, p.id, reason)),
]
