/** What became of an event, for everybody. */
import { type Html, html } from '../../../kernel/html.ts'
import { figure, shortDate } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { textsOf } from '../texts/index.ts'
import type { HeadCount, Photo, Recommendation } from '../types/results.ts'
import type { EventView } from './event.ts'

export function results(frame: ui.Frame, view: EventView): Html | false {
  const { locale } = frame
  const { event } = view
  const r = view.results
  if (r === null) return false
  const t = textsOf(locale).public
  const summary = locale === 'en' ? (event.summaryEn ?? event.summary) : event.summary
  const uk = (content: ui.Content) => (locale === 'uk' ? content : ui.foreign('uk', content))
  const tone = { sent: 'due', accepted: 'info', done: 'done', refused: 'plain' } as const
  return html`${ui.section({
    title: t.results,
    id: 'results',
    content: html`${ui.figures([
      { value: figure(locale, r.participants), label: t.participants },
      { value: figure(locale, r.organisations.length), label: t.organisations },
      ...(r.invited === 0 ? [] : [{ value: figure(locale, r.invited), label: t.invitedCount }]),
    ])}${summary !== null && (locale === 'en' && event.summaryEn === null ? uk(summary.split('\n').map((l) => ui.paragraph(l))) : summary.split('\n').map((l) => ui.paragraph(l)))}${
      event.recordingLink !== null &&
      ui.paragraph(html`<a href="${event.recordingLink}" rel="noopener">${t.recording}</a>`)
    }${
      r.counts.length > 0 &&
      ui.table<HeadCount>({
        locale,
        caption: t.counts,
        rows: r.counts,
        columns: [
          { label: t.group2, cell: (c) => c.label, rowHeader: true },
          { label: t.number, cell: (c) => figure(locale, c.number), numeric: true },
        ],
      })
    }${
      r.organisations.length > 0 &&
      ui.disclosure({ summary: t.whoCame, content: uk(ui.bullets(r.organisations)) })
    }`,
  })}${
    event.resolution !== null &&
    ui.section({
      title: t.resolution,
      id: 'resolution',
      content: uk(event.resolution.split('\n').map((l) => ui.paragraph(l))),
    })
  }${
    r.recommendations.length > 0 &&
    ui.section({
      title: t.recommendations,
      id: 'recommendations',
      content: ui.table<Recommendation>({
        locale,
        caption: t.recommendations,
        captionHidden: true,
        rows: r.recommendations,
        narrow: 'stack',
        columns: [
          { label: t.recommendation, cell: (one) => uk(one.text), rowHeader: true },
          { label: t.addressee, cell: (one) => uk(one.addressee) },
          { label: t.until2, cell: (one) => (one.due === null ? '' : shortDate(locale, one.due)) },
          {
            label: t.becameOf,
            cell: (one) =>
              html`${ui.tag(t.recommendationStates[one.state], tone[one.state])}${one.reason !== null && html`<br>${uk(one.reason)}`}`,
          },
        ],
      }),
    })
  }${
    r.photos.length > 0 &&
    ui.section({
      title: t.photos,
      id: 'photos',
      content: html`<ul class="photos">${r.photos.map(
        (p) =>
          html`<li><figure><img src="/files/${p.fileId}/photo.webp" alt="${p.alt}"${sizeOf(p)} loading="lazy">${p.author !== null && html`<figcaption>${t.photoBy(p.author)}</figcaption>`}</figure></li>`,
      )}</ul>`,
    })
  }`
}

function sizeOf(p: Photo): Html {
  return p.width === null || p.height === null ? html`` : html` width="${p.width}" height="${p.height}"`
}
