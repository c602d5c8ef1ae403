/**
 * What a passphrase must be (NIST SP 800-63B-4, section 3.1.1.2): long, and not one that is expected.
 * No rules of composition, no change by the calendar.
 */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'

export const SHORTEST = 15
export const LONGEST = 256
/** So much must be left when everything that an attacker tries first counts as one letter. */
const LEAST_OWN = 9

export type PassphraseCode = 'passphrase_short' | 'passphrase_long' | 'passphrase_expected'

/** What lists of leaked passphrases begin with, and what stands on the keyboard. Letters and digits only, lower case. */
const COMMON = [
  ...[
    'password',
    'passphrase',
    'passwort',
    'parol',
    'qwerty',
    'letmein',
    'welcome',
    'iloveyou',
    'monkey',
    'dragon',
  ],
  ...[
    'football',
    'baseball',
    'superman',
    'princess',
    'sunshine',
    'master',
    'secret',
    'admin',
    'administrator',
    'login',
  ],
  ...[
    'correcthorsebatterystaple',
    'tobeornottobe',
    'maytheforcebewithyou',
    'thequickbrownfox',
    'jumpsoverthelazydog',
  ],
  ...['changeme', 'default', 'test', 'ukraine', 'ukraina', 'kyiv', 'slavaukraini', 'heroyamslava'],
  ...[
    'пароль',
    'парольна',
    'фраза',
    'адмін',
    'адміністратор',
    'координатор',
    'секрет',
    'вхід',
    'україна',
    'київ',
  ],
  ...[
    'славаукраїні',
    'героямслава',
    'слава',
    'щеневмерла',
    'ящевмерла',
    'якумрутопоховайте',
    'реветастогнедніпрширокий',
  ],
  ...[
    'садоквишневийколохати',
    'любиукраїну',
    'путінхуйло',
    'русскийвоенныйкорабль',
    'русскийкорабль',
    'привіт',
  ],
  ...[
    'міська',
    'рада',
    'міськарада',
    'виконавчий',
    'комітет',
    'програма',
    'громада',
    'віче',
    'viche',
    'rada',
    'miska',
  ],
]

const ROWS = [
  ...[
    '1234567890',
    'qwertyuiop',
    'asdfghjkl',
    'zxcvbnm',
    'qazwsxedcrfvtgbyhnujmik',
    '1qaz2wsx3edc4rfv5tgb6yhn',
  ],
  ...['abcdefghijklmnopqrstuvwxyz', 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя', 'йцукенгшщзхїфівапролджєячсмитьбю'],
]
const SEQUENCES = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(''))]
const SHORTEST_RUN = 4

/**
 * @param expected words that belong to this account or city: its name, the person's name, the address
 */
export function checkPassphrase(
  passphrase: string,
  expected: readonly string[],
): readonly Refusal<PassphraseCode>[] {
  const length = [...passphrase].length
  if (length < SHORTEST) return [refuse('passphrase_short', { least: SHORTEST, length }, 'passphrase')]
  if (length > LONGEST) return [refuse('passphrase_long', { most: LONGEST }, 'passphrase')]
  return ownLength(passphrase, expected) < LEAST_OWN
    ? [refuse('passphrase_expected', undefined, 'passphrase')]
    : []
}

/** Letters that are left when repetitions are taken once, and runs and expected words count as one letter each. */
function ownLength(passphrase: string, expected: readonly string[]): number {
  let text = compact(passphrase)
  const words = [...COMMON, ...expected.flatMap(wordsOf)].sort((a, b) => b.length - a.length)
  for (const word of words) text = text.replaceAll(word, '\u0001')
  text = onePeriod(withoutRuns(text))
  return new Set([...text]).size < 5 ? 0 : [...text].length
}

function compact(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** A name also without its ending: «Ніжинська» is expected where «Ніжин» is. */
function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .map(compact)
    .filter((word) => word.length >= 4)
    .flatMap((word) => [word, ...(word.length > 7 ? [word.slice(0, -3)] : [])])
}

function withoutRuns(text: string): string {
  let out = ''
  let i = 0
  while (i < text.length) {
    const run = Math.max(sameRun(text, i), sequenceRun(text, i))
    out += run >= SHORTEST_RUN ? '\u0002' : text.slice(i, i + run)
    i += run
  }
  return out
}

function sameRun(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && text[end] === text[start]) end++
  return end - start
}

function sequenceRun(text: string, start: number): number {
  let longest = 1
  for (const sequence of SEQUENCES) {
    const at = sequence.indexOf(text[start]!)
    if (at < 0) continue
    let n = 1
    while (at + n < sequence.length && text[start + n] === sequence[at + n]) n++
    longest = Math.max(longest, n)
  }
  return longest
}

/** `abcabcab` is `abc`. */
function onePeriod(text: string): string {
  for (let period = 1; period <= text.length / 2; period++) {
    let i = period
    while (i < text.length && text[i] === text[i - period]) i++
    if (i === text.length) return text.slice(0, period)
  }
  return text
}

/** The same passphrase typed on another keyboard or system is the same bytes (NIST SP 800-63B-4, section 3.1.1.2). */
export function canonicalPassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC')
}
