/** Talks of an event: offered, decided, made of practice cards, laid into the programme. */
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { PracticeForTalk } from '../../practices/index.ts'
import { hasFeature } from '../rules/kinds.ts'
import { freeFrom, isLaid } from '../rules/talks.ts'
import { textsOf } from '../texts/index.ts'
import type { Talk } from '../types/results.ts'
import type { EventItem } from '../types.ts'
import { type OfficeEvent, officeEventPage, officePath } from './office-page.ts'

export type TalksView = OfficeEvent & {
  readonly talks: readonly Talk[]
  readonly items: readonly EventItem[]
  /** Cards to choose from, where the kind shows them. */
  readonly cards: { readonly text: string; readonly rows: readonly PracticeForTalk[] } | null
  readonly failed: { readonly form: string; readonly state: FormState } | null
  readonly done: string | undefined
}

const TONES = { offered: 'due', accepted: 'info', refused: 'plain' } as const
/** Minutes of a talk where nothing was said. */
const USUAL = '15'

export function talksPage(frame: ui.Frame, view: TalksView): Html {
  const { locale } = frame
  const { event, talks } = view
  const t = textsOf(locale).office.talks
  const open = view.keeps && event.state !== 'closed' && event.state !== 'cancelled'
  return officeEventPage(frame, view, {
    tab: { path: officePath(event.id, '/talks') },
    done: view.done,
    ...(view.failed?.form === 'act' ? { errors: view.failed.state.errors } : {}),
    main: html`${ui.section({
      title: t.title,
      id: 'talks',
      intro: talks.length > 0 && open ? t.lead : undefined,
      content:
        talks.length === 0 ? ui.paragraph(t.none, 'soft') : talks.map((talk) => one(frame, view, talk, open)),
    })}${open && html`${layForm(frame, view)}${cards(frame, view)}${addForm(frame, view)}`}`,
  })
}

function stateOf(view: TalksView, form: string): FormState {
  return view.failed?.form === form ? view.failed.state : { values: {}, errors: [] }
}

function one(frame: ui.Frame, view: TalksView, talk: Talk, open: boolean): Html {
  const { locale } = frame
  const t = textsOf(locale).office.talks
  const state = stateOf(view, `talk ${talk.id}`)
  const laid = talk.state === 'accepted' && isLaid(view.items, talk)
  const who = [...new Set([talk.speaker, talk.organisation])].filter(Boolean).join(', ')
  return html`<section class="question"><h3>${talk.title} ${ui.tag(laid ? t.laid : t.states[talk.state], laid ? 'done' : TONES[talk.state])}</h3>${
    talk.text !== '' && ui.paragraph(talk.text)
  }${ui.paragraph(
    html`${who}${talk.practiceId !== null && html` · <a href="/practices/${talk.practiceId}">${t.card}${ui.hidden(`: ${talk.title}`)}</a>`}${talk.reason !== null && ` · ${talk.reason}`}`,
    'small',
  )}${
    open &&
    (talk.state === 'offered'
      ? decision(frame, view, talk, state)
      : ui.disclosure({
          summary: html`${t.change}${ui.hidden(`: ${talk.title}`)}`,
          open: state.errors.length > 0,
          content: decision(frame, view, talk, state),
        }))
  }</section>`
}

function decision(frame: ui.Frame, view: TalksView, talk: Talk, state: FormState): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.talks
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors, scope: talk.id })
  return ui.form({
    locale,
    csrf,
    action: officePath(view.event.id, '/talks'),
    scope: talk.id,
    errors: state.errors,
    content: html`${ui.hiddenField('talk', talk.id)}${f.radios({
      name: 'state',
      label: t.decision,
      options: (['accepted', 'refused'] as const)
        .filter((s) => s !== talk.state)
        .map((s) => ({ value: s, label: t.choices[s] })),
    })}${f.area({ name: 'reason', label: t.reason, hint: t.reasonHint, rows: 2, optional: true })}`,
  })
}

function layForm(frame: ui.Frame, view: TalksView): Html | false {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.talks
  const { days, items } = view
  const waiting = view.talks.filter((talk) => talk.state === 'accepted' && !isLaid(items, talk))
  if (waiting.length === 0) return false
  const state = stateOf(view, 'lay')
  const f = ui.boundFields({
    locale,
    values: {
      talks: waiting.map((talk) => talk.id),
      day: '1',
      starts: freeFrom(items, days[0]),
      minutes: USUAL,
      ...state.values,
    },
    errors: state.errors,
    scope: 'lay',
  })
  return ui.section({
    title: t.lay,
    id: 'lay',
    intro: t.layText,
    content: ui.form({
      locale,
      csrf,
      action: officePath(view.event.id, '/talks/lay'),
      scope: 'lay',
      errors: state.errors,
      submit: t.layButton,
      content: html`${f.checkboxes({
        name: 'talks',
        label: t.which,
        options: waiting.map((talk) => ({
          value: talk.id,
          label: talk.title,
          hint: talk.organisation ?? talk.speaker,
        })),
      })}${ui.fieldRow([
        days.length > 1
          ? f.select({
              name: 'day',
              label: t.day,
              width: 'medium',
              options: days.map((d, i) => ({
                value: String(i + 1),
                label: [shortDate(locale, d.day), d.title].filter(Boolean).join(', '),
              })),
            })
          : ui.hiddenField('day', '1'),
        f.text({ name: 'starts', label: t.starts, width: 'short' }),
        f.integer({ name: 'minutes', label: t.minutes }),
        f.text({ name: 'track', label: t.track, hint: t.trackHint, width: 'medium', optional: true }),
      ])}`,
    }),
  })
}

function cards(frame: ui.Frame, view: TalksView): Html | false {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.talks
  if (view.cards === null || !hasFeature(view.event.kind, 'practiceCards')) return false
  const at = officePath(view.event.id, '/talks')
  const taken = new Set(
    view.talks.flatMap((talk) => (talk.state === 'accepted' ? (talk.practiceId ?? []) : [])),
  )
  return ui.section({
    title: t.practices,
    id: 'practices',
    intro: t.practicesText,
    content: html`${ui.searchBox({ locale, action: at, name: 'card', label: t.search, value: view.cards.text })}${ui.rows(
      {
        empty: t.noCards,
        items: view.cards.rows.map((card) => ({
          title: card.title,
          href: card.path,
          text: [card.organisationName, card.result].filter(Boolean).join('. '),
          action: taken.has(card.id)
            ? ui.tag(t.states.accepted, 'done')
            : ui.postButton({
                action: `${at}/practice`,
                csrf,
                label: t.take,
                hint: card.title,
                small: true,
                kind: 'quiet',
                fields: { practice: card.id },
              }),
        })),
      },
    )}`,
  })
}

function addForm(frame: ui.Frame, view: TalksView): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.talks
  const state = stateOf(view, 'talk')
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors, scope: 'talk' })
  return ui.disclosure({
    summary: t.add,
    id: 'add-talk',
    open: state.errors.length > 0,
    content: ui.form({
      locale,
      csrf,
      action: officePath(view.event.id, '/talks/new'),
      scope: 'talk',
      errors: state.errors,
      submit: t.addButton,
      content: html`${f.text({ name: 'title', label: t.name, maxLength: 300 })}${ui.fieldRow([
        f.text({ name: 'speaker', label: t.speaker }),
        f.text({ name: 'organisation', label: t.organisation, optional: true }),
      ])}${f.area({ name: 'text', label: t.text, rows: 3, optional: true })}`,
    }),
  })
}
