/** The text of a programme → what it says. Pure: bytes in, value out. */
import { decode } from './decode.ts'
import { readExecutors, unitsOf } from './executors.ts'
import { findFindings } from './findings.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { readAct } from './parts/act.ts'
import { type HeaderZone, headerZones } from './parts/act-heading.ts'
import { readAmendments } from './parts/amendments.ts'
import { readChapters } from './parts/chapters.ts'
import { readContents } from './parts/contents.ts'
import { readDecision } from './parts/decision.ts'
import { otherDocument, sheetsBehind } from './parts/document-kind.ts'
import { isSureNoise, marginNoise, pageNumbers } from './parts/noise.ts'
import { scanChapters } from './parts/scan.ts'
import { signaturesIn } from './parts/signatory.ts'
import { periodOf, readTitle, titleFromDecision, titleFromHeading } from './parts/title.ts'
import { totalOf } from './parts/totals.ts'
import { withYearlySums } from './parts/yearly-sums.ts'
import { isBlank, type Line, numberLines } from './text/lines.ts'
import type { Chapter, Decoded, PassportItem, Reading } from './types.ts'

export type ProgrammeSource = { readonly name: string; readonly bytes: Uint8Array }

/** @throws UnreadableFile where the bytes are no text that can be read, with the reason. */
export function parseProgramme(source: ProgrammeSource): Reading {
  return readProgramme(source.name, decode(source.bytes, source.name))
}

/** The reading of text that is already decoded, as when it was pasted. */
export function parseText(text: string, name = ''): Reading {
  return readProgramme(name, { text, kind: 'text', encoding: 'utf-8', asides: [], damage: [] })
}

function readProgramme(name: string, decoded: Decoded): Reading {
  const lines = numberLines(decoded.text)
  const ledger = openLedger(lines)
  for (const line of lines) if (!isBlank(line) && isSureNoise(line)) ledger.claim('noise', [line.n, line.n])
  for (const line of pageNumbers(lines)) ledger.claim('noise', [line.n, line.n])
  for (const span of sheetsBehind(lines)) ledger.claim('chapterText', span)
  const isTaken = (n: number) => ledger.owner(n) !== null

  const zones = headerZones(lines.filter((l) => !isTaken(l.n)))
  for (const zone of zones) for (const line of zone.members) ledger.claim('actHeader', [line.n, line.n])
  const act = readAct(zones, lines)
  const headed = new Set(zones.flatMap((z) => z.members.map((l) => l.n)))

  for (const span of readContents(lines)) ledger.claim('contents', span)
  const signatories = signaturesIn(lines, ledger, headed)
  for (const s of signatories) ledger.claim('signatory', s.lines)

  const decision = readDecision(lines, zones, isTaken)
  const amendments = decision ? readAmendments(decision.points) : []
  if (decision) {
    for (const a of amendments) ledger.claim('amendment', a.lines)
    ledger.claim('decision', decision.lines)
  }
  const chaptersFrom = decision ? decision.lines[1] : 0
  const annex = zones.findLast((z) => z.kind === 'annex' && z.lines[0] > chaptersFrom)
  const own =
    (annex ? readTitle(lines, annex.lines[1], isTaken) : null) ?? readTitle(lines, chaptersFrom, isTaken)
  if (own) ledger.claim('title', own.lines)
  const decided = decision?.title ? titleFromDecision(decision.title) : null
  const title = own?.text ?? decided

  const otherKind = otherDocument(lines, decision?.title ?? null, own?.lines[0] ?? null, zones.length > 0)
  if (otherKind) ledger.claim('chapterText', [chaptersFrom + 1, lines.length])
  const chapters = otherKind ? [] : endAtAnnexes(scanChapters(lines, isTaken), zones)
  const body = readChapters(lines, chapters, ledger, title)
  claimMargins(lines, ledger, chapters.length > 0 || own !== null || decision !== null || zones.length > 0)

  const term = body.passport.find((p) => p.key === 'term')
  const titleLines = own?.lines ?? (decided ? (decision?.titleLines ?? null) : null)
  const passportName = body.passport.find((p) => p.key === 'name')
  const named = chapters.find(
    (c) => (c.kind === 'passport' || c.kind === 'measures') && titleFromHeading(c.heading) !== null,
  )
  const titled = title ?? passportName?.value ?? (named ? titleFromHeading(named.heading) : null)
  const period = periodOf(titled, term?.value ?? null)
  const measures = body.measures.map((m) => withYearlySums(m, period, lines))
  const inMeasures = new Set(body.measures.flatMap((m) => m.executors.map((e) => e.key)))
  const departments = body.passport
    .filter((p) => p.key === 'responsibleExecutor' || p.key === 'initiator' || p.key === 'developer')
    .flatMap((p) => readExecutors([p.value ?? '']))
    .filter((e) => inMeasures.has(e.key))
  const isProgramme =
    otherKind === null &&
    (body.measures.length > 0 || body.passport.length >= 3 || (own !== null && chapters.length >= 1))
  const reading: Omit<Reading, 'findings'> = {
    source: {
      name,
      kind: decoded.kind,
      encoding: decoded.encoding,
      text: decoded.text,
      lineCount: lines.length,
    },
    isProgramme,
    otherKind,
    title: titled,
    titleLines: titleLines ?? passportName?.lines ?? (titled ? (named?.headingLines ?? null) : null),
    period,
    act,
    passport: body.passport,
    participants: listed(body.passport.find((p) => p.key === 'participants')),
    budgets: listed(body.passport.find((p) => p.key === 'budgets')),
    total: totalOf(body),
    chapters,
    facts: body.facts,
    problems: body.problems,
    aim: body.aim,
    tasks: body.tasks,
    measures,
    units: unitsOf([...body.measures.flatMap((m) => m.executors), ...departments]),
    funding: body.funding,
    expectedResults: body.expectedResults,
    control: body.control,
    signatory: signatories.at(-1) ?? null,
    amendments,
    parts: ledger.parts(),
    notUnderstood: ledger.notUnderstood(),
  }
  return { ...reading, findings: findFindings(reading, decoded, lines, body.tableTotals) }
}

