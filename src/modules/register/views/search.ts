/** Pages that read the register. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import type { EntityState, RegisterChange, RegisterEntity } from '../types.ts'

export const REGISTER = '/office/register'
export const IMPORTS = `${REGISTER}/imports`

export function registerTabs(locale: Locale, current: 'search' | 'imports', imports: boolean): Html | false {
  const t = texts[locale].tabs
  return (
    imports &&
    ui.tabs({
      locale,
      label: t.label,
      items: [
        { label: t.search, href: REGISTER, current: current === 'search' },
        { label: t.imports, href: IMPORTS, current: current === 'imports' },
      ],
    })
  )
}

const TONES: Readonly<Record<EntityState, 'done' | 'due' | 'late' | 'plain'>> = {
  registered: 'done',
  inTermination: 'due',
  bankruptcy: 'due',
  terminated: 'late',
  other: 'plain',
}

/** The state in our words; what we do not know, in the register's. */
function stateTag(locale: Locale, one: RegisterEntity): Html {
  const text =
    one.state === 'other' && one.stateText !== null ? one.stateText : texts[locale].states[one.state]
  return ui.tag(text, TONES[one.state])
}

export function entityPath(ref: string): string {
  return ui.withQuery(`${REGISTER}/entity`, { ref })
}

export function searchPage(
  frame: ui.Frame,
  view: {
    readonly text: string
    readonly there: boolean
    readonly found: readonly RegisterEntity[]
    readonly imports: boolean
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const { text, found } = view
  const body = !view.there
    ? ui.emptyState({
        title: t.noRegister.title,
        body: html`${t.noRegister.body} ${!view.imports && t.noRegister.readOnly}`,
        ...(view.imports ? { action: ui.linkButton({ label: t.noRegister.action, href: IMPORTS }) } : {}),
      })
    : html`${ui.searchBox({ locale, action: REGISTER, label: t.search.label, value: text })}
<p class="soft">${t.search.hint}</p>
${
  text === ''
    ? ui.paragraph(t.search.ask, 'soft')
    : html`${ui.table<RegisterEntity>({
        locale,
        caption: t.search.caption,
        rows: found,
        empty: t.search.none,
        narrow: 'stack',
        columns: [
          {
            label: t.search.columns.name,
            rowHeader: true,
            cell: (one) => html`<a href="${entityPath(one.ref)}">${one.name}</a>`,
          },
          { label: t.search.columns.edrpou, cell: (one) => one.edrpou ?? '–' },
          { label: t.search.columns.state, cell: (one) => stateTag(locale, one) },
          { label: t.search.columns.place, cell: (one) => one.place },
          { label: t.search.columns.exportedOn, cell: (one) => shortDate(locale, one.exportedOn) },
        ],
      })}${
        found.length > 0 && html`<p class="soft">${t.search.shown(found.length)}</p>${exportsOf(frame, text)}`
      }`
}`
  return ui.page(frame, {
    title: t.title,
    lead: t.search.lead,
    noIndex: true,
    main: html`${registerTabs(locale, 'search', view.imports)}${body}`,
  })
}

function exportsOf({ locale }: ui.Frame, q: string): Html {
  const as = (format: string) => ui.withQuery(REGISTER, { q, format })
  return ui.exportLinks({
    locale,
    csv: as('csv'),
    xlsx: as('xlsx'),
    ods: as('ods'),
    json: as('json'),
    print: true,
  })
}

export function entitySheet(locale: Locale, rows: readonly RegisterEntity[]): Sheet<RegisterEntity> {
  const t = texts[locale]
  const c = t.search.columns
  return {
    name: t.title,
    rows,
    columns: [
      { key: 'edrpou', title: c.edrpou, kind: 'text', value: (one) => one.edrpou },
      { key: 'name', title: c.name, kind: 'text', value: (one) => one.name },
      { key: 'form', title: c.form, kind: 'text', value: (one) => one.form },
      { key: 'state', title: c.state, kind: 'text', value: (one) => one.stateText ?? t.states[one.state] },
      { key: 'place', title: c.place, kind: 'text', value: (one) => one.place },
      { key: 'exportedOn', title: c.exportedOn, kind: 'date', value: (one) => one.exportedOn },
    ],
  }
}

export function entityPage(frame: ui.Frame, one: RegisterEntity, changes: readonly RegisterChange[]): Html {
  const { locale } = frame
  const t = texts[locale]
  const e = t.entity
  const day = (text: string | null) => (text === null ? null : text.split('-').reverse().join('.'))
  const facts: readonly (readonly [string, ui.Content])[] = [
    [t.fields.edrpou, one.edrpou],
    [t.fields.state, stateTag(locale, one)],
    [t.fields.shortName, one.shortName],
    [t.fields.form, one.form],
    [t.fields.branch, one.branch],
    [e.place, one.place],
    [e.registeredOn, day(one.registeredOn)],
    [t.fields.registration, one.registration],
    [e.record, one.record],
    [e.purpose, one.purpose],
    [
      t.fields.leaders,
      one.leaders.length > 0 &&
        ui.bullets(
          one.leaders.map(
            (l) => html`${l.name} – ${l.role}${l.since !== null && html`, ${e.since(day(l.since) ?? '')}`}`,
          ),
        ),
    ],
    [e.source, t.fileKinds[one.source]],
    [e.exportedOn, shortDate(locale, one.exportedOn)],
  ]
  const days = [...new Set(changes.map((c) => c.exportedOn.toString()))]
  return ui.page(frame, {
    title: one.name,
    noIndex: true,
    breadcrumbs: [{ label: t.title, href: REGISTER }],
    main: html`${ui.facts(facts.filter(([, detail]) => detail).map(([term, detail]) => ({ term, detail })))}${
      one.leaders.length > 0 && html`<p class="soft">${e.leadersHint}</p>`
    }${ui.section({
      title: e.history,
      content:
        days.length === 0
          ? ui.paragraph(e.noHistory, 'soft')
          : days.map((on) => {
              const of = changes.filter((c) => c.exportedOn.toString() === on)
              return ui.diffView({
                locale,
                caption: e.historyCaption(shortDate(locale, of[0]!.exportedOn)),
                beforeLabel: e.before,
                afterLabel: e.after,
                rows: of.map((c) => ({
                  label: t.fields[c.field],
                  before: said(locale, c, c.before),
                  after: said(locale, c, c.after),
                })),
              })
            }),
    })}`,
  })
}

/** A state is kept by its code. */
function said(locale: Locale, change: RegisterChange, value: string | null): string {
  const states: Readonly<Record<string, string>> = texts[locale].states
  return change.field === 'state' && value !== null ? (states[value] ?? value) : (value ?? '')
}
