/** One organisation in a check: its answers, its calls, and an answer that a clerk records for it. */
import { type Html, html } from '../../../kernel/html.ts'
import { longDate, moment } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import { CLEAN, type FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { kindName, organisationPath } from '../../organisations/index.ts'
import { valuesOfRegistered } from '../forms/answer.ts'
import { texts } from '../texts/index.ts'
import { type Answer, CALL_OUTCOMES, type Call, type Campaign, type InvitationLine } from '../types.ts'
import { invitationPath } from './invitations.ts'
import { campaignPath, doneNotice, historySection, PATH, stateTag } from './parts.ts'
import { confirmFormOf, correctFormOf, registeredFacts, type Shown } from './registered.ts'

export type InvitationView = {
  readonly campaign: Campaign
  readonly invitation: InvitationLine
  readonly answers: readonly Answer[]
  readonly calls: readonly Call[]
  readonly shown: Shown
  readonly history: readonly AuditRecord[]
  readonly mayRun: boolean
  readonly done: string
  /** Which of the three forms came back. */
  readonly which: 'confirm' | 'correct' | 'call' | null
  readonly form: FormState
}

export function invitationPage(frame: ui.Frame, view: InvitationView): Html {
  const { locale } = frame
  const t = texts[locale]
  const { campaign, invitation: i } = view
  const working = view.mayRun && campaign.state === 'open'
  return ui.page(frame, {
    title: i.name,
    lead: [kindName(locale, i.kind), '. ', stateTag(locale, i.state)],
    breadcrumbs: [
      { label: t.crumb, href: PATH },
      { label: campaign.title, href: campaignPath(campaign) },
      { label: t.list.title, href: campaignPath(campaign, '/organisations') },
    ],
    notices: doneNotice(locale, view.done),
    main: html`<p>${[
      t.invitation.letter(i.channel, i.email),
      i.postedOn && t.invitation.posted(longDate(locale, i.postedOn)),
      i.openedAt && t.invitation.opened(moment(locale, i.openedAt)),
    ]
      .filter(Boolean)
      .join('; ')}. <a href="${organisationPath(i.organisationId)}">${t.invitation.open}</a></p>${ui.section({
      title: t.invitation.answers,
      content:
        view.answers.length === 0
          ? html`<p class="soft">${t.invitation.noAnswer}</p>`
          : ui.rows({ items: view.answers.map((a) => answerRow(frame, a)) }),
    })}${ui.section({ title: t.public.whatWeKnow, content: registeredFacts(locale, view.shown) })}${
      working && answerForms(frame, view)
    }${calls(frame, view, working)}${historySection(locale, view.history)}`,
  })
}

function answerRow({ locale }: ui.Frame, a: Answer) {
  const t = texts[locale].invitation
  return {
    when: moment(locale, a.answeredAt),
    title: `${texts[locale].states[a.kind]}, ${texts[locale].ways[a.way]}`,
    text: [
      a.name === '' ? a.post : t.by(a.name, a.post),
      a.changes.length > 0 && t.changes(a.changes.length),
      a.note && t.note(a.note),
      a.consent && t.consent,
      a.recordedBy && t.recordedBy(a.recordedBy),
    ]
      .filter(Boolean)
      .join('. '),
    ...(a.proposalId === null
      ? {}
      : {
          action: ui.linkButton({
            label: t.proposal,
            href: `/office/organisations/proposals/${a.proposalId}`,
            small: true,
            kind: 'quiet',
          }),
        }),
  }
}

function answerForms(frame: ui.Frame, view: InvitationView): Html {
  const { locale } = frame
  const t = texts[locale]
  const at = invitationPath(view.campaign, view.invitation)
  const { version } = view.shown.registered
  const ways = ['phone', 'paper'] as const
  return ui.section({
    title: t.invitation.answerFor,
    content: [
      ui.disclosure({
        summary: t.public.confirmTitle,
        open: view.which === 'confirm',
        content: confirmFormOf(frame, version, {
          action: `${at}/confirm`,
          form: view.which === 'confirm' ? view.form : CLEAN,
          ways,
        }),
      }),
      ui.disclosure({
        summary: t.public.correctTitle,
        open: view.which === 'correct',
        content: correctFormOf(frame, view.shown, {
          action: `${at}/correct`,
          form:
            view.which === 'correct'
              ? view.form
              : { values: valuesOfRegistered(view.shown.registered), errors: [] },
          ways,
          cancelHref: at,
        }),
      }),
    ],
  })
}

function calls(frame: ui.Frame, view: InvitationView, working: boolean): Html {
  const { locale, csrf } = frame
  const t = texts[locale]
  const form = view.which === 'call' ? view.form : CLEAN
  const f = ui.boundFields({ locale, values: form.values, errors: form.errors, scope: 'call' })
  return ui.section({
    id: 'call',
    title: t.calls.past,
    content: [
      view.calls.length > 0 &&
        ui.rows({
          items: view.calls.map((c) => ({
            when: moment(locale, c.calledAt),
            title: t.outcomes[c.outcome],
            text: [c.note, c.calledBy].filter(Boolean).join(' – '),
          })),
        }),
      working &&
        ui.form({
          locale,
          csrf,
          scope: 'call',
          action: `${invitationPath(view.campaign, view.invitation)}/call`,
          errors: form.errors,
          submit: t.calls.save,
          content: [
            f.radios({
              name: 'outcome',
              label: t.calls.outcome,
              options: CALL_OUTCOMES.map((o) => ({ value: o, label: t.outcomes[o] })),
            }),
            f.area({ name: 'note', label: t.calls.note, hint: t.calls.noteHint, optional: true, rows: 3 }),
          ],
        }),
    ],
  })
}
