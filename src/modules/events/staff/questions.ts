/** Questions and instructions in the office. */

import type { z } from 'zod'
import { hasRole, unitsOf } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { one, page, type Reply, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { listUnits } from '../../people/index.ts'
import * as actions from '../actions/questions.ts'
import { instructionSheet } from '../documents/sheets.ts'
import * as forms from '../forms/office.ts'
import { mayAcceptAnswer, mayAnswerInstruction } from '../policy.ts'
import { instructionLines, instructionOf } from '../store/instructions.ts'
import { questionById, questionsOf } from '../store/questions.ts'
import type { QuestionId } from '../types/question.ts'
import type { EventId } from '../types.ts'
import { instructionPage, instructionsPage } from '../views/instructions.ts'
import { OFFICE, officePath } from '../views/office-page.ts'
import { questionsPage } from '../views/questions.ts'
import { act, backTo, doneKey, type Failed, idParam, keeps, officeEvent, reads, sentences } from './common.ts'

const MOST = 500

async function questions(request: WebRequest, failed: Failed = null, id?: EventId): Promise<Html> {
  const { ctx } = request
  const base = await officeEvent(request, id ?? idParam(request, 'event'))
  const [rows, units] = await Promise.all([
    questionsOf(ctx.db, base.event.id),
    listUnits(ctx.db, { kind: 'unit' }),
  ])
  return questionsPage(request.frame, {
    ...base,
    // What an asker left of himself is seen by who keeps the event.
    questions: base.keeps ? rows : rows.map((q) => ({ ...q, asker: null, email: null })),
    units,
    mayAnswer: (instruction) => mayAnswerInstruction(ctx.actor, instruction.unitId),
    mayAccept: (instruction) => mayAcceptAnswer(ctx.actor, base.event.unitId, instruction.unitId),
    failed,
    done: doneKey(request),
  })
}

/** An address that names the question: back to its event. */
function onQuestion<T>(
  verb: string,
  schema: z.ZodType<T>,
  run: (request: WebRequest, id: QuestionId, input: T) => Promise<unknown>,
): Route {
  return {
    method: 'POST',
    path: `${OFFICE}/questions/:id/${verb}`,
    policy: keeps,
    handle: async (request) => {
      const id = idParam(request, 'question')
      const { eventId } = found(await questionById(request.ctx.db, id), 'question')
      return submit(request, {
        schema,
        act: (input) => run(request, id, input),
        done: () => redirect(`${officePath(eventId, '/questions')}?done=${verb}#q${id}`),
        sentence: sentences(request),
        again: (state) => questions(request, { form: `${verb} ${id}`, state }, eventId),
      })
    },
  }
}

async function instructions(request: WebRequest): Promise<Reply> {
  const { ctx, locale } = request
  const all = hasRole(ctx.actor, 'coordinator', 'administrator', 'viewer')
  const asked = one(request.query, 'state')
  const state = (['open', 'answered', 'accepted'] as const).find((s) => s === asked) ?? 'open'
  const rows = await instructionLines(
    ctx.db,
    { states: [state], ...(all ? {} : { units: unitsOf(ctx.actor) }) },
    MOST,
  )
  const format = exportFormat(request)
  if (format) return exportReply(request, instructionSheet(locale, rows), format, 'instructions')
  return page(instructionsPage(request.frame, { rows, all, state, done: doneKey(request) }))
}

async function instruction(request: WebRequest, form: FormState = CLEAN): Promise<Html> {
  const { ctx } = request
  const line = found(await instructionOf(ctx.db, idParam(request, 'instruction')), 'instruction')
  return instructionPage(request.frame, {
    instruction: line,
    mayAnswer: mayAnswerInstruction(ctx.actor, line.unitId),
    form,
    done: doneKey(request),
  })
}

async function answer(request: WebRequest): Promise<Reply> {
  const id = idParam(request, 'instruction')
  return submit(request, {
    schema: forms.instructionAnswerForm,
    act: (input) => actions.answerInstruction(request.ctx, id, input),
    done: () => redirect(`${OFFICE}/instructions?done=sent`),
    sentence: sentences(request),
    again: (state) => instruction(request, state),
  })
}

function onInstruction<T>(
  verb: string,
  schema: z.ZodType<T>,
  run: (request: WebRequest, input: T) => Promise<unknown>,
): Route {
  return {
    method: 'POST',
    path: `${OFFICE}/instructions/:id/${verb}`,
    policy: keeps,
    handle: async (request) => {
      const line = found(await instructionOf(request.ctx.db, idParam(request, 'instruction')), 'instruction')
      return submit(request, {
        schema,
        act: (input) => run(request, input),
        done: () => redirect(`${officePath(line.eventId, '/questions')}?done=${verb}#q${line.questionId}`),
        sentence: sentences(request),
        again: (state) => questions(request, { form: 'act', state }, line.eventId),
      })
    },
  }
}

export const questionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${OFFICE}/:id/questions`,
    policy: reads,
    handle: async (request) => page(await questions(request)),
  },
  act(`${OFFICE}/:id/questions`, {
    form: 'new',
    schema: forms.questionForm,
    run: (request, input) =>
      actions.writeDownQuestion(request.ctx, idParam(request, 'event'), { ...input, locale: 'uk' }),
    done: backTo('/questions', 'question'),
    again: questions,
  }),
  onQuestion('accept', forms.nothing, ({ ctx, house }, id) =>
    actions.decideQuestion(ctx, house, id, { verb: 'accept' }),
  ),
  onQuestion('reopen', forms.nothing, ({ ctx, house }, id) =>
    actions.decideQuestion(ctx, house, id, { verb: 'reopen' }),
  ),
  onQuestion('refuse', forms.reason, ({ ctx, house }, id, { reason }) =>
    actions.decideQuestion(ctx, house, id, { verb: 'refuse', reason }),
  ),
  onQuestion('group', forms.groupForm, ({ ctx, house }, id, input) =>
    actions.decideQuestion(ctx, house, id, { verb: 'group', with: input.with }),
  ),
  onQuestion('answer', forms.answerForm, ({ ctx, house }, id, input) =>
    actions.answerQuestion(ctx, house, id, input),
  ),
  onQuestion('instruct', forms.instructForm, ({ ctx, house }, id, { unit, text, due }) =>
    actions.instruct(ctx, house, id, { unitId: unit, text, due }),
  ),
  { method: 'GET', path: `${OFFICE}/instructions`, policy: reads, handle: instructions },
  {
    method: 'GET',
    path: `${OFFICE}/instructions/:id`,
    policy: reads,
    handle: async (request) => page(await instruction(request)),
  },
  { method: 'POST', path: `${OFFICE}/instructions/:id`, policy: keeps, handle: answer },
  onInstruction('accept', forms.nothing, (request) =>
    actions.acceptAnswer(request.ctx, request.house, idParam(request, 'instruction')),
  ),
  onInstruction('return', forms.reason, (request, { reason }) =>
    actions.returnAnswer(request.ctx, idParam(request, 'instruction'), reason),
  ),
]
