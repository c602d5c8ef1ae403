/** Questions of people: taken, moderated, answered, or given to somebody who answers by a day. */
import type { UnitId } from '../../../kernel/actor.ts'
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import { calendar } from '../../../legal-time/calendar.ts'
import { dueByRule } from '../../../legal-time/due-by-rule.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { cityRule } from '../../law/index.ts'
import { unitsByIds } from '../../people/index.ts'
import { mayAcceptAnswer, mayAnswerInstruction, mayKeep } from '../policy.ts'
import { type QuestionVerb, stepInstruction, stepQuestion } from '../rules/question.ts'
import { lockEvent } from '../store/events.ts'
import { insertInstruction, lockInstruction, saveInstruction } from '../store/instructions.ts'
import * as store from '../store/questions.ts'
import { textsOf } from '../texts/index.ts'
import { eventTitle } from '../texts/names.ts'
import type { InstructionId, Question, QuestionId, QuestionOrigin, StoredTerm } from '../types/question.ts'
import type { CityEvent, EventId } from '../types.ts'
import { holdLetters, letterText, type Sender } from './letters.ts'
import { address } from './links.ts'
import { emailHash } from './register.ts'

const subject = (id: EventId) => ({ type: 'questions', id })
/** Of one address, for one event. */
const MOST_ASKED = 5

export type AskInput = {
  readonly text: string
  readonly topic: string | null
  readonly asker: string | null
  readonly email: string | null
  readonly locale: Locale
}

/** By the public form: it waits to be looked at. */
export function askQuestion(ctx: Context, eventId: EventId, input: AskInput): Promise<QuestionId> {
  return transact(ctx, async (tx) => {
    const event = found(await lockEvent(tx.db, eventId), 'event')
    if (!event.questionsOpen || (event.state !== 'announced' && event.state !== 'held'))
      accept(refuse('questions_closed'))
    const hash = input.email === null ? null : emailHash(input.email)
    if (hash !== null && (await store.askedBy(tx.db, eventId, hash)) >= MOST_ASKED)
      accept(refuse('asked_enough', { maximum: MOST_ASKED }, 'text'))
    const id = await store.insertQuestion(tx, eventId, {
      ...input,
      emailHash: hash,
      origin: 'form',
      state: 'received',
    })
    audit(tx, 'event.question', subject(eventId), { after: { origin: 'form' } })
    return id
  })
}

/** From the hall, by phone, on paper: the office writes it down, and it is accepted. */
export function writeDownQuestion(
  ctx: Context,
  eventId: EventId,
  input: AskInput & { readonly origin: QuestionOrigin },
): Promise<QuestionId> {
  return transact(ctx, async (tx) => {
    const event = found(await lockEvent(tx.db, eventId), 'event')
    permit(mayKeep(tx.actor, event.unitId), 'event.question')
    if (event.state === 'cancelled' || event.state === 'closed')
      accept(refuse('wrong_state', { state: event.state }))
    const id = await store.insertQuestion(tx, eventId, {
      ...input,
      emailHash: input.email === null ? null : emailHash(input.email),
      state: 'accepted',
    })
    audit(tx, 'event.question', subject(eventId), { after: { origin: input.origin } })
    return id
  })
}

async function locked(
  tx: Tx,
  id: QuestionId,
  verb: QuestionVerb,
): Promise<{ readonly event: CityEvent; readonly question: Question }> {
  const known = found(await store.questionById(tx.db, id), 'question')
  const event = found(await lockEvent(tx.db, known.eventId), 'event')
  permit(mayKeep(tx.actor, event.unitId), `event.question.${verb}`)
  return { event, question: found(await store.lockQuestion(tx.db, id), 'question') }
}

type Decision =
  | { readonly verb: 'accept' | 'reopen'; readonly topic?: string | null }
  | { readonly verb: 'refuse'; readonly reason: string }
  | { readonly verb: 'group'; readonly with: QuestionId }

export function decideQuestion(
  ctx: Context,
  sender: Sender,
  id: QuestionId,
  decision: Decision,
): Promise<void> {
  return transact(ctx, async (tx) => {
    const { event, question } = await locked(tx, id, decision.verb)
    const state = accept(stepQuestion(question, decision.verb))
    let into: QuestionId | null = null
    if (decision.verb === 'group') {
      const first = found(await store.questionById(tx.db, decision.with), 'question')
      if (first.eventId !== event.id || first.id === id || first.state === 'grouped')
        accept(refuse('not_a_group', {}, 'with'))
      into = first.id
    }
    await store.saveQuestion(tx, question, {
      state,
      groupedWith: into,
      ...(decision.verb === 'refuse' ? { refusal: decision.reason } : {}),
    })
    if (decision.verb === 'refuse')
      await tell(tx, sender, event, [question], (t) => [`${t.answer.refused}\n${decision.reason}`], 'refused')
    audit(tx, `event.question.${decision.verb}`, subject(event.id), {
      before: { number: question.number, state: question.state },
      after: { state },
      ...(decision.verb === 'refuse' ? { reason: decision.reason } : {}),
    })
  })
}

/** At once; those grouped with it are answered too. */
export function answerQuestion(
  ctx: Context,
  sender: Sender,
  id: QuestionId,
  answer: { readonly text: string; readonly by: string; readonly version: number },
): Promise<void> {
  return transact(ctx, async (tx) => {
    const { event, question } = await locked(tx, id, 'answer')
    if (question.version !== answer.version) throw new Conflict('question')
    const state = accept(stepQuestion(question, 'answer'))
    await store.saveQuestion(tx, question, { state, answer })
    await tellAnswer(tx, sender, event, question, answer.text)
    audit(tx, 'event.question.answer', subject(event.id), { after: { number: question.number, state } })
  })
}

