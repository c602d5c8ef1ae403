/** What an installation is told from outside, read once at the start. Pure: the environment is an argument. */
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import type { Bilingual } from '../kernel/texts.ts'
import {
  type Parsed,
  parseChoice,
  parseHost,
  parseOrigin,
  parseProxies,
  parseServerUrl,
  parseSwitch,
  parseWhole,
  wrong,
} from './config-values.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export type Config = {
  readonly host: string
  readonly port: number
  /** Absolute. */
  readonly dataDir: string
  /** `null`: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null
  /** Of the state register, which many cities may share; `null`: `viche_register` on the city's own server. */
  readonly registerDatabaseUrl: string | null
  /** Connections that one process holds to the database. */
  readonly databaseConnections: number
  /** Address that readers see: scheme, host and port, no slash at the end. */
  readonly publicUrl: string
  readonly smtpUrl: string | null
  /** Who letters come from. */
  readonly mailFrom: string
  /** `null`: the one kept in `dataDir`, see `keptSecret`. */
  readonly secret: string | null
  /** What Fastify takes as `trustProxy`. */
  readonly trustProxy: false | number | readonly string[]
  readonly logLevel: LogLevel
  /** `null`: nobody said; on for an embedded database that is made now, and then as that database remembers. */
  readonly demo: boolean | null
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null
  /** Bytes. */
  readonly uploadLimit: number
  /** Names that look like ours and are not. */
  readonly warnings: readonly ConfigWarning[]
}

/** A setting that is wrong: its name, what it holds (never a secret), and what would be right. */
export type ConfigProblem = {
  readonly name: string
  readonly held: string | null
  readonly right: Bilingual<string>
}
export type ConfigWarning = { readonly name: string; readonly nearest: string | null }

/** All wrong settings at once. The message speaks both languages, a line each. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[]
  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(problemLines).join('\n'))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/** Every setting there is; `fallback` is what the documentation prints. */
export const SETTINGS = [
  { name: 'PORT', fallback: '3000' },
  { name: 'HOST', fallback: '127.0.0.1' },
  { name: 'VICHE_URL', fallback: 'http://localhost:PORT' },
  { name: 'VICHE_DATA', fallback: './data' },
  { name: 'DATABASE_URL', fallback: '' },
  { name: 'REGISTER_DATABASE_URL', fallback: '' },
  { name: 'VICHE_DATABASE_CONNECTIONS', fallback: '10' },
  { name: 'SMTP_URL', fallback: '' },
  { name: 'VICHE_MAIL_FROM', fallback: 'viche@HOST' },
  { name: 'VICHE_SECRET', fallback: '' },
  { name: 'VICHE_TRUST_PROXY', fallback: 'off' },
  { name: 'VICHE_LOG', fallback: 'info' },
  { name: 'VICHE_DEMO', fallback: '' },
  { name: 'VICHE_UPLOAD_LIMIT_MB', fallback: '20' },
  { name: 'OIDC_ISSUER', fallback: '' },
  { name: 'OIDC_CLIENT_ID', fallback: '' },
  { name: 'OIDC_CLIENT_SECRET', fallback: '' },
] as const

type Name = (typeof SETTINGS)[number]['name']

const LOG_LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent']
const SECRETS: readonly Name[] = [
  'VICHE_SECRET',
  'OIDC_CLIENT_SECRET',
  'DATABASE_URL',
  'REGISTER_DATABASE_URL',
  'SMTP_URL',
]

