/** Reads a file of the register to its end and keeps what it says. Runs in a thread of its own, see `load-apart.ts`. */
import { Temporal } from '../../../kernel/civil-date.ts'
import type { BesideOptions } from '../../../platform/database/beside.ts'
import type { Piece } from '../reading/reader.ts'
import { bytesBefore, type Place } from '../rules/batch.ts'
import type { ExportFile } from '../source/file.ts'
import { recordsOf } from '../source/records.ts'
import { ZipFault } from '../source/zip.ts'
import type { RegisterDb } from '../store/database.ts'
import { setPatience, setState } from '../store/imports.ts'
import { aboutHowMany, dropSearchIndexes, makeSearchIndexes } from '../store/indexes.ts'
import {
  type Counts,
  type FileFault,
  NO_COUNTS,
  type RegisterImportId,
  type RegisterSource,
} from '../types.ts'
import { batchOf, keepBatch, rehearseBatch } from './batch.ts'

/** Records that are kept together, and bytes of text after which fewer are. */
const BATCH = 2_000
const BATCH_BYTES = 8 * 1024 * 1024
/** Bytes of a record, about; for a guess how many rows a file brings. */
const BYTES_A_RECORD = 1_500

/** Plain values: they go to another thread. */
export type LoadJob = {
  readonly register: BesideOptions
  readonly path: string
  readonly parts: ExportFile['parts']
  /** ISO 8601. */
  readonly exportedOn: string
  /** None: a dry run. */
  readonly begun: {
    readonly id: RegisterImportId
    readonly counts: Counts
    readonly part: number
    readonly position: number
  } | null
}

export type LoadEnd = Counts & {
  readonly state: 'done' | 'stopped' | 'failed'
  readonly fault: FileFault | null
}

export type Progress = Counts & {
  readonly phase: 'reading' | 'indexing'
  /** Bytes of text that are read, of how many in all. */
  readonly done: number
  readonly total: number
}

export type LoadOptions = {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

/** @param db a connection of its own; null: there is no register yet, in a dry run */
export function load(db: RegisterDb | null, job: LoadJob, options: LoadOptions): Promise<LoadEnd> {
  return job.begun === null || db === null ? rehearse(db, job, options) : keepAll(db, job, job.begun, options)
}

async function keepAll(
  db: RegisterDb,
  { path, parts, exportedOn: day }: LoadJob,
  begun: NonNullable<LoadJob['begun']>,
  { signal, onProgress }: LoadOptions,
): Promise<LoadEnd> {
  const exportedOn = Temporal.PlainDate.from(day)
  const total = bytesBefore(parts, { part: parts.length, position: 0 })
  await setPatience(db)
  const expected = (total - bytesBefore(parts, begun)) / BYTES_A_RECORD
  if (expected > 50_000 && expected > (await aboutHowMany(db)) / 2) await dropSearchIndexes(db)
  let fault: FileFault | null = null
  let kept = { counts: begun.counts, stop: false }
  let pending = Promise.resolve(kept)
  try {
    // While the database keeps one batch, the next is read.
    for await (const { pieces, source, of, next } of portions(path, parts, begun, signal)) {
      const batch = batchOf(pieces, source, of)
      kept = await pending
      if (kept.stop) break
      onProgress?.({ ...kept.counts, phase: 'reading', done: bytesBefore(parts, next), total })
      pending = keepBatch(db, { id: begun.id, exportedOn, source }, batch, kept.counts, next)
      pending.catch(() => {})
    }
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    fault = error.fault
  }
  kept = await pending
  const { counts } = kept
  const state = fault !== null ? 'failed' : signal?.aborted || kept.stop ? 'stopped' : 'done'
  if (state !== 'stopped') {
    onProgress?.({ ...counts, phase: 'indexing', done: total, total })
    await makeSearchIndexes(db)
  }
  await setState(db, begun.id, state, Temporal.Now.instant(), fault === null ? {} : { fault })
  return { ...counts, state, fault }
}

/** What an import would do: every batch is done and undone, so two batches do not know of one another. */
async function rehearse(
  db: RegisterDb | null,
  { path, parts, exportedOn: day }: LoadJob,
  { signal }: LoadOptions,
): Promise<LoadEnd> {
  const exportedOn = Temporal.PlainDate.from(day)
  let counts = NO_COUNTS
  try {
    for await (const { pieces, source, of } of portions(path, parts, { part: 0, position: 0 }, signal))
      counts = await rehearseBatch(db, { exportedOn, source }, batchOf(pieces, source, of), counts)
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    return { ...counts, state: 'failed', fault: error.fault }
  }
  return { ...counts, state: signal?.aborted ? 'stopped' : 'done', fault: null }
}

type Portion = {
  readonly pieces: readonly Piece[]
  readonly source: RegisterSource
  /** Number of the part that they stand in. */
  readonly of: number
  /** Where reading goes on when these are kept. */
  readonly next: Place
}

async function* portions(
  path: string,
  parts: ExportFile['parts'],
  from: Place,
  signal: AbortSignal | undefined,
): AsyncGenerator<Portion> {
  for (const [of, one] of parts.entries()) {
    const source = one.part.kind
    if (of < from.part || source === 'fop') continue
    let held: Piece[] = []
    let begins = of === from.part ? from.position : 0
    for await (const { pieces, position, last } of recordsOf(path, one, begins)) {
      if (signal?.aborted) return
      for (const piece of pieces) held.push(piece)
      if (held.length < BATCH && position - begins < BATCH_BYTES && !last) continue
      yield { pieces: held, source, of, next: last ? { part: of + 1, position: 0 } : { part: of, position } }
      held = []
      begins = position
    }
  }
}
