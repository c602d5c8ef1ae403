/** Questions and their fate, for everybody; and the screen of the hall. */
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import { sentence } from '../../../legal-time/explain.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { fateOf } from '../rules/question.ts'
import { textsOf } from '../texts/index.ts'
import { eventTitle, whenOf } from '../texts/names.ts'
import type { Question } from '../types/question.ts'
import type { CityEvent, EventDay, EventItem } from '../types.ts'
import { eventPath } from './event.ts'

const TONES = {
  waiting: 'due',
  answered: 'done',
  instructed: 'info',
  overdue: 'late',
  grouped: 'plain',
} as const

export function questionsFatePage(
  frame: ui.Frame,
  view: {
    readonly event: CityEvent
    readonly days: readonly EventDay[]
    readonly questions: readonly Question[]
    readonly mayAsk: boolean
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).public.fate
  const { event, questions } = view
  const first = questions.filter((q) => q.state !== 'grouped')
  const answered = first.filter((q) => fateOf(q, frame.today) === 'answered').length
  return ui.page(frame, {
    title: t.title(eventTitle(locale, event)),
    lead: questions.length === 0 ? t.none : t.lead(first.length, answered),
    breadcrumbs: [
      { label: textsOf(locale).public.events, href: localPath(locale, '/events') },
      { label: eventTitle(locale, event), href: localPath(locale, eventPath(event)) },
    ],
    actions:
      view.mayAsk &&
      ui.linkButton({ label: textsOf(locale).public.ask, href: localPath(locale, eventPath(event, '/ask')) }),
    main: html`${first.map((q) => questionSection(frame, view.questions, q))}`,
  })
}

function questionSection(frame: ui.Frame, all: readonly Question[], q: Question): Html {
  const { locale } = frame
  const t = textsOf(locale).public.fate
  const fate = fateOf(q, frame.today)
  const group = all.filter((one) => one.groupedWith === q.id)
  const uk = (content: ui.Content) => (locale === 'uk' ? content : ui.foreign('uk', content))
  const i = q.instruction
  return html`<section class="question" id="q${q.number}"><h2>${t.number(q.number)} ${ui.tag(t.fates[fate], TONES[fate])}</h2><blockquote>${uk(q.text.split('\n').map((line) => ui.paragraph(line)))}</blockquote>${
    group.length > 0 &&
    ui.disclosure({
      summary: t.group(group.length),
      content: uk(ui.bullets(group.map((one) => one.text))),
    })
  }${
    q.answer !== null &&
    html`<h3>${t.answer}${q.answeredBy !== null && html`, ${uk(q.answeredBy)}`}</h3>${uk(q.answer.split('\n').map((line) => ui.paragraph(line)))}`
  }${
    q.answer === null &&
    i !== null &&
    html`${ui.paragraph(html`${t.instructed} ${uk(i.unitName)}. ${t.due(shortDate(locale, i.due))}`)}${'chosen' in i.explanation ? '' : ui.why({ locale, explanation: sentence(locale, i.explanation), sources: [{ label: t.rule, href: localPath(locale, '/dates/rules/appeal.answer.simple') }] })}`
  }</section>`
}

/** Large, few words, for the end of a hall. Asks again by itself, with or without scripts. */
export function hallPage(
  frame: ui.Frame,
  view: {
    readonly event: CityEvent
    readonly days: readonly EventDay[]
    readonly now: EventItem | null
    readonly next: EventItem | null
    readonly questions: readonly Question[]
    readonly qr: Html
    readonly address: string
    readonly live: string
    readonly state: string
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).public.hall
  return ui.page(frame, {
    title: eventTitle(locale, view.event),
    lead: whenOf(locale, view.days),
    noIndex: true,
    wide: true,
    refreshUnscripted: 30,
    main: html`<div class="hall" data-live="${view.live}" data-state="${view.state}">${
      view.now !== null &&
      html`<section><h2>${t.now}</h2><p class="hall-item">${view.now.starts} ${view.now.title}</p>${view.now.speakers !== null && html`<p>${view.now.speakers}</p>`}</section>`
    }${
      view.next !== null &&
      html`<section><h2>${t.next}</h2><p>${view.next.starts} ${view.next.title}${view.next.speakers !== null && `, ${view.next.speakers}`}</p></section>`
    }<section><h2>${t.questions}</h2>${
      view.questions.length === 0
        ? ui.paragraph(t.noQuestions)
        : html`<ol>${view.questions.map((q) => html`<li value="${q.number}">${q.text}</li>`)}</ol>`
    }</section><section class="hall-ask"><h2>${t.ask}</h2>${view.qr}<p>${view.address}</p></section></div><script src="${frame.assets('live.js')}" defer></script>`,
  })
}
