/**
 * A ledger of acknowledged writes, of clerks and of guests who register for an event, kept with fsync outside, while
 * the program, its database or both are killed with signal 9 at random. Nothing acknowledged may be missing or doubled,
 * and the program must be back within 5 s.
 */
import { randomInt } from 'node:crypto'
import { fsyncSync, openSync, writeSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { signingKey, verifyChain } from '../../src/platform/audit-chain.ts'
import { connectTo, hireClerk, marksKept, writeMark } from './clerk.ts'
import { emailOf, guestsKept, openEvent, registerGuest } from './guest.ts'
import { Outcome } from './outcome.ts'
import { databasePid, freePort, newDataFolder, type Program, startProgram, stopProgram } from './program.ts'

const WRITERS = 4
const GUESTS = 4
const READY_MS = 5_000

export async function run(): Promise<number> {
  const outcome = new Outcome('T2')
  await ledger(outcome, 20, READY_MS)
  return outcome.finish()
}

/** @param readyMs how long a start may take after a kill */
export async function ledger(outcome: Outcome, rounds: number, readyMs = READY_MS): Promise<void> {
  const dataDir = await newDataFolder()
  const port = await freePort()
  const file = openSync(join(dataDir, 'ledger.txt'), 'a')
  const acknowledged: string[] = []
  let program = await startProgram(dataDir, port, { VICHE_DEMO: 'off' })
  const clerk = await withDatabase(dataDir, hireClerk)
  const form = await withDatabase(dataDir, openEvent)
  const registered: string[] = []
  let slowest = 0
  try {
    for (let round = 0; round < rounds; round++) {
      const writing = new AbortController()
      const writers = [
        ...Array.from({ length: WRITERS }, (_, w) =>
          write(
            `${round}-${w}`,
            writing.signal,
            (mark) => writeMark(program.url, clerk, mark),
            (mark) => note(mark, acknowledged),
          ),
        ),
        ...Array.from({ length: GUESTS }, (_, w) =>
          write(
            `guest ${round}-${w}`,
            writing.signal,
            (mark) => registerGuest(program.url, form, mark),
            (mark) => note(mark, registered),
          ),
        ),
      ]
      await sleep(randomInt(100, 700))
      await kill(program, dataDir, round % 3)
      await sleep(50)
      writing.abort()
      await Promise.all(writers)
      await stopProgram(program, 'SIGKILL')
      program = await startProgram(dataDir, port, { VICHE_DEMO: 'off' })
      slowest = Math.max(slowest, program.readyMs)
      outcome.check(
        program.readyMs <= readyMs,
        `round ${round}: ready after ${Math.round(program.readyMs)} ms`,
      )
    }
    await withDatabase(dataDir, async (connection) => {
      const kept = await marksKept(connection)
      for (const mark of acknowledged)
        outcome.check(
          kept.get(mark) === 1,
          `${mark} was acknowledged and is there ${kept.get(mark) ?? 0} times`,
        )
      const guests = await guestsKept(connection)
      for (const mark of registered) {
        const { times = 0, letters = 0 } = guests.get(emailOf(mark)) ?? {}
        outcome.check(
          times === 1 && letters === 1,
          `${mark} was registered and is there ${times} times, with ${letters} letters`,
        )
      }
      const { fault } = await verifyChain(connection.db, signingKey(Buffer.alloc(32)))
      outcome.check(
        fault === null || fault.fault === 'signature',
        `the record is broken at ${fault?.seq}: ${fault?.fault}`,
      )
    })
  } finally {
    await stopProgram(program)
    await rm(dataDir, { recursive: true, force: true })
  }
  outcome.facts['rounds'] = rounds
  outcome.facts['acknowledged'] = acknowledged.length
  outcome.facts['registered'] = registered.length
  outcome.facts['slowestReadyMs'] = Math.round(slowest)

  function note(mark: string, ledger: string[]): void {
    writeSync(file, `${mark}\n`)
    fsyncSync(file)
    ledger.push(mark)
  }
}

async function write(
  prefix: string,
  signal: AbortSignal,
  send: (mark: string) => Promise<boolean>,
  note: (mark: string) => void,
): Promise<void> {
  for (let i = 0; !signal.aborted; i++) {
    const mark = `T2 ${prefix}-${i}`
    if (await send(mark)) note(mark)
    else await sleep(5)
  }
}

/** 0: the program; 1: the database; 2: both. */
async function kill(program: Program, dataDir: string, what: number): Promise<void> {
  const database = await databasePid(dataDir)
  if (what !== 1) program.process.kill('SIGKILL')
  if (what !== 0) process.kill(database, 'SIGKILL')
}

async function withDatabase<T>(
  dataDir: string,
  work: (connection: Awaited<ReturnType<typeof connectTo>>) => Promise<T>,
): Promise<T> {
  const connection = await connectTo(dataDir)
  try {
    return await work(connection)
  } finally {
    await connection.close()
  }
}
