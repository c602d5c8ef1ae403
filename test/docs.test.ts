/** Documents that lie are worse than none: links, commands, settings, modules and names on the screen are held to the code. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { modules } from '../src/modules.ts'
import { SETTINGS } from '../src/platform/config.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const below = (folder: string, ending: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && e.name.endsWith(ending))
    .map((e) => relative(ROOT, join(e.parentPath, e.name)).replaceAll('\\', '/'))

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const ours = ['README.md', 'CONTRIBUTING.md', ...below('docs', '.md')]
const roomDocs = below('src', 'README.md')
const documents = [...ours, ...roomDocs].map((path) => ({ path, text: read(path) }))
const guide = documents.filter((d) => d.path.startsWith('docs/guide/'))

test('links between documents lead somewhere, also to the heading they name', () => {
  const broken = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]*)\)/g)].flatMap(([, link = '']) => {
      const [file = '', anchor] = link.split('#')
      const target = file === '' ? path : join(dirname(path), file)
      if (!existsSync(join(ROOT, target))) return [`${path}: ${link}`]
      return anchor && !anchors(read(target)).includes(anchor) ? [`${path}: ${link}`] : []
    }),
  )
  assert.deepEqual(broken, [])
})

function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/g, '-'),
  )
}

test('every file that a document names is there', () => {
  const named = /`((?:src|test|docs|demo|bench|migrations|bin)\/[\w./-]*[\w/])`/g
  const missing = ours.flatMap((path) =>
    [...read(path).matchAll(named)].flatMap(([, file = '']) =>
      /NNNN|\/X\//.test(file) || existsSync(join(ROOT, file)) ? [] : [`${path}: ${file}`],
    ),
  )
  assert.deepEqual(missing, [])
})

test('every document stands in README.md, in the contents of the guide, or in the list of decisions', () => {
  for (const [index, folder] of [
    ['README.md', 'docs'],
    ['docs/guide/README.md', 'docs/guide'],
    ['docs/decisions/README.md', 'docs/decisions'],
  ] as const) {
    const listed = [...read(index).matchAll(/\]\(([^)#\s]+\.md)\)/g)].map(([, link = '']) =>
      join(dirname(index), link),
    )
    const there = readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .map((name) => join(folder, name))
    assert.deepEqual(
      there.filter((file) => !listed.includes(file)),
      [],
      index,
    )
  }
})

/** Commands of the installation, as `src/cli.ts` sends them on; those of modules are in their manifests. */
const VERBS: Readonly<Record<string, readonly string[] | null>> = {
  start: null,
  help: null,
  backup: null,
  restore: null,
  doctor: null,
  audit: ['verify', 'checkpoint'],
  'legal-time': ['', 'due', 'before', 'year', 'explain', 'rules'],
}

test('every command that a document names exists', () => {
  const known = (area: string, verb: string) => {
    if (area in VERBS) return VERBS[area] === null || VERBS[area]?.includes(verb) === true
    return modules.some((m) => m.name === area && m.commands?.some((c) => c.verb === verb))
  }
  const cli = read('src/cli.ts')
  for (const area of Object.keys(VERBS))
    assert.ok(area === 'help' || cli.includes(`case '${area}'`), `src/cli.ts knows no ${area}`)
  const unknown = documents.flatMap(({ path, text }) =>
    commandsIn(text).flatMap(([area, verb]) => (known(area, verb) ? [] : [`${path}: viche ${area} ${verb}`])),
  )
  assert.deepEqual(unknown, [])
})

/** What stands after `viche` or `npm run -s viche --` in code; `…`, MODULE and paths are no commands. */
function commandsIn(text: string): [area: string, verb: string][] {
  const code = [...text.matchAll(/```[^\n]*\n([\s\S]*?)```|`([^`\n]+)`/g)].map(
    ([, block, inline]) => block ?? inline ?? '',
  )
  return code.flatMap((piece) =>
    [...piece.matchAll(/(?:^|[\s;&|])viche (?:-- )?([a-z][a-z-]*)(?: ([a-z][a-z-]*))?/gm)]
      .filter(([, area]) => area !== 'viche')
      .map(([, area = '', verb = '']): [string, string] => [area, verb]),
  )
}

test('every script that a document names is in package.json', () => {
  const { scripts } = JSON.parse(read('package.json')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  const unknown = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\bnpm run (?:-s )?([a-z]+)/g)].flatMap(([, name = '']) =>
      name in scripts ? [] : [`${path}: ${name}`],
    ),
  )
  assert.deepEqual(unknown, [])
})

test('every setting that a document names exists, and each is in docs/configuration.md', () => {
  const names: readonly string[] = SETTINGS.map((s) => s.name)
  const unknown = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:VICHE|OIDC|SMTP|DATABASE)_[A-Z_]*[A-Z]\b/g)].flatMap(([name]) =>
      names.includes(name) ? [] : [`${path}: ${name}`],
    ),
  )
  assert.deepEqual(unknown, [])
  const configuration = read('docs/configuration.md')
  for (const name of names) assert.match(configuration, new RegExp(`^\\| \`${name}\` +\\|`, 'm'))
})

test('every module is on the map and has its README', () => {
  const map = read('README.md')
  const architecture = read('docs/architecture.md')
  for (const { name } of modules) {
    assert.ok(map.includes(`\`${name}\``), `README.md: ${name}`)
    assert.ok(architecture.includes(`\`${name}\``), `docs/architecture.md: ${name}`)
    const path = `src/modules/${name}/README.md`
    assert.ok(existsSync(join(ROOT, path)), path)
    const lines = read(path)
      .split('\n')
      .filter((l) => l.trim() !== '')
    assert.ok(lines.length >= 6 && lines.length <= 16, `${path}: ${lines.length} lines`)
  }
})

test('a button or heading that the guide names stands in the texts, letter by letter', () => {
  const words = below('src', '.ts')
    .filter((path) => /\/texts\/|\/module\.ts$/.test(path))
    .map(read)
    .join('\n')
  const unknown = guide.flatMap(({ path, text }) =>
    [...text.replace(/```[\s\S]*?```/g, '').matchAll(/\*\*([^*]+)\*\*/g)].flatMap(([, name = '']) =>
      words.includes(`'${name}'`) ? [] : [`${path}: ${name}`],
    ),
  )
  assert.deepEqual(unknown, [])
})

test('no document names a machine of ours', () => {
  const found = [...documents, { path: 'CHANGELOG.md', text: read('CHANGELOG.md') }].flatMap(
    ({ path, text }) =>
      [...text.matchAll(/\/(?:home|root|work|Users)\/\S*/g)].map(([place]) => `${path}: ${place}`),
  )
  assert.deepEqual(found, [])
})
