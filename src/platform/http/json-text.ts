/** JSON that is written already, row by row: a list is put together of bytes, and its tag of the tags of its rows. */
import { etagOf } from './etag.ts'

/** One row of a list as it is sent. */
export class JsonRow {
  /** With the comma before it. */
  readonly bytes: Buffer
  readonly tag: string
  constructor(value: unknown) {
    this.bytes = Buffer.from(`,${JSON.stringify(value)}`)
    this.tag = etagOf(this.bytes)
  }
  get length(): number {
    return this.bytes.length
  }
}

const OPEN = Buffer.from('{"data":[')

/** `{ data, next }` of rows that are written. */
export class JsonList {
  readonly bytes: Buffer
  readonly etag: string
  constructor(rows: readonly JsonRow[], next: string | null) {
    const end = JSON.stringify(next)
    const parts: Uint8Array[] = [OPEN]
    let tags = end
    for (const { bytes, tag } of rows) {
      parts.push(parts.length === 1 ? bytes.subarray(1) : bytes)
      tags += tag
    }
    parts.push(Buffer.from(`],"next":${end}}`))
    this.bytes = Buffer.concat(parts)
    this.etag = etagOf(tags)
  }
}
