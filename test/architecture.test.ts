/** The dependency rule of the house, read from the imports. A broken arrow names both ends. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { areaOf } from '../src/kernel/area.ts'
import { modules } from '../src/modules.ts'

const SRC = fileURLToPath(new URL('../src', import.meta.url))

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean }

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((e) => e.isFile() && e.name.endsWith('.ts'))
  .map((e) => relative(SRC, join(e.parentPath, e.name)).replaceAll('\\', '/'))
const production = files.filter((f) => !f.endsWith('.test.ts'))

const texts = new Map(files.map((f) => [f, readFileSync(join(SRC, f), 'utf8')]))
const imports: Import[] = production.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const found: Import[] = []
  const pattern = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm
  for (const m of texts.get(file)!.matchAll(pattern)) {
    const to = m[2] ?? m[3]!
    found.push({
      from: file,
      to: to.startsWith('.') ? join(dirname(file), to).replaceAll('\\', '/') : to,
      typeOnly: Boolean(m[1]),
    })
  }
  return found
}

const moduleOf = (file: string) => /^modules\/([\w-]+)\//.exec(file)?.[1]

/** The room of a file inside its module: `actions`, also for `actions/measure.ts`. */
function roomOf(file: string): string {
  const rest = file.replace(/^modules\/[\w-]+\//, '')
  return rest.includes('/') ? rest.split('/')[0]! : rest.replace(/\.ts$/, '')
}

/** What each room of a module may use of its own module. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  types: ['types'],
  tables: ['types'],
  rules: ['types', 'rules', 'reading'],
  reading: ['types', 'reading'],
  policy: ['types', 'rules', 'policy'],
  texts: ['types', 'texts', 'rules', 'reading'],
  forms: ['types', 'rules', 'forms'],
  store: ['types', 'rules', 'store', 'tables', 'policy'],
  actions: [
    'types',
    'rules',
    'policy',
    'store',
    'actions',
    'forms',
    'texts',
    'reading',
    'events',
    'credentials',
    'source',
  ],
  events: ['types'],
  // Hashing, codes, keys and foreign sign-in: contact with the world that only people has.
  credentials: ['types', 'rules', 'credentials'],
  // Bytes of a file of others, as a stream: contact with the world that only the state register has.
  source: ['types', 'reading', 'source'],
  views: ['types', 'rules', 'policy', 'forms', 'texts', 'views', 'reading'],
  documents: ['types', 'rules', 'texts', 'documents'],
}
/** Doors and wrappers: they use anything of their own module but other doors' manifests. */
const DOORS = [
  'module',
  'index',
  'public',
  'staff',
  'cabinet',
  'api',
  'jobs',
  'cli',
  'open-data',
  'search',
  'feeds',
]

const PURE = [/^kernel\//, /^legal-time\/(?!cli)/, /^modules\/[\w-]+\/(rules|policy|types|reading)(\/|\.ts)/]

/** Arrows that the rule allows, each with its reason. */
const ALLOWED: readonly { readonly from: RegExp; readonly to: RegExp; readonly because: string }[] = [
  { from: /^kernel\/civil-date\.ts$/, to: /^temporal-polyfill$/, because: 'the type of a civil day' },
  { from: /^kernel\/inputs\.ts$/, to: /^zod$/, because: 'schemas of inputs are pure values' },
]

test('nothing outside the composition root imports it', () => {
  const roots = [
    'app.ts',
    'main.ts',
    'cli.ts',
    'modules.ts',
    'house.ts',
    'installation.ts',
    'first-start.ts',
    'installation-commands.ts',
  ]
  const broken = imports.filter((i) => roots.includes(i.to) && !roots.includes(i.from))
  assert.deepEqual(broken, [])
})

test('kernel stands on nothing of ours', () => {
  const broken = imports.filter(
    (i) => i.from.startsWith('kernel/') && !i.to.startsWith('kernel/') && !allowed(i),
  )
  assert.deepEqual(broken, [])
})

test('legal time stands on the kernel alone', () => {
  const broken = imports.filter(
    (i) =>
      i.from.startsWith('legal-time/') &&
      !/^(legal-time|kernel)\//.test(i.to) &&
      !/^(temporal-polyfill|node:util)$/.test(i.to),
  )
  assert.deepEqual(broken, [])
})

test('ui stands on the kernel alone', () => {
  const broken = imports.filter(
    (i) => i.from.startsWith('ui/') && !/^(ui|kernel)\//.test(i.to) && !/^temporal-polyfill$/.test(i.to),
  )
  assert.deepEqual(broken, [])
})

test('the platform knows no module', () => {
  const broken = imports.filter((i) => i.from.startsWith('platform/') && i.to.startsWith('modules/'))
  assert.deepEqual(broken, [])
})

test('the web server and the database driver are known to the platform alone', () => {
  const broken = imports.filter(
    (i) =>
      /^(fastify|@fastify\/.*|pg|graphile-worker|nodemailer)$/.test(i.to) &&
      !i.from.startsWith('platform/') &&
      !(i.from === 'app.ts' && i.typeOnly),
  )
  assert.deepEqual(broken, [])
})

test('a module is entered by its index only, and only by modules that name it', () => {
  const needs = new Map(modules.map((m) => [m.name, m.needs]))
  const broken = imports.filter((i) => {
    const [a, b] = [moduleOf(i.from), moduleOf(i.to)]
    if (!a || !b || a === b) return false
    return !i.to.endsWith('/index.ts') || !(needs.get(a) ?? []).includes(b)
  })
  assert.deepEqual(broken, [])
})

test('modules have no cycles: each needs only those that stand before it', () => {
  const order = modules.map((m) => m.name)
  for (const m of modules)
    for (const need of m.needs)
      assert.ok(
        order.indexOf(need) < order.indexOf(m.name) && order.includes(need),
        `${m.name} needs ${need}`,
      )
})

test('inside a module the arrows run one way', () => {
  const broken = imports.filter((i) => {
    const module = moduleOf(i.from)
    if (!module || moduleOf(i.to) !== module) return false
    const [from, to] = [roomOf(i.from), roomOf(i.to)]
    if (DOORS.includes(from)) return false
    const may = ROOMS[from]
    return may === undefined ? true : !may.includes(to) && !i.typeOnly
  })
  assert.deepEqual(broken, [])
})

test('rules, policies, types, legal time and the kernel are pure', () => {
  const broken = production
    .filter((f) => PURE.some((p) => p.test(f)))
    .flatMap((f) => {
      const code = texts.get(f)!.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      const found =
        /\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\b|\basync\s|\bawait\s|\bfetch\(|node:fs|node:http|\bprocess\./.exec(
          code,
        )
      return found ? [`${f}: ${found[0]}`] : []
    })
  assert.deepEqual(broken, [])
})

test('rules and policies know neither database, web nor texts', () => {
  const broken = imports.filter(
    (i) =>
      /^modules\/[\w-]+\/(rules|policy)(\/|\.ts)/.test(i.from) &&
      !i.typeOnly &&
      (i.to.startsWith('platform/') || i.to.startsWith('ui/') || /\/texts\//.test(i.to)),
  )
  assert.deepEqual(broken, [])
})

test('a table is written by one store', () => {
  const writers = new Map<string, Set<string>>()
  for (const f of production) {
    for (const m of texts.get(f)!.matchAll(/\b(?:insertInto|updateTable|deleteFrom)\('(\w+)'\)/g)) {
      const owner = moduleOf(f) ?? 'platform'
      writers.set(m[1]!, (writers.get(m[1]!) ?? new Set()).add(owner))
      if (moduleOf(f)) assert.equal(roomOf(f), 'store', `${f} writes ${m[1]} outside a store`)
    }
  }
  for (const [table, owners] of writers)
    assert.equal(owners.size, 1, `${table} is written by ${[...owners].join(' and ')}`)
})

test('every route says who may come, and no two have one address', () => {
  const seen = new Set<string>()
  for (const m of modules) {
    for (const route of m.routes ?? []) {
      assert.equal(typeof route.policy.allows, 'function', `${route.method} ${route.path}`)
      const key = `${route.method} ${route.path.replace(/:\w+/g, ':x')}`
      assert.ok(!seen.has(key), `twice: ${key}`)
      seen.add(key)
      if (areaOf(route.path) !== 'public') assert.ok(!route.cached, `${route.path} is cached`)
    }
  }
})

test('no file is longer than a room wants to be', () => {
  const long = production.filter((f) => !/\/(texts|data)\//.test(f) && texts.get(f)!.split('\n').length > 330)
  assert.deepEqual(long, [])
})

function allowed(i: Import): boolean {
  return ALLOWED.some((a) => a.from.test(i.from) && a.to.test(i.to))
}
