import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '../../../kernel/ids.ts'
import { kopiykas } from '../../../kernel/money.ts'
import { figuresOf } from '../rules/together.ts'
import type { Arrival, ConsolidatedMeasure, FrozenConsolidated } from '../types/frozen.ts'
import type { RowState } from '../types.ts'
import { conclusionsUk, introductionUk } from './narrative-uk.ts'

type Matter = Omit<FrozenConsolidated, 'introduction' | 'conclusions'>
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const uah = (n: number) => kopiykas(n * 100)

const measure = (
  number: string,
  state: RowState | null,
  reason: string | null = null,
): ConsolidatedMeasure => ({
  measureId: asId<'measure'>(uuid(1)),
  number,
  title: 'Захід',
  titleEn: null,
  term: '',
  executors: ['Відділ'],
  executorLabels: ['Відділ'],
  state,
  plan: uah(0),
  cash: uah(0),
  indicators: [],
  parts:
    state === null
      ? []
      : [
          {
            unitName: 'Відділ',
            unitLabel: 'Відділ',
            year: 2026,
            quarter: 2,
            state,
            result: '',
            reason,
            nextStep: null,
          },
        ],
})

const arrival = (unit: number, over: Partial<Arrival> = {}): Arrival => ({
  unitId: asId<'unit'>(uuid(unit)),
  unitName: 'відділ культури',
  unitLabel: 'Культура',
  year: 2026,
  quarter: 2,
  due: '2026-07-06',
  state: 'accepted',
  submittedOn: '2026-07-03',
  daysLate: 0,
  nothingToDo: false,
  ...over,
})

function matter(
  over: Partial<Matter> & { readonly spent?: number; readonly paidInYear?: number } = {},
): Matter {
  const { spent = 0, paidInYear = spent, ...rest } = over
  const measures = over.measures ?? [measure('4.1', 'done'), measure('4.2', 'underWay')]
  const none = { plan: uah(0), committed: uah(0), spent: uah(0), left: uah(0) }
  return {
    schema: 'viche.consolidated.1',
    kind: 'quarter',
    programme: {
      id: asId<'programme'>(uuid(9)),
      slug: 'p',
      title: 'Міська програма розвитку',
      titleEn: null,
      shortTitle: 'Програма',
      shortTitleEn: null,
      from: '2026-01-01',
      to: '2029-12-31',
      decision: '2025-12-18 7-12',
    },
    coordinator: null,
    fundManager: null,
    year: 2026,
    quarter: 2,
    from: '2026-04-01',
    to: '2026-06-30',
    version: 1,
    correctionReason: null,
    on: '2026-07-15',
    requisites: {
      signatories: [],
      sitting: null,
      rapporteur: null,
      commission: null,
      decisionSignatory: null,
    },
    arrivals: [arrival(1)],
    tasks: [],
    figures: figuresOf(
      [],
      measures.map((m) => m.state),
      uah(spent),
    ),
    before: null,
    ...rest,
    measures,
    money: over.money ?? { ...none, bySource: [], paidInYear: uah(paidInYear) },
  }
}

const planned = (plan: number, paidInYear: number): Matter['money'] => ({
  plan: uah(plan),
  committed: uah(0),
  spent: uah(paidInYear),
  left: uah(plan - paidInYear),
  bySource: [],
  paidInYear: uah(paidInYear),
})

test('the introduction says by whom, by which decision, up to which day, and how many reported', () => {
  assert.equal(
    introductionUk(matter()),
    'Звіт складено на підставі поданих і прийнятих звітів виконавців Міської програми розвитку, затвердженої рішенням від 18.12.2025 № 7-12, за II квартал 2026 року (станом на 30 червня 2026 року). Програма налічує 2 заходи; за звітний період мав звітувати 1 виконавець, прийнято 1 з 1 звіту, усі вчасно.',
  )
})

test('who has not reported is named, and is not said to have reported', () => {
  const arrivals = [arrival(1, { daysLate: 2 }), arrival(2, { state: 'missing', submittedOn: null })]
  const text = introductionUk(matter({ arrivals }))
  assert.match(text, /мали звітувати 2 виконавці, прийнято 1 з 2 звітів, з них із порушенням строку – 1\./)
  assert.match(text, /не подано або ще не прийнято: Відділ культури \(II квартал 2026 року\)\./)
})

const figures = (events: number, participants: number, organisations: number) => ({
  ...matter().figures,
  events,
  participants,
  organisations,
})

const conclusions: readonly [string, Parameters<typeof matter>[0], string][] = [
  [
    'nothing was left undone, nothing was spent',
    {},
    'За II квартал 2026 року подано відомості про 2 заходи Програми: виконано – 1, виконується – 1.\nВидатків на виконання Програми у звітному періоді не передбачалося і не здійснювалося.\nНевиконаних заходів за звітний період немає.',
  ],
  [
    'one record and one person agree with their verbs',
    { figures: figures(1, 21, 0) },
    'Виконання підтверджує 1 запис про проведену роботу; участь у заходах взяла 21 особа.',
  ],
  [
    'people and organisations',
    { figures: figures(22, 104, 3) },
    'Виконання підтверджують 22 записи про проведену роботу; участь у заходах взяли 104 особи і 3 організації.',
  ],
  [
    'a quarter is told beside the year so far',
    { spent: 1_500, money: planned(15_000, 3_000) },
    'На виконання Програми на 2026 рік передбачено 15\u00a0000 грн; касові видатки за звітний період – 1\u00a0500 грн, з початку року – 3\u00a0000 грн (20 % плану).',
  ],
  [
    'a quarter in which nothing was paid',
    { spent: 0, money: planned(15_000, 0) },
    'На виконання Програми на 2026 рік передбачено 15\u00a0000 грн; касових видатків за звітний період не було.',
  ],
  [
    'a year is not told twice',
    { kind: 'year', quarter: null, spent: 7_500, money: planned(15_000, 7_500) },
    'касові видатки за звітний період – 7\u00a0500 грн (50 % плану).',
  ],
  [
    'one measure was not done, and why',
    { measures: [measure('4.4', 'notDone', 'Кошти не виділено.'), measure('4.5', 'done')] },
    'Потребує уваги: захід 4.4 (Кошти не виділено).',
  ],
  [
    'measures with one reason stand together',
    {
      measures: [
        measure('4.4', 'notDone', 'Дощ'),
        measure('4.5', 'partly', 'Дощ'),
        measure('4.6', 'partly', 'Ремонт'),
      ],
    },
    'Потребують уваги: заходи 4.4, 4.5 (Дощ); захід 4.6 (Ремонт).',
  ],
  [
    'with every report there, a measure without a word had nothing to do',
    { measures: [measure('4.1', 'done'), measure('4.8', null), measure('4.10', null)] },
    'Заходи 4.8, 4.10 виконувати у звітному періоді не належало.',
  ],
  [
    'with a report missing, it is only not told of',
    {
      measures: [measure('4.1', 'done'), measure('4.8', null)],
      arrivals: [arrival(1, { state: 'submitted' })],
    },
    'Про захід 4.8 відомостей не подано.',
  ],
]
for (const [name, over, said] of conclusions)
  test(`conclusions: ${name}`, () => {
    const text = conclusionsUk(matter(over))
    assert.ok(text.includes(said), text)
  })
