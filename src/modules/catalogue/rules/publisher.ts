/** What may stand in a passport as its publisher. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { PublisherInput } from '../types.ts'

export function checkPublisher(input: PublisherInput): readonly Refusal<'not_koatuu'>[] {
  return input.koatuu === null || /^\d{10}$/.test(input.koatuu) ? [] : [refuse('not_koatuu', {}, 'koatuu')]
}
