import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '../../kernel/actor.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { Forbidden, NotFound, Refused } from '../../kernel/errors.ts'
import { asId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { contextOf } from '../../platform/context.ts'
import { type FreshDatabase, freshDatabase } from '../../platform/database/test-database.ts'
import { type Connection, connect } from '../../platform/db.ts'
import { overrideRule, withdrawOverride } from './actions.ts'
import { cityRule } from './index.ts'
import * as store from './store.ts'
import type { NewCityValue } from './types.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const now = Temporal.Instant.from('2026-05-14T09:00:00Z')
const KEY = 'session.draft.publish'

const coordinator: Actor = {
  kind: 'staff',
  id: asId('01900000-0000-7000-8000-000000000002'),
  name: 'Олена Гнатюк',
  grants: [{ role: 'coordinator', unitId: null }],
}
const executor: Actor = { ...coordinator, grants: [{ role: 'executor', unitId: null }] }

const input = (part: Partial<NewCityValue> = {}): NewCityValue => ({
  key: KEY,
  value: 15,
  from: day('2026-06-01'),
  to: null,
  reason: 'Регламент ради',
  decision: 'рішення від 01.05.2026 № 7',
  ...part,
})

let database: FreshDatabase
let connection: Connection
before(async () => {
  database = await freshDatabase()
  connection = connect(database.url)
})
after(async () => {
  await connection.close()
  await database.drop()
})

const as = (actor: Actor) => contextOf(connection.db, actor, now)

async function valueOn(iso: string): Promise<number | null> {
  const rule = await cityRule(connection.db, KEY, day(iso))
  return isRefusal(rule) ? null : rule.value
}

async function entries(): Promise<readonly string[]> {
  const rows = await connection.db.selectFrom('audit_entries').select('action').orderBy('seq').execute()
  return rows.map((row) => row.action)
}

test('a value set by the coordinator counts from its day, is audited, and can be withdrawn once', async () => {
  const id = await overrideRule(as(coordinator), input())
  assert.equal(await valueOn('2026-05-31'), 10)
  assert.equal(await valueOn('2026-06-01'), 15)
  const [kept] = await store.valuesOf(connection.db, KEY)
  assert.equal(kept?.createdBy, 'Олена Гнатюк')
  assert.equal(kept?.decision, 'рішення від 01.05.2026 № 7')

  await withdrawOverride(as(coordinator), id, 'Регламент змінено')
  assert.equal(await valueOn('2026-06-01'), 10)
  assert.equal((await store.valuesOf(connection.db, KEY))[0]?.withdrawReason, 'Регламент змінено')
  await assert.rejects(withdrawOverride(as(coordinator), id, 'Ще раз'), Refused)
  assert.deepEqual(await entries(), ['rule.override', 'rule.withdraw'])
})

test('no permission, a laxer value, an unknown value: refused, and nothing is written', async () => {
  const [rows, audited] = [await store.valuesOf(connection.db, KEY), await entries()]
  await assert.rejects(overrideRule(as(executor), input()), Forbidden)
  await assert.rejects(overrideRule(as(coordinator), input({ value: 3 })), Refused)
  await assert.rejects(withdrawOverride(as(executor), rows[0]!.id, 'Так'), Forbidden)
  const nobody = asId<'ruleOverride'>('01900000-0000-7000-8000-00000000ffff')
  await assert.rejects(withdrawOverride(as(coordinator), nobody, 'Так'), NotFound)
  assert.deepEqual(await store.valuesOf(connection.db, KEY), rows)
  assert.deepEqual(await entries(), audited)
})

test('of ten people who set a value from one day at once, one succeeds', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, () => overrideRule(as(coordinator), input({ from: day('2027-01-01') }))),
  )
  assert.equal(results.filter((r) => r.status === 'fulfilled').length, 1)
  assert.equal((await store.currentValues(connection.db)).length, 1)
})

test('a share keeps its figure', async () => {
  await overrideRule(as(coordinator), input({ key: 'publicCouncil.quorum', value: 2 / 3 }))
  const rule = await cityRule(connection.db, 'publicCouncil.quorum', day('2026-06-01'))
  assert.ok(!isRefusal(rule))
  assert.equal(rule.value, 2 / 3)
})
