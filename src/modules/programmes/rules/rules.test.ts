import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { kopiykas } from '../../../kernel/money.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { newId } from '../../../platform/random.ts'
import { parseProgramme } from '../reading/index.ts'
import { NO_READING, NO_RESOLUTIONS } from '../types/draft.ts'
import type { ProposedMeasure, ProposedProgramme } from '../types/proposed.ts'
import { cautions, missing } from './acceptance.ts'
import { compareProposals } from './compare.ts'
import { stepProposal } from './proposal.ts'
import { proposeFromReading } from './propose.ts'
import { fieldsOf, NO_FIELDS, RECURRENCE_KINDS, recurrenceFrom } from './recurrence-fields.ts'
import { renewedProposal } from './renewal.ts'
import { applyResolution } from './resolution.ts'
import { changeUnits } from './section-changes.ts'
import { addMeasure, assignLine, nextNumber, partOf, unassignLine } from './sections.ts'

const bytes = readFileSync(new URL('../../../../demo/nizhyn-2012-2015.txt', import.meta.url))
const { proposed: nizhyn, kept } = proposeFromReading(parseProgramme({ name: 'nizhyn.txt', bytes }))

const review = (proposed: ProposedProgramme, reading = NO_READING, resolutions = NO_RESOLUTIONS) => ({
  proposed,
  reading,
  resolutions,
})
const codes = (proposed: ProposedProgramme) => missing(review(proposed)).map((m) => m.refused)

describe('what is missing before acceptance', () => {
  const one = nizhyn.measures[0] as ProposedMeasure
  for (const [name, change, expected] of [
    ['nothing', {}, []],
    ['a title', { title: '' }, ['no_title']],
    ['a short title', { shortTitle: '' }, ['no_short_title']],
    ['a period', { period: { from: null, to: '2015-12-31' } }, ['no_period']],
    ['the order of the period', { period: { from: '2016-01-01', to: '2015-12-31' } }, ['period_order']],
    ['the day of the decision', { decision: { ...nizhyn.decision, date: null } }, ['no_decision_date']],
    ['measures', { measures: [] }, ['no_measures']],
    ['a number', { measures: [{ ...one, number: '' }] }, ['measure_without_number']],
    ['a text', { measures: [{ ...one, text: '' }] }, ['measure_without_text']],
    ['different numbers', { measures: [one, { ...one, key: 'x' }] }, ['measure_number_twice']],
  ] as const satisfies readonly (readonly [string, Partial<ProposedProgramme>, readonly string[]])[])
    test(name, () => assert.deepEqual(codes({ ...nizhyn, ...change }), expected))

  test('damaged text and errors must be settled, warnings need not', () => {
    const finding = (code: string, severity: 'error' | 'warning') => ({
      key: code,
      code,
      severity,
      lines: null,
      values: {},
      resolution: null,
    })
    const reading = {
      ...NO_READING,
      findings: [
        finding('damaged_text', 'error'),
        finding('sum_mismatch', 'error'),
        finding('term_missing', 'warning'),
      ],
      notUnderstood: [{ key: 'l1', text: 'щось', lines: [1, 1] as const }],
    }
    assert.deepEqual(
      missing(review(nizhyn, reading)).map((m) => m.refused),
      ['damaged_text_unseen', 'error_unresolved', 'lines_undecided'],
    )
    const settled = { action: 'accepted', note: null, value: null, by: 'x', on: '2026-01-01' } as const
    const resolutions = {
      findings: { damaged_text: settled, sum_mismatch: settled },
      lines: { l1: { action: 'dismissed', note: 'шум', by: 'x', on: '2026-01-01' } as const },
    }
    assert.deepEqual(missing(review(nizhyn, reading, resolutions)), [])
  })

  test('the Nizhyn text is accepted with a word about 4.20, the group and open findings', () => {
    assert.deepEqual(
      cautions(review(nizhyn, kept)).map((c) => [c.code, c.numbers]),
      [
        ['no_duties', ['4.20']],
        ['empty_groups', []],
        ['findings_open', []],
      ],
    )
  })
})

