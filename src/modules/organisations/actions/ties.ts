/** Ties between organisations. The same two may be tied again at another time. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { compareDates } from '../../../kernel/civil-date.ts'
import { found } from '../../../kernel/errors.ts'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { readOrganisation, touch } from '../store/organisations.ts'
import * as store from '../store/ties.ts'
import type { OrganisationId, Source, TieId, TieKind } from '../types.ts'
import { kept } from './facts.ts'
import { nameOf } from './who.ts'

export function addTie(
  ctx: Context,
  id: OrganisationId,
  input: {
    readonly other: OrganisationId
    readonly kind: TieKind
    /** This one is the branch, the member, the successor. */
    readonly below: boolean
    readonly from: CivilDate | null
    readonly until: CivilDate | null
    readonly source: Source
  },
): Promise<TieId> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'organisation.tie')
    const other = await readOrganisation(tx.db, input.other)
    if (other === null || other.mergedInto !== null || other.id === id)
      throw new Refused([refuse('tie_other', undefined, 'other')])
    if (input.from && input.until && compareDates(input.from, input.until) > 0)
      throw new Refused([refuse('tie_dates_reversed', undefined, 'until')])
    const [lowerId, upperId] = input.below ? [id, other.id] : [other.id, id]
    const { kind, from, until } = input
    const made = await store.insertTie(
      tx,
      { lowerId, upperId, kind, from, until },
      input.source,
      nameOf(tx.actor),
    )
    await touch(tx, id)
    await touch(tx, other.id)
    audit(
      tx,
      'organisation.tie',
      { type: 'organisation', id },
      {
        after: {
          tie: made,
          kind,
          below: input.below,
          other: other.name,
          from: from?.toString() ?? null,
          until: until?.toString() ?? null,
        },
      },
    )
    return made
  })
}

export function endTie(ctx: Context, id: OrganisationId, tieId: TieId, until: CivilDate): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'organisation.tieEnd')
    const tie = found(await store.lockTie(tx.db, tieId, id), 'tie')
    if (tie.from && compareDates(tie.from, until) > 0)
      throw new Refused([refuse('tie_dates_reversed', undefined, 'until')])
    await store.endTie(tx.db, tieId, until)
    await touch(tx, id)
    audit(
      tx,
      'organisation.tieEnd',
      { type: 'organisation', id },
      { before: { tie: tieId, kind: tie.kind }, after: { until: until.toString() } },
    )
  })
}

/** A tie noted by mistake. */
export function removeTie(ctx: Context, id: OrganisationId, tieId: TieId): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'organisation.tieRemove')
    const tie = found(await store.lockTie(tx.db, tieId, id), 'tie')
    await store.deleteTie(tx.db, tieId)
    await touch(tx, id)
    audit(
      tx,
      'organisation.tieRemove',
      { type: 'organisation', id },
      { before: { tie: tieId, kind: tie.kind } },
    )
  })
}
