/** Addresses of passports in the office. */
import type { z } from 'zod'
import { found } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import { one, page, type Reply, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import {
  checkSection,
  composed,
  composePassport,
  correctPassport,
  discardPassport,
  freezePassport,
  leaveOut,
  measureOfPassport,
  publishPassport,
  reopenPassport,
  setMeasure,
  takeBack,
} from '../actions/passports.ts'
import { deliverDraft, deliverFrozen } from '../documents/deliver.ts'
import {
  checkForm,
  composeForm,
  empty,
  freezeForm,
  leaveOutForm,
  reasonForm,
  sectionForm,
  settingsForm,
} from '../forms.ts'
import { mayKeepPassport } from '../policy.ts'
import { compare } from '../rules/compare.ts'
import * as store from '../store/passports.ts'
import { mergedInto, shapesOf } from '../store/registry.ts'
import { tableStandings } from '../store/rows.ts'
import type { Passport } from '../types.ts'
import { homePage, settingsPage } from '../views/office.ts'
import { OFFICE } from '../views/parts.ts'
import { reviewPage } from '../views/review.ts'
import { idOf, keepers, pastOf, readers, sentence } from './common.ts'

const MOST = 100

async function home(request: WebRequest, compose: FormState): Promise<Html> {
  const { db, today, actor } = request.ctx
  return homePage(request.frame, {
    passports: await store.allPassports(db, MOST),
    standings: await tableStandings(db),
    today,
    mayKeep: mayKeepPassport(actor),
    compose,
    done: one(request.query, 'done'),
  })
}

const passportId = (request: WebRequest) => idOf<'passport'>(request, 'passport')

async function passportOf(request: WebRequest): Promise<Passport> {
  return found(await store.passportById(request.ctx.db, passportId(request)), 'passport')
}

async function draw(request: WebRequest, form: FormState, formOf: string): Promise<Html> {
  const passport = await passportOf(request)
  const { db, today, actor } = request.ctx
  const frozen = await store.frozenById(db, passport.id)
  const now = frozen ? null : await composed(db, passport, request.house.city)
  const content = found(frozen?.content ?? now?.content, 'content')
  const before = await store.publishedBefore(db, passport)
  const { number, measure } = await measureOfPassport(db, today)
  return reviewPage(request.frame, {
    passport,
    content,
    draft:
      now && passport.state === 'draft'
        ? { seals: now.seals, states: now.states, sha256: now.sealed.sha256, undated: now.undated }
        : null,
    shapes: await shapesOf(db),
    before: before && {
      day: shortDate(request.locale, before.asOf),
      comparison: compare(before.content, content, await mergedInto(db)),
    },
    measure: measure === null ? null : number,
    mayKeep: mayKeepPassport(actor),
    form,
    formOf,
    history: await pastOf(request, 'passport', passport.id),
    done: one(request.query, 'done'),
  })
}

async function show(request: WebRequest): Promise<Reply> {
  const passport = await passportOf(request)
  const { db } = request.ctx
  const frozen = await store.frozenById(db, passport.id)
  if (one(request.query, 'format') !== '') {
    const file = frozen
      ? await deliverFrozen(request, frozen)
      : await deliverDraft(request, (await composed(db, passport, request.house.city)).content)
    if (file) return file
  }
  return page(await draw(request, CLEAN, ''))
}

const at = (request: WebRequest, done: string, hash = '') =>
  redirect(`${OFFICE}/${passportId(request)}?done=${done}${hash}`)

/** @param formOf where what was typed is shown again */
function verb<T, R>(
  name: string,
  form: {
    readonly schema: z.ZodType<T>
    readonly act: (request: WebRequest, input: T) => Promise<R>
    readonly done: (request: WebRequest, result: R) => Reply
    readonly formOf?: (request: WebRequest) => string
  },
): Route {
  return {
    method: 'POST',
    path: `${OFFICE}/:id/${name}`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: form.schema,
        act: (input) => form.act(request, input),
        done: (result) => form.done(request, result),
        sentence: sentence(request),
        again: (state) => draw(request, state, form.formOf?.(request) ?? name),
      }),
  }
}

async function drawSettings(request: WebRequest, form: FormState): Promise<Html> {
  const { number, measure } = await measureOfPassport(request.ctx.db, request.ctx.today)
  return settingsPage(request.frame, {
    number,
    found: measure,
    form,
    saved: one(request.query, 'done') === 'saved',
  })
}

export const passportRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: OFFICE,
    policy: readers,
    handle: async (request) => page(await home(request, CLEAN)),
  },
  {
    method: 'POST',
    path: `${OFFICE}/compose`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: composeForm,
        act: ({ asOf }) => composePassport(request.ctx, asOf),
        done: (id) => redirect(`${OFFICE}/${id}?done=composed`),
        sentence: sentence(request),
        again: (state) => home(request, state),
      }),
  },
  {
    method: 'GET',
    path: `${OFFICE}/settings`,
    policy: keepers,
    handle: async (request) => page(await drawSettings(request, CLEAN)),
  },
  {
    method: 'POST',
    path: `${OFFICE}/settings`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: settingsForm,
        act: ({ measure }) => setMeasure(request.ctx, measure),
        done: () => redirect(`${OFFICE}/settings?done=saved`),
        sentence: sentence(request),
        again: (state) => drawSettings(request, state),
      }),
  },
  { method: 'GET', path: `${OFFICE}/:id`, policy: readers, handle: show },
  verb('check', {
    schema: checkForm,
    act: (request, input) => checkSection(request.ctx, passportId(request), request.house.city, input),
    done: (request) => at(request, 'checked', `#${one(request.form, 'section')}`),
  }),
  verb('leave-out', {
    schema: leaveOutForm,
    act: (request, { section, reason }) => leaveOut(request.ctx, passportId(request), section, reason),
    done: (request) => at(request, 'leftOut'),
    formOf: (request) => `leave-${one(request.form, 'section')}`,
  }),
  verb('take-back', {
    schema: sectionForm,
    act: (request, { section }) => takeBack(request.ctx, passportId(request), section),
    done: (request) => at(request, 'takenBack'),
  }),
  verb('freeze', {
    schema: freezeForm,
    act: (request, { seen }) => freezePassport(request.ctx, passportId(request), request.house.city, seen),
    done: (request) => at(request, 'frozen'),
  }),
  verb('reopen', {
    schema: reasonForm,
    act: (request, { reason }) => reopenPassport(request.ctx, passportId(request), reason),
    done: (request) => at(request, 'reopened'),
  }),
  verb('publish', {
    schema: empty,
    act: (request) => publishPassport(request.ctx, passportId(request), request.house.baseUrl),
    done: (request, { evidence }) => at(request, evidence ? 'published' : 'publishedPlain'),
  }),
  verb('correct', {
    schema: reasonForm,
    act: (request, { reason }) => correctPassport(request.ctx, passportId(request), reason),
    done: (_, id) => redirect(`${OFFICE}/${id}?done=composed`),
  }),
  verb('discard', {
    schema: empty,
    act: (request) => discardPassport(request.ctx, passportId(request)),
    done: () => redirect(`${OFFICE}?done=discarded`),
  }),
]
