/** Sections of a hearing from its day on: proposals, minutes, decision, what became of it. */
import { type Html, html } from '../../../kernel/html.ts'
import { longDate } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { unitLabel } from '../../people/index.ts'
import { texts } from '../texts/index.ts'
import { AUTHOR_KINDS, type FollowUp, PROPOSAL_STATES, type Proposal } from '../types.ts'
import type { OfficeView } from './office.ts'
import { pathOf } from './office-initiative.ts'
import { decisionText, followUpRows, proposalTable, proposalTag, voteTable } from './parts.ts'

export function proposalSection(frame: ui.Frame, view: OfficeView): Html {
  const { locale } = frame
  const t = texts[locale].proposals
  const { hearing: h } = view
  const term = h.decisionTerm
  return ui.section({
    title: t.title,
    id: 'proposals',
    ...(term && h.state === 'held' ? { intro: t.intro(longDate(locale, term.due)) } : {}),
    content: html`${proposalTable(locale, view.proposals)}${
      h.state === 'held' &&
      view.proposals.filter((p) => view.decidable.has(p.id)).map((p) => decideForm(frame, view, p))
    }${view.mayKeep && (h.state === 'called' || h.state === 'held') && proposalForm(frame, view)}`,
  })
}

function decideForm(frame: ui.Frame, view: OfficeView, p: Proposal): Html {
  const { locale } = frame
  const t = texts[locale].proposals
  const typed = view.forms.deciding === p.id ? view.forms.decide : null
  const scope = `decide${p.number}`
  const f = ui.boundFields({
    locale,
    values: typed?.values ?? { state: p.state === 'open' ? '' : p.state, reason: p.reason ?? '' },
    errors: typed?.errors ?? [],
    scope,
  })
  return ui.disclosure({
    summary: html`${t.decideFor(p.number)} ${proposalTag(locale, p.state)}`,
    open: typed !== null,
    content: html`<p>${p.text}</p>${p.author !== null && html`<p class="soft">${t.author}: ${p.author}</p>`}${ui.form(
      {
        locale,
        action: `${pathOf(view)}/proposals/${p.id}`,
        csrf: frame.csrf,
        errors: typed?.errors ?? [],
        scope,
        submit: t.save,
        content: [
          ui.hiddenField('proposalVersion', String(p.version)),
          f.radios({
            name: 'state',
            label: t.decide,
            options: PROPOSAL_STATES.filter((s) => s !== 'open').map((s) => ({
              value: s,
              label: texts[locale].proposalStates[s],
            })),
          }),
          f.area({ name: 'reason', label: t.reason, hint: t.reasonHint, rows: 3 }),
        ],
      },
    )}`,
  })
}

function proposalForm(frame: ui.Frame, view: OfficeView): Html {
  const { locale } = frame
  const t = texts[locale].proposals
  const { values, errors } = view.forms.proposal
  const f = ui.boundFields({ locale, values, errors, scope: 'proposal' })
  return ui.disclosure({
    summary: t.add,
    open: errors.length > 0 || view.proposals.length === 0,
    content: ui.form({
      locale,
      action: `${pathOf(view)}/proposals`,
      csrf: frame.csrf,
      errors,
      scope: 'proposal',
      submit: t.add,
      content: [
        f.area({ name: 'text', label: t.text, rows: 3 }),
        f.select({
          name: 'authorKind',
          label: t.authorKind,
          width: 'medium',
          options: AUTHOR_KINDS.map((k) => ({ value: k, label: texts[locale].authors[k] })),
        }),
        f.text({
          name: 'organisation',
          label: t.organisation,
          suggestions: view.organisations,
          optional: true,
        }),
        f.text({ name: 'author', label: t.author, hint: t.authorHint, optional: true }),
        f.select({
          name: 'unitId',
          label: t.unit,
          empty: t.noUnit,
          optional: true,
          options: view.units.map((u) => ({ value: u.id, label: unitLabel(u) })),
        }),
      ],
    }),
  })
}

