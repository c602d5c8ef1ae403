/** The module as a reader, a clerk and a program meet it. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { legalTimeCommand } from '../../legal-time/cli.ts'
import { LEGAL_RULES } from '../../legal-time/data/rules.ts'
import { RULE_KEYS } from './rules/rule-list.ts'

let app: TestApp
let coordinator: Person
let viewer: Person
before(async () => {
  app = await testApp()
  coordinator = await app.staff('coordinator', { name: 'Олена Гнатюк' })
  viewer = await app.staff('viewer')
})
after(() => app.drop())

/** What the command line answers to the same question. */
function command(...args: string[]): unknown {
  const printed: string[] = []
  const io = { stdout: (t: string) => void printed.push(t), stderr: (t: string) => assert.fail(t) }
  assert.equal(legalTimeCommand([...args, '--json'], io, app.ctx(coordinator.actor).today), 0)
  return JSON.parse(printed.join(''))
}

async function api(path: string): Promise<unknown> {
  const reply = await app.get(`/api/v1/legal-time${path}`)
  assert.equal(reply.statusCode, 200, reply.body)
  return reply.json()
}

describe('the API gives the answers of the command line', () => {
  const same: readonly (readonly [path: string, args: readonly string[]])[] = [
    ['/due?from=2026-03-02&workingDays=5', ['due', '--from', '2026-03-02', '--working-days', '5']],
    ['/due?from=31.01.2026&months=1', ['due', '--from', '2026-01-31', '--months', '1']],
    ['/due?from=2024-02-29&years=1', ['due', '--from', '2024-02-29', '--years', '1']],
    [
      '/due?from=2021-12-28&calendarDays=10&martialLaw=off&week=6&lang=en',
      [
        'due',
        '--from',
        '2021-12-28',
        '--calendar-days',
        '10',
        '--martial-law',
        'off',
        '--week',
        '6',
        '--lang',
        'en',
      ],
    ],
    [
      '/due?from=2014-01-01&workingDays=3&transfers=1',
      ['due', '--from', '2014-01-01', '--working-days', '3', '--transfers'],
    ],
    ['/before?date=2026-05-14&workingDays=10', ['before', '--date', '2026-05-14', '--working-days', '10']],
    [
      '/before?date=2026-05-14&workingDays=10&strict=true',
      ['before', '--date', '2026-05-14', '--working-days', '10', '--strict'],
    ],
    ['/before?date=2026-05-17&calendarDays=7', ['before', '--date', '2026-05-17', '--calendar-days', '7']],
    ['/year?year=2024', ['year', '2024']],
    ['/year?year=2021&week=6&shortened=1', ['year', '2021', '--week', '6', '--shortened']],
    [
      '/rules/session.draft.publish?date=2014-01-31',
      ['explain', 'session.draft.publish', '--date', '2014-01-31'],
    ],
  ]
  for (const [path, args] of same)
    test(`${path} is ${args.join(' ')}`, async () => assert.deepEqual(await api(path), command(...args)))
  test('/rules is the list of rules', async () =>
    assert.deepEqual(await api('/rules?date=2026-05-14&limit=200'), {
      data: command('rules', '--date', '2026-05-14'),
      next: null,
    }))
})

describe('what the API refuses', () => {
  const wrong: readonly (readonly [path: string, status: number, errors?: unknown])[] = [
    ['/due', 422, [{ field: 'from', code: 'required', values: {} }]],
    [
      '/due?from=2026-02-30&workingDays=0',
      422,
      [
        { field: 'from', code: 'not_a_date', values: {} },
        { field: 'workingDays', code: 'out_of_range', values: {} },
      ],
    ],
    ['/due?from=2026-03-02', 422, [{ field: '', code: 'one_length', values: {} }]],
    ['/due?from=2026-03-02&workingDays=1&months=1', 422, [{ field: '', code: 'one_length', values: {} }]],
    [
      '/due?from=2026-03-02&workingDays=1&colour=red',
      422,
      [{ field: '', code: 'unknown_fields', values: { fields: 'colour' } }],
    ],
    [
      '/before?date=2026-05-14&calendarDays=10&strict=true',
      422,
      [{ field: 'strict', code: 'not_strict', values: {} }],
    ],
    ['/year?year=1066', 422, [{ field: 'year', code: 'out_of_range', values: {} }]],
    ['/rules/no.such.rule', 404],
    [
      '/rules/consultation.public.min?date=2026-05-14',
      422,
      [{ code: 'rule_not_in_force', values: { key: 'consultation.public.min', date: '2026-05-14' } }],
    ],
  ]
  for (const [path, status, errors] of wrong)
    test(path, async () => {
      const reply = await app.get(`/api/v1/legal-time${path}`)
      assert.equal(reply.statusCode, status)
      assert.match(String(reply.headers['content-type']), /^application\/problem\+json/)
      assert.deepEqual(reply.json().errors, errors)
    })
})

