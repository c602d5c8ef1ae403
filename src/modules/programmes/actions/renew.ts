/** A new programme from an old one, as a draft to be reviewed and accepted by its own decision. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import { draftPrepared } from '../events.ts'
import { mayManage } from '../policy.ts'
import { renewedProposal, renewedReading, type YearSpan } from '../rules/renewal.ts'
import { editionAsProposed } from '../store/as-proposed.ts'
import { draftOfProgramme, insertDraft } from '../store/drafts.ts'
import * as store from '../store/programmes.ts'
import { NO_RESOLUTIONS } from '../types/draft.ts'
import type { DraftId, ProgrammeId } from '../types.ts'
import { nameOf } from './who.ts'

/** @param input.years of the new period, both included */
export async function renewProgramme(
  ctx: Context,
  input: { readonly programmeId: ProgrammeId; readonly years: YearSpan },
): Promise<DraftId> {
  return transact(ctx, async (tx) => {
    const programme = found(await store.programmeById(tx.db, input.programmeId), 'programme')
    permit(mayManage(tx.actor), 'programme.renew')
    accept(input.years.from > input.years.to ? refuse('period_order', undefined, 'to') : input.years)
    const edition = found(
      (await store.editionsOf(tx.db, programme.id)).find((e) => e.state === 'inForce'),
      'edition',
    )
    const old = await editionAsProposed(tx.db, programme, edition)
    const origin = await draftOfProgramme(tx.db, programme.id)
    const id = newId<'programmeDraft'>()
    const proposed = renewedProposal(old, input.years)
    await insertDraft(tx, {
      id,
      sourceId: null,
      kind: 'new',
      reading: renewedReading(old, origin?.reading.findings ?? []),
      proposed,
      resolutions: NO_RESOLUTIONS,
      programmeId: null,
      previousId: programme.id,
      editedBy: nameOf(tx.actor),
    })
    audit(
      tx,
      'programme.renew',
      { type: 'programme', id: programme.id },
      { after: { draft: id, years: input.years } },
    )
    await draftPrepared.happened(tx, {
      draftId: id,
      kind: 'new',
      title: proposed.shortTitle || proposed.title,
    })
    return id
  })
}
