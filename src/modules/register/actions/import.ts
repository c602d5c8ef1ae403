/** Imports an export of the state register: in pieces that are kept whole, so that it can be left and come back to. */
import { type CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import { permit } from '../../../kernel/errors.ts'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { newId } from '../../../platform/random.ts'
import { mayImportRegister } from '../policy.ts'
import type { Piece } from '../reading/reader.ts'
import type { ExportFile } from '../source/file.ts'
import { type RegisterDb, readable, writable } from '../store/database.ts'
import {
  addImport,
  letGoOfImportLock,
  setPatience,
  setState,
  takeImportLock,
  unfinishedImport,
} from '../store/imports.ts'
import { aboutHowMany, dropSearchIndexes, makeSearchIndexes } from '../store/indexes.ts'
import {
  type Counts,
  FILE_FAULTS,
  type FileFault,
  type FilePart,
  NO_COUNTS,
  type RegisterImportId,
  type RegisterSource,
} from '../types.ts'

/** Records that are kept together. */
const BATCH = 4_000
/** Bytes of a record, about; for a guess how many rows a file brings. */
const BYTES_A_RECORD = 1_500

export type Progress = Counts & {
  readonly phase: 'reading' | 'indexing'
  /** Bytes of text that are read, of how many in all. */
  readonly done: number
  readonly total: number
}

export type ImportOutcome = Counts & {
  readonly id: RegisterImportId | null
  readonly state: 'done' | 'stopped' | 'failed'
  readonly fault: FileFault | null
  /** Where an earlier reading of this file was left: bytes that were not read again. */
  readonly resumedAt: number
  /** Files of persons in business: never read. */
  readonly skipped: readonly string[]
}

export type ImportOptions = {
  /** The day of the export, where its name does not say it. */
  readonly exportedOn?: CivilDate
  readonly dryRun?: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

type Begun = {
  readonly id: RegisterImportId
  readonly exportedOn: CivilDate
  readonly counts: Counts
  readonly part: number
  readonly position: number
}

/**
 * @throws Refused when the file is none of the register, or another import runs
 * @throws Unavailable where the register is kept by somebody else
 */
export async function importFile(
  ctx: Context,
  house: Pick<House, 'register'>,
  path: string,
  options: ImportOptions = {},
): Promise<ImportOutcome> {
  permit(mayImportRegister(ctx.actor), 'register.import')
  const { openExport, sha256Of } = await import('../source/file.ts')
  const file = await openExport(path)
  if (typeof file === 'string') throw new Refused([refuse(file, {}, 'file')])
  const skipped = file.parts.filter(({ part }) => part.kind === 'fop').map(({ part }) => part.name)
  const nothing = { ...NO_COUNTS, id: null, state: 'done', fault: null, resumedAt: 0, skipped } as const
  if (skipped.length === file.parts.length) return nothing
  if (options.dryRun) return { ...nothing, ...(await rehearse(house, file, options)) }

  const sha256 = await sha256Of(path, options.signal)
  const db = await writable(house)
  return db.connection().execute(async (connection) => {
    if (!(await takeImportLock(connection))) throw new Refused([refuse('import_runs')])
    try {
      await setPatience(connection, true)
      const begun = await begin(ctx, connection, file, sha256, options)
      const end = await readAll(connection, file, begun, options)
      await noteEnd(ctx, begun.id, end)
      return { ...end, id: begun.id, resumedAt: bytesBefore(file, begun), skipped }
    } finally {
      await setPatience(connection, false)
      await letGoOfImportLock(connection)
    }
  })
}

/** A new import, or the same file where it was left. */
async function begin(
  ctx: Context,
  db: RegisterDb,
  file: ExportFile,
  sha256: string,
  options: ImportOptions,
): Promise<Begun> {
  const left = await unfinishedImport(db, sha256)
  if (left !== null) {
    await setState(db, left.id, 'running', Temporal.Now.instant(), { path: file.path })
    await note(ctx, 'register.resume', left.id, { file: file.name, read: left.read })
    return {
      id: left.id,
      exportedOn: left.exportedOn,
      counts: left,
      part: left.part,
      position: left.position,
    }
  }
  const exportedOn = options.exportedOn ?? file.datedOn
  const id = newId<'registerImport'>()
  const parts: readonly FilePart[] = file.parts.map(({ part }) => part)
  const startedBy = ctx.actor.kind === 'staff' ? ctx.actor.name : ''
  const row = {
    id,
    fileName: file.name,
    path: file.path,
    size: file.size,
    sha256,
    exportedOn,
    parts,
    startedBy,
  }
  await addImport(db, row, Temporal.Now.instant())
  await note(ctx, 'register.import', id, {
    file: file.name,
    size: file.size,
    sha256,
    exportedOn: exportedOn.toString(),
  })
  return { id, exportedOn, counts: NO_COUNTS, part: 0, position: 0 }
}

function note(ctx: Context, action: string, id: RegisterImportId, after: unknown): Promise<void> {
  return transact(ctx, async (tx) => audit(tx, action, { type: 'registerImport', id }, { after }))
}

function noteEnd(
  ctx: Context,
  id: RegisterImportId,
  { state, fault, ...counts }: Counts & Pick<ImportOutcome, 'state' | 'fault'>,
): Promise<void> {
  return note(ctx, `register.${state}`, id, fault === null ? counts : { ...counts, fault })
}

/** Bytes of text before a place. */
function bytesBefore(file: ExportFile, { part, position }: Pick<Begun, 'part' | 'position'>): number {
  return file.parts.slice(0, part).reduce((sum, one) => sum + one.part.size, position)
}

async function readAll(
  db: RegisterDb,
  file: ExportFile,
  begun: Begun,
  options: ImportOptions,
): Promise<Counts & Pick<ImportOutcome, 'state' | 'fault'>> {
  const { batchOf, keepBatch } = await import('./batch.ts')
  const total = file.parts.reduce((sum, { part }) => sum + part.size, 0)
  const expected = (total - bytesBefore(file, begun)) / BYTES_A_RECORD
  if (expected > 50_000 && expected > (await aboutHowMany(db)) / 2) await dropSearchIndexes(db)
  let counts = begun.counts
  let fault: FileFault | null = null
  let pending = Promise.resolve(counts)
  try {
    // While the database keeps one batch, the next is read.
    for await (const { pieces, source, of, next } of portions(file, begun, options.signal)) {
      const batch = batchOf(pieces, source, of)
      counts = await pending
      options.onProgress?.({ ...counts, phase: 'reading', done: bytesBefore(file, next), total })
      pending = keepBatch(db, { id: begun.id, exportedOn: begun.exportedOn, source }, batch, counts, next)
      pending.catch(() => {})
    }
  } catch (error) {
    fault = faultOf(error)
    if (fault === null) throw error
  }
  counts = await pending
  const state = fault !== null ? 'failed' : options.signal?.aborted ? 'stopped' : 'done'
  if (state !== 'stopped') {
    options.onProgress?.({ ...counts, phase: 'indexing', done: total, total })
    await makeSearchIndexes(db)
  }
  await setState(db, begun.id, state, Temporal.Now.instant(), fault === null ? {} : { fault })
  return { ...counts, state, fault }
}

type Portion = {
  readonly pieces: readonly Piece[]
  readonly source: RegisterSource
  /** Number of the part that they stand in. */
  readonly of: number
  /** Where reading goes on when these are kept. */
  readonly next: { readonly part: number; readonly position: number }
}

async function* portions(
  file: ExportFile,
  from: { readonly part: number; readonly position: number },
  signal: AbortSignal | undefined,
): AsyncGenerator<Portion> {
  const { recordsOf } = await import('../source/records.ts')
  for (const [of, one] of file.parts.entries()) {
    const source = one.part.kind
    if (of < from.part || source === 'fop') continue
    let held: Piece[] = []
    for await (const records of recordsOf(file.path, one, of === from.part ? from.position : 0)) {
      if (signal?.aborted) return
      for (const piece of records.pieces) held.push(piece)
      if (held.length < BATCH && !records.last) continue
      const next = records.last ? { part: of + 1, position: 0 } : { part: of, position: records.position }
      yield { pieces: held, source, of, next }
      held = []
    }
  }
}

function faultOf(error: unknown): FileFault | null {
  const fault: unknown =
    error instanceof Error && error.name === 'ZipFault' ? Reflect.get(error, 'fault') : null
  return FILE_FAULTS.find((one) => one === fault) ?? null
}

/** What an import would do: every batch is done and undone, so two batches do not know of one another. */
async function rehearse(
  house: Pick<House, 'register'>,
  file: ExportFile,
  options: ImportOptions,
): Promise<Counts & Pick<ImportOutcome, 'state' | 'fault'>> {
  const { batchOf, rehearseBatch } = await import('./batch.ts')
  const db = await readable(house)
  const exportedOn = options.exportedOn ?? file.datedOn
  let counts = NO_COUNTS
  try {
    for await (const { pieces, source, of } of portions(file, { part: 0, position: 0 }, options.signal))
      counts = await rehearseBatch(db, { exportedOn, source }, batchOf(pieces, source, of), counts)
  } catch (error) {
    const fault = faultOf(error)
    if (fault === null) throw error
    return { ...counts, state: 'failed', fault }
  }
  return { ...counts, state: options.signal?.aborted ? 'stopped' : 'done', fault: null }
}
