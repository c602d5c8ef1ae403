/** The registry of organisations as it stood on a day. Read only: the registry belongs to another module. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import {
  confessions,
  directions,
  districts,
  type Field,
  type ListEntry,
  ORGANISATION_KINDS,
  type OrganisationId,
  type OrganisationKind,
} from '../../organisations/index.ts'
import { type MapShape, shapeOf } from '../rules/shapes.ts'
import type { Named, Standing } from '../types.ts'
import type { Reader } from './reader.ts'

const FIELDS: readonly Field[] = [
  'kind',
  'name',
  'nameEn',
  'edrpou',
  'state',
  'registeredOn',
  'legalisedOn',
  'permittedOn',
  'confessionId',
  'districtId',
  'bodyKind',
  'territory',
]

/**
 * Of each field the value whose time covers the day; one without a beginning counts as older than any other. Those that
 * were wound up by the day, or began after it, are left out; where no day of the beginning is known, it is counted.
 */
export async function standingOn(db: Reader, day: CivilDate): Promise<Standing[]> {
  const [now, { rows: values }, links] = await Promise.all([
    db
      .selectFrom('organisations')
      .select(['id', 'kind', 'name'])
      .where('merged_into', 'is', null)
      .orderBy('name')
      .orderBy('id')
      .execute(),
    sql<{ id: OrganisationId; field: Field; value: string | null }>`
      select distinct on (organisation_id, field) organisation_id as id, field, value
      from organisation_values
      where field = any(${FIELDS}) and standing <> 'mistaken'
        and (valid_from is null or valid_from <= ${day})
        and (valid_until >= ${day} or (valid_until is null and standing = 'current'))
      order by organisation_id, field, valid_from desc nulls last, recorded_at desc`.execute(db),
    db
      .selectFrom('organisation_directions')
      .select(['organisation_id', 'direction_id'])
      .orderBy('direction_id')
      .execute(),
  ])
  const byId = new Map<OrganisationId, Map<Field, string | null>>()
  for (const { id, field, value } of values)
    byId.set(id, (byId.get(id) ?? new Map<Field, string | null>()).set(field, value))
  const directionsOf = new Map<OrganisationId, string[]>()
  for (const link of links)
    directionsOf.set(link.organisation_id, [
      ...(directionsOf.get(link.organisation_id) ?? []),
      link.direction_id,
    ])
  return now.flatMap((o) => {
    const of = (field: Field) => byId.get(o.id)?.get(field) ?? null
    const begun = of('registeredOn') ?? of('legalisedOn') ?? of('permittedOn')
    if (of('state') === 'terminated' || (begun !== null && begun > day.toString())) return []
    const name = of('name')
    // Its first name was given after the day: it was not there yet.
    if (name === null && begun === null) return []
    return [
      {
        id: o.id,
        kind: kindOf(of('kind')) ?? o.kind,
        name: name ?? o.name,
        nameEn: of('nameEn'),
        edrpou: of('edrpou'),
        registeredOn: of('registeredOn') ?? of('legalisedOn'),
        undated: begun === null,
        bodyKind: of('bodyKind') as Standing['bodyKind'],
        territory: of('territory'),
        districtId: of('districtId'),
        confessionId: of('confessionId'),
        directionIds: directionsOf.get(o.id) ?? [],
      },
    ]
  })
}

function kindOf(text: string | null): OrganisationKind | null {
  return ORGANISATION_KINDS.find((kind) => kind === text) ?? null
}

export type RegistryLists = {
  readonly districts: readonly Named[]
  readonly confessions: readonly Named[]
  readonly directions: readonly Named[]
}

export async function registryLists(db: Reader): Promise<RegistryLists> {
  const named = (list: readonly ListEntry[]): readonly Named[] =>
    list.map((e) => ({ id: e.id, uk: e.name, en: e.nameEn ?? e.name }))
  const [d, c, w] = await Promise.all([districts(db), confessions(db), directions(db)])
  return { districts: named(d), confessions: named(c), directions: named(w) }
}

/** For organisations that became another: the one that stands for both now. */
export async function mergedInto(db: Reader): Promise<ReadonlyMap<string, string>> {
  const found = await db
    .selectFrom('organisations')
    .select(['id', 'merged_into'])
    .where('merged_into', 'is not', null)
    .execute()
  return new Map(found.flatMap((r) => (r.merged_into ? [[r.id as string, r.merged_into as string]] : [])))
}

export async function namesOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('id', 'in', ids as readonly OrganisationId[])
    .execute()
  return new Map(found.map((r) => [r.id as string, r.name]))
}

/** By the code of EDRPOU, or by the exact name, full or short. Several of one name: none of them. */
export async function organisationNamed(db: Reader, text: string): Promise<string | null> {
  const plain = text.trim()
  const found = await db
    .selectFrom('organisations')
    .select('id')
    .where('merged_into', 'is', null)
    .where((eb) =>
      eb.or([
        eb('edrpou', '=', plain),
        eb(sql`lower(name)`, '=', plain.toLowerCase()),
        eb(sql`lower(short_name)`, '=', plain.toLowerCase()),
      ]),
    )
    .limit(2)
    .execute()
  return found.length === 1 ? found[0]!.id : null
}

/** Outlines of districts, where they were entered. */
export async function shapesOf(db: Reader): Promise<MapShape[]> {
  const all = await districts(db)
  return all.flatMap((d) => (d.outline ? (shapeOf(d.id, d.outline) ?? []) : []))
}
