/** The program as a process of its own, to be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const ENTRY = fileURLToPath(new URL('../../bin/viche.js', import.meta.url))

export type Program = {
  readonly process: ChildProcess
  readonly url: string
  readonly readyMs: number
  /** What it said on standard output so far, and on standard error. */
  readonly said: () => string
  readonly logged: () => string
}

export const newDataFolder = () => mkdtemp(join(tmpdir(), 'viche-battery-'))

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export type HowToStart = {
  /** Whose process it is; only root can choose. */
  readonly user?: { readonly uid: number; readonly gid: number }
  /** What the program logs is kept, and not shown. */
  readonly quiet?: boolean
}

/** Starts and does not wait. */
export function launch(
  env: Readonly<Record<string, string>>,
  { user, quiet = false }: HowToStart = {},
): { readonly child: ChildProcess; readonly said: () => string; readonly logged: () => string } {
  const child = spawn(process.execPath, [ENTRY, 'start'], {
    env: {
      ...process.env,
      VICHE_LOG: 'error',
      VICHE_SECRET: 'a secret of the battery, longer than thirty-two',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  })
  let [said, logged] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    logged += text
    if (!quiet) process.stderr.write(text)
  })
  return { child, said: () => said, logged: () => logged }
}

/** Starts and waits until it answers. */
export async function startProgram(
  dataDir: string,
  port: number,
  env: Readonly<Record<string, string>> = {},
  how: HowToStart = {},
): Promise<Program> {
  const started = performance.now()
  const { child, said, logged } = launch({ VICHE_DATA: dataDir, PORT: String(port), ...env }, how)
  const url = `http://127.0.0.1:${port}`
  while (performance.now() - started < 60_000) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}: ${logged()}`)
    const up = await fetch(`${url}/api/v1/health`).then(
      (r) => r.ok,
      () => false,
    )
    if (up) return { process: child, url, readyMs: performance.now() - started, said, logged }
    await sleep(20)
  }
  child.kill('SIGKILL')
  throw new Error('the program did not answer within a minute')
}

export async function stopProgram(program: Program, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (program.process.exitCode !== null || program.process.signalCode !== null) return
  const ended = new Promise((resolve) => program.process.once('exit', resolve))
  program.process.kill(signal)
  await ended
}

/** The postmaster of a data folder, by its own file. */
export async function databasePid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
}
