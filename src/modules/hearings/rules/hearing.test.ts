import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { civilDate } from '../../../kernel/civil-date.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { calendar } from '../../../legal-time/calendar.ts'
import { LEGAL_RULES } from '../../../legal-time/data/rules.ts'
import { resolveRule } from '../../../legal-time/rules.ts'
import type { HearingInput } from '../types.ts'
import { checkNotice, lastNoticeDay } from './notice.ts'
import { acceptInitiative, decideHearing, step, wrongHearing } from './state.ts'
import { readVotes, votesText } from './votes.ts'

const today = civilDate(2026, 11, 25)

describe('steps', () => {
  for (const [state, verb, next] of [
    ['proposed', 'call', 'called'],
    ['proposed', 'accept', null],
    ['received', 'accept', 'accepted'],
    ['received', 'call', null],
    ['called', 'hold', 'held'],
    ['called', 'uncall', 'accepted'],
    ['held', 'close', null],
    ['decided', 'close', 'closed'],
    ['closed', 'decide', null],
    ['setAside', 'call', 'called'],
  ] as const)
    test(`${state}: ${verb}`, () => {
      const result = step(state, verb)
      assert.equal(isRefusal(result) ? null : result, next)
    })
})

describe('an initiative', () => {
  const input: HearingInput = {
    title: 'Про парк',
    titleEn: null,
    subject: 'other',
    territory: null,
    ground: null,
    initiatorKind: 'residents',
    initiator: 'Ініціативна група «Парк»',
    organisationId: null,
    receivedOn: today,
  }
  for (const [name, more, fields] of [
    ['of residents with the name of their group', {}, []],
    ['without its day', { receivedOn: null }, ['receivedOn']],
    ['from tomorrow', { receivedOn: today.add({ days: 1 }) }, ['receivedOn']],
    [
      'of a body of self-organisation that is not named',
      { initiatorKind: 'selfOrganisation' },
      ['organisation'],
    ],
    ['of a commission that is not named', { initiatorKind: 'commission', initiator: null }, ['initiator']],
    ['of the mayor', { initiatorKind: 'mayor', initiator: null }, []],
  ] as const)
    test(name, () =>
      assert.deepEqual(
        wrongHearing({ ...input, ...more }, today).map((r) => r.field),
        fields,
      ),
    )

  for (const [kind, needed, valid, taken] of [
    ['residents', 50, [30, 20], true],
    ['residents', 50, [30, 19], false],
    ['residents', 50, [], false],
    ['mayor', null, [], true],
  ] as const)
    test(`${kind}: ${valid.join(' + ') || 0} of ${needed} ${taken ? 'suffice' : 'do not suffice'}`, () => {
      const result = acceptInitiative(
        { initiatorKind: kind, signaturesNeeded: needed, state: 'received' },
        valid.map((n) => ({ valid: n })),
      )
      assert.equal(!isRefusal(result), taken)
    })
})

describe('notice', () => {
  const rule = resolveRule(LEGAL_RULES, [], 'hearing.notice', today)
  const last = (day: ReturnType<typeof civilDate>) => {
    const due = isRefusal(rule) ? rule : lastNoticeDay(calendar(), rule, day)
    if (isRefusal(due)) throw new Error(due.refused)
    return due.date
  }
  test('ten days before, and on the working day before where that is a day off', () => {
    assert.equal(last(civilDate(2026, 12, 18)).toString(), '2026-12-08')
    assert.equal(last(civilDate(2026, 12, 16)).toString(), '2026-12-04')
  })
  test('too short a notice needs a reason', () => {
    assert.equal(checkNotice(today, today, null), null)
    assert.equal(checkNotice(today.subtract({ days: 1 }), today, null)?.refused, 'notice_too_short')
    assert.equal(checkNotice(today.subtract({ days: 1 }), today, 'Аварія на мосту'), null)
  })
})

describe('the decision', () => {
  const held = { state: 'held', heldOn: civilDate(2026, 11, 1) } as const
  for (const [name, proposals, on, codes] of [
    ['all decided', ['taken', 'rejected'], today, []],
    ['one open', ['taken', 'open'], today, ['proposals_open']],
    ['before the hearing', [], civilDate(2026, 10, 31), ['before_hearing']],
    ['tomorrow', [], today.add({ days: 1 }), ['in_future']],
  ] as const)
    test(name, () => {
      const result = decideHearing(
        held,
        proposals.map((state) => ({ state })),
        on,
        today,
      )
      assert.deepEqual(Array.isArray(result) ? result.map((r) => r.refused) : [], codes)
    })
})

describe('votes', () => {
  test('come back as they were typed', () => {
    const vote = fc.record(
      {
        question: fc.stringMatching(/^[А-Яа-яієїґ ,.«»]{1,40}$/).map((s) => `П${s.trim()}`),
        for: fc.nat(300),
        against: fc.nat(300),
        abstained: fc.nat(300),
      },
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(fc.array(vote, { maxLength: 8 }), (votes) =>
        assert.deepEqual(readVotes(votesText(votes), 1_000), votes),
      ),
    )
  })
  for (const [text, codes] of [
    ['Підтримати | 45 | 3 | 2', []],
    ['Підтримати | 45 | 3', []],
    ['Підтримати', ['vote_line']],
    ['Підтримати | багато | 3', ['vote_line']],
    ['| 1 | 2 | 3', ['vote_line']],
    ['Підтримати | 45 | 6 | 2', ['more_votes_than_people']],
  ] as const)
    test(text, () => {
      const read = readVotes(text, 50)
      assert.deepEqual(
        read.filter((r) => isRefusal(r)).map((r) => (isRefusal(r) ? r.refused : '')),
        codes,
      )
    })
})
