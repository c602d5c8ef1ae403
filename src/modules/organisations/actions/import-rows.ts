/** What one row of a list does: found in the registry or new, changing something or nothing, or set aside. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { found } from '../../../kernel/errors.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/context.ts'
import { NO_FACTS } from '../rules/fields.ts'
import { type ListMapping, type ListRow, readRow } from '../rules/import-list.ts'
import { searchForm } from '../rules/name.ts'
import { differences, ofItsKind } from '../rules/organisation.ts'
import { coreOfName } from '../rules/twins.ts'
import { contactsOf } from '../store/contacts.ts'
import { type ImportRow, keysOfAll } from '../store/imports.ts'
import type { Reader } from '../store/lines.ts'
import { confessions, directions, directionsOf, districts } from '../store/lists.ts'
import { officersOn } from '../store/officers.ts'
import { readOrganisation } from '../store/organisations.ts'
import type { DirectionId, Facts, OrganisationId, OrganisationKind, Source } from '../types.ts'
import { insertContact } from './contacts.ts'
import { changeFacts, kept } from './facts.ts'
import { insertOrganisation, setDirections } from './keep.ts'
import { finishOfficer, insertOfficer } from './officers.ts'
import { nameOf } from './who.ts'

/** Everything by which rows are known, read once for a batch. */
export type Known = {
  readonly byCode: Map<string, OrganisationId>
  readonly byCore: Map<string, OrganisationId[]>
  /** What tells each one's name apart. */
  readonly cores: Map<OrganisationId, string>
  readonly entries: ReadonlyMap<string, string>
  /** Rows of this list that were judged already. */
  readonly rows: Map<string, number>
}

const keyOf = (kind: string, core: string) => `${kind} ${core}`
const entryKey = (list: string, name: string) => `${list} ${searchForm(name)}`

export async function lookUp(db: Reader): Promise<Known> {
  const byCode = new Map<string, OrganisationId>()
  const byCore = new Map<string, OrganisationId[]>()
  const cores = new Map<OrganisationId, string>()
  for (const o of await keysOfAll(db)) {
    if (o.edrpou !== null) byCode.set(o.edrpou, o.id)
    cores.set(o.id, o.core)
    const key = keyOf(o.kind, o.core)
    byCore.set(key, [...(byCore.get(key) ?? []), o.id])
  }
  const entries = new Map<string, string>()
  for (const [list, all] of [
    ['district', await districts(db)],
    ['confession', await confessions(db)],
    ['direction', await directions(db)],
  ] as const)
    for (const entry of all) entries.set(entryKey(list, entry.name), entry.id)
  return { byCode, byCore, cores, entries, rows: new Map() }
}

type Made = { readonly mapping: ListMapping; readonly fileName: string; readonly sourceOn: CivilDate | null }

type Wanted = {
  readonly facts: Partial<Facts>
  readonly row: ListRow
  readonly directions: readonly DirectionId[]
}

export type Judged = Pick<ImportRow, 'number' | 'outcome' | 'reasons' | 'organisationId'> & {
  readonly wanted: Wanted | null
}

export async function judge(tx: Tx, known: Known, row: ImportRow, made: Made): Promise<Judged> {
  const aside = (reasons: readonly Refusal[]): Judged => ({
    number: row.number,
    outcome: 'setAside',
    reasons,
    organisationId: null,
    wanted: null,
  })
  const read = readRow(row.cells, made.mapping)
  if (Array.isArray(read)) return aside(read as readonly Refusal[])
  const said = wantedOf(known, read as ListRow)
  if (Array.isArray(said)) return aside(said as readonly Refusal[])
  const { facts } = said as Wanted
  const core = coreOfName(facts.name ?? '', facts.kind as OrganisationKind)
  const coded = facts.edrpou ? known.byCode.get(facts.edrpou) : undefined
  const named = coded === undefined ? (known.byCore.get(keyOf(facts.kind ?? '', core)) ?? []) : []
  if (named.length > 1) return aside([refuse('row_ambiguous', { count: named.length })])
  const id = coded ?? named[0] ?? null
  const key = id ?? (facts.edrpou ? `code ${facts.edrpou}` : keyOf(facts.kind ?? '', core))
  const before = known.rows.get(key)
  if (before !== undefined && before !== row.number) return aside([refuse('row_twice', { row: before })])
  known.rows.set(key, row.number)
  const wanted = id !== null && known.cores.get(id) === core ? withoutName(said as Wanted) : (said as Wanted)
  const differs = id === null || (await wouldChange(tx, id, wanted, made))
  return {
    number: row.number,
    outcome: id === null ? 'added' : differs ? 'changed' : 'unchanged',
    reasons: [],
    organisationId: id,
    wanted,
  }
}

