/** Two hundred people want ten seats at once; organisations name their people; what expires is given on. */

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestApp, testApp } from '../../../test/factories/app.ts'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { civilDate } from '../../kernel/civil-date.ts'
import { Refused } from '../../kernel/refusal.ts'
import { transact } from '../../platform/context.ts'
import { newId } from '../../platform/random.ts'
import { changeEvent, makeEvent, wholeInput } from './actions/events.ts'
import { answerInvitation, inviteOrganisations } from './actions/invite.ts'
import { eventPersons } from './actions/persons.ts'
import { askQuestion } from './actions/questions.ts'
import { register } from './actions/register.ts'
import {
  addPerson,
  cancelRegistration,
  confirmRegistration,
  expireRegistrations,
} from './actions/registration.ts'
import { forgetOldPeople, remindParticipants } from './actions/remind.ts'
import { announceEvent, tellChanges } from './actions/state.ts'
import { PLAIN_DAY, PLAIN_EVENT } from './rules/plain.ts'
import { eventById } from './store/events.ts'
import { questionsOf } from './store/questions.ts'
import { attendanceOf } from './store/registrations.ts'
import type { EventId, EventInput, OrganisationId } from './types.ts'

let app: TestApp
before(async () => {
  app = await testApp()
})
after(() => app.drop())

const SYSTEM = { kind: 'system', job: 'test' } as const
const NOW = '2026-10-01T08:00:00Z'
const office = (now = NOW) => app.ctx(SYSTEM, now)
const visitor = () => app.ctx(ANONYMOUS)

const input = (more: Partial<EventInput> = {}): EventInput => ({
  ...PLAIN_EVENT,
  kind: 'seminar',
  title: 'Семінар',
  // Far ahead: registration asks for the day of the clock.
  days: [
    {
      ...PLAIN_DAY,
      day: civilDate(2100, 10, 15),
      starts: '10:00',
      place: 'Бібліотека',
    },
  ],
  participation: 'registration',
  ...more,
})

async function announced(more: Partial<EventInput> = {}): Promise<EventId> {
  const id = await makeEvent(office(), input(more))
  await announceEvent(office(), app.house, id)
  return id
}

const person = (eventId: EventId, n: number, organisation: string | null = null) => ({
  eventId,
  name: `Особа ${n}`,
  email: `p${n}@example.org`,
  organisationId: null,
  organisation,
  photoConsent: null,
  answers: {},
  locale: 'uk' as const,
})

const rowsOf = (id: EventId) =>
  app.connection.db
    .selectFrom('event_registrations')
    .select(['id', 'state', 'number', 'name', 'code'])
    .where('event_id', '=', id)
    .orderBy('number')
    .execute()

async function organisation(name: string, email: string | null): Promise<OrganisationId> {
  const id = newId<'organisation'>()
  const { db } = app.connection
  const now = office().now
  await db
    .insertInto('organisations')
    .values({
      id,
      kind: 'ngo',
      name,
      state: 'active',
      search: name.toLowerCase(),
      core: name.toLowerCase(),
      created_at: now,
      updated_at: now,
    } as never)
    .execute()
  if (email !== null)
    await db
      .insertInto('organisation_contacts')
      .values({
        id: newId<'contact'>(),
        organisation_id: id,
        kind: 'email',
        value: email,
        access: 'office',
        source_kind: 'clerk',
        recorded_by: 'test',
        recorded_at: now,
      } as never)
      .execute()
  return id
}

