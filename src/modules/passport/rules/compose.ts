/** A passport of a day, made of rows that the office keeps and of the registry as it stood. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Bilingual } from '../../../kernel/texts.ts'
import type { OrganisationKind } from '../../organisations/index.ts'
import type {
  CrossTable,
  FrozenPractice,
  FrozenRegistry,
  FrozenRow,
  FrozenSection,
  FrozenTable,
  KindCount,
  Named,
  PassportContent,
  Review,
  Standing,
  TableRow,
} from '../types.ts'
import { definitionOf, SECTION_KEYS, SECTION_TABLES, type SectionKey, type TableKey } from './definitions.ts'
import { inOrder } from './order.ts'
import { isOld, rowsOn } from './standing.ts'
import { suppress, suppressLine } from './suppress.ts'

export type Facts = {
  readonly asOf: CivilDate
  readonly version: number
  readonly correctionReason: string | null
  readonly city: Bilingual<string>
  readonly council: Bilingual<string>
  readonly rows: readonly TableRow[]
  readonly organisations: readonly Standing[]
  /** Names behind ids that rows hold. */
  readonly names: ReadonlyMap<string, string>
  readonly districts: readonly Named[]
  readonly confessions: readonly Named[]
  readonly directions: readonly Named[]
  readonly practices: readonly FrozenPractice[]
  readonly leftOut: Review['leftOut']
}

/** The kinds of the registry that a section counts. */
export const SECTION_KINDS: Readonly<Partial<Record<SectionKey, readonly OrganisationKind[]>>> = {
  parties: ['partyBranch'],
  associations: ['ngo', 'ngoUnion', 'creativeUnion', 'employersOrganisation', 'other'],
  charities: ['charity'],
  unions: ['tradeUnion', 'tradeUnionAssociation'],
  selfOrganisation: ['selfOrganisationBody'],
  religious: ['religiousCommunity'],
}

/** In which the headline names the kinds: parties, charities, associations, then the rest. */
const HEADLINE: readonly OrganisationKind[] = [
  'partyBranch',
  'charity',
  'ngo',
  'ngoUnion',
  'creativeUnion',
  'tradeUnion',
  'tradeUnionAssociation',
  'employersOrganisation',
  'selfOrganisationBody',
  'other',
  'religiousCommunity',
]

export function compose(facts: Facts): PassportContent {
  return {
    schema: 'viche.passport.1',
    asOf: facts.asOf.toString(),
    version: facts.version,
    correctionReason: facts.correctionReason,
    city: facts.city,
    council: facts.council,
    kinds: countKinds(facts.organisations, HEADLINE),
    confessions: new Set(facts.organisations.flatMap((o) => o.confessionId ?? [])).size,
    sections: SECTION_KEYS.map((key) => section(facts, key)),
  }
}

function section(facts: Facts, key: SectionKey): FrozenSection {
  const leftOut = facts.leftOut[key] ?? null
  if (leftOut !== null) return { key, leftOut, tables: [], registry: null }
  const kinds = SECTION_KINDS[key]
  return {
    key,
    leftOut,
    tables: SECTION_TABLES[key].map((table) => frozenTable(facts, table)),
    registry: kinds ? registryOf(facts, key, kinds) : null,
    ...(key === 'associations' && facts.practices.length > 0 ? { practices: facts.practices } : {}),
  }
}

function frozenTable(facts: Facts, key: TableKey): FrozenTable {
  const rows = rowsOn(
    key,
    facts.rows.filter((r) => r.table === key && r.removed === null),
    facts.asOf,
  )
  return {
    key,
    rows: hideSmall(
      key,
      inOrder(key, rows).map((row) => frozenRow(facts, row)),
    ),
  }
}

function frozenRow(facts: Facts, row: TableRow): FrozenRow {
  const refs: Record<string, string> = {}
  const values: Record<string, string | number | null> = {}
  for (const field of definitionOf(row.table).fields) {
    const value = row.values[field.key] ?? null
    if (field.kind === 'organisation' && typeof value === 'string') {
      refs[field.key] = value
      values[field.key] = facts.names.get(value) ?? null
    } else values[field.key] = value
  }
  return {
    id: row.id,
    values,
    day: row.day?.toString() ?? null,
    until: row.until?.toString() ?? null,
    source: row.source,
    sourceOn: row.sourceOn.toString(),
    old: isOld(row.table, row, facts.asOf),
    hidden: [],
    refs,
  }
}

/** People by a trait: few of them could be told who they are. */
const FEW: Readonly<Partial<Record<TableKey, readonly string[]>>> = {
  ages: ['women', 'men'],
  nationalities: ['people'],
}