export function minutesSection(frame: ui.Frame, view: OfficeView): Html {
  const { locale } = frame
  const t = texts[locale].minutes
  const { minutes, hearing: h } = view
  const document = `${pathOf(view)}/minutes`
  return ui.section({
    title: t.title,
    id: 'minutes',
    content: html`${
      minutes
        ? html`<p>${t.people(minutes.participants)}</p>${minutes.votes.length > 0 && voteTable(locale, minutes)}${ui.exportLinks(
            {
              locale,
              docx: ui.withQuery(document, { format: 'docx' }),
              pdf: ui.withQuery(document, { format: 'pdf' }),
              of: t.document,
            },
          )}`
        : html`<p class="soft">${t.none}</p>`
    }${view.mayKeep && (h.state === 'held' || h.state === 'decided') && minutesForm(frame, view)}`,
  })
}

function minutesForm(frame: ui.Frame, view: OfficeView): Html {
  const { locale } = frame
  const t = texts[locale].minutes
  const { values, errors } = view.forms.minutes
  const f = ui.boundFields({ locale, values, errors, scope: 'minutes' })
  return ui.disclosure({
    summary: t.write,
    open: errors.length > 0 || view.minutes === null,
    content: ui.form({
      locale,
      action: `${pathOf(view)}/minutes`,
      csrf: frame.csrf,
      errors,
      scope: 'minutes',
      submit: t.save,
      draftKey: `hearing-minutes-${view.hearing.id}`,
      content: [
        ui.hiddenField('minutesVersion', String(view.minutes?.version ?? 0)),
        ui.fieldRow([
          f.text({ name: 'chair', label: t.chair }),
          f.text({ name: 'secretary', label: t.secretary }),
          f.integer({ name: 'participants', label: t.participants }),
        ]),
        f.area({ name: 'course', label: t.course, rows: 12 }),
        f.area({ name: 'votes', label: t.votes, hint: t.votesHint, rows: 3, optional: true }),
        f.date({ name: 'signedOn', label: t.signedOn, optional: true }),
      ],
    }),
  })
}

export function decisionSection(frame: ui.Frame, view: OfficeView): Html {
  const { locale } = frame
  const t = texts[locale].decision
  if (view.hearing.decision !== null)
    return ui.section({ title: t.title, id: 'decision', content: decisionText(locale, view.hearing) })
  const { values, errors } = view.forms.decision
  const f = ui.boundFields({ locale, values, errors, scope: 'decision' })
  return ui.section({
    title: t.title,
    id: 'decision',
    intro: t.intro,
    content:
      view.mayKeep &&
      ui.form({
        locale,
        action: `${pathOf(view)}/decision`,
        csrf: frame.csrf,
        errors,
        scope: 'decision',
        submit: t.save,
        content: [
          ui.hiddenField('version', String(view.hearing.version)),
          f.text({ name: 'body', label: t.body }),
          ui.fieldRow([
            f.text({ name: 'number', label: t.number, width: 'short' }),
            f.date({ name: 'on', label: t.on }),
          ]),
          f.area({ name: 'text', label: t.text, rows: 6 }),
          f.text({ name: 'link', label: t.link, type: 'url', optional: true }),
        ],
      }),
  })
}

export function followSection(frame: ui.Frame, view: OfficeView): Html {
  const { locale } = frame
  const working = view.mayKeep && view.hearing.state === 'decided'
  return ui.section({
    title: texts[locale].followUp.title,
    id: 'follow',
    content: followUpRows(
      locale,
      view.followUps,
      frame.today,
      (one) => working && followForm(frame, view, one),
    ),
  })
}

function followForm(frame: ui.Frame, view: OfficeView, one: FollowUp): Html {
  const { locale } = frame
  const t = texts[locale].followUp
  const typed = view.forms.following === one.months ? view.forms.followUp : null
  const scope = `follow${one.months}`
  const f = ui.boundFields({ locale, values: typed?.values ?? {}, errors: typed?.errors ?? [], scope })
  return ui.disclosure({
    summary: t.save,
    open: typed !== null,
    content: ui.form({
      locale,
      action: `${pathOf(view)}/follow-ups/${one.months}`,
      csrf: frame.csrf,
      errors: typed?.errors ?? [],
      scope,
      submit: t.save,
      content: f.area({ name: 'note', label: t.note, rows: 3 }),
    }),
  })
}
