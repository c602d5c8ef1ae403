/** Tests: written as lines, answered, counted so that nobody is told of. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Chosen, Stage, StageResult, TestQuestion } from '../types.ts'

export const MOST_QUESTIONS = 20
const MOST_OPTIONS = 8
/** Fewer answers than this are not counted out: a count would tell of a person. */
export const FEWEST_SHOWN = 5

/**
 * A line is a question; the lines under it that begin with `+` or `-` are its options, `+` the right ones:
 * `Хто скликає громадські слухання?` / `+ голова` / `- поліція`.
 */
export function readTest(text: string): TestQuestion[] | Refusal[] {
  const questions: { text: string; options: string[]; correct: number[] }[] = []
  for (const line of text.split('\n').map((l) => l.trim())) {
    const option = /^([+\-–—])\s*(.+)$/.exec(line)
    const last = questions.at(-1)
    if (option && last) {
      if (option[1] === '+') last.correct.push(last.options.length)
      last.options.push(option[2]!.slice(0, 300))
    } else if (line !== '') questions.push({ text: line.slice(0, 500), options: [], correct: [] })
  }
  const wrong = questions.flatMap((q, i): Refusal[] =>
    q.options.length < 2 || q.options.length > MOST_OPTIONS
      ? [refuse('options_needed', { question: i + 1, most: MOST_OPTIONS }, 'questions')]
      : [],
  )
  if (questions.length === 0) wrong.push(refuse('required', {}, 'questions'))
  if (questions.length > MOST_QUESTIONS)
    wrong.push(refuse('too_many_questions', { most: MOST_QUESTIONS }, 'questions'))
  return wrong.length > 0 ? wrong : questions
}

export function testText(questions: readonly TestQuestion[]): string {
  return questions
    .map((q) => [q.text, ...q.options.map((o, i) => `${q.correct.includes(i) ? '+' : '-'} ${o}`)].join('\n'))
    .join('\n\n')
}

/** Several right options: several may be ticked. */
export function isMultiple(question: TestQuestion): boolean {
  return question.correct.length > 1
}

/** What was sent, as far as the test has such options; one only where one may be chosen. */
export function chosenOf(questions: readonly TestQuestion[], sent: readonly (readonly string[])[]): Chosen {
  return questions.map((q, i) => {
    const numbers = (sent[i] ?? [])
      .map(Number)
      .filter((n) => Number.isInteger(n) && n >= 0 && n < q.options.length)
    const unique = [...new Set(numbers)].sort((a, b) => a - b)
    return isMultiple(q) ? unique : unique.slice(0, 1)
  })
}

/** Right is what ticks exactly the right ones. */
export function correctCount(questions: readonly TestQuestion[], chosen: Chosen): number {
  return questions.filter((q, i) => q.correct.length > 0 && String(q.correct) === String(chosen[i] ?? []))
    .length
}

export function resultOf(
  questions: readonly TestQuestion[],
  answers: readonly { readonly chosen: Chosen; readonly correct: number }[],
): StageResult {
  const n = answers.length
  if (n < FEWEST_SHOWN) return { answers: n, average: null, counts: null }
  return {
    answers: n,
    average: answers.reduce((sum, a) => sum + a.correct, 0) / n,
    counts: questions.map((q, i) =>
      q.options.map((_, option) => answers.filter((a) => a.chosen[i]?.includes(option)).length),
    ),
  }
}

/** Whether the numbers of options alone could be answered: a test with answers is not changed. */
export function mayChange(answers: number): boolean {
  return answers === 0
}

export function stageOf(text: string): Stage | 'closed' {
  return text === 'before' || text === 'after' ? text : 'closed'
}
