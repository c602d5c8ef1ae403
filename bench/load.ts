/** Load from a process of its own, and what it cost the program and its database. */
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { cpuOfProgram } from './processes.ts'

const AUTOCANNON = createRequire(import.meta.url).resolve('autocannon/autocannon.js')
const GUESTS = fileURLToPath(new URL('guests.ts', import.meta.url))
const run = promisify(execFile)

export type Target = {
  readonly url: string
  readonly pid: number
  readonly postmaster: number | null
}

export type Load = {
  readonly connections?: number
  readonly seconds?: number
  /** So many requests, and none more. */
  readonly amount?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly post?: string
  /** Each request registers another guest for the event whose form stands at the address. */
  readonly guests?: true
  /** What a right answer says; anything else spoils the run. */
  readonly status: number
}

export type Measured = {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Milliseconds of the program's and the database's CPU for one request. */
  readonly cpuMs: number
  readonly bytes: number
  readonly total: number
}

export async function load(target: Target, options: Load): Promise<Measured> {
  const { connections = 32, seconds = 4, amount, headers = {}, post, guests, status } = options
  const args = [AUTOCANNON, '--json', '--connections', String(connections)]
  args.push(...(amount === undefined ? ['--duration', String(seconds)] : ['--amount', String(amount)]))
  for (const [name, value] of Object.entries(headers)) args.push('--headers', `${name}=${value}`)
  if (post !== undefined) args.push('--method', 'POST', '--body', post)
  const asked = guests ? [GUESTS, String(connections), String(seconds), target.url] : [...args, target.url]
  const before = await cpuOfProgram(target.pid, target.postmaster)
  const { stdout } = await run(process.execPath, asked, { maxBuffer: 8_000_000 })
  const cpu = (await cpuOfProgram(target.pid, target.postmaster)) - before
  const said = JSON.parse(stdout) as {
    readonly requests: { readonly total: number }
    readonly latency: { readonly p50: number; readonly p99: number }
    readonly throughput: { readonly total: number }
    readonly duration: number
    readonly errors: number
    readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>
  }
  const { total } = said.requests
  const right = said.statusCodeStats[String(status)]?.count ?? 0
  if (total === 0 || right !== total || said.errors > 0)
    throw new Error(
      `${target.url}: ${total} requests, ${JSON.stringify(said.statusCodeStats)}, ${said.errors} errors`,
    )
  return {
    perSecond: total / said.duration,
    p50: said.latency.p50,
    p99: said.latency.p99,
    cpuMs: cpu / total,
    bytes: said.throughput.total / total,
    total,
  }
}
