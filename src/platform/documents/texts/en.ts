import { figure } from '../../../kernel/texts.ts'
import type { uk } from './uk.ts'

const n = (value: string | number | undefined) => figure('en', Number(value ?? 0))
const megabytes = (value: string | number | undefined) =>
  figure('en', Math.floor(Number(value ?? 0) / 1_000_000))

export const en: typeof uk = {
  appendix: 'Appendix',
  appendices: 'Appendices',
  number: 'No.',
  dateToFill: '____ ______________ 20___',
  numberToFill: '________',
  tableCaption: (n, caption) => `Table ${n}. ${caption}`,
  figureCaption: (n, caption) => `Figure ${n}. ${caption}`,
  picture: 'Picture',
  pictureLeftOut: (alt) => `Picture: ${alt}`,
  preview: (title) => `Preview: ${title}`,
  readRefusals: {
    file_too_large: (v) => `The file is too large: up to ${megabytes(v.most)} MB are allowed. Split it.`,
    no_rows: () => 'The file has no rows.',
    too_many_rows: (v) => `The file has more than ${n(v.most)} rows. Split it.`,
    too_many_columns: (v) =>
      `The file has ${n(v.columns)} columns, up to ${n(v.most)} are allowed. Remove some.`,
    too_many_broken_rows: (v) =>
      `The file has more than ${n(v.most)} rows with unclosed quotes. Save the table again as XLSX or CSV.`,
    not_a_table: () => 'This is not a table. Save it as XLSX or CSV.',
    old_or_locked_workbook: () =>
      'This is a workbook of the old XLS format, or one locked by a password. Save it as XLSX without a password.',
    broken_workbook: () => 'The XLSX file is damaged. Open the table in your program and save it again.',
    unpacks_too_large: (v) =>
      `The workbook is too large when unpacked: up to ${megabytes(v.most)} MB are allowed.`,
    column_missing: (v) => `There is no column “${v.column}”. Add it, or rename the one that is meant.`,
    column_twice: (v) => `The column “${v.column}” is there twice. Leave one.`,
  },
  rowRefusals: {
    bad_quotes: () => 'Quotation marks are misplaced: one is not closed, or text follows a closed one.',
    row_too_wide: (v) => `The row has ${n(v.cells)} cells, the table ${n(v.columns)} columns.`,
    cell_too_long: (v) => `The text of a cell is longer than ${n(v.most)} characters.`,
    value_missing: (v) => `“${v.column}” is not filled in.`,
    not_an_integer: (v) => `“${v.column}”: “${v.text}” is not a whole number.`,
    not_an_amount: (v) => `“${v.column}”: “${v.text}” is not a sum in hryvnias.`,
    not_a_date: (v) => `“${v.column}”: “${v.text}” is not a date. Write it as 31.01.2026.`,
  },
}