describe('recurrences as fields', () => {
  const kind = fc.constantFrom(...RECURRENCE_KINDS)
  const small = (max: number) => fc.uniqueArray(fc.integer({ min: 1, max }), { maxLength: 4 })
  const fields = fc.record({
    months: small(12),
    quarters: small(4),
    year: fc.integer({ min: 2000, max: 2050 }),
    month: fc.option(fc.integer({ min: 1, max: 12 })),
    day: fc.option(fc.integer({ min: 1, max: 28 })),
    fromYear: fc.constant(2026),
    toYear: fc.constant(2029),
  })
  test('go there and back', () => {
    fc.assert(
      fc.property(kind, fields, (k, f) => {
        const recurrence = recurrenceFrom(k, f, 'строк')
        assert.ok(!isRefusal(recurrence))
        assert.deepEqual(recurrenceFrom(k, fieldsOf(recurrence), 'строк'), recurrence)
      }),
    )
  })
  for (const [name, k, change, code] of [
    ['years without years', 'years', {}, 'recurrence_needs_years'],
    ['once without a year', 'once', {}, 'recurrence_needs_year'],
    ['a deadline without a year', 'by', { month: 3 }, 'recurrence_needs_year'],
    ['years in the wrong order', 'years', { fromYear: 2029, toYear: 2026 }, 'recurrence_years_order'],
    ['31 June', 'by', { year: 2026, month: 6, day: 31 }, 'recurrence_day'],
  ] as const)
    test(`refuses ${name}`, () => {
      const r = recurrenceFrom(k, { ...NO_FIELDS, ...change }, null)
      assert.equal(isRefusal(r) && r.refused, code)
    })
})

describe('a renewed programme', () => {
  const renewed = renewedProposal(nizhyn, { from: 2026, to: 2029 })
  for (const [number, raw] of [
    ['4.1', 'Постійно'],
    ['4.2', '2026-2029 роки'],
    ['4.3', 'До 2029 року'],
    ['4.8', 'Щорічно, січень місяць'],
    ['4.10', '2028 рік'],
    ['4.13', '2026 рік'],
    ['4.20', null],
  ] as const)
    test(`term of ${number}: ${raw}`, () => {
      const m = renewed.measures.find((one) => one.number === number)
      assert.equal(m?.termRaw, raw)
      assert.equal(m?.recurrence.raw, raw ?? '')
    })
  test('has the new years in its title, period and money, and no decision', () => {
    assert.match(renewed.title, /на 2026-2029 роки$/)
    assert.deepEqual(renewed.period, { from: '2026-01-01', to: '2029-12-31' })
    assert.deepEqual(
      renewed.funding.map((f) => f.year),
      [2028],
    )
    assert.equal(renewed.decision.date, null)
    assert.equal(renewed.measures.length, 20)
  })
  test('what would fall behind a shorter period falls on its end', () => {
    const short = renewedProposal(nizhyn, { from: 2026, to: 2026 })
    assert.deepEqual(
      new Set(short.measures.flatMap((m) => (m.recurrence.kind === 'once' ? [m.recurrence.year] : []))),
      new Set([2026]),
    )
  })
})

describe('findings carried out', () => {
  const of = (code: string) => kept.findings.find((f) => f.code === code)!
  test('the chosen period is set, another value is not taken', () => {
    assert.deepEqual(applyResolution(nizhyn, of('period_mismatch'), '2014').period, {
      from: '2014-01-01',
      to: '2014-12-31',
    })
    assert.deepEqual(applyResolution(nizhyn, of('period_mismatch'), '1999').period, {
      from: '2012-01-01',
      to: '2015-12-31',
    })
  })
  test('the day of the act is set', () => {
    assert.equal(applyResolution(nizhyn, of('date_oddity'), '2014-02-04').decision.date, '2014-02-04')
  })
  test('a deadline is set for its measure alone', () => {
    const after = applyResolution(nizhyn, of('ambiguous_term'), '2014-12-31')
    const changed = after.measures.filter((m, i) => m !== nizhyn.measures[i])
    assert.deepEqual(
      changed.map((m) => m.number),
      ['4.3'],
    )
    assert.equal(changed[0]!.termRaw, 'До 2015 року')
  })
  test('what is only to know changes nothing', () => {
    assert.equal(applyResolution(nizhyn, of('outdated_act'), null), nizhyn)
  })
})

