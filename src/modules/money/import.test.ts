/** Payments from a file, by page and by command; and what other programs are given. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { BASE_URL, type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { LOCAL, type MoneyProgramme, moneyProgramme } from '../../../test/factories/money.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { toXlsx } from '../../platform/documents/tables/index.ts'
import { hashSecret, newId, newSecret } from '../../platform/random.ts'
import { CSRF_FIELD } from '../../ui/frame.ts'
import { commands } from './cli.ts'
import { moneySummary } from './index.ts'
import { openData } from './open-data.ts'
import { searchMoney } from './search.ts'

let app: TestApp
let manager: Person
before(async () => {
  app = await testApp()
  manager = await app.staff('fundManager')
})
after(() => app.drop())

let slugs = 0
const programme = (): Promise<MoneyProgramme> =>
  moneyProgramme(app.connection.db, { slug: `imports-${++slugs}` })

const HEADER = 'Дата платежу;Сума, грн;№ документа;Захід;Договір;Призначення'
const GOOD = [
  '10.04.2026;1 000,50;55;4.9;;аванс',
  '2026-04-11;2000;56;;;=HYPERLINK("x")',
  '12.04.2026;10;57;4.1;;',
]
const BAD = [
  '31.02.2026;5;58;;;нема такого дня',
  '13.04.2026;сто;59;;;не сума',
  '14.04.2026;5;60;9.9;;немає заходу',
  '15.04.2026;90 000;61;;;забагато',
  '16.04.2026;5;62;;404;немає договору',
  '17.04.2026;-5;63;;;повернення',
]
const FILE = [HEADER, ...GOOD, ...BAD].join('\r\n')

async function upload(p: MoneyProgramme, text: string | Uint8Array, name = 'виписка.csv', person = manager) {
  const boundary = 'viche-test'
  const part = (fields: string, body: string | Uint8Array) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${fields}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ])
  return app.server.inject({
    method: 'POST',
    url: `/office/money/import?programme=${p.slug}`,
    headers: {
      cookie: `viche_session=${person.cookie}`,
      origin: BASE_URL,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([
      part(`name="${CSRF_FIELD}"`, person.csrf),
      part(`name="file"; filename="${name}"`, text),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  })
}

async function spent(p: MoneyProgramme) {
  return (await moneySummary(app.connection.db, p.id, 2026)).spent / 100
}

const pathOf = (location: string | undefined) => (location ?? '').replace(/\/columns$/, '')
const MAPPING = {
  paidOn: '0',
  amount: '1',
  document: '2',
  measure: '3',
  source: '',
  commitment: '4',
  note: '5',
  allSource: '',
  allMeasure: '',
}

test('upload, columns, dry run, confirm: good rows are added, bad ones wait with their reasons', async () => {
  const p = await programme()
  const uploaded = await upload(p, FILE)
  assert.equal(uploaded.statusCode, 303, uploaded.body)
  const path = pathOf(uploaded.headers.location)
  const columns = await app.get(`${path}/columns`, manager)
  assert.match(columns.body, /<option value="1" selected>2\. Сума, грн \(1 000,50\)/, 'columns are guessed')
  const mapped = await app.post(`${path}/columns`, MAPPING, manager)
  assert.equal(mapped.statusCode, 303, mapped.body)

  const dry = (await app.get(path, manager)).body
  assert.match(dry, /Буде записано 3 платежі на 3\s010,50 грн/)
  for (const reason of [
    '«31.02.2026» – не дата',
    '«сто» – не сума',
    'Заходу «9.9» у програмі немає',
    'потрібно 90',
    'Договору № 404',
    'більшою за нуль',
  ])
    assert.ok(dry.includes(reason), reason)
  assert.equal(await spent(p), 0, 'a dry run writes nothing')

  const aside = (await app.get(`${path}/set-aside?format=csv`, manager)).body
  assert.match(aside, /Призначення;Чому відкладено/)
  assert.match(aside, /14\.04\.2026;5;60;9\.9;;немає заходу;/)

  assert.equal((await app.post(`${path}/confirm`, {}, manager)).statusCode, 303)
  assert.equal(await spent(p), 3_010.5)
  assert.match(
    (await app.get(path, manager)).body,
    /Записано 3 платежі на 3\s010,50 грн; .*відкладено 6 рядків/,
  )
  assert.equal((await app.post(`${path}/confirm`, {}, manager)).statusCode, 422, 'twice')
  assert.equal(await spent(p), 3_010.5)

  const list = (await app.get(`/office/money/payments?programme=${p.slug}`, manager)).body
  assert.match(list, /=HYPERLINK/, 'kept as it was typed')
  const csv = (await app.get(`/office/money/payments?programme=${p.slug}&format=csv`, manager)).body
  assert.doesNotMatch(csv, /;=HYPERLINK/, 'and harmless in a spreadsheet')
})

test('the same file twice adds nothing; mended rows are added', async () => {
  const p = await programme()
  const run = async (text: string) => {
    const path = pathOf((await upload(p, text)).headers.location)
    await app.post(`${path}/columns`, MAPPING, manager)
    await app.post(`${path}/confirm`, {}, manager)
    return (await app.get(path, manager)).body
  }
  await run(FILE)
  assert.match(await run(FILE), /Записано 0 платежів на 0 грн; відомо раніше 3 рядки; відкладено 6 рядків/)
  assert.equal(await spent(p), 3_010.5)
  const mended = [HEADER, ...GOOD, '28.02.2026;5;58;;;виправлено'].join('\n')
  assert.match(await run(mended), /Записано 1 платіж на 5 грн; відомо раніше 3 рядки/)
})

test('a workbook is read like a text file; what is no table is said to be none', async () => {
  const p = await programme()
  const rows = [{ on: '2026-04-10', sum: 12_050 }]
  const xlsx = await toXlsx(
    {
      name: 'Платежі',
      rows,
      columns: [
        { key: 'on', title: 'Дата', kind: 'date', value: (r) => Temporal.PlainDate.from(r.on) },
        { key: 'sum', title: 'Сума', kind: 'money', value: (r) => r.sum as never },
      ],
    },
    { madeAt: Temporal.Instant.from('2026-04-10T09:00:00Z') },
  )
  const path = pathOf((await upload(p, xlsx, 'платежі.xlsx')).headers.location)
  assert.match((await app.get(path, manager)).body, /Буде записано 1 платіж на 120,50 грн/)

  const refused = await upload(p, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'old.xls')
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /Збережіть її як XLSX без пароля/)
  const nothing = await app.post(`/office/money/import?programme=${p.slug}`, {}, manager)
  assert.match(nothing.body, /Виберіть файл/)
})

test('columns must be chosen, once each; a file can be discarded', async () => {
  const p = await programme()
  const path = pathOf((await upload(p, 'Щось;Інше\n10.04.2026;5')).headers.location)
  assert.match(String((await app.get(path, manager)).headers.location), /columns$/)
  const wrong = await app.post(
    `${path}/columns`,
    { ...MAPPING, paidOn: '0', amount: '0', document: '', measure: '', commitment: '', note: '' },
    manager,
  )
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /вибрано для іншого поля/)
  assert.equal((await app.post(`${path}/discard`, {}, manager)).statusCode, 303)
  assert.match((await app.get(path, manager)).body, /нічого не записано/)
  assert.equal(await spent(p), 0)
})

test('who may not write may not upload or look', async () => {
  const p = await programme()
  const viewer = await app.staff('viewer')
  assert.equal((await upload(p, FILE, 'a.csv', viewer)).statusCode, 403)
  const path = pathOf((await upload(p, FILE)).headers.location)
  assert.equal((await app.get(path, viewer)).statusCode, 403)
  assert.equal((await app.post(`${path}/confirm`, {}, viewer)).statusCode, 403)
  assert.equal(await spent(p), 0)
})

async function command(verb: string, args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const io = {
    stdout: (t: string) => void out.push(t),
    stderr: (t: string) => void err.push(t),
    readFile: async () => new TextEncoder().encode(FILE),
  }
  const ctx = app.ctx({ kind: 'system', job: `cli ${verb}` })
  const code = await commands.find((c) => c.verb === verb)?.run?.(args, io, ctx, app.house)
  return { code, out: out.join(''), err: err.join('') }
}

test('the command imports and sums up; a dry run writes nothing', async () => {
  const p = await programme()
  const dry = await command('import', ['f.csv', '--programme', p.slug, '--dry-run', '--json'])
  assert.equal(dry.code, 0, dry.err)
  const outcome = JSON.parse(dry.out)
  assert.deepEqual(
    [outcome.dryRun, outcome.added, outcome.sum, outcome.setAside.length],
    [true, 3, 3_010.5, 6],
  )
  assert.equal(await spent(p), 0)
  const real = await command('import', ['f.csv', '--programme', p.slug])
  assert.match(real.out, /Записано 3 платежі.*\n {2}рядок 5: «Дата платежу»/s)
  assert.equal(await spent(p), 3_010.5)
  const summary = await command('summary', ['--programme', p.slug, '--year', '2026', '--json'])
  const [year] = JSON.parse(summary.out)
  assert.deepEqual([year.plan, year.committed, year.spent, year.left], [15_000, 0, 3_010.5, 11_989.5])
  for (const args of [[], ['f.csv'], ['f.csv', '--nonsense']])
    assert.equal((await command('import', args)).code, 2)
  assert.equal((await command('import', ['f.csv', '--programme', 'nowhere'])).code, 1)
})

async function token(scopes: readonly string[]): Promise<string> {
  const secret = newSecret()
  const maker = await app.staff('administrator')
  const now = Temporal.Now.instant()
  await app.connection.db
    .insertInto('api_tokens')
    .values({
      id: newId<'token'>(),
      name: 'бухгалтерія',
      secret_hash: hashSecret(secret),
      scopes: [...scopes],
      unit_id: null,
      created_by: maker.actor.id,
      created_at: now,
      expires_at: now.add({ hours: 24 }),
      revoked_at: null,
      used_at: null,
    })
    .execute()
  return secret
}

function call(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, secret?: string) {
  return app.server.inject({
    method,
    url: `/api/v1/money${path}`,
    headers: {
      ...(secret ? { authorization: `Bearer ${secret}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  })
}

test('a program with money:write does what people do, by the same rules', async () => {
  const p = await programme()
  const secret = await token(['money:write'])
  const contract = {
    programme: p.slug,
    year: 2026,
    source: LOCAL,
    measureId: p.poor,
    kind: 'contract',
    counterparty: 'ФОП Тестова Олена',
    number: '5',
    signedOn: '2026-03-02',
    subject: 'Сцена',
    amount: '1500.50',
  }
  const added = await call('POST', '/commitments', contract, secret)
  assert.equal(added.statusCode, 201, added.body)
  const { id } = added.json<{ id: string }>()
  const there = await app.get(new URL(String(added.headers.location)).pathname)
  assert.equal(there.json<{ counterparty: string }>().counterparty, 'ФОП Тестова Олена')
  const paid = await call(
    'POST',
    '/payments',
    { programme: p.slug, commitmentId: id, paidOn: '2026-04-01', amount: 500, note: 'таємне' },
    secret,
  )
  assert.equal(paid.statusCode, 201, paid.body)
  const over = await call(
    'POST',
    '/payments',
    { programme: p.slug, commitmentId: id, paidOn: '2026-04-01', amount: 1000.51 },
    secret,
  )
  assert.equal(over.statusCode, 422)
  assert.deepEqual(over.json<{ errors: unknown[] }>().errors, [
    {
      field: 'amount',
      code: 'over_commitment',
      values: { amount: 100_051, agreed: 150_050, paid: 50_000, unpaid: 100_050 },
    },
  ])
  const summary = (await call('GET', `?programme=${p.slug}&year=2026`)).json<Record<string, unknown>>()
  assert.deepEqual(
    [summary['plan'], summary['committed'], summary['spent'], summary['left']],
    [15_000, 1_000.5, 500, 13_499.5],
  )
  const list = (await call('GET', `/payments?programme=${p.slug}`)).body
  assert.match(list, /ФОП Тестова Олена/)
  assert.doesNotMatch(list, /таємне/)
  assert.equal(
    (await call('POST', `/commitments/${id}/close`, { reason: 'Виконано' }, secret)).statusCode,
    200,
  )
  assert.equal((await call('POST', `/commitments/${id}/close`, {}, secret)).statusCode, 422)
})

test('without the scope nothing is written', async () => {
  const p = await programme()
  const body = { programme: p.slug, source: LOCAL, paidOn: '2026-04-01', amount: 5 }
  assert.equal((await call('POST', '/payments', body)).statusCode, 401)
  assert.equal((await call('POST', '/payments', body, await token(['report:write']))).statusCode, 403)
  assert.equal(await spent(p), 0)
})

test('open data and search give public facts only, by their columns', async () => {
  const p = await programme()
  const secret = await token(['money:write'])
  const contract = {
    programme: p.slug,
    year: 2026,
    source: LOCAL,
    measureId: p.poor,
    kind: 'contest',
    counterparty: 'ГО «Веселка»',
    number: 'К-1',
    signedOn: '2026-03-02',
    subject: 'Свято двору',
    amount: 1000,
  }
  const { id } = (await call('POST', '/commitments', contract, secret)).json<{ id: string }>()
  const second = (await call('POST', '/commitments', { ...contract, number: 'К-2' }, secret)).json<{
    id: string
  }>()
  await call('POST', `/commitments/${second.id}/cancel`, { reason: 'Відмова' }, secret)
  assert.equal(
    (await call('GET', `/commitments/${second.id}`)).statusCode,
    404,
    'a cancelled one is not public',
  )
  await call(
    'POST',
    '/payments',
    { programme: p.slug, commitmentId: id, paidOn: '2026-04-01', amount: 400, note: 'таємне' },
    secret,
  )
  for (const set of openData) {
    const rows = (await set.rows(app.connection.db)).filter((r) => r['programme'] === p.slug)
    assert.ok(rows.length > 0, set.slug)
    for (const row of rows) {
      assert.deepEqual(
        Object.keys(row),
        set.columns.map((c) => c.key),
        set.slug,
      )
      for (const c of set.columns.filter((c) => c.required)) assert.notEqual(row[c.key], null, c.key)
      assert.doesNotMatch(JSON.stringify(row), /таємне|К-2|Відмова/)
    }
  }
  const [funding] = openData
  const rows = (await funding!.rows(app.connection.db)).filter(
    (r) => r['programme'] === p.slug && r['year'] === 2026,
  )
  assert.deepEqual(
    rows.map((r) => [r['measure'], r['pot'], r['plan'], r['committed'], r['spent'], r['left']]),
    [
      [null, 'common', 12_000, 0, 0, 11_000],
      ['4.1', 'own', 3_000, 0, 0, 3_000],
      ['4.9', 'common', 0, 600, 400, null],
    ],
  )
  const hits = await searchMoney(app.connection.db, 'веселка', 'uk', 10)
  assert.equal(hits.length, 1)
  assert.equal((await app.get(hits[0]!.path.split('#')[0]!)).statusCode, 200)
})
