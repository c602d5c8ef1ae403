/** The test of a seminar: written, opened, answered. */
import { ANONYMOUS } from '../../../kernel/actor.ts'
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { countAsking } from '../../../platform/limit.ts'
import { sign } from '../../../platform/random.ts'
import { type CityEvent, type EventId, eventById, hasFeature, isPublic, mayKeep } from '../../events/index.ts'
import { chosenOf, correctCount, mayChange } from '../rules/test.ts'
import * as store from '../store/tests.ts'
import type { SeminarTest, TestQuestion } from '../types.ts'

/** Answers from one address an hour: a class that shares one. */
const MOST_ANSWERS = 60

const subject = (id: EventId) => ({ type: 'event', id })

/** An event of a kind that has a test and certificates. */
export async function seminarOf(tx: Tx, id: EventId, permission: string): Promise<CityEvent> {
  const event = found(await eventById(tx.db, id), 'event')
  permit(mayKeep(tx.actor, event.unitId), permission)
  found(hasFeature(event.kind, 'test') ? event : null, 'seminar')
  return event
}

/** @param seen version of the test; 0 where there is none yet */
export function writeTest(
  ctx: Context,
  id: EventId,
  seen: number,
  questions: readonly TestQuestion[],
): Promise<void> {
  return transact(ctx, async (tx) => {
    await seminarOf(tx, id, 'seminar.test')
    const before = await store.testOf(tx.db, id)
    if ((before?.version ?? 0) !== seen) throw new Conflict('test')
    if (!mayChange(await store.answerCount(tx.db, id))) accept(refuse('answered_already', {}, 'questions'))
    await store.saveTest(tx, id, { questions, stage: before?.stage ?? 'closed' }, seen + 1)
    audit(tx, 'seminar.test', subject(id), { after: { questions: questions.length } })
  })
}

export function openTest(ctx: Context, id: EventId, stage: SeminarTest['stage']): Promise<void> {
  return transact(ctx, async (tx) => {
    await seminarOf(tx, id, 'seminar.test.open')
    const test = found(await store.testOf(tx.db, id), 'test')
    await store.saveTest(tx, id, { ...test, stage }, test.version + 1)
    audit(tx, 'seminar.test.open', subject(id), { before: { stage: test.stage }, after: { stage } })
  })
}

export type Answer = {
  readonly sent: readonly (readonly string[])[]
  /** Chosen by the person, the same before and after. */
  readonly word: string | null
}

/** By anybody, while it is open. Nothing that says whose it is is kept. */
export function answerTest(
  ctx: Context,
  house: Pick<House, 'keyFor'>,
  id: EventId,
  answer: Answer,
  address: string,
): Promise<void> {
  return transact({ ...ctx, actor: ANONYMOUS }, async (tx) => {
    const event = found(await eventById(tx.db, id), 'event')
    const test = found(isPublic(event.state) ? await store.testOf(tx.db, id) : null, 'test')
    if (test.stage === 'closed') return accept(refuse('test_closed'))
    const limit = { purpose: 'seminar.answer', of: `${id} ${address}`, most: MOST_ANSWERS, hours: 1 }
    if ((await countAsking(tx, house, [limit])) > 0) accept(refuse('too_many_answers'))
    const chosen = chosenOf(test.questions, answer.sent)
    if (chosen.every((one) => one.length === 0)) accept(refuse('nothing_chosen'))
    const word = answer.word?.trim().toLocaleLowerCase('uk')
    const taken = await store.insertAnswer(tx, {
      eventId: id,
      stage: test.stage,
      wordHash: word ? sign(house.keyFor('seminars.words'), `${id} ${word}`) : null,
      chosen,
      correct: correctCount(test.questions, chosen),
    })
    if (!taken) accept(refuse('word_answered', {}, 'word'))
  })
}
