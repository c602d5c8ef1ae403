/** The texts of programmes in one language. */
import { inputSentence } from '../../../kernel/input-texts.ts'
import type { Refusal, RefusalValues } from '../../../kernel/refusal.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'
import { en as readingTextsEn } from '../reading/texts/en.ts'
import type { ReadingTexts } from '../reading/texts/shape.ts'
import { uk as readingTextsUk } from '../reading/texts/uk.ts'
import type { KeptFinding } from '../types/draft.ts'
import { en } from './en.ts'
import { uk } from './uk.ts'

export type ProgrammeTexts = typeof uk

const both: Bilingual<ProgrammeTexts> = { uk, en }

export function texts(locale: Locale): ProgrammeTexts {
  return both[locale]
}

const reading: Bilingual<ReadingTexts> = { uk: readingTextsUk, en: readingTextsEn }

/** The sentence of a refusal of this module or of the reader: what is wrong and what to do. */
export function sentenceOf(locale: Locale, refusal: Refusal): string {
  const own: Readonly<Record<string, (values: RefusalValues) => string>> = texts(locale).refusals
  const say = own[refusal.refused]
  if (say) return say(refusal.values ?? {})
  const unreadable: Readonly<Record<string, { readonly reason: string; readonly remedy: string }>> =
    reading[locale].unreadable
  const why = unreadable[refusal.refused.replace(/^unreadable_/, '')]
  if (why) return `${why.reason.charAt(0).toUpperCase()}${why.reason.slice(1)}. ${why.remedy}`
  return inputSentence(locale, refusal.refused, refusal.values)
}

/** The sentence of a finding: of the reader, or of a renewed programme. */
export function findingSentence(locale: Locale, finding: Pick<KeptFinding, 'code' | 'values'>): string {
  const own: Readonly<Record<string, (count: number) => string>> = texts(locale).review.ownFindings
  const mine = own[finding.code]
  if (mine) return mine(Number(finding.values['count'] ?? 0))
  const known: Readonly<Record<string, (values: KeptFinding['values']) => string>> = reading[locale].findings
  return known[finding.code]?.(finding.values) ?? finding.code
}
