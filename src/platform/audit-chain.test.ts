import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type TestApp, testApp } from '../../test/factories/app.ts'
import { audit } from './audit.ts'
import { type Checkpoint, makeCheckpoint, signingKey, verifyChain } from './audit-chain.ts'
import { transact } from './context.ts'

const key = signingKey(Buffer.alloc(32, 7))
const ENTRIES = 12
let app: TestApp
let witnessed: Checkpoint[] = []

before(async () => {
  app = await testApp()
  for (let i = 1; i <= ENTRIES; i++) {
    await transact(app.ctx({ kind: 'system', job: 'test' }), async (tx) =>
      audit(
        tx,
        'thing.change',
        { type: 'thing', id: String(i) },
        { before: { n: i - 1 }, after: { n: i }, reason: 'бо так' },
      ),
    )
    if (i === 8)
      witnessed = [(await makeCheckpoint(app.connection.db, key, app.ctx({ kind: 'anonymous' }).now))!]
  }
})
after(() => app.drop())

/** Does what someone with the database's password could do, looks, and takes it back. */
async function tampered(statements: readonly string[], witness: readonly Checkpoint[] = []) {
  const rollback = new Error('take it back')
  let verdict: Awaited<ReturnType<typeof verifyChain>> | undefined
  await app.connection.db
    .transaction()
    .execute(async (db) => {
      await sql`alter table audit_entries disable trigger all`.execute(db)
      await sql`alter table audit_checkpoints disable trigger all`.execute(db)
      for (const statement of statements) await sql.raw(statement).execute(db)
      verdict = await verifyChain(db, key, witness)
      throw rollback
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error
    })
  return verdict!.fault
}

test('a chain that nobody touched holds', async () => {
  const verdict = await verifyChain(app.connection.db, key, witnessed)
  assert.equal(verdict.fault, null)
  assert.equal(verdict.entries, ENTRIES)
})

const columns = ['actor_kind', 'action', 'subject_type', 'subject_id', 'payload', 'previous_hash', 'hash']
for (const column of columns) {
  test(`every change of ${column} is found, and the first changed entry is named`, async () => {
    for (let seq = 1; seq <= ENTRIES; seq++) {
      const fault = await tampered([
        `update audit_entries set ${column} = ${column} || 'x' where seq = ${seq}`,
      ])
      assert.equal(fault?.seq, seq)
    }
  })
}

test('a moment that was moved is found', async () => {
  for (let seq = 1; seq <= ENTRIES; seq++)
    assert.deepEqual(
      await tampered([`update audit_entries set at = at + interval '1 millisecond' where seq = ${seq}`]),
      { seq, fault: 'columns' },
    )
})

test('a missing entry is found, wherever it stood', async () => {
  for (let seq = 1; seq < ENTRIES; seq++)
    assert.deepEqual(await tampered([`delete from audit_entries where seq = ${seq}`]), {
      seq,
      fault: 'missing',
    })
})

test('entries that changed places are found', async () => {
  for (let seq = 1; seq < ENTRIES; seq++) {
    const fault = await tampered([
      `update audit_entries set seq = -1 where seq = ${seq}`,
      `update audit_entries set seq = ${seq} where seq = ${seq + 1}`,
      `update audit_entries set seq = ${seq + 1} where seq = -1`,
    ])
    assert.equal(fault?.seq, seq)
  }
})

test('a tail that was cut off is found by the head', async () => {
  for (let cut = 1; cut <= ENTRIES; cut++)
    assert.equal(
      (await tampered([`delete from audit_entries where seq > ${ENTRIES - cut}`]))?.seq,
      ENTRIES - cut + 1,
    )
})

test('a tail cut off together with the head is found by a checkpoint, and by a witness when that is gone too', async () => {
  const cut = [
    'delete from audit_entries where seq > 5',
    'update audit_head set seq = 5, hash = (select hash from audit_entries where seq = 5)',
  ]
  assert.deepEqual(await tampered(cut), { seq: 6, fault: 'checkpoint' })
  const all = [...cut, 'delete from audit_checkpoints']
  assert.equal(await tampered(all), null)
  assert.deepEqual(await tampered(all, witnessed), { seq: 6, fault: 'checkpoint' })
})

test('a forged checkpoint is found by its signature', async () => {
  assert.deepEqual(await tampered([`update audit_checkpoints set hash = repeat('a', 64)`]), {
    seq: 8,
    fault: 'signature',
  })
  assert.deepEqual(await tampered([], [{ ...witnessed[0]!, seq: 9 }]), { seq: 9, fault: 'signature' })
})

test('the record refuses change and removal', async () => {
  for (const statement of [
    'update audit_entries set action = $$x$$',
    'delete from audit_entries',
    'truncate audit_entries',
  ])
    await assert.rejects(sql.raw(statement).execute(app.connection.db), /append-only/)
})
