/** An identity service on a free port: discovery, keys, tokens. It says whatever the test tells it to say. */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Claims = Readonly<Record<string, unknown>>

export type OidcProvider = {
  readonly issuer: string
  /** Follows the link as a person who agrees; gives the query with which the browser comes back. */
  agree(authorizationUrl: string, claims: Claims): string
  close(): Promise<void>
}

export const CLIENT = { clientId: 'viche', clientSecret: 'a secret of the client' } as const

export async function oidcProvider(): Promise<OidcProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const granted = new Map<string, { claims: Claims; challenge: string; redirect: string }>()
  let issuer = ''
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const answer = (body: unknown, status = 200) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      }
      if (request.url === '/.well-known/openid-configuration')
        return answer({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        })
      if (request.url === '/keys')
        return answer({
          keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', use: 'sig', alg: 'RS256' }],
        })
      const form = new URLSearchParams(Buffer.concat(chunks).toString())
      const code = form.get('code') ?? ''
      const grant = granted.get(code)
      granted.delete(code)
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      if (!grant || grant.challenge !== challenge || grant.redirect !== form.get('redirect_uri'))
        return answer({ error: 'invalid_grant' }, 400)
      answer({ access_token: 'x', token_type: 'bearer', id_token: signed(grant.claims) })
    })
  })

  function signed(claims: Claims): string {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const now = Math.floor(Date.now() / 1000)
    const body = `${part({ alg: 'RS256', kid: '1' })}.${part({ iss: issuer, aud: CLIENT.clientId, iat: now, exp: now + 60, ...claims })}`
    return `${body}.${createSign('sha256').update(body).sign(privateKey, 'base64url')}`
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    agree(authorizationUrl, claims) {
      const asked = new URL(authorizationUrl).searchParams
      const code = randomBytes(16).toString('hex')
      granted.set(code, {
        claims: { nonce: asked.get('nonce'), ...claims },
        challenge: asked.get('code_challenge') ?? '',
        redirect: asked.get('redirect_uri') ?? '',
      })
      return `?${new URLSearchParams({ code, state: asked.get('state') ?? '' })}`
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
