/** Browsers, telephones and keys for tests of coming in. */
import assert from 'node:assert/strict'
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { generateSync } from 'otplib'
import { type App, createApp } from '../../src/app.ts'
import type { Grant } from '../../src/kernel/actor.ts'
import { Temporal } from '../../src/kernel/civil-date.ts'
import { firstLink } from '../../src/modules/people/index.ts'
import type { Config } from '../../src/platform/config.ts'
import { contextOf, transact } from '../../src/platform/context.ts'
import { freshDatabase } from '../../src/platform/database/test-database.ts'
import { connect } from '../../src/platform/db.ts'
import { SILENT } from '../../src/platform/log.ts'
import { writeSetting } from '../../src/platform/settings.ts'

export const PASSPHRASE = 'шовковиця над старим колодязем'

export type DoorApp = App & {
  readonly baseUrl: string
  browser(options?: BrowserOptions): Browser
  /** The link that a start prints. */
  welcome(): Promise<string | null>
  drop(): Promise<void>
}

/** The program as it is told its address, its kind and its identity service. */
export async function doorApp(
  options: {
    readonly kind?: 'city' | 'demonstration'
    readonly publicUrl?: string
    readonly oidc?: Config['oidc']
  } = {},
): Promise<DoorApp> {
  const database = await freshDatabase()
  const baseUrl = options.publicUrl ?? 'https://viche.test'
  const connection = connect(database.url, { max: 1 })
  const system = contextOf(connection.db, { kind: 'system', job: 'test' })
  await transact(system, (tx) =>
    writeSetting(tx, 'instance', { kind: options.kind ?? 'city', madeAt: tx.now.toString() }),
  )
  await connection.close()
  const app = await createApp({
    config: {
      publicUrl: baseUrl,
      dataDir: join(tmpdir(), `viche-test-${process.pid}`),
      trustProxy: false,
      uploadLimit: 1024 * 1024,
      oidc: options.oidc ?? null,
      smtpUrl: null,
      mailFrom: 'viche@viche.test',
      databaseConnections: 4,
    },
    databaseUrl: database.url,
    secret: 'a secret of the tests, longer than thirty-two letters',
    log: SILENT,
    withJobs: false,
  })
  return {
    ...app,
    baseUrl,
    browser: (browserOptions) => new Browser(app, baseUrl, browserOptions),
    welcome: () => firstLink(contextOf(app.connection.db, { kind: 'anonymous' }), app.house),
    async drop() {
      await app.close()
      await database.drop()
    },
  }
}

type BrowserOptions = { readonly address?: string; readonly userAgent?: string }
type Form = Readonly<Record<string, string | readonly string[]>>

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** Keeps the session's cookie, follows no redirect, and sends the token of the page it saw last. */
export class Browser {
  cookie: string | null = null
  csrf: string | null = null
  readonly #app: App
  readonly #origin: string
  readonly #options: BrowserOptions

  constructor(app: App, baseUrl: string, options: BrowserOptions = {}) {
    this.#app = app
    this.#origin = baseUrl
    this.#options = options
  }

  get(path: string): Promise<LightMyRequestResponse> {
    return this.#send('GET', path)
  }

  /** @param form.`_csrf` of the last page is added */
  post(path: string, form: Form): Promise<LightMyRequestResponse> {
    const params = new URLSearchParams()
    const all = this.csrf === null ? form : { _csrf: this.csrf, ...form }
    for (const [name, value] of Object.entries(all))
      for (const one of [value].flat()) params.append(name, one)
    return this.#send('POST', path, params.toString())
  }

  async #send(method: 'GET' | 'POST', path: string, payload?: string): Promise<LightMyRequestResponse> {
    const response = await this.#app.server.inject({
      method,
      url: path,
      remoteAddress: this.#options.address ?? '192.0.2.1',
      headers: {
        'user-agent': this.#options.userAgent ?? FIREFOX,
        ...(this.cookie ? { cookie: `viche_session=${this.cookie}` } : {}),
        ...(payload === undefined
          ? {}
          : { origin: this.#origin, 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(payload === undefined ? {} : { payload }),
    })
    for (const set of response.cookies.filter((c) => c.name === 'viche_session'))
      this.cookie = set.maxAge === 0 ? null : set.value
    if (String(response.headers['content-type']).startsWith('text/html'))
      this.csrf = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? null
    return response
  }
}

/** What stands in the page as text, entities undone. */
export function textOf(response: LightMyRequestResponse): string {
  return plainText(response.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '))
}

function plainText(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** The secret that a set-up page offers. */
export function offeredSecretOf(response: LightMyRequestResponse): string {
  const groups = /<code>([A-Z2-7 ]+)<\/code>/.exec(response.body)?.[1]
  assert.ok(groups, 'the page offers a secret')
  return groups.replaceAll(' ', '')
}

/** The codes that a page shows once. */
export function recoveryCodesIn(response: LightMyRequestResponse): string[] {
  const shown = /<code id="codes">([^<]+)</.exec(response.body)?.[1] ?? ''
  return shown.split('\n')
}

/** What a telephone shows. A step counts once: the second code within half a minute is the next one's. */
export function totpCode(secret: string, stepsAhead = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * stepsAhead })
}

