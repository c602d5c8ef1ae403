/** Consolidated, yearly and final reports: composed, edited, approved (and frozen then), published, corrected. */
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts'
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, isRefusal, refuse } from '../../../kernel/refusal.ts'
import { CITY_CALENDAR } from '../../../legal-time/calendar.ts'
import { dueByRule } from '../../../legal-time/due-by-rule.ts'
import type { Explanation } from '../../../legal-time/explanation.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { Db } from '../../../platform/db.ts'
import { seal } from '../../../platform/seal.ts'
import { cityRule } from '../../law/index.ts'
import { editionAt, type Programme, type ProgrammeId, programmeById } from '../../programmes/index.ts'
import * as policy from '../policy.ts'
import { consolidate } from '../rules/consolidate.ts'
import { consolidatedStep } from '../rules/consolidated-life.ts'
import { mayApprove, mayCompose } from '../rules/span.ts'
import * as store from '../store/consolidated.ts'
import { freezeConsolidated } from '../store/frozen.ts'
import { spanFacts } from '../store/span.ts'
import { conclusionsUk, introductionUk } from '../texts/narrative-uk.ts'
import type { FrozenConsolidated } from '../types/frozen.ts'
import type { Consolidated, ConsolidatedId, ConsolidatedRequisites, Span } from '../types.ts'

/** The report as the facts make it now; introduction and conclusions as people left them. */
export async function contentOf(
  db: Db | Tx['db'],
  programme: Programme,
  report: Consolidated,
  today: CivilDate,
): Promise<FrozenConsolidated> {
  const matter = consolidate(await spanFacts(db, programme, report, today))
  return {
    ...matter,
    introduction: report.introduction ?? introductionUk(matter),
    conclusions: report.conclusions ?? conclusionsUk(matter),
  }
}

/** Gives the draft of a period, making it where there is none. */
export async function composeConsolidated(
  ctx: Context,
  programmeId: ProgrammeId,
  span: Span,
): Promise<ConsolidatedId> {
  return transact(ctx, async (tx) => {
    permit(policy.mayComposeConsolidated(tx.actor), 'consolidated.compose')
    const programme = found(await programmeById(tx.db, programmeId), 'programme')
    const refusal = mayCompose(span, programme.period, tx.today)
    if (refusal) accept(refusal)
    const known = await store.latestOfSpan(tx.db, programmeId, span)
    if (known) return known.id
    const due = await dueOf(tx, programme, span)
    const id = await store.insertConsolidated(tx, {
      ...span,
      programmeId,
      version: 1,
      correctionReason: null,
      introduction: null,
      conclusions: null,
      requisites: (await store.lastRequisites(tx.db, programmeId)) ?? (await firstRequisites(tx, programme)),
      due: due?.date ?? null,
      explanation: due?.explanation ?? null,
    })
    if (id === null) return found(await store.latestOfSpan(tx.db, programmeId, span), 'report').id
    audit(tx, 'consolidated.compose', { type: 'consolidated', id }, { after: { programmeId, ...span } })
    return id
  })
}

/** Who signed the programme signs its draft decisions until someone says otherwise. */
async function firstRequisites(tx: Tx, programme: Programme): Promise<ConsolidatedRequisites> {
  const signed = (await editionAt(tx.db, programme.id, tx.today))?.content.signatory
  return {
    signatories: [],
    sitting: null,
    rapporteur: null,
    commission: null,
    decisionSignatory:
      signed?.position && signed.name ? { position: signed.position, name: signed.name } : null,
  }
}

/** The final report within three months of the programme's end (Law 1621-IV, article 9). */
async function dueOf(
  tx: Tx,
  programme: Programme,
  span: Span,
): Promise<{ readonly date: CivilDate; readonly explanation: Explanation } | null> {
  if (span.kind !== 'final') return null
  const rule = await cityRule(tx.db, 'programme.report.final', civilDate(programme.period.to.year, 12, 31))
  if (isRefusal(rule)) return null
  const due = dueByRule(CITY_CALENDAR, rule, programme.period.to)
  return isRefusal(due) ? null : { date: due.date, explanation: due.explanation }
}

