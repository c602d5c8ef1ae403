/** Evidence by the thousand, straight into the database: only its number matters. */
import type pg from 'pg'

/** Lists of evidence, twenty rows each. */
export const PAGE = '/evidence'
export const JSON_LIST = '/api/v1/evidence?limit=20'

/** Adds generated evidence until so much of it is recorded. */
export async function fillEvidence(pool: pg.Pool, wanted: number): Promise<void> {
  await pool.query(
    `with missing as (
       select generate_series(1, greatest(0, $1 - (select count(*) from evidence where state = 'recorded')::int)) as n
     ), place as (
       select e.programme_id, e.unit_id, e.created_by, e.created_by_name, em.measure_id
       from evidence e join evidence_measures em on em.evidence_id = e.id
       where e.state = 'recorded' order by e.happened_from desc limit 1
     ), made as (
       insert into evidence (id, programme_id, unit_id, kind, title, happened_from, happened_to, place, result,
         participants, state, created_by, created_by_name, created_at, recorded_at)
       select gen_random_uuid(), programme_id, unit_id, 'event', 'Зустріч з мешканцями мікрорайону № ' || n,
         current_date - (n % 300), current_date - (n % 300), 'Будинок культури',
         'Обговорено ' || n || ' питань, надано роз’яснення щодо порядку подання пропозицій', n % 200,
         'recorded', created_by, created_by_name, now(), now()
       from missing, place
       returning id
     )
     insert into evidence_measures (evidence_id, measure_id) select made.id, place.measure_id from made, place`,
    [wanted],
  )
  // Nobody committed by an action, so nobody was told.
  await pool.query('notify viche_changed')
  // As it is a minute later in life, when autovacuum has been there.
  await pool.query('vacuum analyze evidence, evidence_measures')
}

/** Adds generated organisations until there are so many. */
export async function fillOrganisations(pool: pg.Pool, wanted: number): Promise<void> {
  await pool.query(
    `with missing as (
       select generate_series(1, greatest(0, $1 - (select count(*) from organisations)::int)) as n
     )
     insert into organisations (id, kind, name, state, search, core, district_id, created_at, updated_at)
     select gen_random_uuid(), (array['ngo', 'charity', 'partyBranch', 'tradeUnion'])[1 + n % 4],
       'Громадська організація «Товариство ' || n || '»', 'active', 'громадська організація товариство ' || n,
       'товариство ' || n, (select id from districts order by position offset n % 5 limit 1), now(), now()
     from missing`,
    [wanted],
  )
  await pool.query('notify viche_changed')
  await pool.query('vacuum analyze organisations')
}

/** Opens an event of the demonstration for any number of guests. @returns the address of its form */
export async function openRegistration(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `update events set seats = null, seats_per_organisation = null
     where id = (select id from events where state = 'announced' and participation = 'registration'
       and first_day > current_date + 1 order by first_day limit 1)
     returning id`,
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('no event is open for registration')
  return `/events/${id}/register`
}
