/** The record is falsified in more than two hundred ways; our checker and one in another language must find each. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { audit, chainHash } from '../../src/platform/audit.ts'
import { type Checkpoint, makeCheckpoint, signingKey } from '../../src/platform/audit-chain.ts'
import { transact } from '../../src/platform/context.ts'
import { type TestApp, testApp } from '../factories/app.ts'
import { Outcome } from './outcome.ts'

const ENTRIES = 30
const VERIFIER = fileURLToPath(new URL('verify_record.py', import.meta.url))

type Row = Record<string, unknown> & { seq: number; payload: string; previous_hash: string; hash: string }
type Written = {
  entries: Row[]
  head: { seq: number; hash: string }
  checkpoints: Pick<Checkpoint, 'seq' | 'hash'>[]
}
type Mutation = { readonly name: string; readonly first: number; readonly apply: (record: Written) => void }

export async function run(): Promise<number> {
  const outcome = new Outcome('T13')
  const app = await testApp()
  try {
    falsify(await written(app), outcome)
  } finally {
    await app.drop()
  }
  return outcome.finish()
}

async function written(app: TestApp): Promise<Written> {
  const { db } = app.connection
  for (let i = 1; i <= ENTRIES; i++) {
    await transact(app.ctx({ kind: 'system', job: 'T13' }), async (tx) =>
      audit(tx, 'thing.change', { type: 'thing', id: `№ ${i} «є»` }, { after: { i }, reason: 'бо\nтак' }),
    )
    if (i % 10 === 0)
      await makeCheckpoint(db, signingKey(Buffer.alloc(32, 1)), app.ctx({ kind: 'anonymous' }).now)
  }
  const rows = await db.selectFrom('audit_entries').selectAll().orderBy('seq').execute()
  const head = await db.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirstOrThrow()
  const checkpoints = await db
    .selectFrom('audit_checkpoints')
    .select(['seq', 'hash'])
    .orderBy('seq')
    .execute()
  return { entries: rows.map((r) => ({ ...r, at: r.at.toString() })), head, checkpoints }
}

function mutations(): Mutation[] {
  const all: Mutation[] = []
  for (let n = 1; n <= ENTRIES; n++) {
    for (const column of ['payload', 'hash', 'previous_hash', 'actor_kind', 'action', 'subject_id', 'at']) {
      all.push({
        name: `${column} of ${n}`,
        first: n,
        apply: (r) => {
          const row = r.entries[n - 1]!
          row[column] = column === 'at' ? '2020-01-01T00:00:00Z' : `${row[column]}x`
        },
      })
    }
    // Someone who knows the format makes the row right in itself, and all after it too.
    all.push({
      name: `payload of ${n} with the chain written anew`,
      first: Math.ceil(n / 10) * 10,
      apply: (r) => {
        r.entries[n - 1]!.payload = r.entries[n - 1]!.payload.replace('"i":', '"i":9')
        for (let i = n - 1, before = r.entries[n - 1]!.previous_hash; i < r.entries.length; i++) {
          const row = r.entries[i]!
          row.previous_hash = before
          before = row.hash = chainHash(before, row.payload)
        }
        r.head.hash = r.entries.at(-1)!.hash
      },
    })
    if (n < ENTRIES)
      all.push({ name: `${n} taken out`, first: n, apply: (r) => void r.entries.splice(n - 1, 1) })
    if (n > 1) {
      all.push({
        name: `cut before ${n}`,
        first: n,
        apply: (r) => {
          r.entries.length = n - 1
          r.head = { seq: n - 1, hash: r.entries.at(-1)!.hash }
        },
      })
    }
  }
  return all
}

function falsify(record: Written, outcome: Outcome): void {
  const cases: readonly Mutation[] = mutations()
  const lines = [
    record,
    ...cases.map(({ apply }) => {
      const copy = structuredClone(record)
      apply(copy)
      return copy
    }),
  ].map((r) => JSON.stringify(r))
  const python = spawnSync('python3', [VERIFIER], {
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  outcome.check(python.status === 0, `the checker ended with ${python.status}: ${python.stderr}`)
  const verdicts = python.stdout.trim().split('\n')
  outcome.facts['mutations'] = cases.length
  outcome.check(verdicts[0] === 'whole', `the true record: ${verdicts[0]}`)
  for (const [i, { name, first }] of cases.entries())
    outcome.check(verdicts[i + 1] === String(first), `${name}: ${verdicts[i + 1]}, not ${first}`)
}
