/** One-time codes of an application (RFC 6238). The shared secret is kept encrypted; each step of time is used once. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import type { Temporal } from '../../../../kernel/civil-date.ts'

/** Loaded with the first code. */
const library = (): typeof import('otplib') => createRequire(import.meta.url)('otplib')

const STEP_SECONDS = 30
const IV_BYTES = 12
const TAG_BYTES = 16
const SECRET_BYTES = 20

/** AES-256-GCM; bound to its owner, so that a row copied to another person does not open. */
export function sealSecret(key: Buffer, owner: string, secret: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** Throws when the key or the owner is another one. */
export function openSecret(key: Buffer, owner: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const tagEnd = IV_BYTES + TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(IV_BYTES, tagEnd))
  return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]).toString('utf8')
}

/**
 * The secret that a set-up page offers: the same while the page is reloaded, another one after it was taken.
 * It follows from the session and what is kept now, so that looking at a page writes nothing.
 */
export function offeredSecret(key: Buffer, session: string, kept: string | null): string {
  const bytes = createHmac('sha256', key)
    .update(`${session}\n${kept ?? ''}`)
    .digest()
  const { ScureBase32Plugin } = library()
  return new ScureBase32Plugin().encode(bytes.subarray(0, SECRET_BYTES))
}

/** What the picture to scan says. */
export function totpUri(secret: string, account: string, issuer: string): string {
  return library().generateURI({ strategy: 'totp', issuer, label: account, secret, period: STEP_SECONDS })
}

/** @returns the step of time that the code belongs to (one step early or late is allowed), or null */
export function totpStep(secret: string, code: string, now: Temporal.Instant): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const result = library().verifySync({
    strategy: 'totp',
    secret,
    token,
    period: STEP_SECONDS,
    epoch: Math.floor(now.epochMilliseconds / 1000),
    epochTolerance: STEP_SECONDS,
  })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}
