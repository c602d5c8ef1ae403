/** Pages about the staff. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, moment } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { CITY_ROLES, isDemoPerson } from '../rules/roles.ts'
import type { StaffRow } from '../store/staff.ts'
import { texts } from '../texts/index.ts'
import type { Unit } from '../types.ts'
import { factorsOf, grantName, PEOPLE, stateTag } from './staff-list.ts'

function personFields(
  frame: ui.Frame,
  state: FormState,
  units: readonly Unit[],
  person: StaffRow | null,
): ui.Content {
  const { locale } = frame
  const t = texts[locale]
  const f = ui.fieldsOf(locale, state, {
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
      errors: state.errors,
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
          errors: of.state.errors,
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
      errors: state.errors,
      submit: suspends ? t.suspend : t.reset,
      danger: true,
      cancelHref: back,
      content: ui
        .fieldsOf(locale, state)
        .area({ name: 'reason', label: t.reason, hint: t.reasonHint, rows: 3 }),
    }),
  })
}
