/** Pages of the clerk: the list, and one claim that is decided in two minutes. */
import { type Html, html } from '../../../kernel/html.ts'
import { moment, shortDate } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import {
  KIND_ORDER,
  kindName,
  type Officer,
  type OrganisationLine,
  organisationPath,
} from '../../organisations/index.ts'
import type { ListQuery } from '../forms.ts'
import { texts } from '../texts/index.ts'
import { DELEGATION_STATES, type Delegation } from '../types.ts'
import { pastOf, stateTag, termOf } from './shared.ts'

export const OFFICE = '/office/representatives'

/** A line of the list, as the store gives it. */
export type Line = Delegation & {
  readonly organisationName: string
  readonly organisationKind: OrganisationLine['kind']
}

export function listPage(
  frame: ui.Frame,
  list: {
    readonly page: Page<Line>
    readonly query: ListQuery
    readonly waiting: number
    readonly decides: boolean
    /** Whether letters for signing in leave by themselves. */
    readonly lettersLeave: boolean
  },
): Html {
  const { locale } = frame
  const t = texts[locale].office
  const { query } = list
  const filtered = Boolean(query.text || query.state || query.kind)
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(list.waiting),
    noIndex: true,
    actions: list.decides && ui.linkButton({ label: t.settings, href: `${OFFICE}/settings`, kind: 'quiet' }),
    notices:
      list.decides &&
      !list.lettersLeave &&
      ui.notice({
        locale,
        tone: 'warning',
        title: t.letters,
        body: t.lettersText,
        actions: ui.linkButton({ label: t.lettersLink, href: '/office/outbox/rules', small: true }),
      }),
    main: html`${ui.filterForm({
      locale,
      action: OFFICE,
      ...(filtered ? { resetHref: OFFICE } : {}),
      fields: [
        ui.textField({ locale, name: 'q', label: t.search, value: query.text, type: 'search' }),
        ui.selectField({
          locale,
          name: 'state',
          label: t.state,
          value: query.state ?? '',
          empty: t.any,
          options: DELEGATION_STATES.filter((s) => s !== 'unconfirmed').map((value) => ({
            value,
            label: texts[locale].states[value],
          })),
        }),
        ui.selectField({
          locale,
          name: 'kind',
          label: t.kind,
          value: query.kind ?? '',
          empty: t.any,
          options: KIND_ORDER.map((value) => ({ value, label: kindName(locale, value) })),
        }),
      ],
    })}${ui.table<Line>({
      locale,
      caption: t.caption,
      captionHidden: true,
      rows: list.page.rows,
      empty: t.none,
      columns: [
        {
          label: t.columns.name,
          rowHeader: true,
          cell: (d) => html`<a href="${OFFICE}/${d.id}">${d.name}</a><br><span class="soft">${d.post}</span>`,
        },
        { label: t.columns.organisation, cell: (d) => d.organisationName },
        { label: t.columns.kind, cell: (d) => kindName(locale, d.organisationKind) },
        { label: t.columns.state, cell: (d) => stateTag(locale, d.state) },
        { label: t.columns.claimed, cell: (d) => moment(locale, d.claimedAt) },
        { label: t.columns.to, cell: (d) => d.to && shortDate(locale, d.to) },
      ],
    })}${ui.pager({ locale, nextHref: list.page.next && ui.withQuery(frame.path, { after: list.page.next }) })}${ui.exportLinks(
      {
        locale,
        ...ui.tableFiles(frame.path),
        print: true,
        of: t.title,
      },
    )}`,
  })
}

export type Decision = {
  readonly delegation: Delegation
  readonly organisation: OrganisationLine
  readonly officers: readonly Officer[]
  /** Others of the same organisation. */
  readonly others: readonly Delegation[]
  readonly invitedBy: string | null
  readonly letterName: string | null
  readonly records: readonly AuditRecord[]
  readonly decides: boolean
  /** What the form of acceptance offers. */
  readonly offered: { readonly from: string; readonly to: string }
  readonly tried: 'accept' | 'return' | 'withdraw' | null
  readonly state: FormState
  readonly done: string
}

export function onePage(frame: ui.Frame, of: Decision): Html {
  const { locale } = frame
  const t = texts[locale].one
  const { delegation: d } = of
  return ui.page(frame, {
    title: d.name,
    lead: html`${stateTag(locale, d.state)} ${of.organisation.name}`,
    breadcrumbs: [{ label: texts[locale].office.title, href: OFFICE }],
    noIndex: true,
    notices: ui.doneNotice(locale, t.done, of.done),
    main: html`${ui.section({ title: t.facts, content: factsOf(frame, of) })}${
      of.decides && d.state === 'submitted' && html`${acceptForm(frame, of)}${returnForm(frame, of)}`
    }${of.decides && (d.state === 'active' || d.state === 'returned') && withdrawForm(frame, of)}${pastOf(locale, of.records)}`,
    aside: html`${ui.box({
      title: t.officers,
      content:
        of.officers.length === 0
          ? ui.paragraph(t.noOfficers)
          : ui.bullets(
              of.officers.map(
                (o) =>
                  html`${o.post}: ${o.name}${sameName(o.name, d.name) && html` ${ui.tag(t.same, 'done')}`}`,
              ),
            ),
    })}${ui.box({
      title: t.colleagues,
      content:
        of.others.length === 0
          ? ui.paragraph(t.noColleagues)
          : ui.bullets(
              of.others.map(
                (o) =>
                  html`<a href="${OFFICE}/${o.id}">${o.name}</a>, ${o.post} ${stateTag(locale, o.state)}`,
              ),
            ),
    })}`,
  })
}

