/** Pages of the comparison. */
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { DIFFERENCE_KINDS, type DifferenceKind, entityPath } from '../../register/index.ts'
import { texts } from '../texts/index.ts'
import type { Item } from '../types.ts'

export const RECONCILIATION = '/office/reconciliation'
export const REFUSED = `${RECONCILIATION}/refused`
const PROPOSALS = '/office/organisations/proposals'

type Counts = Readonly<Record<DifferenceKind, number>>

export function countsOf(items: readonly Item[]): Counts {
  const of = (kind: DifferenceKind) => items.filter((one) => one.kind === kind).length
  return {
    new: of('new'),
    renamed: of('renamed'),
    officerChanged: of('officerChanged'),
    inTermination: of('inTermination'),
    terminated: of('terminated'),
  }
}

export function kindTabs(
  frame: ui.Frame,
  current: DifferenceKind | 'all' | 'refused',
  counts: Counts,
  refused: number,
): Html {
  const t = texts[frame.locale]
  const all = DIFFERENCE_KINDS.reduce((sum, kind) => sum + counts[kind], 0)
  return ui.tabs({
    locale: frame.locale,
    label: t.tabs.label,
    items: [
      { label: t.tabs.all, href: RECONCILIATION, current: current === 'all', count: all },
      ...DIFFERENCE_KINDS.map((kind) => ({
        label: t.kinds[kind],
        href: ui.withQuery(RECONCILIATION, { kind }),
        current: current === kind,
        count: counts[kind],
      })),
      { label: t.tabs.refused, href: REFUSED, current: current === 'refused', count: refused },
    ],
  })
}

export function doneNotice(frame: ui.Frame, key: string): Html | false {
  const t = texts[frame.locale]
  const body = t.done[key]
  return (
    body !== undefined &&
    ui.notice({
      locale: frame.locale,
      tone: 'success',
      live: true,
      body: key === 'taken' ? html`${body} <a href="${PROPOSALS}">${t.toProposals}</a>` : body,
    })
  )
}

export type DifferencesView = {
  /** Null: there is no register. */
  readonly items: readonly Item[] | null
  readonly shown: readonly Item[]
  readonly next: string | null
  readonly kind: DifferenceKind | null
  readonly exportedOn: Parameters<typeof shortDate>[1] | null
  readonly refused: number
  readonly words: readonly string[]
  readonly keeps: boolean
  readonly state: FormState
  readonly wordsState: FormState
  readonly done: string
}

export function differencesPage(frame: ui.Frame, view: DifferencesView): Html {
  const { locale } = frame
  const t = texts[locale]
  if (view.items === null)
    return ui.page(frame, {
      title: t.title,
      noIndex: true,
      main: ui.emptyState({
        title: t.noRegister.title,
        body: t.noRegister.body,
        ...(view.keeps
          ? { action: ui.linkButton({ label: t.noRegister.action, href: '/office/register/imports' }) }
          : {}),
      }),
    })
  const query = { kind: view.kind }
  const as = (format: string) => ui.withQuery(RECONCILIATION, { ...query, format })
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(view.items.length, view.exportedOn === null ? null : shortDate(locale, view.exportedOn)),
    noIndex: true,
    wide: true,
    notices: doneNotice(frame, view.done),
    main: html`${kindTabs(frame, view.kind ?? 'all', countsOf(view.items), view.refused)}${
      view.keeps && view.shown.length > 0 ? decideForm(frame, view) : differencesTable(frame, view)
    }${ui.pager({ locale, ...(view.next ? { nextHref: ui.withQuery(RECONCILIATION, { ...query, after: view.next }) } : {}) })}${
      view.shown.length > 0 &&
      ui.exportLinks({
        locale,
        csv: as('csv'),
        xlsx: as('xlsx'),
        ods: as('ods'),
        json: as('json'),
        print: true,
      })
    }${view.keeps && wordsSection(frame, view)}`,
  })
}