async function tellAnswer(
  tx: Tx,
  sender: Sender,
  event: CityEvent,
  question: Question,
  answer: string,
): Promise<void> {
  const all = [question, ...(await store.groupedWith(tx.db, question.id))]
  await tell(tx, sender, event, all, (t) => [`${t.answer.answer}\n${answer}`], `answer/${tx.now}`)
}

/** Every asker who left an address is written to. */
async function tell(
  tx: Tx,
  sender: Sender,
  event: CityEvent,
  questions: readonly Question[],
  say: (t: ReturnType<typeof textsOf>['letters'], locale: Locale) => readonly string[],
  round: string,
): Promise<void> {
  const letters = questions.flatMap((q) => {
    if (q.email === null) return []
    const t = textsOf(q.locale).letters
    return [
      {
        dedupeKey: `event.answer/${q.id}/${round}`,
        to: q.email,
        name: q.asker ?? '',
        subject: t.answer.subject(eventTitle(q.locale, event)),
        body: letterText(q.locale, sender, q.asker ?? '', [
          `${t.answer.asked}\n${q.text}`,
          ...say(t, q.locale),
          `${t.answer.all}\n${address(sender, q.locale, `/events/${event.id}/questions`)}`,
        ]),
      },
    ]
  })
  await holdLetters(tx, 'event.answer', textsOf('uk').letters.mailings.answer(event.title), letters)
}

/**
 * Somebody answers by a day. The day is counted by the term for an oral appeal that needs no study (Law 393/96-ВР,
 * article 20), as the city applies it; or it is chosen.
 */
export function instruct(
  ctx: Context,
  sender: Sender,
  id: QuestionId,
  input: { readonly unitId: UnitId; readonly text: string; readonly due: Context['today'] | null },
): Promise<InstructionId> {
  return transact(ctx, async (tx) => {
    const { event, question } = await locked(tx, id, 'instruct')
    const state = accept(stepQuestion(question, 'instruct'))
    const unit = found((await unitsByIds(tx.db, [input.unitId])).get(input.unitId), 'unit')
    const term = input.due ? chosen(tx, input.due) : await termOf(tx)
    await store.saveQuestion(tx, question, { state })
    const instructionId = await insertInstruction(tx, question, { ...input, ...term })
    const group = [question, ...(await store.groupedWith(tx.db, question.id))]
    await tell(
      tx,
      sender,
      event,
      group,
      (t, locale) => [t.answer.instructed(unit.name, shortDate(locale, term.due))],
      'instructed',
    )
    audit(tx, 'event.instruct', subject(event.id), {
      after: { number: question.number, unit: unit.name, due: term.due.toString(), text: input.text },
    })
    return instructionId
  })
}

function chosen(
  tx: Tx,
  due: Context['today'],
): { readonly due: Context['today']; readonly explanation: StoredTerm } {
  if (due.since(tx.today).sign < 0) accept(refuse('day_past', {}, 'due'))
  return { due, explanation: { chosen: due.toString() } }
}

async function termOf(tx: Tx) {
  const rule = accept(await cityRule(tx.db, 'appeal.answer.simple', tx.today))
  const { date, explanation } = accept(dueByRule(calendar(), rule, tx.today))
  return { due: date, explanation }
}

/** By its executor; the coordinator then accepts the answer or gives it back. */
export function answerInstruction(
  ctx: Context,
  id: InstructionId,
  answer: { readonly text: string; readonly version: number },
): Promise<void> {
  return transact(ctx, async (tx) => {
    const instruction = found(await lockInstruction(tx.db, id), 'instruction')
    permit(mayAnswerInstruction(tx.actor, instruction.unitId), 'event.instruction.answer')
    if (instruction.version !== answer.version) throw new Conflict('instruction')
    const state = accept(stepInstruction(instruction.state, 'answer'))
    await saveInstruction(tx, instruction, { state, answer: answer.text, returnedReason: null })
    audit(tx, 'event.instruction.answer', subject(instruction.eventId), { after: { state } })
  })
}

/** The answer becomes the question's own: public, and told to those who asked. */
export function acceptAnswer(ctx: Context, sender: Sender, id: InstructionId): Promise<void> {
  return transact(ctx, async (tx) => {
    const instruction = found(await lockInstruction(tx.db, id), 'instruction')
    const event = found(await lockEvent(tx.db, instruction.eventId), 'event')
    permit(mayAcceptAnswer(tx.actor, event.unitId, instruction.unitId), 'event.instruction.accept')
    const state = accept(stepInstruction(instruction.state, 'accept'))
    const question = found(await store.lockQuestion(tx.db, instruction.questionId), 'question')
    const text = instruction.answer ?? ''
    await saveInstruction(tx, instruction, { state })
    await store.saveQuestion(tx, question, {
      state: 'answered',
      answer: { text, by: instruction.unitName },
    })
    await tellAnswer(tx, sender, event, question, text)
    audit(tx, 'event.instruction.accept', subject(event.id), {
      after: { number: question.number, unit: instruction.unitName },
    })
  })
}

export function returnAnswer(ctx: Context, id: InstructionId, reason: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const instruction = found(await lockInstruction(tx.db, id), 'instruction')
    const event = found(await lockEvent(tx.db, instruction.eventId), 'event')
    permit(mayAcceptAnswer(tx.actor, event.unitId, instruction.unitId), 'event.instruction.return')
    const state = accept(stepInstruction(instruction.state, 'return'))
    await saveInstruction(tx, instruction, { state, returnedReason: reason })
    audit(tx, 'event.instruction.return', subject(event.id), { reason })
  })
}
