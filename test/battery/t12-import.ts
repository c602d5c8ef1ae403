/**
 * An import of the state register is killed with signal 9 at 30, 60 and 90 % and begun again by the same command. At
 * its end every record is there once, and a further reading changes nothing.
 */
import { spawn } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type RegisterFile, registerXml } from '../factories/register-xml.ts'
import { Outcome } from './outcome.ts'
import { newDataFolder } from './program.ts'

const ENTRY = fileURLToPath(new URL('../../bin/viche.js', import.meta.url))
const RECORDS = 2_000_000
const LONGEST_MS = 5 * 60_000
const MOST_MB = 400

export type Run = {
  /** Counts as the command printed them; null where it was killed. */
  readonly counts: Readonly<Record<string, unknown>> | null
  readonly ms: number
  /** The most that the process held, in megabytes. */
  readonly peakMb: number
  readonly said: string
}

export async function run(): Promise<number> {
  const outcome = new Outcome('T12')
  const folder = await newDataFolder()
  const env = { VICHE_DATA: folder, VICHE_DEMO: 'off' }
  try {
    const runs = await killedAndResumed(outcome, folder, env, RECORDS)
    const ms = runs.slice(0, -1).reduce((sum, one) => sum + one.ms, 0)
    const peak = Math.max(...runs.map((one) => one.peakMb))
    outcome.facts['seconds'] = Math.round(ms / 1000)
    outcome.facts['secondsAgainUnchanged'] = Math.round(runs.at(-1)!.ms / 1000)
    outcome.facts['peakMb'] = Math.round(peak)
    outcome.check(ms <= LONGEST_MS, `it took ${Math.round(ms / 1000)} s`)
    outcome.check(peak <= MOST_MB, `it held ${Math.round(peak)} MB`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return outcome.finish()
}

/** @returns each run, the one that changed nothing last */
export async function killedAndResumed(
  outcome: Outcome,
  folder: string,
  env: Readonly<Record<string, string>>,
  records: number,
  percents: readonly number[] = [30, 60, 90],
): Promise<readonly Run[]> {
  const each = Math.max(50, Math.floor(records / 200))
  const file: RegisterFile = { generation: 3, kind: 'uo', count: records, damageEach: each }
  const path = join(folder, 'UO_25.11.2026.xml')
  writeFile(path, file)
  const damaged = Math.floor(records / each)
  const runs: Run[] = []
  for (const percent of percents) {
    const one = await importOnce(path, env, percent)
    outcome.check(one.counts === null, `it was not killed at ${percent} %: ${one.said.slice(-200)}`)
    runs.push(one)
  }
  const last = await importOnce(path, env, null)
  runs.push(last)
  const whole = { read: records, added: records - damaged, changed: 0, unchanged: 0, setAside: damaged }
  outcome.check(
    same(last.counts, whole),
    `after the kills: ${JSON.stringify(last.counts)} ${last.said.slice(-300)}`,
  )
  const again = await importOnce(path, env, null)
  runs.push(again)
  const nothing = { ...whole, added: 0, unchanged: whole.added }
  outcome.check(same(again.counts, nothing), `read again: ${JSON.stringify(again.counts)}`)
  return runs
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

export function writeFile(path: string, file: RegisterFile): number {
  const to = openSync(path, 'w')
  let size = 0
  for (const bytes of registerXml(file)) size += writeSync(to, bytes)
  closeSync(to)
  return size
}

/** @param killAt percent at which the process is killed; null: it may end */
export async function importOnce(
  path: string,
  env: Readonly<Record<string, string>>,
  killAt: number | null,
): Promise<Run> {
  const started = performance.now()
  const child = spawn(process.execPath, [ENTRY, 'organisations', 'import', path, '--json'], {
    env: {
      ...process.env,
      VICHE_LOG: 'error',
      VICHE_SECRET: 'a secret of the battery, longer than thirty-two',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, told, peakMb] = ['', '', 0]
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text
    const percent = Number([...text.matchAll(/(\d+) %/g)].at(-1)?.[1] ?? 0)
    if (killAt !== null && percent >= killAt) child.kill('SIGKILL')
  })
  const look = setInterval(() => {
    readFile(`/proc/${child.pid}/status`, 'utf8').then(
      (status) => {
        peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
      },
      () => {},
    )
  }, 200)
  await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(look)
  const counts = said.trim() === '' ? null : (JSON.parse(said) as Record<string, unknown>)
  return { counts, ms: performance.now() - started, peakMb, said: told }
}
