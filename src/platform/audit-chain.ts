/** Checks the chain of the audit, and signs where it stands. The format is in docs/audit.md. */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { Temporal } from '../kernel/civil-date.ts'
import { chainHash, GENESIS } from './audit.ts'
import type { Db } from './db.ts'

export type ChainFault = {
  /** Number of the first entry that is not as it was written. */
  readonly seq: number
  readonly fault:
    | 'missing'
    | 'payload'
    | 'columns'
    | 'link'
    | 'hash'
    | 'order'
    | 'head'
    | 'checkpoint'
    | 'signature'
}

export type ChainVerdict = {
  readonly entries: number
  readonly head: string
  readonly checkpoints: number
  readonly fault: ChainFault | null
}

export type Checkpoint = {
  readonly seq: number
  readonly hash: string
  readonly at: string
  readonly signature: string
}

const BATCH = 2_000

/** PKCS#8 head of an Ed25519 key (RFC 8410); the 32 bytes of the seed follow. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

export function signingKey(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
}

/** The public key as it is published: base64 of its 32 bytes. */
export function publicKeyText(key: KeyObject): string {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return der.subarray(der.length - 32).toString('base64')
}

/** The exact text that a checkpoint's signature covers. */
export function checkpointText(point: {
  readonly seq: number
  readonly hash: string
  readonly at: string
}): string {
  return `viche audit checkpoint\n${point.seq}\n${point.hash}\n${point.at}\n`
}

/** Signs the chain's head, unless it is signed already. */
export async function makeCheckpoint(
  db: Db,
  key: KeyObject,
  now: Temporal.Instant,
): Promise<Checkpoint | null> {
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
  if (head.seq === 0) return null
  const point = { seq: head.seq, hash: head.hash, at: now.toString() }
  const signature = sign(null, Buffer.from(checkpointText(point)), key).toString('base64')
  const added = await db
    .insertInto('audit_checkpoints')
    .values({ ...point, at: now, signature })
    .onConflict((c) => c.column('seq').doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows ? { ...point, signature } : null
}

/**
 * Walks the whole chain. Finds what was changed, taken out, moved or cut off, and names the first.
 * @param witnessed checkpoints kept outside the database: they also find a chain that was cut back and signed anew
 */
export async function verifyChain(
  db: Db,
  key: KeyObject,
  witnessed: readonly Checkpoint[] = [],
): Promise<ChainVerdict> {
  const publicKey = createPublicKey(key)
  const stored = await db.selectFrom('audit_checkpoints').selectAll().orderBy('seq').execute()
  const points: Checkpoint[] = [...stored.map((p) => ({ ...p, at: p.at.toString() })), ...witnessed]
  for (const point of points) {
    const genuine = verify(
      null,
      Buffer.from(checkpointText(point)),
      publicKey,
      Buffer.from(point.signature, 'base64'),
    )
    if (!genuine)
      return {
        entries: 0,
        head: '',
        checkpoints: points.length,
        fault: { seq: point.seq, fault: 'signature' },
      }
  }
  const expected = new Map<number, string[]>()
  for (const point of points) expected.set(point.seq, [...(expected.get(point.seq) ?? []), point.hash])

  let seq = 0
  let hash = GENESIS
  const verdict = (fault: ChainFault | null): ChainVerdict => ({
    entries: seq,
    head: hash,
    checkpoints: points.length,
    fault,
  })
  // Numbers begin at 1: a row below was moved out of the chain's sight.
  const below = await db
    .selectFrom('audit_entries')
    .select('seq')
    .where('seq', '<', 1)
    .limit(1)
    .executeTakeFirst()
  if (below) return verdict({ seq: below.seq, fault: 'order' })
  for (;;) {
    const rows = await db
      .selectFrom('audit_entries')
      .selectAll()
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(BATCH)
      .execute()
    for (const row of rows) {
      if (row.seq !== seq + 1) return verdict({ seq: seq + 1, fault: 'missing' })
      if (row.previous_hash !== hash) return verdict({ seq: row.seq, fault: 'link' })
      if (chainHash(hash, row.payload) !== row.hash) return verdict({ seq: row.seq, fault: 'hash' })
      const fault = payloadFault(row)
      if (fault) return verdict({ seq: row.seq, fault })
      if (expected.get(row.seq)?.some((known) => known !== row.hash))
        return verdict({ seq: row.seq, fault: 'checkpoint' })
      seq = row.seq
      hash = row.hash
    }
    if (rows.length < BATCH) break
  }
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirst()
  if (!head || head.seq !== seq || head.hash !== hash) return verdict({ seq: seq + 1, fault: 'head' })
  const beyond = [...expected.keys()].find((n) => n > seq)
  return verdict(beyond === undefined ? null : { seq: seq + 1, fault: 'checkpoint' })
}

/** The columns repeat the payload for searching; here they are held against it. */
function payloadFault(row: {
  readonly seq: number
  readonly at: Temporal.Instant
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly action: string
  readonly subject_type: string
  readonly subject_id: string
  readonly payload: string
}): ChainFault['fault'] | null {
  let said: unknown
  try {
    said = JSON.parse(row.payload)
  } catch {
    return 'payload'
  }
  const p = said as {
    seq?: unknown
    at?: unknown
    actor?: { kind?: unknown; id?: unknown }
    action?: unknown
    subject?: { type?: unknown; id?: unknown }
  }
  if (p.seq !== row.seq) return 'order'
  const same =
    typeof p.at === 'string' &&
    microseconds(p.at) === microseconds(row.at.toString()) &&
    p.actor?.kind === row.actor_kind &&
    p.actor.id === row.actor_id &&
    p.action === row.action &&
    p.subject?.type === row.subject_type &&
    p.subject.id === row.subject_id
  return same ? null : 'columns'
}

/** PostgreSQL keeps microseconds; a clock may give more digits. */
function microseconds(iso: string): string {
  const [, head = iso, digits = ''] = /^(.*?)(?:\.(\d+))?Z$/.exec(iso) ?? []
  return `${head}.${digits.padEnd(6, '0').slice(0, 6)}`
}
