/**
 * Not only the address is asked, but the record: what one department keeps for itself, another neither reads nor
 * changes, whoever asks, in whatever format.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Role, UnitId } from '../src/kernel/actor.ts'
import { Temporal } from '../src/kernel/civil-date.ts'
import { forgetFiles } from '../src/modules/administration/jobs.ts'
import { keepDraft } from '../src/modules/duties/actions/drafts.ts'
import { recordByHand, withdrawEvidence } from '../src/modules/duties/actions/evidence.ts'
import type { EvidenceId, EvidenceInput } from '../src/modules/duties/index.ts'
import { issueToken } from '../src/modules/people/actions/tokens.ts'
import type { TokenScope } from '../src/modules/people/types.ts'
import { importText, type MeasureId } from '../src/modules/programmes/index.ts'
import { modules } from '../src/modules.ts'
import { contextOf } from '../src/platform/context.ts'
import type { FileId } from '../src/platform/tables.ts'
import type { Person, TestApp } from './factories/app.ts'
import { cityApp, markOfEverything } from './factories/city.ts'

type Who =
  | 'anonymous'
  | 'mine'
  | 'theirs'
  | 'colleague'
  | 'coordinator'
  | 'administrator'
  | 'fundManager'
  | 'viewer'

let app: TestApp
let people: Record<Exclude<Who, 'anonymous'>, Person>
let mine: UnitId
let theirs: UnitId
/** Ids of what the other department has, by the names that addresses below use. */
const ids: Record<string, string> = {}

const FILE = new TextEncoder().encode('лише для своїх')

before(async () => {
  app = await cityApp()
  const { db } = app.connection
  const unitOf = async (name: string) =>
    (await db.selectFrom('units').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
  ;[mine, theirs] = [await unitOf('Управління культури і туризму'), await unitOf('Управління освіти')]
  people = {
    mine: await app.staff('executor', { unitId: mine, name: 'Свій Виконавець' }),
    theirs: await app.staff('executor', { unitId: theirs, name: 'Чужа Виконавиця' }),
    colleague: await app.staff('executor', { unitId: theirs, name: 'Чужий Колега' }),
    coordinator: await app.staff('coordinator'),
    administrator: await app.staff('administrator'),
    fundManager: await app.staff('fundManager'),
    viewer: await app.staff('viewer'),
  }
  const ctx = app.ctx(people.theirs.actor)
  const programme = await db
    .selectFrom('programmes')
    .select(['id', 'slug'])
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow()
  ids['slug'] = programme.slug
  const duty = await db
    .selectFrom('duties')
    .select(['id', 'measure_id'])
    .where('unit_id', '=', theirs)
    .where('programme_id', '=', programme.id)
    .orderBy('due')
    .executeTakeFirstOrThrow()
  ids['duty'] = duty.id
  ids['measure'] = duty.measure_id
  const input = (title: string): EvidenceInput => ({
    unitId: theirs,
    kind: 'event',
    title,
    happenedFrom: ctx.today,
    happenedTo: null,
    place: null,
    result: null,
    participants: null,
    organisations: [],
    cost: null,
    link: null,
    publication: null,
    lateReason: null,
    duties: [],
    measures: [duty.measure_id as MeasureId],
    indicators: [],
  })
  const file = (access: 'public' | 'office') => ({ name: 'protokol.txt', bytes: FILE, access })
  const fileOf = async (id: EvidenceId): Promise<FileId> =>
    (
      await db
        .selectFrom('evidence_files')
        .select('file_id')
        .where('evidence_id', '=', id)
        .executeTakeFirstOrThrow()
    ).file_id
  const draft = await keepDraft(ctx, {
    id: null,
    programmeId: programme.id,
    unitId: theirs,
    title: 'Чужа чернетка',
    typed: { title: 'Чужа чернетка' },
    files: [file('office')],
  })
  const record = (title: string, access: 'public' | 'office') =>
    recordByHand(ctx, input(title), { draftId: null, access, files: [file(access)], removeFiles: [] })
  const office = await record('Лише для працівників', 'office')
  const open = await record('Для всіх', 'public')
  const withdrawn = await record('Відкликане', 'public')
  ids['withdrawnFile'] = await fileOf(withdrawn)
  await withdrawEvidence(ctx, { id: withdrawn, reason: 'помилково' })
  const frozen = await db
    .selectFrom('quarterly_reports')
    .select(['id', 'state'])
    .where('unit_id', '=', theirs)
    .execute()
  Object.assign(ids, {
    draft,
    office,
    open,
    withdrawn,
    draftFile: await fileOf(draft),
    officeFile: await fileOf(office),
    openFile: await fileOf(open),
  })
  const report = frozen.find((r) => r.state !== 'accepted') ?? frozen[0]
  ids['report'] = report!.id
  const draftId = await importText(app.ctx(people.coordinator.actor), {
    kind: 'file',
    name: 'programa.txt',
    bytes: new TextEncoder().encode(
      'ПРОГРАМА\nспівпраці на 2027-2028 роки\n\nЗаходи\n4.1. Зустрічі. Щорічно.',
    ),
  })
  ids['source'] = (
    await db
      .selectFrom('source_texts as s')
      .innerJoin('programme_drafts as d', 'd.source_id', 's.id')
      .select('s.file_id')
      .where('d.id', '=', draftId)
      .executeTakeFirstOrThrow()
  ).file_id!
  const posted = await app.post(
    `/office/programmes/${programme.slug}/propose`,
    { kind: 'change', measureId: duty.measure_id, text: 'Змінити', reason: 'Бо треба', unitId: theirs },
    people.theirs,
  )
  assert.equal(posted.statusCode, 303, posted.body)
  ids['proposal'] = (
    await db
      .selectFrom('programme_proposals')
      .select('id')
      .where('unit_id', '=', theirs)
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow()
  ).id
})
after(() => app.drop())

const at = (path: string) => path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? `no ${name}`)
const personOf = (who: Who) => (who === 'anonymous' ? undefined : people[who])

