/** Passphrases as they are kept: argon2id with the parameters of the OWASP Password Storage Cheat Sheet. */
import { newSecret } from '../../../../platform/random.ts'
import { canonicalPassphrase } from '../../rules/passphrase.ts'

/** Kibibytes, passes, lanes; argon2id is the library's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Native code, loaded with the first passphrase. */
const library = () => import('@node-rs/argon2')

/** Of a passphrase that nobody knows: a sign-in to an unknown account costs the same work. */
let nobodys: Promise<string> | null = null

export async function hashPassphrase(passphrase: string): Promise<string> {
  const { hash } = await library()
  return hash(canonicalPassphrase(passphrase), COST)
}

/** @param kept null where there is no account or it has no passphrase: takes as long, and is false */
export async function isPassphrase(kept: string | null, passphrase: string): Promise<boolean> {
  nobodys ??= hashPassphrase(newSecret())
  const { verify } = await library()
  const same = await verify(kept ?? (await nobodys), canonicalPassphrase(passphrase))
  return kept !== null && same
}
