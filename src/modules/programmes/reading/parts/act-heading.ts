/** Where the headings of acts and of their annexes stand. */
import { MONTH_PATTERN } from '../text/dates.ts'
import { wordCount } from '../text/fold.ts'
import { isBlank, type Line, type Lines, spanOf } from '../text/lines.ts'
import { anyOrdinal } from '../text/numerals.ts'
import { headingOf } from './headings.ts'

const COUNCIL = '(?:міськ|сільськ|селищн|районн|обласн)(?:а|ої)(?: у місті)?(?: \\S+)? рад(?:а|и)'
const COUNCIL_OR_OFFICE = new RegExp(`${COUNCIL}|адміністрація|виконавчий комітет`)
const KIND_ALONE =
  /^(?:про[єе]кт )?(рішення|ухвала|розпорядження|наказ|постанова)(?: ?[№n]\s?.{0,40})?(?: від .{4,40})?$|^(?:рішення|розпорядження|наказ|ухвала) (?!про )[^"]{4,90} від [^"]{4,40} (?:№|n) ?\S{1,24}$|^про[єе]кт(?: рішення)?$/
/** A whole decision named in one line: «Рішення міської ради від 22.12.2023 № 47 «Про …»». */
export const HEADLINE =
  /^(?:про[єе]кт )?(?:рішення|розпорядження|наказ|ухвала|постанова) [^"]{0,120}(?:№|n) ?\d[^"]{0,30} "?про .{10,}$/
