import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { zipSync } from 'fflate'
import { testApp } from '../../../test/factories/app.ts'
import { inventedRecord, type RegisterFile, registerBytes } from '../../../test/factories/register-xml.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { Forbidden } from '../../kernel/errors.ts'
import { Refused } from '../../kernel/refusal.ts'
import { type ImportOptions, importFile } from './actions/import.ts'
import { changesSince, registerByCode, registerSearch } from './index.ts'

const app = await testApp({ register: true })
const folder = await mkdtemp(join(tmpdir(), 'viche-register-'))
after(async () => {
  await app.drop()
  await rm(folder, { recursive: true, force: true })
})
const system = app.ctx({ kind: 'system', job: 'test' })

async function put(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}
const bring = (path: string, options?: ImportOptions) => importFile(system, app.house, path, options)
const countsOf = ({ read, added, changed, unchanged, setAside }: Awaited<ReturnType<typeof bring>>) => ({
  read,
  added,
  changed,
  unchanged,
  setAside,
})
const xml = (...records: string[]) => Buffer.from(`<DATA>${records.join('')}</DATA>`, 'utf8')
const record = (fields: Readonly<Record<string, string>>) =>
  `<SUBJECT>${Object.entries(fields)
    .map(([tag, value]) => `<${tag}>${value}</${tag}>`)
    .join('')}</SUBJECT>`

const fsu: RegisterFile = { generation: 3, kind: 'fsu', count: 900, damageEach: 90, seed: 3 }

test('before the first import there is no register, and a dry run makes none', async () => {
  assert.deepEqual(await registerSearch(app.house, 'спілка'), [])
  const path = await put('FSU_24.11.2026.xml', registerBytes(fsu))
  assert.deepEqual(countsOf(await bring(path, { dryRun: true })), {
    read: 900,
    added: 890,
    changed: 0,
    unchanged: 0,
    setAside: 10,
  })
  assert.deepEqual(await registerSearch(app.house, 'спілка'), [])
})

test('a file comes in whole; read again it changes nothing', async () => {
  const path = await put('FSU_24.11.2026.xml', registerBytes(fsu))
  assert.deepEqual(countsOf(await bring(path)), {
    read: 900,
    added: 890,
    changed: 0,
    unchanged: 0,
    setAside: 10,
  })
  assert.deepEqual(countsOf(await bring(path)), {
    read: 900,
    added: 0,
    changed: 0,
    unchanged: 890,
    setAside: 10,
  })
  const wanted = inventedRecord(fsu, 1)
  const one = await registerByCode(app.house, wanted.edrpou)
  assert.equal(one?.name, wanted.name)
  assert.equal(one?.exportedOn.toString(), '2026-11-24')
})

test('a later export changes what it says otherwise, and what was before stays known', async () => {
  const later = { ...fsu, edition: 2 }
  const path = await put('FSU_01.12.2026.xml', registerBytes(later))
  const { changed, added } = await bring(path)
  assert.equal(added, 0)
  assert.ok(changed > 50, String(changed))
  const renamed = await registerByCode(app.house, inventedRecord(later, 30).edrpou)
  assert.equal(renamed?.name, inventedRecord(later, 30).name)
  const history = await changesSince(app.house, [renamed!.ref])
  assert.deepEqual(
    history.map((c) => [c.field, c.before, c.after, c.exportedOn.toString()]),
    [['name', inventedRecord(fsu, 30).name, inventedRecord(later, 30).name, '2026-12-01']],
  )
})

test('an older export than what is known says nothing', async () => {
  const path = await put('FSU_24.11.2026.xml', registerBytes(fsu))
  assert.equal((await bring(path)).changed, 0)
})

test('an archive is read as its files are, in windows-1251, UTF-8 and UTF-16; persons in business are left out', async () => {
  const files = {
    'UO.xml': registerBytes({ generation: 3, kind: 'uo', count: 30, seed: 5 }),
    'old/UO_2.xml': registerBytes({ generation: 2, kind: 'uo', count: 20, seed: 6, encoding: 'utf-16le' }),
    'FOP.xml': registerBytes({ generation: 3, kind: 'fop', count: 10 }),
    'readme.txt': Buffer.from('…'),
  }
  const outcome = await bring(await put('uo.zip', zipSync(files)))
  assert.equal(outcome.read, 50)
  assert.equal(outcome.setAside, 0)
  assert.deepEqual(outcome.skipped, ['FOP.xml'])
  const alone = await bring(await put('fop.xml', files['FOP.xml']))
  assert.deepEqual([alone.read, alone.skipped], [0, ['fop.xml']])
})

