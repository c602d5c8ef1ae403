/** A series for everybody: what comes, what has been, and its materials in one thread. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { textsOf } from '../texts/index.ts'
import { eventKindName, eventStateName, eventTitle, placeOf, whenOf } from '../texts/names.ts'
import { threadTexts } from '../texts/threads.ts'
import type { Material } from '../types/results.ts'
import type { EventId, EventLine, EventSeries } from '../types.ts'
import { recurrenceText } from './series.ts'

export type SeriesMaterial = Material & {
  readonly eventId: EventId
  readonly firstDay: EventLine['firstDay']
}

export const seriesPath = (series: Pick<EventSeries, 'id'>) => `/events/series/${series.id}`

export function seriesTitle(locale: Locale, series: Pick<EventSeries, 'title' | 'titleEn'>): string {
  return locale === 'en' ? (series.titleEn ?? series.title) : series.title
}

export function publicSeriesPage(
  frame: ui.Frame,
  view: {
    readonly series: EventSeries
    readonly ahead: readonly EventLine[]
    readonly been: Page<EventLine>
    readonly materials: readonly SeriesMaterial[]
  },
): Html {
  const { locale } = frame
  const t = threadTexts[locale].series
  const { series, ahead, been, materials } = view
  const calendar = localPath(locale, `/events.ics?series=${series.id}`)
  return ui.page(frame, {
    title: seriesTitle(locale, series),
    lead: t.lead(eventKindName(locale, series.kind), recurrenceText(locale, series.recurrence)),
    breadcrumbs: [{ label: textsOf(locale).public.events, href: localPath(locale, '/events') }],
    main: html`${ui.section({
      title: t.ahead,
      id: 'ahead',
      content: ui.rows({ empty: t.none, items: ahead.map((e) => rowOf(locale, e)) }),
    })}${ui.section({
      title: t.materials,
      id: 'materials',
      content: ui.rows({
        empty: t.noMaterials,
        items: materials.map((m) => ({
          when: shortDate(locale, m.firstDay),
          title: locale === 'uk' ? m.title : ui.foreign('uk', m.title),
          href: m.link ?? `/files/${m.fileId}/${encodeURIComponent(m.title)}`,
        })),
      }),
    })}${
      been.rows.length > 0 &&
      ui.section({
        title: t.been,
        id: 'been',
        content: html`${ui.rows({ items: been.rows.map((e) => rowOf(locale, e)) })}${ui.pager({
          locale,
          shown: been.rows.length,
          previousHref: /[?&]after=/.test(frame.path) ? ui.withQuery(frame.path, { after: null }) : null,
          nextHref: been.next === null ? null : ui.withQuery(frame.path, { after: been.next }),
        })}`,
      })
    }`,
    aside: ui.box({
      title: t.follow,
      content: ui.linkButton({ label: t.subscribe, href: calendar, kind: 'quiet' }),
    }),
  })
}

function rowOf(locale: Locale, e: EventLine): ui.Row {
  const place = e.days[0] ? placeOf(locale, e.days[0]) : ''
  return {
    when: whenOf(locale, e.days),
    title: eventTitle(locale, e),
    href: localPath(locale, `/events/${e.id}`),
    text: locale === 'uk' ? place : ui.foreign('uk', place),
    action:
      (e.state === 'cancelled' || e.state === 'postponed') && ui.tag(eventStateName(locale, e.state), 'due'),
  }
}
