/** The heading of an act or of its annex: who decided what kind of act, its number, date, sitting, convocation. */
import type { CivilDate } from '../../../../kernel/civil-date.ts'
import { findDates, MONTH_PATTERN } from '../text/dates.ts'
import { wordCount } from '../text/fold.ts'
import { isBlank, type Line, type Lines, spanOf } from '../text/lines.ts'
import { anyOrdinal } from '../text/numerals.ts'
import type { Act } from '../types.ts'
import { headingOf } from './headings.ts'

const COUNCIL = '(?:міськ|сільськ|селищн|районн|обласн)(?:а|ої)(?: у місті)?(?: \\S+)? рад(?:а|и)'
const COUNCIL_OR_OFFICE = new RegExp(`${COUNCIL}|адміністрація|виконавчий комітет`)
const KIND_ALONE =
  /^(?:про[єе]кт )?(рішення|ухвала|розпорядження|наказ|постанова)(?: ?[№n]\s?.{0,40})?(?: від .{4,40})?$|^(?:рішення|розпорядження|наказ|ухвала) (?!про )[^"]{4,90} від [^"]{4,40} (?:№|n) ?\S{1,24}$|^про[єе]кт(?: рішення)?$/
/** A whole decision named in one line: «Рішення міської ради від 22.12.2023 № 47 «Про …»». */
const HEADLINE =
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

function nominative(phrase: string): string {
  const words = phrase.split(' ')
  if (/^виконавчого$/i.test(words[0]!)) return ['Виконавчий', 'комітет', ...words.slice(2)].join(' ')
  const out: string[] = []
  let done = false
  for (const word of words) {
    if (done) out.push(word)
    else if (/ради$/i.test(word)) {
      out.push(word.replace(/и$/, 'а').replace(/И$/, 'А'))
      done = true
    } else out.push(word.replace(/ьої$/, 'я').replace(/ЬОЇ$/, 'Я').replace(/ої$/, 'а').replace(/ОЇ$/, 'А'))
  }
  return out.join(' ')
}

/** `ЛЮБАРСЬКА СЕЛИЩНА РАДА` → `Любарська селищна рада`; other texts come back as they are. */
export function calm(text: string): string {
  if (text !== text.toUpperCase()) return text
  const small = text.toLowerCase()
  return small.charAt(0).toUpperCase() + small.slice(1)
}

const COUNCIL_CORE = /(?<![\p{L}])((?:міськ|сільськ|селищн|районн|обласн)(?:а|ої)\s+рад(?:а|и))(?![\p{L}])/iu
const OFFICE = /((?:[\p{L}’-]+\s+)?(?:обласна|районна)\s+(?:державна|військова)\s+адміністрація)/iu
const NO_PLACE =
  /^(?:україна|рішення|додаток|затверджено|сесія|проєкт|розпорядження|позачергова|голова|секретар|постійна)$/i

