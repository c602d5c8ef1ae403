/** Rows that leave the house: feeds, calendar, open data, search, sitemap. Each names its fields. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate, Period, Temporal } from '../../../kernel/civil-date.ts'
import type { Kopiykas } from '../../../kernel/money.ts'
import type { Mark } from '../../../platform/database/marks.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import type { DutyState, EvidenceId, EvidenceKind, StoredExplanation } from '../types.ts'
import { containing, dutyLine, dutyLines, type Reader, stateIs } from './duty-rows.ts'
import { latest, marksOf } from './evidence-order.ts'
import { type EvidenceNames, evidenceNames, measuresOfEvidence, numbersOf } from './names.ts'

export type CalendarTerm = {
  readonly measureId: string
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
  readonly due: CivilDate
  readonly explanation: StoredExplanation
  readonly units: readonly string[]
}

/** One term for a measure and a day, whatever the number of departments. */
export async function termsOf(db: Reader, programmeId: ProgrammeId): Promise<CalendarTerm[]> {
  return db
    .selectFrom('duties as d')
    .innerJoin('measure_versions as mv', (j) =>
      j.onRef('mv.edition_id', '=', 'd.edition_id').onRef('mv.measure_id', '=', 'd.measure_id'),
    )
    .innerJoin('units as u', 'u.id', 'd.unit_id')
    .where('d.programme_id', '=', programmeId)
    .where(sql<boolean>`(d.outcome is null or d.outcome in ('partly', 'fulfilled'))`)
    .select([
      'd.measure_id as measureId',
      'd.due',
      sql<string>`min(mv.number)`.as('number'),
      sql<string>`min(mv.title)`.as('title'),
      sql<string | null>`min(mv.title_en)`.as('titleEn'),
      sql<StoredExplanation>`(array_agg(d.explanation))[1]`.as('explanation'),
      sql<string[]>`array_agg(distinct u.name order by u.name)`.as('units'),
    ])
    .groupBy(['d.measure_id', 'd.due'])
    .orderBy('d.due')
    .orderBy('number')
    .execute()
}

export type PublishedEvidence = {
  readonly id: EvidenceId
  readonly programme: string
  readonly kind: EvidenceKind
  readonly title: string
  readonly happened: Period
  readonly place: string | null
  readonly result: string | null
  readonly participants: number | null
  readonly organisations: readonly string[]
  readonly cost: Kopiykas | null
  readonly link: string | null
  readonly publication: string | null
  readonly unitId: UnitId | null
  readonly unit: string | null
  readonly measures: readonly string[]
  readonly recordedAt: Temporal.Instant | null
}

export type PublishedFilter = {
  readonly ids?: readonly string[]
  readonly programme?: string | null
  readonly happened?: Period | null
  readonly text?: string
}

function recorded(db: Reader, filter: PublishedFilter) {
  let found = db.selectFrom('evidence as e').where('e.state', '=', sql.lit('recorded'))
  const { programme, happened } = filter
  if (filter.ids) found = found.where(sql<boolean>`e.id = any(${filter.ids}::uuid[])`)
  if (programme)
    found = found.where('e.programme_id', '=', (eb) =>
      eb.selectFrom('programmes as p').select('p.id').where('p.slug', '=', programme),
    )
  if (happened)
    found = found.where('e.happened_from', '<=', happened.to).where('e.happened_to', '>=', happened.from)
  if (filter.text)
    found = found.where(
      sql<boolean>`(e.title || ' ' || coalesce(e.result, '')) ilike ${containing(filter.text)}`,
    )
  return found
}

/**
 * Recorded evidence with what its public page shows, the latest first.
 * @param names where they are remembered; else they are asked for
 */
export async function publishedEvidence(
  db: Reader,
  filter: PublishedFilter,
  size: number,
  names: EvidenceNames | Promise<EvidenceNames> = evidenceNames(db),
): Promise<PublishedEvidence[]> {
  const [rows, known] = await Promise.all([
    latest(recorded(db, filter), '', size)
      .select(['e.id', 'e.programme_id', 'e.kind', 'e.title', 'e.happened_from', 'e.happened_to', 'e.place'])
      .select(['e.result', 'e.participants', 'e.organisations', 'e.cost', 'e.link', 'e.publication'])
      .select(['e.unit_id', 'e.recorded_at'])
      .select(measuresOfEvidence)
      .execute(),
    names,
  ])
  return rows.slice(0, size).map((row) => ({
    id: row.id,
    programme: known.slugs.get(row.programme_id) ?? '',
    kind: row.kind,
    title: row.title,
    happened: { from: row.happened_from, to: row.happened_to },
    place: row.place,
    result: row.result,
    participants: row.participants,
    organisations: row.organisations,
    cost: row.cost,
    link: row.link,
    publication: row.publication,
    unitId: row.unit_id,
    unit: row.unit_id === null ? null : (known.units.get(row.unit_id)?.name ?? null),
    measures: numbersOf(row.measures, known),
    recordedAt: row.recorded_at,
  }))
}

