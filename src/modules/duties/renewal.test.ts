/** Renewal, decisions and evidence against a real database. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type DutyProgramme, dutyEdition, dutyProgramme, TERMS } from '../../../test/factories/duties.ts'
import type { Actor } from '../../kernel/actor.ts'
import { civilDate, Temporal } from '../../kernel/civil-date.ts'
import { Forbidden, Refused } from '../../kernel/errors.ts'
import { asId } from '../../kernel/ids.ts'
import { contextOf, transact } from '../../platform/context.ts'
import { type FreshDatabase, freshDatabase } from '../../platform/database/test-database.ts'
import { type Connection, connect } from '../../platform/db.ts'
import { carryDutyOver, excuseDuty, reopenDuty } from './actions/decide.ts'
import { editEvidence, recordByHand, withdrawEvidence } from './actions/evidence.ts'
import { freezeEvidence, recordEvidence, withdrawEvidenceOf } from './actions/from-modules.ts'
import { renewDuties, renewProgramme } from './actions/renew.ts'
import { cancelSchedule, setNamedYear, setSchedule } from './actions/schedule.ts'
import { dutyState } from './rules/duty.ts'
import { countsOfYear } from './store/counts.ts'
import { everyDuty } from './store/duties.ts'
import {
  dutiesForReport,
  emptyGroups,
  evidenceForReport,
  measuresWithoutTerm,
  yearRibbon,
} from './store/summaries.ts'
import { DUTY_STATES, type DutyId, type DutyLine, type EvidenceInput } from './types.ts'

const now = Temporal.Instant.from('2026-05-20T09:00:00Z')
const today = civilDate(2026, 5, 20)
const coordinator: Actor = {
  kind: 'staff',
  id: asId('01900000-0000-7000-8000-000000000002'),
  name: 'Олена Гнатюк',
  grants: [{ role: 'coordinator', unitId: null }],
}

let database: FreshDatabase
let connection: Connection
let programme: DutyProgramme
let other = 0
before(async () => {
  database = await freshDatabase()
  connection = connect(database.url)
})
after(async () => {
  await connection.close()
  await database.drop()
})

const ctx = (actor: Actor = coordinator, at = now) => contextOf(connection.db, actor, at)
const executor = (): Actor => ({ ...coordinator, grants: [{ role: 'executor', unitId: programme.culture }] })

/** A programme of its own, with its duties. */
async function fresh(): Promise<DutyProgramme> {
  other += 1
  programme = await dutyProgramme(connection.db, `p-${other}`)
  await transact(ctx(), (tx) =>
    renewDuties(tx, { programmeId: programme.id, editionId: programme.editionId }),
  )
  return programme
}

async function duties(number?: string): Promise<DutyLine[]> {
  const all = await everyDuty(connection.db, {
    programmeId: programme.id,
    scope: 'all',
    today,
    state: null,
    unitId: null,
    measureId: null,
    ends: null,
    text: '',
    order: 'due',
    descending: false,
  })
  return number === undefined ? all : all.filter((d) => d.measureNumber === number)
}

async function entries(): Promise<number> {
  const row = await connection.db
    .selectFrom('audit_entries')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

async function refused(work: Promise<unknown>): Promise<readonly string[]> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refused) return error.refusals.map((r) => r.refused)
    throw error
  }
  return []
}

function fact(change: Partial<EvidenceInput> = {}): EvidenceInput {
  return {
    unitId: null,
    kind: 'event',
    title: 'День інформування',
    happenedFrom: civilDate(2026, 5, 10),
    happenedTo: null,
    place: 'Міський будинок культури',
    result: 'Відповіли на 14 запитань',
    participants: 40,
    organisations: ['ГО «Просвіта»'],
    cost: null,
    link: null,
    publication: null,
    lateReason: null,
    duties: [],
    measures: [],
    indicators: [],
    ...change,
  }
}

const plain = { draftId: null, access: 'public', files: [], removeFiles: [] } as const

