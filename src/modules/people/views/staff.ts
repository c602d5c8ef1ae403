/** Pages about the staff. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, moment } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { CITY_ROLES, isDemoPerson } from '../rules/roles.ts'
import type { NamedGrant, StaffFilter, StaffRow } from '../store/staff.ts'
import { texts } from '../texts/index.ts'
import { STAFF_STATES, type Unit } from '../types.ts'
import { fieldsOf, formErrors } from './shared.ts'

export const PEOPLE = '/office/people'

export function grantName(locale: Locale, grant: NamedGrant): string {
  const t = texts[locale]
  return grant.role === 'executor' ? t.executorOf(grant.unitName ?? '') : t.roles[grant.role]
}

function stateTag(locale: Locale, person: StaffRow): Html {
  const tone = { invited: 'due', active: 'done', suspended: 'plain' } as const
  return ui.tag(texts[locale].staffStates[person.state], tone[person.state])
}

export function factorsOf(locale: Locale, person: StaffRow): string {
  const t = texts[locale].staff
  const names = [
    person.hasPassphrase && t.factorList.passphrase,
    person.hasTotp && t.factorList.totp,
    person.passkeys > 0 && t.factorList.passkey,
    person.hasOidc && t.factorList.service,
  ].filter((name) => name !== false)
  return names.join(', ') || t.noFactors
}

export function staffListPage(
  frame: ui.Frame,
  list: {
    readonly rows: readonly StaffRow[]
    readonly next: string | null
    readonly total: number
    readonly filter: StaffFilter
    readonly manages: boolean
  },
): Html {
  const { locale } = frame
  const t = texts[locale].staff
  const { filter } = list
  const isFiltered = Boolean(filter.search || filter.role || filter.state)
  return ui.page(frame, {
    title: t.title,
    lead: isFiltered ? null : t.lead(list.total),
    noIndex: true,
    actions: list.manages && ui.linkButton({ label: t.invite, href: `${PEOPLE}/new` }),
    main: html`${ui.filterForm({
      locale,
      action: PEOPLE,
      ...(isFiltered ? { resetHref: PEOPLE } : {}),
      fields: [
        ui.textField({ locale, name: 'q', label: t.search, value: filter.search ?? '', type: 'search' }),
        ui.selectField({
          locale,
          name: 'role',
          label: t.role,
          value: filter.role ?? '',
          empty: t.anyRole,
          options: Object.entries(texts[locale].roles).map(([value, label]) => ({ value, label })),
        }),
        ui.selectField({
          locale,
          name: 'state',
          label: t.state,
          value: filter.state ?? '',
          empty: t.anyState,
          options: STAFF_STATES.map((value) => ({ value, label: texts[locale].staffStates[value] })),
        }),
      ],
    })}${ui.table<StaffRow>({
      locale,
      caption: t.title,
      captionHidden: true,
      rows: list.rows,
      empty: t.none,
      rowTone: (p) => (p.state === 'suspended' ? 'soft' : null),
      columns: [
        {
          label: t.name,
          rowHeader: true,
          cell: (p) =>
            html`<a href="${PEOPLE}/${p.id}">${p.name}</a>${p.position && html`<br><span class="soft">${p.position}</span>`}`,
        },
        { label: t.email, cell: (p) => p.email },
        { label: t.role, cell: (p) => p.grants.map((g) => grantName(locale, g)).join('; ') },
        { label: t.state, cell: (p) => stateTag(locale, p) },
        { label: t.seen, cell: (p) => (p.seenAt ? moment(locale, p.seenAt) : '') },
      ],
    })}${ui.pager({
      locale,
      nextHref: list.next && ui.withQuery(frame.path, { after: list.next }),
      shown: list.rows.length,
      total: list.total,
    })}${ui.exportLinks({
      locale,
      csv: ui.withQuery(frame.path, { format: 'csv', after: null }),
      xlsx: ui.withQuery(frame.path, { format: 'xlsx', after: null }),
      json: ui.withQuery(frame.path, { format: 'json', after: null }),
      print: true,
      of: t.title,
    })}`,
  })
}

function personFields(
  frame: ui.Frame,
  state: FormState,
  units: readonly Unit[],
  person: StaffRow | null,
): ui.Content {
  const { locale } = frame
  const t = texts[locale]
  const f = fieldsOf(locale, state, {
    name: person?.name,
    email: person?.email,
    position: person?.position,
    role: person?.grants.filter((g) => g.role !== 'executor').map((g) => g.role) ?? [],
    unit: person?.grants.flatMap((g) => (g.unitId ? [g.unitId] : [])) ?? [],
  })
  return [
    f.text({ name: 'name', label: t.staff.name, autocomplete: 'off' }),
    f.text({ name: 'email', label: t.staff.email, type: 'email', autocomplete: 'off', spellcheck: false }),
    f.text({ name: 'position', label: t.staff.position, optional: true, autocomplete: 'off' }),
    f.checkboxes({
      name: 'role',
      label: t.staff.cityRoles,
      options: CITY_ROLES.map((role) => ({ value: role, label: t.roles[role], hint: t.roleHints[role] })),
    }),
    units.length === 0
      ? ui.paragraph(t.staff.noUnits, 'soft')
      : f.checkboxes({
          name: 'unit',
          label: t.staff.executorUnits,
          hint: t.staff.executorHint,
          options: units.map((u) => ({ value: u.id, label: u.name })),
        }),
  ]
}

export function invitePage(frame: ui.Frame, units: readonly Unit[], state: FormState): Html {
  const { locale } = frame
  const t = texts[locale].staff
  return ui.page(frame, {
    title: t.inviteTitle,
    lead: t.inviteLead,
    noIndex: true,
    breadcrumbs: [{ label: t.title, href: PEOPLE }],
    main: ui.form({
      locale,
      action: `${PEOPLE}/new`,
      csrf: frame.csrf,
      errors: formErrors(state),
      submit: t.submitInvite,
      cancelHref: PEOPLE,
      content: personFields(frame, state, units, null),
    }),
  })
}

/** The link is a secret: it stands in this answer only. */
export function linkPage(
  frame: ui.Frame,
  person: { readonly id: string; readonly name: string },
  link: string,
): Html {
  const t = texts[frame.locale].staff
  return ui.page(frame, {
    title: t.linkTitle,
    lead: t.linkLead(person.name),
    noIndex: true,
    breadcrumbs: [{ label: t.title, href: PEOPLE }],
    main: html`<p>${t.linkText}</p>${ui.copyText({ locale: frame.locale, id: 'link', text: link })}
${ui.buttonRow(
  ui.linkButton({ label: t.toPerson, href: `${PEOPLE}/${person.id}` }),
  ui.linkButton({ label: t.outbox, href: '/office/outbox', kind: 'quiet' }),
)}`,
  })
}

