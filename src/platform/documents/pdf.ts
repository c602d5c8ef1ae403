/** Tagged PDF (PDF/UA-1, ISO 14289-1) of an official document. */
import { type ChildProcess, fork } from 'node:child_process'
import { Unavailable } from '../../kernel/errors.ts'
import type { OfficialDocument } from './model.ts'
import type { PdfAnswer, PdfRequest } from './pdf-process.ts'
import { compose } from './print.ts'
import { typstInput } from './typst-input.ts'

const TIME_LIMIT = 60_000
const IDLE = 20_000
const WAITING_LIMIT = 40

let child: ChildProcess | null = null
let idle: NodeJS.Timeout | undefined
let waiting = 0
let queue: Promise<unknown> = Promise.resolve()

/**
 * The same document gives the same bytes. Documents are typeset one after another, outside this process.
 * @throws Unavailable when too many wait, or one takes longer than a minute
 */
export async function renderPdf(doc: OfficialDocument): Promise<Uint8Array> {
  if (waiting >= WAITING_LIMIT) throw new Unavailable('pdf: too many documents are waiting')
  waiting++
  const request = typstInput(compose(doc))
  const turn = queue.then(() => typeset(request))
  queue = turn.catch(() => {})
  try {
    return await turn
  } finally {
    waiting--
    if (waiting === 0) restLater()
  }
}

function typeset(request: PdfRequest): Promise<Uint8Array> {
  const process = awake()
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      process.off('message', answered).off('exit', died).off('error', died)
    }
    const answered = (answer: PdfAnswer) => {
      end()
      if ('pdf' in answer) resolve(answer.pdf)
      else reject(new Error(`the document cannot be typeset: ${answer.error}`))
    }
    const died = (cause: unknown) => {
      end()
      child = null
      reject(new Unavailable('pdf: typesetting ended early', cause))
    }
    const timer = setTimeout(() => {
      end()
      child = null
      process.kill('SIGKILL')
      reject(new Unavailable('pdf: typesetting took too long'))
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
  child = fork(new URL('pdf-process.ts', import.meta.url), {
    serialization: 'advanced',
    execArgv: [],
    env: { ...(SystemRoot ? { SystemRoot } : {}), ...(TMPDIR ? { TMPDIR } : {}) },
  })
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
