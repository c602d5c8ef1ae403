/**
 * A prepared statement without values, asked again on a connection that knows it: nothing is described, since its columns
 * are known, and each row is read in one pass. `pg` takes such a query of ours by its interface for cursors and streams.
 */
import type pg from 'pg'

type Parse = (text: string) => unknown

/** Columns of a statement's rows, and how each is read. */
export type Shape = readonly (readonly [name: string, parse: Parse])[]

type Row = Record<string, unknown>

export function askAgain(client: pg.PoolClient, name: string, shape: Shape): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    client.query(new AskedAgain(name, shape, resolve, reject))
  })
}

class AskedAgain implements pg.Submittable {
  /** `pg` forgets a statement of this name where it fails. */
  readonly name: string
  readonly #shape: Shape
  readonly #resolve: (rows: Row[]) => void
  readonly #reject: (error: unknown) => void
  readonly #rows: Row[] = []
  #failure: { readonly error: unknown } | null = null

  constructor(name: string, shape: Shape, resolve: (rows: Row[]) => void, reject: (error: unknown) => void) {
    this.name = name
    this.#shape = shape
    this.#resolve = resolve
    this.#reject = reject
  }

  submit(connection: pg.Connection): void {
    connection.stream.cork()
    connection.bind({ statement: this.name }, true)
    connection.execute({}, true)
    connection.sync()
    connection.stream.uncork()
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.#failure) return
    const row: Row = {}
    try {
      for (let i = 0; i < fields.length; i++) {
        const [name, parse] = this.#shape[i]!
        const text = fields[i]
        row[name] = text === null || text === undefined ? null : parse(text)
      }
    } catch (error) {
      // The rest of the answer is read, so that the connection stays fit for the next.
      this.#failure = { error }
    }
    this.#rows.push(row)
  }

  handleCommandComplete(): void {}

  handleError(error: unknown): void {
    this.#reject(error)
  }

  handleReadyForQuery(): void {
    if (this.#failure) this.#reject(this.#failure.error)
    else this.#resolve(this.#rows)
  }
}
