import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type CivilDate, civilDate, parseCivilDate, Temporal } from '../../../kernel/civil-date.ts'
import { asId } from '../../../kernel/ids.ts'
import { sentences } from '../texts/index.ts'
import type { PassportContent, Standing, TableRow, Values } from '../types.ts'
import { checkColumns, guessColumns } from './columns.ts'
import { compare } from './compare.ts'
import { compose, type Facts } from './compose.ts'
import type { TableKey } from './definitions.ts'
import { electionsOf, factionSizes, rowsIn } from './figures.ts'
import { gapsOf, mayCompose, mayFreeze, sectionState, step } from './review.ts'
import { wrongWith } from './row.ts'
import { shapeOf } from './shapes.ts'
import { isOld, rowsOn, standsOn } from './standing.ts'

const plain = (text: string) => text.replace(/\u00a0/g, ' ')
const day = (text: string | null): CivilDate | null => (text === null ? null : parseCivilDate(text))
const JANUARY = civilDate(2026, 1, 1)
let count = 0

function row(
  table: TableKey,
  values: Values,
  dates: { day?: string; until?: string; sourceOn?: string } = {},
): TableRow {
  count += 1
  return {
    id: asId<'passportRow'>(`00000000-0000-7000-8000-${String(count).padStart(12, '0')}`),
    table,
    values,
    day: day(dates.day ?? null),
    until: day(dates.until ?? null),
    source: 'Лист відділу',
    sourceOn: day(dates.sourceOn ?? '2025-12-01')!,
    removed: null,
    version: 1,
    updatedAt: Temporal.Instant.from('2025-12-01T10:00:00Z'),
  }
}

function organisation(kind: Standing['kind'], more: Partial<Standing> = {}): Standing {
  count += 1
  return {
    id: `o${count}`,
    kind,
    name: `Організація ${count}`,
    nameEn: null,
    edrpou: null,
    registeredOn: null,
    undated: true,
    bodyKind: null,
    territory: null,
    districtId: null,
    confessionId: null,
    directionIds: [],
    ...more,
  }
}

function facts(more: Partial<Facts> = {}): Facts {
  return {
    asOf: JANUARY,
    version: 1,
    correctionReason: null,
    city: { uk: 'Вигадів', en: 'Vyhadiv' },
    council: { uk: 'Вигадівська міська рада', en: 'Vyhadiv City Council' },
    rows: [],
    organisations: [],
    names: new Map(),
    districts: [],
    confessions: [],
    directions: [],
    practices: [],
    leftOut: {},
    ...more,
  }
}

describe('which rows stand on 1 January 2026', () => {
  const table: readonly [TableKey, string | null, string | null, boolean][] = [
    ['deputies', '2020-11-10', null, true],
    ['deputies', null, null, true],
    ['deputies', '2020-11-10', '2026-01-01', true],
    ['deputies', '2020-11-10', '2025-12-31', false],
    ['deputies', '2026-01-01', null, true],
    ['deputies', '2026-01-02', null, false],
    ['population', '2026-01-01', null, true],
    ['population', '2026-01-02', null, false],
    ['constituencies', '2010-10-31', null, true],
    ['massEvents', '2025-01-01', null, true],
    ['massEvents', '2025-12-31', null, true],
    ['massEvents', '2026-01-01', null, false],
    ['massEvents', '2024-12-31', null, false],
  ]
  for (const [key, from, until, stands] of table)
    test(`${key} ${from ?? '…'}–${until ?? '…'}: ${stands}`, () =>
      assert.equal(standsOn(key, row(key, {}, { day: from ?? '', until: until ?? '' }), JANUARY), stands))
  test('of figures the latest of each key', () => {
    const of = (settlement: string, on: string, residents: number) =>
      row('population', { settlement, residents }, { day: on })
    const rows = [of('Місто', '2024-01-01', 1), of('місто ', '2025-01-01', 2), of('Село', '2023-01-01', 3)]
    assert.deepEqual(
      rowsOn('population', [...rows, of('Місто', '2026-02-01', 9)], JANUARY).map(
        (r) => r.values['residents'],
      ),
      [2, 3],
    )
  })
})

describe('what is older than a year', () => {
  const table: readonly [TableKey, string, string, boolean][] = [
    ['population', '2025-01-01', '2020-01-01', false],
    ['population', '2024-12-31', '2025-12-31', true],
    ['deputies', '2020-11-10', '2025-01-01', false],
    ['deputies', '2020-11-10', '2024-12-31', true],
    ['constituencies', '2010-10-31', '2010-11-01', false],
    ['massEvents', '2025-02-01', '2024-11-01', false],
  ]
  for (const [key, on, sourceOn, old] of table)
    test(`${key} of ${on} by a source of ${sourceOn}: ${old}`, () =>
      assert.equal(isOld(key, row(key, {}, { day: on, sourceOn }), JANUARY), old))
})

