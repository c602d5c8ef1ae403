/** Lists out as CSV, XLSX, ODS and JSON; CSV and XLSX from others in. */
export { fromCsv } from './csv-read.ts'
export { type CsvOptions, streamCsv, toCsv } from './csv-write.ts'
export { explainTable } from './explain.ts'
export { type Entry, type Field, type Fields, type MappedRow, type MappedTable, mapRows } from './fields.ts'
export { type JsonRow, toJson } from './json-write.ts'
export {
  type RawRow,
  type RawTable,
  READ_LIMITS,
  type ReadLimits,
  type ReadRefusal,
  type RowRefusal,
  type SetAside,
} from './read.ts'
export {
  type ColumnKind,
  MEDIA_TYPES,
  type Sheet,
  type SheetColumn,
  type SheetLink,
  type TableFormat,
} from './sheet.ts'
export { type SpreadsheetOptions, toOds, toXlsx } from './spreadsheet-write.ts'
export { fromXlsx, readTable } from './xlsx-read.ts'
