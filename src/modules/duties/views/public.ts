/** Pages for everyone. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import type { Programme } from '../../programmes/index.ts'
import type { RibbonOfYear } from '../store/summaries.ts'
import { textsOf } from '../texts/index.ts'
import type { EvidenceWhole } from '../types.ts'
import { type EvidenceListView, evidenceFacts, evidenceList } from './evidence.ts'
import { type MeasureView, measureLead, measureMain } from './measure.ts'
import { measurePath, measureTitle, programmeCrumb } from './parts.ts'
import { yearLead, yearPicture } from './year.ts'

export type Site = {
  /** Address that readers see, without a slash at the end. */
  readonly baseUrl: string
  readonly council: string
}

export function publicMeasurePage(frame: ui.Frame, site: Site, view: MeasureView): Html {
  const { locale } = frame
  const t = textsOf(locale).measure
  const title = `${view.measure.number} ${measureTitle(locale, view.measure)}`
  const path = localPath(locale, measurePath(view.programme, view.measure.number))
  return ui.page(frame, {
    title,
    lead: measureLead(locale, view),
    breadcrumbs: [programmeCrumb(locale, view.programme)],
    main: measureMain(locale, view),
    aside: ui.box({
      title: t.programme,
      content: ui.bullets([
        ui.link({
          href: localPath(locale, `/programmes/${view.programme.slug}/year/${view.year}`),
          text: t.picture(view.year),
        }),
        ui.link({
          href: localPath(locale, `/programmes/${view.programme.slug}/duties.ics`),
          text: t.calendar,
        }),
        ui.link({ href: localPath(locale, `/programmes/${view.programme.slug}/money`), text: t.money }),
        ui.link({ href: localPath(locale, `/programmes/${view.programme.slug}/reports`), text: t.reports }),
      ]),
    }),
    description: view.measure.text.slice(0, 200),
    canonical: `${site.baseUrl}${path}`,
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'PlanAction',
      name: title,
      description: view.measure.text,
      url: `${site.baseUrl}${path}`,
      agent: view.executors.map((u) => ({ '@type': 'GovernmentOrganization', name: u.name })),
      startTime: view.programme.period.from.toString(),
      endTime: view.programme.period.to.toString(),
    },
  })
}

export function publicYearPage(
  frame: ui.Frame,
  site: Site,
  view: {
    readonly programme: Programme
    readonly year: number
    readonly years: readonly number[]
    readonly rows: RibbonOfYear
    readonly today: CivilDate
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale)
  const { programme, year } = view
  const at = localPath(locale, `/programmes/${programme.slug}/year/${year}`)
  return ui.page(frame, {
    title: t.year.publicTitle(year),
    lead: yearLead(locale, view.rows),
    breadcrumbs: [programmeCrumb(locale, programme)],
    feeds: [
      {
        href: localPath(locale, `/programmes/${programme.slug}/duties.ics`),
        title: t.feed.calendar,
        type: 'text/calendar',
      },
    ],
    canonical: `${site.baseUrl}${at}`,
    main: html`${yearPicture(locale, {
      ...view,
      yearHref: (y) => localPath(locale, `/programmes/${programme.slug}/year/${y}`),
      hrefOf: (row) => localPath(locale, `${measurePath(programme, row.measure.number)}?year=${year}`),
    })}${ui.exportLinks({
      locale,
      csv: `${at}?format=csv`,
      xlsx: `${at}?format=xlsx`,
      json: `${at}?format=json`,
      ical: localPath(locale, `/programmes/${programme.slug}/duties.ics`),
      print: true,
      of: t.year.caption(year),
    })}`,
  })
}

export function publicEvidencePage(
  frame: ui.Frame,
  site: Site,
  evidence: EvidenceWhole,
  programme: Programme,
): Html {
  const { locale } = frame
  const path = localPath(locale, `/evidence/${evidence.id}`)
  return ui.page(frame, {
    title: evidence.title,
    breadcrumbs: [
      programmeCrumb(locale, programme),
      { label: textsOf(locale).evidence.title, href: localPath(locale, '/evidence') },
    ],
    canonical: `${site.baseUrl}${path}`,
    ...(evidence.result === null ? {} : { description: evidence.result.slice(0, 200) }),
    main: evidenceFacts(
      locale,
      evidence,
      {
        measure: (number) => localPath(locale, measurePath(programme, number)),
        file: (id, name) => `/files/${id}/${encodeURIComponent(name)}`,
      },
      evidence.files.filter((file) => file.access === 'public'),
    ),
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': evidence.kind === 'event' || evidence.kind === 'sitting' ? 'Event' : 'CreativeWork',
      name: evidence.title,
      url: `${site.baseUrl}${path}`,
      ...(evidence.kind === 'event' || evidence.kind === 'sitting'
        ? {
            startDate: evidence.happened.from.toString(),
            endDate: evidence.happened.to.toString(),
            ...(evidence.place === null ? {} : { location: { '@type': 'Place', name: evidence.place } }),
            organizer: { '@type': 'GovernmentOrganization', name: evidence.unitName ?? site.council },
          }
        : {
            dateCreated: evidence.happened.to.toString(),
            author: { '@type': 'GovernmentOrganization', name: evidence.unitName ?? site.council },
          }),
    },
  })
}

export function publicEvidenceList(frame: ui.Frame, site: Site, view: EvidenceListView): Html {
  const { locale } = frame
  const t = textsOf(locale).evidence
  const isEmpty = view.total === 0 && !view.filtered
  return ui.page(frame, {
    title: t.title,
    lead: t.list.lead,
    canonical: `${site.baseUrl}${localPath(locale, '/evidence')}`,
    feeds: [{ href: localPath(locale, '/evidence.atom'), title: t.list.feed, type: 'application/atom+xml' }],
    main: isEmpty
      ? ui.emptyState({ title: t.list.nothingYet, body: t.list.nothingYetBody })
      : html`${evidenceList(frame, view)}${ui.exportLinks({ locale, atom: localPath(locale, '/evidence.atom') })}`,
  })
}
