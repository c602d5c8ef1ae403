/** The title of a programme and the lines it takes. */

import type { Years } from '../recurrence.ts'
import { findYears } from '../text/dates.ts'
import { tidy, wordCount } from '../text/fold.ts'
import { isBlank, joinTexts, type Line, type Lines } from '../text/lines.ts'
import { headingOf } from './headings.ts'

const START = /^["]?(?:проєкт |про[єе]кт )?(?:[а-яіїєґ’-]+(?:а|я|ова|на|ька) ){0,4}програма(?=$|[\s:,"(])/
const SPEAKS =
  /^(?:\S+ ){0,4}програма\s(?:-|розроблен|окреслю|спрямован|передбач|визнача|є\s|має\s|підтримк\S+ розроблен|\(далі|це\s|включа|реаліз|покликан|створ|містить|склада|ставить|поєдну|базу|врахов|ґрунту|охопл|прийнят|затвердж|діє\s|набира)/

export type TitleRead = { readonly text: string; readonly lines: Lines }

/** The place and year at the foot of a cover. */
export function isPlaceOrCover(line: Line): boolean {
  return (
    /^(?:м|с|смт|с-ще)(?:\. ?| )[а-яіїєґ’-]+(?:[ -][а-яіїєґ’-]+)?(?:,? ?-? ?20\d\d(?: ?р\S*)?)?$/.test(
      line.key,
    ) || /^20\d{2} ?(?:рік|р\.?)?$/.test(line.key)
  )
}

function hasPeriodEnd(text: string): boolean {
  return /(?:19|20)\d{2}\s?(?:-?й)?\s?(?:рок|рік|р\.|рр)|(?:19|20)\d{2}\s?\.?$/i.test(text)
}

/** The first title in `lines` from `from` on, before any chapter. */
export function readTitle(
  lines: readonly Line[],
  from: number,
  isTaken: (n: number) => boolean,
): TitleRead | null {
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!
    if (isBlank(line) || isTaken(line.n)) continue
    const heading = headingOf(line)
    if (
      START.test(line.key) &&
      !SPEAKS.test(line.key) &&
      wordCount(line.text) <= 60 &&
      /^["«“]?\p{Lu}/u.test(line.text) &&
      !/[;:]$/.test(line.text) &&
      !/ (?:затверджен|розроблен|спрямован|передбача|визнача)\S* .{20,}\.$/.test(line.key)
    ) {
      return gather(lines, i, isTaken)
    }
    if (heading?.kind && heading.kind !== 'passport' && heading.kind !== 'contents') return null
  }
  return null
}

/** «(далі – Програма)» names the title, and is no word of it. */
const DEFINED = /[\s,]*\(далі\s*[-–—:]?\s*[^()]{3,40}\)[.,]?$/iu

/** A note on later changes under the title is no word of it. */
const EDITION = /^\(?\s?(?:(?:із|зі|з) змінами|(?:в|у) (?:новій )?редакції|нова редакція)/

function gather(lines: readonly Line[], index: number, isTaken: (n: number) => boolean): TitleRead {
  const taken = [lines[index]!]
  let blanks = 0
  let last = 0
  for (let i = index + 1; i < lines.length && taken.length < 9; i++) {
    const line = lines[i]!
    if (isBlank(line)) {
      if (++blanks > 3) break
      continue
    }
    const soFar = joinTexts(taken)
    if (EDITION.test(line.key)) {
      last = line.n
      continue
    }
    const parenthetical = /^\(.*\)$/.test(line.text)
    if (isTaken(line.n) || headingOf(line)?.kind || isPlaceOrCover(line) || (line.cells?.length ?? 0) > 1)
      break
    if (hasPeriodEnd(soFar) && !parenthetical) break
    if (wordCount(soFar) + wordCount(line.text) > 70 || /[:;]$/.test(line.text)) break
    if (/^\d+(?:\.\d+)*[.)]/.test(line.key) || /^(?:програма|відповідно|керуючись)\s/.test(line.key)) break
    if (/\.$/.test(line.text) && wordCount(line.text) > 20) break
    if (
      blanks > 0 &&
      wordCount(soFar) > 3 &&
      /^\p{Lu}/u.test(line.text) &&
      line.text !== line.text.toUpperCase() &&
      !/^На\s/.test(line.text)
    )
      break
    taken.push(line)
    blanks = 0
  }
  return {
    text: joinTexts(taken).replace(DEFINED, ''),
    lines: [taken[0]!.n, Math.max(last, taken.at(-1)!.n)],
  }
}

const APPROVES =
  /^["]?про (?:\S+ ){0,3}?(?:затвердження|схвалення|прийняття|погодження|внесення змін(?: і доповнень| та доповнень)?(?: до)?|продовження|викладення)\s(?:\S+ ){0,12}?(?=(?:[а-яіїєґ’-]+(?:ої|ну|у) ){0,4}програм[иу])/

/** The programme that a decision's own title names: «Про затвердження Програми … на 2024–2026 роки». */
export function titleFromDecision(text: string): string | null {
  const key = text.toLowerCase().replace(/[«»“”„]/g, '"')
  const m = APPROVES.exec(key) ?? /^["]?про (?=(?:[а-яіїєґ’-]+(?:у|ну) ){0,4}програму)/.exec(key)
  if (!m) return null
  const rest = text
    .slice(m[0].length)
    .replace(/,? затверджен\S+ рішенням.*$/u, '')
    .replace(/[»”"]$/u, (q) => (/[«“"]/.test(text.slice(m[0].length)) ? q : ''))
  return nominativeProgramme(rest)
}

/** «міської цільової програми …» → «Міська цільова програма …»; the words after it stay. */
function nominativeProgramme(phrase: string): string {
  const words = tidy(phrase).split(' ')
  const at = words.findIndex((w) => /^програм[иу]/i.test(w.replace(/^[«"]/, '')))
  const named = words.map((w, i) =>
    i > at
      ? w
      : i === at
        ? w.replace(
            /(програм)([иу])/i,
            (_, stem: string, end: string) => stem + (end === end.toUpperCase() ? 'А' : 'а'),
          )
        : w
            .replace(/ої$/, 'а')
            .replace(/ОЇ$/, 'А')
            .replace(/(н|ськ|цьк)у$/, '$1а'),
  )
  const title = named.join(' ')
  return title.charAt(0).toUpperCase() + title.slice(1)
}

/** The programme that a heading names: «Паспорт Програми розвитку … на 2024–2026 роки». */
export function titleFromHeading(heading: string): string | null {
  const m = /(?:^|\s)((?:[\p{L}’-]+ої\s){0,4}програми\s["«“]?\p{L}.+)$/iu.exec(heading)
  return m && wordCount(m[1]!) >= 4 && !/програми\s(?:та|і|й|на|з|із|зі|по)\s/i.test(m[1]!)
    ? nominativeProgramme(m[1]!)
    : null
}

/** Years of the programme: of its title, else of the passport's term. */
export function periodOf(title: string | null, term: string | null): Years | null {
  for (const text of [title, term]) {
    const years = text ? findYears(text.toLowerCase().replace(/[–—−]/g, '-')) : null
    if (years) return years
    const bare = /(?:^|\s)((?:19|20)\d{2})\s?[-–—]\s?((?:19|20)\d{2})/.exec(text ?? '')
    if (bare) return { from: Number(bare[1]), to: Number(bare[2]) }
  }
  return null
}
