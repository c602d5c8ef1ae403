/** The first of the two commands as people meet it: who starts it, what is told to whoever starts it wrongly, how it ends. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmod, chown, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { databasePid, freePort, launch, type Program, startProgram, stopProgram } from './battery/program.ts'

const CITY = { VICHE_DEMO: 'off' }
let home: string
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'viche-start-'))
})
const started: Program[] = []
after(async () => {
  for (const program of started) await stopProgram(program)
  await rm(home, { recursive: true, force: true })
})

/** Ends by itself within the time, with its code and what it said. */
async function endOf(env: Readonly<Record<string, string>>): Promise<{ code: number | null; words: string }> {
  const { child, said, logged } = launch(env, { quiet: true })
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  clearTimeout(late)
  return { code, words: said() + logged() }
}

/** Processes that work in a folder or name it. */
async function processesAt(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
  const found = await Promise.all(
    pids.map(async (pid) => {
      const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      const at = await readlink(`/proc/${pid}/cwd`).catch(() => '')
      return words.includes(folder) || at.startsWith(folder) ? [`${pid} ${words.replaceAll('\0', ' ')}`] : []
    }),
  )
  return found.flat()
}

async function answers(program: Program): Promise<number> {
  return (await fetch(`${program.url}/programmes`)).status
}

test('the start says where it is open and how the first administrator comes in; SIGTERM leaves nothing behind', async () => {
  const dataDir = join(home, 'first')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = await startProgram(dataDir, port, { ...CITY, VICHE_URL: url })
  started.push(program)
  // It answers a moment before it says so.
  for (let i = 0; i < 50 && !program.said().includes('welcome'); i++) await sleep(100)
  assert.match(program.said(), new RegExp(`Віче відкрито: ${url}\\n`))
  assert.match(program.said(), new RegExp(`${url}/office/welcome\\?key=[\\w-]{40,}`))
  assert.equal(await answers(program), 200)
  const server = await databasePid(dataDir)
  const ended = new Promise<[number | null, string | null]>((resolve) =>
    program.process.once('exit', (...how) => resolve(how)),
  )
  program.process.kill('SIGTERM')
  assert.deepEqual(await ended, [0, null])
  assert.throws(() => process.kill(server, 0), { code: 'ESRCH' })
  if (process.platform === 'linux') assert.deepEqual(await processesAt(dataDir), [])
})

test('stopped while it starts, it leaves nothing behind either', async () => {
  const dataDir = join(home, 'early')
  const { child } = launch({ ...CITY, VICHE_DATA: dataDir, PORT: String(await freePort()) }, { quiet: true })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  while (!(await databasePid(dataDir).catch(() => 0))) await sleep(10)
  child.kill('SIGTERM')
  assert.equal(await ended, 0)
  if (process.platform === 'linux') assert.deepEqual(await processesAt(dataDir), [])
})

test('a second start on the same data says so and leaves the first alone', async () => {
  const dataDir = join(home, 'held')
  const program = await startProgram(dataDir, await freePort(), CITY)
  try {
    const second = await endOf({ ...CITY, VICHE_DATA: dataDir, PORT: String(await freePort()) })
    assert.equal(second.code, 1)
    assert.match(second.words, new RegExp(`${program.process.pid}`))
    assert.match(second.words, /[а-яіїєґ]{4,}/i, 'it says it in words')
    assert.doesNotMatch(second.words, /\n\s+at /, 'and not by a stack')
    assert.equal(await answers(program), 200)
    assert.equal(program.process.exitCode, null)
  } finally {
    await stopProgram(program)
  }
})

test('settings that are wrong are named, all at once, with what would be right', async () => {
  const { code, words } = await endOf({
    VICHE_DATA: join(home, 'unused'),
    PORT: 'abc',
    VICHE_URL: 'nizhyn.example',
  })
  assert.equal(code, 1)
  assert.match(words, /PORT: задано «abc»; потрібне ціле число від 0 до 65535/)
  assert.match(words, /VICHE_URL: задано «nizhyn\.example»/)
  assert.doesNotMatch(words, /\n\s+at /)
  await assert.rejects(readdir(join(home, 'unused')), { code: 'ENOENT' }, 'nothing was made')
})

test('a database that does not answer and a folder that cannot be made are named by their settings', async () => {
  const closed = await freePort()
  const [database, folder] = await Promise.all([
    endOf({ ...CITY, DATABASE_URL: `postgres://viche:secret@127.0.0.1:${closed}/viche` }),
    endOf({ ...CITY, VICHE_DATA: '/dev/null/viche' }),
  ])
  assert.deepEqual([database.code, folder.code], [1, 1])
  assert.match(database.words, /DATABASE_URL holds “postgres:\/\/viche:•••@/)
  assert.doesNotMatch(database.words, /secret/)
  assert.match(folder.words, /VICHE_DATA holds “\/dev\/null\/viche”; a folder is needed/)
})

test('a port that another program has is named, and no database stays behind', async () => {
  const other = createServer()
  const port = await freePort()
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  const dataDir = join(home, 'port')
  try {
    const { code, words } = await endOf({ ...CITY, VICHE_DATA: dataDir, PORT: String(port) })
    assert.equal(code, 1)
    assert.match(words, new RegExp(`PORT: задано «${port}»; потрібен вільний порт`))
    assert.doesNotMatch(words, /\n\s+at /)
    if (process.platform === 'linux') assert.deepEqual(await processesAt(dataDir), [])
  } finally {
    await new Promise((resolve) => other.close(resolve))
  }
})

const nobody = { uid: 65534, gid: 65534 }
const mayEnter =
  process.getuid?.() === 0 &&
  spawnSync(process.execPath, ['--version'], nobody).status === 0 &&
  spawnSync('ls', [import.meta.filename], { ...nobody, stdio: 'ignore' }).status === 0

test('an ordinary user starts it like root does', {
  skip: !mayEnter && 'only root can start as another, from a folder that others can read',
}, async () => {
  await chmod(home, 0o755)
  const dataDir = await mkdtemp(join(home, 'nobody-'))
  await chown(dataDir, nobody.uid, nobody.gid)
  const program = await startProgram(dataDir, await freePort(), { ...CITY, HOME: dataDir }, { user: nobody })
  try {
    assert.equal(await answers(program), 200)
    const status = await readFile(`/proc/${await databasePid(dataDir)}/status`, 'utf8')
    assert.match(status, /^Uid:\t65534\t/m)
  } finally {
    await stopProgram(program)
  }
  assert.deepEqual(await processesAt(dataDir), [])
})
