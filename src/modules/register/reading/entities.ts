/** The five entities of XML and characters by their number. No other is known: a record declares none. */

const NAMED = (
  [
    ['&quot;', 0x22],
    ['&amp;', 0x26],
    ['&lt;', 0x3c],
    ['&gt;', 0x3e],
    ['&apos;', 0x27],
  ] as const
).map(([text, code]) => ({ bytes: Buffer.from(text), code }))

export const LONGEST_ENTITY = 12

/** Bytes of the entity that begins with `&` at `from`; 0 where there is none. */
export function entityLength(bytes: Buffer, from: number, to: number): number {
  for (const { bytes: name } of NAMED) if (standsAt(bytes, name, from, to)) return name.length
  return numbered(bytes, from, to)?.length ?? 0
}

/** The same with its character; it was checked before. */
export function entityAt(
  bytes: Buffer,
  from: number,
  to: number,
): { readonly code: number; readonly length: number } {
  for (const { bytes: name, code } of NAMED)
    if (standsAt(bytes, name, from, to)) return { code, length: name.length }
  return numbered(bytes, from, to) ?? { code: 0x26, length: 1 }
}

function standsAt(bytes: Buffer, name: Buffer, from: number, to: number): boolean {
  if (from + name.length > to) return false
  for (let i = 1; i < name.length; i++) if (bytes[from + i] !== name[i]) return false
  return true
}

function numbered(
  bytes: Buffer,
  from: number,
  to: number,
): { readonly code: number; readonly length: number } | null {
  if (bytes[from + 1] !== 0x23) return null
  const text = bytes.toString('latin1', from, Math.min(to, from + LONGEST_ENTITY))
  const m = /^&#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}));/.exec(text)
  if (!m) return null
  const code = m[1] === undefined ? Number(m[2]) : Number.parseInt(m[1], 16)
  return isCharacter(code) ? { code, length: m[0].length } : null
}

/** Extensible Markup Language 1.0, production 2. */
function isCharacter(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  )
}
