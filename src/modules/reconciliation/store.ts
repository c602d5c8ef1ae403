/** Links and decisions in SQL. */
import { sql } from 'kysely'
import type { Db, DbTransaction } from '../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../platform/keyset.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { RegisterRef } from '../register/index.ts'
import type { Decided, LinkWay } from './types.ts'

type Reader = Db | DbTransaction

export async function links(db: Reader): Promise<ReadonlyMap<OrganisationId, RegisterRef>> {
  const rows = await db.selectFrom('register_links').select(['organisation_id', 'ref']).execute()
  return new Map(rows.map((row) => [row.organisation_id, row.ref]))
}

export async function saveLink(
  db: DbTransaction,
  link: {
    readonly organisationId: OrganisationId
    readonly ref: RegisterRef
    readonly way: LinkWay
    readonly by: string
  },
  now: Decided['decidedAt'],
): Promise<void> {
  const row = { ref: link.ref, way: link.way, linked_at: now, linked_by: link.by }
  await db
    .insertInto('register_links')
    .values({ organisation_id: link.organisationId, ...row })
    .onConflict((c) => c.column('organisation_id').doUpdateSet(row))
    .execute()
}

/**
 * Keys that somebody decided on: those differences are not shown again. What was accepted is no difference any more;
 * if it comes back (the first head leads again), it is a new one.
 */
export async function decidedKeys(db: Reader): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('register_decisions as d')
    .select('d.key')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('organisation_proposals as p')
            .innerJoin('organisation_proposal_items as i', 'i.proposal_id', 'p.id')
            .select('p.id')
            .whereRef('p.id', '=', 'd.proposal_id')
            .where('p.state', '=', 'settled')
            .where('i.state', '=', 'accepted'),
        ),
      ),
    )
    .execute()
  return new Set(rows.map((row) => row.key))
}

export async function saveDecision(db: DbTransaction, one: Decided): Promise<void> {
  const row = {
    kind: one.kind,
    ref: one.ref,
    organisation_id: one.organisationId,
    name: one.name,
    decision: one.decision,
    reason: one.reason,
    proposal_id: one.proposalId,
    decided_at: one.decidedAt,
    decided_by: one.decidedBy,
  }
  await db
    .insertInto('register_decisions')
    .values({ key: one.key, ...row })
    .onConflict((c) => c.column('key').doUpdateSet(row))
    .execute()
}

/** @returns the record that a proposal brought as a new organisation, which now has this id */
export async function takenAsNew(
  db: DbTransaction,
  proposal: string,
  organisationId: OrganisationId,
): Promise<RegisterRef | null> {
  const row = await db
    .updateTable('register_decisions')
    .set({ organisation_id: organisationId })
    .where('proposal_id', '=', proposal as never)
    .where('kind', '=', 'new')
    .returning('ref')
    .executeTakeFirst()
  return row?.ref ?? null
}

/** @returns whether there was such a refusal */
export async function forgetRefusal(db: DbTransaction, key: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('register_decisions')
    .where('key', '=', key)
    .where('decision', '=', 'refused')
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export async function listRefused(db: Db, after: string, size: number): Promise<Page<Decided>> {
  const from = decodeCursor(after, ['string', 'string'])
  let query = db.selectFrom('register_decisions').selectAll().where('decision', '=', 'refused')
  if (from) query = query.where(sql<boolean>`(decided_at, key) < (${from[0]}::timestamptz, ${from[1]})`)
  const rows = await query.orderBy('decided_at', 'desc').orderBy('key', 'desc').limit(onePast(size)).execute()
  const decided = rows.map(
    (row): Decided => ({
      key: row.key,
      kind: row.kind,
      ref: row.ref,
      organisationId: row.organisation_id,
      name: row.name,
      decision: row.decision,
      reason: row.reason,
      proposalId: row.proposal_id,
      decidedAt: row.decided_at,
      decidedBy: row.decided_by,
    }),
  )
  return cutPage(decided, size, (one) => [one.decidedAt.toString(), one.key])
}

export async function countRefused(db: Db): Promise<number> {
  const row = await db
    .selectFrom('register_decisions')
    .select(sql<number>`count(*)`.as('n'))
    .where('decision', '=', 'refused')
    .executeTakeFirstOrThrow()
  return row.n
}
