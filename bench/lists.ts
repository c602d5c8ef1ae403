/**
 * Lists made anew, each asked right after the bare web server, round by round; what counts is the middle of the rounds,
 * so that other work of the machine spoils one round and not the answer. It favours us all the same: a busy machine slows
 * the bare server most.
 */
import { rm } from 'node:fs/promises'
import { runningUrl } from '../src/platform/database/open.ts'
import { connectTo } from '../test/battery/clerk.ts'
import { databasePid, freePort, newDataFolder, startProgram, stopProgram } from '../test/battery/program.ts'
import { load, type Measured, type Target } from './load.ts'
import { startScript, stopScript } from './processes.ts'
import { registrations } from './registrations.ts'
import { fillEvidence, JSON_LIST, PAGE } from './rows.ts'
import type { Row } from './table.ts'

export async function benchLists(rounds: number): Promise<Row[]> {
  const dataDir = await newDataFolder()
  const program = await startProgram(dataDir, await freePort())
  const scripts: Awaited<ReturnType<typeof startScript>>[] = []
  const serve = async (script: string, args: readonly string[], ready = '') => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const given = args.map((arg) => (arg === 'PORT' ? String(port) : arg))
    const child = await startScript(new URL(script, import.meta.url), given, url + ready)
    scripts.push(child)
    return { url, pid: child.pid! }
  }
  let connection: Awaited<ReturnType<typeof connectTo>> | null = null
  try {
    connection = await connectTo(dataDir)
    const { pool } = connection
    await fillEvidence(pool, 100)
    const [databaseUrl, postmaster] = [(await runningUrl(dataDir))!, await databasePid(dataDir)]
    const bare: Target = { ...(await serve('bare.ts', ['PORT'])), postmaster: null }
    const fresh = await serve('server.ts', [databaseUrl, 'PORT', dataDir, 'off'], '/api/v1/health')
    const bytes = (await (await fetch(fresh.url + PAGE)).arrayBuffer()).byteLength
    const floor = await serve('floor.ts', [databaseUrl, 'PORT', String(bytes)])
    const asked: readonly (readonly [what: string, target: Target, atLeast?: number])[] = [
      ['public page, 20 rows, made anew', { ...fresh, url: fresh.url + PAGE, postmaster }, 0.08],
      ['JSON list, 20 rows, made anew', { ...fresh, url: fresh.url + JSON_LIST, postmaster }, 0.1],
      ['calendar of events, made anew', { ...fresh, url: `${fresh.url}/events`, postmaster }, 0.08],
      ['the floor: bare server, one statement, bytes at hand', { ...floor, postmaster }],
    ]
    // What is asked often is compiled by then.
    for (const [, target] of asked) await load(target, { seconds: 5, status: 200 })
    const limits: number[] = []
    const found = asked.map((): (Measured & { readonly ratio: number })[] => [])
    for (let round = 0; round < rounds; round++)
      for (const [i, [, target]] of asked.entries()) {
        const limit = await load(bare, { seconds: 2, status: 200 })
        const measured = await load(target, { seconds: 2, status: 200 })
        limits.push(limit.perSecond)
        found[i]!.push({ ...measured, ratio: measured.perSecond / limit.perSecond })
      }
    const rows = asked.map(([what, , atLeast], i): Row => {
      const all = found[i]!
      const of = (key: 'ratio' | 'perSecond' | 'p99' | 'cpuMs' | 'bytes') => middle(all.map((m) => m[key]))
      return {
        what,
        value: of('ratio'),
        unit: '× bare',
        ...(atLeast === undefined ? {} : { budget: { atLeast } }),
        facts: { 'per s': of('perSecond'), p99: of('p99'), 'CPU ms': of('cpuMs'), bytes: of('bytes') },
      }
    })
    const written = await registrations(pool, { ...fresh, postmaster })
    return [...rows, { what: 'bare web server', value: middle(limits), unit: 'per s' }, written]
  } finally {
    await connection?.close()
    for (const script of scripts) await stopScript(script)
    await stopProgram(program)
    await rm(dataDir, { recursive: true, force: true })
  }
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
