/** Helpers that make two spellings comparable. They make keys; the text of the source is never changed. */

/** Latin letters that look like Cyrillic ones, found inside Ukrainian words. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  ï: 'ї',
}
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const HAS_INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/
/** Inside a cell of a table a break between paragraphs is kept as U+2028, so that a row stays one line. */
export const CELL_BREAK = '\u2028'

/** Runs of spaces of any kind as one space, invisible characters out, ends trimmed. Letters stay as they are. */
export function tidy(text: string): string {
  const visible = HAS_INVISIBLE.test(text) ? text.replace(INVISIBLE, '') : text
  return visible.replace(/\s+/g, ' ').trim()
}

function foldWord(word: string): string {
  return /[а-яєіїґ]/.test(word) || /^[aeiocpxy]$/.test(word)
    ? word.replace(/[abcehikmoptxyï]/g, (c) => LOOK_ALIKES[c] ?? c)
    : word
}

/**
 * The key of a text: small letters, Latin look-alikes in Cyrillic words as Cyrillic, one kind of apostrophe
 * (`’`), of quotation mark (`"`) and of dash (`-`), single spaces.
 */
export function fold(text: string): string {
  let key = tidy(text).toLowerCase()
  if (/[ʼ'`´′‘«»“”„‟–—−‑‒―]/.test(key)) {
    key = key
      .replace(/[ʼ'`´′‘]/g, '’')
      .replace(/[«»“”„‟]/g, '"')
      .replace(/[–—−‑‒―]/g, '-')
  }
  return /[a-zï]/.test(key) ? key.replace(/[a-zа-яєіїґï’]+/g, foldWord) : key
}

/** `Р І Ш Е Н Н Я` → `РІШЕННЯ`: a heading set with spaces between its letters. Other texts come back as they are. */
export function closeUp(text: string): string {
  const t = tidy(text)
  return t.replace(/(?<![\p{L}\d])(?:\p{L} ){3,}\p{L}(?!\p{L})/gu, (run) =>
    run
      .replaceAll(' ', '')
      .replace(/(?<=\p{L}{3})(?:(?:МІСЬК|СІЛЬСЬК|СЕЛИЩН|РАЙОНН|ОБЛАСН)(?:А|ОЇ))?РАД[АИ]$/u, (end) =>
        end.replace(/^(.*?)(РАД.)$/u, (_, kind: string, council: string) => ` ${kind} ${council}`),
      )
      .replace(/(?<=ОЇ|ОГО)(?:ОБЛАСТІ|РАЙОНУ)/gu, ' $&')
      .replace(/ {2,}/g, ' '),
  )
}

/** `ХХІVсесія`, `МІСЬКА РАДАРІШЕННЯ`, `УкраїнаМІСЬКА`: words that a page lost the space between. */
export function partRunOns(text: string): string {
  return text
    .replace(
      /(?<![\p{L}])([IVXLCІХУС]{1,7}|\d{1,3}(?:-?[а-яіїє]{1,3})?)(?=(?:сесі[їяйю]|скликання)(?!\p{L}))/giu,
      '$1 ',
    )
    .replace(/(?<=РАД[АИ]|рад[аи])(?=РІШЕННЯ|УХВАЛА|РОЗПОРЯДЖЕННЯ|\d{1,3}-)/gu, ' ')
    .replace(/(?<=\p{Ll}{3})(?=\p{Lu}{5})/gu, ' ')
}

/** The text without the marks of a list at its beginning: bullets and dashes. */
export function withoutBullet(text: string): string {
  return text.replace(BULLET, '').trim()
}

export const BULLET = /^\s*(?:[·•▪●○◦■□➢➤►✓✔*§]+|[-–—−](?=\s|\p{L}))\s*/u

/** Words of a text, counted cheaply. */
export function wordCount(text: string): number {
  let n = 0
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) <= 32
    if (!space && !inside) n++
    inside = !space
  }
  return n
}

/**
 * Pieces of a wrapped text as one. A word that a hyphen parted at the end of a line is whole again
 * («вико-» + «нання»); compounds keep their hyphen («соціально-» + «економічний»).
 */
export function joinPieces(pieces: readonly string[]): string {
  const parts: string[] = []
  for (const [i, piece] of pieces.entries()) {
    const before = i === 0 ? '' : pieces[i - 1]!
    const isCut = /\p{Ll}-$/u.test(before.slice(-3)) && /^\p{Ll}/u.test(piece)
    if (isCut && !before.endsWith('о-')) parts.push(parts.pop()!.slice(0, -1))
    if (i > 0 && !isCut) parts.push(' ')
    parts.push(piece)
  }
  return tidy(parts.join(''))
}
