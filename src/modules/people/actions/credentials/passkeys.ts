/** Passkeys (WebAuthn level 3): one press instead of passphrase and code. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { Temporal } from '../../../../kernel/civil-date.ts'
import type { House } from '../../../../platform/house.ts'
import type { PasskeyRow } from '../../types.ts'

/** Loaded when someone first uses a passkey: it is large, and an installation may never need it. */
const webauthn = () => import('@simplewebauthn/server')

const MINUTES = 10
/** ES256, EdDSA, RS256: what authenticators have. */
const ALGORITHMS = [-7, -8, -257]
const RANDOM_BYTES = 16
const TIME_BYTES = 6
const MAC_BYTES = 16

/** Passkeys belong to a name: at a bare address (`http://127.0.0.1:…`) no browser makes one. */
export function passkeysWork(house: Pick<House, 'baseUrl'>): boolean {
  const { hostname, protocol } = new URL(house.baseUrl)
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) === 0 && (protocol === 'https:' || bare === 'localhost')
}

/** A challenge that proves by itself that it is ours and fresh: showing the sign-in page writes nothing. */
function newChallenge(house: House, purpose: string, now: Temporal.Instant): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(RANDOM_BYTES + TIME_BYTES)
  randomBytes(RANDOM_BYTES).copy(head)
  head.writeUIntBE(now.add({ minutes: MINUTES }).epochMilliseconds, RANDOM_BYTES, TIME_BYTES)
  return new Uint8Array(Buffer.concat([head, mac(house, purpose, head)]))
}

function mac(house: House, purpose: string, head: Buffer): Buffer {
  return createHmac('sha256', house.keyFor('passkey-challenge'))
    .update(`${purpose}\n`)
    .update(head)
    .digest()
    .subarray(0, MAC_BYTES)
}

function challengeEnd(house: House, purpose: string, challenge: string, now: Temporal.Instant) {
  const bytes = Buffer.from(challenge, 'base64url')
  if (bytes.length !== RANDOM_BYTES + TIME_BYTES + MAC_BYTES) return null
  const head = bytes.subarray(0, RANDOM_BYTES + TIME_BYTES)
  if (!timingSafeEqual(bytes.subarray(RANDOM_BYTES + TIME_BYTES), mac(house, purpose, head))) return null
  const end = Temporal.Instant.fromEpochMilliseconds(head.readUIntBE(RANDOM_BYTES, TIME_BYTES))
  return Temporal.Instant.compare(end, now) > 0 ? end : null
}

function party(house: House): { readonly id: string; readonly origin: string } {
  const url = new URL(house.baseUrl)
  return { id: url.hostname, origin: url.origin }
}

/** For the script on the page, as JSON. */
export async function signInOptions(house: House, now: Temporal.Instant) {
  return (await webauthn()).generateAuthenticationOptions({
    rpID: party(house).id,
    challenge: newChallenge(house, 'sign-in', now),
    userVerification: 'required',
    timeout: MINUTES * 60_000,
  })
}

export async function registrationOptions(
  house: House,
  account: { readonly id: string; readonly email: string; readonly name: string },
  known: readonly PasskeyRow[],
  now: Temporal.Instant,
) {
  return (await webauthn()).generateRegistrationOptions({
    rpName: `Віче, ${house.city.name.uk}`,
    rpID: party(house).id,
    userID: new TextEncoder().encode(account.id),
    userName: account.email,
    userDisplayName: account.name,
    challenge: newChallenge(house, `register ${account.id}`, now),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    timeout: MINUTES * 60_000,
    excludeCredentials: known.map((k) => ({ id: k.id, transports: [...k.transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(10_000)
const common = { id: base64url.max(1_400), rawId: base64url.max(1_400), type: z.literal('public-key') }
const authentication = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
})
const registration = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
})

function read<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** The passkey that an answer names; null for anything that is no answer. */
export function readAnswer(text: string): AuthenticationResponseJSON | null {
  const answer = read(authentication, text)
  return answer && { ...answer, clientExtensionResults: {} }
}

type Spent = { readonly id: string; readonly until: Temporal.Instant }

/** @returns the new counter, and the challenge to be marked as used; null when anything is wrong */
export async function checkAnswer(
  house: House,
  answer: AuthenticationResponseJSON,
  key: PasskeyRow,
  now: Temporal.Instant,
): Promise<{ readonly counter: number; readonly spent: Spent } | null> {
  let spent: Spent | null = null
  try {
    const { verified, authenticationInfo } = await (await webauthn()).verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: (challenge) => {
        const until = challengeEnd(house, 'sign-in', challenge, now)
        if (until) spent = { id: challenge, until }
        return until !== null
      },
      expectedOrigin: party(house).origin,
      expectedRPID: party(house).id,
      credential: { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
      requireUserVerification: true,
    })
    return verified && spent ? { counter: authenticationInfo.newCounter, spent } : null
  } catch {
    return null
  }
}

/** @returns what is kept of a new passkey; null when anything is wrong */
export async function checkRegistration(
  house: House,
  accountId: string,
  text: string,
  now: Temporal.Instant,
): Promise<{ readonly key: PasskeyRow; readonly spent: Spent } | null> {
  const answer = read(registration, text)
  if (!answer) return null
  let spent: Spent | null = null
  try {
    const response: RegistrationResponseJSON = {
      ...answer,
      response: { ...answer.response, transports: answer.response.transports ?? [] },
      clientExtensionResults: {},
    }
    const { verified, registrationInfo } = await (await webauthn()).verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => {
        const until = challengeEnd(house, `register ${accountId}`, challenge, now)
        if (until) spent = { id: challenge, until }
        return until !== null
      },
      expectedOrigin: party(house).origin,
      expectedRPID: party(house).id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!verified || !spent) return null
    const { credential } = registrationInfo
    return {
      key: {
        id: credential.id,
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
      },
      spent,
    }
  } catch {
    return null
  }
}