describe('duties of a programme', () => {
  test('each department and occurrence has one; an empty group and a measure without a term have none', async () => {
    await fresh()
    const counts = Object.fromEntries(
      ['4.1', '4.2', '4.3', '4.4', '4.5'].map((n) => [n, 0] as [string, number]),
    )
    for (const d of await duties()) counts[d.measureNumber]! += 1
    assert.deepEqual(counts, { '4.1': 8, '4.2': 2, '4.3': 16, '4.4': 0, '4.5': 0 })
    const gaps = await measuresWithoutTerm(connection.db, programme.id)
    assert.deepEqual(
      gaps.map((g) => [g.measure.number, g.why]),
      [
        ['4.4', 'outsideProgramme'],
        ['4.5', 'noTerm'],
      ],
    )
    const groups = await emptyGroups(connection.db, programme.id)
    assert.deepEqual(
      groups.map((g) => [g.unitId, g.measures]),
      [[programme.emptyGroup, ['4.5']]],
    )
  })

  test('a second time nothing changes, and nothing is written to the record', async () => {
    await fresh()
    const [count, written] = [(await duties()).length, await entries()]
    const again = await transact(ctx(), (tx) =>
      renewDuties(tx, { programmeId: programme.id, editionId: programme.editionId }),
    )
    assert.deepEqual(again, { created: 0, renewed: 0, withdrawn: 0 })
    assert.deepEqual([(await duties()).length, await entries()], [count, written])
  })

  test('two at once make no duty twice', async () => {
    programme = await dutyProgramme(connection.db, 'at-once')
    const make = () =>
      transact(ctx(), (tx) => renewDuties(tx, { programmeId: programme.id, editionId: programme.editionId }))
    const made = await Promise.all([make(), make()])
    assert.equal(made[0]!.created + made[1]!.created, 26)
    assert.equal((await duties()).length, 26)
  })

  test('an amendment renews what is to come and touches nothing past, done or decided', async () => {
    await fresh()
    const [first, second, third] = await duties('4.1')
    await recordByHand(ctx(), fact({ duties: [{ id: third!.id, share: 'part' }] }), plain)
    await excuseDuty(ctx(), { id: second!.id, reason: 'Карантин' })
    const measures = programme.measures
      .filter((m) => m.number !== '4.2')
      .map((m) => (m.number === '4.1' ? { ...m, executors: [programme.youth] } : m))
    const editionId = await dutyEdition(connection.db, programme.id, {
      number: 2,
      from: '2026-04-10',
      measures,
    })
    const counts = await transact(ctx(), (tx) => renewDuties(tx, { programmeId: programme.id, editionId }))
    const left = (await duties('4.1')).filter((d) => d.unitId === programme.culture)
    assert.deepEqual(
      left.map((d) => d.id),
      [first!.id, second!.id, third!.id],
    )
    assert.equal((await duties('4.1')).filter((d) => d.unitId === programme.youth).length, 7)
    // 4.2: January 2026 had ended before the amendment, January 2027 had not.
    assert.equal((await duties('4.2')).length, 1)
    assert.deepEqual(counts, { created: 7, renewed: 14, withdrawn: 6 })
  })

  test('a group that is filled later has its duties made on demand', async () => {
    await fresh()
    const measures = programme.measures.map((m) =>
      m.number === '4.5' ? { ...m, recurrence: TERMS.quarterly, executors: [programme.emptyGroup] } : m,
    )
    const editionId = await dutyEdition(connection.db, programme.id, {
      number: 2,
      from: '2026-04-10',
      measures,
    })
    await transact(ctx(), (tx) => renewDuties(tx, { programmeId: programme.id, editionId }))
    assert.equal((await duties('4.5')).length, 0)
    await connection.db
      .insertInto('unit_members')
      .values({ group_id: programme.emptyGroup, unit_id: programme.culture })
      .execute()
    await transact(ctx(), (tx) => renewProgramme(tx, programme.id))
    assert.equal((await duties('4.5')).length, 7)
  })
})

