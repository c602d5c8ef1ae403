/** What processes cost, as Linux counts it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

const TICK_MS = 10

/** Milliseconds of CPU that a process has used so far, with its ended children where it waited for them. */
async function cpuOf(pid: number): Promise<number> {
  const fields = await statOf(pid)
  return fields === null ? 0 : fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS
}

/** The same for a postmaster and the servers of its connections. */
async function cpuOfTree(parent: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const costs = await Promise.all(
    pids.map(async (pid) => {
      if (pid === parent) return cpuOf(pid)
      const fields = await statOf(pid)
      return fields !== null && Number(fields[1]) === parent ? cpuOf(pid) : 0
    }),
  )
  return costs.reduce((sum, ms) => sum + ms, 0)
}

export async function cpuOfProgram(program: number, postmaster: number | null): Promise<number> {
  return (await cpuOf(program)) + (postmaster === null ? 0 : await cpuOfTree(postmaster))
}

/** Fields after the name, which may hold spaces and brackets: state, parent, … (proc(5)). */
async function statOf(pid: number): Promise<string[] | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** Megabytes that a process holds in memory. */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}

/** Starts one of our own scripts and waits until it answers. */
export async function startScript(script: URL, args: readonly string[], url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script.pathname, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const end = performance.now() + 30_000
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`${script.pathname} ended with ${child.exitCode}`)
    const answers = await fetch(url).then(
      (r) => r.ok,
      () => false,
    )
    if (answers) return child
    await sleep(30)
  }
  throw new Error(`${script.pathname} does not answer`)
}

export async function stopScript(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
