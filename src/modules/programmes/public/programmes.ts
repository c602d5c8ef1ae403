/** Public pages of programmes: the list and one of them. */

import { found } from '../../../kernel/errors.ts'
import { html } from '../../../kernel/html.ts'
import { longDate, shortDate } from '../../../kernel/texts.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { localPath, type Reply, page as reply, type WebRequest } from '../../../platform/http/route.ts'
import { emptyState, page, table, tag } from '../../../ui/index.ts'
import { unitsByIds } from '../../people/index.ts'
import { fundingOf, measuresOf, tasksOf } from '../store/measures.ts'
import { editionAt, editionsOf, programmeById, programmeBySlug, programmes } from '../store/programmes.ts'
import { texts } from '../texts/index.ts'
import type { Edition, Programme } from '../types.ts'
import {
  inUkrainian,
  type PublicProgramme,
  programmeAside,
  programmeMain,
  programmePath,
  titleOf,
} from '../views/public-programme.ts'
import { measureSheet } from '../views/sheets.ts'

export async function showProgrammes(request: WebRequest): Promise<Reply> {
  const { locale, frame, ctx } = request
  const t = texts(locale).publicPages
  const all = await programmes(ctx.db)
  return reply(
    page(frame, {
      title: t.programmes,
      lead: t.programmesLead,
      description: t.programmesLead,
      main:
        all.length === 0
          ? emptyState({ title: t.none })
          : table({
              locale,
              caption: t.programmes,
              captionHidden: true,
              columns: [
                {
                  label: t.title,
                  cell: (p) =>
                    html`<a href="${programmePath(locale, p)}">${locale === 'en' && p.shortTitleEn === null ? inUkrainian(locale, p.shortTitle) : titleOf(locale, p)}</a>`,
                },
                {
                  label: t.period,
                  cell: (p) => `${shortDate(locale, p.period.from)} – ${shortDate(locale, p.period.to)}`,
                },
                {
                  label: t.stateColumn,
                  cell: (p) => tag(t.state[p.state], p.state === 'active' ? 'done' : 'plain'),
                },
              ],
              rows: all,
            }),
    }),
  )
}

export async function publicProgramme(request: WebRequest): Promise<Programme> {
  return found(await programmeBySlug(request.ctx.db, request.params['slug'] ?? ''), 'programme')
}

/** The edition to show: in force today, else the first that will be. */
export async function publicEdition(
  request: WebRequest,
  programme: Programme,
): Promise<{ edition: Edition; editions: Edition[] }> {
  const { db, today } = request.ctx
  const editions = (await editionsOf(db, programme.id)).filter((e) => e.state === 'inForce')
  const edition = found((await editionAt(db, programme.id, today)) ?? editions.at(-1), 'edition')
  return { edition, editions }
}

async function load(request: WebRequest): Promise<PublicProgramme> {
  const { db, today } = request.ctx
  const programme = await publicProgramme(request)
  const { edition, editions } = await publicEdition(request, programme)
  const [measures, tasks, funding, previous] = await Promise.all([
    measuresOf(db, edition.id),
    tasksOf(db, edition.id),
    fundingOf(db, edition.id),
    programme.previousId ? programmeById(db, programme.previousId) : null,
  ])
  const own = [programme.coordinatorUnitId, programme.fundManagerUnitId].flatMap((id) => id ?? [])
  const units = await unitsByIds(db, [...measures.flatMap((m) => m.executors), ...own])
  return {
    locale: request.locale,
    programme,
    edition,
    editions,
    measures,
    tasks,
    funding,
    units,
    previous,
    today: today.toString(),
  }
}

export async function showProgramme(request: WebRequest): Promise<Reply> {
  const { locale, frame, house } = request
  const view = await load(request)
  const { programme, edition } = view
  const format = exportFormat(request)
  if (format)
    return exportReply(request, measureSheet(locale, view.measures, view.units), format, programme.slug)
  const t = texts(locale).publicPages
  const address = house.baseUrl + programmePath(locale, programme)
  const inForce = edition.inForceFrom
    ? `${t.edition(edition.number)}, ${t.inForceFrom(longDate(locale, edition.inForceFrom))}`
    : t.edition(edition.number)
  return reply(
    page(frame, {
      title: titleOf(locale, programme),
      lead: [
        t.lead(t.measureCount(view.measures.length), inForce),
        ' ',
        tag(t.state[programme.state], programme.state === 'active' ? 'done' : 'plain'),
      ],
      description: edition.content.aim ?? programme.title,
      canonical: address,
      breadcrumbs: [{ label: t.programmes, href: localPath(locale, '/programmes') }],
      feeds: [
        {
          href: programmePath(locale, programme, '/changes.atom'),
          title: t.changesFeed(titleOf(locale, programme)),
          type: 'application/atom+xml',
        },
      ],
      jsonLd: jsonLd(request, view, address),
      main: programmeMain(view),
      aside: programmeAside(view),
    }),
  )
}

/** What schema.org has words for, and no more: a service of the council, and the act by which it stands. */
function jsonLd({ house, locale }: WebRequest, { programme, edition }: PublicProgramme, address: string) {
  const d = edition.decision
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': address,
    url: address,
    name: locale === 'en' ? (programme.titleEn ?? programme.title) : programme.title,
    ...(edition.content.aim === null ? {} : { description: edition.content.aim }),
    provider: {
      '@type': 'GovernmentOrganization',
      name: house.city.council[locale],
      ...(house.city.edrpou === null ? {} : { identifier: house.city.edrpou }),
    },
    areaServed: { '@type': 'City', name: house.city.name[locale] },
    temporalCoverage: `${programme.period.from.toString()}/${programme.period.to.toString()}`,
    ...(d === null
      ? {}
      : {
          subjectOf: {
            '@type': 'Legislation',
            name: programme.title,
            ...(d.number === null ? {} : { legislationIdentifier: d.number }),
            ...(d.date === null ? {} : { legislationDate: d.date }),
            ...(d.body === null ? {} : { legislationPassedBy: { '@type': 'Organization', name: d.body } }),
          },
        }),
  }
}
