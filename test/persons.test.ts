import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { erasePerson, findPerson } from '../src/modules/organisations/actions/persons.ts'
import { newId } from '../src/platform/random.ts'
import { type Person, type TestApp, testApp } from './factories/app.ts'
import { plantOrganisation } from './factories/organisations.ts'

const NAME = 'Зозуляк Лукія Тарасівна'

let app: TestApp
let coordinator: Person
before(async () => {
  app = await testApp()
  coordinator = await app.staff('coordinator')
})
after(() => app.drop())

test('a person is found in every module that keeps the name, and forgotten in all of them', async () => {
  const { pool, db } = app.connection
  const organisation = await plantOrganisation(db, { name: 'Спілка ковалів' })
  const [event, person, campaign, invitation, news] = [newId(), newId(), newId(), newId(), newId()]
  const write = (text: string, ...values: readonly unknown[]) => pool.query(text, [...values])
  await write(
    `insert into events (id, kind, title, state, participation, first_day, last_day, created_at, changed_at, created_by, created_by_name)
     values ($1, 'meeting', 'Зустріч', 'planned', 'open', '2026-01-01', '2026-01-01', now(), now(), 'х', 'х')`,
    event,
  )
  await write(
    `insert into event_registrations (id, event_id, state, origin, name, email, email_hash, code, answers, created_at)
     values ($1, $2, 'confirmed', 'form', $3, 'l@x.example', 'h', 'A1', '{"q": "так"}', now())`,
    newId(),
    event,
    NAME,
  )
  await write(
    `insert into event_questions (id, event_id, number, origin, text, asker, state, created_at)
     values ($1, $2, 1, 'form', 'Коли?', $3, 'received', now())`,
    newId(),
    event,
    NAME,
  )
  await write(
    `insert into event_talks (id, event_id, title, text, speaker, state, created_at)
     values ($1, $2, 'Про кузні', 'Так', $3, 'accepted', now())`,
    newId(),
    event,
    NAME,
  )
  await write(
    `insert into representatives (id, email, name, created_at) values ($1, 'l@x.example', $2, now())`,
    person,
    NAME,
  )
  await write(
    `insert into delegations (id, organisation_id, representative_id, email, name, post, basis, state, claimed_at, confirmed_at, from_day, to_day)
     values ($1, $2, $3, 'l@x.example', $4, 'Голова', 'paper', 'active', now(), now(), '2026-01-01', '2027-01-01')`,
    newId(),
    organisation,
    person,
    NAME,
  )
  await write(
    `insert into campaigns (id, year, title, state, kinds, states, letter_subject, letter_body, reminder_subject, reminder_body, contact, signatory_post, signatory_name, created_at, created_by)
     values ($1, 2026, 'Звірка', 'draft', '{}', '{}', 'х', 'х', 'х', 'х', 'х', 'х', 'х', now(), 'х')`,
    campaign,
  )
  await write(
    `insert into campaign_invitations (id, campaign_id, organisation_id, kind, name, channel, secret_hash, code_hash)
     values ($1, $2, $3, 'ngo', 'Спілка ковалів', 'paper', 's', 'c')`,
    invitation,
    campaign,
    organisation,
  )
  await write(
    `insert into campaign_answers (id, invitation_id, number, kind, way, name, post, consent, changes, answered_at)
     values ($1, $2, 1, 'confirmed', 'link', $3, 'Голова', false, '[]', now())`,
    newId(),
    invitation,
    NAME,
  )
  await write(
    `insert into publications (id, organisation_id, created_at) values ($1, $2, now())`,
    news,
    organisation,
  )
  await write(
    `insert into publication_revisions (publication_id, number, state, title, body, pictures, author_id, author_name, created_at)
     values ($1, 1, 'submitted', 'Ярмарок', 'Так', '[]', $2, $3, now())`,
    news,
    person,
    NAME,
  )
  const found = await findPerson(db, 'Зозуляк Лукія')
  assert.deepEqual(found.map(({ source, records }) => `${source.name} ${records.length}`).sort(), [
    'campaigns 1',
    'events 3',
    'publications 1',
    'representatives 2',
  ])
  for (const { records } of found)
    for (const { path } of records)
      if (path !== null) assert.notEqual((await app.get(path, coordinator)).statusCode, 404, path)
  await erasePerson(app.ctx(coordinator.actor), { name: NAME, ground: 'заява № 1' })
  assert.deepEqual(await findPerson(db, NAME), [])
  const { rows } = await pool.query('select state, email from delegations')
  assert.deepEqual(rows, [{ state: 'withdrawn', email: '' }])
})
