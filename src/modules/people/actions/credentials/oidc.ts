/** Sign-in by another service (OpenID Connect Core 1.0, authorization code with PKCE). */
import type { Configuration } from 'openid-client'
import { z } from 'zod'
import { Unavailable } from '../../../../kernel/errors.ts'
import type { House } from '../../../../platform/house.ts'

const CALLBACK = '/office/sign-in/oidc/callback'
const RENEW_MS = 3_600_000

const kept = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string() })
/** What one browser's question was: kept with its session until the answer comes. */
export type OidcQuestion = z.infer<typeof kept>

export type OidcPerson = { readonly subject: string; readonly email: string | null }

let known: {
  readonly issuer: string
  readonly at: number
  readonly config: Promise<Configuration>
} | null = null

/** What the service says of itself, asked once an hour. */
async function discovered(house: House): Promise<Configuration> {
  const settings = house.oidc
  if (!settings) throw new Error('OpenID Connect is not configured')
  if (known?.issuer !== settings.issuer || performance.now() - known.at > RENEW_MS) {
    const oidc = await import('openid-client')
    const url = new URL(settings.issuer)
    const config = oidc.discovery(url, settings.clientId, settings.clientSecret, undefined, {
      timeout: 5,
      execute: url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
    })
    known = { issuer: settings.issuer, at: performance.now(), config }
    config.catch(() => {
      known = null
    })
  }
  try {
    return await known.config
  } catch (error) {
    throw new Unavailable('OpenID Connect', error)
  }
}

export async function askService(
  house: House,
  next: string,
): Promise<{ readonly url: URL; readonly question: OidcQuestion }> {
  const oidc = await import('openid-client')
  const config = await discovered(house)
  const question = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    next,
  }
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: `${house.baseUrl}${CALLBACK}`,
    scope: 'openid email profile',
    state: question.state,
    nonce: question.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(question.verifier),
    code_challenge_method: 'S256',
  })
  return { url, question }
}

export function readQuestion(text: string): OidcQuestion | null {
  const parsed = kept.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : null
}

/** @returns who it is by the service's word; an address counts only when the service has checked it. Null: refused */
export async function hearService(
  house: House,
  question: OidcQuestion,
  url: URL,
): Promise<OidcPerson | null> {
  const oidc = await import('openid-client')
  const config = await discovered(house)
  const back = new URL(`${house.baseUrl}${CALLBACK}`)
  back.search = url.search
  try {
    const tokens = await oidc.authorizationCodeGrant(config, back, {
      pkceCodeVerifier: question.verifier,
      expectedState: question.state,
      expectedNonce: question.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) return null
    const { email, email_verified: verified } = claims
    return {
      subject: `${claims.iss} ${claims.sub}`,
      email: typeof email === 'string' && verified === true ? email.toLowerCase() : null,
    }
  } catch (error) {
    house.log.warn('OpenID Connect refused', { reason: error instanceof Error ? error.message : 'unknown' })
    return null
  }
}
