import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseProgramme } from './parse.ts'
import { toJson } from './to-json.ts'

const FIXTURES = new URL('../../../../test/fixtures/programmes/', import.meta.url)

function read(name: string) {
  return toJson(parseProgramme({ name, bytes: readFileSync(new URL(name, FIXTURES)) }))
}

type Expected = {
  readonly file: string
  readonly period: readonly [number, number]
  readonly act: readonly [body: string | null, number: string | null, date: string | null]
  readonly uah: number | null
  /** `number | executors | kind of the term` for each measure. */
  readonly measures: readonly string[]
  readonly passport: readonly string[]
  readonly tasks: number
  readonly codes: readonly string[]
}

const table: readonly Expected[] = [
  {
    file: 'pipe-table.txt',
    period: [2025, 2027],
    act: ['Вербовецька міська рада', '1234-49/VIII', '2024-12-24'],
    uah: 1_260_500,
    measures: [
      '1.1 | Відділ комунікацій та громадської участі; управління культури | yearly',
      '1.2 | КП «Дім громад» | continuous',
      '2.1 | Відділ комунікацій та громадської участі | once',
      '2.2 | Управління, відділи та служби виконавчого комітету | monthly',
      '3.1 | Відділ комунікацій та громадської участі виконавчого комітету Вербовецької міської ради | yearly',
    ],
    passport: [
      'initiator',
      'basisDocument',
      'developer',
      'coDevelopers',
      'responsibleExecutor',
      'participants',
      'term',
      'budgets',
      'total',
      'localBudgetFunds',
      'otherFunds',
    ],
    tasks: 3,
    codes: ['empty_passport_item', 'executor_group', 'two_spellings'],
  },
  {
    file: 'flat-cells.txt',
    period: [2026, 2028],
    act: ['Озерецька селищна рада', '411', '2026-02-17'],
    uah: 90_000,
    measures: [
      '1 | Відділ організаційної роботи | quarterly',
      '2 | Відділ культури, молоді та спорту | yearly',
      '3 | Відділ організаційної роботи; громадські організації | by',
    ],
    passport: ['initiator', 'developer', 'responsibleExecutor', 'participants', 'term', 'total'],
    tasks: 3,
    codes: ['empty_passport_item'],
  },
  {
    file: 'markdown.txt',
    period: [2026, 2026],
    act: ['Лугівська сільська рада', '12-45/2025', '2025-12-12'],
    uah: 45_000,
    measures: [
      '1 | Староста; громадські організації | once',
      '2 | КП «Лугівське» | by',
      '3 | Загальний відділ | continuous',
    ],
    passport: ['initiator', 'developer', 'responsibleExecutor', 'term', 'total'],
    tasks: 0,
    codes: [],
  },
  {
    file: 'tabs.txt',
    period: [2025, 2026],
    act: ['Виконавчий комітет Калинівської сільської ради', '37', '2025-03-05'],
    uah: 15_000,
    measures: [
      '1 | Старости | halfYearly',
      '2 | Виконавчий комітет | once',
      '3 | Спеціаліст із питань самоорганізації | onDemand',
    ],
    passport: ['name', 'initiator', 'developer', 'executors', 'term', 'total', 'budgets'],
    tasks: 0,
    codes: [],
  },
  {
    file: 'paragraphs.txt',
    period: [2026, 2027],
    act: ['Степова районна рада', '77-5/VIII', '2025-12-18'],
    uah: null,
    measures: [
      'null | Відділ соціальної роботи | monthly',
      'null | Виконавчий апарат районної ради; комунальні заклади району | onDemand',
      'null | Сектор культури, туризму та охорони культурної спадщини | years',
      'null | Відділ соціальної роботи | none',
    ],
    passport: [],
    tasks: 0,
    codes: ['term_missing', 'total_missing'],
  },
  {
    file: 'site-cells.txt',
    period: [2026, 2028],
    act: ['Соснівська міська рада', '24/9', '2025-12-22'],
    uah: 750_000,
    measures: [
      '1.1 | Управління молоді та спорту | yearly',
      '1.2 | Управління молоді та спорту; відділ освіти | years',
    ],
    passport: ['initiator', 'developer', 'responsibleExecutor', 'term', 'total'],
    tasks: 0,
    codes: [],
  },
  {
    file: 'labels.txt',
    period: [2026, 2028],
    act: ['Гірська міська рада', '511', '2025-11-20'],
    uah: 320_000,
    measures: [
      '1 | загальний відділ; відділ інформаційних технологій | continuous',
      '2 | секретар міської ради | halfYearly',
      '3 | управління внутрішньої політики | once',
    ],
    passport: ['initiator', 'developer', 'term', 'total', 'localBudgetFunds'],
    tasks: 0,
    codes: ['sum_mismatch'],
  },
  {
    file: 'funding-years.txt',
    period: [2024, 2026],
    act: ['Долинська районна рада', '88', '2023-12-19'],
    uah: 600_000,
    measures: [
      '1 | Відділ із питань громадських зв’язків | years',
      '2 | Відділ із питань громадських зв’язків; фінансове управління | yearly',
    ],
    passport: [
      'initiator',
      'developer',
      'responsibleExecutor',
      'term',
      'total',
      'localBudgetFunds',
      'otherFunds',
    ],
    tasks: 0,
    codes: ['sum_mismatch'],
  },
  {
    file: 'cover.txt',
    period: [2022, 2024],
    act: ['Зеленогайська сільська рада', '1047', '2021-12-23'],
    uah: null,
    measures: [
      '3.1 | секретар ради | continuous',
      '3.2 | виконавчий комітет | onDemand',
      '3.4 | спеціаліст ради; староста | weekly',
    ],
    passport: ['initiator', 'developer', 'term', 'total'],
    tasks: 2,
    codes: ['measure_number_gap', 'total_missing'],
  },
  {
    file: 'order.txt',
    period: [2026, 2027],
    act: ['Прикладна обласна державна адміністрація', '12-р', '2026-01-15'],
    uah: 1_200_000,
    measures: [
      '1 | Департамент інформаційної діяльності | years',
      '2 | Департамент інформаційної діяльності; департамент фінансів | yearly',
    ],
    passport: ['initiator', 'developer', 'term', 'total'],
    tasks: 1,
    codes: [],
  },
  {
    file: 'passport-cells.txt',
    period: [2024, 2026],
    act: ['Тополинська міська рада', '77-VIIІ', '2023-12-22'],
    uah: 300_000,
    measures: [
      '1 | Загальний відділ | years',
      '2 | Загальний відділ; старости | years',
      '1 | Відділ культури, молоді та спорту | years',
    ],
    passport: [
      'initiator',
      'basisDocument',
      'developer',
      'coDevelopers',
      'responsibleExecutor',
      'participants',
      'term',
      'stages',
      'budgets',
      'total',
      'localBudgetFunds',
      'otherFunds',
    ],
    tasks: 2,
    codes: ['empty_passport_item', 'two_spellings'],
  },
  {
    file: 'groups.txt',
    period: [2025, 2026],
    act: [null, null, null],
    uah: 30_000.5,
    measures: [
      '1 | Управління соціального захисту населення; відділ молоді | by',
      '2 | Відділ молоді | yearly',
      '3 | Відділ молоді; ГО «Разом» | once',
    ],
    passport: [],
    tasks: 0,
    codes: ['act_incomplete'],
  },
  {
    file: 'new-wording.txt',
    period: [2023, 2025],
    act: ['Калинецька міська рада', '711', '2024-03-14'],
    uah: 81_000,
    measures: ['1 | КП «Зелене місто» | years', '2 | Управління ЖКГ; ОСББ | yearly'],
    passport: [],
    tasks: 0,
    codes: ['amendment', 'date_oddity'],
  },
  {
    file: 'bullets.txt',
    period: [2025, 2025],
    act: [null, null, null],
    uah: 100_000_000,
    measures: ['null |  | none', 'null |  | none', 'null |  | none'],
    passport: ['name', 'initiator', 'developer', 'term', 'total', 'localBudgetFunds'],
    tasks: 0,
    codes: ['act_incomplete', 'measure_without_executor', 'sum_mismatch', 'term_missing'],
  },
  {
    file: 'wrapped.txt',
    period: [2024, 2026],
    act: ['Виконавчий комітет Ставищанської міської ради', '145', '2024-03-12'],
    uah: 900_000,
    measures: [
      '1 | відділ внутрішньої політики; юридичний відділ | continuous',
      '2 | відділ внутрішньої політики | yearly',
    ],
    passport: [],
    tasks: 3,
    codes: [],
  },
  {
    file: 'subchapters.txt',
    period: [2012, 2015],
    act: [null, null, null],
    uah: 150_000,
    measures: [
      '3.1.1 | відділ організаційно-кадрової роботи | once',
      '3.1.2 | управління внутрішньої політики | yearly',
      '3.2.1 | департамент фінансів, економіки та інвестицій; управління внутрішньої політики | yearly',
    ],
    passport: [],
    tasks: 3,
    codes: ['act_incomplete'],
  },
  {
    file: 'loose-cells.txt',
    period: [2026, 2030],
    act: ['міська рада', '1523', '2026-02-27'],
    uah: 2_500_000,
    measures: [
      'null | Відділ комунікацій | years',
      'null | Секретаріат міської ради; відділ кадрової роботи | yearly',
      'null | Управління освіти, молоді та спорту | by',
    ],
    passport: [
      'name',
      'basisDocument',
      'initiator',
      'developer',
      'executors',
      'goal',
      'tasks',
      'term',
      'total',
      'expectedResults',
      'control',
    ],
    tasks: 3,
    codes: [],
  },
  {
    file: 'stages.txt',
    period: [2024, 2026],
    act: ['Новоселівська міська рада', '8', '2024-01-12'],
    uah: 3_000_000,
    measures: [
      '1.1 | Відділ безпеки; громадські формування | years',
      '1.2 | Відділ безпеки | yearly',
      '2.1 | Старости | quarterly',
    ],
    passport: ['initiator', 'developer', 'term', 'total', 'other', 'other', 'other'],
    tasks: 2,
    codes: [],
  },
  {
    file: 'plan.txt',
    period: [2026, 2026],
    act: ['Лісівська сільська рада', '1034-31-VІІІ', '2025-12-15'],
    uah: null,
    measures: [
      '1 | Спеціаліст І категорії | continuous',
      '2 | Сільський голова; секретар ради; старости | weekly',
      '1 | Будинок культури с. Лісове; бібліотека | once',
      '2 | Старости | once',
      '3 | Виконком | once',
    ],
    passport: [],
    tasks: 2,
    codes: ['total_missing'],
  },
]

