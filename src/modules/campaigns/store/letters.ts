/** Waves of letters, and how far each is written. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import type { CampaignId, Invitation, InvitationId, Wave, WaveId } from '../types.ts'
import type { Reader } from './campaigns.ts'
import { INVITATION } from './invitations.ts'

export type NewWave = {
  readonly id: WaveId
  readonly campaignId: CampaignId
  readonly number: number
  readonly subject: string
  readonly body: string
  readonly by: string
}

export async function insertWave(
  tx: Pick<Tx, 'db' | 'now'>,
  wave: NewWave,
  to: readonly InvitationId[],
): Promise<void> {
  await tx.db
    .insertInto('campaign_waves')
    .values({
      id: wave.id,
      campaign_id: wave.campaignId,
      number: wave.number,
      subject: wave.subject,
      body: wave.body,
      started_at: tx.now,
      started_by: wave.by,
      finished_at: to.length === 0 ? tx.now : null,
    })
    .execute()
  for (let i = 0; i < to.length; i += 5_000)
    await tx.db
      .insertInto('campaign_letters')
      .values(
        to.slice(i, i + 5_000).map((id) => ({ wave_id: wave.id, invitation_id: id, message_key: null })),
      )
      .execute()
}

export async function wavesOf(db: Reader, id: CampaignId): Promise<Wave[]> {
  return db
    .selectFrom('campaign_waves as w')
    .leftJoin('campaign_letters as l', 'l.wave_id', 'w.id')
    .where('w.campaign_id', '=', id)
    .groupBy('w.id')
    .select([
      'w.id',
      'w.number',
      'w.started_at as startedAt',
      'w.started_by as startedBy',
      'w.finished_at as finishedAt',
      sql<number>`count(l.invitation_id)`.as('letters'),
      sql<number>`count(l.message_key)`.as('written'),
    ])
    .orderBy('w.number')
    .execute()
}

export async function lastWave(db: Reader, id: CampaignId): Promise<number> {
  const row = await db
    .selectFrom('campaign_waves')
    .select(sql<number>`coalesce(max(number), 0)`.as('n'))
    .where('campaign_id', '=', id)
    .executeTakeFirstOrThrow()
  return row.n
}

export type UnwrittenWave = Omit<NewWave, 'by'>

/** The oldest wave with letters still to be written, held for this transaction; none while another writes it. */
export async function claimWave(db: DbTransaction): Promise<UnwrittenWave | null> {
  const row = await db
    .selectFrom('campaign_waves')
    .select(['id', 'campaign_id as campaignId', 'number', 'subject', 'body'])
    .where('finished_at', 'is', null)
    .orderBy('started_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row ?? null
}

export async function nextUnwritten(db: Reader, wave: WaveId, size: number): Promise<Invitation[]> {
  return db
    .selectFrom('campaign_letters as l')
    .innerJoin('campaign_invitations as i', 'i.id', 'l.invitation_id')
    .select(INVITATION)
    .where('l.wave_id', '=', wave)
    .where('l.message_key', 'is', null)
    .orderBy('i.name')
    .orderBy('i.id')
    .limit(size)
    .execute()
}

export function messageKey(wave: WaveId, invitation: InvitationId): string {
  return `campaign/${wave}/${invitation}`
}

export async function markWritten(
  db: DbTransaction,
  wave: WaveId,
  ids: readonly InvitationId[],
): Promise<void> {
  await db
    .updateTable('campaign_letters')
    .set({ message_key: sql<string>`'campaign/' || wave_id || '/' || invitation_id` })
    .where('wave_id', '=', wave)
    .where('invitation_id', 'in', ids)
    .execute()
}

export async function markFinished(tx: Pick<Tx, 'db' | 'now'>, wave: WaveId): Promise<void> {
  await tx.db.updateTable('campaign_waves').set({ finished_at: tx.now }).where('id', '=', wave).execute()
}

/** Who has an address, has not answered, and whose mail arrived as far as known. */
export async function toBeReminded(db: Reader, id: CampaignId): Promise<InvitationId[]> {
  const rows = await db
    .selectFrom('campaign_invitations as i')
    .select('i.id')
    .where('i.campaign_id', '=', id)
    .where('i.channel', '=', 'email')
    .where('i.answer', 'is', null)
    .where('i.ceased', '=', false)
    .where(
      sql<boolean>`not exists (select from campaign_letters l join messages m on m.dedupe_key = l.message_key
        where l.invitation_id = i.id and m.state = 'failed')`,
    )
    .execute()
  return rows.map((row) => row.id)
}
