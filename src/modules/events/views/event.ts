/** The public page of an event: what, when, where, how to take part, and what became of it. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, longDate, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { type OrganisationLine, organisationLabel, organisationPath } from '../../organisations/index.ts'
import type { PracticeForTalk } from '../../practices/index.ts'
import { hasFeature } from '../rules/kinds.ts'
import { textsOf } from '../texts/index.ts'
import { dayAndTime, eventKindName, eventStateName, eventTitle, placeOf, whenOf } from '../texts/names.ts'
import { threadTexts } from '../texts/threads.ts'
import type { HeadCount, Material, Photo, Recommendation } from '../types/results.ts'
import type {
  CityEvent,
  EventDay,
  EventHost,
  EventItem,
  EventPerson,
  EventSeries,
  OrganisationId,
} from '../types.ts'
import { agendaTable } from './agenda.ts'
import { jsonLd } from './event-json-ld.ts'
import { results } from './event-results.ts'
import { seriesPath, seriesTitle } from './public-series.ts'

export type EventView = {
  readonly event: CityEvent
  readonly days: readonly EventDay[]
  readonly unitName: string | null
  readonly hosts: readonly EventHost[]
  readonly organisations: ReadonlyMap<OrganisationId, OrganisationLine>
  readonly people: readonly EventPerson[]
  readonly items: readonly EventItem[]
  readonly materials: readonly Material[]
  /** Practice cards that are shown at it. */
  readonly cards: readonly PracticeForTalk[]
  readonly series: EventSeries | null
  /** Places that are left; null where there is no limit or none is shown. */
  readonly free: number | null
  readonly registrationOpen: boolean
  readonly questions: number
  /** Set once summed up. */
  readonly results: {
    readonly participants: number
    readonly counts: readonly HeadCount[]
    readonly organisations: readonly string[]
    /** How many organisations were invited. */
    readonly invited: number
    readonly photos: readonly Photo[]
    readonly recommendations: readonly Recommendation[]
  } | null
  /** Of modules above. */
  readonly sections: readonly Html[]
  readonly baseUrl: string
}

export const eventPath = (event: Pick<CityEvent, 'id'>, rest = '') => `/events/${event.id}${rest}`

export function eventPage(frame: ui.Frame, view: EventView): Html {
  const { locale } = frame
  const { event, days } = view
  const t = textsOf(locale).public
  const title = eventTitle(locale, event)
  const purpose = locale === 'en' ? (event.purposeEn ?? event.purpose) : event.purpose
  const uk = (text: string) => (locale === 'uk' ? text : ui.foreign('uk', text))
  const address = view.baseUrl + localPath(locale, eventPath(event))
  return ui.page(frame, {
    title,
    lead: html`${eventKindName(locale, event.kind)}, ${whenOf(locale, days)}`,
    breadcrumbs: [{ label: t.events, href: localPath(locale, '/events') }],
    description: [whenOf(locale, days), days[0] && placeOf(locale, days[0]), purpose]
      .filter(Boolean)
      .join('. ')
      .slice(0, 300),
    canonical: address,
    jsonLd: jsonLd(frame, view, address),
    notices: stateNotice(frame, event),
    actions: takePart(frame, view),
    main: html`${purpose !== null && (locale === 'en' && event.purposeEn === null ? ui.foreign('uk', html`${purpose.split('\n').map((l) => ui.paragraph(l))}`) : purpose.split('\n').map((line) => ui.paragraph(line)))}${whenAndWhere(locale, view)}${
      view.items.length > 0 &&
      ui.section({ title: t.programme, id: 'programme', content: agendaTable(locale, view) })
    }${cards(locale, view)}${groupSection(locale, view)}${results(frame, view)}${view.sections}${materials(locale, view)}`,
    aside: html`${ui.box({
      title: t.hosts,
      content: ui.bullets([
        ...(view.unitName === null ? [] : [uk(view.unitName)]),
        ...view.hosts.flatMap((h) => {
          const line = view.organisations.get(h.organisationId)
          return line
            ? [
                html`<a href="${localPath(locale, organisationPath(line.id))}">${organisationLabel(line, locale)}</a>${h.role === 'partner' && ` (${t.partner})`}`,
              ]
            : []
        }),
      ]),
    })}${ui.box({
      title: t.toKeep,
      content: ui.bullets([
        html`<a href="${localPath(locale, eventPath(event, '/event.ics'))}" download>${t.calendar}</a>`,
        html`<a href="${localPath(locale, eventPath(event, '/poster.pdf'))}" download>${t.poster}</a>`,
        ...(event.questionsOpen || view.questions > 0
          ? [
              html`<a href="${localPath(locale, eventPath(event, '/questions'))}">${t.questions(view.questions)}</a>`,
            ]
          : []),
      ]),
    })}${guestBox(frame, view)}`,
  })
}

function stateNotice(frame: ui.Frame, event: CityEvent): Html | false {
  const { locale } = frame
  if (event.state !== 'cancelled' && event.state !== 'postponed') return false
  return ui.notice({
    locale,
    tone: 'warning',
    title: eventStateName(locale, event.state),
    body: event.stateReason,
  })
}

