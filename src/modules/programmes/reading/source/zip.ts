/** Unpacks the parts of an office document that are read, within limits. */
import { unzipSync } from 'fflate'
import { UnreadableFile } from './unreadable.ts'

const MOST_ENTRIES = 3_000
const LARGEST_UNPACKED = 80 * 1024 * 1024
const WANTED =
  /^(?:word\/(?:document|footnotes|endnotes|comments|numbering|styles|header\d*|footer\d*)\.xml|content\.xml|styles\.xml|META-INF\/manifest\.xml)$/

/**
 * Only the parts that are read are unpacked, each into a buffer of its declared size, so that no more than
 * the limit is ever allocated whatever the archive holds.
 * @throws UnreadableFile
 */
export function unpack(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  let entries = 0
  let size = 0
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        if (++entries > MOST_ENTRIES) throw new UnreadableFile('unpacks_too_big')
        if (!WANTED.test(file.name)) return false
        size += file.originalSize
        if (size > LARGEST_UNPACKED) throw new UnreadableFile('unpacks_too_big')
        return true
      },
    })
    return new Map(Object.entries(files))
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile('broken_archive')
  }
}
