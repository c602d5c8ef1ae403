/** The text of an edition as a document: what anyone may take home. */
import { parseCivilDate, type Temporal } from '../../../kernel/civil-date.ts'
import type { Kopiykas } from '../../../kernel/money.ts'
import { money, shortDate } from '../../../kernel/texts.ts'
import {
  type Block,
  clause,
  h,
  list,
  type OfficialDocument,
  officialDocument,
  officialLayout,
  p,
  table,
} from '../../../platform/documents/index.ts'
import type { City } from '../../../platform/settings.ts'
import { decision as texts } from '../texts/uk/decision.ts'
import type { ProposedProgramme } from '../types/proposed.ts'
import type { Edition } from '../types.ts'
import { fundingText } from './amending-decision.ts'
import { genitiveBody } from './programme-name.ts'

const t = texts.text

export function programmeText(input: {
  readonly city: City
  readonly demonstration: boolean
  readonly madeAt: Temporal.Instant
  readonly edition: Edition
  readonly programme: ProposedProgramme
}): OfficialDocument {
  const { city, edition, programme: one } = input
  const from = edition.inForceFrom ? shortDate('uk', edition.inForceFrom) : ''
  return officialDocument({
    locale: 'uk',
    layout: officialLayout,
    title: one.title,
    madeAt: input.madeAt,
    demonstration: input.demonstration ? texts.demonstration : null,
    requisites: {
      institution: [city.council.uk],
      kind: t.kind,
      heading: one.title,
      approval: { word: t.approved, lines: approval(edition, city) },
      signatures: one.signatory
        ? [{ position: one.signatory.position ?? '', name: one.signatory.name ?? '' }]
        : [],
    },
    body: [
      p(t.edition(edition.number, from), 'center'),
      ...passport(one),
      ...general(one),
      ...chapter(t.aim, one.aim ? [p(one.aim.text)] : []),
      ...chapter(t.tasks, items(one.tasks)),
      ...chapter(t.measures, [measures(one)]),
      ...chapter(t.expected, items(one.expectedResults)),
      ...chapter(t.funding, funding(one)),
      ...chapter(
        t.control,
        one.control.map((c) => clause(c.number ?? '–', c.rule)),
      ),
    ],
  })
}

function chapter(title: string, body: readonly Block[]): Block[] {
  return body.length === 0 ? [] : [h(1, title), ...body]
}

function items(texts: readonly { readonly text: string }[]): Block[] {
  return texts.length === 0 ? [] : [list(texts.map((i) => i.text))]
}

function approval(edition: Edition, city: City): string[] {
  const d = edition.decision
  const date = parseCivilDate(d?.date ?? '')
  return [
    texts.approvedBy(
      d?.body && d.body !== city.council.uk ? genitiveBody(d.body) : city.councilGenitive,
      date ? shortDate('uk', date) : '',
      d?.number ?? '',
    ),
  ]
}

function passport(one: ProposedProgramme): Block[] {
  if (one.passport.length === 0) return []
  const c = t.columns
  return chapter(t.passport, [
    table({
      caption: t.passport,
      columns: [{ share: 10 }, { share: 40 }, { share: 50 }],
      header: [[c.number, c.item, c.value]],
      body: one.passport.map((i) => [i.number ?? '', i.label, i.value ?? '–']),
      rowHeader: 1,
    }),
  ])
}

function general(one: ProposedProgramme): Block[] {
  const facts = one.facts.map((f) => {
    const on = parseCivilDate(f.asOf ?? '')
    return { text: on ? `${f.text} (${t.asOf(shortDate('uk', on))})` : f.text }
  })
  return chapter(t.general, [...items(facts), ...items(one.problems)])
}

function measures(one: ProposedProgramme): Block {
  const c = t.columns
  const name = (key: string) => one.units.find((u) => u.key === key)?.name ?? ''
  const withMoney = one.measures.some((m) => m.funding.length > 0)
  return table({
    caption: t.measures,
    columns: withMoney
      ? [{ share: 8 }, { share: 42 }, { share: 22 }, { share: 13 }, { share: 15 }]
      : [{ share: 8 }, { share: 50 }, { share: 27 }, { share: 15 }],
    header: [[c.number, c.measure, c.executors, c.term, ...(withMoney ? [c.money] : [])]],
    body: one.measures.map((m) => [
      m.number,
      m.text,
      m.executors.map(name).join('; ') || '–',
      m.termRaw ?? '–',
      ...(withMoney ? [m.funding.length === 0 ? '–' : fundingText(m.funding)] : []),
    ]),
    rowHeader: 0,
  })
}

function funding(one: ProposedProgramme): Block[] {
  if (one.funding.length === 0) return []
  const c = t.columns
  const total = one.funding.reduce((sum, l) => sum + l.planned, 0) as Kopiykas
  return [
    table({
      caption: t.funding,
      columns: [{ share: 20 }, { share: 50 }, { share: 30, align: 'end' }],
      header: [[c.year, c.source, c.sum]],
      body: one.funding.map((l) => [String(l.year), l.source, money('uk', l.planned)]),
      total: [[c.total, '', money('uk', total)]],
      rowHeader: 0,
    }),
  ]
}
