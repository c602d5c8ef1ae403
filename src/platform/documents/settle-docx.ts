/** Takes clock and chance out of a finished DOCX, so that the same document gives the same bytes. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { Temporal } from '../../kernel/civil-date.ts'

/** The earliest day that ZIP can tell; local time, as ZIP has no zone. */
const ZIP_EPOCH = new Date(1980, 0, 1)

export function settle(file: Uint8Array, madeAt: Temporal.Instant): Uint8Array {
  const parts: Zippable = {}
  const names = new Map<string, string>()
  for (const [path, bytes] of Object.entries(unzipSync(file))) {
    const isText = path.endsWith('.xml') || path.endsWith('.rels')
    const settled = isText ? strToU8(settleXml(strFromU8(bytes), madeAt, names)) : bytes
    parts[path] = [settled, { mtime: ZIP_EPOCH }]
  }
  return zipSync(parts, { level: 6, mtime: ZIP_EPOCH })
}

/** Inside tags only: a text that looks like one of these names stays as it was written. */
function settleXml(xml: string, madeAt: Temporal.Instant, names: Map<string, string>): string {
  const time = madeAt.toString({ smallestUnit: 'second' })
  return xml
    .replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, `$1${time}`)
    .replace(/<[^>]+>/g, (tag) =>
      tag.replace(/"(rId|PowerPlusWaterMarkObject)[\w-]{21}"/g, (random, stem: string) => {
        const settled = names.get(random) ?? `"${stem}${names.size + 1001}"`
        names.set(random, settled)
        return settled
      }),
    )
}