describe('a measure without a term', () => {
  const reason = 'Розпорядження № 12'
  const id = () => programme.measures.find((m) => m.number === '4.5')!.id
  test('gets its days from the coordinator, and loses the future ones with the schedule', async () => {
    await fresh()
    const set = { measureId: id(), how: 'dates', dates: '08.05.2026\n15.09.2026', reason } as const
    await setSchedule(ctx(), set)
    assert.deepEqual(
      (await duties('4.5')).map((d) => d.due.toString()),
      ['2026-05-08', '2026-09-15'],
    )
    await setSchedule(ctx(), { ...set, dates: '08.05.2026, 15.09.2026, 06.12.2026' })
    assert.equal((await duties('4.5')).length, 3)
    await cancelSchedule(ctx(), id())
    assert.deepEqual(
      (await duties('4.5')).map((d) => d.due.toString()),
      ['2026-05-08'],
    )
  })
  test('wrong days are all named, and nothing is written', async () => {
    await fresh()
    const written = await entries()
    const dates = 'завтра\n01.01.2030\n08.05.2026\n8.5.2026'
    const codes = await refused(setSchedule(ctx(), { measureId: id(), how: 'dates', dates, reason }))
    assert.deepEqual(codes, ['schedule_bad_date', 'schedule_outside', 'schedule_twice'])
    const empty = await refused(setSchedule(ctx(), { measureId: id(), how: 'dates', dates: '', reason }))
    assert.deepEqual(empty, ['schedule_no_dates'])
    assert.deepEqual([(await duties('4.5')).length, await entries()], [0, written])
  })
  test('one with a term is not given another', async () => {
    await fresh()
    const measureId = programme.measures[0]!.id
    const codes = await refused(setSchedule(ctx(), { measureId, how: 'yearly', dates: '', reason }))
    assert.deepEqual(codes, ['schedule_not_needed'])
  })
  test('an executor may not', async () => {
    await fresh()
    await assert.rejects(
      setSchedule(ctx(executor()), { measureId: id(), how: 'yearly', dates: '', reason }),
      Forbidden,
    )
    await assert.rejects(setNamedYear(ctx(executor()), 'included'), Forbidden)
  })
})

describe('decisions on a duty', () => {
  const stateOf = async (id: DutyId) => dutyState((await duties()).find((d) => d.id === id)!, today)
  test('excused and reopened', async () => {
    await fresh()
    const [duty] = await duties('4.1')
    await excuseDuty(ctx(), { id: duty!.id, reason: 'Повітряні тривоги' })
    assert.equal(await stateOf(duty!.id), 'excused')
    assert.deepEqual(await refused(excuseDuty(ctx(), { id: duty!.id, reason: 'Ще раз' })), [
      'duty_wrong_state',
    ])
    await reopenDuty(ctx(), { id: duty!.id, reason: 'Помилка' })
    assert.equal(await stateOf(duty!.id), 'overdue')
  })
  test('carried over to a new day, which is a duty of its own, and back', async () => {
    await fresh()
    const [duty] = await duties('4.1')
    const to = await carryDutyOver(ctx(), {
      id: duty!.id,
      to: null,
      date: civilDate(2026, 8, 15),
      reason: 'Ремонт зали',
    })
    assert.equal(await stateOf(duty!.id), 'carriedOver')
    const made = (await duties()).find((d) => d.id === to)!
    assert.deepEqual([made.due.toString(), made.period.from.toString()], ['2026-08-15', '2026-04-01'])
    await transact(ctx(), (tx) => renewProgramme(tx, programme.id))
    assert.ok(
      (await duties()).some((d) => d.id === to),
      'a renewal leaves it',
    )
    await reopenDuty(ctx(), { id: duty!.id, reason: 'Зала вільна' })
    assert.ok(!(await duties()).some((d) => d.id === to))
  })
  test('one that was carried over and done meanwhile is not taken back', async () => {
    await fresh()
    const [duty] = await duties('4.1')
    const to = await carryDutyOver(ctx(), {
      id: duty!.id,
      to: null,
      date: civilDate(2026, 8, 15),
      reason: 'Ремонт',
    })
    await recordByHand(ctx(), fact({ duties: [{ id: to, share: 'whole' }] }), plain)
    assert.deepEqual(await refused(reopenDuty(ctx(), { id: duty!.id, reason: 'x' })), [
      'carried_has_evidence',
    ])
  })
  test('an executor may not, and nothing is written', async () => {
    await fresh()
    const [duty] = await duties('4.1')
    const written = await entries()
    await assert.rejects(excuseDuty(ctx(executor()), { id: duty!.id, reason: 'x' }), Forbidden)
    assert.deepEqual([await stateOf(duty!.id), await entries()], ['overdue', written])
  })
})

