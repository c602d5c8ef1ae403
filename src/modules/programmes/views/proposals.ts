/** Proposals as rows: what, why, by whom, and what became of it. */
import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import { button, buttonRow, type Content, csrfField, rows, tag, textArea } from '../../../ui/index.ts'
import type { Unit } from '../../people/index.ts'
import { mayWithdraw } from '../policy.ts'
import { texts } from '../texts/index.ts'
import type { ProposalRecord, ProposalState } from '../types/proposal.ts'
import type { Programme } from '../types.ts'

const TONES: Readonly<Record<ProposalState, 'due' | 'done' | 'late' | 'plain'>> = {
  submitted: 'due',
  accepted: 'done',
  rejected: 'late',
  withdrawn: 'plain',
}

type ProposalsView = {
  readonly locale: Locale
  readonly csrf: string | null
  readonly proposals: readonly ProposalRecord[]
  readonly programmes: readonly Programme[]
  readonly units: ReadonlyMap<string, Unit>
  readonly manages: boolean
  readonly actor: Actor
  readonly failed: { readonly id: string; readonly message: string; readonly typed: string } | null
}

export function proposalRows(view: ProposalsView): Html {
  const { locale, proposals, programmes, units } = view
  const t = texts(locale).proposals
  return rows({
    level: 2,
    items: proposals.map((p) => ({
      when: shortDate(locale, dayOf(p.createdAt)),
      title: html`${t.kinds[p.kind]} ${tag(t.states[p.state], TONES[p.state])}`,
      text: html`<span lang="uk">${p.text}</span><br>${t.reason}: <span lang="uk">${p.reason}</span><br><span class="soft">${[
        p.unitId && units.get(p.unitId)?.name,
        p.createdByName,
        programmes.find((one) => one.id === p.programmeId)?.shortTitle,
      ]
        .filter((s) => s)
        .join(
          ' · ',
        )}</span>${p.answer !== null && html`<br>${t.answer}: <span lang="uk">${p.answer}</span>`}`,
      action: p.state === 'submitted' && decisionForm(view, p),
    })),
  })
}

function decisionForm({ locale, csrf, manages, actor, failed }: ProposalsView, p: ProposalRecord): Content {
  const t = texts(locale).proposals
  const mine = failed?.id === p.id ? failed : null
  const withdraw =
    mayWithdraw(actor, p) &&
    button({ label: t.withdraw, kind: 'quiet', small: true, name: 'verb', value: 'withdraw' })
  if (!manages && !withdraw) return null
  return html`<form method="post" action="/office/programmes/proposals/${p.id}" class="form">${csrfField(csrf)}${
    manages &&
    textArea({
      locale,
      name: `answer-${p.id}`,
      label: t.answer,
      hint: t.answerHint,
      rows: 2,
      optional: true,
      value: mine?.typed ?? '',
      error: mine?.message ?? null,
    })
  }${buttonRow(
    manages && button({ label: t.accept, small: true, name: 'verb', value: 'accept' }),
    manages && button({ label: t.reject, kind: 'quiet', small: true, name: 'verb', value: 'reject' }),
    withdraw,
  )}</form>`
}

/** For everybody: only what was decided, without the names of people. */
export function publicProposals(
  locale: Locale,
  proposals: readonly ProposalRecord[],
  units: ReadonlyMap<string, Unit>,
): Html {
  const t = texts(locale).proposals
  return rows({
    level: 2,
    items: proposals.map((p) => ({
      when: shortDate(locale, dayOf(p.decidedAt ?? p.createdAt)),
      title: html`${t.kinds[p.kind]} ${tag(t.states[p.state], TONES[p.state])}`,
      text: html`<span lang="uk">${p.text}</span><br>${t.reason}: <span lang="uk">${p.reason}</span>${
        p.unitId && html`<br><span class="soft" lang="uk">${units.get(p.unitId)?.name}</span>`
      }${p.answer !== null && html`<br>${t.answer}: <span lang="uk">${p.answer}</span>`}`,
    })),
  })
}
