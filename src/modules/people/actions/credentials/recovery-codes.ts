/** Ten codes on paper, for the day when the telephone is lost. Each opens once; only keyed hashes are kept. */
import { randomBytes } from 'node:crypto'
import { sign } from '../../../../platform/random.ts'

const COUNT = 10
const LETTERS = 10
/** Without i, l, o, u: what is written by hand is read back right. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** `k3v9q-7m2xd`: 50 bits each. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const code = [...randomBytes(LETTERS)].map((b) => ALPHABET[b % ALPHABET.length]!).join('')
    return `${code.slice(0, LETTERS / 2)}-${code.slice(LETTERS / 2)}`
  })
}

/** @param code as typed: capitals, blanks and look-alike letters do not matter */
export function recoveryHash(key: Buffer, owner: string, code: string): string {
  const plain = code
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/[il]/g, '1')
    .replace(/o/g, '0')
  return sign(key, `${owner}\n${plain}`)
}
