/** JSON that is written already, piece by piece, with a tag that is made of the tags of its pieces. */
import { etagOf } from './etag.ts'

/** One row of a list as it is sent. */
export class JsonRow {
  readonly text: string
  readonly tag: string
  constructor(value: unknown) {
    this.text = JSON.stringify(value)
    this.tag = etagOf(this.text)
  }
  toString(): string {
    return this.text
  }
}

/** `{ data, next }` of rows that are written. */
export class JsonList {
  readonly text: string
  readonly etag: string
  constructor(rows: readonly JsonRow[], next: string | null) {
    const end = JSON.stringify(next)
    let [text, tags] = ['', '']
    for (const row of rows) {
      text += text === '' ? row.text : `,${row.text}`
      tags += row.tag
    }
    this.text = `{"data":[${text}],"next":${end}}`
    this.etag = etagOf(tags + end)
  }
}

/** A body as the text that is sent, and its strong tag where it is known without reading the text. */
export function jsonText(body: unknown): { readonly text: string; readonly etag?: string } {
  return body instanceof JsonList ? body : { text: JSON.stringify(body) }
}
