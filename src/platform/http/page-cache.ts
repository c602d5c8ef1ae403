/**
 * Pages that are the same for every reader, kept until something is committed or the day changes.
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
  /** Made when the first reader asks for a coding. */
  readonly coded: Map<Coding, Buffer>
  /** Number of the change after which it was made, and the civil day. */
  readonly version: number
  readonly day: string
}

/** What the codings of a text take beside it, at most: they are not weighed anew when they are made. */
const WITH_CODINGS = 1.5

export function cachedPage(
  type: string,
  plain: Buffer,
  made: Pick<CachedPage, 'version' | 'day' | 'headers'>,
): CachedPage {
  return { type, etag: etagOf(plain), plain, coded: new Map(), ...made }
}

export class PageCache {
  readonly #pages = new Map<string, CachedPage>()
  readonly #limit: number
  #bytes = 0

  /** @param limit bytes of all pages together */
  constructor(limit: number) {
    this.#limit = limit
  }

  get(key: string): CachedPage | undefined {
    const page = this.#pages.get(key)
    if (page) {
      this.#pages.delete(key)
      this.#pages.set(key, page)
    }
    return page
  }

  put(key: string, page: CachedPage): void {
    this.#drop(key)
    this.#pages.set(key, page)
    this.#bytes += weigh(page)
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#limit) break
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const page = this.#pages.get(key)
    if (!page) return
    this.#bytes -= weigh(page)
    this.#pages.delete(key)
  }
}

function weigh(page: CachedPage): number {
  return page.plain.length * WITH_CODINGS
}

/** The body in the best coding that the reader accepts. */
export function encoded(
  page: CachedPage,
  accept: string | undefined,
): { body: Buffer; coding: Coding | null } {
  const coding = codingOf(accept)
  if (coding === null) return { body: page.plain, coding }
  const body = page.coded.get(coding) ?? encodeWhole(page.plain, coding)
  page.coded.set(coding, body)
  return { body, coding }
}
