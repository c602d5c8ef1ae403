/** The draft of the decision that amends a programme, written from the comparison of two editions. */
import { parseCivilDate, type Temporal } from '../../../kernel/civil-date.ts'
import { money, shortDate } from '../../../kernel/texts.ts'
import {
  clause,
  type OfficialDocument,
  officialDocument,
  officialLayout,
  p,
  TO_FILL,
} from '../../../platform/documents/index.ts'
import type { City } from '../../../platform/settings.ts'
import type { Change, MeasureFacts } from '../rules/compare.ts'
import { decision as t } from '../texts/uk/decision.ts'
import type { ProposedFunding, ProposedProgramme } from '../types/proposed.ts'
import type { Decision } from '../types.ts'
import { genitiveBody, genitiveName } from './programme-name.ts'

export type AmendingInput = {
  readonly city: City
  readonly demonstration: boolean
  readonly madeAt: Temporal.Instant
  readonly before: ProposedProgramme
  /** The act by which the programme was first adopted. */
  readonly adopted: Decision | null
  readonly changes: readonly Change[]
  /** Filled where the decision is known already. */
  readonly decision: Pick<Decision, 'number' | 'date'> | null
}

export function amendingDecision(input: AmendingInput): OfficialDocument {
  const { city, before, changes } = input
  const name = genitiveName(before.title)
  const rule = before.control.find((c) => c.kind === 'amendments')?.number ?? null
  const coordinator = before.units.find((u) => u.key === before.coordinator)?.name ?? ''
  const date = parseCivilDate(input.decision?.date ?? '')
  return officialDocument({
    locale: 'uk',
    layout: officialLayout,
    title: t.heading(name),
    madeAt: input.madeAt,
    draftMark: date ? null : t.draftMark,
    demonstration: input.demonstration ? t.demonstration : null,
    requisites: {
      institution: [city.council.uk],
      kind: t.kind,
      date: date ?? TO_FILL,
      number: input.decision?.number ?? TO_FILL,
      place: city.name.uk,
      heading: t.heading(name),
      signatures: [{ position: t.mayor, name: '' }],
    },
    body: [
      p(t.preamble(rule === null ? null : rule.replace(/\.$/, ''))),
      clause('1.', t.amend(name, approvedBy(city, input.adopted))),
      ...changeTexts(changes).map((text, i, all) =>
        clause(`${i + 1})`, `${text}${i < all.length - 1 ? ';' : '.'}`, 2),
      ),
      clause('2.', t.publish(coordinator)),
      clause('3.', t.control),
    ],
  })
}

function approvedBy(city: City, adopted: Decision | null): string {
  if (!adopted) return ''
  const date = parseCivilDate(adopted.date ?? '')
  const body =
    adopted.body === null || adopted.body === city.council.uk
      ? city.councilGenitive
      : genitiveBody(adopted.body)
  return t.approvedBy(body, date ? shortDate('uk', date) : '', adopted.number ?? '')
}

/** One sentence for each change, as it stands under «такі зміни», without the mark at its end. */
export function changeTexts(changes: readonly Change[]): readonly string[] {
  return changes.map(sentence)
}

function sentence(change: Change): string {
  switch (change.what) {
    case 'title':
      return t.title(change.after ?? '')
    case 'period':
      return t.period(periodText(change.after))
    case 'passport':
      if (change.after === null) return t.passportDrop(change.label)
      return change.before === null
        ? t.passportAdd(change.label, quoted(change.after))
        : t.passportChange(change.label, quoted(change.after))
    case 'control':
      if (change.after === null) return t.controlDrop(bare(change.label))
      return change.before === null
        ? t.controlAdd(bare(change.label), quoted(change.after))
        : t.controlChange(bare(change.label), quoted(change.after))
    case 'funding':
      return t.funding(change.after.length === 0 ? t.fundingNone : fundingText(change.after))
    case 'measureAdded':
      return t.measureAdd(bare(change.after.number), measureText(change.after))
    case 'measureChanged':
      return t.measureChange(bare(change.before.number), measureText(change.after))
    case 'measureDropped':
      return t.measureDrop(bare(change.before.number))
    default:
      return change.after === null
        ? t.chapterDrop(t.chapter[change.what])
        : t.chapterChange(t.chapter[change.what], quoted(change.after.replaceAll('\n', '; ')))
  }
}

function bare(number: string): string {
  return number.replace(/\.$/, '')
}

/** Inside «…» an act ends without a stop of its own: the list's mark follows. */
function quoted(text: string): string {
  return text.replace(/[.;]\s*$/, '')
}

function measureText(m: MeasureFacts): string {
  const money = m.funding.length === 0 ? '' : fundingText(m.funding)
  return quoted(
    t.measureText(bare(m.number), m.text.replace(/\s*$/, ''), m.executors.join(', '), m.term ?? '', money),
  )
}

export function fundingText(lines: readonly ProposedFunding[]): string {
  return lines.map((l) => t.fundingLine(l.year, l.source, money('uk', l.planned))).join('; ')
}

function periodText(span: string | null): string {
  const [from, to] = (span ?? '').split('/').map((iso) => parseCivilDate(iso))
  return from && to ? t.periodSpan(shortDate('uk', from), shortDate('uk', to)) : ''
}