describe('what is wrong with a row', () => {
  const today = civilDate(2026, 3, 1)
  const table: readonly [TableKey, Values, { day?: string; until?: string; sourceOn?: string }, string][] = [
    [
      'population',
      { settlement: 'Місто', residents: 10, displaced: 11 },
      { day: '2026-01-01' },
      'more_than_residents',
    ],
    ['constituencies', { voters: 10, turnedOut: 11 }, { day: '2020-10-25' }, 'more_than_voters'],
    ['massEvents', { theme: 'На захист Вигадька Петра Петровича' }, { day: '2026-01-01' }, 'person_named'],
    ['problems', { problem: 'Діяльність О. П. Вигадька' }, {}, 'person_named'],
    ['massEvents', { theme: 'За сквер' }, { day: '2026-03-02' }, 'day_not_come'],
    [
      'deputies',
      { name: 'Вигадько Петро' },
      { day: '2026-01-02', until: '2026-01-01' },
      'ends_before_begins',
    ],
    ['cityDays', { month: '2', monthDay: 30 }, {}, 'no_such_day'],
    ['cityDays', { month: '2', monthDay: 29 }, {}, ''],
    ['territory', { katottg: 'UA12' }, {}, 'not_katottg'],
    ['deputies', { name: 'Вигадько Петро Миколайович' }, {}, ''],
    ['media', { name: 'Газета' }, { sourceOn: '2026-03-02' }, 'day_not_come'],
    ['population', {}, {}, 'required'],
  ]
  for (const [key, values, dates, code] of table)
    test(`${key}: ${code || 'nothing'}`, () =>
      assert.equal(
        wrongWith(key, row(key, values, dates), today)
          .map((r) => r.refused)
          .join(),
        code,
      ))
})

describe('the headline', () => {
  const confessions = Array.from({ length: 11 }, (_, i) => ({ id: `c${i}`, uk: `К${i}`, en: `C${i}` }))
  const many = (n: number, kind: Standing['kind'], of: (i: number) => Partial<Standing> = () => ({})) =>
    Array.from({ length: n }, (_, i) => organisation(kind, of(i)))
  const nizhyn = compose(
    facts({
      asOf: civilDate(2014, 1, 1),
      confessions,
      organisations: [
        ...many(37, 'religiousCommunity', (i) => ({ confessionId: `c${i % 11}` })),
        ...many(86, 'ngo'),
        ...many(10, 'charity'),
        ...many(282, 'partyBranch'),
      ],
    }),
  )
  test('says the counts of Nizhyn on 1 January 2014', () => {
    assert.equal(
      plain(sentences.uk.headline(nizhyn)),
      'Станом на 1 січня 2014 року в місті налічується 282 структурні утворення політичних партій, 10 благодійних організацій, 86 громадських організацій і 37 релігійних громад 11 конфесій.',
    )
    assert.equal(
      plain(sentences.en.headline(nizhyn)),
      'As of 1 January 2014 the city has 282 branches of political parties, 10 charities, 86 non-governmental organisations and 37 religious communities of 11 confessions.',
    )
  })
  test('without organisations', () => {
    assert.match(plain(sentences.uk.headline(compose(facts()))), /у реєстрі міста немає жодної організації/)
  })
})

