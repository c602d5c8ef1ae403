/** Each acknowledged write is on the disk: the database really calls fdatasync, seen from outside by strace. */
import { spawn, spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectTo, hireClerk, writeMark } from './clerk.ts'
import { Outcome } from './outcome.ts'
import { databasePid, freePort, newDataFolder, startProgram, stopProgram } from './program.ts'

const WRITES = 100

export async function run(): Promise<number> {
  const outcome = new Outcome('T3')
  if (spawnSync('strace', ['-V']).status !== 0) {
    outcome.check(false, 'strace is not here: install it (Debian: apt install strace)')
    return outcome.finish()
  }
  const dataDir = await newDataFolder()
  const program = await startProgram(dataDir, await freePort(), { VICHE_DEMO: 'off' })
  try {
    const connection = await connectTo(dataDir)
    const clerk = await hireClerk(connection)
    await connection.close()
    // Workers that are born later are followed too; the first write has its worker born.
    await writeMark(program.url, clerk, 'T3 first')
    const pids = descendants(await databasePid(dataDir))
    const trace = spawn(
      'strace',
      ['-f', '-e', 'trace=fsync,fdatasync', ...pids.flatMap((pid) => ['-p', String(pid)])],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let said = ''
    trace.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
    })
    await sleep(500)
    let acknowledged = 0
    for (let i = 0; i < WRITES; i++) if (await writeMark(program.url, clerk, `T3 ${i}`)) acknowledged += 1
    await sleep(200)
    const ended = new Promise((resolve) => trace.once('exit', resolve))
    trace.kill('SIGINT')
    await ended
    const syncs = [...said.matchAll(/\bf(?:data)?sync\(/g)].length
    outcome.facts['acknowledged'] = acknowledged
    outcome.facts['syncs'] = syncs
    outcome.check(acknowledged === WRITES, `${acknowledged} of ${WRITES} writes were acknowledged`)
    outcome.check(
      syncs >= acknowledged,
      `${syncs} syncs for ${acknowledged} acknowledged writes, one after another`,
    )
  } finally {
    await stopProgram(program)
    await rm(dataDir, { recursive: true, force: true })
  }
  return outcome.finish()
}

function descendants(pid: number): number[] {
  const children = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(Boolean)
    .map(Number)
  return [pid, ...children.flatMap(descendants)]
}
