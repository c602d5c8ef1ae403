/** Addresses of what the office keeps beside the news. */
import { found, foundId } from '../../../kernel/errors.ts'
import { isId } from '../../../kernel/ids.ts'
import { one, page, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { readSetting } from '../../../platform/settings.ts'
import { listUnits } from '../../people/index.ts'
import * as act from '../actions/keep.ts'
import * as forms from '../forms.ts'
import { USUAL } from '../rules/settings.ts'
import { reasons } from '../store/reasons.ts'
import { silences } from '../store/silence.ts'
import { sentence } from '../texts/index.ts'
import * as views from '../views/keep.ts'
import { OFFICE } from '../views/office.ts'
import { decides } from './news.ts'

const REASONS = `${OFFICE}/reasons`
const SILENCE = `${OFFICE}/silence`
const SETTINGS = `${OFFICE}/settings`

async function drawReasons(request: WebRequest, state: FormState) {
  return views.reasonsPage(request.frame, {
    reasons: await reasons(request.ctx.db),
    state,
    done: one(request.query, 'done'),
  })
}

async function drawReason(request: WebRequest, state: FormState) {
  const known = await reasons(request.ctx.db)
  const reason = found(
    known.find((r) => r.code === request.params['code']),
    'reason',
  )
  return views.reasonPage(request.frame, { reason, state })
}

async function drawSilence(request: WebRequest, state: FormState, tried: string | null = null) {
  return views.silencePage(request.frame, {
    periods: await silences(request.ctx.db),
    state,
    tried,
    done: one(request.query, 'done'),
  })
}

async function drawSettings(request: WebRequest, state: FormState | null) {
  const { ctx, house } = request
  const now = (await readSetting(ctx.db, 'publications')) ?? USUAL
  const values = {
    measure: now.measure ?? '',
    unit: now.unitId ?? '',
    decideDays: String(now.decideDays),
    embedIn: now.embedIn.join('\n'),
  }
  return views.settingsPage(request.frame, {
    units: await listUnits(ctx.db, { kind: 'unit' }),
    state: state ?? { values, errors: [] },
    embed: `<iframe src="${house.baseUrl}/embed/news" title="Новини організацій" width="100%" height="600"></iframe>`,
    done: one(request.query, 'done'),
  })
}

const get = (path: string, draw: (request: WebRequest) => ReturnType<typeof drawReasons>): Route => ({
  method: 'GET',
  path,
  policy: decides,
  handle: async (request) => page(await draw(request)),
})

function post<T>(
  path: string,
  schema: Parameters<typeof submit<T, unknown>>[1]['schema'],
  doIt: (request: WebRequest, input: T) => Promise<unknown>,
  to: string,
  again: (request: WebRequest, state: FormState) => ReturnType<typeof drawReasons>,
): Route {
  return {
    method: 'POST',
    path,
    policy: decides,
    handle: (request) =>
      submit(request, {
        schema,
        act: (input) => doIt(request, input),
        done: () => redirect(`${to}?done=saved`),
        sentence: sentence(request.locale),
        again: (state) => again(request, state),
      }),
  }
}

type TypedReason = {
  readonly nameUk: string
  readonly nameEn: string
  readonly source: string | null
  readonly url: string | null
  readonly position: number
  readonly active: boolean
}

const reasonOf = (code: string, { nameUk, nameEn, ...rest }: TypedReason) => ({
  code,
  name: { uk: nameUk, en: nameEn },
  ...rest,
})

export const keepRoutes: readonly Route[] = [
  get(REASONS, (request) => drawReasons(request, CLEAN)),
  post(
    REASONS,
    forms.reasonForm,
    (request, { code, ...typed }) => act.saveReason(request.ctx, reasonOf(code, typed), true),
    REASONS,
    drawReasons,
  ),
  get(`${REASONS}/:code`, (request) => drawReason(request, CLEAN)),
  post(
    `${REASONS}/:code`,
    forms.reasonForm.omit({ code: true }),
    (request, typed) => act.saveReason(request.ctx, reasonOf(request.params['code'] ?? '', typed), false),
    REASONS,
    drawReason,
  ),
  get(SILENCE, (request) => drawSilence(request, CLEAN)),
  post(
    SILENCE,
    forms.silenceForm,
    (request, input) => act.beginSilence(request.ctx, input),
    SILENCE,
    drawSilence,
  ),
  post(
    `${SILENCE}/:id/cancel`,
    forms.cancelForm,
    (request, { reason }) => {
      const id = request.params['id'] ?? ''
      return act.cancelSilence(request.ctx, foundId(id, 'silence'), reason)
    },
    SILENCE,
    (request, state) => drawSilence(request, state, request.params['id'] ?? null),
  ),
  get(SETTINGS, (request) => drawSettings(request, null)),
  post(
    SETTINGS,
    forms.settingsForm,
    (request, input) =>
      act.saveNewsSettings(request.ctx, {
        measure: input.measure,
        unitId: isId(input.unit) ? input.unit : null,
        decideDays: input.decideDays,
        embedIn: (input.embedIn ?? '')
          .split('\n')
          .map((l) => l.trim())
          .filter((l) => l !== ''),
      }),
    SETTINGS,
    drawSettings,
  ),
]
