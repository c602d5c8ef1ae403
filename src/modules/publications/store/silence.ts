/** Days of election silence. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import type { Silence, SilenceId } from '../types.ts'
import type { Reader } from './publications.ts'

function periods(db: Reader) {
  return db
    .selectFrom('silence_periods')
    .select([
      'id',
      'from_day as from',
      'to_day as to',
      'title',
      'source',
      'url',
      'created_by as createdBy',
      'cancelled_at as cancelledAt',
      'cancel_reason as cancelReason',
    ])
}

/** Latest first, the cancelled ones too. */
export async function silences(db: Reader): Promise<readonly Silence[]> {
  return periods(db).orderBy('from_day', 'desc').orderBy('id').limit(200).execute()
}

/** The one that holds on this day. */
export async function silenceNow(db: Reader, day: CivilDate): Promise<Silence | null> {
  const row = await periods(db)
    .where('cancelled_at', 'is', null)
    .where('from_day', '<=', day)
    .where('to_day', '>=', day)
    .orderBy('to_day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export async function lockSilence(db: DbTransaction, id: SilenceId): Promise<Silence | null> {
  return (await periods(db).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null
}

export async function insertSilence(
  tx: Tx,
  silence: Pick<Silence, 'id' | 'from' | 'to' | 'title' | 'source' | 'url' | 'createdBy'>,
): Promise<void> {
  await tx.db
    .insertInto('silence_periods')
    .values({
      id: silence.id,
      from_day: silence.from,
      to_day: silence.to,
      title: silence.title,
      source: silence.source,
      url: silence.url,
      created_by: silence.createdBy,
      created_at: tx.now,
      cancelled_at: null,
      cancel_reason: null,
    })
    .execute()
}

export async function cancelSilence(tx: Tx, id: SilenceId, reason: string): Promise<void> {
  await tx.db
    .updateTable('silence_periods')
    .set({ cancelled_at: tx.now, cancel_reason: reason })
    .where('id', '=', id)
    .execute()
}
