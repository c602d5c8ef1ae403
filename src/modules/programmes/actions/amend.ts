/** An amendment: a copy of the edition in force is changed, compared, and put in force by its decision. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import { draftPrepared } from '../events.ts'
import { mayManage } from '../policy.ts'
import { missing } from '../rules/acceptance.ts'
import { compareProposals } from '../rules/compare.ts'
import { periodOf } from '../rules/period.ts'
import { editionAsProposed } from '../store/as-proposed.ts'
import { insertDraft, openAmendment, saveDraft } from '../store/drafts.ts'
import * as store from '../store/programmes.ts'
import { NO_READING, NO_RESOLUTIONS } from '../types/draft.ts'
import type { ProposedProgramme } from '../types/proposed.ts'
import type { Decision, DraftId, Edition, EditionId, Programme, ProgrammeId } from '../types.ts'
import { addEdition, ensureUnits, unitOf } from './create-programme.ts'
import { lockReview } from './review.ts'
import { nameOf } from './who.ts'

const NO_DECISION: Decision = {
  body: null,
  kind: null,
  number: null,
  date: null,
  sitting: null,
  convocation: null,
  appendix: null,
}

/** The edition that an amendment changes: the last one, also when it comes into force only later. */
async function latestEdition(tx: Tx, programmeId: ProgrammeId): Promise<Edition> {
  const editions = await store.editionsOf(tx.db, programmeId)
  return found(
    editions.find((e) => e.state === 'inForce'),
    'edition',
  )
}

async function amended(tx: Tx, programme: Programme): Promise<ProposedProgramme> {
  const copy = await editionAsProposed(tx.db, programme, await latestEdition(tx, programme.id))
  return { ...copy, decision: { ...NO_DECISION, body: copy.decision.body, kind: copy.decision.kind } }
}

async function amendable(tx: Tx, programmeId: ProgrammeId): Promise<Programme> {
  const programme = found(await store.lockProgramme(tx.db, programmeId), 'programme')
  permit(mayManage(tx.actor), 'edition.amend')
  accept(programme.state === 'active' ? programme : refuse('programme_closed'))
  if (await openAmendment(tx.db, programmeId)) accept(refuse('amendment_open'))
  return programme
}

/** Begins an amendment. One is prepared at a time. */
export async function startAmendment(ctx: Context, programmeId: ProgrammeId): Promise<DraftId> {
  return transact(ctx, async (tx) => {
    const programme = await amendable(tx, programmeId)
    const id = newId<'programmeDraft'>()
    await insertDraft(tx, {
      id,
      sourceId: null,
      kind: 'amendment',
      reading: NO_READING,
      proposed: await amended(tx, programme),
      resolutions: NO_RESOLUTIONS,
      programmeId,
      previousId: null,
      editedBy: nameOf(tx.actor),
    })
    audit(tx, 'edition.amend', { type: 'programme', id: programmeId }, { after: { draft: id } })
    await draftPrepared.happened(tx, { draftId: id, kind: 'amendment', title: programme.shortTitle })
    return id
  })
}

/** A text that was imported amends a programme: its draft goes on as the amendment, with the text beside it. */
export async function amendByText(
  ctx: Context,
  input: { readonly id: DraftId; readonly programmeId: ProgrammeId },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const draft = await lockReview(tx, input.id, 'edition.amend')
    accept(draft.kind === 'new' ? draft : refuse('draft_is_amendment'))
    const programme = await amendable(tx, input.programmeId)
    const proposed = { ...(await amended(tx, programme)), decision: draft.proposed.decision }
    await saveDraft(
      tx.db,
      draft.id,
      { kind: 'amendment', programmeId: programme.id, proposed },
      { at: tx.now, by: nameOf(tx.actor) },
    )
    audit(tx, 'edition.amend', { type: 'programme', id: programme.id }, { after: { draft: draft.id } })
  })
}

/**
 * Puts an amendment in force: the next edition, and the programme's title, period and units as it gives them.
 * @throws Refused when nothing is changed, or the day is before that of the edition it changes
 */
export async function putInForce(
  ctx: Context,
  input: {
    readonly id: DraftId
    readonly decision: Pick<Decision, 'body' | 'kind' | 'number' | 'sitting' | 'convocation'>
    readonly date: CivilDate
    readonly inForceFrom: CivilDate
    readonly reason: string | null
  },
): Promise<{ readonly programme: Programme; readonly editionId: EditionId }> {
  return transact(ctx, async (tx) => {
    const draft = await lockReview(tx, input.id, 'edition.putInForce')
    const programme = found(
      await store.lockProgramme(tx.db, found(draft.programmeId, 'programme')),
      'programme',
    )
    const previous = await latestEdition(tx, programme.id)
    const decision = { ...draft.proposed.decision, ...input.decision, date: input.date.toString() }
    const proposed = { ...draft.proposed, decision }
    const changes = compareProposals(await editionAsProposed(tx.db, programme, previous), proposed)
    if (changes.length === 0) accept(refuse('nothing_changed'))
    accept(missing({ ...draft, proposed }))
    if (compareDates(input.inForceFrom, input.date) < 0)
      accept(refuse('in_force_before_decision', undefined, 'inForceFrom'))
    if (previous.inForceFrom && compareDates(input.inForceFrom, previous.inForceFrom) < 0)
      accept(refuse('in_force_before_previous', { date: previous.inForceFrom.toString() }, 'inForceFrom'))
    const period = accept(periodOf(proposed))
    const units = await ensureUnits(tx, proposed)
    await store.saveProgramme(tx.db, programme.id, {
      title: proposed.title,
      title_en: proposed.titleEn,
      short_title: proposed.shortTitle,
      short_title_en: proposed.shortTitleEn,
      period_from: period.from,
      period_to: period.to,
      coordinator_unit_id: unitOf(units, proposed.coordinator),
      fund_manager_unit_id: unitOf(units, proposed.fundManager),
    })
    const editionId = await addEdition(tx, {
      programmeId: programme.id,
      number: previous.number + 1,
      proposed,
      period,
      inForceFrom: input.inForceFrom,
      units,
      previousEditionId: previous.id,
      sourceId: draft.sourceId,
      reason: input.reason,
    })
    await saveDraft(tx.db, draft.id, { proposed, state: 'accepted' }, { at: tx.now, by: nameOf(tx.actor) })
    return { programme, editionId }
  })
}
