/** What everybody reads of public hearings. */
import { type Html, html } from '../../../kernel/html.ts'
import { dayMonth, type Locale } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { type EventLine, whenText } from '../../events/index.ts'
import { texts } from '../texts/index.ts'
import type { FollowUp, Hearing, Minutes, Proposal } from '../types.ts'
import {
  course,
  decisionText,
  followUpRows,
  HEARINGS,
  hearingTitle,
  initiatorOf,
  proposalTable,
  stateTag,
  subjectOf,
  termText,
  voteTable,
} from './parts.ts'

export function hearingsPage(
  frame: ui.Frame,
  view: {
    readonly page: Page<Hearing>
    readonly events: ReadonlyMap<string, EventLine>
    readonly called: number
    readonly text: string
  },
): Html {
  const { locale } = frame
  const t = texts[locale].list
  const base = localPath(locale, HEARINGS)
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(view.called),
    description: t.description,
    feeds: [
      { href: localPath(locale, '/events.ics?kind=publicHearing'), title: t.title, type: 'text/calendar' },
    ],
    main: html`${ui.searchBox({ locale, action: base, label: t.filter.text, value: view.text, name: 'q' })}${ui.rows(
      {
        level: 2,
        empty: t.none,
        items: view.page.rows.map((h) => {
          const event = h.eventId ? view.events.get(h.eventId) : undefined
          return {
            when: event && dayMonth(locale, event.firstDay),
            title: hearingTitle(locale, h),
            href: `${base}/${h.id}`,
            text: `${subjectOf(locale, h)}; ${initiatorOf(locale, h)}`,
            action: stateTag(locale, h.state),
          }
        }),
      },
    )}${ui.pager({
      locale,
      ...(view.page.next ? { nextHref: ui.withQuery(frame.path, { after: view.page.next }) } : {}),
    })}<p><a href="${localPath(locale, '/dates/rules')}">${t.law}</a></p>${listExports(frame)}`,
  })
}

export function listExports(frame: ui.Frame): Html {
  const link = (format: string) => ui.withQuery(frame.path, { format, after: null })
  return ui.exportLinks({
    locale: frame.locale,
    csv: link('csv'),
    xlsx: link('xlsx'),
    ods: link('ods'),
    json: link('json'),
    print: true,
  })
}

export type HearingView = {
  readonly hearing: Hearing
  readonly event: EventLine | null
  readonly minutes: Minutes | null
  readonly proposals: readonly Proposal[]
  readonly followUps: readonly FollowUp[]
}

export function publicHearing(frame: ui.Frame, view: HearingView & { readonly jsonLd: unknown }): Html {
  const { locale } = frame
  const t = texts[locale]
  const { hearing: h, minutes } = view
  return ui.page(frame, {
    title: hearingTitle(locale, h),
    lead: html`${stateTag(locale, h.state)} ${subjectOf(locale, h)}`,
    description: t.list.description,
    breadcrumbs: [{ label: t.list.title, href: localPath(locale, HEARINGS) }],
    jsonLd: view.jsonLd,
    main: html`${course(locale, h)}${ui.facts(publicFacts(locale, view))}${
      h.ground !== null &&
      ui.section({
        title: t.facts.ground,
        content: h.ground.split(/\n{2,}/).map((one) => html`<p>${one}</p>`),
      })
    }${ui.section({
      title: t.proposals.title,
      id: 'proposals',
      content: proposalTable(locale, view.proposals),
    })}${
      minutes &&
      ui.section({
        title: t.minutes.title,
        content: html`<p>${t.minutes.people(minutes.participants)}</p>${minutes.votes.length > 0 && voteTable(locale, minutes)}`,
      })
    }${h.decision && ui.section({ title: t.decision.title, content: decisionText(locale, h) })}${
      view.followUps.length > 0 &&
      ui.section({ title: t.followUp.title, content: followUpRows(locale, view.followUps, frame.today) })
    }`,
  })
}

function publicFacts(locale: Locale, { hearing: h, event }: HearingView): ui.Fact[] {
  const t = texts[locale].facts
  const fact = (term: string, detail: ui.Content): ui.Fact => ({ term, detail })
  return [
    ...(event
      ? [
          fact(
            t.event,
            html`${whenText(locale, event)}<br><a href="${localPath(locale, `/events/${event.id}`)}">${texts[locale].eventLink}</a>`,
          ),
        ]
      : []),
    fact(t.initiator, initiatorOf(locale, h)),
    ...(h.territory ? [fact(t.territory, h.territory)] : []),
    ...(h.shortNoticeReason ? [fact(t.shortNotice, h.shortNoticeReason)] : []),
    ...(h.heldOn ? [fact(t.held, ui.day({ locale, date: h.heldOn }))] : []),
    ...(h.decisionTerm ? [fact(t.decisionDue, termText(locale, h.decisionTerm))] : []),
  ]
}

/** A section of the event's public page. */
export function onEventPage(locale: Locale, h: Hearing): Html {
  const t = texts[locale].onEvent
  return ui.section({
    title: t.title,
    content: html`<p>${t.text} <a href="${localPath(locale, `${HEARINGS}/${h.id}`)}">${t.link}</a></p>`,
  })
}