describe('evidence', () => {
  const one = async (id: DutyId) => (await duties()).find((d) => d.id === id)!
  test('whole fulfils on its day, a part does not; withdrawn, the duty waits again', async () => {
    await fresh()
    const [, second] = await duties('4.1')
    const part = await recordByHand(
      ctx(executor()),
      fact({ duties: [{ id: second!.id, share: 'part' }] }),
      plain,
    )
    assert.equal((await one(second!.id)).outcome, 'partly')
    const whole = await recordByHand(
      ctx(executor()),
      fact({ happenedFrom: civilDate(2026, 5, 12), duties: [{ id: second!.id, share: 'whole' }] }),
      plain,
    )
    const done = await one(second!.id)
    assert.deepEqual(
      [done.outcome, done.fulfilledOn?.toString(), done.evidence],
      ['fulfilled', '2026-05-12', 2],
    )
    await withdrawEvidence(ctx(executor()), { id: whole, reason: 'Помилка' })
    assert.equal((await one(second!.id)).outcome, 'partly')
    await withdrawEvidence(ctx(executor()), { id: part, reason: 'Помилка' })
    assert.equal((await one(second!.id)).outcome, null)
  })
  test('for a duty of another department it is not recorded', async () => {
    await fresh()
    const [youths] = await duties('4.2')
    const written = await entries()
    const attempt = recordByHand(
      ctx(executor()),
      fact({ duties: [{ id: youths!.id, share: 'whole' }], lateReason: 'x' }),
      plain,
    )
    await assert.rejects(attempt, Forbidden)
    assert.deepEqual([(await one(youths!.id)).outcome, await entries()], [null, written])
  })
  test('late without a word is refused; explained it counts', async () => {
    await fresh()
    const [first] = await duties('4.1')
    const late = fact({ duties: [{ id: first!.id, share: 'whole' }] })
    assert.deepEqual(await refused(recordByHand(ctx(), late, plain)), ['late_reason_needed'])
    await recordByHand(ctx(), { ...late, lateReason: 'Зала була зайнята' }, plain)
    assert.equal((await one(first!.id)).fulfilledOn?.toString(), '2026-05-10')
  })
  test('a stale form is refused; what an accepted report rests on wants a reason', async () => {
    await fresh()
    const [, second] = await duties('4.1')
    const input = fact({ duties: [{ id: second!.id, share: 'whole' }] })
    const id = await recordByHand(ctx(), input, plain)
    const edit = { id, version: 1, reason: null, files: [], removeFiles: [] }
    await editEvidence(ctx(), { ...input, title: 'Інша назва' }, edit)
    await assert.rejects(editEvidence(ctx(), input, edit), { name: 'Conflict' })
    await transact(ctx(), (tx) => freezeEvidence(tx, [id]))
    const next = { ...edit, version: 2 }
    assert.deepEqual(await refused(editEvidence(ctx(), input, next)), ['frozen_needs_reason'])
    await editEvidence(ctx(), input, { ...next, reason: 'Описка в назві' })
  })
  test('moved from one duty to another, both are counted anew', async () => {
    await fresh()
    const [, second, third] = await duties('4.1')
    const input = fact({ duties: [{ id: second!.id, share: 'whole' }] })
    const id = await recordByHand(ctx(), input, plain)
    await editEvidence(
      ctx(),
      { ...input, duties: [{ id: third!.id, share: 'whole' }] },
      { id, version: 1, reason: null, files: [], removeFiles: [] },
    )
    assert.deepEqual([(await one(second!.id)).outcome, (await one(third!.id)).outcome], [null, 'fulfilled'])
  })
  test('another module writes it once for each source, finds the duty by the day, and takes it back', async () => {
    await fresh()
    const measure = programme.measures[0]!
    const source = { module: 'events', id: newSource() }
    const {
      duties: _,
      lateReason: __,
      ...event
    } = fact({ unitId: programme.culture, measures: [measure.id] })
    const id = await transact(ctx(), (tx) => recordEvidence(tx, { ...event, source }))
    const again = await transact(ctx(), (tx) =>
      recordEvidence(tx, { ...event, title: 'Уточнена назва', source }),
    )
    assert.equal(again, id)
    const [, second] = await duties('4.1')
    assert.deepEqual([second!.outcome, second!.evidence], ['fulfilled', 1])
    const quarter = { year: 2026, quarter: 2 } as const
    const reported = await evidenceForReport(connection.db, programme.id, programme.culture, quarter)
    assert.deepEqual(
      reported.map((e) => [e.title, e.measureIds]),
      [['Уточнена назва', [measure.id]]],
    )
    await transact(ctx(), (tx) => withdrawEvidenceOf(tx, source, 'Подію скасовано'))
    assert.equal((await one(second!.id)).outcome, null)
  })
})

