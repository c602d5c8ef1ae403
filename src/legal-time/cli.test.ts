import assert from 'node:assert/strict'
import { test } from 'node:test'
import { civilDate } from '../kernel/civil-date.ts'
import { legalTimeCommand } from './cli.ts'

function run(line: string) {
  let stdout = ''
  let stderr = ''
  const io = { stdout: (s: string) => (stdout += s), stderr: (s: string) => (stderr += s) }
  const code = legalTimeCommand(line.split(' ').filter(Boolean), io, civilDate(2026, 5, 14))
  return { code, stdout, stderr }
}

function json(line: string): Record<string, unknown> {
  const { code, stdout, stderr } = run(line)
  assert.equal(stderr, '')
  assert.equal(code, 0)
  return JSON.parse(stdout)
}

for (const [line, date] of [
  ['due --from 2026-03-02 --working-days 5 --martial-law on', '2026-03-09'],
  ['due --from 2026-03-02 --working-days 5 --martial-law off', '2026-03-10'],
  ['due --from 2026-03-02 --working-days 5', '2026-03-09'],
  ['due --from 02.03.2026 --working-days=5', '2026-03-09'],
  ['due --from 2026-04-29 --working-days 5 --martial-law on', '2026-05-06'],
  ['due --from 2026-04-29 --working-days 5 --martial-law off', '2026-05-07'],
  ['due --from 2026-08-20 --working-days 5 --martial-law on', '2026-08-27'],
  ['due --from 2026-08-20 --working-days 5 --martial-law off', '2026-08-28'],
  ['due --from 2026-03-02 --calendar-days 5', '2026-03-09'],
  ['due --from 2026-03-02 --months 1', '2026-04-02'],
  ['due --from 2026-03-02 --years 1', '2027-03-02'],
  ['due --from 2026-03-02 --working-days 5 --week 6', '2026-03-07'],
  ['due --from 2013-12-31 --working-days 1 --transfers', '2014-01-08'],
  ['before --date 2026-05-14 --working-days 10', '2026-04-30'],
  ['before --date 2026-05-14 --working-days 10 --martial-law off', '2026-04-28'],
  ['before --date 2026-05-14 --working-days 10 --strict', '2026-04-29'],
  ['before --date 2026-05-16 --calendar-days 7', '2026-05-08'],
] as const) {
  test(`${line} → ${date}`, () => {
    const answer = json(`${line} --json`)
    assert.deepEqual(Object.keys(answer), ['date', 'explanation', 'sources'])
    assert.equal(answer['date'], date)
    assert.equal(typeof answer['explanation'], 'string')
    assert.ok(Array.isArray(answer['sources']) && answer['sources'].length > 0)
  })
}

test('year', () => {
  assert.deepEqual(json('year 2024 --json'), {
    year: 2024,
    workingDays: [23, 21, 21, 22, 23, 20, 23, 22, 21, 23, 21, 22],
    total: 262,
  })
  assert.equal(json('year 2024 --martial-law off --json')['total'], 251)
  assert.equal(json('year 2020 --week 6 --json')['total'], 303)
  assert.ok(Array.isArray(json('year 2026 --martial-law off --shortened --json')['shortened']))
  assert.match(run('year 2024').stdout, /^2024 рік: 262 робочі дні; за місяцями: 23, /)
})

test('explain: the value of the day, in words and as JSON', () => {
  assert.match(
    run('explain session.draft.publish --date 2014-01-31').stdout,
    /не пізніш як за 20 робочих днів/,
  )
  assert.match(run('explain session.draft.publish').stdout, /не пізніш як за 10 робочих днів/)
  assert.match(run('explain session.draft.publish --lang en').stdout, /not later than 10 working days before/)
  const answer = json('explain session.draft.publish --date 2026-05-14 --json')
  assert.equal(answer['value'], 10)
  assert.equal(answer['unit'], 'workingDays')
  assert.equal(answer['date'], '2026-05-14')
})

test('explain names the city’s own value', () => {
  let stdout = ''
  const own = {
    key: 'session.draft.publish',
    value: 15,
    reason: 'Регламент',
    decision: null,
    from: '2024-01-01',
    to: null,
  }
  const io = { stdout: (s: string) => (stdout += s), stderr: () => {} }
  legalTimeCommand(['explain', 'session.draft.publish', '--json'], io, civilDate(2026, 5, 14), [own])
  const answer = JSON.parse(stdout)
  assert.equal(answer.value, 15)
  assert.equal(answer.overridden.lawValue, 10)
})

test('a rule that waits for its law: exit 1, nothing on standard output', () => {
  const { code, stdout, stderr } = run('explain consultation.public.min --json')
  assert.equal(code, 1)
  assert.equal(stdout, '')
  assert.match(stderr, /правило не діє/)
})

for (const [line, says] of [
  ['', /due, before, year, explain, rules/],
  ['constructor', /«constructor»: немає такої дії/],
  ['due', /^--from: .*2026-03-02/],
  ['due --from 2026-02-30 --working-days 5', /^--from: «2026-02-30» не підходить/],
  ['due --from --json', /^--from: бракує значення/],
  ['due --from 2026-03-02', /--working-days, --calendar-days, --months, --years/],
  ['due --from 2026-03-02 --working-days', /^--working-days: бракує значення/],
  ['due --from 2026-03-02 --working-days 0', /^--working-days: «0» не підходить.*від 1 до 10000/],
  ['due --from 2026-03-02 --working-days 1e3', /^--working-days: «1e3»/],
  ['due --from 2026-03-02 --working-days=-5', /^--working-days: «-5»/],
  ['due --from 2026-03-02 --working-days 5 --months 1', /^--working-days, --months: разом не можна/],
  ['due --from 2026-03-02 --working-days 5 --week 7', /^--week: «7» не підходить. Потрібно: 5, 6/],
  ['due --from 2026-03-02 --working-days 5 --martial-law yes', /^--martial-law: «yes».*on, off/],
  ['due --from 2026-03-02 --working-days 5 --strict', /^--strict: немає такого параметра/],
  ['due --from 2026-03-02 --working-days 5 extra', /«extra»: зайве слово/],
  ['due --from 2026-03-02 --working-days 5 --json=1', /^--json: цей параметр пишуть без значення/],
  ['before --date 2026-05-14 --calendar-days 7 --strict', /^--strict: .*--working-days/],
  ['year', /^year: параметра бракує/],
  ['year 24', /^year: «24» не підходить/],
  ['explain', /^explain: параметра бракує/],
  ['explain petition', /Можливо: petition\.publish/],
  ['explain xyzzy', /viche legal-time rules/],
  ['due --lang de', /^--lang: «de» не підходить/],
  ['due --lang en', /^--from: the option is missing/],
] as const) {
  test(`«${line}» is refused with what would be right`, () => {
    const { code, stdout, stderr } = run(line)
    assert.equal(code, 2)
    assert.equal(stdout, '')
    assert.match(stderr, says)
    assert.match(stderr, /^[^\n]+\n$/)
  })
}

test('help is no error', () => {
  assert.match(run('--help').stdout, /viche legal-time due/)
  assert.equal(run('due --help').code, 0)
})
