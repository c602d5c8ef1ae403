/** Records of a part as they come out of its bytes, each megabyte at once. */
import { parseRecord } from '../reading/long-way.ts'
import { type Piece, type Reader, recordReader } from '../reading/reader.ts'
import type { FilePart } from '../types.ts'
import { type ExportFile, readPart } from './file.ts'

export type Records = {
  readonly pieces: readonly Piece[]
  /** Where the next reading begins when all of these are kept. */
  readonly position: number
  readonly last: boolean
}

export async function* recordsOf(
  path: string,
  source: ExportFile['parts'][number],
  from: number,
): AsyncGenerator<Records> {
  const reader = readerOf(source.part, from)
  for await (const chunk of readPart(path, source, from))
    yield { pieces: reader.read(chunk, false), position: reader.offset, last: false }
  yield { pieces: reader.read(Buffer.alloc(0), true), position: reader.offset, last: true }
}

export function readerOf(part: Pick<FilePart, 'tag' | 'encoding'>, offset: number): Reader {
  const encoding = part.encoding === 'windows-1251' ? 'windows-1251' : 'utf-8'
  const decoder = new TextDecoder(encoding, { fatal: true })
  return recordReader({
    tag: part.tag,
    encoding,
    offset,
    longWay: (record) => {
      try {
        return parseRecord(decoder.decode(record))
      } catch {
        return 'encoding'
      }
    },
  })
}
