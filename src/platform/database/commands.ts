/** `viche backup`, `viche restore`, `viche doctor`: arguments in, an exit code out. Progress goes to standard error. */
import { access, open, rename, rm } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import type { Locale } from '../../kernel/texts.ts'
import type { Config } from '../config.ts'
import { backup } from './backup.ts'
import { readBackup } from './backup-file.ts'
import { examine } from './doctor.ts'
import { databaseTexts, explain } from './explain.ts'
import { restore } from './restore.ts'
import { isCode } from './secret.ts'

export type DatabaseIo = {
  /** The address of the open database; asked for only when it is needed. */
  readonly databaseUrl: () => Promise<string>
  readonly migrationsDir: string
  /** Version of the program. */
  readonly product: string
  readonly locale: Locale
  readonly stdin: Readable
  readonly stdout: Writable
  readonly stderr: (text: string) => void
}

/** Exit codes: 0 done, 1 refused, 2 the arguments are wrong. */
export async function backupCommand(args: readonly string[], io: DatabaseIo): Promise<number> {
  const texts = databaseTexts[io.locale].command
  const parsed = parse(args, ['force', 'check'])
  if (!parsed) return usage(io, texts.backupUsage)
  const { file, flags } = parsed
  return refusable(io, async () => {
    if (flags.has('check')) return checkBackup(file, io)
    if (file === '-') {
      await write(io.stdout)
      return 0
    }
    if (
      !flags.has('force') &&
      (await access(file).then(
        () => true,
        () => false,
      ))
    ) {
      io.stderr(`${texts.fileExists(file)}\n`)
      return 1
    }
    // Until the last byte is on the disk, there is no file of that name.
    const draft = `${file}.part`
    try {
      await rm(draft, { force: true })
      const handle = await open(draft, 'wx', 0o600)
      await write(handle.createWriteStream({ flush: true }))
      await rename(draft, file)
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
    return 0
  })

  async function write(output: Writable): Promise<void> {
    const summary = await backup(await io.databaseUrl(), output, {
      product: io.product,
      onTable: (sum, index, of) => io.stderr(`${texts.table(index, of, sum.name, sum.rows)}\n`),
    })
    if (summary.jobsLeftOut > 0) io.stderr(`${texts.jobsLeftOut(summary.jobsLeftOut)}\n`)
    io.stderr(`${texts.backedUp(file, summary.tables, summary.rows)}\n`)
  }
}

/** Exit codes as of `backupCommand`. */
export async function restoreCommand(args: readonly string[], io: DatabaseIo): Promise<number> {
  const texts = databaseTexts[io.locale].command
  const parsed = parse(args, ['replace'])
  if (!parsed) return usage(io, texts.restoreUsage)
  const { file, flags } = parsed
  return refusable(io, async () => {
    const input = await openInput(file, io)
    if (!input) return 1
    const summary = await restore(await io.databaseUrl(), input, io.migrationsDir, {
      replace: flags.has('replace'),
      onTable: (name, rows, index, of) => io.stderr(`${texts.table(index, of, name, rows)}\n`),
    })
    io.stderr(`${texts.restored(summary.tables, summary.rows, summary.madeAt)}\n`)
    return 0
  })
}

/** Exit code 0 when there is no fault; warnings are none. */
export async function doctorCommand(
  config: Config,
  io: Pick<DatabaseIo, 'migrationsDir' | 'locale' | 'stdout'>,
): Promise<number> {
  const texts = databaseTexts[io.locale]
  const checks = await examine(config, io.migrationsDir)
  const marks = { ok: '✓', warning: '!', fault: '✗' } as const
  for (const { code, state, values } of checks)
    io.stdout.write(`${marks[state]} ${texts.check[code](state, values)}\n`)
  const faults = checks.filter((c) => c.state === 'fault').length
  io.stdout.write(`${faults === 0 ? texts.command.healthy : texts.command.faults(faults)}\n`)
  return faults === 0 ? 0 : 1
}

async function checkBackup(file: string, io: DatabaseIo): Promise<number> {
  const input = await openInput(file, io)
  if (!input) return 1
  let madeAt = ''
  for await (const part of readBackup(input)) {
    if (part.kind === 'header') madeAt = part.header.madeAt
    if (part.kind !== 'end') continue
    const rows = part.end.tables.reduce((total, table) => total + table.rows, 0)
    io.stderr(`${databaseTexts[io.locale].command.checked(file, part.end.tables.length, rows, madeAt)}\n`)
  }
  return 0
}

async function openInput(file: string, io: DatabaseIo): Promise<Readable | null> {
  if (file === '-') return io.stdin
  try {
    const handle = await open(file, 'r')
    return handle.createReadStream()
  } catch (error) {
    io.stderr(
      `${databaseTexts[io.locale].command.fileMissing(file, error instanceof Error ? error.message : String(error))}\n`,
    )
    return null
  }
}

function parse(
  args: readonly string[],
  known: readonly string[],
): { readonly file: string; readonly flags: ReadonlySet<string> } | null {
  try {
    const options = Object.fromEntries(known.map((name) => [name, { type: 'boolean' as const }]))
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [file, ...rest] = positionals
    return file === undefined || rest.length > 0 ? null : { file, flags: new Set(Object.keys(values)) }
  } catch (error) {
    if (isCode(error, 'ERR_PARSE_ARGS_UNKNOWN_OPTION', 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')) return null
    throw error
  }
}

function usage(io: DatabaseIo, text: string): number {
  io.stderr(`${text}\n`)
  return 2
}

async function refusable(io: DatabaseIo, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const said = explain(error, io.locale)
    if (said === null) throw error
    io.stderr(`${said}\n`)
    return 1
  }
}
