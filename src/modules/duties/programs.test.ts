/** What other programs read and write. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { dutyApp } from '../../../test/factories/duties.ts'
import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import { hashSecret, newId, newSecret } from '../../platform/random.ts'

const today = dayOf(Temporal.Now.instant())
const { app, programme, coordinator, duties, count } = await dutyApp()
after(() => app.drop())

describe('for programs', () => {
  async function token(scopes: string[], unitId = programme.culture): Promise<string> {
    const secret = newSecret()
    const now = Temporal.Now.instant()
    await app.connection.db
      .insertInto('api_tokens')
      .values({
        id: newId<'token'>(),
        name: 'Подія',
        secret_hash: hashSecret(secret),
        scopes,
        unit_id: unitId,
        created_by: coordinator.actor.id,
        created_at: now,
        expires_at: now.add({ hours: 1 }),
        revoked_at: null,
        used_at: null,
      })
      .execute()
    return secret
  }
  const send = (secret: string, body: object) =>
    app.server.inject({
      method: 'POST',
      url: '/api/v1/evidence',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    })
  const body = async () => ({
    kind: 'event',
    title: 'Захід з іншої програми',
    happenedFrom: today.subtract({ days: 1 }).toString(),
    duties: [
      {
        id: (await duties('4.3')).find((d) => d.unitId === programme.culture && d.due.since(today).sign >= 0)!
          .id,
        share: 'part',
      },
    ],
  })

  test('duties page by page', async () => {
    const ids: string[] = []
    let path: string | null = '/api/v1/duties?limit=7&programme=spivpratsia-2026-2027'
    while (path !== null) {
      const reply = await app.get(path)
      assert.equal(reply.statusCode, 200)
      const page = JSON.parse(reply.body) as { data: { id: string }[]; next: string | null }
      ids.push(...page.data.map((d) => d.id))
      path = page.next?.replace('http://viche.test', '') ?? null
    }
    assert.equal(new Set(ids).size, 26)
  })
  test('evidence is written with a token that may', async () => {
    const reply = await send(await token(['evidence:write']), await body())
    assert.equal(reply.statusCode, 201, reply.body)
    const { id } = JSON.parse(reply.body) as { id: string }
    const read = JSON.parse((await app.get(`/api/v1/evidence/${id}`)).body) as {
      title: string
      measures: string[]
    }
    assert.deepEqual([read.title, read.measures], ['Захід з іншої програми', ['4.3']])
  })
  test('not without the scope, nor for another department, nor with unknown fields', async () => {
    const before = await count('evidence')
    assert.equal((await send(await token(['report:write']), await body())).statusCode, 403)
    assert.equal((await send(await token(['evidence:write'], programme.youth), await body())).statusCode, 403)
    assert.equal((await send('x'.repeat(43), await body())).statusCode, 401)
    const unknown = await send(await token(['evidence:write']), { ...(await body()), author: 'x' })
    assert.equal(unknown.statusCode, 422)
    assert.equal(await count('evidence'), before)
  })
})
