/** Reads an iCalendar that came from elsewhere, in a thread that is ended when it takes too long. */
import { Worker } from 'node:worker_threads'
import type { Period } from '../../kernel/civil-date.ts'

/** Days are ISO, times are `HH:MM` of the city's clock. */
export type ReadEvent = {
  readonly uid: string
  /** Which of a series: its original start, in UTC or a day; empty for a single event. */
  readonly occurrence: string
  readonly sequence: number
  readonly cancelled: boolean
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly url: string | null
  readonly from: string
  /** Null for whole days. */
  readonly fromTime: string | null
  /** Last day, included. */
  readonly to: string
  readonly toTime: string | null
}

export type ReadProblem = 'no_uid' | 'no_start' | 'zone_unknown' | 'too_often' | 'unreadable'

export type ReadCalendar = {
  readonly name: string | null
  readonly events: readonly ReadEvent[]
  /** Set aside, with what they call themselves and why. */
  readonly problems: readonly { readonly summary: string; readonly problem: ReadProblem }[]
}

/** A city's calendar of ten years is read in a tenth of it. */
const LONGEST = 5_000

/** @returns null where the text is no calendar, or one that cannot be read in so many milliseconds */
export function readForeignCalendar(
  text: string,
  span: Period,
  longest = LONGEST,
): Promise<ReadCalendar | null> {
  const worker = new Worker(new URL('./read-thread.ts', import.meta.url), {
    workerData: { text, from: span.from.toString(), to: span.to.toString() },
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  })
  return new Promise((resolve) => {
    const timer = setTimeout(() => void worker.terminate(), longest)
    worker.once('message', (read: ReadCalendar | null) => resolve(read))
    worker.once('error', () => resolve(null))
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve(null)
    })
  })
}
