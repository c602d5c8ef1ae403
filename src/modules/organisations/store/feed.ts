/** What changed in the registry, for those who follow it: public facts only. */
import { sql } from 'kysely'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type {
  DirectionId,
  DistrictId,
  Field,
  OrganisationKind,
  OrganisationLine,
  SourceKind,
} from '../types.ts'
import { type Reader, toLine } from './lines.ts'

export type FeedChange = {
  readonly organisation: OrganisationLine
  readonly at: Temporal.Instant
  /** Fields that got their values then. All of them: it was added. */
  readonly fields: readonly Field[]
  readonly source: SourceKind
  readonly isNew: boolean
}

/** Latest first; changes of one moment in one organisation are one. */
export async function latestChanges(
  db: Reader,
  of: {
    readonly kind: OrganisationKind | null
    readonly direction: DirectionId | null
    readonly district: DistrictId | null
  },
  limit: number,
): Promise<FeedChange[]> {
  const { kind, direction, district } = of
  const { rows } = await sql<
    Parameters<typeof toLine>[0] & {
      at: Temporal.Instant
      fields: Field[]
      source: SourceKind
      first: boolean
    }
  >`
    with recent as (
      select organisation_id, recorded_at, field, source_kind from organisation_values
      where standing <> 'mistaken' order by recorded_at desc limit ${limit * 25}
    )
    select o.id, o.kind, o.name, o.short_name, o.name_en, o.state, o.edrpou, r.recorded_at as at,
      array_agg(r.field order by r.field) as fields, min(r.source_kind) as source, r.recorded_at = o.created_at as first
    from recent r join organisations o on o.id = r.organisation_id and o.merged_into is null
    where (${kind}::text is null or o.kind = ${kind}) and (${district}::uuid is null or o.district_id = ${district})
      and (${direction}::uuid is null or exists (
        select from organisation_directions d where d.organisation_id = o.id and d.direction_id = ${direction}))
    group by o.id, r.recorded_at order by r.recorded_at desc, o.id limit ${limit}`.execute(db)
  return rows.map((row) => ({
    organisation: toLine(row),
    at: row.at,
    fields: row.fields,
    source: row.source,
    isNew: row.first,
  }))
}
