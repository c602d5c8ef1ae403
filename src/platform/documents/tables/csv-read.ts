/** Reads CSV as it is found: any usual encoding and delimiter, with damage confined to the row it is in. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { restored } from './formula-text.ts'
import {
  type RawRow,
  type RawTable,
  READ_LIMITS,
  type ReadLimits,
  type ReadRefusal,
  type RowRefusal,
  type SetAside,
  sift,
  trimmed,
} from './read.ts'

const DELIMITERS = [';', ',', '\t', '|'] as const
const SAMPLE_ROWS = 30
/** Each broken quote is looked for to its limit; past so many the file is not a table. */
const BROKEN_MOST = 200

/** The encoding is found from the byte order mark, else UTF-8 if the bytes are valid as such, else windows-1251. */
export function decode(bytes: Uint8Array): { text: string; encoding: string } {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1251').decode(bytes), encoding: 'windows-1251' }
  }
}

type Record = { readonly cells: string[]; readonly next: number; readonly isBroken: boolean }

/** One record of RFC 4180 from `at`; after a broken quote the record ends with its line. */
function readRecord(text: string, at: number, delimiter: string, longest: number): Record {
  const cells: string[] = []
  let i = at
  for (;;) {
    if (text[i] === '"') {
      const end = closingQuote(text, i + 1, longest)
      if (end === -1) return broken(text, at, delimiter)
      cells.push(text.slice(i + 1, end).replaceAll('""', '"'))
      i = end + 1
      const after = text[i]
      if (after !== undefined && after !== delimiter && after !== '\n' && after !== '\r')
        return broken(text, at, delimiter)
    } else {
      const start = i
      while (i < text.length && text[i] !== delimiter && text[i] !== '\n' && text[i] !== '\r') i++
      cells.push(text.slice(start, i))
    }
    if (text[i] === delimiter) i++
    else return { cells, next: afterBreak(text, i), isBroken: false }
  }
}

function closingQuote(text: string, from: number, longest: number): number {
  for (let i = from; ; i += 2) {
    i = text.indexOf('"', i)
    // Twice the longest cell: it may consist of doubled quotes.
    if (i === -1 || i - from > 2 * longest + 2) return -1
    if (text[i + 1] !== '"') return i
  }
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  const end = feed === -1 ? text.length : feed
  const only = text.slice(from, end).indexOf('\r')
  return only === -1 ? end : from + only
}

function afterBreak(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1
}

function broken(text: string, at: number, delimiter: string): Record {
  const end = lineEnd(text, at)
  return { cells: text.slice(at, end).split(delimiter), next: afterBreak(text, end), isBroken: true }
}

/** That which parts the first rows into the most, and most equal, cells. */
export function findDelimiter(text: string, longest: number): string {
  let best: { delimiter: string; score: number } = { delimiter: ';', score: 0 }
  for (const delimiter of DELIMITERS) {
    const widths: number[] = []
    for (let at = 0; at < text.length && widths.length < SAMPLE_ROWS; ) {
      const record = readRecord(text, at, delimiter, longest)
      at = record.next
      if (!record.isBroken && trimmed(record.cells).length > 0) widths.push(record.cells.length)
    }
    const width = widths[0] ?? 1
    const agreeing = widths.filter((one) => one === width).length / Math.max(1, widths.length)
    const score = width > 1 ? agreeing + Math.min(width, 50) / 1000 : 0
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

export function fromCsv(
  bytes: Uint8Array,
  limits: ReadLimits = READ_LIMITS,
): RawTable | Refusal<ReadRefusal> {
  if (bytes.length > limits.bytes)
    return refuse('file_too_large', { bytes: bytes.length, most: limits.bytes })
  const { text: decoded, encoding } = decode(bytes)
  if (decoded.includes('\0')) return refuse('not_a_table')
  // Excel's own first line names the delimiter.
  const named = /^sep=(.)\r?\n/.exec(decoded)
  const text = named ? decoded.slice(named[0].length) : decoded
  const delimiter = named?.[1] ?? findDelimiter(text, limits.cell)

  const records: RawRow[] = []
  const damaged: SetAside[] = []
  let number = 0
  for (let at = 0; at < text.length; ) {
    const record = readRecord(text, at, delimiter, limits.cell)
    at = record.next
    number++
    if (number > limits.rows + 1) return refuse('too_many_rows', { most: limits.rows })
    if (record.isBroken) {
      if (damaged.length >= BROKEN_MOST) return refuse('too_many_broken_rows', { most: BROKEN_MOST })
      damaged.push({
        number,
        cells: record.cells.slice(0, limits.columns),
        refusals: [refuse('bad_quotes' satisfies RowRefusal)],
      })
    } else records.push({ number, cells: record.cells.map((cell) => restored(cell)) })
  }
  return headed(records, damaged, { encoding, delimiter }, limits)
}

/** The first row that says anything is the header. */
export function headed(
  records: readonly RawRow[],
  damaged: readonly SetAside[],
  how: Pick<RawTable, 'encoding' | 'delimiter'>,
  limits: ReadLimits,
): RawTable | Refusal<ReadRefusal> {
  const first = records.findIndex((record) => trimmed(record.cells).length > 0)
  if (first === -1) return refuse('no_rows')
  const header = trimmed(records[first]!.cells).map((title) => title.trim())
  if (header.length > limits.columns)
    return refuse('too_many_columns', { columns: header.length, most: limits.columns })
  const { rows, setAside } = sift(header, records.slice(first + 1), limits)
  const all = [...damaged, ...setAside].sort((a, b) => a.number - b.number)
  return { header, rows, setAside: all, ...how }
}
