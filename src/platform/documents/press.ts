/** The process beside this one that makes files of documents, so that no request waits for another's report. */
import { type ChildProcess, fork } from 'node:child_process'
import { Unavailable } from '../../kernel/errors.ts'
import type { DocxInput } from './docx-file.ts'
import type { TypstInput } from './typst-input.ts'

const TIME_LIMIT = 60_000
const IDLE = 20_000
const WAITING_LIMIT = 40

let child: ChildProcess | null = null
let idle: NodeJS.Timeout | undefined
let waiting = 0
let queue: Promise<unknown> = Promise.resolve()

export type PressRequest =
  | { readonly format: 'pdf'; readonly input: TypstInput }
  | { readonly format: 'docx'; readonly input: DocxInput }
export type PressAnswer = { readonly file: Uint8Array } | { readonly error: string }

/**
 * Makes a file of a document, one after another.
 * @throws Unavailable when too many wait, or one takes longer than a minute
 */
export async function press(request: PressRequest): Promise<Uint8Array> {
  if (waiting >= WAITING_LIMIT) throw new Unavailable('documents: too many are waiting')
  waiting++
  const turn = queue.then(() => pressOne(request))
  queue = turn.catch(() => {})
  try {
    return await turn
  } finally {
    waiting--
    if (waiting === 0) restLater()
  }
}

function pressOne(request: PressRequest): Promise<Uint8Array> {
  const process = awake()
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      process.off('message', answered).off('exit', died).off('error', died)
    }
    const answered = (answer: PressAnswer) => {
      end()
      if ('file' in answer) resolve(answer.file)
      else reject(new Error(`the document cannot be made: ${answer.error}`))
    }
    const died = (cause: unknown) => {
      end()
      child = null
      reject(new Unavailable('documents: the press stopped', cause))
    }
    const timer = setTimeout(() => {
      end()
      child = null
      process.kill('SIGKILL')
      reject(new Unavailable('documents: the press took too long'))
    }, TIME_LIMIT)
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
  child = fork(new URL('press-process.ts', import.meta.url), {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=512'],
    env: { ...(SystemRoot ? { SystemRoot } : {}), ...(TMPDIR ? { TMPDIR } : {}) },
  })
  // Without one, a failure between two documents would end this process too.
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
  }, IDLE)
  idle.unref()
}
