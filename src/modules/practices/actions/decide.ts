/** A clerk publishes a card, returns it with a reason, or takes it off. */

import type { UnitId } from '../../../kernel/actor.ts'
import { found, permit } from '../../../kernel/errors.ts'
import { accept } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { setFileAccess } from '../../../platform/files.ts'
import { readSetting, writeSetting } from '../../../platform/settings.ts'
import { measureByNumber, recordEvidence, withdrawEvidenceOf } from '../../duties/index.ts'
import { type OrganisationLine, organisationById, organisationLabel } from '../../organisations/index.ts'
import { activeProgramme } from '../../programmes/index.ts'
import { mayDecidePractices, mayWritePractice } from '../policy.ts'
import { missing, step } from '../rules/state.ts'
import * as store from '../store/practices.ts'
import { hideVersion, insertVersion } from '../store/published.ts'
import type { Practice, PracticeId } from '../types.ts'

/** The number that the measure has in the programme that the house was made for. */
export const USUAL_MEASURE = '4.12'

const SOURCE = 'practices'

/** @param baseUrl of the installation, for the evidence's link */
export function publishPractice(ctx: Context, id: PracticeId, baseUrl: string): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayDecidePractices(tx.actor), 'practice.publish')
    const practice = await lock(tx, id)
    const state = accept(step(practice.state, 'publish'))
    accept(missing(practice.content))
    const organisation = found(await organisationById(tx.db, practice.organisationId), 'organisation')
    const number = await insertVersion(tx, id, practice.content, organisation)
    await setFileAccess(
      tx,
      (await store.filesOf(tx.db, id)).map((f) => f.id),
      'public',
    )
    await store.savePractice(tx, practice, { state, returnedReason: null, withdrawnReason: null })
    await giveEvidence(tx, practice, organisation, baseUrl)
    audit(
      tx,
      'practice.publish',
      { type: 'practice', id },
      { after: { title: practice.content.title, number } },
    )
  })
}

export function returnPractice(ctx: Context, id: PracticeId, reason: string): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayDecidePractices(tx.actor), 'practice.return')
    const practice = await lock(tx, id)
    const state = accept(step(practice.state, 'return'))
    await store.savePractice(tx, practice, { state, returnedReason: reason })
    audit(tx, 'practice.return', { type: 'practice', id }, { reason })
  })
}

/** Who wrote it may take it off as well. */
export function withdrawPractice(ctx: Context, id: PracticeId, reason: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const practice = await lock(tx, id)
    permit(mayWritePractice(tx.actor, practice.organisationId), 'practice.withdraw')
    const state = accept(step(practice.state, 'withdraw'))
    await hideVersion(tx.db, id)
    await setFileAccess(
      tx,
      (await store.filesOf(tx.db, id)).map((f) => f.id),
      'office',
    )
    await store.savePractice(tx, practice, { state, withdrawnReason: reason })
    await withdrawEvidenceOf(tx, { module: SOURCE, id }, reason)
    audit(tx, 'practice.withdraw', { type: 'practice', id }, { reason })
  })
}

export function setPracticeEvidence(
  ctx: Context,
  value: { readonly measure: string | null; readonly unitId: UnitId | null },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayDecidePractices(tx.actor), 'practice.settings')
    const before = await readSetting(tx.db, 'practices')
    await writeSetting(tx, 'practices', value)
    audit(tx, 'practice.settings', { type: 'setting', id: 'practices' }, { before, after: value })
  })
}

async function lock(tx: Tx, id: PracticeId): Promise<Practice> {
  return found(await store.lockPractice(tx.db, id), 'practice')
}

async function giveEvidence(
  tx: Tx,
  practice: Practice,
  organisation: OrganisationLine,
  baseUrl: string,
): Promise<void> {
  const setting = (await readSetting(tx.db, 'practices')) ?? { measure: USUAL_MEASURE, unitId: null }
  if (setting.measure === null) return
  const programme = await activeProgramme(tx.db, tx.today)
  const measure = programme && (await measureByNumber(tx.db, programme.id, setting.measure))
  if (!measure) return
  const { content } = practice
  await recordEvidence(tx, {
    source: { module: SOURCE, id: practice.id },
    unitId: setting.unitId,
    kind: 'publication',
    title: content.title,
    happenedFrom: tx.today,
    happenedTo: null,
    place: content.place,
    result: content.result,
    participants: null,
    organisations: [organisationLabel(organisation, 'uk')],
    cost: null,
    link: `${baseUrl}/practices/${practice.id}`,
    publication: null,
    measures: [measure.id],
    indicators: [],
    share: 'part',
  })
}
