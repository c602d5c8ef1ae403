import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import type { UnitId } from '../../kernel/actor.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { transact } from '../../platform/context.ts'
import { hashSecret } from '../../platform/random.ts'
import { ensureUnit, listUnits, membersOf, staffOfUnit, unitOfName, visitorOf } from './index.ts'

describe('the pages of departments', () => {
  let app: TestApp
  let coordinator: Person
  before(async () => {
    app = await testApp()
    coordinator = await app.staff('coordinator')
  })
  after(() => app.drop())

  const db = () => app.connection.db
  const ensure = (name: string, kind: 'unit' | 'group' = 'unit') =>
    transact(app.ctx({ kind: 'system', job: 'test' }), (tx) => ensureUnit(tx, { name, kind }))
  const act = (id: UnitId, verb: string, form: Record<string, string | string[]> = {}, by = coordinator) =>
    app.post(`/office/units/${id}${verb}`, form, by)
  const create = (form: Record<string, string>) =>
    app.post(
      '/office/units/new',
      { name: '', shortName: '', email: '', kind: 'unit', aliases: '', ...form },
      coordinator,
    )

  test('a department is added with its other names', async () => {
    const made = await create({
      name: 'Управління освіти',
      email: 'Osvita@Nizhyn.example',
      aliases: 'Відділ освіти\n\nУправління освіти Ніжинської міської ради',
    })
    assert.equal(made.statusCode, 303)
    const unit = await unitOfName(db(), 'відділ освіти виконавчого комітету')
    assert.deepEqual([unit?.name, unit?.email], ['Управління освіти', 'osvita@nizhyn.example'])
    const before = (await listUnits(db(), { all: true })).length
    const taken = await create({ name: 'Відділ освіти.' })
    assert.equal(taken.statusCode, 422)
    assert.match(taken.body, /вже має підрозділ «Управління освіти»/)
    assert.equal((await create({ name: ' ', kind: 'king' })).statusCode, 422)
    assert.equal((await listUnits(db(), { all: true })).length, before)
  })

  test('a new name keeps the old one as another name', async () => {
    const id = await ensure('Відділ молоді')
    const saved = await act(id, '', { name: 'Відділ молоді та спорту', shortName: 'ВМС', email: '' })
    assert.equal(saved.statusCode, 303)
    for (const name of ['Відділ молоді', 'Відділ молоді та спорту'])
      assert.equal((await unitOfName(db(), name))?.id, id)
    const own = await act(id, '/aliases/remove', { normal: 'відділ молоді та спорту' })
    assert.equal(own.statusCode, 422)
    assert.equal((await act(id, '/aliases/remove', { normal: 'відділ молоді' })).statusCode, 303)
    assert.equal(await unitOfName(db(), 'Відділ молоді'), undefined)
  })

  test('a group is filled with departments, and only with those', async () => {
    const group = await ensure('Управління, відділи та служби', 'group')
    const [a, b] = [await ensure('Перший відділ'), await ensure('Другий відділ')]
    assert.match((await app.get(`/office/units/${group}`, coordinator)).body, /Групу не наповнено/)
    assert.equal((await act(group, '/members', { members: [a, b] })).statusCode, 303)
    assert.equal((await membersOf(db(), [group])).length, 2)
    assert.equal((await act(group, '/members', { members: [a, group] })).statusCode, 422)
    assert.equal((await act(a, '/members', { members: [b] })).statusCode, 422)
    assert.equal((await membersOf(db(), [group])).length, 2)
    assert.equal((await act(group, '/members')).statusCode, 303)
    assert.equal((await membersOf(db(), [group])).length, 0)
  })

  test('of two merged departments the names lead to one, people see the duties of both, and it can be taken back', async () => {
    const [old, now, older] = [
      await ensure('Відділ преси'),
      await ensure('Відділ комунікацій'),
      await ensure('Пресслужба'),
    ]
    const person = await app.staff('executor', { unitId: now })
    const other = await app.staff('executor', { unitId: old })
    await act(older, '/merge', { into: old, reason: 'та сама служба' })
    assert.equal((await act(old, '/merge', { into: now, reason: '' })).statusCode, 422)
    assert.equal((await act(old, '/merge', { into: now, reason: 'рішення № 5' })).statusCode, 303)
    for (const name of ['Відділ преси', 'Пресслужба']) assert.equal((await unitOfName(db(), name))?.id, now)
    assert.equal(await ensure('Відділ преси'), now)
    assert.deepEqual(
      (await membersOf(db(), [old])).map((u) => u.id),
      [now],
    )
    assert.ok(!(await listUnits(db())).some((u) => u.id === old || u.id === older))
    const seen = async (p: Person) => {
      const visitor = await visitorOf(db(), p.cookie)
      return visitor?.actor.kind === 'staff' ? visitor.actor.grants.map((g) => g.unitId).sort() : []
    }
    for (const p of [person, other]) assert.deepEqual(await seen(p), [old, now, older].sort())
    assert.deepEqual(
      (await staffOfUnit(db(), now)).map((p) => p.id).sort(),
      [person.actor.id, other.actor.id].sort(),
    )
    assert.match(
      (await app.get(`/office/units/${old}`, coordinator)).body,
      /Об’єднано з підрозділом «Відділ комунікацій»/,
    )
    assert.equal((await act(old, '/merge', { into: now, reason: 'ще раз' })).statusCode, 422)
    assert.equal((await act(old, '/split')).statusCode, 303)
    assert.equal((await unitOfName(db(), 'Відділ преси'))?.id, old)
    assert.deepEqual(await seen(other), [old])
    assert.equal((await act(old, '/split')).statusCode, 422)
  })

  test('a department that exists no longer is offered nowhere and stays by name', async () => {
    const id = await ensure('Відділ архіву')
    assert.equal((await act(id, '/active')).statusCode, 303)
    assert.ok(!(await listUnits(db())).some((u) => u.id === id))
    assert.match((await app.get('/office/units?all=1', coordinator)).body, /Відділ архіву/)
    assert.ok(!(await app.get('/office/units', coordinator)).body.includes('Відділ архіву'))
    assert.equal((await act(id, '/active', { active: '1' })).statusCode, 303)
    assert.ok((await listUnits(db())).some((u) => u.id === id))
  })

  test('who does not run the programme changes nothing', async () => {
    const id = await ensure('Відділ кадрів')
    const before = await db().selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()
    for (const role of ['executor', 'viewer', 'fundManager'] as const) {
      const person = await app.staff(role, role === 'executor' ? { unitId: id } : {})
      for (const verb of ['', '/aliases', '/aliases/remove', '/members', '/merge', '/split', '/active'])
        assert.equal(
          (await act(id, verb, { name: 'Х', alias: 'Х', into: id, reason: 'Х' }, person)).statusCode,
          403,
        )
      assert.equal((await app.get('/office/units', person)).statusCode, 403)
    }
    assert.deepEqual(await db().selectFrom('audit_head').select('seq').executeTakeFirstOrThrow(), before)
  })

  test('the list is searched by any name, paged and exported', async () => {
    for (let i = 0; i < 55; i++) await ensure(`Сектор ${String(i).padStart(2, '0')}`)
    const names = (body: string) => new Set([...body.matchAll(/Сектор \d\d/g)].map((m) => m[0]))
    const first = await app.get('/office/units?q=сектор', coordinator)
    assert.equal(names(first.body).size, 50)
    const next = /rel="next" href="([^"]+)"/.exec(first.body)![1]!.replaceAll('&amp;', '&')
    assert.equal(names((await app.get(next, coordinator)).body).size, 5)
    assert.match((await app.get('/office/units?q=ВІДДІЛ%20освіти', coordinator)).body, /Управління освіти/)
    const json = await app.get('/office/units?q=сектор&format=json', coordinator)
    assert.equal(names(json.body).size, 55)
    for (const bad of [
      'after=%00',
      'kind=king',
      'q=%25%5F%27',
      'q=%00',
      'q=%ED%A0%80',
      'after=WyJhXHUwMDAwIiwgIjAwMDAwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMCJd',
    ])
      assert.equal((await app.get(`/office/units?${bad}`, coordinator)).statusCode, 200)
    assert.equal((await app.get('/office/units/nothing', coordinator)).statusCode, 404)
  })

  test('a visitor is known by one statement, whoever they are', async () => {
    assert.equal(await visitorOf(db(), 'unknown'), null)
    const person = await app.staff('viewer')
    const found = await visitorOf(db(), person.cookie)
    assert.deepEqual(found?.actor, person.actor)
    await db()
      .updateTable('sessions')
      .set({ complete: false })
      .where('secret_hash', '=', hashSecret(person.cookie))
      .execute()
    assert.deepEqual((await visitorOf(db(), person.cookie))?.actor, { kind: 'anonymous' })
    await db()
      .updateTable('sessions')
      .set({ expires_at: Temporal.Now.instant() })
      .where('secret_hash', '=', hashSecret(person.cookie))
      .execute()
    assert.equal(await visitorOf(db(), person.cookie), null)
  })
})
