/** Bytes → text: which kind of file, which encoding, what is damaged. No IO. */

import { damageIn } from './source/damage.ts'
import { readDocx } from './source/docx.ts'
import { decodeText } from './source/encoding.ts'
import { readOdt } from './source/odt.ts'
import { UnreadableFile } from './source/unreadable.ts'
import { unpack } from './source/zip.ts'
import type { Decoded } from './types.ts'

export { UnreadableFile }

/** The most bytes that are read, packed. */
export const LARGEST_FILE = 20 * 1024 * 1024

/** Characters. The largest programme of a city has a third of it; a reading of more would hold up everybody else. */
export const LONGEST_TEXT = 1_000_000

function startsWith(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((b, i) => bytes[i] === b)
}

function withDamage(part: Omit<Decoded, 'damage'>): Decoded {
  if (part.text.length > LONGEST_TEXT) throw new UnreadableFile('text_too_long')
  return { ...part, damage: damageIn(part.text) }
}

/** @throws UnreadableFile */
export function decode(bytes: Uint8Array, name = '', largest = LARGEST_FILE): Decoded {
  if (bytes.length > largest) throw new UnreadableFile('too_big', { size: bytes.length, largest })
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new UnreadableFile('pdf')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new UnreadableFile(/\.docx$/i.test(name) ? 'encrypted' : 'old_word')
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) throw new UnreadableFile('rtf')
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06))
    return packed(bytes)
  const { text, encoding } = decodeText(bytes)
  return withDamage({ text, kind: 'text', encoding, asides: [] })
}

function packed(bytes: Uint8Array): Decoded {
  const files = unpack(bytes)
  if (files.has('word/document.xml')) {
    const { text, asides } = readDocx(files)
    return withDamage({ text, kind: 'docx', encoding: 'utf-8', asides })
  }
  if (files.has('content.xml')) {
    if (
      /manifest:encryption-data|encryption-data/.test(
        new TextDecoder().decode(files.get('META-INF/manifest.xml') ?? new Uint8Array()),
      )
    )
      throw new UnreadableFile('encrypted')
    const { text, asides } = readOdt(files)
    return withDamage({ text, kind: 'odt', encoding: 'utf-8', asides })
  }
  throw new UnreadableFile('other_archive')
}
