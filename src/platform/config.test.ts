import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { ConfigError, readConfig, SETTINGS } from './config.ts'

const read = (env: Record<string, string | undefined>) => readConfig(env, '/srv/viche')

function problems(env: Record<string, string>): ConfigError {
  try {
    read(env)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  return assert.fail('accepted')
}

test('with nothing set, everything has a value', () => {
  assert.deepEqual(read({}), {
    host: '127.0.0.1',
    port: 3000,
    dataDir: '/srv/viche/data',
    databaseUrl: null,
    registerDatabaseUrl: null,
    databaseConnections: 10,
    publicUrl: 'http://localhost:3000',
    smtpUrl: null,
    mailFrom: 'viche@localhost',
    secret: null,
    trustProxy: false,
    logLevel: 'info',
    demo: null,
    oidc: null,
    uploadLimit: 20 * 1024 * 1024,
    warnings: [],
  })
})

const right = [
  ['PORT', '8080', 'port', 8080],
  ['PORT', '', 'port', 3000],
  ['HOST', '::', 'host', '::'],
  ['VICHE_URL', 'https://gromada.example.gov.ua/', 'publicUrl', 'https://gromada.example.gov.ua'],
  ['VICHE_DATA', '/var/lib/viche', 'dataDir', '/var/lib/viche'],
  ['VICHE_DATA', 'here', 'dataDir', '/srv/viche/here'],
  ['DATABASE_URL', 'postgresql://a:b@db/viche', 'databaseUrl', 'postgresql://a:b@db/viche'],
  [
    'DATABASE_URL',
    'postgres:///viche?host=/run/postgresql',
    'databaseUrl',
    'postgres:///viche?host=/run/postgresql',
  ],
  ['SMTP_URL', 'smtp://localhost:25', 'smtpUrl', 'smtp://localhost:25'],
  ['VICHE_MAIL_FROM', 'Рада <rada@example.gov.ua>', 'mailFrom', 'Рада <rada@example.gov.ua>'],
  ['VICHE_SECRET', 's'.repeat(32), 'secret', 's'.repeat(32)],
  ['VICHE_TRUST_PROXY', '1', 'trustProxy', 1],
  ['VICHE_TRUST_PROXY', 'off', 'trustProxy', false],
  ['VICHE_TRUST_PROXY', 'loopback, 10.0.0.0/8', 'trustProxy', ['loopback', '10.0.0.0/8']],
  ['VICHE_LOG', 'WARN', 'logLevel', 'warn'],
  ['VICHE_DEMO', 'off', 'demo', false],
  ['VICHE_DEMO', 'on', 'demo', true],
  ['VICHE_UPLOAD_LIMIT_MB', '5', 'uploadLimit', 5 * 1024 * 1024],
] as const

for (const [name, value, key, expected] of right)
  test(`${name}=${value} is ${JSON.stringify(expected)}`, () => {
    assert.deepEqual(read({ [name]: value })[key], expected)
  })

const faults = [
  ['PORT', '80a'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['HOST', 'http://localhost'],
  ['VICHE_URL', 'gromada.example.gov.ua'],
  ['VICHE_URL', 'https://example.gov.ua/viche'],
  ['VICHE_URL', 'ftp://example.gov.ua'],
  ['DATABASE_URL', 'mysql://a@db/viche'],
  ['DATABASE_URL', 'postgres://db'],
  ['VICHE_DATABASE_CONNECTIONS', '0'],
  ['SMTP_URL', 'mail.example.gov.ua:25'],
  ['VICHE_MAIL_FROM', 'rada'],
  ['VICHE_SECRET', 'short'],
  ['VICHE_TRUST_PROXY', 'true'],
  ['VICHE_TRUST_PROXY', '10.0.0.0/33'],
  ['VICHE_LOG', 'loud'],
  ['VICHE_DEMO', 'maybe'],
  ['VICHE_UPLOAD_LIMIT_MB', '0'],
  ['OIDC_ISSUER', 'id.gov.ua'],
] as const

for (const [name, value] of faults)
  test(`${name}=${value} is refused by its name, in both languages`, () => {
    const error = problems({ [name]: value })
    assert.equal(error.problems[0]?.name, name)
    assert.match(error.message, new RegExp(`${name}: (задано|не задано)`))
    assert.match(error.message, new RegExp(`${name} (holds|is not set)`))
  })

test('all wrong settings are named at once', () => {
  const error = problems({ PORT: 'x', VICHE_LOG: 'y', VICHE_DEMO: 'z' })
  assert.deepEqual(
    error.problems.map((p) => p.name),
    ['PORT', 'VICHE_LOG', 'VICHE_DEMO'],
  )
})

test('no secret is printed', () => {
  const env = {
    VICHE_SECRET: 'hush-1',
    DATABASE_URL: 'postgres://viche:hush-2@db?password=hush-3',
    SMTP_URL: 'http://u:hush-4@mail',
    OIDC_CLIENT_SECRET: 'hush-5',
  }
  assert.doesNotMatch(problems(env).message, /hush/)
  assert.doesNotMatch(problems({ DATABASE_URL: 'hush-6' }).message, /hush/)
  assert.match(problems(env).message, /postgres:\/\/viche:\*\*\*@db/)
})

test('OpenID Connect is configured whole or not at all', () => {
  const whole = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'viche', OIDC_CLIENT_SECRET: 'x' }
  assert.deepEqual(read(whole).oidc, { issuer: 'https://id.example', clientId: 'viche', clientSecret: 'x' })
  assert.deepEqual(
    problems({ OIDC_ISSUER: 'https://id.example' }).problems.map((p) => p.name),
    ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  )
})

test('a misspelt name is a warning with the nearest known one', () => {
  const { warnings } = read({
    VICHE_DAT: 'x',
    VICHE_ZZZZZZZZZ: '1',
    VICHE_TEST_DATABASE_URL: 'x',
    PATH: '/bin',
  })
  assert.deepEqual(warnings, [
    { name: 'VICHE_DAT', nearest: 'VICHE_DATA' },
    { name: 'VICHE_ZZZZZZZZZ', nearest: null },
  ])
})

test('the documentation lists every setting with its default, in the order of the code', () => {
  const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8')
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\| (?:`([^`]*)`)? *\|/gm)].map((m) => ({
    name: m[1],
    fallback: m[2] ?? '',
  }))
  assert.deepEqual(
    rows,
    SETTINGS.map(({ name, fallback }) => ({ name, fallback })),
  )
})