/** The same by marks only, see `marksOf`. */
export function markPublished(
  db: Reader,
  filter: PublishedFilter,
  after: string,
  size: number,
): Promise<Page<Mark>> {
  const isPlain = Object.values(filter).every((value) => !value)
  return marksOf(db, () => recorded(db, filter), after, size, isPlain ? 'markPublished' : null)
}

/** Duties with the address of their programme, by due day: for programs. */
export async function publishedDuties(
  db: Reader,
  filter: {
    readonly programme?: string | null
    readonly ends?: Period | null
    readonly state?: DutyState | null
  },
  today: CivilDate,
  after: string,
  size: number,
) {
  const from = decodeCursor(after, ['string', 'string'])
  let found = dutyLines(db).innerJoin('programmes as p', 'p.id', 'd.programme_id').select('p.slug')
  if (filter.programme) found = found.where('p.slug', '=', filter.programme)
  if (filter.ends)
    found = found.where('d.period_to', '>=', filter.ends.from).where('d.period_to', '<=', filter.ends.to)
  if (filter.state) found = found.where(stateIs(filter.state, today))
  if (from) found = found.where(sql<boolean>`(d.due, d.id) > (${from[0]}::date, ${from[1]}::uuid)`)
  const rows = await found.orderBy('d.due').orderBy('d.id').limit(onePast(size)).execute()
  const page = cutPage(rows, size, (row) => [row.due.toString(), row.id])
  return { next: page.next, rows: page.rows.map((row) => ({ ...dutyLine(row), programme: row.slug })) }
}

/** Public addresses of measures and years, for the sitemap. */
export async function publicAddresses(db: Reader): Promise<string[]> {
  const measures = await db
    .selectFrom('measure_versions as mv')
    .innerJoin('editions as e', 'e.id', 'mv.edition_id')
    .innerJoin('programmes as p', 'p.id', 'e.programme_id')
    .where('e.state', '=', 'inForce')
    .select(['p.slug', 'mv.number', 'mv.measure_id'])
    .distinctOn('mv.measure_id')
    .orderBy('mv.measure_id')
    .orderBy('e.number', 'desc')
    .execute()
  const years = await db.selectFrom('programmes').select(['slug', 'period_from', 'period_to']).execute()
  const evidence = await db
    .selectFrom('evidence')
    .select('id')
    .where('state', '=', 'recorded')
    .limit(40_000)
    .execute()
  return [
    '/evidence',
    ...measures.map((m) => `/programmes/${m.slug}/measures/${encodeURIComponent(m.number)}`),
    ...years.flatMap((p) =>
      Array.from(
        { length: p.period_to.year - p.period_from.year + 1 },
        (_, i) => `/programmes/${p.slug}/year/${p.period_from.year + i}`,
      ),
    ),
    ...evidence.map((e) => `/evidence/${e.id}`),
  ]
}

export type FoundMeasure = {
  readonly slug: string
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
  readonly text: string
}

/** Measures whose latest words hold the text. */
export async function searchMeasures(db: Reader, text: string, limit: number): Promise<FoundMeasure[]> {
  const like = containing(text)
  const { rows } = await sql<FoundMeasure>`
    select * from (
      select distinct on (mv.measure_id) p.slug, mv.number, mv.title, mv.title_en as "titleEn", mv.text, p.period_from
      from measure_versions mv
      join editions e on e.id = mv.edition_id and e.state = 'inForce'
      join programmes p on p.id = e.programme_id
      order by mv.measure_id, e.number desc
    ) latest
    where number = ${text} or title ilike ${like} or text ilike ${like} or "titleEn" ilike ${like}
    order by period_from desc, number
    limit ${limit}`.execute(db)
  return rows
}
