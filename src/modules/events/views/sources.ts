/** Others' calendars in the office. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, moment } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { Unit } from '../../people/index.ts'
import { eventKindName, eventStateName } from '../texts/names.ts'
import { sourceTexts } from '../texts/sources.ts'
import type { EventSource, SetAside, SourceItem } from '../types/source.ts'
import { EVENT_KINDS } from '../types.ts'

export const SOURCES = '/office/event-calendars'

type Choices = { readonly units: readonly Unit[] }

export function sourcesPage(
  frame: ui.Frame,
  view: Choices & { readonly sources: readonly EventSource[]; readonly form: FormState },
): Html {
  const { locale } = frame
  const t = sourceTexts[locale]
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    main: html`${ui.table<EventSource>({
      locale,
      caption: t.title,
      captionHidden: true,
      rows: view.sources,
      empty: t.none,
      columns: [
        {
          label: t.columns.name,
          rowHeader: true,
          cell: (s) => html`<a href="${SOURCES}/${s.id}">${s.name}</a>`,
        },
        { label: t.columns.state, cell: (s) => stateTag(locale, s) },
        { label: t.columns.checked, cell: (s) => (s.checkedAt ? moment(locale, s.checkedAt) : t.never) },
        { label: t.columns.result, cell: (s) => resultOf(locale, s) },
      ],
    })}${ui.section({
      title: t.add,
      id: 'add',
      content: sourceFields(frame, { ...view, action: SOURCES, submit: t.add, version: null }),
    })}`,
  })
}

function stateTag(locale: Locale, source: EventSource): Html {
  const t = sourceTexts[locale]
  if (source.problem !== null) return ui.tag(t.problems[source.problem] ?? source.problem, 'late')
  if (source.url === null) return ui.tag(t.byHand)
  return ui.tag(source.active ? t.on : t.off, source.active ? 'done' : 'plain')
}

function resultOf(locale: Locale, source: EventSource): string {
  return source.counts === null ? '' : sourceTexts[locale].counts(source.counts)
}

function sourceFields(
  frame: ui.Frame,
  view: Choices & {
    readonly form: FormState
    readonly action: string
    readonly submit: string
    readonly version: number | null
  },
): Html {
  const { locale } = frame
  const t = sourceTexts[locale]
  const f = ui.boundFields({ locale, values: view.form.values, errors: view.form.errors, scope: 'source' })
  return ui.form({
    locale,
    action: view.action,
    csrf: frame.csrf,
    errors: view.form.errors,
    scope: 'source',
    submit: view.submit,
    content: [
      view.version !== null && ui.hiddenField('version', String(view.version)),
      f.text({ name: 'name', label: t.name, hint: t.nameHint, maxLength: 150 }),
      f.text({ name: 'url', label: t.url, hint: t.urlHint, type: 'url', optional: true }),
      f.select({
        name: 'kind',
        label: t.kind,
        width: 'medium',
        options: EVENT_KINDS.map((kind) => ({ value: kind, label: eventKindName(locale, kind) })),
      }),
      f.select({
        name: 'unitId',
        label: t.unit,
        optional: true,
        empty: t.noUnit,
        options: view.units.map((u) => ({ value: u.id, label: u.name })),
      }),
      f.checkbox({ name: 'active', label: t.active, value: 'yes', optional: true }),
    ],
  })
}

export function sourcePage(
  frame: ui.Frame,
  view: Choices & {
    readonly source: EventSource
    readonly items: readonly SourceItem[]
    readonly edit: FormState
    readonly taking: FormState
    readonly mayChange: boolean
    readonly done: string
    readonly entries: Parameters<typeof ui.history>[0]['entries']
  },
): Html {
  const { locale } = frame
  const t = sourceTexts[locale]
  const { source } = view
  const path = `${SOURCES}/${source.id}`
  return ui.page(frame, {
    title: source.name,
    breadcrumbs: [{ label: t.title, href: SOURCES }],
    notices: [
      t.done[view.done] !== undefined &&
        ui.notice({ locale, tone: 'success', body: t.done[view.done], live: true }),
      source.problem !== null &&
        ui.notice({ locale, tone: 'error', body: t.problems[source.problem] ?? source.problem }),
    ],
    actions:
      view.mayChange &&
      source.url !== null &&
      ui.postButton({ action: `${path}/check`, csrf: frame.csrf, label: t.check, kind: 'quiet' }),
    main: html`${ui.facts([
      { term: t.columns.state, detail: stateTag(locale, source) },
      { term: t.columns.url, detail: source.url ?? t.byHand },
      { term: t.kind, detail: eventKindName(locale, source.kind) },
      { term: t.columns.checked, detail: source.checkedAt ? moment(locale, source.checkedAt) : t.never },
      { term: t.columns.result, detail: resultOf(locale, source) || '–' },
    ])}${ui.section({ title: t.itemsTitle, content: itemsTable(locale, view.items) })}${
      source.setAside.length > 0 &&
      ui.section({ title: t.asideTitle, content: asideTable(locale, source.setAside) })
    }${view.mayChange && takeSection(frame, path, view.taking)}${
      view.mayChange &&
      ui.section({
        title: t.edit,
        content: sourceFields(frame, {
          units: view.units,
          form: view.edit,
          action: path,
          submit: t.save,
          version: source.version,
        }),
      })
    }${ui.section({ title: t.history, content: ui.history({ locale, entries: view.entries }) })}`,
  })
}

function itemsTable(locale: Locale, items: readonly SourceItem[]): Html {
  const t = sourceTexts[locale]
  return ui.table<SourceItem>({
    locale,
    caption: t.itemsTitle,
    captionHidden: true,
    rows: items,
    empty: t.noItems,
    columns: [
      {
        label: t.items.title,
        rowHeader: true,
        cell: (i) => html`<a href="/office/events/${i.eventId}">${i.title}</a>`,
      },
      { label: t.items.day, cell: (i) => ui.day({ locale, date: i.firstDay, style: 'short' }) },
      { label: t.items.state, cell: (i) => eventStateName(locale, i.eventState) },
      {
        label: t.items.source,
        cell: (i) => ui.tag(t.itemStates[i.state], i.state === 'taken' ? 'plain' : 'due'),
      },
    ],
  })
}

function asideTable(locale: Locale, rows: readonly SetAside[]): Html {
  const t = sourceTexts[locale]
  return ui.table<SetAside>({
    locale,
    caption: t.asideTitle,
    captionHidden: true,
    rows,
    columns: [
      { label: t.aside.summary, rowHeader: true, cell: (r) => r.summary || '–' },
      { label: t.aside.problem, cell: (r) => t.problems[r.problem] ?? r.problem },
    ],
  })
}

function takeSection(frame: ui.Frame, path: string, state: FormState): Html {
  const { locale } = frame
  const t = sourceTexts[locale]
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors, scope: 'take' })
  return ui.section({
    title: t.takeTitle,
    id: 'take',
    content: ui.form({
      locale,
      action: `${path}/take`,
      csrf: frame.csrf,
      multipart: true,
      scope: 'take',
      errors: state.errors,
      submit: t.take,
      content: [
        f.file({ name: 'file', label: t.file, accept: '.ics,text/calendar', optional: true }),
        f.area({ name: 'text', label: t.text, hint: t.textHint, optional: true, rows: 4 }),
      ],
    }),
  })
}
