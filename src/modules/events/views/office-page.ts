/** What every page of an event in the office shares: its head, its state, its tabs. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { isPublic } from '../rules/state.ts'
import { textsOf } from '../texts/index.ts'
import { eventKindName, eventStateName, whenOf } from '../texts/names.ts'
import type { CityEvent, EventDay, EventId, EventState } from '../types.ts'

export const OFFICE = '/office/events'

export const officePath = (id: EventId, rest = '') => `${OFFICE}/${id}${rest}`

export type EventTab =
  | 'prepare'
  | 'participants'
  | 'questions'
  | 'day'
  | 'results'
  | 'history'
  /** Of a module above: the address of its own page. */
  | { readonly path: string }

const TABS = [
  ['prepare', ''],
  ['participants', '/participants'],
  ['questions', '/questions'],
  ['day', '/day'],
  ['results', '/results'],
  ['history', '/history'],
] as const

export type OfficeEvent = {
  readonly event: CityEvent
  readonly days: readonly EventDay[]
  /** Whether the reader may change it. */
  readonly keeps: boolean
  /** Of modules above. */
  readonly tabs: readonly { readonly label: Bilingual<string>; readonly href: string }[]
}

const TONES: Readonly<Record<EventState, 'plain' | 'info' | 'done' | 'due' | 'late'>> = {
  planned: 'plain',
  announced: 'info',
  postponed: 'due',
  cancelled: 'late',
  held: 'due',
  summedUp: 'done',
  closed: 'done',
}

export function stateTag(locale: Locale, state: EventState): Html {
  return ui.tag(eventStateName(locale, state), TONES[state])
}

/** @param content.done what came of the last act, by its key in the texts */
export function officeEventPage(
  frame: ui.Frame,
  view: OfficeEvent,
  content: {
    readonly tab: EventTab
    readonly main: Html
    readonly done?: string | undefined
    readonly errors?: FormState['errors']
    readonly actions?: ui.Content
    readonly aside?: ui.Content
    readonly notices?: ui.Content
  },
): Html {
  const { locale } = frame
  const { event, days } = view
  const t = textsOf(locale).office
  return ui.page(frame, {
    title: event.title,
    lead: html`${stateTag(locale, event.state)} ${eventKindName(locale, event.kind)}, ${whenOf(locale, days)}`,
    breadcrumbs: [{ label: t.title, href: OFFICE }],
    notices: [
      doneNotice(locale, content.done),
      event.stateReason !== null &&
        (event.state === 'postponed' || event.state === 'cancelled') &&
        ui.notice({
          locale,
          tone: 'warning',
          title: eventStateName(locale, event.state),
          body: event.stateReason,
        }),
      content.errors !== undefined &&
        content.errors.length > 0 &&
        ui.errorSummary({ locale, errors: content.errors }),
      content.notices,
    ],
    actions: [
      content.actions,
      isPublic(event.state) &&
        ui.linkButton({
          label: t.publicPage,
          href: localPath(locale, `/events/${event.id}`),
          kind: 'quiet',
        }),
    ],
    main: html`${tabsOf(locale, view, content.tab)}${content.main}`,
    ...(content.aside === undefined ? {} : { aside: content.aside }),
  })
}

function tabsOf(locale: Locale, view: OfficeEvent, current: EventTab): Html {
  const { event } = view
  const t = textsOf(locale).office.tabs
  const own = TABS.map(([key, rest]) => ({
    label: t[key],
    href: officePath(event.id, rest),
    current: current === key,
  }))
  const added = view.tabs.map(({ label, href }) => ({
    label: label[locale],
    href,
    current: typeof current === 'object' && current.path === href,
  }))
  return ui.tabs({
    locale,
    label: textsOf(locale).office.tabsLabel,
    items: [...own.slice(0, 1), ...added, ...own.slice(1)],
  })
}

export function doneNotice(locale: Locale, key: string | undefined): Html | false {
  return ui.doneNotice(locale, textsOf(locale).office.done, key)
}

export function historyList(locale: Locale, records: readonly AuditRecord[]): Html {
  const t = textsOf(locale)
  return ui.past({ locale, records, actions: t.actions, details: ({ entry }) => changes(locale, entry) })
}

function changes(locale: Locale, entry: AuditRecord['entry']): Html | null {
  const t = textsOf(locale)
  const names: Readonly<Record<string, string>> = t.facts
  const lines = [
    ...(entry.reason === undefined ? [] : [html`${t.reason}: ${entry.reason}`]),
    ...Object.entries(names).flatMap(([key, name]) => {
      const [before, after] = [factOf(entry.before, key), factOf(entry.after, key)]
      if (after === null || before === after) return []
      return [html`${name}: ${before !== null && html`<del>${before}</del> `}${after}`]
    }),
  ]
  return lines.length === 0 ? null : ui.bullets(lines)
}

function factOf(facts: unknown, key: string): string | null {
  if (typeof facts !== 'object' || facts === null) return null
  const value = (facts as Readonly<Record<string, unknown>>)[key]
  if (value === null || value === undefined || value === '' || value === false) return null
  if (Array.isArray(value))
    return value.length === 0 || typeof value[0] === 'object' ? null : value.join('; ')
  return typeof value === 'object' || typeof value === 'boolean' ? null : String(value)
}
