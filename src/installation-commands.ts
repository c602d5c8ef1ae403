/** Commands about the installation itself: backup, restore, doctor, audit. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import packageFile from '../package.json' with { type: 'json' }
import { WITNESS_FILE } from './house.ts'
import { configuration, MIGRATIONS, openForCommand } from './installation.ts'
import { Temporal } from './kernel/civil-date.ts'
import { AUDIT_KEY } from './modules/administration/index.ts'
import {
  type Checkpoint,
  makeCheckpoint,
  publicKeyText,
  signingKey,
  verifyChain,
} from './platform/audit-chain.ts'
import {
  backupCommand,
  type DatabaseIo,
  doctorCommand,
  restoreCommand,
} from './platform/database/commands.ts'
import { openDatabase } from './platform/database/open.ts'
import { connect } from './platform/db.ts'
import type { CommandIo } from './platform/module.ts'
import { deriveKey } from './platform/random.ts'

/** @param args the command's name and what follows it */
export async function installationCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args
  if (name === 'audit') return auditCommand(rest, io)
  const { config, log } = configuration()
  let close = async () => {}
  const databaseIo: DatabaseIo = {
    // Opened without migrations: a restore wants an empty place, a backup takes what is there.
    databaseUrl: async () => {
      const database = await openDatabase(config, `viche ${name}`, log)
      close = () => database.close()
      return database.url
    },
    migrationsDir: MIGRATIONS,
    product: packageFile.version,
    locale: 'uk',
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: io.stderr,
  }
  try {
    if (name === 'backup') return await backupCommand(rest, databaseIo)
    if (name === 'restore') return await restoreCommand(rest, databaseIo)
    return await doctorCommand(config, databaseIo)
  } finally {
    await close()
  }
}

async function auditCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const [verb, ...rest] = args
  if (verb !== 'verify' && verb !== 'checkpoint') {
    io.stderr('viche audit verify [--witness FILE] [--json]\nviche audit checkpoint [--json]\n')
    return 2
  }
  const { values } = parseArgs({
    args: rest,
    options: { witness: { type: 'string' }, json: { type: 'boolean' } },
  })
  const installation = await openForCommand('audit')
  const connection = connect(installation.databaseUrl, { max: 2 })
  try {
    const key = signingKey(deriveKey(installation.secret, AUDIT_KEY))
    if (verb === 'checkpoint') {
      await makeCheckpoint(connection.db, key, Temporal.Now.instant().round('millisecond'))
      const point = await connection.db
        .selectFrom('audit_checkpoints')
        .selectAll()
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst()
      io.stdout(
        `${JSON.stringify({ publicKey: publicKeyText(key), checkpoint: point ? { ...point, at: point.at.toString() } : null })}\n`,
      )
      return 0
    }
    const kept = await witnesses(join(installation.config.dataDir, WITNESS_FILE), false)
    const given = values.witness ? await witnesses(values.witness, true) : []
    const verdict = await verifyChain(connection.db, key, [...kept, ...given])
    if (values.json) io.stdout(`${JSON.stringify(verdict)}\n`)
    else if (verdict.fault)
      io.stdout(`Журнал порушено: запис ${verdict.fault.seq} (${FAULTS[verdict.fault.fault]}).\n`)
    else
      io.stdout(
        `Журнал цілий: записів ${verdict.entries}, контрольних точок ${verdict.checkpoints}. Останній хеш ${verdict.head}.\n`,
      )
    return verdict.fault ? 1 : 0
  } finally {
    await connection.close()
    await installation.close()
  }
}

const FAULTS = {
  missing: 'запису бракує',
  payload: 'зміст не прочитати',
  columns: 'стовпці не відповідають змісту',
  link: 'не пов’язаний із попереднім',
  hash: 'зміст змінено',
  order: 'запис не на своєму місці',
  head: 'кінець журналу відрізано',
  checkpoint: 'не збігається з контрольною точкою',
  signature: 'підпис контрольної точки неправильний',
} as const

/** Lines of JSON. The installation's own file may not be there yet; a file that a person names must be. */
async function witnesses(file: string, required: boolean): Promise<Checkpoint[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (required) throw error
    return ''
  })
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { seq, hash, at, signature } = JSON.parse(line) as Checkpoint
      return { seq, hash, at, signature }
    })
}
