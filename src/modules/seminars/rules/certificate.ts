/** Numbers of certificates, and when an election is near. */
import { type CivilDate, isWithin, parseCivilDate } from '../../../kernel/civil-date.ts'
import type { Election } from '../types.ts'

/** Letters and figures that nobody takes for one another when they are read out. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const MARK_LENGTH = 10

/** `2026-K7QX9MB4TE`: about 50 bits that cannot be guessed. @param random at least ten bytes */
export function certificateNumber(year: number, random: Uint8Array): string {
  const mark = [...random.subarray(0, MARK_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
  return `${year}-${mark}`
}

/** As it was typed: small letters, blanks and a missing hyphen are forgiven. Null for what is no number. */
export function readNumber(text: string): string | null {
  const bare = text.toUpperCase().replace(/[\s–—-]/g, '')
  const m = new RegExp(`^(\\d{4})([${ALPHABET}]{${MARK_LENGTH}})$`).exec(bare)
  return m ? `${m[1]}-${m[2]}` : null
}

/** Both days included. */
export function isElectionTime(election: Election | null, day: CivilDate): boolean {
  const [from, to] = [parseCivilDate(election?.from ?? ''), parseCivilDate(election?.to ?? '')]
  return from !== null && to !== null && isWithin(day, { from, to })
}
