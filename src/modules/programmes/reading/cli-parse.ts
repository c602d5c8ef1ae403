/** `viche programmes parse FILE [--json | --text]`: needs no database. What touches the world is given as `io`. */
import { UnreadableFile } from './decode.ts'
import { parseProgramme } from './parse.ts'
import { summarise } from './summary.ts'
import { uk } from './texts/uk.ts'
import { toJson } from './to-json.ts'

export type ParseIo = {
  readonly readFile: (path: string) => Promise<Uint8Array>
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
}

const FLAGS: readonly string[] = ['--json', '--text']

/** Exit code: 0 read, 1 the file cannot be read, 2 wrong usage. Only what was read goes to standard output. */
export function parseCommand(args: readonly string[], io: ParseIo): Promise<number> | number {
  const flags = args.filter((a) => a.startsWith('--'))
  const files = args.filter((a) => !a.startsWith('--'))
  const file = files[0]
  if (file === undefined || files.length > 1 || flags.length > 1 || flags.some((f) => !FLAGS.includes(f))) {
    io.stderr(`${uk.cli.usage}\n`)
    return 2
  }
  return io.readFile(file).then(
    (bytes) => printed(file, bytes, flags[0], io),
    (error: unknown) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'помилка'
      io.stderr(`${code === 'ENOENT' ? uk.cli.noFile(file) : uk.cli.cannotOpen(file, code)}\n`)
      return 1
    },
  )
}

function printed(file: string, bytes: Uint8Array, flag: string | undefined, io: ParseIo): number {
  try {
    const reading = parseProgramme({ name: file, bytes })
    if (flag === '--json') io.stdout(`${JSON.stringify(toJson(reading), null, 2)}\n`)
    else if (flag === '--text') io.stdout(numbered(reading.source.text))
    else io.stdout(summarise(reading, uk))
    return 0
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const { reason, remedy } = uk.unreadable[error.reason]
    io.stderr(`${uk.cli.unreadable(file, reason, remedy)}\n`)
    return 1
  }
}

function numbered(text: string): string {
  return text
    .split(/\r\n|[\n\r\f]/)
    .map((line, i) => `${i + 1}\t${line}\n`)
    .join('')
}
