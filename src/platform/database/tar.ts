/** As much of the tar format (POSIX.1-1988 ustar) as a backup needs: plain files, names of at most 100 bytes. */

export type Entry = { readonly name: string; readonly bytes: Buffer }

const BLOCK = 512

/** Two empty blocks end an archive. */
export const TAR_END: Buffer = Buffer.alloc(2 * BLOCK)

export function tarEntry(name: string, bytes: Buffer, modified: number): Buffer {
  const header = Buffer.alloc(BLOCK)
  const put = (text: string, at: number) => void header.write(text, at, 'latin1')
  const octal = (n: number, digits: number) => `${n.toString(8).padStart(digits, '0')}\0`
  if (Buffer.byteLength(name) > 100) throw new RangeError(`too long for an archive: ${name}`)
  header.write(name, 0, 'utf8')
  put(octal(0o600, 7), 100)
  put(octal(0, 7), 108)
  put(octal(0, 7), 116)
  put(octal(bytes.length, 11), 124)
  put(octal(Math.floor(modified / 1_000), 11), 136)
  put('0', 156)
  put('ustar\x0000', 257)
  put(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148)
  return Buffer.concat([header, bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)])
}

/** The stream is not such an archive, or ends before its end. */
export class TarFault extends Error {
  readonly truncated: boolean
  constructor(truncated: boolean) {
    super(truncated ? 'the archive ends too early' : 'the archive is damaged')
    this.name = 'TarFault'
    this.truncated = truncated
  }
}

/** @param limit bytes of the longest entry that is taken into memory. @throws TarFault */
export async function* readTar(source: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Entry> {
  const chunks = source[Symbol.asyncIterator]()
  const take = taker(chunks)
  for (;;) {
    const header = await take(BLOCK)
    if (header.every((byte) => byte === 0)) break
    const claimed = Number.parseInt(header.toString('latin1', 148, 154), 8)
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8)
    if (claimed !== checksum(header) || !(size <= limit)) throw new TarFault(false)
    const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '')
    const padded = await take(Math.ceil(size / BLOCK) * BLOCK)
    yield { name, bytes: padded.subarray(0, size) }
  }
  // To the last byte, so that what stands around the archive can check itself too.
  while (!(await chunks.next()).done);
}

/** The sum of the header's bytes, its own field counted as spaces. */
function checksum(header: Buffer): number {
  let sum = 8 * 32
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += header[i]!
  return sum
}

function taker(chunks: AsyncIterator<Buffer>): (size: number) => Promise<Buffer> {
  let held: Buffer[] = []
  let length = 0
  return async (size) => {
    while (length < size) {
      const next = await chunks.next()
      if (next.done) throw new TarFault(true)
      held.push(next.value)
      length += next.value.length
    }
    const all = held.length === 1 ? held[0]! : Buffer.concat(held)
    held = [all.subarray(size)]
    length -= size
    return all.subarray(0, size)
  }
}
