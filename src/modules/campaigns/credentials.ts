/**
 * The link and the code of an invitation. They are made anew from the installation's key whenever a letter is
 * written or printed, so that nothing but their hashes is kept.
 */
import { createHmac } from 'node:crypto'
import { hashSecret, sign } from '../../platform/random.ts'
import { codeText } from './rules/letter.ts'
import type { InvitationId } from './types.ts'

/** Purpose of the key: `house.keyFor(KEY)`. */
export const KEY = 'campaigns.invitation'

export type Secrets = { readonly secret: string; readonly code: string }

/** The link has 256 bits, the code that is typed by hand 80. */
export function secretsOf(key: Buffer, id: InvitationId): Secrets {
  return {
    secret: sign(key, `link ${id}`),
    code: codeText(createHmac('sha256', key).update(`code ${id}`, 'utf8').digest()),
  }
}

export function hashesOf(secrets: Secrets): { readonly secret_hash: string; readonly code_hash: string } {
  return { secret_hash: hashSecret(secrets.secret), code_hash: hashSecret(secrets.code) }
}