/** Another spelling of the same name, or another legal form before it, is no new name. */
function withoutName(wanted: Wanted): Wanted {
  const { name: _, ...facts } = wanted.facts
  return { ...wanted, facts }
}

function wantedOf(known: Known, row: ListRow): Wanted | readonly Refusal[] {
  const refusals: Refusal[] = []
  const entry = (list: string, name: string): string | null => {
    const id = known.entries.get(entryKey(list, name))
    if (id === undefined) refusals.push(refuse('row_unknown_entry', { text: name }))
    return id ?? null
  }
  const facts: Partial<Record<keyof Facts, string | null>> = { ...row.facts }
  if (row.district !== null) facts.districtId = entry('district', row.district)
  if (row.confession !== null) facts.confessionId = entry('confession', row.confession)
  const wanted = row.directions.map((name) => entry('direction', name) as DirectionId | null)
  if (refusals.length > 0) return refusals
  return { facts, row, directions: wanted.filter((id) => id !== null) }
}

/** What a list does not say stays as it is. */
function factsAfter(before: Facts, wanted: Partial<Facts>): Facts {
  return ofItsKind({ ...before, ...wanted })
}

async function wouldChange(tx: Tx, id: OrganisationId, wanted: Wanted, made: Made): Promise<boolean> {
  const { facts } = found(await readOrganisation(tx.db, id), 'organisation')
  if (differences(facts, factsAfter(facts, wanted.facts)).length > 0) return true
  const leader = await leaderOf(tx, id)
  if (wanted.row.leader !== null && searchForm(leader?.name ?? '') !== searchForm(wanted.row.leader.name))
    return true
  if ((await newContacts(tx, id, wanted, made)).length > 0) return true
  const chosen = ((await directionsOf(tx.db, [id])).get(id) ?? []).map((d) => d.id)
  return wanted.directions.some((d) => !chosen.includes(d))
}

async function leaderOf(tx: Tx, id: OrganisationId) {
  return (await officersOn(tx.db, [id], tx.today)).get(id)?.find((o) => o.leads) ?? null
}

async function newContacts(tx: Tx, id: OrganisationId, wanted: Wanted, made: Made) {
  const have = (await contactsOf(tx.db, [id], ['public', 'office', 'private'])).get(id) ?? []
  return wanted.row.contacts
    .filter((c) => !have.some((h) => h.kind === c.kind && h.value === c.value))
    .map((c) => ({ ...c, access: made.mapping.contactAccess }))
}

/** Writes what the row says, with the list as its source. */
export async function applyRow(tx: Tx, known: Known, judged: Judged, made: Made): Promise<OrganisationId> {
  const wanted = found(judged.wanted, 'row')
  const source: Source = { kind: 'list', ref: made.fileName, on: made.sourceOn }
  const id = judged.organisationId ?? (await addRow(tx, known, wanted, source))
  if (judged.organisationId !== null) {
    const before = await kept(tx, id, 'organisation.change')
    await changeFacts(tx, before, factsAfter(before.facts, wanted.facts), {
      source,
      since: null,
      correction: false,
      by: nameOf(tx.actor),
    })
    const chosen = ((await directionsOf(tx.db, [id])).get(id) ?? []).map((d) => d.id)
    if (wanted.directions.some((d) => !chosen.includes(d)))
      await setDirections(tx, id, [...new Set([...chosen, ...wanted.directions])], false)
  }
  const leader = await leaderOf(tx, id)
  const { row } = wanted
  if (row.leader !== null && searchForm(leader?.name ?? '') !== searchForm(row.leader.name)) {
    if (leader !== null && leader.until === null) await finishOfficer(tx, id, leader.id, null, source)
    const dates = { from: null, until: null, ended: false }
    await insertOfficer(tx, id, { ...row.leader, leads: true, ...dates }, source)
  }
  for (const contact of await newContacts(tx, id, wanted, made))
    await insertContact(tx, id, { ...contact, note: null, consentOn: null, consentRef: null, source })
  return id
}

async function addRow(tx: Tx, known: Known, wanted: Wanted, source: Source): Promise<OrganisationId> {
  const facts = factsAfter({ ...NO_FACTS, state: 'active' }, wanted.facts)
  const id = await insertOrganisation(tx, { facts, directions: wanted.directions, source, since: null })
  if (facts.edrpou !== null) known.byCode.set(facts.edrpou, id)
  const core = keyOf(
    facts.kind ?? '',
    coreOfName(facts.name ?? '', (facts.kind ?? 'other') as OrganisationKind),
  )
  known.byCore.set(core, [...(known.byCore.get(core) ?? []), id])
  return id
}
