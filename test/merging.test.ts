import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { mergeOrganisations, undoMerge } from '../src/modules/organisations/actions/merge.ts'
import { newId } from '../src/platform/random.ts'
import { type Person, type TestApp, testApp } from './factories/app.ts'
import { plantOrganisation } from './factories/organisations.ts'

let app: TestApp
let coordinator: Person
before(async () => {
  app = await testApp()
  coordinator = await app.staff('coordinator')
})
after(() => app.drop())

/** A row of each table that names an organisation: `$1` the row, `$2` the organisation, `$3` an event. */
const ROWS: Readonly<Record<string, string>> = {
  'event_invitations.organisation_id': `insert into event_invitations (id, event_id, organisation_id, state, invited_at) values ($1, $3, $2, 'invited', now())`,
  'event_hosts.organisation_id': `insert into event_hosts (event_id, organisation_id, role, ordinal) values ($3, $2, 'host', 1)`,
  'event_registrations.organisation_id': `insert into event_registrations (id, event_id, state, origin, name, organisation_id, code, created_at) values ($1, $3, 'confirmed', 'office', 'Особа', $2, 'A1', now())`,
  'event_shares.organisation_id': `insert into event_shares (id, event_id, kind, task, organisation_id, state, created_at) values ($1, $3, 'stall', 'Намет', $2, 'open', now())`,
  'event_counts.organisation_id': `insert into event_counts (id, event_id, label, organisation_id, number) values ($1, $3, 'Гості', $2, 3)`,
  'event_recommendations.organisation_id': `insert into event_recommendations (id, event_id, ordinal, text, addressee, organisation_id, state) values ($1, $3, 1, 'Провести', 'Громада', $2, 'sent')`,
  'seminar_certificates.organisation_id': `insert into seminar_certificates (id, number, event_id, name, organisation_id, consent, issued_on, issued_by) values ($1, '1', $3, 'Особа', $2, false, '2026-01-01', 'Хтось')`,
  'monuments.caretaker_organisation_id': `insert into monuments (id, name, kind, place, state, caretaker_organisation_id, created_at, changed_at) values ($1, 'Стела', 'monument', 'Парк', 'good', $2, now(), now())`,
  'ceremony_wreaths.organisation_id': `insert into ceremony_wreaths (id, event_id, ordinal, organisation_id, delegation, kind, count, created_at) values ($1, $3, 1, $2, 'Спілка', 'wreath', 1, now())`,
  'hearings.organisation_id': `insert into hearings (id, title, subject, initiator_kind, organisation_id, state, created_at, changed_at) values ($1, 'Слухання', 'other', 'selfOrganisation', $2, 'received', now(), now())`,
  'hearing_proposals.organisation_id': `insert into hearing_proposals (id, hearing_id, number, author_kind, organisation_id, text, state, created_at) values ($1, (select id from hearings limit 1), 1, 'organisation', $2, 'Пропозиція', 'open', now())`,
  'campaign_invitations.organisation_id': '',
  'register_links.organisation_id': `insert into register_links (organisation_id, ref, way, linked_at, linked_by) values ($2, 'fsu:1', 'hand', now(), 'Хтось')`,
  'register_decisions.organisation_id': `insert into register_decisions (key, kind, ref, organisation_id, name, decision, reason, decided_at, decided_by) values ('k', 'renamed', 'fsu:1', $2, 'Назва', 'refused', 'не так', now(), 'Хтось')`,
}
/** Moved by their own modules, whose tests say so, or history of the registry that stays where it happened. */
const OWN =
  /^(organisation_\w+|organisations|publications|practices|delegations|cabinet_documents|event_offers)\./

test('every row that names an organisation follows a merger, and comes back when it is undone', async () => {
  const kept = await plantOrganisation(app.connection.db, { name: 'Перша' })
  const gone = await plantOrganisation(app.connection.db, { name: 'Друга' })
  const query = (text: string, values: readonly unknown[] = []) =>
    app.connection.pool.query(text, [...values])
  const event = newId<'event'>()
  await query(
    `insert into events (id, kind, title, state, participation, first_day, last_day, created_at, changed_at, created_by, created_by_name)
     values ($1, 'meeting', 'Зустріч', 'planned', 'open', '2026-01-01', '2026-01-01', now(), now(), 'Хтось', 'Хтось')`,
    [event],
  )
  const { rows } = await sql<{ place: string }>`
    select c.conrelid::regclass || '.' || a.attname as place from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'organisations'::regclass order by 1`.execute(app.connection.db)
  const places = rows.map((row) => row.place).filter((place) => !OWN.test(place))
  assert.deepEqual(
    places.filter((place) => !(place in ROWS)),
    [],
    'a table that names organisations says in ROWS how its rows follow a merger',
  )
  const written = Object.keys(ROWS).filter((place) => ROWS[place] !== '')
  for (const place of written) {
    const values = [newId(), gone, event]
    const used = [1, 2, 3].filter((n) => ROWS[place]!.includes(`$${n}`))
    let text = ROWS[place]!
    used.forEach((n, i) => {
      text = text.replaceAll(`$${n}`, `$${i + 1}`)
    })
    await query(
      text,
      used.map((n) => values[n - 1]),
    )
  }
  const where = async () =>
    Object.fromEntries(
      await Promise.all(
        written.map(async (place) => {
          const [table, column] = place.split('.')
          const found = await query(`select ${column} as id from ${table}`)
          return [place, found.rows.map((row) => (row.id === kept ? 'kept' : 'gone')).join()] as const
        }),
      ),
    )
  const all = (word: string) => Object.fromEntries(written.map((place) => [place, word]))
  const merge = await mergeOrganisations(app.ctx(coordinator.actor), kept, {
    gone,
    chosen: [],
    reason: 'та сама',
  })
  assert.deepEqual(await where(), all('kept'))
  await undoMerge(app.ctx(coordinator.actor), merge)
  assert.deepEqual(await where(), all('gone'))
})
