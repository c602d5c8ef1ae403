/** Evidence read: one whole, and lists. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { Period } from '../../../kernel/civil-date.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import { unitLabel } from '../../people/index.ts'
import type { MeasureId, ProgrammeId } from '../../programmes/index.ts'
import type { UnitScope } from '../policy.ts'
import type {
  DutyId,
  EvidenceId,
  EvidenceKind,
  EvidenceLine,
  EvidenceState,
  EvidenceWhole,
} from '../types.ts'
import { containing, dutyLine, dutyLines, type Reader } from './duty-rows.ts'
import { evidenceOf } from './evidence.ts'
import { filesOf } from './files.ts'
import { measuresOfIds } from './measures.ts'

export async function evidenceById(db: Reader, id: EvidenceId): Promise<EvidenceWhole | null> {
  const row = await db.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const [unit, measures, duties, files, indicators] = await Promise.all([
    row.unit_id === null
      ? null
      : db.selectFrom('units').select('name').where('id', '=', row.unit_id).executeTakeFirst(),
    db.selectFrom('evidence_measures').select('measure_id').where('evidence_id', '=', id).execute(),
    dutyLines(db)
      .innerJoin('evidence_duties as link', 'link.duty_id', 'd.id')
      .where('link.evidence_id', '=', id)
      .select('link.share')
      .orderBy('d.due')
      .orderBy('d.id')
      .execute(),
    filesOf(db, id),
    db
      .selectFrom('evidence_indicators as ei')
      .innerJoin('indicators as i', 'i.id', 'ei.indicator_id')
      .select(['i.id', 'i.name', 'i.unit_name as unitName', 'ei.fact'])
      .where('ei.evidence_id', '=', id)
      .orderBy('i.position')
      .execute(),
  ])
  const refs = await measuresOfIds(
    db,
    measures.map((m) => m.measure_id),
  )
  return {
    ...evidenceOf(row),
    unitName: unit?.name ?? null,
    measures: refs.sort((a, b) => a.position - b.position),
    duties: duties.map((d) => ({ ...dutyLine(d), share: d.share })),
    files,
    indicators,
  }
}

export type EvidenceQuery = {
  /** None: of all programmes. */
  readonly programmeId: ProgrammeId | null
  readonly scope: UnitScope
  readonly state: EvidenceState
  /** Drafts are their author's alone. */
  readonly authorId?: string
  readonly kind?: EvidenceKind | null
  readonly unitId?: UnitId | null
  readonly measureId?: MeasureId | null
  readonly dutyId?: DutyId | null
  readonly happened?: Period | null
  readonly text?: string
}

function matching(db: Reader, q: EvidenceQuery) {
  // Said in the statement, so that a plan for all values may use the index of what is recorded.
  let found = db.selectFrom('evidence as e').where('e.state', '=', sql.lit(q.state))
  if (q.programmeId) found = found.where('e.programme_id', '=', q.programmeId)
  if (q.scope !== 'all')
    found = found.where('e.unit_id', 'in', q.scope.length > 0 ? q.scope : [sql<UnitId>`null`])
  if (q.authorId !== undefined) found = found.where('e.created_by', '=', q.authorId)
  if (q.kind) found = found.where('e.kind', '=', q.kind)
  if (q.unitId) found = found.where('e.unit_id', '=', q.unitId)
  const { measureId, dutyId, happened } = q
  if (measureId)
    found = found.where((eb) =>
      eb.exists(
        eb
          .selectFrom('evidence_measures as em')
          .select('em.measure_id')
          .whereRef('em.evidence_id', '=', 'e.id')
          .where('em.measure_id', '=', measureId),
      ),
    )
  if (dutyId)
    found = found.where((eb) =>
      eb.exists(
        eb
          .selectFrom('evidence_duties as ed')
          .select('ed.duty_id')
          .whereRef('ed.evidence_id', '=', 'e.id')
          .where('ed.duty_id', '=', dutyId),
      ),
    )
  if (happened)
    found = found.where('e.happened_from', '<=', happened.to).where('e.happened_to', '>=', happened.from)
  if (q.text)
    found = found.where(sql<boolean>`(e.title || ' ' || coalesce(e.result, '')) ilike ${containing(q.text)}`)
  return found
}

/** The latest first. */
export async function listEvidence(
  db: Reader,
  q: EvidenceQuery,
  after: string,
  size: number,
): Promise<Page<EvidenceLine>> {
  const from = decodeCursor(after, ['string', 'string'])
  let found = matching(db, q)
  if (from) found = found.where(sql<boolean>`(e.happened_from, e.id) < (${from[0]}::date, ${from[1]}::uuid)`)
  const rows = await found
    .leftJoin('units as u', 'u.id', 'e.unit_id')
    .select(['e.id', 'e.kind', 'e.title', 'e.happened_from', 'e.happened_to', 'e.place', 'e.result'])
    .select(['e.participants', 'e.state', 'e.unit_id', 'u.name as unit_name', 'u.short_name'])
    .select([
      sql<string[]>`array(
        select distinct on (em.measure_id) mv.number
        from evidence_measures em
        join measure_versions mv on mv.measure_id = em.measure_id
        join editions ed on ed.id = mv.edition_id and ed.state = 'inForce'
        where em.evidence_id = e.id
        order by em.measure_id, ed.number desc)`.as('measures'),
      sql<number>`(select count(*) from evidence_files ef where ef.evidence_id = e.id)`.as('files'),
    ])
    .orderBy('e.happened_from', 'desc')
    .orderBy('e.id', 'desc')
    .limit(onePast(size))
    .execute()
  const page = cutPage(rows, size, (row) => [row.happened_from.toString(), row.id])
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      happened: { from: row.happened_from, to: row.happened_to },
      place: row.place,
      result: row.result,
      participants: row.participants,
      state: row.state,
      unitId: row.unit_id,
      unitName: row.unit_name,
      unitLabel:
        row.unit_name === null ? null : unitLabel({ name: row.unit_name, shortName: row.short_name }),
      measures: row.measures,
      files: row.files,
    })),
  }
}

export async function countEvidence(db: Reader, q: EvidenceQuery): Promise<number> {
  const row = await matching(db, q).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()
  return row.n
}

/** Years of recorded evidence, the latest first. */
export async function yearsOfEvidence(db: Reader): Promise<number[]> {
  const row = await db
    .selectFrom('evidence as e')
    .select([
      sql<number | null>`extract(year from min(e.happened_from))::int`.as('first'),
      sql<number | null>`extract(year from max(e.happened_from))::int`.as('last'),
    ])
    .where('e.state', '=', sql.lit('recorded'))
    .executeTakeFirst()
  if (!row?.first || !row.last) return []
  const { first, last } = row
  return Array.from({ length: last - first + 1 }, (_, i) => last - i)
}