describe('a composed passport', () => {
  const districts = [
    { id: 'd1', uk: 'Центр', en: 'Centre' },
    { id: 'd2', uk: 'Магерки', en: 'Maherky' },
  ]
  const communities = (n: number, districtId: string, confessionId: string) =>
    Array.from({ length: n }, () => organisation('religiousCommunity', { districtId, confessionId }))
  const content = compose(
    facts({
      districts,
      confessions: [
        { id: 'c1', uk: 'Перша', en: 'First' },
        { id: 'c2', uk: 'Друга', en: 'Second' },
      ],
      organisations: [
        ...communities(9, 'd1', 'c1'),
        ...communities(2, 'd2', 'c1'),
        ...communities(7, 'd1', 'c2'),
        ...communities(8, 'd2', 'c2'),
        organisation('selfOrganisationBody', { districtId: 'd2', name: 'Будинковий комітет' }),
        organisation('selfOrganisationBody', { name: 'Вуличний комітет' }),
      ],
      rows: [
        row('deputies', { name: 'А', faction: 'Разом' }),
        row('deputies', { name: 'Б', faction: 'разом ' }),
        row('deputies', { name: 'В' }),
        row('factions', { name: 'Разом' }),
        row('nationalities', { nationality: 'українці', people: 60_000 }, { day: '2001-12-05' }),
        row('nationalities', { nationality: 'греки', people: 3 }, { day: '2001-12-05' }),
        row('nationalities', { nationality: 'поляки', people: 20 }, { day: '2001-12-05' }),
        row(
          'constituencies',
          { election: 'Місцеві', constituency: '1', stations: 4, voters: 1000, turnedOut: 369 },
          { day: '2020-10-25' },
        ),
        row(
          'constituencies',
          { election: 'Місцеві', constituency: '2', stations: 3, voters: 1001, turnedOut: 400 },
          { day: '2020-10-25' },
        ),
        row(
          'massEvents',
          { type: 'rally', organiserType: 'association', organiser: 'o-1', theme: 'За сквер' },
          { day: '2025-05-01' },
        ),
      ],
      names: new Map([['o-1', 'ГО «Сквер»']]),
      leftOut: { media: 'Перелік уточнюється' },
    }),
  )
  test('hides small figures of a cross-table and what would tell them', () => {
    const cross = content.sections.find((s) => s.key === 'religious')?.registry?.crosses[0]
    assert.deepEqual(
      cross?.rows.map((r) => r.cells),
      [
        [null, null],
        [null, null],
      ],
    )
    assert.deepEqual(cross?.totals, [16, 10])
  })
  test('hides few people of a trait', () => {
    const rows = rowsIn(content, 'nationalities')
    assert.deepEqual(
      rows.map((r) => [r.values['nationality'], r.values['people'], r.hidden]),
      [
        ['греки', null, ['people']],
        ['поляки', null, ['people']],
        ['українці', 60_000, []],
      ],
    )
    assert.doesNotMatch(JSON.stringify(content), /"people":(3|20)\b/)
  })
  test('counts factions by the table of councillors', () => {
    assert.deepEqual(factionSizes(content), [
      { name: 'Разом', size: 2 },
      { name: null, size: 1 },
    ])
  })
  test('says turnout', () => {
    assert.equal(electionsOf(content)[0]?.turnout, 38.4)
    assert.equal(
      plain(sentences.uk.section(content, 'elections')),
      'Місцеві, 25 жовтня 2020 року: 2 виборчі округи і 7 виборчих дільниць; проголосувало 769 із 2 001 виборця, явка – 38,4 %.',
    )
  })
  test('says self-organisation bodies by district', () => {
    assert.equal(
      plain(sentences.uk.section(content, 'selfOrganisation')),
      '2 органи самоорганізації населення у 1 районі міста.',
    )
    assert.equal(
      plain(sentences.en.section(content, 'selfOrganisation')),
      '2 self-organisation bodies in 1 city district.',
    )
  })
  test('names the organiser from the registry', () => {
    const event = rowsIn(content, 'massEvents')[0]
    assert.equal(event?.values['organiser'], 'ГО «Сквер»')
    assert.equal(event?.refs['organiser'], 'o-1')
  })
  test('leaves a section out with its reason', () => {
    const media = content.sections.find((s) => s.key === 'media')
    assert.deepEqual(media, { key: 'media', leftOut: 'Перелік уточнюється', tables: [], registry: null })
  })
  test('tells what is empty and what is old', () => {
    const general = content.sections.find((s) => s.key === 'general')!
    assert.deepEqual(gapsOf(general), { empty: ['territory', 'population', 'ages'], old: 3 })
  })
})

describe('two passports', () => {
  const was = organisation('ngo', { id: 'same', name: 'Стара назва' })
  const first = compose(
    facts({
      organisations: [
        was,
        organisation('ngo', { id: 'gone' }),
        organisation('charity', { id: 'merged', name: 'Фонд' }),
      ],
      rows: [row('population', { settlement: 'Місто', residents: 100 }, { day: '2024-01-01' })],
    }),
  )
  const second = compose(
    facts({
      organisations: [
        { ...was, name: 'Нова назва' },
        organisation('charity', { id: 'both', name: 'Фонд' }),
        organisation('partyBranch', { id: 'new' }),
      ],
      rows: [
        row('population', { settlement: 'Місто', residents: 90 }, { day: '2025-01-01' }),
        row('memorials', { type: 'plaque', name: 'Дошка', place: 'Площа' }),
      ],
      leftOut: { media: 'немає' },
    }),
  )
  const found = compare(first, second, new Map([['merged', 'both']]))
  test('what is new, gone and renamed', () => {
    assert.deepEqual(
      [found.added.map((o) => o.id), found.removed.map((o) => o.id), found.renamed.map((r) => r.after.name)],
      [['new'], ['gone'], ['Нова назва']],
    )
  })
  test('counts of kinds', () => {
    assert.deepEqual(
      found.kinds.map((k) => `${k.name} ${k.before} ${k.after}`),
      ['charity 1 1', 'ngo 2 1', 'partyBranch 0 1'],
    )
  })
  test('figures of tables', () => {
    assert.deepEqual(
      found.tables.map((t) => [t.table, t.rows.map((r) => [r.fields, r.before !== null, r.after !== null])]),
      [
        ['population', [[['residents'], true, true]]],
        ['memorials', [[[], false, true]]],
      ],
    )
  })
  test('what one of them left out is not compared', () => assert.deepEqual(found.uncompared, ['media']))
  test('with itself: nothing', () => {
    const same = compare(second, second)
    assert.deepEqual(
      [same.added, same.removed, same.renamed, same.tables, same.uncompared],
      [[], [], [], [], []],
    )
  })
})

