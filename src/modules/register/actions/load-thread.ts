/** The thread of `load-apart.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import { besideDatabase } from '../../../platform/database/beside.ts'
import { readable, writable } from '../store/database.ts'
import { type LoadJob, type LoadOptions, load } from './load.ts'
import type { LoadMessage } from './load-apart.ts'

const job = workerData as LoadJob
const stop = new AbortController()
parentPort?.on('message', () => stop.abort())
const say = (message: LoadMessage) => parentPort?.postMessage(message)

const register = besideDatabase(job.register)
try {
  const options: LoadOptions = {
    signal: stop.signal,
    onProgress: (progress) => say({ what: 'progress', progress }),
  }
  const db = job.begun === null ? await readable({ register }) : await writable({ register })
  const end = db
    ? await db.connection().execute((connection) => load(connection, job, options))
    : await load(null, job, options)
  say({ what: 'end', end })
} finally {
  await register.close()
  parentPort?.close()
}
