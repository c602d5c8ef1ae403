/** A seminar in the office: branches, test, certificates. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { type OfficeEvent, officeEventPage, type Participant } from '../../events/index.ts'
import { organisationLabel } from '../../organisations/index.ts'
import { texts } from '../texts/index.ts'
import type { BranchInvited, Certificate, CertificateId, SeminarTest, StageResult } from '../types.ts'
import { resultTable } from './results.ts'

export const seminarPath = (id: OfficeEvent['event']['id']) => `/office/events/${id}/seminar`

export type SeminarView = {
  readonly office: OfficeEvent
  /** Null where the kind invites no branches. */
  readonly branches: readonly BranchInvited[] | null
  readonly test: SeminarTest | null
  readonly results: { readonly before: StageResult; readonly after: StageResult } | null
  readonly certificates: readonly Certificate[]
  /** Who came and has none yet. */
  readonly came: readonly Participant[]
  readonly forms: {
    readonly invite: FormState
    readonly test: FormState
    readonly issue: FormState
    readonly revoke: FormState
    readonly revoking: CertificateId | null
  }
  readonly done: string
}

export function seminarPage(frame: ui.Frame, view: SeminarView): Html {
  const { locale } = frame
  const t = texts[locale]
  const path = seminarPath(view.office.event.id)
  return officeEventPage(frame, view.office, {
    tab: { path },
    notices: ui.doneNotice(locale, t.done, view.done),
    main: html`${view.branches && branchSection(frame, view, view.branches)}${testSection(frame, view)}${certificateSection(frame, view)}`,
  })
}

function branchSection(frame: ui.Frame, view: SeminarView, branches: readonly BranchInvited[]): Html {
  const { locale } = frame
  const t = texts[locale].branches
  const path = seminarPath(view.office.event.id)
  const missing = branches.filter((b) => b.invitation === null).length
  return ui.section({
    title: t.title,
    id: 'branches',
    intro: t.intro,
    content: html`${ui.errorSummary({ locale, errors: view.forms.invite.errors })}${
      missing > 0 && view.office.keeps
        ? ui.postButton({ action: `${path}/invite`, csrf: frame.csrf, label: t.invite(missing) })
        : branches.length > 0 && missing === 0 && html`<p>${ui.tag(t.all, 'done')}</p>`
    }${branchTable(locale, branches)}${
      branches.length > 0 &&
      ui.exportLinks({
        locale,
        docx: ui.withQuery(`${path}/branches`, { format: 'docx' }),
        pdf: ui.withQuery(`${path}/branches`, { format: 'pdf' }),
        csv: ui.withQuery(`${path}/branches`, { format: 'csv' }),
        xlsx: ui.withQuery(`${path}/branches`, { format: 'xlsx' }),
        of: t.sheet,
      })
    }`,
  })
}

function branchTable(locale: Locale, branches: readonly BranchInvited[]): Html {
  const t = texts[locale].branches
  return ui.table<BranchInvited>({
    locale,
    caption: t.title,
    captionHidden: true,
    rows: branches,
    empty: t.none,
    columns: [
      {
        label: t.columns.name,
        rowHeader: true,
        cell: ({ branch }) =>
          html`<a href="/office/organisations/${branch.id}">${organisationLabel(branch, locale)}</a>`,
      },
      {
        label: t.columns.invited,
        cell: ({ invitation }) =>
          invitation
            ? shortDate(locale, invitation.invitedAt.toZonedDateTimeISO('Europe/Kyiv').toPlainDate())
            : t.not,
      },
      {
        label: t.columns.mailing,
        cell: ({ invitation }) =>
          invitation?.mailingId
            ? html`<a href="/office/outbox/${invitation.mailingId}">${t.letter}</a>`
            : (invitation?.toldOtherwise ?? ''),
      },
      {
        label: t.columns.answer,
        cell: ({ invitation }) => invitation && (t.answers[invitation.state] ?? invitation.state),
      },
      { label: t.columns.attended, cell: ({ invitation }) => invitation?.attended, numeric: true },
    ],
  })
}

