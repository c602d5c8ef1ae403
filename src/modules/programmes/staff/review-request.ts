/** What every page of a review needs of its request: the draft, its source, departments that are known. */
import { found, foundId } from '../../../kernel/errors.ts'
import type { WebRequest } from '../../../platform/http/route.ts'
import { listUnits, normalForm, unitOfName } from '../../people/index.ts'
import { mayManage } from '../policy.ts'
import { draftById, sourceById } from '../store/drafts.ts'
import type { Draft, SourceText } from '../types/draft.ts'
import type { DraftId } from '../types.ts'

export type ReviewRequest = {
  readonly draft: Draft
  readonly source: SourceText | null
  /** Whether the reader may change it now. */
  readonly editable: boolean
}

export function draftIdOf(request: WebRequest): DraftId {
  const id = request.params['id'] ?? ''
  return foundId(id, 'programmeDraft', 'draft')
}

export async function openReview(request: WebRequest): Promise<ReviewRequest> {
  const { db, actor } = request.ctx
  const draft = found(await draftById(db, draftIdOf(request)), 'draft')
  const source = draft.sourceId ? await sourceById(db, draft.sourceId) : null
  return { draft, source, editable: mayManage(actor) && draft.state === 'review' }
}

export async function knownUnits(request: WebRequest, draft: Draft) {
  const known = await listUnits(request.ctx.db)
  const suggestions = new Map<string, { readonly id: string; readonly name: string }>()
  for (const unit of draft.proposed.units) {
    if (unit.unitId !== null) continue
    const same =
      known.find((k) => normalForm(k.name) === normalForm(unit.name)) ??
      (await unitOfName(request.ctx.db, unit.name))
    if (same) suggestions.set(unit.key, { id: same.id, name: same.name })
  }
  return { known, suggestions }
}
