/** Chance, for ids and secrets. Kept apart so that pure code cannot reach it by accident. */
import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { composeId, type Id } from '../kernel/ids.ts'

export function newId<Of extends string>(): Id<Of> {
  return composeId<Of>(Date.now(), randomBytes(10))
}

/** A secret of 256 bits in 43 letters, for sessions, invitations and tokens. Only its hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex')
}

/** A key for one purpose from the installation's secret (RFC 5869). */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'viche', purpose, 32))
}

export function sign(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('base64url')
}

export function sameText(a: string, b: string): boolean {
  const x = Buffer.from(a)
  const y = Buffer.from(b)
  return x.length === y.length && timingSafeEqual(x, y)
}

/** Octets that nobody can guess. */
export function randomOctets(count: number): Uint8Array {
  return randomBytes(count)
}