describe('what is read', () => {
  /** The address, who gets it, and who does not. */
  const READS: readonly (readonly [string, readonly Who[], readonly Who[]])[] = [
    ['/office/evidence/{draft}', ['theirs'], ['mine', 'colleague', 'coordinator', 'administrator', 'viewer']],
    ['/office/evidence/{draft}/edit', ['theirs'], ['mine', 'colleague', 'coordinator', 'viewer']],
    [
      '/office/files/{draftFile}/x',
      ['theirs'],
      ['mine', 'colleague', 'coordinator', 'administrator', 'viewer'],
    ],
    ['/office/files/{officeFile}/x', ['theirs', 'mine', 'viewer', 'coordinator'], ['anonymous']],
    ['/office/files/{openFile}/x', ['mine', 'viewer'], ['anonymous']],
    [
      '/office/files/{withdrawnFile}/x',
      ['theirs', 'colleague', 'coordinator', 'viewer'],
      ['mine', 'anonymous'],
    ],
    ['/office/files/{source}/x', ['mine', 'viewer', 'coordinator'], ['anonymous']],
    ['/files/{openFile}/x', ['anonymous', 'mine'], []],
    ['/files/{draftFile}/x', [], ['anonymous', 'theirs', 'coordinator']],
    ['/files/{officeFile}/x', [], ['anonymous', 'theirs', 'coordinator']],
    ['/files/{withdrawnFile}/x', [], ['anonymous', 'theirs', 'coordinator']],
    ['/files/{source}/x', [], ['anonymous', 'coordinator']],
    ['/evidence/{open}', ['anonymous'], []],
    ['/evidence/{draft}', [], ['anonymous', 'theirs']],
    ['/evidence/{withdrawn}', [], ['anonymous', 'theirs']],
    ['/api/v1/evidence/{draft}', [], ['anonymous']],
    ['/api/v1/evidence/{withdrawn}', [], ['anonymous']],
    ['/office/evidence/{withdrawn}', ['theirs', 'colleague', 'coordinator', 'viewer'], ['mine']],
    ['/office/duties/{duty}', ['theirs', 'coordinator', 'viewer'], ['mine']],
    ['/office/reports/{report}', ['theirs', 'coordinator', 'viewer'], ['mine']],
    ['/office/reports/{report}?format=json', ['theirs', 'coordinator'], ['mine']],
    ['/office/reports/{report}/history', ['theirs', 'coordinator', 'viewer'], ['mine']],
    ['/office/reports/{report}/versions/1', [], ['mine', 'anonymous']],
    ['/office/record', ['coordinator', 'administrator'], ['mine', 'fundManager', 'viewer', 'anonymous']],
    ['/office/record?format=csv', ['administrator'], ['mine', 'fundManager', 'viewer', 'anonymous']],
    ['/office/people', ['coordinator', 'administrator'], ['mine', 'fundManager', 'viewer', 'anonymous']],
    ['/office/tokens', ['coordinator', 'administrator'], ['mine', 'fundManager', 'viewer', 'anonymous']],
    ['/office/outbox', ['coordinator', 'administrator'], ['mine', 'fundManager', 'viewer', 'anonymous']],
  ]
  for (const [path, given, refused] of READS)
    test(path, async () => {
      for (const who of given) {
        const answer = await app.get(at(path), personOf(who))
        assert.equal(answer.statusCode, 200, `${who}: ${answer.statusCode}`)
      }
      for (const who of refused) {
        const answer = await app.get(at(path), personOf(who))
        const away = answer.statusCode === 303 && /sign-in/.test(String(answer.headers.location))
        assert.ok(away || [401, 403, 404].includes(answer.statusCode), `${who}: ${answer.statusCode}`)
        assert.doesNotMatch(answer.body, /лише для своїх|Чужа чернетка|Відкликане/, who)
      }
    })

  test('a file that was taken away goes to nobody, at its public address neither', async () => {
    const { officeFile, open, openFile } = ids
    const edit = await app.get(`/office/evidence/${open}/edit`, people.theirs)
    assert.match(edit.body, new RegExp(`value="${openFile}"`))
    const form = new Map(
      [...edit.body.matchAll(/name="(version)"[^>]*value="([^"]*)"/g)].map((m) => [m[1]!, m[2]!]),
    )
    // What is attached to one evidence is not taken away through another.
    for (const file of [officeFile!, openFile!]) {
      const version = (
        await app.connection.db
          .selectFrom('evidence')
          .select('version')
          .where('id', '=', open as EvidenceId)
          .executeTakeFirstOrThrow()
      ).version
      const answer = await app.post(
        `/office/evidence/${open}/edit`,
        {
          title: 'Для всіх',
          kind: 'event',
          unit: theirs,
          happenedFrom: app.ctx(people.theirs.actor).today.toString(),
          access: 'public',
          measures: ids['measure']!,
          version: form.has('version') ? String(version) : '1',
          remove: file,
        },
        people.theirs,
      )
      assert.equal(answer.statusCode, 303, answer.body.match(/error-summary[\s\S]{0,600}/)?.[0])
    }
    assert.equal((await app.get(at('/files/{openFile}/x'))).statusCode, 404)
    for (const who of ['theirs', 'coordinator', 'administrator'] as const)
      assert.equal((await app.get(at('/office/files/{openFile}/x'), people[who])).statusCode, 404)
    assert.equal((await app.get(at('/office/files/{officeFile}/x'), people.theirs)).statusCode, 200)
  })

  test('the bytes of a file that was taken away go; what is attached, also to withdrawn evidence, stays', async () => {
    const { db } = app.connection
    const kept = async () =>
      new Set((await db.selectFrom('files').select('id').execute()).map((f) => f.id as string))
    const later = (days: number) =>
      contextOf(
        db,
        { kind: 'system', job: forgetFiles.name },
        Temporal.Now.instant().add({ hours: days * 24 }),
      )
    const tools = { house: app.house, signal: AbortSignal.timeout(10_000) }
    const before = await kept()
    await forgetFiles.run(later(6), null, tools)
    assert.deepEqual(await kept(), before)
    await forgetFiles.run(later(8), null, tools)
    before.delete(ids['openFile']!)
    assert.deepEqual(await kept(), before)
    assert.ok(before.has(ids['withdrawnFile']!) && before.has(ids['draftFile']!))
  })

  const LISTS = ['/office/duties', '/office/reports', '/office/evidence?state=withdrawn'] as const
  for (const path of LISTS)
    test(`${path}: neither filters, nor pages, nor exports show another department's`, async () => {
      const ask = (query: string) => `${path}${path.includes('?') ? '&' : '?'}${query}`
      const shown = await app.get(ask('format=json'), people.theirs)
      const unitName = 'Управління освіти'
      const short = /Управління освіти/
      assert.match(shown.body, short, 'nothing there that could leak')
      const whole = await app.get(path, people.coordinator)
      const after = /[?&;]after=([\w-]+)/.exec(whole.body)?.[1] ?? ''
      for (const query of [
        'format=json',
        'format=csv',
        `unit=${theirs}&format=json`,
        `unit=${theirs}`,
        `after=${after}&format=json`,
        'state=late&format=json',
        'state=all&format=json',
      ]) {
        const answer = await app.get(ask(query), people.mine)
        assert.equal(answer.statusCode, 200, query)
        const listed = query.includes('format')
          ? answer.body
          : (/<table[\s\S]*?<\/table>/.exec(answer.body)?.[0] ?? '')
        assert.ok(!listed.includes(unitName), query)
      }
    })
})