for (const expected of table) {
  test(`the layout of ${expected.file} is understood to its last line`, () => {
    const json = read(expected.file)
    assert.deepEqual([json.period?.from, json.period?.to], expected.period)
    assert.deepEqual([json.act.body, json.act.number, json.act.date], expected.act)
    assert.equal(json.total?.uah ?? null, expected.uah)
    assert.deepEqual(
      json.measures.map((m) => `${m.number} | ${m.executors.join('; ')} | ${m.term.recurrence['kind']}`),
      expected.measures,
    )
    assert.deepEqual(
      json.passport.map((p) => p.key),
      expected.passport,
    )
    assert.equal(json.tasks.length, expected.tasks)
    assert.deepEqual([...new Set(json.findings.map((f) => f.code))].sort(), expected.codes)
    assert.deepEqual(json.notUnderstood, [])
  })
}

test('a document of Word and of LibreOffice says the same as its text', () => {
  const text = read('pipe-table.txt')
  for (const file of ['pipe-table.docx', 'pipe-table.odt']) {
    const json = read(file)
    assert.deepEqual({ ...json, source: null }, { ...text, source: null })
  }
})

test('columns of years over sources, cells with a sum for each year, groups over measures', () => {
  const sums = (file: string, at: number) =>
    read(file).measures[at]!.funding.map((f) => [f.year, f.source, f.uah])
  assert.deepEqual(sums('new-wording.txt', 0).slice(0, 3), [
    [2023, 'місцевий бюджет', 10_000],
    [2023, 'інші джерела', 1_000],
    [2024, 'місцевий бюджет', 20_000],
  ])
  assert.deepEqual(
    sums('passport-cells.txt', 2),
    [2024, 2025, 2026].map((y) => [y, 'Міський бюджет', 70_000]),
  )
  assert.deepEqual(sums('groups.txt', 1), [
    [null, 'Міський бюджет', 15_000],
    [null, 'Інші джерела', 5_000],
  ])
  assert.deepEqual(
    read('groups.txt').measures.map((m) => m.task),
    ['І. Організаційні заходи', 'І. Організаційні заходи', 'ІІ. Навчальні заходи'],
  )
})

