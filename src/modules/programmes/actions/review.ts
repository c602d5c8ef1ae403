/** The review of a draft: a section is saved, a finding settled, a line given its place. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { mayManage } from '../policy.ts'
import { applyResolution } from '../rules/resolution.ts'
import { assignLine, type Editable, partOf, unassignLine } from '../rules/sections.ts'
import { lockDraft, saveDraft } from '../store/drafts.ts'
import type { Draft, KeptLines, LinePart, ResolutionAction, Resolutions } from '../types/draft.ts'
import type { ProposedProgramme } from '../types/proposed.ts'
import type { DraftId } from '../types.ts'
import { requireSeen } from './seen.ts'
import { nameOf } from './who.ts'

/** Loads and locks a draft that is still under review. */
export async function lockReview(tx: Tx, id: DraftId, permission: string): Promise<Draft> {
  const draft = found(await lockDraft(tx.db, id), 'draft')
  permit(mayManage(tx.actor), permission)
  accept(draft.state === 'review' ? draft : refuse('draft_not_in_review', { state: draft.state }))
  return draft
}

/**
 * Saves one section.
 * @param seen mark of the section as the form showed it
 * @throws Conflict when it was changed meanwhile
 */
export async function editDraft<T extends { readonly proposed: ProposedProgramme }>(
  ctx: Context,
  input: {
    readonly id: DraftId
    readonly what: Editable
    readonly seen: string
    readonly change: (proposed: ProposedProgramme) => T | Refusal | readonly Refusal[]
  },
): Promise<T> {
  return transact(ctx, async (tx) => {
    const draft = await lockReview(tx, input.id, 'draft.edit')
    const before = partOf(draft.proposed, input.what)
    requireSeen(input.seen, before, `draft ${input.what}`)
    const changed = accept(input.change(draft.proposed)) as T
    await saveDraft(tx.db, draft.id, { proposed: changed.proposed }, { at: tx.now, by: nameOf(tx.actor) })
    audit(
      tx,
      'draft.edit',
      { type: 'programmeDraft', id: draft.id },
      { before: { [input.what]: before }, after: { [input.what]: partOf(changed.proposed, input.what) } },
    )
    return changed
  })
}

/** Accepts, changes or dismisses a finding, or opens it again (`action` null). */
export async function resolveFinding(
  ctx: Context,
  input: {
    readonly id: DraftId
    readonly key: string
    readonly action: ResolutionAction | null
    readonly note: string | null
    /** One of the values that the finding offers; its own proposal when absent. */
    readonly value?: string | null
  },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const draft = await lockReview(tx, input.id, 'draft.resolve')
    const finding = found(
      draft.reading.findings.find((f) => f.key === input.key),
      'finding',
    )
    const { [input.key]: before, ...others } = draft.resolutions.findings
    if (input.action !== null && input.action !== 'accepted' && input.note === null)
      accept(refuse('note_required', undefined, 'note'))
    const after = input.action && {
      action: input.action,
      note: input.note,
      value: input.value ?? null,
      by: nameOf(tx.actor),
      on: tx.today.toString(),
    }
    const proposed =
      input.action === 'accepted'
        ? applyResolution(draft.proposed, finding, input.value ?? null)
        : draft.proposed
    await saveResolutions(tx, draft, {
      proposed,
      resolutions: {
        ...draft.resolutions,
        findings: after ? { ...others, [input.key]: after } : others,
      },
    })
    audit(
      tx,
      'draft.resolve',
      { type: 'programmeDraft', id: draft.id },
      {
        before: { finding: input.key, resolution: before ?? null },
        after: { resolution: after },
        ...(input.note === null ? {} : { reason: input.note }),
      },
    )
  })
}

/** Gives lines that were not understood a part, or dismisses them with a reason, or takes either back. */
export async function decideLines(
  ctx: Context,
  input: {
    readonly id: DraftId
    /** Empty: all that are still undecided. */
    readonly keys: readonly string[]
    readonly decision:
      | { readonly action: 'assigned'; readonly part: LinePart }
      | { readonly action: 'dismissed'; readonly note: string | null }
      | { readonly action: 'reopened' }
  },
): Promise<number> {
  return transact(ctx, async (tx) => {
    const draft = await lockReview(tx, input.id, 'draft.line')
    const { decision } = input
    if (decision.action === 'dismissed' && decision.note === null)
      accept(refuse('note_required', undefined, 'note'))
    const known = draft.reading.notUnderstood
    const wanted =
      input.keys.length > 0
        ? input.keys.map((key) =>
            found(
              known.find((l) => l.key === key),
              'line',
            ),
          )
        : known.filter((l) => !draft.resolutions.lines[l.key])
    let state = { proposed: draft.proposed, resolutions: draft.resolutions }
    for (const line of wanted) state = decided(state, line, decision, nameOf(tx.actor), tx.today.toString())
    await saveResolutions(tx, draft, state)
    audit(
      tx,
      'draft.line',
      { type: 'programmeDraft', id: draft.id },
      { after: { lines: wanted.map((l) => l.lines), decision } },
    )
    return wanted.length
  })
}

type State = { readonly proposed: ProposedProgramme; readonly resolutions: Resolutions }

function decided(
  state: State,
  line: KeptLines,
  decision: Parameters<typeof decideLines>[1]['decision'],
  by: string,
  on: string,
): State {
  const { [line.key]: before, ...others } = state.resolutions.lines
  // A line stands in one part only: what was decided before is undone first.
  const bare =
    before?.action === 'assigned' ? unassignLine(state.proposed, line, before.part) : state.proposed
  if (decision.action === 'reopened')
    return { proposed: bare, resolutions: { ...state.resolutions, lines: others } }
  const after =
    decision.action === 'assigned'
      ? { action: decision.action, part: decision.part, by, on }
      : { action: decision.action, note: decision.note ?? '', by, on }
  return {
    proposed: decision.action === 'assigned' ? assignLine(bare, line, decision.part) : bare,
    resolutions: { ...state.resolutions, lines: { ...others, [line.key]: after } },
  }
}

async function saveResolutions(tx: Tx, draft: Draft, state: State): Promise<void> {
  await saveDraft(tx.db, draft.id, state, { at: tx.now, by: nameOf(tx.actor) })
}

/** Puts a draft aside with a reason; it can be taken up again. */
export async function discardDraft(
  ctx: Context,
  input: { readonly id: DraftId; readonly reason: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const draft = await lockReview(tx, input.id, 'draft.discard')
    await saveDraft(
      tx.db,
      draft.id,
      { state: 'discarded', discardReason: input.reason },
      { at: tx.now, by: nameOf(tx.actor) },
    )
    audit(tx, 'draft.discard', { type: 'programmeDraft', id: draft.id }, { reason: input.reason })
  })
}
