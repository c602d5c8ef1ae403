/** The operative text of a decision: title, reasons, «вирішила», points. And what it amends. */

import { wordCount } from '../text/fold.ts'
import { isBlank, joinTexts, type Line, type Lines } from '../text/lines.ts'
import type { HeaderZone } from './act-heading.ts'
import { headingOf } from './headings.ts'
import { headerScore } from './table-heading.ts'

export const RESOLVES =
  /(?:^|[\s,–-])(?:вирішила|вирішив|вирішили|ухвалила|ухвалює|постановляє|постановила|зобов’язую|наказую|вирішує)\s?:?$|(?:рада|комітет)[^.]{0,40} (?:вирішила|вирішив|ухвалила)\s?:/

export type DecisionRead = {
  readonly title: string | null
  readonly titleLines: Lines | null
  readonly lines: Lines
  readonly points: readonly Line[]
}

const TITLE = /^["]?про\s\S/
/** A title that has come to its years is whole at the next empty line. */
function namesYears(lines: readonly Line[]): boolean {
  return /(?:19|20)\d{2}\s?(?:рок\S*|рік|р\.|рр\.?)["»”]?$/.test(lines.at(-1)!.key)
}

const PREAMBLE =
  /^(?:відповідно|керуючись|з метою|розглянувши|враховуючи|заслухавши|на підставі|у зв’язку|в зв’язку|на виконання|згідно|для забезпечення|беручи|у відповідності|за результатами|обговоривши)/

function isStartOfAnnex(line: Line): boolean {
  return (
    (/^(?:міська |районна |комплексна |цільова |місцева |сільська |селищна )*програма(?:$|\s(?!розроб|спрям|окресл))/.test(
      line.key,
    ) &&
      !/[;:]$/.test(line.text) &&
      /^["«]?\p{Lu}/u.test(line.text) &&
      wordCount(line.text) <= 40) ||
    /^паспорт(?: |$)/.test(line.key)
  )
}

/** A table of measures may follow the points at once, without a heading. */
function headsMeasures(line: Line): boolean {
  return line.cells !== null && headerScore(line.cells) >= 2
}

function headsChapter(line: Line): boolean {
  const kind = headingOf(line)?.kind
  return kind === 'passport' || kind === 'measures' || kind === 'general'
}

/**
 * The decision in front of a programme, or alone. It begins after the heading of the act, or with its title,
 * and ends at the annex, at the programme's own title, or with the text.
 */
export function readDecision(
  lines: readonly Line[],
  zones: readonly HeaderZone[],
  isTaken: (n: number) => boolean,
): DecisionRead | null {
  const resolves = lines.findIndex((l) => l.text.length < 3000 && RESOLVES.test(l.key))
  const head = zones.find((z) => z.kind === 'decision')
  if (resolves < 0 && !head) return null
  let from = head && (resolves < 0 || head.lines[0] <= resolves + 1) ? head.lines[1] : -1
  if (from < 0) {
    from = resolves
    for (let i = resolves; i >= 0 && i > resolves - 14; i--) {
      if (isTaken(lines[i]!.n)) break
      if (TITLE.test(lines[i]!.key) || PREAMBLE.test(lines[i]!.key)) from = i
    }
  }
  const before = lines.slice(0, from).find((l) => !isBlank(l) && !isTaken(l.n) && TITLE.test(l.key))
  const first = lines.slice(from).find((l) => !isBlank(l) && !isTaken(l.n))
  if (!first) return null
  const annex = zones.find((z) => z.kind === 'annex' && z.lines[0] > Math.max(first.n, resolves + 1))
  let end = (annex?.lines[0] ?? lines.length + 1) - 1
  for (const line of lines.slice(Math.max(first.n - 1, resolves + 1), end)) {
    if (
      !isTaken(line.n) &&
      ((isStartOfAnnex(line) && resolves >= 0) ||
        headsMeasures(line) ||
        (headsChapter(line) && (resolves < 0 || /^\p{Lu}/u.test(line.text))))
    ) {
      end = line.n - 1
      break
    }
  }
  if (resolves < 0 && (isStartOfAnnex(first) || /^паспорт/.test(first.key))) return null
  const start = before?.n ?? first.n
  const body = lines.slice(start - 1, end).filter((l) => !isBlank(l))
  const titleLines: Line[] = []
  const titleAt = body.findIndex((l) => !isTaken(l.n) && TITLE.test(l.key))
  if (titleAt >= 0 && titleAt < 8) {
    for (const l of body.slice(titleAt, titleAt + 9)) {
      if (
        isTaken(l.n) ||
        (titleLines.length > 0 &&
          (PREAMBLE.test(l.key) ||
            /^\d+\./.test(l.text) ||
            /^(?:м|с|смт)\. /.test(l.key) ||
            RESOLVES.test(l.key) ||
            (l.cells?.filter((c) => c !== '').length ?? 0) > 1 ||
            (l.n - titleLines.at(-1)!.n > 1 && namesYears(titleLines))))
      )
        break
      titleLines.push(l)
      if (/\.$/.test(l.text) && wordCount(l.text) > 3 && !/(?:рр|р|м)\.$/.test(l.text)) break
    }
  }
  if (resolves < 0 && titleLines.length === 0) return null
  const named = titleInHeading(zones)
  return {
    title: titleLines.length > 0 ? joinTexts(titleLines) : (named?.title ?? null),
    titleLines: titleLines.length > 0 ? [titleLines[0]!.n, titleLines.at(-1)!.n] : (named?.lines ?? null),
    lines: [start, end],
    points: body.filter((l) => l.n > (resolves < 0 ? (titleLines.at(-1)?.n ?? 0) : resolves + 1)),
  }
}

/** The title inside a heading that names the whole decision in one line. */
function titleInHeading(
  zones: readonly HeaderZone[],
): { readonly title: string; readonly lines: Lines } | null {
  for (const line of zones.flatMap((z) => z.members)) {
    const m = /^.{5,140}?["«“]?(Про\s.{10,}?)["»”]?$/u.exec(line.text)
    if (m) return { title: m[1]!, lines: [line.n, line.n] }
  }
  return null
}
