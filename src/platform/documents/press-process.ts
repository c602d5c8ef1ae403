/**
 * Runs in a process of its own: making a long document takes a second of one thread, and typesetting is native
 * and cannot be interrupted otherwise. Takes one document at a time from its parent.
 */
import type { PressAnswer, PressRequest } from './press.ts'

async function make(request: PressRequest): Promise<Uint8Array> {
  if (request.format === 'pdf') return (await import('./typeset.ts')).typeset(request.input)
  return (await import('./docx-file.ts')).docxFile(request.input)
}

function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return (code || (error instanceof Error ? error.message : String(error))).slice(0, 2000)
}

process.on('message', (request: PressRequest) => {
  make(request).then(
    (file) => process.send?.({ file } satisfies PressAnswer),
    (error: unknown) => process.send?.({ error: describe(error) } satisfies PressAnswer),
  )
})
process.on('disconnect', () => process.exit())
