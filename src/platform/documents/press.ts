/** The process beside this one that makes files of documents, so that no request waits for another's report. */
import { sideProcess } from '../side-process.ts'
import type { DocxInput } from './docx-file.ts'
import type { TypstInput } from './typst-input.ts'

export type PressRequest =
  | { readonly format: 'pdf'; readonly input: TypstInput }
  | { readonly format: 'docx'; readonly input: DocxInput }
export type PressAnswer = { readonly file: Uint8Array } | { readonly error: string }

const work = sideProcess<PressRequest, PressAnswer>({
  module: new URL('press-process.ts', import.meta.url),
  name: 'documents',
  timeLimit: 60_000,
  idle: 20_000,
  waitingLimit: 40,
})

/**
 * Makes a file of a document, one after another.
 * @throws Unavailable when too many wait, or one takes longer than a minute
 */
export async function press(request: PressRequest): Promise<Uint8Array> {
  const answer = await work(request)
  if ('file' in answer) return answer.file
  throw new Error(`the document cannot be made: ${answer.error}`)
}
