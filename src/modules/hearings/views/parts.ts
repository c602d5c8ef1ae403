/** What the pages of hearings share. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, longDate, shortDate } from '../../../kernel/texts.ts'
import { cite, sentence } from '../../../legal-time/explain.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { isObligatory } from '../rules/state.ts'
import { isCarried } from '../rules/votes.ts'
import { texts } from '../texts/index.ts'
import type {
  FollowUp,
  Hearing,
  HearingState,
  Minutes,
  Proposal,
  ProposalState,
  Term,
  Vote,
} from '../types.ts'

export const HEARINGS = '/hearings'
export const OFFICE = '/office/hearings'

export function hearingTitle(locale: Locale, h: Pick<Hearing, 'title' | 'titleEn'>): string {
  return locale === 'en' ? (h.titleEn ?? h.title) : h.title
}

export function stateTag(locale: Locale, state: HearingState): Html {
  const tone = {
    proposed: 'due',
    received: 'due',
    accepted: 'due',
    refused: 'plain',
    setAside: 'plain',
    called: 'info',
    held: 'due',
    decided: 'done',
    closed: 'done',
  } as const
  return ui.tag(texts[locale].states[state], tone[state])
}

export function proposalTag(locale: Locale, state: ProposalState): Html {
  const tone = { open: 'due', taken: 'done', partly: 'info', rejected: 'plain' } as const
  return ui.tag(texts[locale].proposalStates[state], tone[state])
}

export function initiatorOf(locale: Locale, h: Hearing): string {
  const kind = texts[locale].initiators[h.initiatorKind]
  const name = h.organisation ?? h.initiator
  return name ? `${kind}: ${name}` : kind
}

export function subjectOf(locale: Locale, h: Pick<Hearing, 'subject'>): string {
  const t = texts[locale]
  return isObligatory(h.subject) ? `${t.subjects[h.subject]} (${t.obligatory})` : t.subjects[h.subject]
}

/** The day, and why it is that day. */
export function termText(locale: Locale, term: Term): Html {
  const { basis, martialLaw } = term.explanation
  const sources = [basis?.source, martialLaw].flatMap((s) =>
    s ? [{ label: cite(locale, s), ...(s.url ? { href: s.url } : {}) }] : [],
  )
  const rule = basis && localPath(locale, `/dates/rules/${basis.rule}`)
  return html`${ui.day({ locale, date: term.due })}${ui.why({
    locale,
    explanation: html`${sentence(locale, term.explanation)}${rule && html` <a href="${rule}">${texts[locale].rule}</a>`}`,
    sources,
  })}`
}

export function course(locale: Locale, h: Hearing): Html {
  const t = texts[locale].steps
  const reached = {
    proposed: 0,
    received: 0,
    accepted: 1,
    refused: 0,
    setAside: 0,
    called: 2,
    held: 3,
    decided: 4,
    closed: 5,
  }
  const names = [t.initiative, t.call, t.hearing, t.decision, t.follow]
  return ui.stepper({
    locale,
    label: texts[locale].stepsLabel,
    steps: names.map((label, i) => ({
      label,
      state: i < reached[h.state] ? 'done' : i === reached[h.state] ? 'current' : 'todo',
    })),
  })
}

export function voteTable(locale: Locale, minutes: Pick<Minutes, 'votes'>): Html {
  const t = texts[locale].minutes
  return ui.table<Vote>({
    locale,
    caption: t.votes,
    rows: minutes.votes,
    columns: [
      { label: t.columns.question, rowHeader: true, cell: (v) => v.question },
      { label: t.columns.for, cell: (v) => v.for, numeric: true },
      { label: t.columns.against, cell: (v) => v.against, numeric: true },
      { label: t.columns.abstained, cell: (v) => v.abstained, numeric: true },
      { label: t.columns.result, cell: (v) => (isCarried(v) ? t.carried : t.lost) },
    ],
  })
}

/** Authors are told by their kind only; an organisation by its name. */
export function proposalTable(locale: Locale, rows: readonly Proposal[]): Html {
  const t = texts[locale].proposals
  return ui.table<Proposal>({
    locale,
    caption: t.title,
    captionHidden: true,
    rows,
    empty: t.none,
    columns: [
      { label: t.columns.n, cell: (p) => p.number, numeric: true },
      { label: t.columns.text, rowHeader: true, cell: (p) => p.text },
      { label: t.columns.author, cell: (p) => p.organisation ?? texts[locale].authors[p.authorKind] },
      { label: t.columns.state, cell: (p) => proposalTag(locale, p.state) },
      { label: t.columns.reason, cell: (p) => p.reason },
      {
        label: t.columns.on,
        cell: (p) => p.decidedOn && ui.day({ locale, date: p.decidedOn, style: 'short' }),
      },
    ],
  })
}

export function decisionText(locale: Locale, h: Hearing): Html | false {
  if (h.decision === null) return false
  const { body, on, number, text, link } = h.decision
  const named = texts[locale].decision.cite(body, longDate(locale, on), number)
  return html`<p>${link ? html`<a href="${link}">${named}</a>` : named}</p>${text
    .split(/\n{2,}/)
    .map((one) => html`<p>${one}</p>`)}`
}

export function followUpRows(
  locale: Locale,
  rows: readonly FollowUp[],
  today: CivilDate,
  form?: (f: FollowUp) => Html | false,
): Html {
  const t = texts[locale].followUp
  return ui.rows({
    items: rows.map((f) => ({
      when: f.doneOn ? shortDate(locale, f.doneOn) : t.due(shortDate(locale, f.due)),
      title: t.after(f.months),
      text: f.note ?? (compareDates(f.due, today) > 0 ? t.later : ui.tag(t.overdue, 'due')),
      action: f.note === null && form?.(f),
    })),
  })
}

export function historySection(locale: Locale, records: readonly AuditRecord[]): Html {
  const t = texts[locale]
  return ui.section({
    title: t.history,
    content: ui.past({ locale, records, actions: t.actions }),
  })
}
