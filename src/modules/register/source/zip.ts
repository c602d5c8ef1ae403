/**
 * An archive from a stranger, read as a stream. Its directory is believed for places and names only; how much comes
 * out is counted as it comes. Nothing is ever written by a name that stands in it.
 */
import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import type { FileFault } from '../types.ts'

export type ZipEntry = {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly packed: number
  readonly size: number
  /** Of its local header. */
  readonly headerAt: number
}

/** An archive of the register holds one to three files. */
const MOST_ENTRIES = 1_000
const MOST_DIRECTORY = 1024 * 1024
/** XML of the register packs 10 to 30 times; a thousand times is made to swell. */
const MOST_RATIO = 200
const RATIO_FROM = 64 * 1024 * 1024
/** Bytes of all files of an archive together. */
export const MOST_UNPACKED = 64 * 1024 * 1024 * 1024

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

export class ZipFault extends Error {
  readonly fault: FileFault
  constructor(fault: FileFault) {
    super(fault)
    this.name = 'ZipFault'
    this.fault = fault
  }
}

/** Files of the archive that are XML, by its directory (PKWARE APPNOTE 4.3). @throws ZipFault */
export async function zipEntries(file: FileHandle, fileSize: number): Promise<readonly ZipEntry[]> {
  const { count, at, size } = await directoryOf(file, fileSize)
  if (count > MOST_ENTRIES) throw new ZipFault('zip_many')
  if (size > MOST_DIRECTORY || at + size > fileSize) throw new ZipFault('zip_damaged')
  const bytes = await readAt(file, at, size)
  const entries: ZipEntry[] = []
  let total = 0
  for (let n = 0, i = 0; n < count; n++) {
    if (i + 46 > bytes.length || bytes.readUInt32LE(i) !== ENTRY) throw new ZipFault('zip_damaged')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) => bytes.readUInt16LE(i + o)) as [
      number,
      number,
      number,
    ]
    const name = bytes.toString('latin1', i + 46, i + 46 + nameLength)
    const extra = bytes.subarray(i + 46 + nameLength, i + 46 + nameLength + extraLength)
    const [packed, unpacked, headerAt] = sizesOf(
      [bytes.readUInt32LE(i + 20), bytes.readUInt32LE(i + 24), bytes.readUInt32LE(i + 42)],
      extra,
    )
    const flags = bytes.readUInt16LE(i + 8)
    const method = bytes.readUInt16LE(i + 10)
    i += 46 + nameLength + extraLength + commentLength
    if (!/\.xml$/i.test(name)) continue
    if ((flags & 1) !== 0) throw new ZipFault('zip_encrypted')
    if (method !== 0 && method !== 8) throw new ZipFault('zip_method')
    if (swells(unpacked, packed)) throw new ZipFault('zip_bomb')
    total += unpacked
    if (total > MOST_UNPACKED) throw new ZipFault('zip_bomb')
    entries.push({
      name: name
        .replace(/^.*[/\\]/, '')
        .replace(/[^\w.() -]/g, '_')
        .slice(0, 120),
      method: method === 0 ? 'stored' : 'deflated',
      packed,
      size: unpacked,
      headerAt,
    })
  }
  if (entries.length === 0) throw new ZipFault('zip_empty')
  return entries
}

function swells(unpacked: number, packed: number): boolean {
  return unpacked > RATIO_FROM && unpacked > packed * MOST_RATIO
}

async function directoryOf(
  file: FileHandle,
  fileSize: number,
): Promise<{ readonly count: number; readonly at: number; readonly size: number }> {
  const tailAt = Math.max(0, fileSize - 65_557)
  const tail = await readAt(file, tailAt, fileSize - tailAt)
  for (let i = tail.length - 22; i >= 0; i--) {
    if (tail.readUInt32LE(i) !== END || i + 22 + tail.readUInt16LE(i + 20) !== tail.length) continue
    const plain = {
      count: tail.readUInt16LE(i + 10),
      size: tail.readUInt32LE(i + 12),
      at: tail.readUInt32LE(i + 16),
    }
    if (plain.count !== 0xffff && plain.size !== 0xffffffff && plain.at !== 0xffffffff) return plain
    if (i < 20 || tail.readUInt32LE(i - 20) !== LOCATOR_64) throw new ZipFault('zip_damaged')
    const endAt = Number(tail.readBigUInt64LE(i - 12))
    if (endAt + 56 > fileSize) throw new ZipFault('zip_damaged')
    const end = await readAt(file, endAt, 56)
    if (end.readUInt32LE(0) !== END_64) throw new ZipFault('zip_damaged')
    const [count, size, at] = [32, 40, 48].map((o) => Number(end.readBigUInt64LE(o))) as [
      number,
      number,
      number,
    ]
    return { count, size, at }
  }
  throw new ZipFault('zip_damaged')
}

/** Figures that do not fit into 32 bits stand in the extra field 0x0001, in this order: unpacked, packed, place. */
function sizesOf([packed, unpacked, at]: [number, number, number], extra: Buffer): [number, number, number] {
  for (let i = 0; i + 4 <= extra.length; i += 4 + extra.readUInt16LE(i + 2)) {
    if (extra.readUInt16LE(i) !== 1) continue
    let next = i + 4
    const end = Math.min(extra.length, next + extra.readUInt16LE(i + 2))
    const wide = (value: number) => {
      if (value !== 0xffffffff || next + 8 > end) return value
      next += 8
      return Number(extra.readBigUInt64LE(next - 8))
    }
    const size = wide(unpacked)
    return [wide(packed), size, wide(at)]
  }
  return [packed, unpacked, at]
}

/** The bytes of an entry as they come out. @throws ZipFault */
export async function* unzipped(path: string, file: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer> {
  const header = await readAt(file, entry.headerAt, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw new ZipFault('zip_damaged')
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (entry.packed === 0) return
  const packed = createReadStream(path, {
    start,
    end: start + entry.packed - 1,
    highWaterMark: 256 * 1024,
  })
  const plain = entry.method === 'stored' ? packed : packed.pipe(createInflateRaw({ chunkSize: 1 << 20 }))
  packed.on('error', (error) => plain.destroy(error))
  let total = 0
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      total += chunk.length
      if (total > MOST_UNPACKED || swells(total, entry.packed)) throw new ZipFault('zip_bomb')
      yield chunk
    }
  } catch (error) {
    // What zlib says of a damaged archive: Z_DATA_ERROR, Z_BUF_ERROR.
    throw /^Z_/.test(String(Reflect.get(Object(error), 'code'))) ? new ZipFault('zip_damaged') : error
  } finally {
    packed.destroy()
    plain.destroy()
  }
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, at)
  return bytes.subarray(0, bytesRead)
}