test('two records of one code are two entities, and stay two', async () => {
  const bytes = xml(
    record({ RECORD: '71', NAME: 'ГО «ПЕРША»', EDRPOU: '30000001', OPF: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ' }),
    record({ RECORD: '72', NAME: 'ГО «ДРУГА»', EDRPOU: '30000001', OPF: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ' }),
  )
  const path = await put('twins.xml', bytes)
  assert.equal((await bring(path)).added, 2)
  assert.deepEqual(countsOf(await bring(path)), { read: 2, added: 0, changed: 0, unchanged: 2, setAside: 0 })
})

test('an import that was stopped goes on where it was left', async () => {
  const path = await put('big.xml', registerBytes({ generation: 1, kind: 'uo', count: 14_000, seed: 8 }))
  const stop = new AbortController()
  const first = await bring(path, { signal: stop.signal, onProgress: () => stop.abort() })
  assert.equal(first.state, 'stopped')
  assert.ok(first.read > 0 && first.read < 14_000)
  const second = await bring(path)
  assert.equal(second.state, 'done')
  assert.ok(second.resumedAt > 0)
  assert.equal(second.read, 14_000)
  // Some stood in the archive above by the same codes.
  assert.deepEqual([second.added, second.changed], [13_970, 30])
})

const names = [
  record({
    RECORD: '91',
    NAME: "ГРОМАДСЬКА ОРГАНІЗАЦІЯ &quot;ЗДОРОВ'Я ҐАНКУ&quot;",
    EDRPOU: '31000001',
    OPF: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ',
    STAN: 'зареєстровано',
  }),
  record({
    RECORD: '92',
    NAME: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ «КАЛИНОВИЙ МІСТ» ВИГАДАНСЬКОГО РАЙОНУ',
    EDRPOU: '31000002',
    OPF: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ',
    STAN: 'зареєстровано',
  }),
  record({
    RECORD: '93',
    NAME: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ «КАЛИНОВИЙ МІСТ» ПРИКЛАДНОГО РАЙОНУ',
    EDRPOU: '31000003',
    OPF: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ',
    STAN: 'в стані припинення',
  }),
]
const questions: readonly (readonly [string, string])[] = [
  ['здоров’я ґанку', '31000001'],
  ['ЗДОРОВʼЯ ГАНКУ', '31000001'],
  ["ганку здоров'я", '31000001'],
  ['«здоровя ганку» громадська організація', '31000001'],
  ['3дapoвя', ''],
  ['здopoв’я', '31000001'],
  ['калиновому мосту', ''],
  ['калинового міст', '31000002'],
  ['31000003', '31000003'],
]
test('search does not mind case, apostrophes, quotes, letters mixed up, Latin look-alikes and the order of words', async () => {
  await bring(await put('names.xml', xml(...names)))
  for (const [text, code] of questions)
    assert.equal((await registerSearch(app.house, text, 5))[0]?.edrpou ?? '', code, text)
  const twins = await registerSearch(app.house, 'калиновий міст', 5)
  assert.deepEqual(
    twins.map((one) => one.place),
    ['Вигаданський район', 'Прикладний район'],
  )
})

const refused: readonly (readonly [string, Buffer | null, string])[] = [
  ['no file', null, 'file_missing'],
  ['an empty file', Buffer.alloc(0), 'file_empty'],
  ['a text', Buffer.from('Просто текст'), 'not_register'],
  ['another XML', Buffer.from('<?xml version="1.0"?><html><body>…</body></html>'), 'not_register'],
  [
    'entities',
    Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><DATA><SUBJECT><NAME>&a;</NAME></SUBJECT></DATA>'),
    'doctype',
  ],
  ['an archive without XML', Buffer.from(zipSync({ 'a.txt': Buffer.from('…') })), 'zip_empty'],
  [
    'half an archive',
    Buffer.from(zipSync({ 'a.xml': Buffer.alloc(9_000, 'x') })).subarray(0, 60),
    'zip_damaged',
  ],
]
for (const [what, bytes, code] of refused)
  test(`${what} is refused: ${code}`, async () => {
    const path = bytes === null ? join(folder, 'nothing.xml') : await put('refused.xml', bytes)
    await assert.rejects(
      bring(path),
      (error) => error instanceof Refused && error.refusals[0]?.refused === code,
    )
  })

test('who only reads may not import', async () => {
  const { actor } = await app.staff('viewer')
  await assert.rejects(
    importFile(app.ctx(actor), app.house, join(folder, 'names.xml')),
    (error) => error instanceof Forbidden,
  )
})

test('the day of an export is in its name, or said', async () => {
  const path = await put('days.xml', xml(names[0]!.replace('31000001', '31000009').replace('91', '99')))
  await bring(path, { exportedOn: Temporal.PlainDate.from('2025-03-01') })
  assert.equal((await registerByCode(app.house, '31000009'))?.exportedOn.toString(), '2025-03-01')
})
