/** Votes as they are typed: one a line, `Підтримати проєкт | 45 | 3 | 2`. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Vote } from '../types.ts'

export function readVotes(text: string, participants: number): Vote[] | Refusal[] {
  const votes: Vote[] = []
  const wrong: Refusal[] = []
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [question = '', ...counts] = line.split(/\s*[|\t;]\s*/).map((part) => part.trim())
    const numbers = counts.map((c) => (/^\d{1,6}$/.test(c) ? Number(c) : null))
    const [yes, no, abstained = 0] = numbers
    if (question === '' || yes == null || no == null || abstained === null || numbers.length > 3)
      wrong.push(refuse('vote_line', { line: i + 1 }, 'votes'))
    else if (yes + no + abstained > participants)
      wrong.push(refuse('more_votes_than_people', { line: i + 1, people: participants }, 'votes'))
    else votes.push({ question: question.slice(0, 500), for: yes, against: no, abstained })
  }
  return wrong.length > 0 ? wrong : votes
}

export function votesText(votes: readonly Vote[]): string {
  return votes.map((v) => `${v.question} | ${v.for} | ${v.against} | ${v.abstained}`).join('\n')
}

/** A majority of those who voted for or against. */
export function isCarried(vote: Vote): boolean {
  return vote.for > vote.against
}
