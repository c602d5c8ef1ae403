/** Headings of chapters: how they are numbered, what they are about. */

import { wordCount } from '../text/fold.ts'
import { isBlank, joinTexts, type Line, type Lines } from '../text/lines.ts'
import { ROMAN_PATTERN, roman } from '../text/numerals.ts'
import type { ChapterKind } from '../types.ts'

/** What the words of a heading say about its chapter. The first that fits holds, so the narrow ones come first. */
const KINDS: readonly (readonly [ChapterKind, RegExp])[] = [
  ['passport', /^(?:коротк\S+ )?паспорт(?: |$)/],
  ['contents', /^зміст(?: програми)?$/],
  [
    'aimAndTasks',
    /^мета,? (?:(?:основні|стратегічні|операційні|оперативні) )?ціл[ьі](?: програми)? (?:та|і|й) (?:основн\S+ )?завдання|^(?:основн\S+ |головн\S+ )?(?:мета|ціл[ьі])(?:,)?(?: програми)?(?:,| та| і| й) (?:основн\S+ |головн\S+ |пріоритетн\S+ )?(?:завдання|задачі)/,
  ],
  [
    'measures',
    /^(?:\S+ )?(?:основні |перелік |план |зміст |головні )?(?:основних |завдань (?:і|та) )?заход(?:и|ів)(?! щодо контролю)(?: |$)|^(?:основні )?напрям(?:и|ки|ів)(?: діяльності| реалізації| роботи| виконання)?(?: програми)?(?:,| та| і) (?:\S+ )?(?:заход|завдан|перелік)|^[^.:;]{4,70} (?:та|і) (?:перелік )?заход(?:и|ів)(?: програми)?$|^перелік (?:завдань|заходів|напрям)|^завдання (?:і|та|й) заходи|^план (?:дій|реалізації|заходів)|^календарний план|^(?:основні|головні|пріоритетні) заходи|^заходи/,
  ],
  [
    'aim',
    /^(?:(?:основна|головна|загальна) )?(?:мета|ціль)(?: |$)|^(?:стратегічні |основні |головні )?цілі(?: |$)/,
  ],
  [
    'expectedResults',
    /^(?:основні |кінцеві )?(?:очікуван|прогнозован)\S+ (?:\S+ )?(?:результат|ефект|показник|наслід)|^результативність|^(?:основні )?результати (?:виконання|реалізації)|^(?:результативні |якісні |кількісні )?показники (?:результат|продукт|виконання|ефективн|програми)|^ефективність|^оцінка ефективності|^соціально-економічн\S+ ефект|^кінцев\S+ результат/,
  ],
  [
    'problem',
    /^(?:визначення|опис|аналіз|характеристика|формулювання|суть|постановка)(?: \S+){0,3} проблем|^проблем(?:а|и|атика)(?: |,|$)|^аналіз (?:стану|ситуації|поточної|існуючої|сучасного)|^(?:сучасний )?стан (?:та|і|справ|розвитку)|^опис (?:ситуації|проблеми)|^визначення проблеми|^об[ґг]рунтування (?:необхідності|проблеми|доцільності)|^актуальність/,
  ],
  [
    'ways',
    /^(?:об[ґг]рунтування )?(?:шлях|оптимальн)\S* (?:і|та|розв|вирішення)|^(?:об[ґг]рунтування|вибір|визначення) (?:шлях|оптимальн|способ)|^шляхи|^(?:строк|термін|етап)\S* (?:та|і) (?:етап|строк|термін)|^механізм(?:и)? (?:реалізації|виконання|впровадження)|^способи|^напрям(?:и|ки)? (?:діяльності|реалізації|виконання)(?: програми)?$|^принципи/,
  ],
  [
    'tasks',
    /^(?:основні |головні |пріоритетні |стратегічні )?завдання(?: |$|,)|^пріоритети|^(?:основні |пріоритетні )?напрям(?:и|ки)(?: |$)/,
  ],
  [
    'funding',
    /^(?:прогнозн\S+ |орієнтовн\S+ |загальн\S+ )?(?:фінансов|ресурсн|матеріальн)\S+[^.]{0,40}забезпеченн|^(?:фінансування|джерела (?:та обсяги )?фінансування|обсяг\S*(?:,| та| і)? ?(?:\S+ )?(?:джерел|фінанс)|(?:орієнтовн|прогнозн|загальн)\S+ обсяг|кошторис|розрахунок|об[ґг]рунтування (?:фінансов|ресурс))|^ресурсне/,
  ],
  [
    'control',
    /^(?:координац|контрол|моніторинг|звітн|управлін\S+ (?:програмою|та контрол|реалізац)|організац\S+ (?:управлін|виконан|контрол|та|і)|система (?:управлін|контрол|організац)|порядок (?:контрол|звіт|моніторинг)|хід виконання|організаційн\S+ (?:забезпечен|супровід|та)|заходи щодо контролю)/,
  ],
  ['participants', /^(?:учасники|виконавці|основні виконавці)(?: |$)/],
  ['legal', /^(?:нормативн|правов|законодавч)\S*/],
  ['term', /^(?:термін|строк)(?:и)? (?:дії|реалізації|виконання)/],
  [
    'general',
    /^(?:загальн\S+ (?:положення|частина|характеристика|інформація|відомості)|вступ|преамбула|передмова|вступна частина|основні положення|визначення термінів|терміни|прикінцеві положення|заключні положення)/,
  ],
]

