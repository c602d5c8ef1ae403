import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { civilDate } from '../../../kernel/civil-date.ts'
import { asId } from '../../../kernel/ids.ts'
import type { DutyRecord, EvidenceInput } from '../types.ts'
import { type EvidenceGround, looksLikePerson, mayChange, wrongWith } from './evidence.ts'

const at = (month: number, day: number) => civilDate(2026, month, day)
const duty: DutyRecord = {
  id: asId('019a0000-0000-7000-8000-000000000001'),
  programmeId: asId('019a0000-0000-7000-8000-000000000002'),
  measureId: asId('019a0000-0000-7000-8000-000000000003'),
  unitId: asId('019a0000-0000-7000-8000-000000000004'),
  editionId: asId('019a0000-0000-7000-8000-000000000005'),
  period: { from: at(4, 1), to: at(6, 30) },
  due: at(6, 30),
  explanation: { chosen: '2026-06-30' },
  outcome: null,
  outcomeReason: null,
  fulfilledOn: null,
  ordinal: 1,
  origin: 'term',
  carriedTo: null,
}
const good: EvidenceInput = {
  unitId: duty.unitId,
  kind: 'event',
  title: 'День інформування',
  happenedFrom: at(6, 10),
  happenedTo: null,
  place: null,
  result: null,
  participants: null,
  organisations: [],
  cost: null,
  link: null,
  publication: null,
  lateReason: null,
  duties: [{ id: duty.id, share: 'whole' }],
  measures: [],
  indicators: [],
}
const ground: EvidenceGround = { today: at(7, 20), duties: [duty], measures: [], linked: [] }
const other = { ...duty, id: asId<'duty'>('019a0000-0000-7000-8000-000000000009') }

describe('what is wrong with evidence', () => {
  for (const [name, change, on, codes] of [
    ['nothing', {}, {}, []],
    ['it ends before it begins', { happenedTo: at(6, 9) }, {}, ['ends_before_begins']],
    ['it has not happened yet', { happenedFrom: at(7, 21) }, {}, ['not_yet', 'late_reason_needed']],
    ['its last day is not over', { happenedTo: at(7, 21), lateReason: 'x' }, {}, ['not_yet']],
    ['it fulfils nothing', { duties: [] }, { duties: [] }, ['nothing_fulfilled']],
    ['a duty that is not there', {}, { duties: [] }, ['duty_unknown']],
    [
      'duties of two programmes',
      { duties: [...good.duties, { id: other.id, share: 'part' }] },
      {
        duties: [duty, { ...other, programmeId: asId<'programme'>('019a0000-0000-7000-8000-000000000012') }],
      },
      ['several_programmes'],
    ],
    ['an excused duty', {}, { duties: [{ ...duty, outcome: 'excused' }] }, ['duty_closed']],
    [
      'a duty excused after it was linked',
      {},
      { duties: [{ ...duty, outcome: 'excused' }], linked: [duty.id] },
      [],
    ],
    ['late without a word', { happenedFrom: at(7, 1) }, {}, ['late_reason_needed']],
    ['late, explained', { happenedFrom: at(7, 1), lateReason: 'Приміщення було зайняте' }, {}, []],
    ['late, but only a part', { happenedFrom: at(7, 1), duties: [{ id: duty.id, share: 'part' }] }, {}, []],
    [
      'a person among organisations',
      { organisations: ['Іваненко Іван Іванович'] },
      {},
      ['looks_like_person'],
    ],
    [
      'several things at once',
      { duties: [], happenedTo: at(6, 1) },
      { duties: [] },
      ['ends_before_begins', 'nothing_fulfilled'],
    ],
  ] as const)
    test(name, () => {
      const found = wrongWith({ ...good, ...change } as EvidenceInput, { ...ground, ...on } as EvidenceGround)
      assert.deepEqual(
        found.map((r) => r.refused),
        codes,
      )
    })
})

describe('a line that reads as a person', () => {
  for (const [text, is] of [
    ['Іваненко Іван Іванович', true],
    ["Мар'яненко Марія Мар'янівна", true],
    ['Іван Іванович Іваненко', true],
    ['Іваненко І. І.', true],
    ['О.В.Петренко', true],
    ['ГО «Спілка ветеранів»', false],
    ['Благодійний фонд «Надія»', false],
    ['Просвіта', false],
    ['Союз Чорнобиль України', false],
    ['Ніжинська міська організація профспілки', false],
    ['Пласт', false],
  ] as const)
    test(text, () => assert.equal(looksLikePerson(text), is))
})

describe('a change of evidence', () => {
  for (const [name, evidence, reason, code] of [
    ['recorded', { state: 'recorded', frozen: false }, null, null],
    ['withdrawn', { state: 'withdrawn', frozen: false }, 'x', 'evidence_withdrawn'],
    [
      'in an accepted report, without a reason',
      { state: 'recorded', frozen: true },
      null,
      'frozen_needs_reason',
    ],
    ['in an accepted report, with a reason', { state: 'recorded', frozen: true }, 'Помилка в даті', null],
  ] as const)
    test(name, () => assert.equal(mayChange(evidence, reason)?.refused ?? null, code))
})
