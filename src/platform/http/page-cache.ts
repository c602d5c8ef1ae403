/**
 * Pages that are the same for every reader, kept compressed until something is committed or the day changes.
 * With the database down the last good copy goes on being served.
 */
import { type Coding, codingOf, encodeWhole } from './coding.ts'
import { etagOf } from './etag.ts'

export type CachedPage = {
  readonly type: string
  readonly etag: string
  /** Others than the usual: `Link` of a list. */
  readonly headers: Readonly<Record<string, string>>
  readonly plain: Buffer
  readonly gzip: Buffer
  readonly brotli: Buffer
  /** Number of the change after which it was made, and the civil day. */
  readonly version: number
  readonly day: string
}

const LIMIT_BYTES = 48 * 1024 * 1024

export class PageCache {
  readonly #pages = new Map<string, CachedPage>()
  #bytes = 0

  get(key: string): CachedPage | undefined {
    const page = this.#pages.get(key)
    if (page) {
      this.#pages.delete(key)
      this.#pages.set(key, page)
    }
    return page
  }

  put(
    key: string,
    type: string,
    text: string,
    version: number,
    day: string,
    headers: CachedPage['headers'] = {},
  ): CachedPage {
    const plain = Buffer.from(text)
    const page: CachedPage = {
      type,
      etag: etagOf(plain),
      headers,
      plain,
      gzip: encodeWhole(plain, 'gzip'),
      brotli: encodeWhole(plain, 'br'),
      version,
      day,
    }
    this.#drop(key)
    this.#pages.set(key, page)
    this.#bytes += weigh(page)
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= LIMIT_BYTES) break
      this.#drop(oldest)
    }
    return page
  }

  #drop(key: string): void {
    const page = this.#pages.get(key)
    if (!page) return
    this.#bytes -= weigh(page)
    this.#pages.delete(key)
  }
}

function weigh(page: CachedPage): number {
  return page.plain.length + page.gzip.length + page.brotli.length
}

/** The body in the best coding that the reader accepts. */
export function encoded(
  page: CachedPage,
  accept: string | undefined,
): { body: Buffer; coding: Coding | null } {
  const coding = codingOf(accept)
  if (coding === null) return { body: page.plain, coding }
  return { body: coding === 'br' ? page.brotli : page.gzip, coding }
}
