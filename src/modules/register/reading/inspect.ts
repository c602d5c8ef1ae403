/** What a file is, by its first bytes. */
import type { FileFault, FilePart } from '../types.ts'
import { sniffEncoding } from './encoding.ts'

/** So many first bytes are looked at. */
export const LOOKED_AT = 256 * 1024

/**
 * @param head the first bytes as they stand in the file
 */
export function inspectPart(head: Buffer, name: string, size: number): FilePart | FileFault {
  const encoding = sniffEncoding(head)
  // Names of elements are ASCII in all encodings; of UTF-16 every second byte is dropped.
  const text = encoding.startsWith('utf-16')
    ? head.toString('latin1').replaceAll('\0', '')
    : head.toString('latin1')
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return 'doctype'
  const tag = recordTag(text)
  if (tag === null) return 'not_register'
  const has = (element: string) => new RegExp(`<${element}[\\s/>]`).test(text)
  const isPersons = has('FIO') && !has('EDRPOU')
  const isThird = ['SIGNERS', 'OPF', 'EXCHANGE_DATA', 'TYPE_SUBJECT', 'EXECUTIVE_POWER'].some(has)
  if (!isPersons && !has('NAME')) return 'not_register'
  return {
    name,
    size,
    kind: isPersons ? 'fop' : has('TYPE_SUBJECT') || has('TYPE_BRANCH') ? 'fsu' : 'uo',
    generation: isThird ? 3 : tag === 'SUBJECT' ? 2 : 1,
    encoding,
    tag,
  }
}

/** `SUBJECT`, or `RECORD` where that is a record and not a field of one. */
function recordTag(text: string): string | null {
  if (/<SUBJECT[\s>]/.test(text)) return 'SUBJECT'
  return /<RECORD[\s>]\s*<(?:NAME|FIO)[\s/>]/.test(text) ? 'RECORD' : null
}

/** The last tag ends something that is no record: the root. @param tail the last bytes, in any encoding */
export function endsWhole(tail: Buffer, tag: string): boolean {
  const text = tail.toString('latin1').replaceAll('\0', '')
  const last = /<\/([A-Za-z_][\w.-]*)\s*>(?:\s|<!--[^>]*-->)*$/.exec(text)
  return last !== null && last[1] !== tag
}
