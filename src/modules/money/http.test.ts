/** The module as the fund manager, an executor and a resident meet it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { addMoneyEdition, LOCAL, type MoneyProgramme, moneyProgramme } from '../../../test/factories/money.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { kopiykas } from '../../kernel/money.ts'
import { addCommitment } from './actions/commitments.ts'
import { addPayment } from './actions/payments.ts'
import { cashFor, moneySummary, paymentsOf } from './index.ts'
import type { NewCommitment } from './types.ts'

let app: TestApp
let manager: Person
let viewer: Person
before(async () => {
  app = await testApp()
  manager = await app.staff('fundManager', { name: 'Ірина Коваленко' })
  viewer = await app.staff('viewer')
})
after(() => app.drop())

let slugs = 0
const programme = (options: { common?: number; own?: number } = {}): Promise<MoneyProgramme> =>
  moneyProgramme(app.connection.db, { slug: `cities-${++slugs}`, ...options })

const at = (p: MoneyProgramme, path: string) => `/office/money${path}?programme=${p.slug}&year=2026`
const contract = (p: MoneyProgramme, part: Record<string, string> = {}) => ({
  year: '2026',
  source: LOCAL,
  measureId: p.poor,
  kind: 'contract',
  counterparty: 'ГО «Ніжинський обрій»',
  counterpartyCode: '12345678',
  number: '17',
  signedOn: '02.03.2026',
  subject: 'Друк буклетів',
  amount: '2 000,00',
  procurementLink: '',
  ...part,
})
const payment = (part: Record<string, string> = {}) => ({
  commitmentId: '',
  measureId: '',
  source: LOCAL,
  paidOn: '10.04.2026',
  amount: '100',
  document: '',
  note: '',
  ...part,
})
const planChange = (part: Record<string, string> = {}) => ({
  year: '2026',
  source: LOCAL,
  measureId: '',
  direction: 'add',
  change: '5 000',
  decisionKind: 'рішення міської ради про внесення змін до бюджету',
  decisionNumber: '12-40/2026',
  decisionDate: '01.03.2026',
  reason: '',
  ...part,
})

async function figures(p: MoneyProgramme, year = 2026) {
  const { plan, committed, spent, left } = await moneySummary(app.connection.db, p.id, year)
  return [plan, committed, spent, left].map((k) => k / 100)
}

async function rowsOf(table: 'commitments' | 'payments' | 'plan_changes', p: MoneyProgramme) {
  return app.connection.db.selectFrom(table).selectAll().where('programme_id', '=', p.id).execute()
}

const idIn = (location: string | undefined) => /[0-9a-f-]{36}/.exec(location ?? '')?.[0] ?? ''

test('a contract binds money, a payment spends it, the rest stays free', async () => {
  const p = await programme()
  assert.deepEqual(await figures(p), [15_000, 0, 0, 15_000])
  const added = await app.post(at(p, '/commitments/new'), contract(p), manager)
  assert.equal(added.statusCode, 303, added.body)
  assert.deepEqual(await figures(p), [15_000, 2_000, 0, 13_000])

  const id = idIn(added.headers.location)
  const paid = await app.post(
    at(p, '/payments/new'),
    payment({ commitmentId: id, amount: '1 500,50', document: '№ 55', source: '' }),
    manager,
  )
  assert.equal(paid.statusCode, 303, paid.body)
  assert.deepEqual(await figures(p), [15_000, 499.5, 1_500.5, 13_000])
  const [row] = await rowsOf('payments', p)
  assert.ok(row && 'measure_id' in row)
  assert.equal(row.measure_id, p.poor, 'the measure is the contract’s')

  const shown = await app.get(`/office/money/commitments/${id}`, manager)
  assert.match(shown.body, /1\s500,50 грн/)
  assert.match(shown.body, /Ірина Коваленко/, 'the history says who')
})

test('a payment by a contract of a measure is evidence, and is withdrawn with it', async () => {
  const p = await programme()
  const id = idIn((await app.post(at(p, '/commitments/new'), contract(p), manager)).headers.location)
  const paid = await app.post(at(p, '/payments/new'), payment({ commitmentId: id, amount: '700' }), manager)
  const paymentId = idIn(paid.headers.location)
  const evidence = () =>
    app.connection.db
      .selectFrom('evidence')
      .select(['title', 'cost', 'unit_id', 'state'])
      .where('source_module', '=', 'money')
      .where('source_id', '=', paymentId)
      .executeTakeFirst()
  assert.deepEqual(await evidence(), {
    title: 'Друк буклетів (договір № 17)',
    cost: 70_000,
    unit_id: p.unitOfPoor,
    state: 'recorded',
  })
  const gone = await app.post(`/office/money/payments/${paymentId}/withdraw`, { reason: 'Помилка' }, manager)
  assert.equal(gone.statusCode, 303, gone.body)
  assert.equal((await evidence())?.state, 'withdrawn')
  assert.deepEqual(await figures(p), [15_000, 2_000, 0, 13_000])
})

test('an overspend is refused with the figures, what was typed stays, and nothing is written', async () => {
  const p = await programme()
  const over = await app.post(at(p, '/commitments/new'), contract(p, { amount: '12 000,01' }), manager)
  assert.equal(over.statusCode, 422)
  assert.match(over.body, /потрібно 12\s000,01 грн, а вільно 12\s000 грн/)
  assert.match(over.body, /value="12 000,01"/)
  const own = await app.post(
    at(p, '/commitments/new'),
    contract(p, { measureId: p.planned, amount: '3 000,01' }),
    manager,
  )
  assert.match(own.body, /План заходу 3\s000 грн/)
  const cash = await app.post(at(p, '/payments/new'), payment({ amount: '12 000,01' }), manager)
  assert.equal(cash.statusCode, 422)
  assert.match(cash.body, /а вільно 12\s000 грн/)
  assert.deepEqual([await rowsOf('commitments', p), await rowsOf('payments', p)], [[], []])
})

test('every wrong field is named at once, an unknown one is refused', async () => {
  const p = await programme()
  const wrong = await app.post(
    at(p, '/commitments/new'),
    contract(p, { counterparty: ' ', counterpartyCode: '1234567890', signedOn: '31.02.2026', amount: 'сто' }),
    manager,
  )
  assert.equal(wrong.statusCode, 422)
  for (const text of [
    'Заповніть це поле',
    'Код ЄДРПОУ – вісім цифр',
    'Вкажіть дату',
    'Вкажіть суму в гривнях',
  ])
    assert.ok(wrong.body.includes(text), text)
  const extra = await app.post(at(p, '/payments/new'), payment({ state: 'recorded' }), manager)
  assert.equal(extra.statusCode, 422)
  assert.match(extra.body, /невідомі поля: state/)
  assert.deepEqual(await rowsOf('commitments', p), [])
})

test('who may not write gets no form and writes nothing', async () => {
  const p = await programme()
  const executor = await app.staff('executor', { unitId: p.unitOfPoor })
  const writes: readonly (readonly [string, Record<string, string>])[] = [
    ['/commitments/new', contract(p)],
    ['/payments/new', payment()],
    ['/plan/new', planChange()],
    ['/import', {}],
  ]
  for (const [path, form] of writes)
    for (const person of [viewer, executor]) {
      assert.equal((await app.post(at(p, path), form, person)).statusCode, 403, path)
      assert.equal((await app.get(at(p, path), person)).statusCode, 403, path)
    }
  assert.equal((await app.post(at(p, '/payments/new'), payment())).statusCode, 403, 'without a session')
  assert.deepEqual(
    [await rowsOf('commitments', p), await rowsOf('payments', p), await rowsOf('plan_changes', p)],
    [[], [], []],
  )
  const seen = await app.get(at(p, ''), viewer)
  assert.equal(seen.statusCode, 200)
  assert.ok(!seen.body.includes('/payments/new'), 'a reader is not offered to write')
})

test('an executor sees what concerns the measures of their department only', async () => {
  const p = await programme()
  const mine = await app.staff('executor', { unitId: p.unitOfPoor })
  const other = await app.staff('executor', { unitId: p.unitOfPlanned })
  const id = idIn((await app.post(at(p, '/commitments/new'), contract(p), manager)).headers.location)
  await app.post(at(p, '/payments/new'), payment({ commitmentId: id, note: 'аванс за буклети' }), manager)
  for (const path of ['/commitments', '/payments']) {
    assert.match((await app.get(at(p, path), mine)).body, /Ніжинський обрій/, path)
    assert.doesNotMatch((await app.get(at(p, path), other)).body, /Ніжинський обрій/, path)
    assert.doesNotMatch((await app.get(`${at(p, path)}&format=csv`, other)).body, /обрій|аванс/, path)
  }
  assert.equal((await app.get(`/office/money/commitments/${id}`, mine)).statusCode, 200)
  assert.equal((await app.get(`/office/money/commitments/${id}`, other)).statusCode, 404)
})

test('a budget decision changes the plan; below what is used it is refused with the figures', async () => {
  const p = await programme()
  await app.post(at(p, '/commitments/new'), contract(p, { amount: '10 000' }), manager)
  const added = await app.post(at(p, '/plan/new'), planChange(), manager)
  assert.equal(added.statusCode, 303, added.body)
  assert.deepEqual(await figures(p), [20_000, 10_000, 0, 10_000])
  const taken = await app.post(
    at(p, '/plan/new'),
    planChange({ direction: 'take', change: '7 000,01', decisionNumber: '13' }),
    manager,
  )
  assert.equal(taken.statusCode, 422)
  assert.match(taken.body, /було б 9\s999,99 грн, а витрачено 0 грн і зобов’язано 10\s000 грн/)
  const shown = await app.get(at(p, '/plan'), manager)
  assert.match(shown.body, /від 01\.03\.2026 № 12-40\/2026/)
  const [change] = await rowsOf('plan_changes', p)
  const undone = await app.post(`/office/money/plan/${change!.id}/withdraw`, { reason: 'Описка' }, manager)
  assert.equal(undone.statusCode, 303, undone.body)
  assert.deepEqual(await figures(p), [15_000, 10_000, 0, 5_000])
  const twice = await app.post(`/office/money/plan/${change!.id}/withdraw`, { reason: 'Ще раз' }, manager)
  assert.equal(twice.statusCode, 422)
})

test('an amendment that restates the sum holds the decision before it', async () => {
  const p = await programme({ own: 0 })
  await app.post(at(p, '/plan/new'), planChange(), manager)
  assert.deepEqual(await figures(p), [17_000, 0, 0, 17_000])
  await addMoneyEdition(app.connection.db, p, {
    number: 2,
    from: '2026-06-01',
    lines: [{ measureId: null, year: 2026, planned: 17_000 }],
  })
  assert.deepEqual(await figures(p), [17_000, 0, 0, 17_000])
  assert.match((await app.get(at(p, '/plan'), manager)).body, /враховано в редакції 2/)
})

test('closing frees what is not paid; a stale form is a conflict', async () => {
  const p = await programme()
  const id = idIn((await app.post(at(p, '/commitments/new'), contract(p), manager)).headers.location)
  await app.post(at(p, '/payments/new'), payment({ commitmentId: id, amount: '500' }), manager)
  const url = `/office/money/commitments/${id}`
  const less = await app.post(`${url}/edit`, { ...contract(p, { amount: '400' }), version: '1' }, manager)
  assert.match(less.body, /уже сплачено 500 грн/)
  const saved = await app.post(`${url}/edit`, { ...contract(p, { amount: '900' }), version: '1' }, manager)
  assert.equal(saved.statusCode, 303, saved.body)
  const stale = await app.post(`${url}/edit`, { ...contract(p, { amount: '800' }), version: '1' }, manager)
  assert.equal(stale.statusCode, 409)
  assert.match(
    (await app.post(`${url}/cancel`, { reason: 'Так' }, manager)).body,
    /закрийте його, а не скасовуйте/,
  )
  assert.equal((await app.post(`${url}/close`, { reason: ' ' }, manager)).statusCode, 422)
  assert.equal((await app.post(`${url}/close`, { reason: 'Виконано' }, manager)).statusCode, 303)
  assert.deepEqual(await figures(p), [15_000, 0, 500, 14_500])
  const late = await app.post(at(p, '/payments/new'), payment({ commitmentId: id }), manager)
  assert.match(late.body, /закрито або скасовано/)
  assert.equal((await app.post(`${url}/reopen`, { reason: 'Рано закрили' }, manager)).statusCode, 303)
  assert.deepEqual(await figures(p), [15_000, 400, 500, 14_100])
})

test('of many payments at once only as many pass as the money lasts: each waits for the year', async () => {
  const p = await programme({ common: 1_000, own: 0 })
  const pay = (document: string) =>
    app.post(at(p, '/payments/new'), payment({ amount: '300', document }), manager)
  let answered = 0
  const held = await app.connection.db.transaction().execute(async (db) => {
    await db.insertInto('money_years').values({ programme_id: p.id, year: 2026 }).execute()
    const waiting = ['1', '2'].map((document) => pay(document).finally(() => answered++))
    await setTimeout(300)
    assert.equal(answered, 0, 'a payment did not wait for the lock of its year')
    return { waiting }
  })
  const more = Array.from({ length: 8 }, (_, i) => pay(`${i + 3}`))
  const replies = await Promise.all([...held.waiting, ...more])
  assert.equal(replies.filter((r) => r.statusCode === 303).length, 3)
  assert.equal(replies.filter((r) => r.statusCode === 422).length, 7)
  assert.deepEqual(await figures(p), [1_000, 0, 900, 100])
})

test('commitments, payments and plan changes at once never leave a pot overdrawn', async () => {
  const p = await programme({ common: 2_000, own: 0 })
  const ctx = app.ctx(manager.actor)
  const wanted = (number: string): NewCommitment => ({
    year: 2026,
    source: LOCAL,
    measureId: null,
    kind: 'contest',
    counterparty: 'Спілка',
    counterpartyCode: null,
    number,
    signedOn: Temporal.PlainDate.from('2026-02-02'),
    subject: 'Проєкт',
    amount: kopiykas(50_000),
    procurementLink: null,
  })
  await Promise.allSettled([
    ...Array.from({ length: 4 }, (_, i) => addCommitment(ctx, p.id, wanted(String(i)))),
    ...Array.from({ length: 4 }, () =>
      addPayment(ctx, p.id, {
        commitmentId: null,
        measureId: null,
        source: LOCAL,
        paidOn: Temporal.PlainDate.from('2026-03-03'),
        amount: kopiykas(40_000),
        document: null,
        note: null,
      }),
    ),
    ...['600', '600', '600'].map((change) =>
      app.post(
        at(p, '/plan/new'),
        planChange({ direction: 'take', change, decisionNumber: change }),
        manager,
      ),
    ),
  ])
  const [plan, committed, spent, left] = await figures(p)
  assert.ok(left! >= 0, `plan ${plan}, committed ${committed}, spent ${spent}`)
  assert.ok(committed! + spent! > 0)
})

test('a programme without money works, and says so', async () => {
  const p = await programme({ common: 0, own: 0 })
  for (const path of [
    '',
    '/plan',
    '/commitments',
    '/payments',
    '/commitments/new',
    '/payments/new',
    '/plan/new',
    '/import',
  ])
    assert.equal((await app.get(at(p, path), manager)).statusCode, 200, path)
  assert.match(
    (await app.get(`/programmes/${p.slug}/money?year=2026`)).body,
    /На 2026 рік коштів не заплановано/,
  )
  const refused = await app.post(at(p, '/commitments/new'), contract(p), manager)
  assert.match(refused.body, /а вільно 0 грн/)
  await app.post(at(p, '/plan/new'), planChange({ change: '15 000' }), manager)
  assert.equal((await app.post(at(p, '/commitments/new'), contract(p), manager)).statusCode, 303)
  assert.deepEqual(await figures(p), [15_000, 2_000, 0, 13_000])
})

test('the public page shows plan, use and recipients in both languages, and nothing of the office', async () => {
  const p = await programme()
  const id = idIn((await app.post(at(p, '/commitments/new'), contract(p), manager)).headers.location)
  const drafted = contract(p, { number: '18', counterparty: 'Скасований контрагент' })
  const cancelled = idIn((await app.post(at(p, '/commitments/new'), drafted, manager)).headers.location)
  await app.post(`/office/money/commitments/${cancelled}/cancel`, { reason: 'Передумали' }, manager)
  await app.post(
    at(p, '/payments/new'),
    payment({ commitmentId: id, amount: '500', note: 'Канарка Іван Іванович' }),
    manager,
  )
  await app.post(at(p, '/plan/new'), planChange(), manager)
  const files = ['csv', 'json'].map((f) => `/programmes/${p.slug}/money?format=${f}`)
  for (const path of [
    `/programmes/${p.slug}/money?year=2026`,
    `/en/programmes/${p.slug}/money?year=2026`,
    ...files,
  ]) {
    const { body, statusCode } = await app.get(path)
    assert.equal(statusCode, 200, path)
    for (const secret of ['Канарка', 'Коваленко', 'Скасований', 'Передумали', '/office/money/'])
      assert.ok(!body.includes(secret), `${path}: ${secret}`)
  }
  const uk = (await app.get(`/programmes/${p.slug}/money?year=2026`)).body
  for (const text of [
    'ГО «Ніжинський обрій»',
    '12345678',
    '№ 12-40/2026',
    'Ніжинська міська рада, рішення від 10.01.2025 № 48-1',
  ])
    assert.ok(uk.includes(text), text)
  assert.match(uk, /заплановано 20\s000 грн, витрачено 500 грн, вільно 18\s000 грн/)
  const en = (await app.get(`/en/programmes/${p.slug}/money?year=2026`)).body
  assert.match(en, /UAH 20,000 is planned for 2026, UAH 500 is paid, UAH 18,000 is free/)
  assert.match(en, /Hold contests of projects/)
  const rows = (await app.get(files[1]!)).json<
    { year: number; measure: string | null; plan: number; spent: number }[]
  >()
  assert.deepEqual(
    rows.filter((r) => r.year === 2026).map((r) => [r.measure, r.plan, r.spent]),
    [
      [null, 17_000, 0],
      ['4.1', 3_000, 0],
      ['4.9', 0, 500],
    ],
  )
})

test('lists are searched, filtered, ordered and paged without loss', async () => {
  const p = await programme()
  const ctx = app.ctx(manager.actor)
  for (let i = 1; i <= 25; i++)
    await addPayment(ctx, p.id, {
      commitmentId: null,
      measureId: i % 2 ? p.poor : null,
      source: LOCAL,
      paidOn: Temporal.PlainDate.from({ year: 2026, month: 1 + (i % 6), day: 5 }),
      amount: kopiykas(i * 100),
      document: `Д-${i}`,
      note: i === 7 ? 'рідкісне_слово' : null,
    })
  for (const order of ['newest', 'oldest', 'largest', 'smallest']) {
    const seen: string[] = []
    let path: string | null = `${at(p, '/payments')}&order=${order}`
    for (let pages = 0; path && pages < 5; pages++) {
      const body: string = (await app.get(path, viewer)).body
      seen.push(...(body.match(/>Д-\d+</g) ?? []))
      path = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? null
    }
    assert.equal(new Set(seen).size, 25, order)
    assert.equal(seen.length, 25, order)
    if (order === 'largest') assert.equal(seen[0], '>Д-25<')
  }
  const found = (await app.get(`${at(p, '/payments')}&q=${encodeURIComponent('рідкісне_с')}`, viewer)).body
  assert.deepEqual(found.match(/>Д-\d+</g), ['>Д-7<'])
  assert.equal(
    (await app.get(`${at(p, '/payments')}&q=%25`, viewer)).body.match(/>Д-\d+</g),
    null,
    '% is a letter',
  )
  const csv = (await app.get(`${at(p, '/payments')}&measure=${p.poor}&format=csv`, viewer)).body
  assert.equal(csv.trim().split('\n').length, 1 + 13)
})

test('the same payment is not recorded twice', async () => {
  const p = await programme()
  const once = payment({ document: '77' })
  const first = await app.post(at(p, '/payments/new'), once, manager)
  assert.match((await app.post(at(p, '/payments/new'), once, manager)).body, /уже записано/)
  await app.post(
    `/office/money/payments/${idIn(first.headers.location)}/withdraw`,
    { reason: 'Не той захід' },
    manager,
  )
  assert.equal(
    (await app.post(at(p, '/payments/new'), once, manager)).statusCode,
    303,
    'after it was withdrawn',
  )
})

test('cash of a quarter and since the year’s start, for reports', async () => {
  const p = await programme()
  const pay = (paidOn: string, amount: string) =>
    app.post(at(p, '/payments/new'), payment({ paidOn, amount, measureId: p.planned }), manager)
  await pay('31.03.2026', '100')
  await pay('01.04.2026', '20')
  await pay('30.06.2026', '3')
  await pay('01.07.2026', '1 000')
  const [from, to] = [Temporal.PlainDate.from('2026-04-01'), Temporal.PlainDate.from('2026-06-30')]
  const cash = await cashFor(app.connection.db, p.id, [p.planned, p.poor], { from, to })
  assert.deepEqual(cash.get(p.planned), { plan: 300_000, fact: 2_300, sinceYearStart: 12_300 })
  assert.deepEqual(cash.get(p.poor), { plan: 0, fact: 0, sinceYearStart: 0 })
  assert.equal((await paymentsOf(app.connection.db, p.id, p.planned)).length, 4)
})