function testSection(frame: ui.Frame, view: SeminarView): Html {
  const { locale } = frame
  const t = texts[locale].test
  const { test, office, forms, results } = view
  const path = seminarPath(office.event.id)
  const answered = results ? results.before.answers + results.after.answers : 0
  const f = ui.boundFields({ locale, values: forms.test.values, errors: forms.test.errors })
  return ui.section({
    title: t.title,
    id: 'test',
    content: html`${
      test &&
      html`<p>${t.stage}: ${ui.tag(t.stages[test.stage] ?? test.stage, test.stage === 'closed' ? 'plain' : 'info')}. <a href="${localPath(locale, `/events/${office.event.id}/test`)}">${t.link}</a></p>${
        office.keeps &&
        ui.buttonRow(
          ...(['before', 'after', 'closed'] as const)
            .filter((stage) => stage !== test.stage)
            .map((stage) =>
              ui.postButton({
                action: `${path}/stage`,
                csrf: frame.csrf,
                label: t.open[stage] ?? stage,
                fields: { stage },
                kind: 'quiet',
                small: true,
              }),
            ),
        )
      }`
    }${test && results && resultTable(locale, test, results)}${
      office.keeps &&
      (answered > 0
        ? html`<p class="soft">${t.locked}</p>`
        : ui.form({
            locale,
            action: `${path}/test`,
            csrf: frame.csrf,
            errors: forms.test.errors,
            submit: t.save,
            content: [
              ui.hiddenField('version', String(test?.version ?? 0)),
              f.area({ name: 'questions', label: t.questions, hint: t.questionsHint, rows: 10 }),
            ],
          }))
    }`,
  })
}

function certificateSection(frame: ui.Frame, view: SeminarView): Html {
  const { locale } = frame
  const t = texts[locale].certificates
  const path = seminarPath(view.office.event.id)
  const { forms, came, certificates } = view
  return ui.section({
    title: t.title,
    id: 'certificates',
    intro: t.intro,
    content: html`${certificates.length > 0 && certificateTable(frame, view)}${
      view.office.keeps &&
      (came.length === 0
        ? certificates.length === 0 && html`<p class="soft">${t.none}</p>`
        : ui.form({
            locale,
            action: `${path}/certificates`,
            csrf: frame.csrf,
            errors: forms.issue.errors,
            submit: t.issue,
            content: [
              ui.checkboxGroup({
                locale,
                name: 'people',
                label: t.people,
                values: came.map((p) => p.id),
                options: came.map((p) => ({ value: p.id, label: p.name, hint: p.organisation ?? undefined })),
              }),
              ui.checkbox({
                locale,
                name: 'consent',
                label: t.consent,
                hint: t.consentHint,
                value: 'yes',
                optional: true,
              }),
            ],
          }))
    }`,
  })
}

function certificateTable(frame: ui.Frame, view: SeminarView): Html {
  const { locale } = frame
  const t = texts[locale].certificates
  const path = seminarPath(view.office.event.id)
  return ui.table<Certificate>({
    locale,
    caption: t.title,
    captionHidden: true,
    rows: view.certificates,
    rowTone: (c) => (c.revokedOn ? 'soft' : null),
    columns: [
      {
        label: t.columns.number,
        cell: (c) => html`<a href="${localPath(locale, `/certificates/${c.number}`)}">${c.number}</a>`,
      },
      { label: t.columns.name, rowHeader: true, cell: (c) => c.name },
      { label: t.columns.consent, cell: (c) => (c.consent ? t.shown : t.hidden) },
      {
        label: t.columns.state,
        cell: (c) => (c.revokedOn ? `${t.revoked}: ${c.revokeReason}` : ui.tag(t.valid, 'done')),
      },
      {
        label: t.columns.file,
        cell: (c) =>
          c.revokedOn === null &&
          html`<a href="${path}/certificates/${c.id}/file">${t.file}${ui.hidden(` ${c.name}`)}</a> ${view.office.keeps && revokeForm(frame, view, c)}`,
      },
    ],
  })
}

function revokeForm(frame: ui.Frame, view: SeminarView, c: Certificate): Html {
  const { locale } = frame
  const t = texts[locale].certificates
  const typed = view.forms.revoking === c.id ? view.forms.revoke : null
  const scope = `revoke-${c.number}`
  const f = ui.boundFields({ locale, values: typed?.values ?? {}, errors: typed?.errors ?? [], scope })
  return ui.disclosure({
    summary: html`${t.revoke}${ui.hidden(` ${c.name}`)}`,
    open: typed !== null,
    content: ui.form({
      locale,
      action: `${seminarPath(view.office.event.id)}/certificates/${c.id}/revoke`,
      csrf: frame.csrf,
      errors: typed?.errors ?? [],
      scope,
      submit: t.revoke,
      danger: true,
      content: f.text({ name: 'reason', label: t.reason }),
    }),
  })
}