test('a mix-up of hryvnias and thousands is told as such', () => {
  const found = read('bullets.txt').findings.find((f) => f.code === 'sum_mismatch')
  assert.match(found?.message ?? '', /переплутано одиниці/)
})

test('sums by years and sources are read from columns, and further sources from the row below', () => {
  const [, second] = read('pipe-table.txt').measures
  assert.deepEqual(
    second!.funding.map((f) => [f.year, f.source, f.uah]),
    [
      [2025, 'Місцевий бюджет', 200_000],
      [2026, 'Місцевий бюджет', 210_000],
      [2027, 'Місцевий бюджет', 220_000],
      [2025, 'Інші джерела', 50_000],
      [2026, 'Інші джерела', 50_000],
    ],
  )
})

test('a table of sums with a cell on a line gives years and sources, dashes give nothing', () => {
  const { funding } = read('funding-years.txt')
  assert.deepEqual(
    funding.map((f) => [f.year, f.source, f.uah]),
    [
      [2024, 'районний бюджет', 150_000],
      [2025, 'районний бюджет', 150_000],
      [2026, 'районний бюджет', 150_000],
      [2024, 'інші джерела', 50_000],
      [2025, 'інші джерела', 50_000],
      [2026, 'інші джерела', 50_000],
    ],
  )
})

