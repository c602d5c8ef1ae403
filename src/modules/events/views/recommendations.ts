/** Recommendations of all events: what was advised, whom, and what became of it. */
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import type { RecommendationFilter, RecommendationLine } from '../store/recommendations.ts'
import { textsOf } from '../texts/index.ts'
import { threadTexts } from '../texts/threads.ts'
import type { RecommendationState } from '../types/results.ts'
import { doneNotice, OFFICE, officePath } from './office-page.ts'

export const STATES = ['sent', 'accepted', 'done', 'refused'] as const
const TONES = { sent: 'due', accepted: 'info', done: 'done', refused: 'plain' } as const

export const OFFICE_RECOMMENDATIONS = `${OFFICE}/recommendations`
export const RECOMMENDATIONS = '/events/recommendations'

export type RecommendationsView = {
  readonly page: Page<RecommendationLine>
  readonly filter: RecommendationFilter
  readonly figures: { readonly all: number; readonly done: number }
  readonly office: boolean
  readonly done?: string | undefined
}

function stateCell(frame: ui.Frame, r: RecommendationLine): Html {
  const { locale } = frame
  const late =
    (r.state === 'sent' || r.state === 'accepted') && r.due !== null && r.due.since(frame.today).sign < 0
  return html`${ui.tag(textsOf(locale).office.recommendations.states[r.state], TONES[r.state])}${late && html` ${ui.tag(threadTexts[locale].recommendations.overdue, 'late')}`}${r.reason !== null && html`<br><span class="soft">${r.reason}</span>`}`
}

export function recommendationsPage(frame: ui.Frame, view: RecommendationsView): Html {
  const { locale } = frame
  const t = threadTexts[locale].recommendations
  const { page, filter, figures, office } = view
  const at = office ? OFFICE_RECOMMENDATIONS : localPath(locale, RECOMMENDATIONS)
  const uk = (text: string) => (locale === 'uk' || office ? text : ui.foreign('uk', text))
  const event = (r: RecommendationLine) =>
    office ? officePath(r.eventId, '/results') : localPath(locale, `/events/${r.eventId}#recommendations`)
  return ui.page(frame, {
    title: t.title,
    lead: html`${office ? t.leadOwn : t.lead} ${figures.all > 0 && t.sum(figures.all, figures.done)}`,
    breadcrumbs: [
      office
        ? { label: textsOf(locale).office.title, href: OFFICE }
        : { label: textsOf(locale).public.events, href: localPath(locale, '/events') },
    ],
    notices: doneNotice(locale, view.done),
    main: html`${ui.filterForm({
      locale,
      action: at,
      ...(filter.text || filter.state ? { resetHref: at } : {}),
      fields: [
        ui.textField({ locale, name: 'q', label: t.search, value: filter.text ?? '', type: 'search' }),
        ui.selectField({
          locale,
          name: 'state',
          label: t.state,
          value: filter.state ?? null,
          empty: t.all,
          width: 'medium',
          options: STATES.map((s) => ({ value: s, label: textsOf(locale).office.recommendations.states[s] })),
        }),
      ],
    })}${ui.table<RecommendationLine>({
      locale,
      caption: t.title,
      captionHidden: true,
      rows: page.rows,
      empty: t.none,
      narrow: 'stack',
      columns: [
        {
          label: t.columns.text,
          rowHeader: true,
          cell: (r) =>
            office ? html`<a href="${OFFICE_RECOMMENDATIONS}/${r.id}">${r.text}</a>` : uk(r.text),
        },
        { label: t.columns.addressee, cell: (r) => uk(r.addressee) },
        {
          label: t.columns.event,
          cell: (r) =>
            html`<a href="${event(r)}">${uk(r.eventTitle)}</a><br><span class="soft">${shortDate(locale, r.firstDay)}</span>`,
        },
        { label: t.columns.due, cell: (r) => (r.due === null ? '' : shortDate(locale, r.due)) },
        { label: t.columns.state, cell: (r) => stateCell(frame, r) },
      ],
    })}${ui.pager({
      locale,
      shown: page.rows.length,
      previousHref: /[?&]after=/.test(frame.path) ? ui.withQuery(frame.path, { after: null }) : null,
      nextHref: page.next === null ? null : ui.withQuery(frame.path, { after: page.next }),
    })}${ui.exportLinks({
      locale,
      ...ui.tableFiles(frame.path),
      print: true,
      of: t.title,
    })}`,
  })
}

/** One of them for whoever decides: the keeper of the event, or the department that it was sent to. */
export function recommendationPage(
  frame: ui.Frame,
  view: { readonly line: RecommendationLine; readonly mayDecide: boolean; readonly form: FormState },
): Html {
  const { locale } = frame
  const t = threadTexts[locale].recommendations
  const words = textsOf(locale).office.recommendations
  const { line, form } = view
  const f = ui.boundFields({ locale, values: form.values, errors: form.errors })
  return ui.page(frame, {
    title: t.one,
    lead: line.text,
    breadcrumbs: [
      { label: textsOf(locale).office.title, href: OFFICE },
      { label: t.title, href: OFFICE_RECOMMENDATIONS },
    ],
    main: html`${ui.facts([
      { term: t.columns.addressee, detail: line.addressee },
      {
        term: t.columns.event,
        detail: html`<a href="${officePath(line.eventId, '/results')}">${line.eventTitle}</a>, ${shortDate(locale, line.firstDay)}`,
      },
      ...(line.due === null ? [] : [{ term: t.columns.due, detail: shortDate(locale, line.due) }]),
      { term: t.columns.state, detail: stateCell(frame, line) },
      ...(line.decidedOn === null
        ? []
        : [{ term: t.columns.decidedOn, detail: shortDate(locale, line.decidedOn) }]),
    ])}${
      view.mayDecide &&
      ui.section({
        title: t.decide,
        content: ui.form({
          locale,
          csrf: frame.csrf,
          action: `${OFFICE_RECOMMENDATIONS}/${line.id}`,
          errors: form.errors,
          submit: t.save,
          cancelHref: OFFICE_RECOMMENDATIONS,
          content: html`${ui.hiddenField('back', 'list')}${f.radios({
            name: 'state',
            label: words.state,
            options: (['accepted', 'done', 'refused'] as const)
              .filter((s) => s !== line.state)
              .map((s: RecommendationState) => ({ value: s, label: words.states[s] })),
          })}${f.area({ name: 'reason', label: words.reason, rows: 3, optional: true })}`,
        }),
      })
    }`,
  })
}