/** Adjectives of the place right before «міської ради»: `Вербовецької`, `СТЕПОВА`, `Івано-Франківська`. */
function placeBefore(text: string): string {
  const taken: string[] = []
  for (const word of text.trim().split(/\s+/).reverse()) {
    if (taken.length === 2 || !/^\p{Lu}[\p{L}’'-]*(?:а|я|ої|А|Я|ОЇ)$/u.test(word) || NO_PLACE.test(word))
      break
    taken.unshift(word)
  }
  return taken.join(' ')
}

/** The place that the whole text gives to a council of this kind, when it gives one only. */
function placeInText(kind: string, all: readonly Line[]): string | null {
  const wanted = new RegExp(
    `([\\p{Lu}][\\p{L}’'-]+(?:а|ої|ій))\\s+${kind.slice(0, 4)}[\\p{L}]+\\s+рад[аиіу](?![\\p{L}])`,
    'gu',
  )
  const names = new Set<string>()
  for (const line of all)
    for (const m of line.text.slice(0, 8000).matchAll(wanted))
      if (!NO_PLACE.test(m[1]!)) names.add(m[1]!.replace(/(?:ої|ій)$/, 'а'))
  return names.size === 1 ? [...names][0]! : null
}

/** The body that a heading names, in the nominative. */
function bodyOf(members: readonly Line[], all: readonly Line[]): string | null {
  const text = members.map((l) => l.text).join(' ')
  const m = COUNCIL_CORE.exec(text)
  if (!m) {
    const office = OFFICE.exec(text)
    return office ? calm(office[1]!) : null
  }
  const core = calm(nominative(m[1]!.replace(/\s+/g, ' '))).toLowerCase()
  const before = placeBefore(text.slice(0, m.index))
  const place =
    before === ''
      ? placeInText(core, all)
      : nominative(
          before
            .split(' ')
            .map((w) => calm(w))
            .join(' '),
        )
          .replace(/ьої(?= |$)/g, 'я')
          .replace(/ої(?= |$)/g, 'а')
  const executive = /виконавч(?:ий|ого) комітет|виконком/i.test(text.slice(0, m.index))
  const name = place ? `${place} ${core}` : core
  return executive ? `Виконавчий комітет ${name.replace(/а(?= )/g, 'ої').replace(/рада$/, 'ради')}` : name
}

const SITTING = /(?:\s|^)сесі(?:ї|я|й|ю)/

function ordinalBefore(text: string, word: RegExp): number | null {
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

const NUMBER = /(?:№|(?<![\p{L}])(?:N|No)\.?)\s*([^\s,;()№|]+(?:\s?[-–/]\s?[\p{L}\d/–-]+)*)/gu

function numbersIn(text: string): readonly string[] {
  return [...text.matchAll(NUMBER)].flatMap((m) => {
    const number = m[1]!.replace(/^_+|[_.»"]+$/g, '').trim()
    return /^\d/.test(number) && !/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(number) ? [number] : []
  })
}

function kindOf(text: string): string | null {
  const m = /(рішенн|ухвал|розпоряджен|наказ|постанов)/.exec(text)
  const names: Record<string, string> = {
    рішенн: 'рішення',
    ухвал: 'ухвала',
    розпоряджен: 'розпорядження',
    наказ: 'наказ',
    постанов: 'постанова',
  }
  return m ? names[m[1]!]! : null
}

/** Dates of a heading, those after «від» or beside a number first. A date inside the title of a headline is not its own. */
function datesOf(zone: HeaderZone): readonly CivilDate[] {
  const keys = zone.members.map((l) => (HEADLINE.test(l.key) ? l.key.replace(/"?про .*$/, '') : l.key))
  const isFirst = (key: string) => /від |№/.test(key)
  return [...keys.filter(isFirst), ...keys.filter((k) => !isFirst(k))].flatMap((k) =>
    findDates(k).map((d) => d.date),
  )
}

/** Facts of all headings together: the decision's own heading speaks first, annexes fill what it lacks. */
export function readAct(zones: readonly HeaderZone[], all: readonly Line[]): Act {
  const ordered = [...zones.filter((z) => z.kind === 'decision'), ...zones.filter((z) => z.kind === 'annex')]
  const first = <T>(pick: (zone: HeaderZone) => T | null): T | null => {
    for (const zone of ordered) {
      const value = pick(zone)
      if (value !== null) return value
    }
    return null
  }
  const keyOf = (z: HeaderZone) => z.members.map((l) => l.key).join(' ')
  const toAct = zones.filter((z) => /рішенн|розпоряджен|наказ|ухвал|№ ?_/.test(keyOf(z)))
  const annexLine = toAct.flatMap((z) => z.members).find((l) => /^додаток/.test(l.key))
  const annexNumber = annexLine
    ? (numbersIn(annexLine.text.replace(/\sдо\s.*$/u, ''))[0] ??
      /^додаток\s+(\d{1,2}|[ivxі]{1,4})(?:\s|$)/.exec(annexLine.key)?.[1] ??
      null)
    : null
  const isPlain = annexNumber !== null && /^(?:\d{1,2}|[ivxіа-я]{1,4})$/i.test(annexNumber)
  const number = first((z) => {
    const own = z.members.filter((l) => !(l === annexLine && isPlain && !/до .*№/.test(l.key)))
    const found = numbersIn(
      own.map((l) => (l === annexLine && isPlain ? l.text.replace(/^.*?до /u, '') : l.text)).join(' '),
    )
    return found[0] ?? null
  })
  const dates: CivilDate[] = ordered.slice(0, 1).flatMap(datesOf)
  const later = dates.length > 0 ? dates : ordered.flatMap(datesOf).slice(0, 1)
  const distinct = later.filter((d, i) => later.findIndex((x) => x.equals(d)) === i)
  return {
    body: first((z) => bodyOf(z.members, all)),
    kind: first((z) => kindOf(keyOf(z))),
    number,
    date: distinct[0] ?? null,
    otherDates: distinct.slice(1),
    sitting: first((z) => ordinalBefore(keyOf(z), SITTING)),
    convocation: first((z) => ordinalBefore(keyOf(z), /\s?скликання/)),
    appendix: isPlain ? annexNumber : null,
    isDraft: zones.some((z) => z.members.some((l) => /^про[єе]кт/.test(l.key))),
    lines: ordered[0]?.lines ?? null,
  }
}
