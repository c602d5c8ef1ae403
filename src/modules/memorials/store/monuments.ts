/** The register of monuments. */
import { sql } from 'kysely'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import type { DistrictId } from '../../events/index.ts'
import type { Monument, MonumentId, MonumentInput, MonumentPicture, MonumentState } from '../types.ts'
import type { Reader } from './dates.ts'

export const PAGE_SIZE = 20
const MOST_ON_MAP = 500

export type MonumentFilter = {
  readonly text: string
  readonly state: MonumentState | null
  readonly districtId: DistrictId | null
}
export const ALL_MONUMENTS: MonumentFilter = { text: '', state: null, districtId: null }

function monuments(db: Reader) {
  return db
    .selectFrom('monuments as m')
    .leftJoin('units as u', 'u.id', 'm.caretaker_unit_id')
    .leftJoin('organisations as o', 'o.id', 'm.caretaker_organisation_id')
    .selectAll('m')
    .select(['u.name as unit_name', 'o.name as organisation_name'])
}

type Row = Awaited<ReturnType<ReturnType<typeof monuments>['execute']>>[number]

function monumentOf(row: Row): Monument {
  return {
    id: row.id,
    name: row.name,
    nameEn: row.name_en,
    kind: row.kind,
    place: row.place,
    districtId: row.district_id,
    latitude: row.latitude,
    longitude: row.longitude,
    description: row.description,
    descriptionEn: row.description_en,
    protectionNumber: row.protection_number,
    state: row.state,
    stateNote: row.state_note,
    inspectedOn: row.inspected_on,
    caretakerUnitId: row.caretaker_unit_id,
    caretakerUnit: row.unit_name,
    caretakerOrganisationId: row.caretaker_organisation_id,
    caretakerOrganisation: row.organisation_name,
    picture:
      row.picture_id !== null && row.picture_alt !== null
        ? {
            fileId: row.picture_id,
            alt: row.picture_alt,
            author: row.picture_author,
            width: row.picture_width,
            height: row.picture_height,
          }
        : null,
    source: row.source,
    version: row.version,
    changedAt: row.changed_at,
  }
}

function narrowed(db: Reader, filter: MonumentFilter) {
  let query = monuments(db)
  if (filter.state) query = query.where('m.state', '=', filter.state)
  if (filter.districtId) query = query.where('m.district_id', '=', filter.districtId)
  if (filter.text !== '') {
    const like = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) => eb.or([eb('m.name', 'ilike', like), eb('m.place', 'ilike', like)]))
  }
  return query
}

export async function listMonuments(
  db: Reader,
  filter: MonumentFilter,
  after: string,
  size = PAGE_SIZE,
): Promise<Page<Monument>> {
  const from = decodeCursor(after, ['string', 'string'])
  let query = narrowed(db, filter)
  if (from) query = query.where(sql<boolean>`(m.name, m.id) > (${from[0]}, ${from[1]}::uuid)`)
  const rows = await query.orderBy('m.name').orderBy('m.id').limit(onePast(size)).execute()
  return cutPage(rows.map(monumentOf), size, (m) => [m.name, m.id])
}

/** With a place on the map. */
export async function monumentsOnMap(db: Reader, filter: MonumentFilter): Promise<Monument[]> {
  const rows = await narrowed(db, filter)
    .where('m.latitude', 'is not', null)
    .orderBy('m.name')
    .orderBy('m.id')
    .limit(MOST_ON_MAP)
    .execute()
  return rows.map(monumentOf)
}

export async function monumentById(db: Reader, id: MonumentId): Promise<Monument | null> {
  const row = await monuments(db).where('m.id', '=', id).executeTakeFirst()
  return row ? monumentOf(row) : null
}

export async function lockMonument(db: DbTransaction, id: MonumentId): Promise<Monument | null> {
  await db.selectFrom('monuments').select('id').where('id', '=', id).forUpdate().execute()
  return monumentById(db, id)
}

/** For choices. */
export async function monumentNames(
  db: Reader,
): Promise<{ readonly id: MonumentId; readonly name: string }[]> {
  return db
    .selectFrom('monuments')
    .select(['id', 'name'])
    .where('state', '<>', 'lost')
    .orderBy('name')
    .execute()
}

function columnsOf(input: MonumentInput) {
  return {
    name: input.name,
    name_en: input.nameEn,
    kind: input.kind,
    place: input.place,
    district_id: input.districtId,
    latitude: input.latitude,
    longitude: input.longitude,
    description: input.description,
    description_en: input.descriptionEn,
    protection_number: input.protectionNumber,
    state: input.state,
    state_note: input.stateNote,
    inspected_on: input.inspectedOn,
    caretaker_unit_id: input.caretakerUnitId,
    caretaker_organisation_id: input.caretakerOrganisationId,
    source: input.source,
  }
}

function pictureColumns(picture: MonumentPicture | null) {
  return {
    picture_id: picture?.fileId ?? null,
    picture_alt: picture?.alt ?? null,
    picture_author: picture?.author ?? null,
    picture_width: picture?.width ?? null,
    picture_height: picture?.height ?? null,
  }
}

export async function insertMonument(
  db: DbTransaction,
  id: MonumentId,
  input: MonumentInput,
  picture: MonumentPicture | null,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('monuments')
    .values({ id, ...columnsOf(input), ...pictureColumns(picture), created_at: now, changed_at: now })
    .execute()
}

export async function updateMonument(
  db: DbTransaction,
  before: Monument,
  input: MonumentInput,
  picture: MonumentPicture | null,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('monuments')
    .set({ ...columnsOf(input), ...pictureColumns(picture), version: before.version + 1, changed_at: now })
    .where('id', '=', before.id)
    .execute()
}