describe('what is written', () => {
  type Row = readonly [path: string, form: Record<string, string>, refused: readonly Who[]]
  const reason = { reason: 'без права' }
  const WRITES: readonly Row[] = [
    ['/office/evidence/{draft}/discard', {}, ['mine', 'colleague', 'coordinator', 'viewer']],
    ['/office/evidence/{office}/withdraw', reason, ['mine', 'viewer', 'fundManager', 'administrator']],
    ['/office/evidence/{office}/edit', {}, ['mine', 'viewer', 'fundManager', 'administrator']],
    [
      '/office/evidence/new',
      { draft: '{draft}', _intent: 'draft', title: 'x' },
      ['mine', 'colleague', 'coordinator'],
    ],
    [
      '/office/evidence/new',
      {
        draft: '{draft}',
        title: 'x',
        kind: 'event',
        unit: '{mine}',
        happenedFrom: '2026-01-15',
        access: 'public',
        measures: '{measure}',
      },
      ['mine', 'coordinator'],
    ],
    [
      '/office/evidence/new',
      {
        title: 'Від чужого імені',
        kind: 'event',
        unit: '{theirs}',
        happenedFrom: '2026-01-15',
        access: 'public',
        measures: '{measure}',
      },
      ['mine', 'viewer', 'fundManager'],
    ],
    [
      '/office/evidence/new',
      {
        title: 'За чужий обов’язок',
        kind: 'event',
        unit: '{mine}',
        happenedFrom: '2026-01-15',
        access: 'public',
        'duty-{duty}': 'whole',
      },
      ['mine'],
    ],
    ['/office/duties/{duty}/excuse', reason, ['mine', 'theirs', 'viewer', 'fundManager', 'administrator']],
    ['/office/duties/{duty}/reopen', reason, ['mine', 'theirs', 'viewer', 'fundManager', 'administrator']],
    ['/office/reports/{report}', { lockVersion: '1' }, ['mine', 'coordinator', 'viewer', 'fundManager']],
    ['/office/reports/{report}/refresh', {}, ['mine', 'coordinator', 'viewer']],
    ['/office/reports/{report}/return', { lockVersion: '1' }, ['mine', 'theirs', 'fundManager', 'viewer']],
    ['/office/reports/{report}/accept', { lockVersion: '1' }, ['mine', 'theirs', 'fundManager', 'viewer']],
    ['/office/reports/{report}/correct', reason, ['mine', 'viewer', 'fundManager']],
    ['/office/programmes/proposals/{proposal}', { verb: 'withdraw' }, ['mine', 'viewer', 'fundManager']],
    ['/office/programmes/proposals/{proposal}', { verb: 'accept' }, ['mine', 'theirs', 'viewer']],
    [
      '/office/programmes/proposals/{proposal}',
      { verb: 'reject', 'answer-{proposal}': 'ні' },
      ['mine', 'theirs', 'viewer'],
    ],
  ]
  for (const [path, form, refused] of WRITES)
    for (const who of refused)
      test(`${path} ${JSON.stringify(form).slice(0, 60)} as ${who}: refused, and nothing is written`, async () => {
        Object.assign(ids, { mine, theirs })
        const filled = Object.fromEntries(Object.entries(form).map(([k, v]) => [at(k), at(v)]))
        const before = await markOfEverything(app.connection.db)
        const answer = await app.post(at(path), filled, personOf(who))
        assert.ok([403, 404].includes(answer.statusCode), `${answer.statusCode}`)
        assert.equal(await markOfEverything(app.connection.db), before)
      })

  test('a viewer may send nothing but what concerns the own account', () => {
    const may = modules
      .flatMap((m) => m.routes ?? [])
      .filter(
        (r) => r.method !== 'GET' && r.path.startsWith('/office') && r.policy.allows(people.viewer.actor),
      )
      .map((r) => r.path)
      .filter((path) => !/^\/office\/(account|sign-in|sign-out|welcome|invitation)(\/|$)/.test(path))
    // The rows above hold the one of these that is not asked by its address.
    assert.deepEqual(may, ['/office/reports/:id/correct'])
  })

  test('the fund manager accepts no report and no duty; the administrator runs no programme', () => {
    const routes = modules.flatMap((m) => m.routes ?? []).filter((r) => r.method !== 'GET')
    const may = (role: Role, path: RegExp) =>
      routes
        .filter((r) => path.test(r.path) && r.policy.allows(people[role as 'viewer'].actor))
        .map((r) => r.path)
    assert.deepEqual(
      may(
        'fundManager',
        /^\/office\/(reports\/open|reports\/:id\/(return|accept)|duties|measures|programmes)/,
      ),
      [],
    )
    assert.deepEqual(
      may(
        'administrator',
        /^\/office\/(reports\/open|reports\/:id\/(return|accept)|programmes|money|evidence)/,
      ),
      [],
    )
  })
})