describe('the last seats', () => {
  test('200 at once for 10: exactly 10 have a place, the others wait in the order in which they came', async () => {
    const id = await announced({ seats: 10 })
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => register(visitor(), app.house, person(id, n))),
    )
    const rows = await rowsOf(id)
    assert.equal(rows.length, 200)
    assert.equal(new Set(rows.map((r) => r.code)).size, 200)
    assert.equal(rows.filter((r) => r.state === 'unconfirmed').length, 10)
    assert.equal(rows.filter((r) => r.state === 'waiting').length, 190)
    assert.ok(rows.slice(0, 10).every((r) => r.state === 'unconfirmed'))
    // Each was told the truth.
    for (const answer of answers) assert.equal(answer.state, rows.find((r) => r.id === answer.id)?.state)
    // Each has one letter.
    const letters = await app.connection.db
      .selectFrom('messages')
      .select('dedupe_key')
      .where('dedupe_key', 'like', 'event.confirm/%')
      .execute()
    assert.equal(letters.length, 200)

    // Two of the line confirm, the later one first; a place that is given up goes to the earlier one.
    const [a, b] = rows.filter((r) => r.state === 'waiting').slice(3, 5)
    await confirmRegistration(visitor(), app.house, b!.id)
    await confirmRegistration(visitor(), app.house, a!.id)
    await confirmRegistration(visitor(), app.house, rows[0]!.id)
    await cancelRegistration(visitor(), app.house, rows[0]!.id)
    const later = new Map((await rowsOf(id)).map((r) => [r.id, r.state]))
    assert.equal(later.get(a!.id), 'confirmed')
    assert.equal(later.get(b!.id), 'waiting')
    const holding = [...later.values()].filter((s) => s === 'confirmed' || s === 'unconfirmed')
    assert.equal(holding.length, 10)
  })

  test('a place that nobody confirmed in a day is given on', async () => {
    const id = await announced({ seats: 1 })
    await register(visitor(), app.house, person(id, 1))
    const second = await register(visitor(), app.house, person(id, 2))
    await confirmRegistration(visitor(), app.house, second.id)
    assert.equal((await rowsOf(id))[1]?.state, 'waiting')
    const later = app.ctx(SYSTEM, new Date(Date.now() + 25 * 3_600_000).toISOString())
    assert.equal((await expireRegistrations(later, app.house)) >= 1, true)
    assert.deepEqual(
      (await rowsOf(id)).map((r) => r.state),
      ['cancelled', 'confirmed'],
    )
    assert.equal(await expireRegistrations(later, app.house), 0)
  })

  test('an organisation has no more places than its share, and keeps its turn in the line', async () => {
    const id = await announced({ seats: 10, seatsPerOrganisation: 2 })
    for (const n of [1, 2, 3]) await register(visitor(), app.house, person(id, n, 'ГО «Липа»'))
    await register(visitor(), app.house, person(id, 4, 'го "липа"'))
    await register(visitor(), app.house, person(id, 5, 'ГО «Клен»'))
    assert.deepEqual(
      (await rowsOf(id)).map((r) => r.state),
      ['unconfirmed', 'unconfirmed', 'waiting', 'waiting', 'unconfirmed'],
    )
  })

  test('wrong answers to own questions, and what is not open, are refused and nothing is written', async () => {
    const id = await announced({
      registrationQuestions: [
        { key: 'q1', kind: 'choice', label: 'Секція', labelEn: null, options: ['а', 'б'], required: true },
      ],
    })
    await assert.rejects(register(visitor(), app.house, person(id, 1)), Refused)
    await assert.rejects(register(visitor(), app.house, { ...person(id, 1), answers: { q1: 'в' } }), Refused)
    const open = await announced({ participation: 'open' })
    await assert.rejects(register(visitor(), app.house, person(open, 1)), Refused)
    assert.deepEqual(await rowsOf(id), [])
    assert.deepEqual(await rowsOf(open), [])
  })
})

describe('organisations', () => {
  test('are invited once, name their people within their places, and answer again', async () => {
    const [linden, maple] = [
      await organisation('ГО «Липа»', 'lypa@example.org'),
      await organisation('ГО «Клен»', null),
    ]
    const id = await announced({ participation: 'invitation', seatsPerOrganisation: 2 })
    const first = await inviteOrganisations(office(), app.house, id, [linden, maple])
    assert.deepEqual(first, { invited: 2, letters: 1 })
    assert.deepEqual(await inviteOrganisations(office(), app.house, id, [linden, maple]), {
      invited: 0,
      letters: 0,
    })
    const { id: invitation } = await app.connection.db
      .selectFrom('event_invitations')
      .select('id')
      .where('event_id', '=', id)
      .where('organisation_id', '=', linden)
      .executeTakeFirstOrThrow()
    const answer = (people: readonly string[]) =>
      answerInvitation(visitor(), invitation, { state: 'accepted', note: null, people })
    await assert.rejects(answer(['А', 'Б', 'В']), Refused)
    await answer(['Перша', 'Другий'])
    await answer(['Перша', 'Третя'])
    const named = (await rowsOf(id)).filter((r) => r.state === 'confirmed').map((r) => r.name)
    assert.deepEqual(named, ['Перша', 'Третя'])
    await answerInvitation(visitor(), invitation, { state: 'declined', note: 'Не зможемо', people: [] })
    assert.equal((await attendanceOf(app.connection.db, id)).confirmed, 0)
  })
})

