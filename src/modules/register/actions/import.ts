/** Imports an export of the state register: in pieces that are kept whole, so that it can be left and come back to. */
import { type CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import { permit } from '../../../kernel/errors.ts'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { newId } from '../../../platform/random.ts'
import { mayImportRegister } from '../policy.ts'
import { bytesBefore } from '../rules/batch.ts'
import type { ExportFile } from '../source/file.ts'
import { type RegisterDb, writable } from '../store/database.ts'
import { addImport, letGoOfImportLock, setState, takeImportLock, unfinishedImport } from '../store/imports.ts'
import { type FilePart, NO_COUNTS, type RegisterImportId } from '../types.ts'
import type { LoadEnd, LoadJob, Progress } from './load.ts'
import { loadApart } from './load-apart.ts'

export type ImportOutcome = LoadEnd & {
  readonly id: RegisterImportId | null
  /** Where an earlier reading of this file was left: bytes that were not read again. */
  readonly resumedAt: number
  /** Files of persons in business: never read. */
  readonly skipped: readonly string[]
  /** The file has no end: a download was broken off, and nobody knows how much of it is missing. */
  readonly cutShort: boolean
}

export type ImportOptions = {
  /** The day of the export, where its name does not say it. */
  readonly exportedOn?: CivilDate
  readonly dryRun?: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  /** Who asked for it, where that is not the actor. */
  readonly startedBy?: string
}

type Begun = NonNullable<LoadJob['begun']> & { readonly exportedOn: CivilDate }

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
  const nothing = {
    ...NO_COUNTS,
    id: null,
    state: 'done',
    fault: null,
    resumedAt: 0,
    skipped,
    cutShort: file.cutShort,
  } as const
  if (skipped.length === file.parts.length) return nothing
  const job = { register: house.register.options, path, parts: file.parts }
  if (options.dryRun) {
    const exportedOn = (options.exportedOn ?? file.datedOn).toString()
    return { ...nothing, ...(await loadApart({ ...job, exportedOn, begun: null }, options)) }
  }

  const sha256 = await sha256Of(path, options.signal)
  const db = await writable(house)
  return db.connection().execute(async (connection) => {
    if (!(await takeImportLock(connection))) throw new Refused([refuse('import_runs')])
    try {
      const { exportedOn, ...begun } = await begin(ctx, connection, file, sha256, options)
      const end = await loadApart({ ...job, exportedOn: exportedOn.toString(), begun }, options)
      await noteEnd(ctx, begun.id, end)
      return {
        ...end,
        id: begun.id,
        resumedAt: bytesBefore(file.parts, begun),
        skipped,
        cutShort: file.cutShort,
      }
    } finally {
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
  const startedBy = options.startedBy ?? (ctx.actor.kind === 'staff' ? ctx.actor.name : '')
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

function noteEnd(ctx: Context, id: RegisterImportId, { state, fault, ...counts }: LoadEnd): Promise<void> {
  return note(ctx, `register.${state}`, id, fault === null ? counts : { ...counts, fault })
}
