/** Drafts of evidence: what was typed is kept as it was typed. */

import type { UnitId } from '../../../kernel/actor.ts'
import { permit } from '../../../kernel/errors.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import type { FormValues } from '../../../platform/http/route.ts'
import { newId } from '../../../platform/random.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import * as policy from '../policy.ts'
import * as store from '../store/evidence.ts'
import type { EvidenceId } from '../types.ts'
import { lockOwnDraft } from './evidence.ts'
import { attachFiles, type Upload } from './files.ts'

export async function keepDraft(
  ctx: Context,
  draft: {
    readonly id: EvidenceId | null
    readonly programmeId: ProgrammeId
    readonly unitId: UnitId | null
    readonly title: string
    readonly typed: FormValues
    readonly files: readonly Upload[]
  },
): Promise<EvidenceId> {
  return transact(ctx, async (tx) => {
    permit(policy.mayRecordAny(tx.actor), 'evidence.draft')
    const before = draft.id === null ? null : await lockOwnDraft(tx, draft.id)
    const id = before?.id ?? newId<'evidence'>()
    await store.saveDraft(tx, id, { ...draft, isNew: before === null })
    // Nobody else sees a draft, nor its files.
    await attachFiles(
      tx,
      id,
      draft.files.map((file) => ({ ...file, access: 'office' as const })),
    )
    audit(tx, 'evidence.draft', { type: 'evidence', id }, { after: { title: draft.title } })
    return id
  })
}

export async function discardDraft(ctx: Context, id: EvidenceId): Promise<void> {
  await transact(ctx, async (tx) => {
    const draft = await lockOwnDraft(tx, id)
    await store.deleteDraft(tx.db, draft.id)
    audit(tx, 'evidence.discard', { type: 'evidence', id }, { before: { title: draft.title } })
  })
}
