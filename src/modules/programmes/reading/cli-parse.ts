/** `viche programmes parse FILE [--json | --text]`: needs no database. */

import { UnreadableFile } from './decode.ts'
import { parseProgramme } from './parse.ts'
import { summarise } from './summary.ts'
import { uk } from './texts/uk.ts'
import { toJson } from './to-json.ts'

export type ParseIo = {
  readonly readFile: (path: string) => Promise<Uint8Array> | Uint8Array
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
}

/** Exit code: 0 read, 1 the file cannot be read, 2 wrong usage. Only what was read goes to standard output. */
export async function parseCommand(args: readonly string[], io: ParseIo): Promise<number> {
  const flags = args.filter((a) => a.startsWith('--'))
  const files = args.filter((a) => !a.startsWith('--'))
  const file = files[0]
  if (
    file === undefined ||
    files.length > 1 ||
    flags.length > 1 ||
    flags.some((f) => f !== '--json' && f !== '--text')
  ) {
    io.stderr(`${uk.cli.usage}\n`)
    return 2
  }
  let bytes: Uint8Array
  try {
    bytes = await io.readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    io.stderr(`${code === 'ENOENT' ? uk.cli.noFile(file) : uk.cli.cannotOpen(file, code || 'помилка')}\n`)
    return 1
  }
  try {
    const reading = parseProgramme({ name: file, bytes })
    if (flags[0] === '--json') io.stdout(`${JSON.stringify(toJson(reading), null, 2)}\n`)
    else if (flags[0] === '--text')
      io.stdout(
        reading.source.text
          .split(/\r\n|[\n\r\f]/)
          .map((l, i) => `${i + 1}\t${l}\n`)
          .join(''),
      )
    else io.stdout(summarise(reading, uk))
    return 0
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const { reason, remedy } = uk.unreadable[error.reason]
    io.stderr(`${uk.cli.unreadable(file, reason, remedy)}\n`)
    return 1
  }
}