describe('summaries', () => {
  test('SQL and rules name the same state for every duty', async () => {
    await fresh()
    const [first, second, third] = await duties('4.1')
    await excuseDuty(ctx(), { id: first!.id, reason: 'x' })
    await recordByHand(ctx(), fact({ duties: [{ id: second!.id, share: 'whole' }] }), plain)
    await carryDutyOver(ctx(), { id: third!.id, to: null, date: civilDate(2026, 11, 2), reason: 'x' })
    for (const state of DUTY_STATES) {
      const listed = await everyDuty(connection.db, {
        programmeId: programme.id,
        scope: 'all',
        today,
        state,
        unitId: null,
        measureId: null,
        ends: null,
        text: '',
        order: 'due',
        descending: false,
      })
      const expected = (await duties()).filter((d) => dutyState(d, today) === state)
      assert.ok(expected.length > 0, state)
      assert.deepEqual(
        listed.map((d) => d.id),
        expected.map((d) => d.id),
        state,
      )
    }
    const waits = await everyDuty(connection.db, {
      programmeId: programme.id,
      scope: 'all',
      today,
      state: 'waiting',
      unitId: null,
      measureId: null,
      ends: null,
      text: '',
      order: 'due',
      descending: false,
    })
    const openOrLate = (await duties()).filter((d) => ['open', 'overdue'].includes(dutyState(d, today)))
    assert.deepEqual(
      waits.map((d) => d.id),
      openOrLate.map((d) => d.id),
    )
    const counted = await countsOfYear(connection.db, programme.id, 2026, today)
    const all = (await duties()).filter((d) => d.period.to.year === 2026)
    for (const state of DUTY_STATES)
      assert.equal(
        counted.reduce((n, c) => n + c[state], 0),
        all.filter((d) => dutyState(d, today) === state).length,
        state,
      )
  })

  test('the ribbon has every measure of the edition and its four quarters', async () => {
    await fresh()
    const [, second] = await duties('4.1')
    await recordByHand(ctx(), fact({ duties: [{ id: second!.id, share: 'whole' }] }), plain)
    const ribbon = await yearRibbon(connection.db, programme.id, 2026, today)
    assert.deepEqual(
      ribbon.map((row) => [row.measure.number, row.quarters.map((q) => q.state).join(' ')]),
      [
        ['4.1', 'late done plan plan'],
        ['4.2', 'late none none none'],
        ['4.3', 'late due plan plan'],
        ['4.4', 'none none none none'],
        ['4.5', 'none none none none'],
      ],
    )
  })

  test('a report speaks of the quarter, of what is still undone before it, and not of what was done before it', async () => {
    await fresh()
    const [first] = await duties('4.1')
    const quarter = { year: 2026, quarter: 2 } as const
    const ends = async () =>
      (await dutiesForReport(connection.db, programme.id, programme.culture, quarter))
        .filter((d) => d.measureNumber === '4.1')
        .map((d) => d.period.to.toString())
    assert.deepEqual(await ends(), ['2026-03-31', '2026-06-30'])
    await recordByHand(
      ctx(),
      fact({ happenedFrom: civilDate(2026, 3, 1), duties: [{ id: first!.id, share: 'whole' }] }),
      plain,
    )
    assert.deepEqual(await ends(), ['2026-06-30'])
  })
})

let sources = 0
function newSource(): string {
  sources += 1
  return `source-${sources}`
}
