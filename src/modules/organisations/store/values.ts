/** The history of an organisation's values. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { NO_FACTS } from '../rules/fields.ts'
import type { Facts, Field, FieldValue, OrganisationId } from '../types.ts'
import type { Reader } from './lines.ts'

function values(db: Reader) {
  return db.selectFrom('organisation_values').selectAll()
}

type Row = Awaited<ReturnType<ReturnType<typeof values>['execute']>>[number]

function toValue(row: Row): FieldValue {
  return {
    id: row.id,
    field: row.field,
    value: row.value,
    standing: row.standing,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    source: { kind: row.source_kind, ref: row.source_ref, on: row.source_on },
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    supersededAt: row.superseded_at,
  }
}

/** All, newest first within a field. */
export async function valuesOf(db: Reader, id: OrganisationId): Promise<FieldValue[]> {
  const rows = await values(db)
    .where('organisation_id', '=', id)
    .orderBy('field')
    .orderBy(sql`standing = 'current' desc`)
    .orderBy(sql`valid_from desc nulls last`)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toValue)
}

/**
 * What was true on a day, as far as the registry knows now: of each field the value whose time covers the day, the
 * latest begun first; a value without a beginning counts as older than any other.
 */
export async function factsOn(db: Reader, id: OrganisationId, day: CivilDate): Promise<Facts> {
  const rows = await values(db)
    .where('organisation_id', '=', id)
    .where('standing', '!=', 'mistaken')
    .where(
      sql<boolean>`(valid_from is null or valid_from <= ${day})
        and (valid_until >= ${day} or (valid_until is null and standing = 'current'))`,
    )
    .orderBy(sql`valid_from desc nulls last`)
    .orderBy('recorded_at', 'desc')
    .execute()
  const facts: Record<Field, string | null> = { ...NO_FACTS }
  const seen = new Set<Field>()
  for (const row of rows) {
    if (seen.has(row.field)) continue
    seen.add(row.field)
    facts[row.field] = row.value
  }
  return facts
}