test('an answer that the program has already is not sent again', async () => {
  const path = '/api/v1/legal-time/year?year=2023'
  const first = await app.get(path)
  const etag = String(first.headers['etag'])
  const again = (tag: string) =>
    app.server.inject({ method: 'GET', url: path, headers: { 'if-none-match': tag } })
  assert.equal((await again(`"other", W/${etag}`)).statusCode, 304)
  assert.equal((await again('"other"')).statusCode, 200)
})

describe('pages for everybody', () => {
  test('the calculator gives the date with its sentence and sources, without a script', async () => {
    const { body, statusCode } = await app.get('/dates?event=02.03.2026&count=5&unit=workingDays&utm=1')
    assert.equal(statusCode, 200)
    assert.match(body, /9 березня 2026 року, понеділок: 5-й робочий день після 2 березня 2026 року/)
    assert.match(body, /<a href="https:\/\/zakon\.rada\.gov\.ua\/[^"]+">ст\. 253 ЦК України/)
    assert.match(body, /value="02\.03\.2026"/)
    assert.match(body, /href="\/api\/v1\/legal-time\/due\?from=2026-03-02&amp;workingDays=5"/)
  })
  test('the calculator says all that is wrong at once and keeps what was typed', async () => {
    const { body, statusCode } = await app.get('/dates?event=31.02.2026&count=-1')
    assert.equal(statusCode, 422)
    assert.match(body, /<a href="#f-event">[\s\S]*<a href="#f-count">/)
    assert.match(body, /value="31\.02\.2026"/)
  })
  test('months are not counted backwards', async () => {
    const { body, statusCode } = await app.get('/dates?event=01.02.2026&count=1&unit=months&direction=before')
    assert.equal(statusCode, 422)
    assert.match(body, /<a href="#f-unit">Назад рахують лише дні/)
  })
  test('a year in peace and in martial law', async () => {
    assert.match((await app.get('/dates/year?year=2024')).body, /Разом 262 робочі дні/)
    assert.match((await app.get('/dates/year?year=2024&martialLaw=off')).body, /Разом 251 робочий день/)
    assert.equal((await app.get('/dates/year?year=abc')).statusCode, 422)
  })
  test('the list has every rule, and a filter leaves its own', async () => {
    const count = (body: string) => new Set(body.match(/href="\/dates\/rules\/[a-zA-Z.]+"/g)).size
    assert.equal(count((await app.get('/dates/rules')).body), RULE_KEYS.length)
    assert.equal(
      count((await app.get('/dates/rules?q=%D0%BF%D0%B5%D1%82%D0%B8%D1%86%D1%96%D1%97&unit=years')).body),
      1,
    )
    const unverified = (await app.get('/dates/rules?verified=M')).body
    const guessed = LEGAL_RULES.filter((rule) => rule.source.verified === 'M')
    assert.equal(count(unverified), guessed.length)
    assert.equal(unverified.match(/>не звірено</g)?.length, guessed.length)
    assert.match((await app.get('/dates/rules?q=zzz')).body, /За таким добором правил немає/)
  })
  test('a rule tells its wordings, and counts by the one of the day of the event', async () => {
    const { body } = await app.get('/dates/rules/session.draft.publish?event=14.02.2014')
    assert.match(body, /не пізніш як за 20 робочих днів/)
    assert.match(body, /17 січня 2014 року/)
    assert.equal((await app.get('/dates/rules/no.such')).statusCode, 404)
    assert.match(
      (await app.get('/dates/rules/petition.signatures')).body,
      /Це значення не звірено з текстом акта/,
    )
  })
  test('an act that lost its force names what came after it', async () => {
    const { body } = await app.get('/dates/acts?q=2460-XII&on=01.01.2026')
    assert.match(body, /втратив чинність після 31\.12\.2012[\s\S]*натомість діє 4572-VI/)
    assert.match((await app.get('/dates/acts?q=2460-XII&on=01.01.2012')).body, />чинний</)
  })
  test('everything is there in English', async () => {
    for (const path of ['', '/year', '/rules', '/acts', '/rules/request.answer']) {
      const { body, statusCode } = await app.get(`/en/dates${path}`)
      assert.equal(statusCode, 200)
      assert.match(body, /<html lang="en">/)
    }
  })
})

