/**
 * COPY as streams. `pg` speaks the protocol but gives COPY to whoever submits a query object of their own; this is
 * that object, for both directions.
 */
import { once } from 'node:events'
import type pg from 'pg'

/** What `pg.Connection` has and its types do not say. */
type CopyConnection = pg.Connection & {
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}

/** Rows of `copy … to stdout`, as bytes in blocks of about a megabyte. Memory holds a few blocks, or the longest row. */
export async function* copyOut(client: pg.Client, sql: string): AsyncGenerator<Buffer> {
  const BLOCK = 1 << 20
  const blocks: Buffer[] = []
  let rows: Buffer[] = []
  let size = 0
  let done = false
  let failure: Error | null = null
  let connection: pg.Connection | null = null
  let wake = () => {}
  function cut(): void {
    if (size > 0) blocks.push(Buffer.concat(rows))
    rows = []
    size = 0
    wake()
  }
  client.query({
    ...unused,
    submit(to: pg.Connection) {
      connection = to
      to.query(sql)
    },
    handleCopyData(message: { readonly chunk: Buffer }) {
      // The parser uses its memory again.
      rows.push(Buffer.from(message.chunk))
      size += message.chunk.length
      if (size < BLOCK) return
      cut()
      if (blocks.length >= 4) connection?.stream.pause()
    },
    handleError(error: Error) {
      failure = error
      done = true
      wake()
    },
    handleReadyForQuery() {
      done = true
      cut()
    },
  })
  try {
    for (;;) {
      const block = blocks.shift()
      if (block) yield block
      else if (failure) throw failure
      else if (done) return
      else {
        const more = new Promise<void>((resolve) => {
          wake = resolve
        })
        stream(connection)?.resume()
        await more
      }
    }
  } finally {
    // Left in the middle: the connection is full of rows that nobody wants.
    if (!done) stream(connection)?.destroy()
  }
}

/**
 * Sends bytes to `copy … from stdin`. An error of the source undoes the copy.
 * @returns rows that the server took
 */
export async function copyIn(client: pg.Client, sql: string, source: AsyncIterable<Buffer>): Promise<number> {
  const started = Promise.withResolvers<CopyConnection>()
  const finished = Promise.withResolvers<number>()
  // Either may fail first; the other is then of no interest.
  started.promise.catch(() => {})
  finished.promise.catch(() => {})
  let rows = 0
  let failure: Error | null = null
  client.query({
    ...unused,
    submit(to: pg.Connection) {
      to.query(sql)
    },
    handleCopyInResponse: (connection: CopyConnection) => started.resolve(connection),
    handleCommandComplete(message: { readonly text: string }) {
      rows = Number(message.text.split(' ')[1])
    },
    handleError(error: Error) {
      failure = error
      started.reject(error)
      finished.reject(error)
    },
    handleReadyForQuery: () => finished.resolve(rows),
  })
  const connection = await started.promise
  try {
    for await (const block of source) {
      if (failure) break
      connection.sendCopyFromChunk(block)
      if (connection.stream.writableNeedDrain)
        await Promise.race([once(connection.stream, 'drain'), finished.promise])
    }
  } catch (error) {
    if (failure === null) connection.sendCopyFail('the source failed')
    await finished.promise.catch(() => {})
    throw error
  }
  if (failure === null) connection.endCopyFrom()
  return finished.promise
}

/** Narrowing does not see what callbacks assign. */
function stream(connection: pg.Connection | null): pg.Connection['stream'] | undefined {
  return connection?.stream
}

/** Messages that `pg` hands to every query and that a COPY does not get or need. */
const unused = {
  handleRowDescription() {},
  handleDataRow() {},
  handlePortalSuspended() {},
  handleEmptyQuery() {},
  handleCommandComplete(_message: { readonly text: string }) {},
  handleCopyInResponse(_connection: CopyConnection) {},
  handleCopyData(_message: { readonly chunk: Buffer }) {},
}