function decideForm(frame: ui.Frame, view: DifferencesView): Html {
  const { locale, csrf } = frame
  const t = texts[locale]
  const { errors, values } = view.state
  const f = ui.boundFields({ locale, values: { decision: 'take', ...values }, errors })
  return ui.form({
    locale,
    action: ui.withQuery(RECONCILIATION, { kind: view.kind }),
    csrf,
    errors,
    submit: t.submit,
    content: html`${differencesTable(frame, view)}${view.shown.map((one) => ui.hiddenField('shown', one.key))}${
      view.shown.length > 1 && f.checkbox({ name: 'all', value: 'yes', label: t.all(view.shown.length) })
    }${f.radios({
      name: 'decision',
      label: t.decide,
      options: [
        { value: 'take', label: t.decisions.take, hint: t.decisionHints.take },
        { value: 'accept', label: t.decisions.accept, hint: t.decisionHints.accept },
        { value: 'refuse', label: t.decisions.refuse, hint: t.decisionHints.refuse },
      ],
    })}${f.text({ name: 'reason', label: t.reason, hint: t.reasonHint, optional: true })}`,
  })
}

function differencesTable(frame: ui.Frame, view: DifferencesView): Html {
  const { locale } = frame
  const t = texts[locale]
  const ticked = [view.state.values['key'] ?? []].flat()
  const numbers = new Map(view.shown.map((one, i) => [one.key, String(i)]))
  const nameOf = (one: Item) =>
    one.kind === 'new' ? (one.after ?? one.entity.name) : (one.before ?? one.entity.name)
  return ui.table<Item>({
    locale,
    caption: t.caption,
    captionHidden: true,
    narrow: 'stack',
    rows: view.shown,
    empty: t.none,
    columns: [
      {
        label: t.columns.organisation,
        rowHeader: true,
        cell: (one) =>
          view.keeps
            ? ui.checkbox({
                locale,
                name: 'key',
                value: one.key,
                label: one.kind === 'officerChanged' ? one.entity.name : nameOf(one),
                checked: ticked.includes(one.key),
                scope: numbers.get(one.key) ?? '',
              })
            : nameOf(one),
      },
      {
        label: t.columns.kind,
        cell: (one) => ui.tag(t.kinds[one.kind], one.kind === 'new' ? 'info' : 'due'),
      },
      { label: t.columns.before, cell: (one) => one.before ?? '–' },
      { label: t.columns.after, cell: (one) => (one.kind === 'new' ? one.entity.edrpou : one.after) ?? '–' },
      { label: t.columns.place, cell: (one) => one.entity.place },
      {
        label: t.columns.more,
        cell: (one) =>
          html`<a href="${entityPath(one.entity.ref)}">${t.inRegister}</a>${
            view.keeps &&
            one.kind === 'new' &&
            html` <a href="${ui.withQuery(`${RECONCILIATION}/link`, { ref: one.entity.ref })}">${t.ours}</a>`
          }`,
      },
    ],
  })
}

function wordsSection(frame: ui.Frame, view: DifferencesView): Html {
  const { locale, csrf } = frame
  const t = texts[locale].words
  const { errors, values } = view.wordsState
  const f = ui.boundFields({
    locale,
    values: { words: view.words.join('\n'), ...values },
    errors,
    scope: 'words',
  })
  return ui.disclosure({
    summary: t.title,
    open: errors.length > 0,
    content: ui.form({
      locale,
      action: `${RECONCILIATION}/words`,
      csrf,
      errors,
      scope: 'words',
      submit: t.save,
      content: html`${ui.paragraph(t.lead)}${f.area({ name: 'words', label: t.label, hint: t.hint, rows: 4 })}`,
    }),
  })
}

export function differenceSheet(locale: ui.Frame['locale'], rows: readonly Item[]): Sheet<Item> {
  const t = texts[locale]
  const c = t.columns
  return {
    name: t.title,
    rows,
    columns: [
      { key: 'kind', title: c.kind, kind: 'text', value: (one) => t.kinds[one.kind] },
      { key: 'edrpou', title: c.edrpou, kind: 'text', value: (one) => one.entity.edrpou },
      { key: 'organisation', title: c.organisation, kind: 'text', value: (one) => one.entity.name },
      { key: 'before', title: c.before, kind: 'text', value: (one) => one.before },
      { key: 'after', title: c.after, kind: 'text', value: (one) => one.after },
      { key: 'place', title: c.place, kind: 'text', value: (one) => one.entity.place },
    ],
  }
}