export type Newcomer = {
  readonly browser: Browser
  readonly secret: string
  readonly codes: readonly string[]
}

/** Sets codes up in a browser whose session waits for its second factor. */
export async function setUpCodes(browser: Browser): Promise<Newcomer> {
  const offer = await browser.get('/office/sign-in/set-up')
  assert.equal(offer.statusCode, 200)
  const secret = offeredSecretOf(offer)
  const shown = await browser.post('/office/sign-in/set-up', { code: totpCode(secret) })
  assert.equal(shown.statusCode, 200, textOf(shown))
  const codes = recoveryCodesIn(shown)
  return { browser, secret, codes }
}

/** The first administrator, come in as the README says. */
export async function firstAdministrator(app: DoorApp, email = 'admin@nizhyn.example'): Promise<Newcomer> {
  const browser = app.browser()
  const link = new URL((await app.welcome())!)
  const key = link.searchParams.get('key')!
  assert.equal((await browser.get(link.pathname + link.search)).statusCode, 200)
  const entered = await browser.post('/office/welcome', {
    key,
    name: 'Гнатюк Соломія Іванівна',
    email,
    passphrase: PASSPHRASE,
  })
  assert.equal(entered.statusCode, 303, textOf(entered))
  return setUpCodes(browser)
}

/** Someone who was invited and came in. */
export async function comeIn(
  app: DoorApp,
  person: { readonly email: string; readonly name?: string; readonly grants: readonly Grant[] },
): Promise<Newcomer> {
  const { inviteStaff } = await import('../../src/modules/people/actions/staff.ts')
  const system = contextOf(app.connection.db, { kind: 'system', job: 'test' })
  const { link } = await inviteStaff(system, app.house, {
    email: person.email,
    name: person.name ?? 'Тарасенко Ігор Петрович',
    position: null,
    grants: person.grants,
  })
  const browser = app.browser()
  const url = new URL(link)
  await browser.get(url.pathname + url.search)
  const key = url.searchParams.get('key')!
  const entered = await browser.post('/office/invitation', { key, passphrase: PASSPHRASE })
  assert.equal(entered.statusCode, 303, textOf(entered))
  return setUpCodes(browser)
}

/** Forgets which step of time was used last, so that a test need not wait half a minute. */
export async function waitAStep(app: App): Promise<void> {
  await app.connection.db.updateTable('staff').set({ totp_last_step: null }).execute()
}

export function laterThan(hours: number): Temporal.Instant {
  return Temporal.Now.instant().add({ hours })
}

/** An authenticator in software: ES256, one key, no attestation (WebAuthn level 3, sections 6.1 and 8.7). */
export class Authenticator {
  readonly #origin: string
  readonly #rpId: string
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly id = randomBytes(32)
  counter = 0

  constructor(baseUrl: string) {
    this.#origin = new URL(baseUrl).origin
    this.#rpId = new URL(baseUrl).hostname
  }

  /** The request that a page holds for its script. */
  static requestOf(response: LightMyRequestResponse): { challenge: string } {
    const text = /data-request="([^"]+)"/.exec(response.body)?.[1]
    assert.ok(text, 'the page holds a request for the authenticator')
    return JSON.parse(plainText(text)) as { challenge: string }
  }

  create(request: { challenge: string }): string {
    const jwk = this.#keys.publicKey.export({ format: 'jwk' })
    const cose = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
      Buffer.from(jwk.x!, 'base64url'),
      Buffer.from([0x22, 0x58, 0x20]),
      Buffer.from(jwk.y!, 'base64url'),
    ])
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, cose])
    const authData = Buffer.concat([this.#head(0x45), attested])
    const size = Buffer.alloc(2)
    size.writeUInt16BE(authData.length)
    // {"fmt": "none", "attStmt": {}, "authData": bytes} in CBOR.
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3, 0x63]),
      Buffer.from('fmt'),
      Buffer.from([0x64]),
      Buffer.from('none'),
      Buffer.from([0x67]),
      Buffer.from('attStmt'),
      Buffer.from([0xa0, 0x68]),
      Buffer.from('authData'),
      Buffer.from([0x59]),
      size,
      authData,
    ])
    return this.#answer({
      clientDataJSON: this.#client('webauthn.create', request.challenge).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    })
  }

  get(request: { challenge: string }): string {
    this.counter += 1
    const authData = this.#head(0x05)
    const client = this.#client('webauthn.get', request.challenge)
    const signed = Buffer.concat([authData, createHash('sha256').update(client).digest()])
    return this.#answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: createSign('sha256').update(signed).sign(this.#keys.privateKey).toString('base64url'),
    })
  }

  #head(flags: number): Buffer {
    const tail = Buffer.alloc(5)
    tail.writeUInt8(flags)
    tail.writeUInt32BE(this.counter, 1)
    return Buffer.concat([createHash('sha256').update(this.#rpId).digest(), tail])
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }))
  }

  #answer(response: Record<string, unknown>): string {
    const id = this.id.toString('base64url')
    return JSON.stringify({ id, rawId: id, type: 'public-key', response })
  }
}
