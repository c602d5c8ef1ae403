/** Signature sheets, minutes and proposals of a hearing. */
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { CityEvent, EvidenceDetails } from '../../events/index.ts'
import { mayDecideProposal } from '../policy.ts'
import * as hearings from '../store/hearings.ts'
import * as store from '../store/parts.ts'
import { texts } from '../texts/index.ts'
import type {
  HearingId,
  MinutesInput,
  ProposalId,
  ProposalInput,
  ProposalState,
  SheetId,
  SheetInput,
} from '../types.ts'
import { locked, nameOf, subject } from './hearings.ts'

/** Numbers of a sheet that was checked; who checked it stands in the record. */
export function addSheet(ctx: Context, id: HearingId, sheet: SheetInput): Promise<void> {
  return transact(ctx, async (tx) => {
    const hearing = await locked(tx, id, null, 'hearing.sheet')
    if (hearing.state !== 'received') accept(refuse('wrong_state', { state: hearing.state }))
    if (sheet.valid > sheet.signatures) accept(refuse('more_valid_than_all', {}, 'valid'))
    if (sheet.valid < sheet.signatures && sheet.remark === null) accept(refuse('remark_needed', {}, 'remark'))
    const known = await store.sheetsOf(tx.db, id)
    if (known.some((s) => s.label === sheet.label)) accept(refuse('sheet_twice', {}, 'label'))
    await store.insertSheet(tx, id, sheet, nameOf(tx))
    audit(tx, 'hearing.sheet', subject(id), { after: sheet })
  })
}

export function removeSheet(ctx: Context, id: HearingId, sheetId: SheetId): Promise<void> {
  return transact(ctx, async (tx) => {
    const hearing = await locked(tx, id, null, 'hearing.sheet.remove')
    if (hearing.state !== 'received') accept(refuse('wrong_state', { state: hearing.state }))
    const sheet = found(
      (await store.sheetsOf(tx.db, id)).find((s) => s.id === sheetId),
      'sheet',
    )
    await store.deleteSheet(tx.db, sheetId)
    audit(tx, 'hearing.sheet.remove', subject(id), { before: { label: sheet.label, valid: sheet.valid } })
  })
}

/** @param seen version of the minutes; 0 where there are none yet */
export function writeMinutes(
  ctx: Context,
  id: HearingId,
  seen: number,
  minutes: MinutesInput,
): Promise<void> {
  return transact(ctx, async (tx) => {
    const hearing = await locked(tx, id, null, 'hearing.minutes')
    if (hearing.state !== 'held' && hearing.state !== 'decided')
      accept(refuse('wrong_state', { state: hearing.state }))
    const before = await store.minutesOf(tx.db, id)
    if ((before?.version ?? 0) !== seen) throw new Conflict('minutes')
    await store.saveMinutes(tx, id, minutes, seen + 1)
    audit(tx, 'hearing.minutes', subject(id), {
      after: {
        participants: minutes.participants,
        votes: minutes.votes,
        signedOn: minutes.signedOn?.toString() ?? null,
      },
    })
  })
}

/** Before the hearing in writing, or at it. */
export function addProposal(ctx: Context, id: HearingId, input: ProposalInput): Promise<ProposalId> {
  return transact(ctx, async (tx) => {
    const hearing = await locked(tx, id, null, 'hearing.proposal')
    if (hearing.state !== 'called' && hearing.state !== 'held')
      accept(refuse('wrong_state', { state: hearing.state }))
    if (input.authorKind === 'organisation' && input.organisationId === null)
      accept(refuse('organisation_needed', {}, 'organisation'))
    const proposalId = await store.insertProposal(tx, id, input)
    audit(tx, 'hearing.proposal', subject(id), { after: { text: input.text, authorKind: input.authorKind } })
    return proposalId
  })
}

/** With its reason, which everybody reads. May be put right until the hearing is decided. */
export function decideProposal(
  ctx: Context,
  id: ProposalId,
  seen: number,
  decision: { readonly state: Exclude<ProposalState, 'open'>; readonly reason: string },
): Promise<void> {
  return transact(ctx, async (tx) => {
    const proposal = found(await store.lockProposal(tx.db, id), 'proposal')
    permit(mayDecideProposal(tx.actor, proposal.unitId), 'hearing.proposal.decide')
    if (proposal.version !== seen) throw new Conflict('proposal')
    const hearing = found(await hearings.hearingById(tx.db, proposal.hearingId), 'hearing')
    if (hearing.state !== 'held') accept(refuse('wrong_state', { state: hearing.state }))
    await store.saveProposal(tx, proposal, { ...decision, on: tx.today })
    audit(tx, 'hearing.proposal.decide', subject(hearing.id), {
      before: { number: proposal.number, state: proposal.state },
      after: { state: decision.state },
      reason: decision.reason,
    })
  })
}

/** What the evidence of its event says of a hearing. */
export async function evidenceOf(tx: Tx, event: CityEvent): Promise<EvidenceDetails> {
  const hearing = await hearings.hearingOfEvent(tx.db, event.id)
  if (!hearing) return {}
  const proposals = await store.proposalsOf(tx.db, hearing.id)
  return proposals.length === 0 ? {} : { result: texts.uk.evidence(proposals.length) }
}
