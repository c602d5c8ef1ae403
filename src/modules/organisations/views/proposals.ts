/** Proposed changes: the list, and one with each value before and after. */
import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, moment, shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { ProposalFilter, ProposalItem, ProposalLine } from '../store/proposals.ts'
import { kindName, officeTexts, words } from '../texts/index.ts'
import {
  type Change,
  type Contact,
  type Facts,
  type ListEntry,
  type Names,
  type Officer,
  type OrganisationLine,
  SOURCE_KINDS,
} from '../types.ts'
import { doneNotice, OFFICE, officeTabs, recordOf } from './office-parts.ts'
import { entryName, sourceText, spanText, valueText } from './parts.ts'

export const PROPOSALS = `${OFFICE}/proposals`
const FROM = SOURCE_KINDS.filter((kind) => kind !== 'clerk' && kind !== 'decision')

export function proposalsPage(
  frame: ui.Frame,
  list: {
    readonly rows: readonly ProposalLine[]
    readonly next: string | null
    readonly filter: ProposalFilter
    readonly waiting: number
    readonly done: string
  },
): Html {
  const { locale } = frame
  const t = officeTexts[locale].proposals
  const { filter } = list
  const filtered = filter.state !== 'open' || filter.source !== null || filter.text !== ''
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    breadcrumbs: [{ label: officeTexts[locale].title, href: OFFICE }],
    notices: doneNotice(locale, list.done),
    main: html`${officeTabs(locale, 'proposals', true, list.waiting)}${ui.filterForm({
      locale,
      action: PROPOSALS,
      ...(filtered ? { resetHref: PROPOSALS } : {}),
      fields: [
        ui.textField({ locale, name: 'q', label: t.search, value: filter.text, type: 'search' }),
        ui.selectField({
          locale,
          name: 'state',
          label: t.state,
          value: filter.state ?? 'all',
          options: [
            ...(['open', 'settled'] as const).map((value) => ({ value, label: t.states[value] })),
            { value: 'all', label: t.anyState },
          ],
        }),
        ui.selectField({
          locale,
          name: 'source',
          label: t.source,
          value: filter.source ?? '',
          empty: t.anySource,
          options: FROM.map((value) => ({ value, label: words[locale].sources[value] })),
        }),
      ],
    })}${ui.table<ProposalLine>({
      locale,
      caption: t.title,
      captionHidden: true,
      rows: list.rows,
      empty: filtered ? t.noneFound : t.none,
      columns: [
        {
          label: t.organisation,
          rowHeader: true,
          cell: (p) =>
            html`<a href="${PROPOSALS}/${p.id}">${p.name}</a> ${p.organisationId === null && ui.tag(t.isNew, 'info')}`,
        },
        { label: t.source, cell: (p) => sourceText(locale, p.source, false) },
        { label: t.when, cell: (p) => moment(locale, p.createdAt) },
        {
          label: t.waiting,
          cell: (p) =>
            p.state === 'open' ? ui.tag(t.of(p.waiting, p.items), 'due') : ui.tag(t.states.settled, 'plain'),
        },
      ],
    })}${ui.pager({ locale, nextHref: list.next && ui.withQuery(frame.path, { after: list.next }) })}${ui.exportLinks(
      {
        locale,
        ...ui.tableFiles(frame.path),
        print: true,
        of: t.title,
      },
    )}`,
  })
}

export type ProposalView = {
  readonly proposal: ProposalLine
  readonly items: readonly ProposalItem[]
  readonly organisation: OrganisationLine | null
  /** What stands now. */
  readonly facts: Facts
  readonly officers: readonly Officer[]
  readonly contacts: readonly Contact[]
  readonly chosen: readonly ListEntry[]
  readonly directions: readonly ListEntry[]
  readonly names: Names
  readonly state: FormState
  readonly history: Parameters<typeof recordOf>[1]
}

