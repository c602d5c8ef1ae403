/** «Довідка про результати звірки»: made of what was frozen when the check was closed. */
import { longDate } from '../../../kernel/texts.ts'
import {
  h,
  type OfficialDocument,
  officialDocument,
  p,
  reportLayout,
  table,
} from '../../../platform/documents/index.ts'
import type { House } from '../../../platform/house.ts'
import { KIND_ORDER, kindName, kindNamePlural } from '../../organisations/index.ts'
import { answered, sumOf, totalOf } from '../rules/standing.ts'
import { official as t } from '../texts/official-uk.ts'
import type { Campaign, CampaignResult, StateCounts } from '../types.ts'

const percent = new Intl.NumberFormat('uk-UA', { maximumFractionDigits: 1 })

/** Null of a check that is not closed. */
export function resultDocument(campaign: Campaign, house: House): OfficialDocument | null {
  const { result, openedOn, closedOn, closedAt } = campaign
  if (result === null || openedOn === null || closedOn === null || closedAt === null) return null
  const total = totalOf(result.byKind)
  const calls = t.calls(result.calls)
  const share = result.asked === 0 ? 0 : (answered(total) / result.asked) * 100
  return officialDocument({
    locale: 'uk',
    layout: reportLayout,
    title: `${t.certificate} ${t.resultHeading(campaign.year)}`,
    madeAt: closedAt,
    demonstration: house.demonstration ? t.demonstration : null,
    requisites: {
      institution: [house.city.council.uk],
      kind: t.certificate,
      date: closedOn,
      place: t.place(house.city.name.uk),
      heading: t.resultHeading(campaign.year),
      signatures: [{ position: campaign.signatoryPost, name: campaign.signatoryName }],
    },
    body: [
      p(t.asked(longDate('uk', openedOn), longDate('uk', closedOn), result.asked)),
      p(t.answered(answered(total), total.confirmed, total.corrected, percent.format(share))),
      p(t.ways(result.byWay.link, result.byWay.phone, result.byWay.paper)),
      ...(calls === '' ? [] : [p(calls)]),
      p(t.corrections(result.corrections)),
      byKind(result),
      ...lists(result),
    ],
  })
}

function byKind({ byKind: kinds }: CampaignResult) {
  const { head } = t
  const row = (name: string, c: StateCounts) => [
    name,
    ...[sumOf(c), c.confirmed, c.corrected, c.ceased, c.silent].map(String),
  ]
  const rows = [...kinds].sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind))
  const figure = { share: 13, align: 'end' } as const
  return table({
    caption: t.byKind,
    columns: [{ share: 35 }, figure, figure, figure, figure, figure],
    header: [[head.kind, head.asked, head.confirmed, head.corrected, head.ceased, head.silent]],
    body: rows.map((k) => row(kindNamePlural('uk', k.kind), k.counts)),
    total: [row(head.total, totalOf(kinds))],
    rowHeader: 0,
  })
}

function lists(result: CampaignResult) {
  const { head } = t
  return [
    ...(result.silent.length === 0
      ? []
      : [
          h(1, t.silent),
          table({
            caption: t.silent,
            columns: [{ share: 8, align: 'center' }, { share: 62 }, { share: 30 }],
            header: [[head.number, head.name, head.kind]],
            body: result.silent.map((o, i) => [String(i + 1), o.name, kindName('uk', o.kind)]),
            rowHeader: 1,
          }),
        ]),
    ...(result.ceased.length === 0
      ? []
      : [
          h(1, t.ceased),
          table({
            caption: t.ceased,
            columns: [{ share: 8, align: 'center' }, { share: 52 }, { share: 40 }],
            header: [[head.number, head.name, head.reason]],
            body: result.ceased.map((o, i) => [String(i + 1), o.name, o.note]),
            rowHeader: 1,
          }),
        ]),
  ]
}
