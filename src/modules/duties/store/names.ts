/** Names beside evidence in lists: few, and the same for every row and reader until something is committed. */
import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import { compareTexts } from '../../../kernel/texts.ts'
import { unitLabel } from '../../people/index.ts'
import type { MeasureId, ProgrammeId } from '../../programmes/index.ts'
import type { Reader } from './duty-rows.ts'

export type EvidenceNames = {
  /** Also of departments that exist no longer. */
  readonly units: ReadonlyMap<UnitId, { readonly name: string; readonly label: string }>
  /** Number of a measure in the latest edition in force that has it. */
  readonly numbers: ReadonlyMap<string, string>
  /** Addresses of programmes. */
  readonly slugs: ReadonlyMap<ProgrammeId, string>
  /** Another text when any of these differs. */
  readonly digest: string
}

/** One statement, to be asked beside the list itself or remembered. */
export async function evidenceNames(db: Reader): Promise<EvidenceNames> {
  const { rows } = await sql<Named>`
    select 'unit' as kind, id, name, short_name as other from units
    union all
    select 'programme', id, slug, null from programmes
    union all
    (select distinct on (mv.measure_id) 'measure', mv.measure_id, mv.number, null
     from measure_versions mv join editions ed on ed.id = mv.edition_id and ed.state = 'inForce'
     order by mv.measure_id, ed.number desc)`.execute(db)
  const [units, numbers, slugs] = [
    new Map<UnitId, { name: string; label: string }>(),
    new Map<string, string>(),
    new Map<ProgrammeId, string>(),
  ]
  for (const row of rows) {
    if (row.kind === 'unit')
      units.set(row.id, { name: row.name, label: unitLabel({ name: row.name, shortName: row.other }) })
    else if (row.kind === 'measure') numbers.set(row.id, row.name)
    else slugs.set(row.id, row.name)
  }
  return { units, numbers, slugs, digest: hash('sha256', JSON.stringify(rows), 'base64url') }
}

type Named =
  | { readonly kind: 'unit'; readonly id: UnitId; readonly name: string; readonly other: string | null }
  | { readonly kind: 'measure'; readonly id: MeasureId; readonly name: string }
  | { readonly kind: 'programme'; readonly id: ProgrammeId; readonly name: string }

/** Ids of the measures of `e`, an evidence, with blanks between. */
export const measuresOfEvidence = sql<string | null>`(
  select string_agg(em.measure_id::text, ' ') from evidence_measures em where em.evidence_id = e.id)`.as(
  'measures',
)

/** Numbers in the order of measures; one that no edition in force has any more has no number. */
export function numbersOf(measures: string | null, names: EvidenceNames): string[] {
  if (measures === null) return []
  const numbers = measures.split(' ').flatMap((id) => names.numbers.get(id) ?? [])
  return numbers.length > 1 ? numbers.sort((a, b) => compareTexts('uk', a, b)) : numbers
}