describe('tokens and sessions', () => {
  const until = () => app.ctx(people.coordinator.actor).today.add({ days: 30 })
  const tokenOf = async (maker: Person, scopes: readonly TokenScope[], unitId: UnitId | null = null) =>
    (await issueToken(app.ctx(maker.actor), { name: 'тест', scopes, unitId, until: until() })).token
  const call = (token: string | null, method: 'POST' | 'PATCH' | 'GET', url: string, body: unknown = {}) =>
    app.server.inject({
      method,
      url,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        'content-type': 'application/json',
      },
      ...(method === 'GET' ? {} : { payload: JSON.stringify(body) }),
    })
  const evidence = (unitId: UnitId) => ({
    title: 'Через програму',
    kind: 'event',
    unit: unitId,
    happenedFrom: '2026-01-15',
    measures: [ids['measure']],
  })

  test('a token of one department writes nothing of another', async () => {
    const token = await tokenOf(people.coordinator, ['evidence:write', 'report:write'], mine)
    const before = await markOfEverything(app.connection.db)
    for (const [method, path, body] of [
      ['POST', '/api/v1/evidence', evidence(theirs)],
      ['GET', `/api/v1/reports/drafts/${ids['report']}`, {}],
      ['PATCH', `/api/v1/reports/drafts/${ids['report']}`, { lockVersion: 1 }],
      ['POST', `/api/v1/reports/drafts/${ids['report']}/submit`, { lockVersion: 1 }],
      ['POST', '/api/v1/money/payments', {}],
    ] as const)
      assert.equal((await call(token, method, path, body)).statusCode, 403, `${method} ${path}`)
    const strip = (mark: string) => mark.replace(/^api_tokens .*$/m, '')
    assert.equal(strip(await markOfEverything(app.connection.db)), strip(before))
  })

  test('without its scope, past its end, taken back, or of a person who is out: 401 or 403', async () => {
    const { db } = app.connection
    const maker = await app.staff('coordinator')
    const narrow = await tokenOf(maker, ['report:write'])
    assert.equal((await call(narrow, 'POST', '/api/v1/evidence', evidence(mine))).statusCode, 403)
    assert.equal((await call('viche_nobodynobodynobody', 'POST', '/api/v1/evidence')).statusCode, 401)
    assert.equal((await call(null, 'POST', '/api/v1/evidence')).statusCode, 401)
    const good = await tokenOf(maker, ['evidence:write'])
    const works = async () => (await call(good, 'POST', '/api/v1/evidence', { title: '' })).statusCode
    assert.equal(await works(), 422)
    await db.updateTable('staff').set({ state: 'suspended' }).where('id', '=', maker.actor.id).execute()
    assert.equal(await works(), 401)
    await db.updateTable('staff').set({ state: 'active' }).where('id', '=', maker.actor.id).execute()
    await db
      .updateTable('api_tokens')
      .set({ expires_at: app.ctx(maker.actor).now })
      .where('created_by', '=', maker.actor.id)
      .execute()
    assert.equal(await works(), 401)
  })

  test('a token loses with its maker’s rights what they could no longer give', async () => {
    const { db } = app.connection
    const maker = await app.staff('administrator')
    const token = await tokenOf(maker, ['money:write', 'evidence:write'])
    const asked = async (path: string) => (await call(token, 'POST', path, {})).statusCode
    assert.equal(await asked('/api/v1/money/payments'), 422)
    await db
      .updateTable('staff_roles')
      .set({ role: 'coordinator' })
      .where('staff_id', '=', maker.actor.id)
      .execute()
    assert.equal(await asked('/api/v1/money/payments'), 403)
    assert.equal(await asked('/api/v1/evidence'), 422)
    await db
      .updateTable('staff_roles')
      .set({ role: 'viewer' })
      .where('staff_id', '=', maker.actor.id)
      .execute()
    assert.equal(await asked('/api/v1/evidence'), 401)
  })

  test('a session opens no door of the API, a token none of the office', async () => {
    const token = await tokenOf(people.coordinator, ['evidence:write'])
    const office = await app.server.inject({ url: '/office', headers: { authorization: `Bearer ${token}` } })
    assert.equal(office.statusCode, 303)
    const api = await app.server.inject({
      method: 'POST',
      url: '/api/v1/evidence',
      headers: { cookie: `viche_session=${people.coordinator.cookie}`, 'content-type': 'application/json' },
      payload: '{}',
    })
    assert.equal(api.statusCode, 401)
  })

  test('rights lowered, suspended, half a session: at the next request', async () => {
    const { db } = app.connection
    const person = await app.staff('coordinator')
    const status = async (path: string) => (await app.get(path, person)).statusCode
    assert.equal(await status('/office/record'), 200)
    await db
      .updateTable('staff_roles')
      .set({ role: 'viewer' })
      .where('staff_id', '=', person.actor.id)
      .execute()
    assert.equal(await status('/office/record'), 403)
    assert.equal(await status('/office'), 200)
    const ctx = contextOf(db, person.actor)
    await db
      .updateTable('sessions')
      .set({ complete: false })
      .where('staff_id', '=', person.actor.id)
      .execute()
    for (const path of ['/office', '/office/account', '/office/record', '/office/evidence/new'])
      assert.equal(await status(path), 303, path)
    await db.updateTable('sessions').set({ complete: true }).where('staff_id', '=', person.actor.id).execute()
    await db.updateTable('staff').set({ state: 'suspended' }).where('id', '=', person.actor.id).execute()
    assert.equal(await status('/office'), 303)
    await db.updateTable('staff').set({ state: 'active' }).where('id', '=', person.actor.id).execute()
    await db
      .updateTable('sessions')
      .set({ expires_at: ctx.now })
      .where('staff_id', '=', person.actor.id)
      .execute()
    assert.equal(await status('/office'), 303)
  })
})
