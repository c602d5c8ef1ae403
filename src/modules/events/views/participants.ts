/** Who is invited, who registered, who waits. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, moment, shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import {
  KIND_ORDER,
  kindNamePlural,
  type OrganisationId,
  type OrganisationKind,
  type OrganisationLine,
  organisationLabel,
} from '../../organisations/index.ts'
import { isAhead } from '../rules/state.ts'
import type { ListedParticipant } from '../store/participants.ts'
import { textsOf } from '../texts/index.ts'
import type { Invitation } from '../types/invitation.ts'
import type { Attendance, RegistrationState } from '../types/registration.ts'
import type { RegistrationQuestion } from '../types.ts'
import { type OfficeEvent, officeEventPage, officePath } from './office-page.ts'

export type ParticipantsView = OfficeEvent & {
  /** Null: the reader may not see persons. */
  readonly people: Page<ListedParticipant> | null
  readonly filter: { readonly state: RegistrationState | 'in' | null; readonly text: string }
  readonly attendance: Attendance
  readonly invitations: readonly Invitation[]
  readonly organisations: ReadonlyMap<OrganisationId, OrganisationLine>
  readonly countsByKind: ReadonlyMap<OrganisationKind, number>
  readonly found: { readonly text: string; readonly rows: readonly OrganisationLine[] } | null
  /** Letters of registration leave by themselves, or wait for a person. */
  readonly confirmsLeave: boolean
  readonly failed: { readonly form: string; readonly state: FormState } | null
  readonly done: string | undefined
}

export function participantsPage(frame: ui.Frame, view: ParticipantsView): Html {
  const { locale } = frame
  const { event } = view
  const t = textsOf(locale).office.participants
  const a = view.attendance
  const registers = event.participation !== 'open' || a.confirmed + a.waiting + a.unconfirmed > 0
  return officeEventPage(frame, view, {
    tab: 'participants',
    done: view.done,
    ...(view.failed?.form === 'act' ? { errors: view.failed.state.errors } : {}),
    notices:
      event.participation === 'registration' &&
      view.keeps &&
      !view.confirmsLeave &&
      ui.notice({
        locale,
        tone: 'warning',
        title: t.lettersWait,
        body: t.lettersWaitText,
        actions: ui.linkButton({ label: t.lettersRules, href: '/office/outbox/rules', small: true }),
      }),
    main: html`${ui.figures([
      { value: String(a.confirmed), label: t.confirmed },
      ...(event.seats === null ? [] : [{ value: String(event.seats), label: t.seats }]),
      { value: String(a.waiting), label: t.waiting },
      { value: String(a.unconfirmed), label: t.unconfirmed },
      { value: String(a.checkedIn + a.counted), label: t.came },
    ])}${invitationsSection(frame, view)}${(registers || view.keeps) && view.people !== null && peopleSection(frame, view)}`,
  })
}

function invitationsSection(frame: ui.Frame, view: ParticipantsView): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.invitations
  const at = officePath(view.event.id)
  const ahead = isAhead(view.event.state)
  const silent = view.invitations.filter((i) => i.state === 'invited').length
  return ui.section({
    title: t.title,
    id: 'invitations',
    intro: view.invitations.length > 0 ? t.sum(view.invitations.length, silent) : undefined,
    actions: view.invitations.length > 0 && [
      ui.linkButton({ label: t.print, href: `${at}/invitations?format=pdf`, kind: 'quiet', small: true }),
      ui.linkButton({ label: 'CSV', href: `${at}/invitations?format=csv`, kind: 'quiet', small: true }),
    ],
    content: html`${ui.table<Invitation>({
      locale,
      caption: t.title,
      captionHidden: true,
      rows: view.invitations,
      empty: t.none,
      narrow: 'stack',
      columns: [
        { label: t.organisation, rowHeader: true, cell: (i) => nameOf(locale, view, i.organisationId) },
        {
          label: t.state,
          cell: (i) =>
            html`${ui.tag(t.states[i.state], i.state === 'accepted' ? 'done' : i.state === 'declined' ? 'plain' : 'due')}${i.note && html`<br><span class="soft">${i.note}</span>`}`,
        },
        { label: t.letters, cell: (i) => toldCell(locale, i) },
        { label: t.named, cell: (i) => i.named || '', numeric: true },
        {
          label: t.attended,
          cell: (i) => (view.keeps ? attendedForm(frame, view, i) : (i.attended ?? '')),
        },
      ],
    })}${view.keeps && ahead && silent > 0 && ui.postButton({ action: `${at}/invite/again`, csrf, label: t.again(silent), kind: 'quiet' })}${
      view.keeps && ahead && inviteForms(frame, view)
    }`,
  })
}

