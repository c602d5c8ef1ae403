/** A card on paper, and as programs read it. */

import { toHryvnias } from '../../../kernel/money.ts'
import { figure } from '../../../kernel/texts.ts'
import {
  h,
  list,
  type OfficialDocument,
  officialDocument,
  p,
  reportLayout,
  table,
} from '../../../platform/documents/index.ts'
import type { House } from '../../../platform/house.ts'
import type { ListEntry } from '../../organisations/index.ts'
import { texts } from '../texts/index.ts'
import { moneyText, periodText } from '../texts/words.ts'
import type { Published } from '../types.ts'

const DEMONSTRATION = 'ПОКАЗОВИЙ СТЕНД'

export function cardDocument(
  practice: Published,
  house: House,
  direction: ListEntry<'direction'> | null,
): OfficialDocument {
  const t = texts.uk
  const { content, organisation } = practice
  const part = (title: string, text: string | null) =>
    text === null
      ? []
      : [
          h(1, title),
          ...text
            .split(/\n+/)
            .filter((line) => line.trim() !== '')
            .map((line) => p(line)),
        ]
  const facts: readonly (readonly [string, string | null])[] = [
    [t.labels.organisation, organisation.name],
    [t.labels.period, periodText('uk', content)],
    [t.labels.place, content.place],
    [t.labels.direction, direction?.name ?? null],
    [t.labels.cost, moneyText('uk', content)],
    [t.labels.contact, content.contact],
  ]
  const value = (n: number | null) => (n === null ? '–' : figure('uk', n))
  return officialDocument({
    locale: 'uk',
    layout: reportLayout,
    title: content.title,
    madeAt: practice.publishedAt,
    demonstration: house.demonstration ? DEMONSTRATION : null,
    requisites: { institution: [organisation.name], kind: t.card.toUpperCase(), heading: content.title },
    body: [
      table({
        caption: '',
        columns: [{ share: 30 }, { share: 70 }],
        header: [],
        body: facts.flatMap(([term, detail]) => (detail === null ? [] : [[term, detail]])),
        rowHeader: 0,
      }),
      ...part(t.labels.problem, content.problem),
      ...part(t.labels.done, content.done),
      ...part(t.labels.result, content.result),
      ...(content.indicators.length === 0
        ? []
        : [
            table({
              caption: t.labels.indicators,
              columns: [{ share: 60 }, { share: 20, align: 'end' }, { share: 20, align: 'end' }],
              header: [[t.labels.indicator, t.labels.before, t.labels.after]],
              body: content.indicators.map((i) => [
                i.unit ? `${i.name}, ${i.unit}` : i.name,
                value(i.before),
                value(i.after),
              ]),
              rowHeader: 0,
            }),
          ]),
      ...(content.partners.length === 0
        ? []
        : [h(1, t.labels.partners), list(content.partners.map((one) => one.name))]),
      ...(content.links.length === 0 ? [] : [h(1, t.labels.links), list(content.links)]),
    ],
  })
}

/** Schema.org: an article of the organisation. */
export function cardJsonLd(practice: Published, address: string, baseUrl: string): unknown {
  const { content, organisation } = practice
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': address,
    headline: content.title,
    inLanguage: 'uk',
    description: content.result ?? content.problem ?? content.title,
    datePublished: practice.firstPublishedAt.toString({ smallestUnit: 'second' }),
    dateModified: practice.publishedAt.toString({ smallestUnit: 'second' }),
    author: {
      '@type': 'Organization',
      '@id': `${baseUrl}/organisations/${organisation.id}`,
      name: organisation.name,
    },
    ...(content.from === null
      ? {}
      : { temporalCoverage: content.to ? `${content.from}/${content.to}` : content.from }),
    ...(content.place === null ? {} : { contentLocation: { '@type': 'Place', name: content.place } }),
  }
}

/** As the API, the data set and the card's own JSON give it. Public facts only. */
export function cardFields(practice: Published, direction: string | null) {
  const { content, organisation } = practice
  return {
    id: practice.id,
    title: content.title,
    organisation: {
      id: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      edrpou: organisation.edrpou,
    },
    direction,
    problem: content.problem,
    done: content.done,
    result: content.result,
    indicators: content.indicators,
    cost: content.cost === null ? null : toHryvnias(content.cost),
    costSources: content.costSources,
    partners: content.partners,
    links: content.links,
    contact: content.contact,
    from: content.from,
    to: content.to,
    place: content.place,
    version: practice.number,
    firstPublishedAt: practice.firstPublishedAt.toString(),
    publishedAt: practice.publishedAt.toString(),
  }
}