/** The same words, in whatever order, case or with initials apart. */
function sameName(a: string, b: string): boolean {
  const words = (name: string) =>
    name
      .toLocaleLowerCase('uk')
      .replace(/[’'ʼ]/g, '')
      .split(/[\s.]+/)
      .filter((w) => w.length > 1)
      .sort()
  const [x, y] = [words(a), words(b)]
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  return short.length >= 2 && short.every((w) => long.includes(w))
}

function factsOf(frame: ui.Frame, of: Decision): Html {
  const { locale } = frame
  const t = texts[locale].one
  const { delegation: d } = of
  const term = termOf(locale, d)
  return ui.facts([
    {
      term: t.organisation,
      detail: html`<a href="${organisationPath(of.organisation.id)}">${of.organisation.name}</a>, ${kindName(locale, of.organisation.kind)}`,
    },
    { term: t.post, detail: d.post },
    ...(of.decides ? [{ term: t.email, detail: d.email }] : []),
    {
      term: t.basis,
      detail: html`${d.basis === 'invitation' && of.invitedBy ? t.invited(of.invitedBy) : t.bases[d.basis]}${
        of.decides &&
        of.letterName !== null &&
        html` · <a href="${OFFICE}/${d.id}/letter/${encodeURIComponent(of.letterName)}">${t.letter}</a>`
      }`,
    },
    { term: t.claimed, detail: moment(locale, d.claimedAt) },
    ...(d.confirmedAt ? [{ term: t.confirmed, detail: moment(locale, d.confirmedAt) }] : []),
    ...(term ? [{ term: t.term, detail: term }] : []),
    ...(d.paper ? [{ term: t.paper, detail: d.paper }] : []),
    ...(d.decidedAt
      ? [{ term: t.decided, detail: `${d.decidedBy ?? ''}, ${moment(locale, d.decidedAt)}` }]
      : []),
    ...(d.reason ? [{ term: t.reason, detail: d.reason }] : []),
  ])
}

const stateIf = (of: Decision, tried: Decision['tried']): FormState =>
  of.tried === tried ? of.state : { values: {}, errors: [] }

function acceptForm(frame: ui.Frame, of: Decision): Html {
  const { locale } = frame
  const t = texts[locale].one
  const state = stateIf(of, 'accept')
  const f = ui.fieldsOf(locale, state, of.offered)
  return ui.section({
    title: t.accept,
    content: ui.form({
      locale,
      action: `${OFFICE}/${of.delegation.id}/accept`,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.submitAccept,
      content: [
        ui.hiddenField('version', String(of.delegation.version)),
        f.text({ name: 'paper', label: t.paperField, hint: t.paperHint }),
        ui.fieldRow([
          f.date({ name: 'from', label: t.from }),
          f.date({ name: 'to', label: t.to, hint: t.toHint }),
        ]),
      ],
    }),
  })
}

function returnForm(frame: ui.Frame, of: Decision): Html {
  const { locale } = frame
  const t = texts[locale].one
  const state = stateIf(of, 'return')
  const f = ui.fieldsOf(locale, state, {}, 'return')
  return ui.disclosure({
    summary: t.return,
    open: of.tried === 'return',
    content: ui.form({
      locale,
      action: `${OFFICE}/${of.delegation.id}/return`,
      csrf: frame.csrf,
      errors: state.errors,
      scope: 'return',
      submit: t.submitReturn,
      content: [
        ui.hiddenField('version', String(of.delegation.version)),
        f.area({ name: 'reason', label: t.reason, hint: t.returnHint, rows: 4 }),
      ],
    }),
  })
}

function withdrawForm(frame: ui.Frame, of: Decision): Html {
  const { locale } = frame
  const t = texts[locale].one
  const state = stateIf(of, 'withdraw')
  const f = ui.fieldsOf(locale, state)
  return ui.section({
    title: t.withdraw,
    content: ui.form({
      locale,
      action: `${OFFICE}/${of.delegation.id}/withdraw`,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.submitWithdraw,
      danger: true,
      content: f.area({ name: 'reason', label: t.reason, hint: t.withdrawHint, rows: 3 }),
    }),
  })
}

export function settingsPage(frame: ui.Frame, state: FormState, saved: boolean): Html {
  const { locale } = frame
  const t = texts[locale].settings
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors })
  return ui.page(frame, {
    title: t.title,
    breadcrumbs: [{ label: texts[locale].office.title, href: OFFICE }],
    noIndex: true,
    notices: saved && ui.notice({ locale, tone: 'success', body: t.saved, live: true }),
    main: ui.form({
      locale,
      action: `${OFFICE}/settings`,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.save,
      content: [
        f.checkbox({ name: 'trustInvitations', label: t.trust, hint: t.trustHint }),
        f.integer({ name: 'months', label: t.months }),
      ],
    }),
  })
}
