/**
 * A load of millions of records in a thread beside the pages: none of them waits for it, and it may not hold more
 * memory than it is given.
 */
import { Worker } from 'node:worker_threads'
import type { LoadEnd, LoadJob, LoadOptions, Progress } from './load.ts'

export type LoadMessage =
  | { readonly what: 'progress'; readonly progress: Progress }
  | { readonly what: 'end'; readonly end: LoadEnd }

/** Megabytes. With more, V8 lets garbage lie; with less, it works at nothing else. */
const LIMITS = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 112 }

export function loadApart(job: LoadJob, { signal, onProgress }: LoadOptions): Promise<LoadEnd> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('load-thread.ts', import.meta.url), {
      workerData: job,
      resourceLimits: LIMITS,
    })
    const stop = () => thread.postMessage('stop')
    signal?.addEventListener('abort', stop)
    let end: LoadEnd | null = null
    thread.on('message', (message: LoadMessage) => {
      if (message.what === 'end') end = message.end
      else onProgress?.(message.progress)
    })
    thread.once('error', reject)
    thread.once('exit', () => {
      signal?.removeEventListener('abort', stop)
      if (end) resolve(end)
      else reject(new Error('the import ended without a word'))
    })
    if (signal?.aborted) stop()
  })
}
