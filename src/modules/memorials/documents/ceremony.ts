/** What is printed for a ceremony: its order, and the list of delegations with wreaths. */
import { kopiykas } from '../../../kernel/money.ts'
import { type Locale, longDate, money, shortDate } from '../../../kernel/texts.ts'
import {
  h,
  type OfficialDocument,
  officialDocument,
  officialLayout,
  type PlainBlock,
  p,
  table,
} from '../../../platform/documents/index.ts'
import type { CityEvent, EventDay, EventItem } from '../../events/index.ts'
import { totalsOf } from '../rules/wreath.ts'
import { texts } from '../texts/index.ts'
import type { Ceremony, Monument, Wreath } from '../types.ts'

export type CeremonyFacts = {
  readonly locale: Locale
  readonly council: readonly string[]
  readonly demonstration: boolean
  readonly event: CityEvent
  readonly days: readonly EventDay[]
  readonly items: readonly EventItem[]
  readonly ceremony: Ceremony | null
  readonly monument: Monument | null
  readonly wreaths: readonly Wreath[]
}

function dressed(
  facts: CeremonyFacts,
  kind: string,
  heading: string,
  body: readonly PlainBlock[],
): OfficialDocument {
  const { locale, event } = facts
  const t = texts[locale].documents
  return officialDocument({
    locale,
    layout: officialLayout,
    title: heading,
    madeAt: event.changedAt,
    demonstration: facts.demonstration ? t.demonstration : null,
    requisites: {
      institution: facts.council,
      kind,
      heading,
      ...(event.basisNumber && event.basisDate
        ? { approval: { word: '', lines: [t.basis(event.basisNumber, shortDate(locale, event.basisDate))] } }
        : {}),
    },
    body,
  })
}

export function orderOfCeremony(facts: CeremonyFacts): OfficialDocument {
  const { locale, event, days, items, ceremony, monument } = facts
  const t = texts[locale].documents
  const [first] = days
  const place = monument
    ? `${monument.name}, ${monument.place}`
    : [first?.place, first?.address].filter(Boolean).join(', ')
  const when = [longDate(locale, event.firstDay), first?.starts].filter(Boolean).join(', ')
  const provision: readonly (readonly [string, string | null | undefined])[] = [
    [t.gathering, ceremony?.gathering],
    [t.sound, ceremony?.sound],
    [t.transport, ceremony?.transport],
    [t.safety, event.safety],
    [t.shelter, event.shelter],
    [t.weather, ceremony?.weatherPlan],
  ]
  const told = provision.filter(([, text]) => text)
  return dressed(facts, t.orderKind, t.orderHeading(event.title), [
    h(3, t.whenWhere),
    p(`${when}. ${place}`),
    ...orderTable(facts, items),
    ...(ceremony?.silenceAt ? [p(`${t.silence}: ${ceremony.silenceAt}.`)] : []),
    ...(told.length > 0 ? [h(3, t.provision), ...told.map(([term, text]) => p(`${term}: ${text}`))] : []),
    ...wreathBlocks(facts),
  ])
}

function orderTable({ locale }: CeremonyFacts, items: readonly EventItem[]): PlainBlock[] {
  const t = texts[locale].documents
  if (items.length === 0) return []
  return [
    table({
      caption: t.order,
      columns: [{ share: 14 }, { share: 56 }, { share: 30 }],
      header: [[t.time, t.what, t.who]],
      body: items.map((item) => [item.starts ?? '', item.title, item.speakers ?? '']),
    }),
  ]
}

function wreathBlocks({ locale, wreaths }: CeremonyFacts): PlainBlock[] {
  const t = texts[locale]
  const c = t.ceremony.columns
  if (wreaths.length === 0) return []
  const totals = totalsOf(wreaths)
  return [
    table({
      caption: t.documents.wreathsCaption,
      columns: [
        { share: 6, align: 'end' },
        { share: 40 },
        { share: 10, align: 'end' },
        { share: 16 },
        { share: 12, align: 'end' },
        { share: 16, align: 'end' },
      ],
      header: [[c.n, c.delegation, c.people, c.kind, c.count, c.sum]],
      body: wreaths.map((w, i) => [
        String(i + 1),
        w.delegation,
        w.people === null ? '' : String(w.people),
        t.wreaths[w.kind],
        String(w.count),
        w.paidByCity && w.cost !== null ? money(locale, kopiykas(w.cost * w.count)) : '',
      ]),
      total: [
        [
          '',
          t.documents.total,
          String(totals.people),
          '',
          String(totals.wreaths),
          money(locale, totals.cost),
        ],
      ],
      rowHeader: 1,
    }),
  ]
}

export function wreathList(facts: CeremonyFacts): OfficialDocument {
  const t = texts[facts.locale].documents
  return dressed(facts, t.wreathsKind, t.wreathsHeading(facts.event.title), wreathBlocks(facts))
}
