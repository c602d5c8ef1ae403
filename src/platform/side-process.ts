/** A process beside this one for work that takes a second of a thread or is native: no request waits for another's. */
import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { Unavailable } from '../kernel/errors.ts'

export type SideProcess = {
  /** The module that takes one request at a time by `process.on('message')` and answers by `process.send`. */
  readonly module: URL
  /** For the errors: `documents`. */
  readonly name: string
  /** Milliseconds for one request; then the process is killed. */
  readonly timeLimit: number
  /** Milliseconds without work after which it is let go. */
  readonly idle: number
  /** So many may wait; the rest is told at once. */
  readonly waitingLimit: number
}

/**
 * One request after another.
 * @throws Unavailable when too many wait, one takes too long, or the process dies
 */
export function sideProcess<Request extends Serializable, Answer>(
  options: SideProcess,
): (request: Request) => Promise<Answer> {
  const { name } = options
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let waiting = 0
  let queue: Promise<unknown> = Promise.resolve()

  return async (request) => {
    if (waiting >= options.waitingLimit) throw new Unavailable(`${name}: too many are waiting`)
    waiting++
    const turn = queue.then(() => one(request))
    queue = turn.catch(() => {})
    try {
      return await turn
    } finally {
      waiting--
      if (waiting === 0) restLater()
    }
  }

  function one(request: Request): Promise<Answer> {
    const process = awake()
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer)
        process.off('message', answered).off('exit', died).off('error', died)
      }
      const answered = (answer: Answer) => {
        end()
        resolve(answer)
      }
      const died = (cause: unknown) => {
        end()
        child = null
        reject(new Unavailable(`${name}: the process stopped`, cause))
      }
      const timer = setTimeout(() => {
        end()
        child = null
        process.kill('SIGKILL')
        reject(new Unavailable(`${name}: it took too long`))
      }, options.timeLimit)
      process.on('message', answered).on('exit', died).on('error', died)
      process.send(request)
    })
  }

  function awake(): ChildProcess {
    clearTimeout(idle)
    if (child?.connected) {
      child.ref()
      child.channel?.ref()
      return child
    }
    // Only what the system itself needs: the addresses and secrets of the installation are not its business.
    const { SystemRoot, TMPDIR } = process.env
    child = fork(options.module, {
      serialization: 'advanced',
      execArgv: ['--max-old-space-size=512'],
      env: { ...(SystemRoot ? { SystemRoot } : {}), ...(TMPDIR ? { TMPDIR } : {}) },
    })
    // Without one, a failure between two requests would end this process too.
    child.on('error', () => {})
    return child
  }

  /** Holds neither the program's end nor, after a while, memory. */
  function restLater(): void {
    child?.unref()
    child?.channel?.unref()
    idle = setTimeout(() => {
      if (waiting > 0) return
      child?.kill()
      child = null
    }, options.idle)
    idle.unref()
  }
}