const LINE_KINDS: readonly (readonly [string, RegExp])[] = [
  ['country', /^україна$/],
  ['annex', /^додаток(?: ?(?:№|n|no)? ?\S{0,14})?(?: до .{3,160})?$/],
  ['approved', /^(?:затвердж\S+|затр\S+ено|схвалено|схвалена|погоджено|прийнято|приймається)(?:[ :"]|$)/],
  ['kind', KIND_ALONE],
  ['headline', HEADLINE],
  ['to', /^(?:до )?(?:рішенн(?:я|ям|і)|розпорядженн(?:я|ям)|наказ(?:у|ом)|ухвал(?:и|ою))(?: .{0,160})?$/],
  ['to', /^до (?:(?:міської|цільової|районної|обласної|комплексної|місцевої) )*програми(?: .{0,200})?$/],
  ['sitting', /(?:^|[\s(_])сесі(?:ї|я|й|ю)(?:[\s,)]|$)|скликання/],
  [
    'body',
    new RegExp(
      `^(?:\\S+ ){0,3}${COUNCIL}(?: .{0,90})?$|^виконавч(?:ий|ого) комітет(?:у)?(?: .{0,90})?$|^виконком|^\\S+ (?:міський|сільський|селищний) голова$|(?:обласна|районна)(?: державна| військова)? адміністрація|^територіальної громади`,
    ),
  ],
  [
    'place',
    /^(?:(?:м|с|смт|с-ще)(?:\. ?| )|(?:селище|село|місто) )[а-яіїєґ’-]+(?: [а-яіїєґ’-]+)?$|^\S+(?:ого|ої) району(?:,)?(?: \S+ої області)?$|^\S+ої області$/,
  ],
  [
    'date',
    new RegExp(
      `^(?:від ?)?["«]?_*\\s?(?:\\d{1,2}["»]?[. /]{1,3}(?:\\d{1,2}|${MONTH_PATTERN})[. /]{1,3}\\d{2,4}|_+\\s?\\S*\\s?(?:20\\d\\d|20_+)?)\\s?(?:р(?:оку|\\.)?)?[.,]?\\s?(?:м\\. ?\\S+|с\\. ?\\S+|смт\\.? ?\\S+)?\\s?(?:(?:№|n|no)\\s?.{0,30})?(?: (?:м|с|смт)\\. ?\\S+)?$`,
    ),
  ],
  ['number', /^(?:№|n|no)\.? ?[\d_].{0,30}$|^(?:№|n|no)\.? ?\d\S{0,30} від .{4,30}$/],
  ['edition', /^\(?(?:у|в) редакції |^\(?(?:із|зі) змінами|^\(?нова редакція/],
]

/** Offices that sign; a council's name after them makes no heading. */
const SIGNS = /^(?:секретар|голова|керуюч|заступник|перший|в\. ?о\.|т\. ?в\. ?о)/

/** A sitting or convocation with its number, as headings have; «трансляції сесій» has none. */
function namesSitting(key: string): boolean {
  return (
    /_{2,}|^сесі/.test(key) ||
    ordinalBefore(key, SITTING) !== null ||
    ordinalBefore(key, /\s?скликання/) !== null
  )
}

function lineKind(line: Line): string | null {
  if (isBlank(line) || SIGNS.test(line.key)) return null
  if (wordCount(line.text) > 24)
    return wordCount(line.text) <= 80 && HEADLINE.test(line.key) ? 'headline' : null
  const key = line.key
    .replace(/^[("]+|[)"]+$/g, '')
    .replace(/\s?\|\s?/g, ' ')
    .trim()
  for (const [kind, pattern] of LINE_KINDS) {
    if (!pattern.test(key) || (kind === 'sitting' && !namesSitting(key))) continue
    if (
      (kind === 'to' || kind === 'sitting' || kind === 'approved') &&
      (/(?:вирішил|доручити|відповідно|керуючись|внести|контроль|надається|звіт)/.test(key) ||
        (/[:;]$/.test(key) && !/^\S+ ?:$/.test(key)))
    )
      continue
    return kind
  }
  return null
}

/** A whole decision on one line, as pages that lost their breaks give it; its heading ends where its reasons begin. */
function runOnHeading(line: Line): Line | null {
  if (line.text.length < 120 || line.cells) return null
  const m =
    /^(.{20,600}?)\s(?:відповідно до|керуючись|з метою|розглянувши|враховуючи|на виконання|на підставі)\s/.exec(
      line.key.slice(0, 700),
    )
  if (!m || !COUNCIL_OR_OFFICE.test(m[1]!) || !/(?:рішення|розпорядження|ухвала)/.test(m[1]!)) return null
  if (!/(?:вирішила|вирішив|ухвалила|зобов’язую)\s?:/.test(line.key.slice(0, 6000))) return null
  return { ...line, text: line.text.slice(0, m[1]!.length), key: m[1]! }
}

export type HeaderZone = {
  readonly lines: Lines
  readonly members: readonly Line[]
  readonly kind: 'decision' | 'annex'
}

const ANCHORS = ['annex', 'approved', 'kind', 'headline', 'sitting']

/** Runs of lines that look like parts of an act's heading, with at least one that can be nothing else. */
export function headerZones(lines: readonly Line[]): readonly HeaderZone[] {
  const zones: HeaderZone[] = []
  let run: { line: Line; kind: string }[] = []
  let inside = false
  const close = () => {
    const kinds = run.map((r) => r.kind)
    const sittings = run.filter((r) => r.kind === 'sitting')
    const anchored =
      kinds.some((k) => ANCHORS.includes(k)) &&
      (kinds.some((k) => k !== 'sitting') || sittings.some((s) => s.line.text.length < 90))
    const annexed = kinds.includes('annex') || kinds.includes('approved')
    const only = run.length === 1 ? run[0]! : null
    const lonely =
      only !== null &&
      (only.kind === 'to' || only.kind === 'sitting' || (only.kind === 'kind' && !isFormal(only.line)))
    // Inside a programme other acts are cited, also on lines of their own; only a new annex or decision begins there.
    const begins = !inside || annexed || (kinds.includes('kind') && kinds.includes('body'))
    if (anchored && !lonely && begins) {
      const members = run.map((r) => r.line)
      zones.push({ lines: spanOf(members), members, kind: annexed ? 'annex' : 'decision' })
    }
    run = []
  }
  for (const line of lines) {
    if (isBlank(line)) continue
    const runOn = runOnHeading(line)
    if (runOn) {
      close()
      zones.push({ lines: [line.n, line.n], members: [runOn], kind: 'decision' })
      continue
    }
    const kind = lineKind(line)
    if (kind === null) {
      close()
      inside ||= beginsProgramme(line)
    } else {
      if (
        (kind === 'annex' || kind === 'approved') &&
        run.some((r) => r.kind === 'kind' || r.kind === 'annex') &&
        kind === 'annex'
      )
        close()
      run.push({ line, kind })
    }
  }
  close()
  return zones
}

/** «РІШЕННЯ» in capitals or with a number or date; the word alone may be an entry of a menu. */
function isFormal(line: Line): boolean {
  return line.text === line.text.toUpperCase() || /\d/.test(line.text)
}

function beginsProgramme(line: Line): boolean {
  const kind = headingOf(line)?.kind
  return kind === 'passport' || kind === 'general' || kind === 'measures'
}

export const SITTING = /(?:\s|^)сесі(?:ї|я|й|ю)/

/** The ordinal before «сесія» or «скликання», in figures or words. */
export function ordinalBefore(text: string, word: RegExp): number | null {
  const m = word.exec(text)
  if (!m) return null
  const words = text
    .slice(0, m.index)
    .replace(/[()",]/g, ' ')
    .trim()
    .split(/\s+/)
    .filter((w) => !/^(?:позачергов|чергов|пленарн|засіданн|урочист|демократичн)/.test(w) && w !== '_')
  const last = words.at(-1) ?? ''
  const pair = `${words.at(-2) ?? ''} ${last}`.trim()
  return anyOrdinal(pair) ?? anyOrdinal(last)
}