function hideSmall(key: TableKey, rows: readonly FrozenRow[]): readonly FrozenRow[] {
  const fields = FEW[key]
  if (!fields || rows.length === 0) return rows
  const figures = rows.map((row) => fields.map((f) => Number(row.values[f] ?? 0)))
  const hidden =
    fields.length > 1
      ? (suppress(figures) ?? figures.map((line) => line.map(() => true)))
      : (suppressLine(figures.map((line) => line[0]!)) ?? figures.map(() => true)).map((h) => [h])
  return rows.map((row, i) => {
    const gone = fields.filter((_, j) => hidden[i]![j])
    const values = { ...row.values, ...Object.fromEntries(gone.map((f) => [f, null])) }
    return gone.length === 0 ? row : { ...row, values, hidden: gone }
  })
}

export function countKinds(
  organisations: readonly Pick<Standing, 'kind'>[],
  kinds: readonly OrganisationKind[],
): readonly KindCount[] {
  return kinds
    .map((kind) => ({ kind, count: organisations.filter((o) => o.kind === kind).length }))
    .filter((k) => k.count > 0)
}

function registryOf(facts: Facts, key: SectionKey, kinds: readonly OrganisationKind[]): FrozenRegistry {
  const own = facts.organisations.filter((o) => kinds.includes(o.kind))
  const counted = (list: readonly Named[], has: (o: Standing, id: string) => boolean) =>
    list
      .map(({ id, uk, en }) => ({ name: { uk, en }, count: own.filter((o) => has(o, id)).length }))
      .filter((c) => c.count > 0)
  return {
    kinds: countKinds(own, kinds),
    organisations: own.map((o) => ({
      id: o.id,
      kind: o.kind,
      name: o.name,
      nameEn: o.nameEn,
      edrpou: o.edrpou,
      registeredOn: o.registeredOn,
      bodyKind: o.bodyKind,
      territory: o.territory,
    })),
    confessions: key === 'religious' ? counted(facts.confessions, (o, id) => o.confessionId === id) : [],
    directions:
      key === 'associations' ? counted(facts.directions, (o, id) => o.directionIds.includes(id)) : [],
    districts: key === 'selfOrganisation' ? bodiesByDistrict(facts.districts, own) : [],
    crosses: crossesOf(facts, key, own),
  }
}

function bodiesByDistrict(districts: readonly Named[], bodies: readonly Standing[]) {
  const known = districts.map(({ id, uk, en }) => {
    const here = bodies.filter((o) => o.districtId === id)
    return { id, name: { uk, en }, count: here.length, bodies: here.map((o) => o.name) }
  })
  const rest = bodies.filter((o) => !districts.some((d) => d.id === o.districtId))
  return rest.length === 0
    ? known
    : [...known, { id: null, name: NOWHERE, count: rest.length, bodies: rest.map((o) => o.name) }]
}

const NOWHERE: Bilingual<string> = { uk: 'район не вказано', en: 'district not given' }

function crossesOf(facts: Facts, key: SectionKey, own: readonly Standing[]): readonly CrossTable[] {
  const kinds = SECTION_KINDS[key] ?? []
  if (key === 'religious')
    return cross(
      'confessionByDistrict',
      facts.districts,
      facts.confessions.map((c) => ({ name: c, own: own.filter((o) => o.confessionId === c.id) })),
    )
  if (key !== 'associations') return []
  return [
    ...cross(
      'kindByDistrict',
      facts.districts,
      kinds.map((kind) => ({ name: { uk: kind, en: kind }, own: own.filter((o) => o.kind === kind) })),
    ),
    ...cross(
      'directionByDistrict',
      facts.districts,
      facts.directions.map((d) => ({ name: d, own: own.filter((o) => o.directionIds.includes(d.id)) })),
    ),
  ]
}

/** Nothing where there is one column only: it would say what the totals say. */
function cross(
  key: CrossTable['key'],
  districts: readonly Named[],
  lines: readonly { readonly name: Bilingual<string>; readonly own: readonly Standing[] }[],
): readonly CrossTable[] {
  const known = new Set(districts.map((d) => d.id))
  const all = lines.flatMap((l) => l.own)
  const columns = [
    ...districts
      .filter((d) => all.some((o) => o.districtId === d.id))
      .map((d) => ({ id: d.id as string | null, name: { uk: d.uk, en: d.en } })),
    ...(all.some((o) => !known.has(o.districtId ?? '')) ? [{ id: null, name: NOWHERE }] : []),
  ]
  const rows = lines.filter((l) => l.own.length > 0)
  if (columns.length < 2 || rows.length === 0) return []
  const cells = rows.map((row) =>
    columns.map(
      ({ id }) => row.own.filter((o) => (known.has(o.districtId ?? '') ? o.districtId : null) === id).length,
    ),
  )
  const hidden = suppress(cells)
  const totals = columns.map((_, j) => cells.reduce((sum, line) => sum + line[j]!, 0))
  return [
    {
      key,
      columns: columns.map((c) => c.name),
      rows: rows.map((row, i) => ({
        name: { uk: row.name.uk, en: row.name.en },
        cells: cells[i]!.map((n, j) => (hidden === null || hidden[i]![j] ? null : n)),
        total: row.own.length,
      })),
      totals,
      total: totals.reduce((sum, n) => sum + n, 0),
      withheld: hidden === null,
    },
  ]
}
