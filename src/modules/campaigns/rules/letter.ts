/** A letter from its template. Words in braces are filled in; what is not known stays as it was written. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'

export const PLACES = ['організація', 'посилання', 'код', 'строк', 'рік', 'рада', 'довідки'] as const
export type Place = (typeof PLACES)[number]
export type Filling = Readonly<Record<Place, string>>

export function filled(template: string, values: Filling): string {
  return template.replace(/\{([а-яіїєґ]+)\}/g, (whole, place: string) =>
    place in values ? values[place as Place] : whole,
  )
}

/** Without the link a letter asks for what nobody can do. Unknown words in braces are most likely slips. */
export function wrongWithTemplate(template: string, field: string): Refusal[] {
  const named = [...template.matchAll(/\{([^{}]*)\}/g)].map((m) => m[1]!)
  const unknown = named.filter((n) => !PLACES.some((p) => p === n))
  return [
    ...(named.includes('посилання') ? [] : [refuse('template_needs_link', {}, field)]),
    ...(unknown.length > 0
      ? [refuse('template_unknown_place', { place: unknown[0]!.slice(0, 40) }, field)]
      : []),
  ]
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Sixteen signs in four groups (Crockford's base 32: no I, L, O, U), 80 bits of the first ten bytes. */
export function codeText(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let i = 15; i >= 0; i--) text += ALPHABET[Number((bits >> BigInt(i * 5)) & 31n)]
  return text.replace(/(.{4})(?!$)/g, '$1-')
}

/** A code as a hand typed it: any case, blanks or dashes, Cyrillic look-alikes, O for 0, I and L for 1. */
export function readCode(typed: string): string | null {
  const look: Readonly<Record<string, string>> = {
    А: 'A',
    В: 'B',
    С: 'C',
    Е: 'E',
    Н: 'H',
    К: 'K',
    М: 'M',
    О: '0',
    Р: 'P',
    Т: 'T',
    Х: 'X',
    І: '1',
    У: 'Y',
    O: '0',
    I: '1',
    L: '1',
  }
  const text = [...typed.toUpperCase().replace(/[\s\u2010\u2011–—-]/g, '')].map((c) => look[c] ?? c).join('')
  if (text.length !== 16 || [...text].some((c) => !ALPHABET.includes(c))) return null
  return text.replace(/(.{4})(?!$)/g, '$1-')
}
