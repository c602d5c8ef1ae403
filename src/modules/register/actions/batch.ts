/** Keeps what records said: one transaction for some thousands of them, with the place where reading goes on. */
import { hash } from 'node:crypto'
import { type CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import { entityOf } from '../reading/entity.ts'
import { normalForm, normalWords } from '../reading/normal.ts'
import { leadersText } from '../reading/people.ts'
import type { Piece } from '../reading/reader.ts'
import { differences, isAnother, isOutdated, refsOf } from '../rules/batch.ts'
import type { RegisterDb, RegisterTransaction } from '../store/database.ts'
import {
  addChanges,
  addEntities,
  type ChangeRow,
  changeEntities,
  type Earlier,
  type EntityRow,
  earlierValues,
  knownEntities,
} from '../store/entities.ts'
import { addSetAside, saveProgress } from '../store/imports.ts'
import type {
  Counts,
  EntityFacts,
  HistoryField,
  Leader,
  RegisterImportId,
  RegisterSource,
  SetAside,
} from '../types.ts'

/** Of one import so many pieces are kept with their bytes; the rest is counted. */
export const MOST_SET_ASIDE = 10_000

export type Batch = {
  readonly entities: readonly {
    readonly facts: EntityFacts
    readonly digest: string
    readonly normal: string
  }[]
  readonly broken: readonly (Omit<SetAside, 'number'> & { readonly bytes: Buffer })[]
  readonly read: number
}

export function batchOf(pieces: readonly Piece[], source: RegisterSource, part: number): Batch {
  const entities: Batch['entities'][number][] = []
  const broken: Batch['broken'][number][] = []
  for (const piece of pieces) {
    if (piece.kind === 'broken') {
      broken.push({
        part,
        position: piece.offset,
        length: piece.length,
        reason: piece.reason,
        bytes: piece.bytes,
      })
      continue
    }
    const facts = entityOf(piece.fields, source)
    if (typeof facts === 'string')
      broken.push({
        part,
        position: piece.offset,
        length: piece.length,
        reason: facts,
        bytes: piece.bytes ?? Buffer.alloc(0),
      })
    else entities.push({ facts, digest: digestOf(facts), normal: normalWords(facts.name, facts.shortName) })
  }
  return { entities, broken, read: pieces.length }
}

function digestOf(f: EntityFacts): string {
  const said = [
    f.record,
    f.edrpou,
    f.name,
    f.shortName,
    f.form,
    f.kind,
    f.branch,
    f.stateText,
    f.registration,
    f.purpose,
    f.place,
  ]
  const leaders = f.leaders.map((one) => `${one.name}\u0002${one.role}\u0002${one.since ?? ''}`)
  return hash('sha1', [...said.map((text) => text ?? '\u0003'), ...leaders].join('\u0001'), 'base64').slice(
    0,
    16,
  )
}

export type BatchPlace = {
  readonly id: RegisterImportId
  readonly exportedOn: CivilDate
  readonly source: RegisterSource
}

/**
 * @param before counts of the import so far
 * @returns counts with this batch, and whether somebody asked to stop
 */
export async function keepBatch(
  db: RegisterDb,
  place: BatchPlace,
  batch: Batch,
  before: Counts,
  next: { readonly part: number; readonly position: number },
): Promise<{ readonly counts: Counts; readonly stop: boolean }> {
  return db.transaction().execute(async (tx) => {
    const kept = await keepEntities(tx, place, batch.entities)
    const room = Math.max(0, MOST_SET_ASIDE - before.setAside)
    await addSetAside(
      tx,
      place.id,
      batch.broken.slice(0, room).map((one, i) => ({ ...one, number: before.setAside + i + 1 })),
    )
    const counts = plus(before, batch, kept)
    const { stop } = await saveProgress(tx, place.id, { ...counts, ...next }, Temporal.Now.instant())
    return { counts, stop }
  })
}

function plus(before: Counts, batch: Batch, kept: Pick<Counts, 'added' | 'changed' | 'unchanged'>): Counts {
  return {
    read: before.read + batch.read,
    added: before.added + kept.added,
    changed: before.changed + kept.changed,
    unchanged: before.unchanged + kept.unchanged,
    setAside: before.setAside + batch.broken.length,
  }
}

class Undone extends Error {}

/** Counts what would be kept, and keeps nothing. Where there is no register yet, everything would be new. */
export async function rehearseBatch(
  db: RegisterDb | null,
  place: Omit<BatchPlace, 'id'>,
  batch: Batch,
  before: Counts,
): Promise<Counts> {
  if (db === null) return plus(before, batch, { added: batch.entities.length, changed: 0, unchanged: 0 })
  let kept: Pick<Counts, 'added' | 'changed' | 'unchanged'> = { added: 0, changed: 0, unchanged: 0 }
  await db
    .transaction()
    .execute(async (tx) => {
      kept = await keepEntities(tx, { ...place, id: null }, batch.entities)
      throw new Undone()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
    })
  return plus(before, batch, kept)
}

async function keepEntities(
  tx: RegisterTransaction,
  { id, exportedOn, source }: Omit<BatchPlace, 'id'> & { readonly id: RegisterImportId | null },
  entities: Batch['entities'],
): Promise<Pick<Counts, 'added' | 'changed' | 'unchanged'>> {
  const refs = entities.map(({ facts, normal }) =>
    refsOf(source, facts, facts.edrpou ?? facts.record ?? nameKey(facts, normal)),
  )
  const known = await knownEntities(tx, [...new Set(refs.flat())])
  const rows = new Map<string, EntityRow>()
  const renewed = new Map<string, EntityRow>()
  let unchanged = 0
  for (const [i, { facts, digest, normal }] of entities.entries()) {
    const [first, second] = refs[i]!
    const holder = rows.get(first) ?? renewed.get(first) ?? known.get(first)
    const ref = holder !== undefined && isAnother(holder.record, facts.record) ? second : first
    const there = known.get(ref)
    const row = rowOf(ref, source, facts, digest, normal)
    if (rows.has(ref) || renewed.has(ref)) {
      // Said twice in one file: the first of them counts, so that a second reading changes nothing.
      unchanged += 1
    } else if (there === undefined) rows.set(ref, row)
    else if (there.digest === digest || isOutdated(exportedOn, there.exported_on)) unchanged += 1
    else renewed.set(ref, row)
  }
  if (renewed.size > 0) {
    const earlier = await earlierValues(tx, [...renewed.keys()])
    const changes = earlier.flatMap((one) => changesOf(one, renewed.get(one.ref)!))
    if (id !== null) await addChanges(tx, changes, exportedOn, id)
    await changeEntities(tx, [...renewed.values()], exportedOn)
  }
  await addEntities(tx, [...rows.values()], exportedOn)
  return { added: rows.size, changed: renewed.size, unchanged }
}

function nameKey(facts: EntityFacts, normal: string): string {
  return `n${hash('sha1', `${normalForm(facts.name)}|${facts.place ?? ''}|${normal.length}`, 'hex').slice(0, 24)}`
}

function rowOf(
  ref: string,
  source: RegisterSource,
  f: EntityFacts,
  digest: string,
  normal: string,
): EntityRow {
  return {
    ref,
    source,
    record: f.record,
    edrpou: f.edrpou,
    name: f.name,
    short_name: f.shortName,
    form: f.form,
    kind: f.kind,
    branch: f.branch,
    state: f.state,
    state_text: f.stateText,
    registration: f.registration,
    registered_on: f.registeredOn,
    purpose: f.purpose,
    place: f.place,
    leaders: f.leaders.length === 0 ? null : JSON.stringify(f.leaders),
    normal,
    digest,
  }
}

function changesOf(before: Earlier, row: EntityRow): ChangeRow[] {
  const leaders = (json: string | null) =>
    json === null ? null : leadersText(JSON.parse(json) as readonly Leader[])
  const after: Record<HistoryField, string | null> = {
    name: row.name,
    shortName: row.short_name,
    form: row.form,
    branch: row.branch,
    state: row.state,
    edrpou: row.edrpou,
    registration: row.registration,
    leaders: leaders(row.leaders),
  }
  return differences({ ...before, leaders: leaders(before.leaders) }, after).map((one) => ({
    ref: row.ref,
    ...one,
  }))
}