/**
 * Reads the settings; an empty value counts as absent.
 * @throws ConfigError with every wrong one
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const problems: ConfigProblem[] = []
  const raw = (name: Name) => env[name]?.trim() || null
  const fault = (name: Name, right: Bilingual<string>) => {
    const held = raw(name)
    problems.push({ name, held: held !== null && SECRETS.includes(name) ? masked(held) : held, right })
  }
  function take<T>(name: Name, fallback: T, parse: (text: string) => Parsed<T>): T {
    const text = raw(name)
    if (text === null) return fallback
    const parsed = parse(text)
    if ('value' in parsed) return parsed.value
    fault(name, parsed.right)
    return fallback
  }

  const port = take('PORT', 3000, parseWhole(0, 65535))
  const host = take('HOST', '127.0.0.1', parseHost)
  const publicUrl = take('VICHE_URL', `http://localhost:${port}`, parseOrigin)
  const oidcParts = {
    issuer: take('OIDC_ISSUER', null, parseServerUrl(['https:', 'http:'], 'https://id.example.gov.ua')),
    clientId: raw('OIDC_CLIENT_ID'),
    clientSecret: raw('OIDC_CLIENT_SECRET'),
  }
  const { issuer, clientId, clientSecret } = oidcParts
  const oidc = issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null
  const given = (['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const).filter(
    (n) => raw(n) !== null,
  )
  if (given.length === 1 || given.length === 2) {
    for (const name of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const)
      if (raw(name) === null)
        fault(name, {
          uk: `значення потрібне, бо задано ${given.join(' і ')}`,
          en: `a value is needed, since ${given.join(' and ')} is given`,
        })
  }

  const config: Config = {
    host,
    port,
    dataDir: resolve(cwd, raw('VICHE_DATA') ?? 'data'),
    databaseUrl: take(
      'DATABASE_URL',
      null,
      parseServerUrl(['postgres:', 'postgresql:'], 'postgres://viche:…@localhost:5432/viche', { path: true }),
    ),
    registerDatabaseUrl: take(
      'REGISTER_DATABASE_URL',
      null,
      parseServerUrl(['postgres:', 'postgresql:'], 'postgres://viche:…@localhost:5432/viche_register', {
        path: true,
      }),
    ),
    databaseConnections: take('VICHE_DATABASE_CONNECTIONS', 10, parseWhole(2, 500)),
    publicUrl,
    smtpUrl: take(
      'SMTP_URL',
      null,
      parseServerUrl(['smtp:', 'smtps:'], 'smtps://user:…@mail.example.gov.ua:465'),
    ),
    mailFrom: take('VICHE_MAIL_FROM', `viche@${mailHost(publicUrl)}`, parseMailFrom),
    secret: take('VICHE_SECRET', null, parseSecret),
    trustProxy: take('VICHE_TRUST_PROXY', false, parseProxies),
    logLevel: take('VICHE_LOG', 'info', parseChoice(LOG_LEVELS)),
    demo: take('VICHE_DEMO', null, parseSwitch),
    oidc,
    uploadLimit: take('VICHE_UPLOAD_LIMIT_MB', 20, parseWhole(1, 1024)) * 1024 * 1024,
    warnings: Object.keys(env).flatMap(unknownName),
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

function problemLines({ name, held, right }: ConfigProblem): string {
  return held === null
    ? `${name}: не задано; ${right.uk}\n${name} is not set; ${right.en}`
    : `${name}: задано «${held}»; ${right.uk}\n${name} holds “${held}”; ${right.en}`
}

function parseSecret(text: string): Parsed<string> {
  return text.length >= 32
    ? { value: text }
    : wrong('потрібно щонайменше 32 випадкові символи', 'at least 32 random characters are needed')
}

function parseMailFrom(text: string): Parsed<string> {
  return /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text)
    ? { value: text }
    : wrong(
        'потрібна адреса: rada@example.gov.ua або Рада <rada@example.gov.ua>',
        'an address is needed: rada@example.gov.ua or Council <rada@example.gov.ua>',
      )
}

function mailHost(publicUrl: string): string {
  const { hostname } = new URL(publicUrl)
  return isIP(hostname.replace(/^\[|\]$/g, '')) ? 'localhost' : hostname
}

/** An address without its password; anything else is not shown, since it may be the secret itself. */
function masked(text: string): string {
  if (!URL.canParse(text) || !text.includes('://')) return '•••'
  const url = new URL(text)
  if (url.password) url.password = '***'
  url.search = ''
  return url.href
}

function unknownName(name: string): ConfigWarning[] {
  if (!/^(VICHE|OIDC)_/.test(name) || /^VICHE_TEST_/.test(name)) return []
  if (SETTINGS.some((s) => s.name === name)) return []
  const ranked = SETTINGS.map((s) => ({ name: s.name, far: distance(name, s.name) })).sort(
    (a, b) => a.far - b.far,
  )
  const best = ranked[0]!
  return [{ name, nearest: best.far <= Math.ceil(name.length / 3) ? best.name : null }]
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
