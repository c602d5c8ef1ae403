/** The thread of `foreign-calendar.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import { Temporal } from '../../kernel/civil-date.ts'
import { readICalendar } from './read-icalendar.ts'

const { text, from, to } = workerData as { text: string; from: string; to: string }
const span = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }
parentPort?.postMessage(await readICalendar(text, span))
