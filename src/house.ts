/** Makes the `House` of an installation from its settings and its database. */
import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './platform/config.ts'
import { besideDatabase } from './platform/database/beside.ts'
import type { Db } from './platform/db.ts'
import type { House } from './platform/house.ts'
import type { Log } from './platform/log.ts'
import { deriveKey } from './platform/random.ts'
import { type City, readSetting } from './platform/settings.ts'

/** Lines of JSON in the data folder: what `viche audit verify` holds the chain against. */
export const WITNESS_FILE = 'audit-checkpoints.jsonl'

const NO_CITY: City = {
  name: { uk: 'Місто', en: 'City' },
  council: { uk: 'Міська рада', en: 'City council' },
  councilGenitive: 'міської ради',
  executive: { uk: 'Виконавчий комітет міської ради', en: 'Executive committee' },
  edrpou: null,
  katottg: null,
  address: null,
  email: null,
}

export type HouseParts = {
  readonly config: Pick<Config, 'publicUrl' | 'dataDir' | 'oidc' | 'smtpUrl' | 'mailFrom' | 'uploadLimit'> &
    Partial<Pick<Config, 'registerDatabaseUrl'>>
  readonly databaseUrl: string
  readonly secret: string
  readonly log: Log
}

/** The city in it is read again by `refresh`, once for each change of the database. */
export async function createHouse(
  parts: HouseParts,
  db: Db,
): Promise<House & { refresh(version: number): Promise<void>; close(): Promise<void> }> {
  const { config } = parts
  const register = besideDatabase({
    name: 'viche_register',
    folder: 'register',
    url: config.registerDatabaseUrl ?? null,
    cityUrl: parts.databaseUrl,
    dataDir: config.dataDir,
  })
  const keys = new Map<string, Buffer>()
  let city = (await readSetting(db, 'city')) ?? NO_CITY
  let seen = -1
  const instance = await readSetting(db, 'instance')
  return {
    log: parts.log,
    baseUrl: config.publicUrl,
    get city() {
      return city
    },
    demonstration: instance?.kind === 'demonstration',
    // Purposes are a few words of the program's own, and a key is asked for with every link of a letter.
    keyFor(purpose) {
      const key = keys.get(purpose) ?? deriveKey(parts.secret, purpose)
      keys.set(purpose, key)
      return key
    },
    async witness(point) {
      await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
      await appendFile(join(config.dataDir, WITNESS_FILE), `${JSON.stringify(point)}\n`, {
        mode: 0o600,
        flush: true,
      })
    },
    oidc: config.oidc,
    smtpUrl: config.smtpUrl,
    mailFrom: config.mailFrom,
    uploadLimit: config.uploadLimit,
    dataDir: config.dataDir,
    register,
    close: () => register.close(),
    async refresh(version) {
      if (version === seen) return
      seen = version
      city = (await readSetting(db, 'city')) ?? NO_CITY
    },
  }
}
