/** The file of a backup, described in docs/backup.md: a gzip-compressed tar of COPY texts, with sums at its end. */
import { createHash } from 'node:crypto'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { readTar, TAR_END, TarFault, tarEntry } from './tar.ts'

export const FORMAT = 1
const HEADER = 'viche-backup.json'
const END = 'end.json'
/** Bytes of one part of a table. */
const PART = 1 << 20

const headerShape = z.object({
  format: z.number().int(),
  product: z.string(),
  madeAt: z.string(),
  server: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string(), appliedAt: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  /** Waiting jobs of the job queue, which are not in the file. */
  jobsLeftOut: z.number().int(),
})
const endShape = z.object({
  headerSha256: z.string(),
  tables: z.array(z.object({ name: z.string(), rows: z.number(), bytes: z.number(), sha256: z.string() })),
  sequences: z.array(
    z.object({ name: z.string(), /** `null`: never asked. */ lastValue: z.string().nullable() }),
  ),
})

export type BackupHeader = z.infer<typeof headerShape>
export type BackupEnd = z.infer<typeof endShape>
export type TableSum = BackupEnd['tables'][number]

export type BackupFault =
  | { readonly code: 'not_a_backup' }
  | { readonly code: 'format_newer'; readonly format: number }
  | { readonly code: 'truncated' }
  | { readonly code: 'damaged'; readonly part: string }
  /** The server took a row for wrong: a type or a constraint does not allow it. */
  | { readonly code: 'row_refused'; readonly table: string; readonly reason: string }
  /** The database that should take the backup has something in it already. */
  | { readonly code: 'not_empty'; readonly objects: readonly string[] }
  /** The database to back up was never migrated by this program. */
  | { readonly code: 'not_ours' }
  | { readonly code: 'in_use' }

export class BackupRefused extends Error {
  readonly fault: BackupFault
  constructor(fault: BackupFault, cause?: unknown) {
    super(`backup refused: ${JSON.stringify(fault)}`, { cause })
    this.name = 'BackupRefused'
    this.fault = fault
  }
}

export type Part =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | { readonly kind: 'block'; readonly table: string; readonly bytes: Buffer }
  /** Comes only when every sum was right and the file ended as it should. */
  | { readonly kind: 'end'; readonly end: BackupEnd }

/** Bytes of the archive, not compressed yet. `rows` of a table is asked for once, in the order of the header. */
export async function* writeBackup(
  header: BackupHeader,
  rows: (table: BackupHeader['tables'][number]) => AsyncIterable<Buffer>,
  sequences: BackupEnd['sequences'],
  onTable: (sum: TableSum) => void = () => {},
): AsyncGenerator<Buffer> {
  const modified = Date.parse(header.madeAt)
  const headerBytes = json(header)
  yield tarEntry(HEADER, headerBytes, modified)
  const tables: TableSum[] = []
  for (const [index, table] of header.tables.entries()) {
    const count = counter(table.name)
    let part = 0
    for await (const block of rows(table)) {
      count.add(block)
      for (let at = 0; at < block.length; at += PART)
        yield tarEntry(partName(index, table.name, ++part), block.subarray(at, at + PART), modified)
    }
    const sum = count.sum()
    tables.push(sum)
    onTable(sum)
  }
  yield tarEntry(
    END,
    json({ headerSha256: sha256(headerBytes), tables, sequences } satisfies BackupEnd),
    modified,
  )
  yield TAR_END
}

/** Reads and checks a backup as it streams by. @throws BackupRefused */
export async function* readBackup(input: Readable): AsyncGenerator<Part> {
  const gunzip = createGunzip({ chunkSize: 1 << 18 })
  // Errors of either stream come out where the archive is read.
  pipeline(input, gunzip, () => {})
  let part = HEADER
  try {
    let header: BackupHeader | null = null
    let headerSha256 = ''
    let end: BackupEnd | null = null
    const counts = new Map<string, ReturnType<typeof counter>>()
    for await (const entry of readTar(gunzip, 64 << 20)) {
      part = entry.name
      if (!header) {
        header = parseHeader(entry.name, entry.bytes)
        headerSha256 = sha256(entry.bytes)
        for (const table of header.tables) counts.set(table.name, counter(table.name))
        yield { kind: 'header', header }
      } else if (end) {
        throw new BackupRefused({ code: 'damaged', part })
      } else if (entry.name === END) {
        end = parseEnd(entry.bytes)
        const found = [...counts.values()].map((count) => count.sum())
        if (end.headerSha256 !== headerSha256) throw new BackupRefused({ code: 'damaged', part: HEADER })
        const wrong = found.find((sum, i) => JSON.stringify(sum) !== JSON.stringify(end?.tables[i]))
        if (wrong || found.length !== end.tables.length)
          throw new BackupRefused({ code: 'damaged', part: wrong?.name ?? END })
      } else {
        const table = header.tables[Number(/^tables\/(\d+)-/.exec(entry.name)?.[1])]
        if (!table) throw new BackupRefused({ code: 'damaged', part })
        counts.get(table.name)!.add(entry.bytes)
        yield { kind: 'block', table: table.name, bytes: entry.bytes }
      }
    }
    if (!end) throw new BackupRefused({ code: 'truncated' })
    yield { kind: 'end', end }
  } catch (error) {
    throw asRefusal(error, part)
  } finally {
    input.destroy()
  }
}

function asRefusal(error: unknown, part: string): unknown {
  if (error instanceof TarFault)
    return new BackupRefused(error.truncated ? { code: 'truncated' } : { code: 'damaged', part }, error)
  const code = error instanceof Error ? (Reflect.get(error, 'code') as unknown) : undefined
  if (code === 'Z_BUF_ERROR') return new BackupRefused({ code: 'truncated' }, error)
  if (typeof code === 'string' && code.startsWith('Z_'))
    return new BackupRefused(part === HEADER ? { code: 'not_a_backup' } : { code: 'damaged', part }, error)
  return error
}

function parseHeader(name: string, bytes: Buffer): BackupHeader {
  if (name !== HEADER) throw new BackupRefused({ code: 'not_a_backup' })
  const value = parseJson(bytes, HEADER)
  const format = z.object({ format: z.number() }).safeParse(value)
  if (format.success && format.data.format > FORMAT)
    throw new BackupRefused({ code: 'format_newer', format: format.data.format })
  const header = headerShape.safeParse(value)
  if (!header.success) throw new BackupRefused({ code: 'damaged', part: HEADER })
  return header.data
}

function parseEnd(bytes: Buffer): BackupEnd {
  const end = endShape.safeParse(parseJson(bytes, END))
  if (!end.success) throw new BackupRefused({ code: 'damaged', part: END })
  return end.data
}

function parseJson(bytes: Buffer, part: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    throw new BackupRefused({ code: 'damaged', part }, error)
  }
}

/** In COPY's text format every row ends with a line end, and none stands within a row. */
function counter(name: string): { add(bytes: Buffer): void; sum(): TableSum } {
  const hash = createHash('sha256')
  let rows = 0
  let size = 0
  return {
    add(bytes) {
      hash.update(bytes)
      size += bytes.length
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) rows++
    },
    sum: () => ({ name, rows, bytes: size, sha256: hash.copy().digest('hex') }),
  }
}

function partName(index: number, table: string, part: number): string {
  return `tables/${String(index).padStart(3, '0')}-${table}/${String(part).padStart(6, '0')}.copy`
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
