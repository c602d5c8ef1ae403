import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import type { UnitId } from '../../kernel/actor.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { transact } from '../../platform/context.ts'
import { hashSecret } from '../../platform/random.ts'
import { bearerOf, ensureUnit } from './index.ts'

describe('tokens for other programs', () => {
  let app: TestApp
  let coordinator: Person
  let administrator: Person
  let unit: UnitId
  before(async () => {
    app = await testApp()
    coordinator = await app.staff('coordinator')
    administrator = await app.staff('administrator')
    unit = await transact(app.ctx({ kind: 'system', job: 'test' }), (tx) =>
      ensureUnit(tx, { name: 'Відділ культури', kind: 'unit' }),
    )
  })
  after(() => app.drop())

  const inDays = (n: number) => app.ctx(coordinator.actor).today.add({ days: n }).toString()
  const issue = async (form: Record<string, string | string[]> = {}, by = coordinator) => {
    const response = await app.post(
      '/office/tokens/new',
      { name: 'СЕД', scopes: 'evidence:write', unitId: '', until: inDays(30), ...form },
      by,
    )
    return { response, token: /viche_[\w-]{43}/.exec(response.body)?.[0] ?? '' }
  }
  const bearer = (token: string) => bearerOf(app.connection.db, token)
  const count = async () => (await app.connection.db.selectFrom('api_tokens').select('id').execute()).length

  test('a token is shown once, kept as a hash, and bears its scopes', async () => {
    const { response, token } = await issue({ unitId: unit })
    assert.equal(response.statusCode, 200)
    const actor = await bearer(token)
    assert.deepEqual(actor?.kind === 'token' && [actor.name, actor.scopes, actor.grants], [
      'СЕД',
      ['evidence:write'],
      [{ role: 'executor', unitId: unit }],
    ])
    assert.ok(!(await app.get('/office/tokens', coordinator)).body.includes(token))
    const row = await app.connection.db.selectFrom('api_tokens').selectAll().executeTakeFirstOrThrow()
    assert.equal(row.secret_hash, hashSecret(token))
    assert.ok(row.used_at)
  })

  test('unknown, ended and revoked tokens bear nothing', async () => {
    assert.equal(await bearer('viche_unknown'), null)
    const { token } = await issue()
    await app.connection.db
      .updateTable('api_tokens')
      .set({ expires_at: Temporal.Now.instant() })
      .where('secret_hash', '=', hashSecret(token))
      .execute()
    assert.equal(await bearer(token), null)
    const { token: revoked } = await issue()
    const row = await app.connection.db
      .selectFrom('api_tokens')
      .select('id')
      .where('secret_hash', '=', hashSecret(revoked))
      .executeTakeFirstOrThrow()
    assert.equal((await app.post(`/office/tokens/${row.id}/revoke`, {}, coordinator)).statusCode, 303)
    assert.equal(await bearer(revoked), null)
    assert.equal((await app.post(`/office/tokens/${row.id}/revoke`, {}, coordinator)).statusCode, 422)
  })

  test('a token falls with the rights of who made it', async () => {
    const maker = await app.staff('coordinator')
    const { token } = await issue({}, maker)
    assert.ok(await bearer(token))
    await app.connection.db
      .updateTable('staff_roles')
      .set({ role: 'viewer' })
      .where('staff_id', '=', maker.actor.id)
      .execute()
    assert.equal(await bearer(token), null)
  })

  test('bad wishes are refused and nothing is written', async () => {
    const before = await count()
    const wishes: Record<string, string | string[]>[] = [
      { scopes: [] },
      { scopes: 'everything' },
      { until: inDays(0) },
      { until: inDays(400) },
      { until: 'колись' },
      { unitId: administrator.actor.id },
      { name: '' },
      { admin: '1' },
    ]
    for (const form of wishes)
      assert.equal((await issue(form)).response.statusCode, 422, JSON.stringify(form))
    assert.equal(await count(), before)
  })

  test('nobody gives a token more than they may do', async () => {
    const before = await count()
    assert.ok(!(await app.get('/office/tokens/new', coordinator)).body.includes('money:write'))
    assert.equal((await issue({ scopes: ['money:write'] })).response.statusCode, 403)
    assert.equal((await issue({ scopes: ['money:write'] }, administrator)).response.statusCode, 200)
    for (const role of ['executor', 'viewer', 'fundManager'] as const) {
      const person = await app.staff(role, role === 'executor' ? { unitId: unit } : {})
      assert.equal((await issue({}, person)).response.statusCode, 403)
      assert.equal((await app.get('/office/tokens', person)).statusCode, 403)
    }
    assert.equal(await count(), before + 1)
  })
})
