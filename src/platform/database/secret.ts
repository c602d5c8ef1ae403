/** Secrets that the program makes for itself and keeps beside the data, readable by nobody else. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export const SECRET_FILE = 'secret'

/** The key that signs cookies and links: made once, 256 random bits. */
export async function keptSecret(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, SECRET_FILE)
  try {
    await writeFile(path, `${randomSecret()}\n`, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  }
  const secret = (await readFile(path, 'utf8')).trim()
  if (secret.length < 32)
    throw new Error(`${path} holds less than 32 characters; delete it to have a new one made`)
  return secret
}

export function randomSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  const code = error instanceof Error ? (Reflect.get(error, 'code') as unknown) : undefined
  return typeof code === 'string' && codes.includes(code)
}
