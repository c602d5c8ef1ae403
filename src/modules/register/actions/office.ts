/** Imports as the office starts, stops and goes on with them. The work itself is a job. */
import { found, permit, Unavailable } from '../../../kernel/errors.ts'
import { accept, Refused, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { cleanFileName } from '../../../platform/files.ts'
import type { House } from '../../../platform/house.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { mayImportRegister } from '../policy.ts'
import { mayResume, mayStop } from '../rules/import.ts'
import { isNamedSo, putFile, waitingPath } from '../source/folder.ts'
import { readable, writable } from '../store/database.ts'
import { askToStop, importById } from '../store/imports.ts'
import type { RegisterImportId } from '../types.ts'

export const IMPORT_JOB = 'register.import'

/** What the job is given. */
export type ImportPayload = {
  readonly path: string
  readonly exportedOn: string | null
  readonly startedBy: string
}

type FileToImport =
  | { readonly kind: 'waiting'; readonly name: string }
  | { readonly kind: 'sent'; readonly name: string; readonly bytes: Uint8Array }

/**
 * @throws Refused when the file is none of the register
 * @param exportedOn ISO 8601; null: as the file's name says
 */
export async function startImport(
  ctx: Context,
  house: Pick<House, 'dataDir' | 'register'>,
  file: FileToImport,
  exportedOn: string | null,
): Promise<void> {
  permit(mayImportRegister(ctx.actor), 'register.import')
  await mustBeWritable(house)
  const { openExport } = await import('../source/file.ts')
  const path = await pathOf(house, file)
  const opened = await openExport(path)
  if (typeof opened === 'string') throw new Refused([refuse(opened, {}, 'file')])
  await queue(ctx, { path, exportedOn, startedBy: nameOf(ctx) })
}

async function pathOf(house: Pick<House, 'dataDir'>, file: FileToImport): Promise<string> {
  if (file.kind === 'waiting')
    return accept((await waitingPath(house, file.name)) ?? refuse('not_in_folder', {}, 'waiting'))
  const name = cleanFileName(file.name)
  if (!isNamedSo(name)) throw new Refused([refuse('not_register', {}, 'file')])
  return putFile(house, name, file.bytes)
}

/** Goes on where it was left, with the same file. */
export async function resumeImport(
  ctx: Context,
  house: Pick<House, 'register'>,
  id: RegisterImportId,
): Promise<void> {
  permit(mayImportRegister(ctx.actor), 'register.import')
  await mustBeWritable(house)
  const db = found(await readable(house), 'register')
  const one = found(await importById(db, id), 'import')
  accept(mayResume(one.state))
  await queue(ctx, { path: one.path, exportedOn: one.exportedOn.toString(), startedBy: nameOf(ctx) })
}

export async function stopImport(
  ctx: Context,
  house: Pick<House, 'register'>,
  id: RegisterImportId,
): Promise<void> {
  permit(mayImportRegister(ctx.actor), 'register.import')
  const db = found(await readable(house), 'register')
  const one = found(await importById(db, id), 'import')
  accept(mayStop(one.state))
  await transact(ctx, async (tx) => audit(tx, 'register.stop', { type: 'registerImport', id }))
  await askToStop(db, id)
}

function queue(ctx: Context, payload: ImportPayload): Promise<void> {
  return transact(ctx, async (tx) => {
    await enqueue(tx, IMPORT_JOB, payload, { key: IMPORT_JOB })
    audit(tx, 'register.queue', { type: 'registerFile', id: payload.path.replace(/^.*[/\\]/, '') })
  })
}

async function mustBeWritable(house: Pick<House, 'register'>): Promise<void> {
  try {
    await writable(house)
  } catch (error) {
    throw error instanceof Unavailable ? new Refused([refuse('register_unavailable')]) : error
  }
}

function nameOf({ actor }: Context): string {
  return actor.kind === 'staff' ? actor.name : ''
}