export function proposalPage(frame: ui.Frame, view: ProposalView): Html {
  const { locale, csrf } = frame
  const t = officeTexts[locale].proposals
  const { proposal, items, state } = view
  const waiting = items.filter((item) => item.state === 'waiting')
  const path = `${PROPOSALS}/${proposal.id}`
  return ui.page(frame, {
    title: proposal.name || t.isNew,
    lead: `${sourceText(locale, proposal.source, true)}; ${moment(locale, proposal.createdAt)}`,
    noIndex: true,
    breadcrumbs: [
      { label: officeTexts[locale].title, href: OFFICE },
      { label: t.title, href: PROPOSALS },
    ],
    actions:
      view.organisation !== null &&
      ui.linkButton({
        label: officeTexts[locale].open,
        hint: view.organisation.name,
        href: `${OFFICE}/${view.organisation.id}`,
        kind: 'quiet',
      }),
    notices:
      proposal.organisationId === null && proposal.state === 'open'
        ? ui.notice({ locale, tone: 'info', body: t.isNew })
        : false,
    main: html`${proposal.note !== null && ui.paragraph(`${t.note}: ${proposal.note}`)}${
      waiting.length > 0 &&
      html`${
        waiting.length > 1 &&
        ui.confirmButton({
          action: `${path}/accept`,
          csrf,
          label: t.acceptAll,
          summary: t.acceptAll,
          text: t.acceptAllText(waiting.length),
          kind: 'primary',
        })
      }${ui.form({
        locale,
        action: path,
        csrf,
        errors: state.errors,
        submit: t.save,
        cancelHref: PROPOSALS,
        content: waiting.map((item) => itemFields(frame, view, item)),
      })}`
    }${
      items.some((item) => item.state !== 'waiting') &&
      ui.section({
        title: t.states.settled,
        content: ui.diffView({
          locale,
          caption: t.states.settled,
          beforeLabel: t.after,
          afterLabel: t.decision,
          rows: items
            .filter((item) => item.state !== 'waiting')
            .map((item) => ({
              label: labelOf(locale, item.change),
              before: afterText(frame, view, item.change),
              after: [t.decided[item.state], item.reason, item.decidedBy].filter(Boolean).join('; '),
            })),
        }),
      })
    }${ui.section({ title: officeTexts[locale].page.history, content: recordOf(locale, view.history, view.names) })}`,
  })
}

function itemFields(frame: ui.Frame, view: ProposalView, item: ProposalItem): Html {
  const { locale } = frame
  const t = officeTexts[locale].proposals
  const before = beforeText(frame, view, item.change)
  const after = afterText(frame, view, item.change)
  const { values, errors } = view.state
  const f = ui.boundFields({
    locale,
    values: Object.keys(values).length > 0 ? values : { [`verdict.${item.id}`]: 'later' },
    errors,
  })
  return ui.fieldset({
    legend: labelOf(locale, item.change),
    content: html`${ui.facts([
      { term: t.before, detail: before === '' ? html`<span class="soft">–</span>` : before },
      {
        term: t.after,
        detail: html`<b>${after}</b>${before === after && html` ${ui.tag(t.already, 'plain')}`}`,
      },
    ])}${f.radios({
      name: `verdict.${item.id}`,
      label: t.decision,
      options: (['accept', 'refuse', 'later'] as const).map((value) => ({ value, label: t[value] })),
    })}${f.text({ name: `reason.${item.id}`, label: t.reason, optional: true, autocomplete: 'off' })}`,
  })
}

function labelOf(locale: Locale, change: Change): string {
  return change.what === 'field'
    ? words[locale].fields[change.field]
    : officeTexts[locale].proposals.what[change.what]
}

function beforeText(frame: ui.Frame, view: ProposalView, change: Change): string {
  const { locale } = frame
  switch (change.what) {
    case 'field':
      return view.facts[change.field] === null
        ? ''
        : valueText(locale, change.field, view.facts[change.field], view.names)
    case 'officerAdded':
      return view.officers
        .filter((o) => o.until === null && !o.ended && (!change.leads || o.leads))
        .map((o) => `${o.name}, ${o.post}`)
        .join('; ')
    case 'officerEnded':
      return view.officers
        .filter((o) => o.id === change.officerId)
        .map((o) => `${o.name}, ${o.post}, ${spanText(locale, o)}`)
        .join('; ')
    case 'contactAdded':
      return view.contacts
        .filter((c) => c.kind === change.kind)
        .map((c) => c.value)
        .join('; ')
    case 'contactRemoved':
      return view.contacts
        .filter((c) => c.id === change.contactId)
        .map((c) => c.value)
        .join('; ')
    case 'directions':
      return view.chosen.map((d) => entryName(locale, d)).join(', ')
  }
}

function afterText(frame: ui.Frame, view: ProposalView, change: Change): string {
  const { locale } = frame
  const day = (text: string | null | undefined) => {
    const date = text ? parseCivilDate(text) : null
    return date === null ? '' : shortDate(locale, date)
  }
  const p = officeTexts[locale].page
  switch (change.what) {
    case 'field':
      return [
        change.field === 'kind' && change.value !== null
          ? kindName(locale, change.value as never)
          : valueText(locale, change.field, change.value, view.names),
        change.since ? `${p.from.toLocaleLowerCase(locale)} ${day(change.since)}` : '',
      ]
        .filter((part) => part !== '')
        .join(', ')
    case 'officerAdded':
      return [change.name, change.post, change.from ? day(change.from) : '']
        .filter((part) => part !== '')
        .join(', ')
    case 'officerEnded':
      return change.until ? `${p.until.toLocaleLowerCase(locale)} ${day(change.until)}` : p.endHint
    case 'contactAdded':
      return [
        `${words[locale].contactKinds[change.kind]}: ${change.value}`,
        words[locale].contactAccess[change.access],
        change.note ?? '',
      ]
        .filter((part) => part !== '')
        .join(', ')
    case 'contactRemoved':
      return p.remove
    case 'directions':
      return view.directions
        .filter((d) => change.ids.some((id) => id === d.id))
        .map((d) => entryName(locale, d))
        .join(', ')
  }
}