export function personPage(
  frame: ui.Frame,
  of: {
    readonly person: StaffRow
    readonly units: readonly Unit[]
    readonly manages: boolean
    readonly history: Html
    readonly done: Html | false
    readonly state: FormState
  },
): Html {
  const { locale } = frame
  const t = texts[locale].staff
  const { person } = of
  const changes = of.manages && !isDemoPerson(person.email)
  return ui.page(frame, {
    title: person.name,
    lead: person.position,
    noIndex: true,
    breadcrumbs: [{ label: t.title, href: PEOPLE }],
    notices: of.done,
    main: html`${personFacts(locale, person)}${
      changes &&
      ui.section({
        title: t.details,
        content: ui.form({
          locale,
          action: `${PEOPLE}/${person.id}`,
          csrf: frame.csrf,
          errors: formErrors(of.state),
          submit: t.submitChange,
          cancelHref: PEOPLE,
          content: [
            ui.hiddenField('version', String(of.state.values['version'] ?? person.version)),
            personFields(frame, of.state, of.units, person),
          ],
        }),
      })
    }${ui.section({ title: t.history, content: of.history })}`,
    aside: changes && ui.box({ title: t.acts, content: acts(frame, person) }),
  })
}

function personFacts(locale: Locale, person: StaffRow): Html {
  const t = texts[locale].staff
  return ui.facts([
    { term: t.email, detail: person.email },
    {
      term: t.state,
      detail: html`${stateTag(locale, person)}${person.invitedUntil && ` ${t.invitedUntil(moment(locale, person.invitedUntil))}`}`,
    },
    { term: t.role, detail: ui.bullets(person.grants.map((g) => grantName(locale, g))) },
    { term: t.factors, detail: factorsOf(locale, person) },
    { term: t.seen, detail: person.seenAt ? moment(locale, person.seenAt) : t.never },
  ])
}

function acts(frame: ui.Frame, person: StaffRow): Html {
  const t = texts[frame.locale].staff
  const { csrf } = frame
  const act = (verb: string, label: string) =>
    ui.postButton({ action: `${PEOPLE}/${person.id}/${verb}`, csrf, label, kind: 'quiet' })
  const go = (verb: string, label: string) =>
    ui.linkButton({ href: `${PEOPLE}/${person.id}/${verb}`, label, kind: 'quiet' })
  if (person.state === 'suspended') return act('restore', t.restore)
  return ui.buttonRow(
    act('invite-again', person.state === 'invited' ? t.inviteAgain : t.newPassphrase),
    person.invitedUntil !== null && act('revoke', t.revoke),
    person.state === 'active' && go('reset-second-factor', t.reset),
    go('suspend', t.suspend),
  )
}

/** A change that must say why. */
export function reasonPage(
  frame: ui.Frame,
  person: StaffRow,
  verb: 'suspend' | 'reset-second-factor',
  state: FormState,
): Html {
  const { locale } = frame
  const t = texts[locale].staff
  const suspends = verb === 'suspend'
  const back = `${PEOPLE}/${person.id}`
  return ui.page(frame, {
    title: suspends ? t.suspendTitle(person.name) : t.resetTitle(person.name),
    lead: suspends ? t.suspendNote : t.resetNote,
    noIndex: true,
    breadcrumbs: [
      { label: t.title, href: PEOPLE },
      { label: person.name, href: back },
    ],
    main: ui.form({
      locale,
      action: `${back}/${verb}`,
      csrf: frame.csrf,
      errors: formErrors(state),
      submit: suspends ? t.suspend : t.reset,
      danger: true,
      cancelHref: back,
      content: fieldsOf(locale, state).area({ name: 'reason', label: t.reason, hint: t.reasonHint, rows: 3 }),
    }),
  })
}
