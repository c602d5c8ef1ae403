/** What the machine says of another process. */
import { execFile } from 'node:child_process'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { promisify } from 'node:util'
import { isCode } from './secret.ts'

const run = promisify(execFile)

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

/**
 * Tells a process from another that has its number later, also after a restart of the machine.
 * `null`: there is no such process.
 */
export async function identify(pid: number): Promise<string | null> {
  if (process.platform === 'linux') {
    const [boot, line] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
      readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null),
    ])
    if (line === null) return null
    // The name in brackets may hold spaces; state is the first field after it, the start time the twentieth.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? null : `${boot.trim()} ${fields[19]}`
  }
  if (process.platform === 'win32') return isAlive(pid) ? 'alive' : null
  const started = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => null)
  return started?.stdout.trim() || null
}

/** Processes of a PostgreSQL server, its workers included, whose data is at `pgData`. Not known on Windows. */
export async function serversOf(pgData: string, clusterName: string): Promise<readonly number[]> {
  if (process.platform === 'win32') return []
  if (process.platform !== 'linux') {
    const { stdout } = await run('ps', ['-axo', 'pid=,command=']).catch(() => ({ stdout: '' }))
    return stdout
      .split('\n')
      .flatMap((line) =>
        line.includes(clusterName) && /postgres/.test(line) ? [Number.parseInt(line, 10)] : [],
      )
  }
  const pids = (await readdir('/proc')).filter((n) => /^\d+$/.test(n))
  const found = await Promise.all(
    pids.map(async (pid) => {
      const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => null)
      if (cwd !== pgData) return []
      const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
      return name.trim() === 'postgres' && (await identify(Number(pid))) !== null ? [Number(pid)] : []
    }),
  )
  return found.flat()
}

/** Whether `done` came true in time. */
export async function until(
  done: () => boolean | Promise<boolean>,
  milliseconds: number,
  step = 20,
): Promise<boolean> {
  const end = performance.now() + milliseconds
  for (;;) {
    if (await done()) return true
    if (performance.now() >= end) return false
    await new Promise((resolve) => setTimeout(resolve, step))
  }
}
