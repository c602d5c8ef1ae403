/** Branded ids: an id of a measure is not an id of a duty. All are UUIDs, version 7, so that they sort by age. */
export type Id<Of extends string> = string & { readonly __id: Of }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return UUID.test(text)
}

/** Brands a text from the outside; throws on anything that is not a UUID. */
export function asId<Of extends string>(text: string): Id<Of> {
  if (!isId(text)) throw new TypeError(`not an id: ${text.slice(0, 40)}`)
  return text as Id<Of>
}

/**
 * Composes a version 7 UUID (RFC 9562, section 5.7).
 * @param milliseconds since 1970
 * @param random at least ten bytes
 */
export function composeId<Of extends string>(milliseconds: number, random: Uint8Array): Id<Of> {
  const time = milliseconds.toString(16).padStart(12, '0')
  const bytes = [...random.subarray(0, 10)]
  bytes[0] = (bytes[0]! & 0x0f) | 0x70
  bytes[2] = (bytes[2]! & 0x3f) | 0x80
  const tail = bytes.map((b) => b.toString(16).padStart(2, '0')).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}` as Id<Of>
}
