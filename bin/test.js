// Everything that must hold: types, format and lint, then the tests. `npm test -- PATTERN` runs the tests of a place.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name) => join(root, 'node_modules', '.bin', name)
const node = Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : bin('node')
const places = process.argv.slice(2)

function step(title, command, args, env = {}) {
  process.stdout.write(`\n— ${title}\n`)
  const run = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  if (run.status !== 0) {
    process.stdout.write(`\n${title}: failed\n`)
    process.exit(run.status ?? 1)
  }
}

/** The browser of the journeys: CHROMIUM, else where systems put it, else installed where root may do so. */
function chromium() {
  const known = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  const find = () => [process.env.CHROMIUM, ...known].find((path) => path && existsSync(path))
  const found = find()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('\n— Chromium is not here: installing it\n')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    const installed = find()
    if (installed) return installed
  }
  process.stdout.write(
    '\nДля перевірки сторінок потрібен Chromium: встановіть його (Debian: sudo apt install chromium) або вкажіть шлях у CHROMIUM.\n' +
      'The journeys need Chromium: install it (Debian: sudo apt install chromium) or name its path in CHROMIUM.\n',
  )
  process.exit(1)
}

if (places.length > 0) {
  step('tests', node, ['--test', ...places])
} else {
  step('types', node, [bin('tsc'), '--noEmit'].filter(Boolean))
  step('format and lint', bin('biome'), ['check', '.'])
  const browser = existsSync(join(root, 'test', 'journeys')) ? { CHROMIUM: chromium() } : {}
  step(
    'tests',
    node,
    ['--test', '--test-concurrency=2', 'src/**/*.test.ts', 'test/*.test.ts', 'test/journeys/*.test.ts'],
    browser,
  )
}
