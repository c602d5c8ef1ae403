/** A record by a whole XML parser: for comments, attributes, CDATA, and where the quick way is checked against it. */
import { SaxesParser } from 'saxes'
import type { BrokenReason } from '../types.ts'
import { type Fields, keep, PATHS, pathNumber } from './record.ts'

/** @param text of the record, from its tag to its end */
export function parseRecord(text: string): Fields | BrokenReason {
  // A document type could declare entities; a record has none.
  if (/<!DOCTYPE/i.test(text)) return 'entity'
  const parser = new SaxesParser()
  const fields: Fields = new Array(PATHS.length)
  const open: string[] = []
  let value = ''
  /** Nothing but text was inside so far; a field of other elements is no text. */
  let leaf = false
  let broken: BrokenReason | null = null
  parser.on('error', (error) => {
    broken ??= reasonOf(error.message)
  })
  parser.on('opentag', ({ name }) => {
    open.push(name)
    value = ''
    leaf = true
  })
  parser.on('text', (more) => {
    value += more
  })
  parser.on('cdata', (more) => {
    value += more
  })
  parser.on('closetag', () => {
    const path = pathNumber(open.slice(1).join('/'))
    if (leaf && path >= 0 && value !== '') keep(fields, path, value)
    open.pop()
    value = ''
    leaf = false
  })
  parser.write(text).close()
  return broken ?? fields
}

function reasonOf(message: string): BrokenReason {
  if (/entity/.test(message)) return 'entity'
  if (/unclosed tag/.test(message)) return 'unclosed'
  if (/unexpected close tag|unmatched/.test(message)) return 'mismatched'
  if (/disallowed character/.test(message)) return 'control_character'
  return 'not_well_formed'
}