function takePart(frame: ui.Frame, view: EventView): ui.Content {
  const { locale } = frame
  const { event } = view
  const t = textsOf(locale).public
  const to = (rest: string) => localPath(locale, eventPath(event, rest))
  const asks = event.questionsOpen && (event.state === 'announced' || event.state === 'held')
  return [
    view.registrationOpen &&
      ui.linkButton({
        label: view.free === 0 ? t.joinWaiting : t.register,
        href: to('/register'),
      }),
    asks && ui.linkButton({ label: t.ask, href: to('/ask'), kind: 'quiet' }),
    hasFeature(event.kind, 'callForTalks') &&
      event.state === 'announced' &&
      ui.linkButton({ label: t.offerTalk, href: to('/offer-talk'), kind: 'quiet' }),
    event.feedbackOpen &&
      (event.state === 'held' || event.state === 'summedUp') &&
      ui.linkButton({ label: t.giveFeedback, href: to('/feedback'), kind: 'quiet' }),
  ]
}

function whenAndWhere(locale: Locale, view: EventView): Html {
  const { event, days } = view
  const t = textsOf(locale).public
  const uk = (text: string) => (locale === 'uk' ? text : ui.foreign('uk', text))
  const facts: (ui.Fact | false)[] = [
    {
      term: t.when,
      detail:
        days.length === 1 && days[0]
          ? html`<time datetime="${days[0].day.toString()}">${dayAndTime(locale, days[0])}</time>`
          : ui.bullets(days.map((d) => [dayAndTime(locale, d), d.title].filter(Boolean).join(', '))),
    },
    {
      term: t.where,
      detail: ui.bullets([...new Set(days.map((d) => placeOf(locale, d)))].filter((p) => p !== '').map(uk)),
    },
    days.some((d) => d.link !== null) && {
      term: t.online,
      detail: ui.bullets(
        [...new Set(days.flatMap((d) => d.link ?? []))].map(
          (link) => html`<a href="${link}" rel="noopener">${link}</a>`,
        ),
      ),
    },
    {
      term: t.participation,
      detail: [
        t.participations[event.participation],
        view.free !== null && view.registrationOpen && t.free(view.free),
        view.registrationOpen &&
          event.registrationUntil !== null &&
          t.until(longDate(locale, event.registrationUntil)),
      ]
        .filter(Boolean)
        .join('. '),
    },
    event.shelter !== null && { term: t.shelter, detail: uk(event.shelter) },
    event.safety !== null && { term: t.safety, detail: uk(event.safety) },
    event.accessibility !== null && { term: t.accessibility, detail: uk(event.accessibility) },
    event.languages.some((l) => l !== 'uk') && {
      term: t.languages,
      detail: event.languages
        .map((l) => (l === 'uk' || l === 'en' || l === 'sign' ? t.languageNames[l] : l))
        .join(', '),
    },
    view.series !== null && {
      term: threadTexts[locale].series.of,
      detail: html`<a href="${localPath(locale, seriesPath(view.series))}">${seriesTitle(locale, view.series)}</a>`,
    },
    event.basisNumber !== null && {
      term: t.basis,
      detail: t.order(event.basisNumber, event.basisDate === null ? '' : shortDate(locale, event.basisDate)),
    },
  ]
  return ui.facts(facts.filter((fact) => fact !== false))
}

/** Positions always; names only of those whose office is public. */
function groupSection(locale: Locale, view: EventView): Html | false {
  const t = textsOf(locale).public
  const shown = view.people.filter((p) => p.role !== 'minutes' && (p.named || p.position !== null))
  if (shown.length === 0) return false
  const text = (p: EventPerson) => [p.named && p.name, p.position].filter(Boolean).join(', ')
  const list = ui.bullets(
    shown.map((p) => (p.role === 'head' || p.role === 'chair' ? `${t.roles[p.role]}: ${text(p)}` : text(p))),
  )
  return ui.section({
    title: hasFeature(view.event.kind, 'informationGroup') ? t.group : t.people,
    id: 'people',
    content: locale === 'uk' ? list : ui.foreign('uk', list),
  })
}

function cards(locale: Locale, view: EventView): Html | false {
  if (view.cards.length === 0) return false
  const list = ui.bullets(
    view.cards.map(
      (card) => html`<a href="${localPath(locale, card.path)}">${card.title}</a>, ${card.organisationName}`,
    ),
  )
  return ui.section({
    title: textsOf(locale).office.talks.public,
    id: 'practices',
    content: locale === 'uk' ? list : ui.foreign('uk', list),
  })
}

function materials(locale: Locale, view: EventView): Html | false {
  const t = textsOf(locale).public
  return (
    view.materials.length > 0 &&
    ui.section({
      title: t.materials,
      id: 'materials',
      content: ui.bullets(
        view.materials.map((m) =>
          m.link === null
            ? html`<a href="/files/${m.fileId}/${encodeURIComponent(m.title)}" download>${m.title}</a>`
            : html`<a href="${m.link}" rel="noopener">${m.title}</a>`,
        ),
      ),
    })
  )
}

function guestBox(frame: ui.Frame, view: EventView): Html | false {
  const { locale } = frame
  const t = textsOf(locale).public
  return (
    view.event.photoConsent &&
    view.results === null &&
    ui.box({ title: t.photoTitle, content: ui.paragraph(t.photoText, 'small') })
  )
}