describe('sections', () => {
  test('a line goes into a part and out again without a trace', () => {
    const line = { text: 'Рядок', lines: [3, 3] as const }
    for (const part of ['problems', 'aim', 'tasks', 'expectedResults', 'control', 'facts'] as const) {
      const there = assignLine(nizhyn, line, part)
      assert.notDeepEqual(there, nizhyn)
      assert.deepEqual(unassignLine(there, line, part), nizhyn, part)
    }
  })
  for (const [numbers, next] of [
    [['4.19', '4.20'], '4.21'],
    [['1', '2'], '3'],
    [['9.'], '10'],
    [[], '1'],
  ] as const)
    test(`after ${numbers.join(', ')} comes ${next}`, () => assert.equal(nextNumber(numbers), next))
  test('an added measure has a key of its own', () => {
    const { proposed, key } = addMeasure(nizhyn)
    assert.equal(key, 'm21')
    assert.equal(partOf(proposed, `measure:${key}`), proposed.measures.at(-1))
  })
  test('two units become one, with all their spellings, everywhere', () => {
    const [first, second, third] = nizhyn.units
    const rows = nizhyn.units.map((u) => ({
      key: u.key,
      name: u.name,
      isGroup: u.isGroup,
      same: u === third ? `key:${first!.key}` : null,
    }))
    const merged = changeUnits(nizhyn, { coordinator: third!.key, fundManager: null, rows }, new Set())
    assert.ok('units' in merged)
    assert.deepEqual(
      merged.units.map((u) => u.key),
      [first!.key, second!.key],
    )
    assert.ok(merged.units[0]!.aliases.includes(third!.name))
    assert.equal(merged.coordinator, first!.key)
    assert.ok(merged.measures.every((m) => !m.executors.includes(third!.key)))
    const wrong = changeUnits(
      nizhyn,
      { coordinator: 'none', fundManager: null, rows: [{ ...rows[0]!, same: 'unit:x' }] },
      new Set(),
    )
    assert.deepEqual(
      (wrong as readonly { field?: string }[]).map((r) => r.field),
      ['same-0', 'coordinator'],
    )
  })
})

test('a comparison tells only what differs', () => {
  const withIds = {
    ...nizhyn,
    measures: nizhyn.measures.map((m) => ({ ...m, measureId: newId<'measure'>() })),
  }
  assert.deepEqual(compareProposals(withIds, withIds), [])
  const [first, second, ...others] = withIds.measures
  const after = {
    ...withIds,
    title: 'Інша назва',
    funding: [{ year: 2014, source: 'місцевий бюджет', planned: kopiykas(100), lines: null }],
    measures: [{ ...first!, termRaw: 'Щороку' }, ...others, { ...second!, measureId: null, number: '4.21' }],
  }
  assert.deepEqual(
    compareProposals(withIds, after).map((c) => c.what),
    ['title', 'measureChanged', 'measureAdded', 'measureDropped', 'funding'],
  )
})

for (const [state, verb, next] of [
  ['submitted', 'accept', 'accepted'],
  ['submitted', 'reject', 'rejected'],
  ['submitted', 'withdraw', 'withdrawn'],
  ['accepted', 'reject', null],
  ['rejected', 'accept', null],
  ['withdrawn', 'withdraw', null],
] as const)
  test(`a ${state} proposal: ${verb} → ${next}`, () => {
    const result = stepProposal(state, verb)
    assert.equal(isRefusal(result) ? null : result, next)
  })