function toldCell(locale: Locale, i: Invitation): Html {
  const t = textsOf(locale).office.invitations
  if (i.toldOtherwise !== null) return html`${i.toldOtherwise}`
  if (i.letters === 0) return ui.tag(t.noAddress, 'late')
  return i.mailingId === null
    ? html`${t.written(shortDate(locale, i.invitedAt.toZonedDateTimeISO('Europe/Kyiv').toPlainDate()))}`
    : html`<a href="/office/outbox/${i.mailingId}">${t.written(shortDate(locale, i.invitedAt.toZonedDateTimeISO('Europe/Kyiv').toPlainDate()))}</a>`
}

function attendedForm(frame: ui.Frame, view: ParticipantsView, i: Invitation): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.invitations
  const name = nameOf(locale, view, i.organisationId)
  return ui.disclosure({
    summary: html`${i.attended ?? t.note}${ui.hidden(` ${name}`)}`,
    content: ui.form({
      locale,
      csrf,
      action: `/office/events/invitations/${i.id}`,
      scope: i.id,
      content: html`${ui.integerField({ locale, scope: i.id, name: 'attended', label: t.attended, value: i.attended === null ? '' : String(i.attended), optional: true })}${ui.textField({ locale, scope: i.id, name: 'toldOtherwise', label: t.toldOtherwise, hint: t.toldHint, value: i.toldOtherwise ?? '', optional: true })}`,
    }),
  })
}

function inviteForms(frame: ui.Frame, view: ParticipantsView): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.invitations
  const at = officePath(view.event.id)
  const state = view.failed?.form === 'invite' ? view.failed.state : { values: {}, errors: [] }
  const kinds = KIND_ORDER.filter((k) => (view.countsByKind.get(k) ?? 0) > 0)
  return html`${ui.disclosure({
    summary: t.invite,
    id: 'invite',
    open:
      state.errors.length > 0 || (view.invitations.length === 0 && view.event.participation === 'invitation'),
    content: html`${ui.paragraph(t.inviteText)}${ui.form({
      locale,
      csrf,
      action: `${at}/invite`,
      errors: state.errors,
      scope: 'invite',
      submit: t.inviteButton,
      content: ui
        .boundFields({ locale, values: state.values, errors: state.errors, scope: 'invite' })
        .checkboxes({
          name: 'kinds',
          label: t.kinds,
          options: kinds.map((k) => ({
            value: k,
            label: `${kindNamePlural(locale, k)}: ${view.countsByKind.get(k) ?? 0}`,
          })),
        }),
    })}`,
  })}${ui.searchBox({
    locale,
    action: `${at}/participants`,
    name: 'find',
    label: t.search,
    value: view.found?.text ?? '',
  })}${
    view.found !== null &&
    ui.rows({
      empty: t.notFound,
      items: view.found.rows.map((line) => ({
        title: organisationLabel(line, locale),
        text: line.name,
        action: view.invitations.some((i) => i.organisationId === line.id)
          ? ui.tag(t.already, 'plain')
          : ui.postButton({
              action: `${at}/invite`,
              csrf,
              label: t.inviteOne,
              hint: organisationLabel(line, locale),
              small: true,
              fields: { organisations: line.id },
            }),
      })),
    })
  }`
}

function nameOf(locale: Locale, view: ParticipantsView, id: OrganisationId): string {
  const line = view.organisations.get(id)
  return line ? organisationLabel(line, locale) : ''
}

