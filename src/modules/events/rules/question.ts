/** What may become of a question, and of the instruction that was given because of it. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Instruction, InstructionState, Question, QuestionState } from '../types/question.ts'

export type QuestionVerb = 'accept' | 'refuse' | 'group' | 'answer' | 'instruct' | 'reopen'

const NEXT: Readonly<Record<QuestionState, Partial<Record<QuestionVerb, QuestionState>>>> = {
  received: {
    accept: 'accepted',
    refuse: 'refused',
    group: 'grouped',
    answer: 'answered',
    instruct: 'accepted',
  },
  accepted: { refuse: 'refused', group: 'grouped', answer: 'answered', instruct: 'accepted' },
  refused: { accept: 'accepted', reopen: 'received' },
  grouped: { reopen: 'accepted' },
  answered: { answer: 'answered' },
}

export function stepQuestion(
  question: Pick<Question, 'state' | 'instruction'>,
  verb: QuestionVerb,
): QuestionState | Refusal<'wrong_state' | 'instruction_runs'> {
  const next = NEXT[question.state][verb]
  if (next === undefined) return refuse('wrong_state', { state: question.state, verb })
  if (question.instruction && (verb === 'refuse' || verb === 'group' || verb === 'instruct'))
    return refuse('instruction_runs')
  return next
}

export type InstructionVerb = 'answer' | 'accept' | 'return'

const AFTER: Readonly<Record<InstructionState, Partial<Record<InstructionVerb, InstructionState>>>> = {
  open: { answer: 'answered' },
  answered: { answer: 'answered', accept: 'accepted', return: 'open' },
  accepted: {},
}

export function stepInstruction(
  state: InstructionState,
  verb: InstructionVerb,
): InstructionState | Refusal<'wrong_state'> {
  return AFTER[state][verb] ?? refuse('wrong_state', { state, verb })
}

export type Fate = 'waiting' | 'answered' | 'instructed' | 'overdue' | 'grouped'

/** What visitors are told became of it; `first` of a group speaks for all of the group. */
export function fateOf(
  question: Pick<Question, 'state' | 'answer'> & {
    readonly instruction: Pick<Instruction, 'state' | 'due'> | null
  },
  today: CivilDate,
): Fate {
  if (question.state === 'grouped') return 'grouped'
  if (question.state === 'answered') return 'answered'
  const { instruction } = question
  if (instruction === null) return 'waiting'
  if (instruction.state === 'accepted') return 'answered'
  return compareDates(instruction.due, today) < 0 ? 'overdue' : 'instructed'
}

/** Whether visitors read it at all. */
export function isShown(state: QuestionState): boolean {
  return state === 'accepted' || state === 'answered' || state === 'grouped'
}
