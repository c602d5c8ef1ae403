/** The bytes of an export: a file, or files of an archive, as a stream whose tags are ASCII. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { type CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import { endsWhole, inspectPart, LOOKED_AT } from '../reading/inspect.ts'
import type { FileFault, FilePart } from '../types.ts'
import { unzipped, type ZipEntry, ZipFault, zipEntries } from './zip.ts'

export type ExportFile = {
  readonly path: string
  readonly name: string
  readonly size: number
  /** Files of the register in it, with the entry of the archive where it is one. */
  readonly parts: readonly { readonly part: FilePart; readonly entry: ZipEntry | null }[]
  /** The day of the export, as far as the file says one: in its name, else when it was written. */
  readonly datedOn: CivilDate
  /** It does not end as XML ends: with the end of its root. An archive says so by its own directory. */
  readonly cutShort: boolean
}

const CHUNK = 1 << 20

/** @returns why it cannot be read */
export async function openExport(path: string): Promise<ExportFile | FileFault> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return 'file_missing'
  try {
    const stat = await file.stat()
    if (!stat.isFile()) return 'file_missing'
    if (stat.size === 0) return 'file_empty'
    const name = basename(path)
    const datedOn = dayInName(name) ?? Temporal.PlainDate.from(stat.mtime.toISOString().slice(0, 10))
    const about = { path, name, size: stat.size, datedOn }
    const head = await headOf(readPlain(path, 0))
    if (head.length >= 4 && head.readUInt32LE(0) === 0x04034b50) {
      const parts = await partsOfZip(path, file, stat.size)
      return typeof parts === 'string' ? parts : { ...about, parts, cutShort: false }
    }
    const part = inspectPart(head, name, stat.size)
    if (typeof part === 'string') return part
    const cutShort = !endsWhole(await tailOf(file, stat.size), part.tag)
    return { ...about, parts: [{ part, entry: null }], cutShort }
  } catch (error) {
    if (error instanceof ZipFault) return error.fault
    throw error
  } finally {
    await file.close()
  }
}

async function partsOfZip(
  path: string,
  file: FileHandle,
  size: number,
): Promise<ExportFile['parts'] | FileFault> {
  const parts: { part: FilePart; entry: ZipEntry }[] = []
  for (const entry of await zipEntries(file, size)) {
    const part = inspectPart(await headOf(unzipped(path, file, entry)), entry.name, entry.size)
    if (typeof part === 'string') return part
    parts.push({ part, entry })
  }
  return parts
}

async function headOf(chunks: AsyncGenerator<Buffer>): Promise<Buffer> {
  const head: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    head.push(Buffer.from(chunk))
    length += chunk.length
    if (length >= LOOKED_AT) break
  }
  return Buffer.concat(head).subarray(0, LOOKED_AT)
}

const TAIL = 1024

async function tailOf(file: FileHandle, size: number): Promise<Buffer> {
  const tail = Buffer.alloc(Math.min(size, TAIL))
  await file.read(tail, 0, tail.length, size - tail.length)
  return tail
}

/** `FSU_25.11.2026.zip`, `uo-2026-11-25.xml`. */
function dayInName(name: string): CivilDate | null {
  const m = /(\d{4})[-_.](\d{2})[-_.](\d{2})/.exec(name) ?? null
  const r = /(\d{2})[-_.](\d{2})[-_.](\d{4})/.exec(name)
  const [year, month, day] = m ? [m[1], m[2], m[3]] : r ? [r[3], r[2], r[1]] : []
  try {
    return year === undefined ? null : Temporal.PlainDate.from(`${year}-${month}-${day}`)
  } catch {
    return null
  }
}

export async function sha256Of(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK, ...(signal ? { signal } : {}) }))
    hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/**
 * The text of a part in an encoding whose tags are ASCII: UTF-16 becomes UTF-8.
 * @param from bytes of that text to leave out
 * @throws ZipFault
 */
export async function* readPart(
  path: string,
  { part, entry }: ExportFile['parts'][number],
  from: number,
): AsyncGenerator<Buffer> {
  const wide = part.encoding === 'utf-16le' || part.encoding === 'utf-16be'
  if (entry === null && !wide) {
    yield* readPlain(path, from)
    return
  }
  if (entry === null) {
    yield* leftOut(inUtf8(readPlain(path, 0), part.encoding), from)
    return
  }
  const file = await open(path, 'r')
  try {
    const bytes = unzipped(path, file, entry)
    yield* leftOut(wide ? inUtf8(bytes, part.encoding) : bytes, from)
  } finally {
    await file.close()
  }
}

/** One piece of memory for all chunks: each is used up before the next is read. */
async function* readPlain(path: string, from: number): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  const memory = Buffer.allocUnsafeSlow(CHUNK)
  try {
    for (let at = from; ; ) {
      const { bytesRead } = await file.read(memory, 0, CHUNK, at)
      if (bytesRead === 0) return
      at += bytesRead
      yield memory.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

async function* inUtf8(chunks: AsyncGenerator<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8')
  const rest = decoder.decode()
  if (rest !== '') yield Buffer.from(rest, 'utf8')
}

async function* leftOut(chunks: AsyncGenerator<Buffer>, from: number): AsyncGenerator<Buffer> {
  let at = 0
  for await (const chunk of chunks) {
    const skip = Math.min(chunk.length, Math.max(0, from - at))
    at += chunk.length
    if (skip < chunk.length) yield chunk.subarray(skip)
  }
}