function peopleSection(frame: ui.Frame, view: ParticipantsView): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.participants
  const at = officePath(view.event.id, '/participants')
  const { event, filter } = view
  const state = view.failed?.form === 'person' ? view.failed.state : { values: {}, errors: [] }
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors, scope: 'person' })
  const people = view.people!
  return ui.section({
    title: t.title,
    id: 'people',
    content: html`${ui.filterForm({
      locale,
      action: at,
      ...(filter.text !== '' || filter.state ? { resetHref: at } : {}),
      fields: [
        ui.textField({ locale, name: 'q', label: t.search, value: filter.text, type: 'search' }),
        ui.selectField({
          locale,
          name: 'state',
          label: t.state,
          value: filter.state,
          empty: textsOf(locale).office.all,
          options: (['confirmed', 'waiting', 'unconfirmed', 'cancelled', 'in'] as const).map((s) => ({
            value: s,
            label: t.states[s],
          })),
        }),
      ],
    })}${ui.table<ListedParticipant>({
      locale,
      caption: t.title,
      captionHidden: true,
      rows: people.rows,
      empty: t.none,
      narrow: 'stack',
      columns: [
        { label: '№', cell: (p) => p.place, numeric: true },
        {
          label: t.name,
          rowHeader: true,
          cell: (p) =>
            p.erasedAt !== null
              ? html`<span class="soft">${t.erased}</span>`
              : html`${p.name}${p.organisation && html`<br><span class="soft">${p.organisation}</span>`}`,
        },
        { label: t.email, cell: (p) => p.email },
        { label: t.code, cell: (p) => p.code },
        {
          label: t.state,
          cell: (p) =>
            html`${ui.tag(
              p.checkedInAt ? t.states.in : t.states[p.state],
              p.checkedInAt
                ? 'done'
                : p.state === 'confirmed'
                  ? 'info'
                  : p.state === 'waiting'
                    ? 'due'
                    : 'plain',
            )}${answersOf(event.registrationQuestions, p)}`,
        },
        {
          label: t.act,
          labelHidden: true,
          cell: (p) =>
            p.state !== 'cancelled' &&
            p.checkedInAt === null &&
            ui.postButton({
              action: `${at}/cancel`,
              csrf,
              label: t.cancel,
              hint: p.name,
              small: true,
              kind: 'quiet',
              fields: { registration: p.id },
            }),
        },
      ],
    })}${ui.pager({
      locale,
      shown: people.rows.length,
      previousHref: /[?&]after=/.test(frame.path) ? ui.withQuery(frame.path, { after: null }) : null,
      nextHref: people.next === null ? null : ui.withQuery(frame.path, { after: people.next }),
    })}${ui.exportLinks({ locale, ...ui.tableFiles(frame.path), of: t.title })}${
      view.keeps &&
      event.state !== 'cancelled' &&
      event.state !== 'closed' &&
      ui.disclosure({
        summary: t.add,
        id: 'add-person',
        open: state.errors.length > 0,
        content: ui.form({
          locale,
          csrf,
          action: at,
          scope: 'person',
          errors: state.errors,
          submit: t.addButton,
          content: html`${ui.fieldRow([
            f.text({ name: 'name', label: t.name, maxLength: 200 }),
            f.text({ name: 'organisation', label: t.organisation, optional: true }),
            f.text({ name: 'email', label: t.email, type: 'email', optional: true }),
          ])}${f.checkbox({ name: 'came', label: t.cameAlready })}`,
        }),
      })
    }${ui.paragraph(t.forgotten, 'small')}`,
  })
}

function answersOf(questions: readonly RegistrationQuestion[], p: ListedParticipant): Html | false {
  const told = questions.flatMap((q) => {
    const answer = p.answers[q.key]
    return answer ? [`${q.label}: ${answer}`] : []
  })
  return told.length > 0 && html`<br><span class="soft">${told.join('; ')}</span>`
}

/** What a participant's own words of time are, for the export. */
export const registeredAt = (locale: Locale, p: ListedParticipant) => moment(locale, p.createdAt)
