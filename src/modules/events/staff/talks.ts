/** Talks of an event in the office. */
import { found } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { one, page, type Route, type WebRequest } from '../../../platform/http/route.ts'
import { findPractices } from '../../practices/index.ts'
import { addPractice, addTalk, decideTalk, layTalks } from '../actions/talks.ts'
import * as forms from '../forms/office.ts'
import { hasFeature } from '../rules/kinds.ts'
import { itemsOf } from '../store/parts.ts'
import { talksOf } from '../store/talks.ts'
import { OFFICE } from '../views/office-page.ts'
import { talksPage } from '../views/talks.ts'
import { act, backTo, doneKey, type Failed, idParam, officeEvent, reads } from './common.ts'

const SHOWN = 12

async function show(request: WebRequest, failed: Failed = null): Promise<Html> {
  const { db } = request.ctx
  const base = await officeEvent(request, idParam(request, 'event'))
  const { event } = base
  found(hasFeature(event.kind, 'callForTalks') ? true : null, 'talks')
  const text = one(request.query, 'card').slice(0, 100)
  const [talks, items, cards] = await Promise.all([
    talksOf(db, event.id),
    itemsOf(db, event.id),
    base.keeps && hasFeature(event.kind, 'practiceCards') ? findPractices(db, text, SHOWN) : null,
  ])
  return talksPage(request.frame, {
    ...base,
    talks: base.keeps ? talks : talks.filter((talk) => talk.state === 'accepted'),
    items,
    cards: cards && { text, rows: cards },
    failed,
    done: doneKey(request),
  })
}

export const talkRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${OFFICE}/:id/talks`,
    policy: reads,
    handle: async (request) => page(await show(request)),
  },
  act(`${OFFICE}/:id/talks`, {
    form: (request) => `talk ${String(request.form['talk'] ?? '')}`,
    schema: forms.talkForm,
    run: (request, { talk, state, reason }) =>
      decideTalk(request.ctx, request.house, idParam(request, 'event'), talk, { state, reason }),
    done: backTo('/talks', 'saved'),
    again: show,
  }),
  act(`${OFFICE}/:id/talks/new`, {
    form: 'talk',
    schema: forms.newTalkForm,
    run: (request, { text, ...talk }) =>
      addTalk(request.ctx, idParam(request, 'event'), { ...talk, text: text ?? '', email: null }),
    done: backTo('/talks', 'saved'),
    again: show,
  }),
  act(`${OFFICE}/:id/talks/practice`, {
    form: 'act',
    schema: forms.practiceForm,
    run: (request, { practice }) =>
      addPractice(request.ctx, request.house, idParam(request, 'event'), practice),
    done: backTo('/talks', 'saved'),
    again: show,
  }),
  act(`${OFFICE}/:id/talks/lay`, {
    form: 'lay',
    schema: forms.layForm,
    run: (request, { day, ...laying }) =>
      layTalks(request.ctx, idParam(request, 'event'), { ...laying, day: day - 1 }),
    done: backTo('#agenda', 'saved'),
    again: show,
  }),
]