export function chapterKindOf(title: string): ChapterKind | null {
  const key = title.replace(/^["\s]+/, '').replace(/[\s:.]+$/, '')
  for (const [kind, pattern] of KINDS) if (pattern.test(key)) return kind
  return null
}

export type Heading = {
  /** As written, without its full stop. */
  readonly number: string | null
  /** Numeric value of the last step of the number. */
  readonly value: number | null
  readonly isRoman: boolean
  readonly level: number
  readonly title: string
  readonly kind: ChapterKind | null
}

const NUMBERED = new RegExp(
  `^(?:розділ|глава|частина)?\\s?№?\\s?(?:(\\d{1,2}(?:\\.\\d{1,2})*)|(${ROMAN_PATTERN})(?=[.):\\s]))\\s?[.):]*\\s?-?\\s*(.*)$`,
)

/** The number at the beginning of a folded text, apart from the rest. */
export function splitNumber(
  key: string,
): { number: string; value: number; isRoman: boolean; level: number; rest: string } | null {
  const m = NUMBERED.exec(key)
  if (!m) return null
  if (m[1]) {
    const steps = m[1].split('.').map(Number)
    if (/^(?:19|20)\d\d/.test(key) || /^\d+\s?(?:%|грн|тис|рок|рік|р\.)/.test(key)) return null
    return { number: m[1], value: steps.at(-1)!, isRoman: false, level: steps.length, rest: m[3]! }
  }
  const explicit = /^(?:розділ|глава|частина)/.test(key) || /^\S+[.)]/.test(key) || /^[ivxі]{2,}\s/.test(key)
  const value = explicit ? roman(m[2]!) : null
  return value === null ? null : { number: m[2]!, value, isRoman: true, level: 1, rest: m[3]! }
}

const SENTENCE =
  /(?:здійсню|забезпечу|покладається|надається|передбача|визнача(?:ється|ються)|є |створю|має |може |розроблен|спрямован|характериз|включа|поляга|станов(?:ить|лять)|реалізу|фінансується|проводиться|звітує|подають|подає|затверджен)/
/** Headings whose words alone, without a number, are enough. */
const SURE_ALONE: readonly ChapterKind[] = [
  'passport',
  'contents',
  'general',
  'aimAndTasks',
  'aim',
  'tasks',
  'measures',
  'expectedResults',
  'problem',
  'funding',
  'control',
  'ways',
  'participants',
  'legal',
]

function isUpper(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length >= 4 && letters === letters.toUpperCase()
}

/** `## Заходи` */
export function isMarked(line: Line): boolean {
  return /^\s*#{1,6}\s/.test(line.raw)
}

/** The heading that a line is, or null. */
export function headingOf(line: Line): Heading | null {
  if (line.cells && line.cells.filter((c) => c !== '').length > 1) return null
  const key = line.key.replace(/^\||\|$/g, '').trim()
  if (key === '' || key.length > 260 || /[;,]$/.test(key)) return null
  // «Завдання 1. …», «Напрям 2. …» are items of a list or groups of measures.
  if (/^(?:завдання|напрям|ціль|пріоритет|захід) ?№? ?\d{1,2}(?:[.: ]|$)/.test(key)) return null
  const numbered = splitNumber(key)
  const rest = numbered?.rest ?? key
  const words = wordCount(rest)
  if (words === 0 || words > 26) return null
  const kind = chapterKindOf(rest)
  // A heading of Markdown is one as surely as capitals are.
  const upper = isUpper(line.text) || isMarked(line)
  const sentence =
    !upper &&
    (SENTENCE.test(
      rest.replace(
        /на розв’язання як(?:ої|их) спрямован\S+|на як\S+ спрямован\S+|для розв’язання як\S+ \S+/,
        '',
      ),
    ) ||
      (words > 7 && /\.$/.test(rest)) ||
      (numbered ? /[.:] \S/ : /[.;:] \S/).test(rest.replace(/\b\S{1,3}\. /g, '')))
  const number = numbered
    ? (/(?:^|\s)([\divxlcіухсIVXLCІУХ.]+?)[.):]*(?=\s|$|[^\d.ivxlcіухсIVXLCІУХ])/u.exec(line.text)?.[1] ??
      numbered.number)
    : null
  const base = {
    number,
    value: numbered?.value ?? null,
    isRoman: numbered?.isRoman ?? false,
    level: numbered?.level ?? 1,
    title: rest,
    kind,
  }
  if (kind) {
    if (sentence) return null
    if (numbered) return numbered.level > 1 && words > 10 ? null : base
    const colon = /:$/.test(rest)
    const starts = /^["\p{Lu}\d]/u.test(line.text)
    if (!starts || !SURE_ALONE.includes(kind)) return null
    if (upper) return base
    return words <= 9 && !/\.$/.test(rest) && (!colon || words <= 4) ? base : null
  }
  if (numbered?.isRoman && /^(?:кварт|кв\.|півр)/.test(rest)) return null
  if (numbered?.isRoman && words <= 16 && !sentence) return base
  if (/^(?:розділ|глава) /.test(key) && !sentence) return base
  if (upper && numbered && numbered.level === 1 && words >= 1 && words <= 16) return base
  return null
}

/** Lines that carry a heading on: small letters at once or after one empty line, before any full stop. */
export function headingSpan(
  lines: readonly Line[],
  index: number,
): { readonly lines: Lines; readonly text: string } {
  const taken = [lines[index]!]
  let blanks = 0
  for (let i = index + 1; i < lines.length && taken.length < 6; i++) {
    const line = lines[i]!
    if (isBlank(line)) {
      if (++blanks > 1) break
      continue
    }
    const before = taken.at(-1)!.text
    if (line.cells || /[.:;]$/.test(before.replace(/^(?:[\dIVXІХ]+\.)+/u, '')) || line.text.length > 240)
      break
    const named =
      /^паспорт/.test(taken[0]!.key.replace(/^\S+[.)]\s*/, '')) &&
      (/^програми\s/.test(line.key) || (/програми$/.test(before.toLowerCase()) && /^["«“]/.test(line.text)))
    const carries = named || (/^(?:\p{Ll}|["«(]\p{Ll})/u.test(line.text) && !/[;]$/.test(line.text))
    const allUpper = isUpper(before) && isUpper(line.text) && headingOf(line) === null && blanks === 0
    if (!carries && !allUpper) break
    if (/[.:]$/.test(line.text) && wordCount(line.text) > 12) break
    taken.push(line)
    blanks = 0
  }
  return { lines: [taken[0]!.n, taken.at(-1)!.n], text: joinTexts(taken) }
}