describe('the life of a passport', () => {
  const steps: readonly [Parameters<typeof step>[0], Parameters<typeof step>[1], string][] = [
    ['draft', 'freeze', 'frozen'],
    ['frozen', 'publish', 'published'],
    ['frozen', 'reopen', 'draft'],
    ['draft', 'discard', 'discarded'],
    ['draft', 'publish', 'wrong_state'],
    ['published', 'reopen', 'wrong_state'],
    ['published', 'discard', 'wrong_state'],
    ['frozen', 'review', 'wrong_state'],
    ['discarded', 'review', 'wrong_state'],
  ]
  for (const [state, verb, result] of steps)
    test(`${verb} in ${state}: ${result}`, () => {
      const next = step(state, verb)
      assert.equal(typeof next === 'string' ? next : next.refused, result)
    })
  test('one of a day', () => {
    const codes = (asOf: CivilDate, same: Parameters<typeof mayCompose>[2]) =>
      mayCompose(asOf, JANUARY, same).map((r) => r.refused)
    assert.deepEqual(codes(JANUARY, []), [])
    assert.deepEqual(codes(civilDate(2026, 1, 2), []), ['day_not_come'])
    assert.deepEqual(codes(JANUARY, [{ state: 'draft' }]), ['already_composed'])
    assert.deepEqual(codes(JANUARY, [{ state: 'published' }]), ['already_published'])
  })
  test('a section is checked as it was seen', () => {
    const review = { checks: { media: { by: 'Х', at: '', seen: 'a' } }, leftOut: { parties: 'немає' } }
    assert.deepEqual(
      [
        sectionState(review, 'media', 'a'),
        sectionState(review, 'media', 'b'),
        sectionState(review, 'general', 'a'),
        sectionState(review, 'parties', 'a'),
      ],
      ['checked', 'changed', 'unchecked', 'leftOut'],
    )
  })
  test('every section that stands in the way is named', () => {
    const states = Object.fromEntries(
      compose(facts()).sections.map((s, i) => [
        s.key,
        i === 0 ? 'unchecked' : i === 1 ? 'changed' : 'checked',
      ]),
    ) as Parameters<typeof mayFreeze>[0]
    assert.deepEqual(
      mayFreeze(states).map((r) => [r.refused, r.values?.['section']]),
      [
        ['section_unchecked', 'general'],
        ['section_changed', 'authorities'],
      ],
    )
  })
})

describe('columns of a file', () => {
  const titles = {
    name: ['Назва', 'Name'],
    area: ['Площа, км²', 'Area, km²'],
    sourceOn: ['Дата джерела'],
    source: ['Джерело'],
  }
  test('are found by their titles, each once', () => {
    assert.deepEqual(guessColumns(['джерело', 'НАЗВА', 'площа км²', 'Дата  джерела', 'зайве'], titles), {
      name: 1,
      area: 2,
      sourceOn: 3,
      source: 0,
    })
  })
  test('needed ones are asked for', () => {
    const mapping = { columns: { name: 0, type: null, day: null }, day: null, source: 'Лист', sourceOn: null }
    assert.deepEqual(
      checkColumns('territory', mapping, 1).map((r) => `${r.refused} ${r.field}`),
      ['column_needed column.type', 'column_needed column.sourceOn'],
    )
  })
})

test('the number of a district stands in the middle of its greatest part', () => {
  const square = (x: number, y: number, size: number) =>
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ] as const
  const shape = shapeOf('d', {
    type: 'MultiPolygon',
    coordinates: [[square(31, 51, 0.01)], [square(32, 52, 0.1)]],
  })
  assert.deepEqual(
    shape?.middle.map((n) => Math.round(n * 1000) / 1000),
    [32.05, 52.05],
  )
  assert.equal(shape?.rings.length, 2)
  assert.equal(shapeOf('d', { type: 'Polygon', coordinates: [] }), null)
})

test('practices stand with the associations, and nowhere when there are none', () => {
  const practices = [{ id: 'p1', title: 'Сад', organisation: 'ГО «Сад»', on: '2025-11-01' }]
  const having = (content: PassportContent) =>
    content.sections.flatMap((s) => ('practices' in s ? [[s.key, s.practices]] : []))
  assert.deepEqual(having(compose(facts({ practices }))), [['associations', practices]])
  assert.deepEqual(having(compose(facts())), [])
})