test('an amending decision lists its instructions and is no programme', () => {
  const json = read('amendment.txt')
  assert.deepEqual(
    json.amendments.map((a) => [a.number, a.action]),
    [
      ['1', 'change'],
      ['1.1', 'newWording'],
      ['1.2', 'add'],
      ['1.3', 'replace'],
      ['1.4', 'remove'],
    ],
  )
  assert.equal(json.measures.length, 0)
  assert.ok(json.findings.every((f) => f.code === 'amendment'))
  assert.deepEqual(json.notUnderstood, [])
})

test('a decision with no programme in it says so, and what the site put around it is noise', () => {
  const json = read('decision-only.txt')
  assert.deepEqual(
    json.findings.map((f) => f.code),
    ['no_programme'],
  )
  assert.equal(json.title, 'Програма розвитку громадянського суспільства на 2025-2027 роки')
  assert.deepEqual(
    json.parts.filter((p) => p.part === 'noise').map((p) => p.lines),
    [
      [1, 5],
      [18, 21],
    ],
  )
  assert.deepEqual(json.notUnderstood, [])
})

test('lost letters are reported and the words that hold them are kept as they are', () => {
  const json = read('damaged.txt')
  const damage = json.findings.find((f) => f.code === 'damaged_text')
  assert.deepEqual(damage?.lines, [2, 14])
  assert.equal(json.title, 'Програма п?дтримки громадських орган?зац?й на 2025 р?к')
})
