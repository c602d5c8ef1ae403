/** Reads the first sheet of an XLSX workbook made elsewhere. */
import type { CellValue } from 'hucre/xlsx'
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { fromCsv, headed } from './csv-read.ts'
import {
  type RawRow,
  type RawTable,
  READ_LIMITS,
  type ReadLimits,
  type ReadRefusal,
  trimmed,
} from './read.ts'
import { unpackWithin } from './unpack.ts'

export async function fromXlsx(
  bytes: Uint8Array,
  limits: ReadLimits = READ_LIMITS,
): Promise<RawTable | Refusal<ReadRefusal>> {
  if (bytes.length > limits.bytes)
    return refuse('file_too_large', { bytes: bytes.length, most: limits.bytes })
  const unpacked = unpackWithin(bytes, limits.unpackedBytes)
  if (isRefusal(unpacked)) return unpacked
  const records: RawRow[] = []
  try {
    const { streamXlsxRows } = await import('hucre/xlsx')
    for await (const row of streamXlsxRows(unpacked, { sheet: 0 })) {
      const cells = trimmed(row.values.map(cellText))
      if (cells.length === 0) continue
      if (records.length > limits.rows) return refuse('too_many_rows', { most: limits.rows })
      records.push({ number: row.index + 1, cells })
    }
  } catch {
    return refuse('broken_workbook')
  }
  return headed(records, [], { encoding: 'xlsx', delimiter: null }, limits)
}

/** Dates by ISO 8601; numbers with the 15 digits that a spreadsheet keeps. */
function cellText(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'number') return String(Number(value.toPrecision(15)))
  return String(value)
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const iso = date.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** The container of XLS and of workbooks locked by a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** CSV or XLSX, told apart by their first bytes, whatever the file is called. */
export async function readTable(
  bytes: Uint8Array,
  limits: ReadLimits = READ_LIMITS,
): Promise<RawTable | Refusal<ReadRefusal>> {
  const begins = (magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte)
  if (begins(OLE)) return refuse('old_or_locked_workbook')
  return begins(ZIP) ? fromXlsx(bytes, limits) : fromCsv(bytes, limits)
}
