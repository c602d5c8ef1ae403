/** Unpacks an archive from a stranger no further than allowed. */
import { Unzip, UnzipInflate, type Zippable, zipSync } from 'fflate'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { ReadRefusal } from './read.ts'

const CHUNK = 32_768
const MOST_FILES = 1000

/** Only what a reader of tables needs: no pictures, macros or attachments. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)|xl\/worksheets\/[^/]+\.xml)$/i

/**
 * Sizes are counted as the bytes come out, never believed from the archive's own directory. The result is the
 * same files stored without compression, which cannot swell any more.
 * @param most bytes in all
 */
export function unpackWithin(archive: Uint8Array, most: number): Uint8Array | Refusal<ReadRefusal> {
  const files: Zippable = {}
  let total = 0
  let count = 0
  let refusal: Refusal<ReadRefusal> | null = null
  const stop = (why: Refusal<ReadRefusal>) => {
    refusal ??= why
  }
  const unzip = new Unzip((file) => {
    if (++count > MOST_FILES) return stop(refuse('broken_workbook'))
    if (!NEEDED.test(file.name)) return
    const parts: Uint8Array[] = []
    file.ondata = (error, data, final) => {
      if (error) return stop(refuse('broken_workbook'))
      if (refusal) return file.terminate()
      total += data.length
      if (total > most) {
        stop(refuse('unpacks_too_large', { most }))
        return file.terminate()
      }
      parts.push(data)
      if (final) files[file.name] = [Buffer.concat(parts), { level: 0 }]
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < archive.length && !refusal; at += CHUNK)
      unzip.push(archive.subarray(at, at + CHUNK), at + CHUNK >= archive.length)
  } catch {
    stop(refuse('broken_workbook'))
  }
  if (refusal) return refusal
  if (Object.values(files).some(declaresEntities)) return refuse('broken_workbook')
  return zipSync(files)
}

/** A workbook never has a document type; one that does wants entities to be expanded. */
function declaresEntities(file: Zippable[string]): boolean {
  const bytes = Array.isArray(file) ? file[0] : null
  return (
    bytes instanceof Uint8Array &&
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('<!DOCTYPE')
  )
}