/** A chapter ends where the next annex of the act begins. */
function endAtAnnexes(chapters: readonly Chapter[], zones: readonly HeaderZone[]): readonly Chapter[] {
  return chapters.map((c) => {
    const annex = zones.find(
      (z) => z.kind === 'annex' && z.lines[0] > c.headingLines[1] && z.lines[0] <= c.lines[1],
    )
    return annex ? { ...c, lines: [c.lines[0], annex.lines[0] - 1] } : c
  })
}

function claimMargins(lines: readonly Line[], ledger: Ledger, found: boolean): void {
  const owned = lines.filter((l) => {
    const owner = ledger.owner(l.n)
    return owner !== null && owner !== 'noise'
  })
  const first = found ? (owned[0]?.n ?? lines.length + 1) : lines.length + 1
  const last = found ? (owned.at(-1)?.n ?? 0) : 0
  for (const margin of [lines.slice(0, first - 1), found ? lines.slice(last) : []]) {
    for (const line of marginNoise(margin, margin[0]?.n === 1)) {
      const isHeading = found && /^(?:\S+ ){0,2}програма |^про затвердження|^рішення .*програм/.test(line.key)
      ledger.claim(isHeading ? 'title' : 'noise', [line.n, line.n])
    }
  }
  for (const line of lines)
    if (/^[|:\-\s+]+$/.test(line.key) && /[|]|--/.test(line.key)) ledger.claim('noise', [line.n, line.n])
}

function listed(item: PassportItem | undefined): readonly string[] {
  if (!item?.value) return []
  return item.value
    .replace(/\.$/, '')
    .split(/[,;]\s+(?![^(]*\))/)
    .map((p) => p.trim())
    .filter((p) => p !== '')
}
