import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestApp, testApp } from '../../../test/factories/app.ts'
import type { UnitId } from '../../kernel/actor.ts'
import { transact } from '../../platform/context.ts'
import {
  ensureUnit,
  listUnits,
  membersOf,
  staffOfUnit,
  staffWithRole,
  unitName,
  unitsByIds,
} from './index.ts'

describe('departments as other modules ask for them', () => {
  let app: TestApp
  let culture: UnitId
  let group: UnitId
  before(async () => {
    app = await testApp()
  })
  after(() => app.drop())

  const ctx = () => app.ctx({ kind: 'system', job: 'test' })
  const ensure = (name: string, kind: 'unit' | 'group' = 'unit', aliases: string[] = []) =>
    transact(ctx(), (tx) => ensureUnit(tx, { name, kind, aliases }))

  test('two spellings of one department are one unit', async () => {
    culture = await ensure('Управління культури і туризму')
    assert.equal(await ensure('управління  культури і туризму Ніжинської міської ради.'), culture)
    assert.equal(await ensure('Управління культури', 'unit', ['Управління культури і туризму']), culture)
    assert.equal(await ensure('Управління культури'), culture)
    assert.equal((await listUnits(app.connection.db)).length, 1)
    assert.equal(await unitName(app.connection.db, culture), 'Управління культури і туризму')
  })

  test('asked by ten at once, a department is made once', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => ensure('Фінансове управління')))
    assert.equal(new Set(ids).size, 1)
    assert.equal((await listUnits(app.connection.db)).length, 2)
  })

  test('a group gives its departments, each once', async () => {
    const { db } = app.connection
    group = await ensure('Управління, відділи та служби', 'group')
    const finance = await ensure('Фінансове управління')
    assert.deepEqual(await membersOf(db, [group]), [])
    await db
      .insertInto('unit_members')
      .values([culture, finance].map((unit_id) => ({ group_id: group, unit_id })))
      .execute()
    const names = async (ids: UnitId[]) => (await membersOf(db, ids)).map((u) => u.name)
    assert.deepEqual(await names([group]), ['Управління культури і туризму', 'Фінансове управління'])
    assert.deepEqual(await names([group, culture]), ['Управління культури і туризму', 'Фінансове управління'])
    assert.deepEqual(await names([culture]), ['Управління культури і туризму'])
    assert.deepEqual(await names([]), [])
    assert.deepEqual([...(await unitsByIds(db, [group, group])).keys()], [group])
  })

  test('a letter to a department goes to its active executors', async () => {
    const { db } = app.connection
    const one = await app.staff('executor', { unitId: culture, name: 'Бондар Ольга' })
    const gone = await app.staff('executor', { unitId: culture, name: 'Антоненко Іван' })
    await db.updateTable('staff').set({ state: 'suspended' }).where('id', '=', gone.actor.id).execute()
    await app.staff('coordinator')
    assert.deepEqual(
      (await staffOfUnit(db, culture)).map((p) => p.id),
      [one.actor.id],
    )
    assert.equal((await staffWithRole(db, 'coordinator')).length, 1)
    assert.equal((await staffWithRole(db, 'executor')).length, 1)
  })
})
