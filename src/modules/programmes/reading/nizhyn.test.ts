import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseProgramme } from './parse.ts'
import { toJson } from './to-json.ts'

const bytes = readFileSync(
  new URL('../../../../test/fixtures/programmes/nizhyn-2012-2015.txt', import.meta.url),
)
const json = toJson(parseProgramme({ name: 'nizhyn', bytes }))

const DEPARTMENT =
  'Відділ інформаційно-аналітичного забезпечення та комунікацій з громадськістю виконавчого комітету міської ради'
const ALL = 'Управління, відділи та служби виконавчого комітету міської ради'
const ALL_SHORT = 'Управління, відділи та служби виконавчого комітету'

test('the act, the title and the period', () => {
  const { body, kind, number, date, sitting, convocation, otherDates } = json.act
  assert.deepEqual(
    { body, kind, number, date, sitting, convocation, otherDates },
    {
      body: 'Ніжинська міська рада',
      kind: 'рішення',
      number: '48__10',
      date: '2014-01-31',
      sitting: 49,
      convocation: 6,
      otherDates: ['2014-02-04'],
    },
  )
  assert.match(
    json.title ?? '',
    /^Програма співпраці виконавчого комітету .+ у місті Ніжині на 2012-2015 роки$/,
  )
  assert.deepEqual(json.period, { from: 2012, to: 2015 })
})

test('twenty measures with executors and terms', () => {
  assert.deepEqual(
    json.measures.map((m) => [m.number, m.executors, m.term.raw, m.term.recurrence['kind']]),
    [
      ['4.1', [DEPARTMENT], 'Постійно', 'continuous'],
      ['4.2', [DEPARTMENT], '2012-2015 роки', 'years'],
      ['4.3', [DEPARTMENT], 'До 2015 року', 'by'],
      ['4.4', [DEPARTMENT], 'Щоквартально', 'quarterly'],
      ['4.5', [DEPARTMENT], 'Щоденно', 'daily'],
      ['4.6', [DEPARTMENT], 'Постійно', 'continuous'],
      ['4.7', [ALL_SHORT], 'Постійно', 'continuous'],
      ['4.8', [DEPARTMENT], 'Щорічно, січень місяць', 'yearly'],
      ['4.9', [DEPARTMENT], '2012-2015 роки', 'years'],
      ['4.10', [DEPARTMENT], '2014 рік', 'once'],
      ['4.11', [ALL], 'Постійно', 'continuous'],
      ['4.12', [ALL], 'Постійно', 'continuous'],
      ['4.13', [DEPARTMENT], '2012 рік', 'once'],
      ['4.14', [DEPARTMENT], '2014 рік', 'once'],
      ['4.15', [ALL], 'Постійно', 'continuous'],
      ['4.16', [DEPARTMENT], 'Щорічно', 'yearly'],
      ['4.17', [DEPARTMENT], '2012-2015 роки', 'years'],
      ['4.18', [DEPARTMENT], 'Постійно', 'continuous'],
      ['4.19', ['Загальний відділ виконавчого комітету міської ради'], 'Щоквартально', 'quarterly'],
      ['4.20', [ALL_SHORT], '', 'none'],
    ],
  )
  assert.equal(json.measures[2]!.text, 'Розробити громадсько-політичний паспорт міста.')
  assert.deepEqual(json.measures[0]!.lines, [80, 86])
})

test('passport, total, facts, tasks, results, rules, signature', () => {
  assert.deepEqual(
    json.passport.map((p) => [p.number, p.key]),
    [
      ['1', 'initiator'],
      ['2', 'developer'],
      ['3', 'responsibleExecutor'],
      ['4', 'participants'],
      ['5', 'term'],
      ['6', 'budgets'],
      ['7', 'total'],
    ],
  )
  assert.equal(json.passport[0]!.details[0]!.key, 'basisDocument')
  assert.deepEqual(json.total, { amount: 15, unit: 'тис. грн', uah: 15_000, lines: [21, 21] })
  assert.deepEqual(
    json.facts.map((f) => [f.value, f.date]),
    [282, 10, 86, 37, 11].map((n) => [n, '2014-01-01']),
  )
  assert.equal(json.problems.length, 4)
  assert.match(json.aim?.text ?? '', /^Метою програми є забезпечення системного аналізу/)
  assert.equal(json.tasks.length, 9)
  assert.equal(json.expectedResults.length, 4)
  assert.deepEqual(
    json.control.map((c) => [c.number, c.kind]),
    [
      ['6.1', 'funding'],
      ['6.2', 'contestOrContract'],
      ['7.1', 'responsibility'],
      ['7.2', 'coordination'],
      ['7.3', 'amendments'],
      ['7.4', 'report'],
    ],
  )
  const [quarterly, yearly] = json.control[5]!.reports
  assert.deepEqual(
    [quarterly!.recurrence['kind'], quarterly!.recurrence['byDay'], quarterly!.to],
    ['quarterly', 6, 'головному розпоряднику бюджетних коштів'],
  )
  assert.deepEqual(
    [yearly!.recurrence['kind'], yearly!.from],
    ['yearly', 'головний розпорядник бюджетних коштів'],
  )
  assert.deepEqual(json.signatory, {
    position: 'Секретар міської ради',
    name: 'О.В.Кірсанов',
    lines: [263, 269],
  })
})

test('the findings, each on its lines', () => {
  assert.deepEqual(
    json.findings.map((f) => [f.code, f.lines]),
    [
      ['date_oddity', [1, 5]],
      ['date_oddity', [6, 7]],
      ['outdated_act', [11, 11]],
      ['period_mismatch', [17, 17]],
      ['chapter_numbering', [23, 23]],
      ['outdated_act', [46, 46]],
      ['heading_differs', [75, 78]],
      ['two_spellings', [82, 85]],
      ['ambiguous_term', [103, 103]],
      ['two_spellings', [133, 134]],
      ['executor_group', [133, 134]],
      ['term_before_decision', [180, 180]],
      ['term_missing', [231, 235]],
    ],
  )
})

test('nothing is left over', () => assert.deepEqual(json.notUnderstood, []))

test('it takes less than 50 ms of a processor once warm', () => {
  for (let i = 0; i < 5; i++) parseProgramme({ name: 'nizhyn', bytes })
  const best = Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = process.cpuUsage()
      parseProgramme({ name: 'nizhyn', bytes })
      return process.cpuUsage(start).user / 1000
    }),
  )
  assert.ok(best < 50, `${best.toFixed(1)} ms`)
})