describe('letters by the clock', () => {
  test('changes are told in one letter once they have settled', async () => {
    const id = await announced()
    const { id: who } = await register(visitor(), app.house, person(id, 900))
    await confirmRegistration(visitor(), app.house, who)
    const event = (await eventById(app.connection.db, id))!
    const whole = await wholeInput(app.connection.db, event)
    const moved = (place: string) => ({ ...whole, days: whole.days.map((d) => ({ ...d, place })) })
    await changeEvent(office('2026-10-01T09:00:00Z'), id, event.version, moved('Школа'))
    await changeEvent(office('2026-10-01T09:05:00Z'), id, event.version + 1, moved('Театр'))
    assert.equal(await tellChanges(office('2026-10-01T09:10:00Z'), app.house), 0)
    assert.equal(await tellChanges(office('2026-10-01T09:30:00Z'), app.house), 1)
    assert.equal(await tellChanges(office('2026-10-01T09:40:00Z'), app.house), 0)
    const letter = await app.connection.db
      .selectFrom('messages')
      .select('body')
      .where('dedupe_key', 'like', `event.changed/${who}%`)
      .executeTakeFirstOrThrow()
    assert.match(letter.body, /Театр/)
  })

  test('the day before, one letter for an address; run again, nothing more', async () => {
    const one = await announced()
    const two = await announced()
    for (const id of [one, two]) {
      const { id: who } = await register(visitor(), app.house, person(id, 901))
      await confirmRegistration(visitor(), app.house, who)
    }
    const eve = office('2100-10-14T08:00:00Z')
    const letters = async () =>
      (
        await app.connection.db
          .selectFrom('messages')
          .select('body')
          .where('recipient', '=', 'p901@example.org')
          .where('dedupe_key', 'like', 'event.reminder/%')
          .execute()
      ).map((l) => l.body)
    await remindParticipants(eve, app.house)
    await remindParticipants(eve, app.house)
    const [letter, ...more] = await letters()
    assert.equal(more.length, 0)
    assert.equal(letter?.match(/take-part/g)?.length, 2)
  })

  test('a person is found wherever an event knows the name, and removed on request; the rest stays', async () => {
    const id = await announced({ questionsOpen: true })
    const name = 'Марта Унікальна'
    await register(visitor(), app.house, { ...person(id, 1), name })
    await register(visitor(), app.house, person(id, 2))
    await askQuestion(visitor(), id, {
      text: 'Чи буде пандус?',
      topic: null,
      asker: name,
      email: 'marta@example.org',
      locale: 'uk',
    })
    const found = () => eventPersons.find(app.connection.db, name, (other) => other === name)
    assert.deepEqual((await found()).map((r) => r.path?.split('/').at(-1)).sort(), [
      'participants',
      'questions',
    ])
    await transact(office(), async (tx) => eventPersons.erase(tx, await found(), 'звернення № 7'))
    assert.deepEqual(await found(), [])
    const [gone, kept] = await rowsOf(id)
    assert.deepEqual([gone?.name, gone?.state], ['', 'cancelled'])
    assert.notEqual(kept?.name, '')
    assert.equal((await questionsOf(app.connection.db, id, ['received']))[0]?.text, 'Чи буде пандус?')
  })

  test('who took part is forgotten after the months of the settings; counts stay', async () => {
    const id = await announced()
    await addPerson(
      office(),
      id,
      { name: 'Забута', email: 'z@example.org', organisation: null, organisationId: null },
      true,
    )
    await forgetOldPeople(office('2101-03-01T08:00:00Z'))
    assert.equal((await rowsOf(id))[0]?.name, 'Забута')
    await forgetOldPeople(office('2101-05-01T08:00:00Z'))
    assert.equal((await rowsOf(id))[0]?.name, '')
    assert.equal((await attendanceOf(app.connection.db, id)).checkedIn, 1)
  })
})
