/** The folder of an installation where exports wait to be imported: put there by hand, or through a form. */
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { House } from '../../../platform/house.ts'

export type WaitingFile = { readonly name: string; readonly size: number }

type Place = Pick<House, 'dataDir'>

export function registerFolder(house: Place): string {
  return join(house.dataDir, 'register')
}

const NAMED_SO = /^[^/\\\0]{1,200}\.(?:xml|zip)$/i

/** XML and ZIP files, the newest first. */
export async function waitingFiles(house: Place): Promise<readonly WaitingFile[]> {
  const folder = registerFolder(house)
  const names = (await readdir(folder).catch(() => [])).filter((name) => NAMED_SO.test(name))
  const files = await Promise.all(
    names.map(async (name) => {
      const file = await stat(join(folder, name)).catch(() => null)
      return file?.isFile() ? [{ name, size: file.size, at: file.mtimeMs }] : []
    }),
  )
  return files
    .flat()
    .sort((a, b) => b.at - a.at)
    .slice(0, 50)
    .map(({ name, size }) => ({ name, size }))
}

/** The address of a file that waits, or null: a name that is not there leads nowhere. */
export async function waitingPath(house: Place, name: string): Promise<string | null> {
  const files = await waitingFiles(house)
  return files.some((file) => file.name === name) ? join(registerFolder(house), name) : null
}

/** @param name without a path, ending in `.xml` or `.zip` */
export async function putFile(house: Place, name: string, bytes: Uint8Array): Promise<string> {
  const folder = registerFolder(house)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  await writeFile(path, bytes, { mode: 0o600, flush: true })
  return path
}

export function isNamedSo(name: string): boolean {
  return NAMED_SO.test(name)
}
