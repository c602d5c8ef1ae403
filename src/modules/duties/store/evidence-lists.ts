/** Evidence read: one whole, and lists. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { Period } from '../../../kernel/civil-date.ts'
import type { Mark } from '../../../platform/database/marks.ts'
import { cutPage, type Page } from '../../../platform/keyset.ts'
import type { MeasureId, ProgrammeId } from '../../programmes/index.ts'
import type { UnitScope } from '../policy.ts'
import type {
  DutyId,
  EvidenceId,
  EvidenceInFull,
  EvidenceKind,
  EvidenceLine,
  EvidenceState,
  EvidenceWhole,
} from '../types.ts'
import { containing, dutyLine, dutyLines, type Reader } from './duty-rows.ts'
import { evidenceOf } from './evidence.ts'
import { type FoundEvidence, keyOf, latest, marksOf } from './evidence-order.ts'
import { filesOf } from './files.ts'
import { measuresOfIds } from './measures.ts'
import { type EvidenceNames, evidenceNames, measuresOfEvidence, numbersOf } from './names.ts'

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

/** Whether nothing narrows the list: such a statement is the same for everybody. */
function isPlain(q: EvidenceQuery): boolean {
  const { programmeId, scope, state: _, ...narrowing } = q
  return programmeId === null && scope === 'all' && Object.values(narrowing).every((v) => !v)
}

function lines(found: FoundEvidence) {
  return found
    .select(['e.id', 'e.kind', 'e.title', 'e.happened_from', 'e.happened_to', 'e.participants', 'e.unit_id'])
    .select(measuresOfEvidence)
}

type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

function lineOf(row: LineRow, names: EvidenceNames): EvidenceLine {
  const unit = row.unit_id === null ? undefined : names.units.get(row.unit_id)
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    happened: { from: row.happened_from, to: row.happened_to },
    participants: row.participants,
    unitId: row.unit_id,
    unitName: unit?.name ?? null,
    unitLabel: unit?.label ?? null,
    measures: numbersOf(row.measures, names),
  }
}

/**
 * The latest first.
 * @param names where they are remembered; else they are asked for
 */
export async function listEvidence(
  db: Reader,
  q: EvidenceQuery,
  after: string,
  size: number,
  names: Promise<EvidenceNames> = evidenceNames(db),
): Promise<Page<EvidenceLine>> {
  const [rows, known] = await Promise.all([lines(latest(matching(db, q), after, size)).execute(), names])
  const page = cutPage(rows, size, keyOf)
  return { next: page.next, rows: page.rows.map((row) => lineOf(row, known)) }
}

/** The same list by marks only, see `marksOf`. */
export function markEvidence(db: Reader, q: EvidenceQuery, after: string, size: number): Promise<Page<Mark>> {
  return marksOf(db, () => matching(db, q), after, size, isPlain(q) ? `markEvidence ${q.state}` : null)
}

/** In no order; those that are not in this state any more are left out. */
export async function evidenceLines(
  db: Reader,
  ids: readonly string[],
  state: EvidenceState,
  names: EvidenceNames,
): Promise<EvidenceLine[]> {
  const found = matching(db, { programmeId: null, scope: 'all', state })
  const rows = await lines(found.where(sql<boolean>`e.id = any(${ids}::uuid[])`)).execute()
  return rows.map((row) => lineOf(row, names))
}

/** The same with place and result: for files and start pages. */
export async function listEvidenceInFull(
  db: Reader,
  q: EvidenceQuery,
  size: number,
  names: Promise<EvidenceNames> = evidenceNames(db),
): Promise<EvidenceInFull[]> {
  const [rows, known] = await Promise.all([
    lines(latest(matching(db, q), '', size))
      .select(['e.place', 'e.result'])
      .execute(),
    names,
  ])
  return rows.slice(0, size).map((row) => ({ ...lineOf(row, known), place: row.place, result: row.result }))
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