describe('the office sets a value of the city', () => {
  const path = '/office/law/rules/session.draft.publish'
  const form = {
    value: '15',
    from: '01.01.2026',
    to: '',
    reason: 'Регламент ради просить більше часу',
    decision: 'рішення міської ради від 10.12.2025 № 7',
  }
  const values = () => app.connection.db.selectFrom('rule_overrides').selectAll().execute()

  test('who may not set it cannot, and nothing is written', async () => {
    assert.equal((await app.post(path, form, viewer)).statusCode, 403)
    assert.equal((await app.get('/office/law', viewer)).statusCode, 403)
    assert.equal((await app.get('/office/law')).statusCode, 303)
    assert.deepEqual(await values(), [])
  })
  test('a wrong form comes back filled, and nothing is written', async () => {
    const reply = await app.post(path, { ...form, value: '7', from: '' }, coordinator)
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /<a href="#f-from">/)
    assert.match(reply.body, /Регламент ради просить більше часу/)
    const laxer = await app.post(path, { ...form, value: '7' }, coordinator)
    assert.match(laxer.body, /Місто може бути лише суворішим за закон: за законом – 10/)
    assert.deepEqual(await values(), [])
  })
  test('set: everybody sees it with its reason, and no name of the staff', async () => {
    const reply = await app.post(path, form, coordinator)
    assert.equal(reply.headers['location'], `${path}?done=set`)
    const shown = (await app.get('/dates/rules/session.draft.publish?event=14.05.2026')).body
    assert.match(shown, /не пізніш як за 15 робочих днів[\s\S]*за законом – не пізніш як за 10/)
    assert.match(shown, /23 квітня 2026 року/)
    assert.match(shown, /Регламент ради просить більше часу/)
    assert.doesNotMatch(shown, /Гнатюк/)
    const answer = await app.get('/api/v1/legal-time/rules/session.draft.publish?date=2026-05-14')
    assert.deepEqual(answer.json().overridden, {
      lawValue: 10,
      key: 'session.draft.publish',
      value: 15,
      reason: form.reason,
      decision: form.decision,
      from: '2026-01-01',
      to: null,
    })
    assert.match((await app.get('/office/law', coordinator)).body, /Регламент ради просить більше часу/)
    assert.match((await app.get(path, coordinator)).body, /Олена Гнатюк/)
    assert.match((await app.get('/dates/rules?own=on')).body, /значення міста/)
  })
  test('the rules for other programs come page by page', async () => {
    const first = (await app.get('/api/v1/legal-time/rules?limit=3')).json()
    assert.equal(first.data.length, 3)
    const { pathname, search } = new URL(first.next)
    const second = (await app.get(pathname + search)).json()
    const all = (await app.get('/api/v1/legal-time/rules?limit=200')).json()
    assert.deepEqual([...first.data, ...second.data], all.data.slice(0, 6))
    assert.equal(all.next, null)
    assert.equal((await app.get('/api/v1/legal-time/rules?limit=no')).statusCode, 422)
  })
  test('the list of the city’s values is taken away as a file', async () => {
    const { body } = await app.get('/office/law?format=csv', coordinator)
    assert.match(body, /не пізніш як за 15 робочих днів;01\.01\.2026;/)
  })
  test('withdrawn with a reason; twice is refused', async () => {
    const [value] = await values()
    const withdraw = { id: value?.id ?? '', reason: 'Регламент змінено' }
    assert.equal((await app.post(`${path}/withdraw`, withdraw, viewer)).statusCode, 403)
    assert.equal(
      (await app.post(`${path}/withdraw`, { ...withdraw, reason: '' }, coordinator)).statusCode,
      422,
    )
    assert.equal((await values())[0]?.revoked_at, null)
    assert.equal((await app.post(`${path}/withdraw`, withdraw, coordinator)).statusCode, 303)
    assert.equal((await app.post(`${path}/withdraw`, withdraw, coordinator)).statusCode, 422)
    assert.match(
      (await app.get('/dates/rules/session.draft.publish')).body,
      /скасовано \d\d\.\d\d\.\d{4}: Регламент змінено/,
    )
    assert.doesNotMatch((await app.get('/dates/rules?own=on')).body, />значення міста</)
  })
})