async function load(tx: Tx, id: ConsolidatedId): Promise<{ report: Consolidated; programme: Programme }> {
  const report = found(await store.lockConsolidated(tx.db, id), 'report')
  const programme = found(await programmeById(tx.db, report.programmeId), 'programme')
  return { report, programme }
}

export type ConsolidatedInput = {
  readonly lockVersion: number
  readonly introduction: string | null
  readonly conclusions: string | null
  readonly requisites: ConsolidatedRequisites
}

/** A text that is as the facts compose it keeps following them. */
export async function editConsolidated(
  ctx: Context,
  id: ConsolidatedId,
  input: ConsolidatedInput,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const { report, programme } = await load(tx, id)
    permit(policy.mayComposeConsolidated(tx.actor), 'consolidated.edit')
    accept(consolidatedStep(report.state, 'edit'))
    if (report.lockVersion !== input.lockVersion) throw new Conflict('report')
    const matter = consolidate(await spanFacts(tx.db, programme, report, tx.today))
    const own = (typed: string | null, composed: string) =>
      typed === null || typed.trim() === composed.trim() ? null : typed
    const change = {
      introduction: own(input.introduction, introductionUk(matter)),
      conclusions: own(input.conclusions, conclusionsUk(matter)),
      requisites: input.requisites,
    }
    await store.saveConsolidated(tx.db, report, change)
    audit(
      tx,
      'consolidated.edit',
      { type: 'consolidated', id },
      {
        before: {
          introduction: report.introduction,
          conclusions: report.conclusions,
          requisites: report.requisites,
        },
        after: change,
      },
    )
  })
}

/** Freezes the content: from now on pages and documents are made of it. */
export async function approveConsolidated(
  ctx: Context,
  id: ConsolidatedId,
  input: { readonly lockVersion: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const { report, programme } = await load(tx, id)
    permit(policy.mayApprove(tx.actor, report.kind), 'consolidated.approve')
    const state = accept(consolidatedStep(report.state, 'approve'))
    if (report.lockVersion !== input.lockVersion) throw new Conflict('report')
    const early = mayApprove(report, programme.period, tx.today)
    if (early) accept(early)
    const content = await contentOf(tx.db, programme, report, tx.today)
    if (!content.arrivals.some((a) => a.state === 'accepted')) accept(refuse('nothing_accepted'))
    const kept = seal(content)
    await store.markApproved(tx, report)
    await freezeConsolidated(tx, id, content, kept)
    audit(
      tx,
      'consolidated.approve',
      { type: 'consolidated', id },
      { before: { state: report.state }, after: { state, version: report.version, sha256: kept.sha256 } },
    )
  })
}

export async function publishConsolidated(ctx: Context, id: ConsolidatedId): Promise<void> {
  await transact(ctx, async (tx) => {
    const { report } = await load(tx, id)
    permit(policy.mayPublish(tx.actor, report.kind), 'consolidated.publish')
    const state = accept(consolidatedStep(report.state, 'publish'))
    await store.markPublished(tx, report)
    audit(
      tx,
      'consolidated.publish',
      { type: 'consolidated', id },
      { before: { state: report.state }, after: { state } },
    )
  })
}

/** The next version, as a draft; the one before stays approved, published and readable. */
export async function correctConsolidated(
  ctx: Context,
  id: ConsolidatedId,
  input: { readonly reason: string },
): Promise<ConsolidatedId> {
  return transact(ctx, async (tx) => {
    const { report } = await load(tx, id)
    permit(policy.mayComposeConsolidated(tx.actor), 'consolidated.correct')
    accept(consolidatedStep(report.state, 'correct'))
    if (!report.latest) throw new Conflict('report')
    await store.markConsolidatedSuperseded(tx.db, id)
    const next = await store.insertConsolidated(tx, {
      ...report,
      version: report.version + 1,
      correctionReason: input.reason,
    })
    if (next === null) throw new Conflict('report')
    const facts = {
      before: { version: report.version },
      after: { version: report.version + 1 },
      reason: input.reason,
    }
    audit(tx, 'consolidated.correct', { type: 'consolidated', id }, facts)
    audit(tx, 'consolidated.correct', { type: 'consolidated', id: next }, facts)
    return next
  })
}
