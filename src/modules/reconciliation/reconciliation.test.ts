import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { testApp } from '../../../test/factories/app.ts'
import { plantOrganisation } from '../../../test/factories/organisations.ts'
import { acceptProposal } from '../organisations/actions/decide.ts'
import { findOrganisations, officersOn } from '../organisations/index.ts'
import { importFile } from '../register/actions/import.ts'
import { links } from './store.ts'
import { RECONCILIATION, REFUSED } from './views/differences.ts'

const app = await testApp({ register: true })
const folder = await mkdtemp(join(tmpdir(), 'viche-reconciliation-'))
after(async () => {
  await app.drop()
  await rm(folder, { recursive: true, force: true })
})
const { db } = app.connection
const coordinator = await app.staff('coordinator')
const viewer = await app.staff('viewer')
const system = app.ctx({ kind: 'system', job: 'test' })

type Said = {
  readonly code: string
  readonly name: string
  readonly state?: string
  readonly leader?: string
}
async function exported(day: string, said: readonly Said[]): Promise<void> {
  const records = said.map(
    ({ code, name, state = 'зареєстровано', leader }) =>
      `<SUBJECT><RECORD>9${code}</RECORD><EDRPOU>${code}</EDRPOU><NAME>${name}</NAME><TYPE_SUBJECT>ГРОМАДСЬКА ОРГАНІЗАЦІЯ</TYPE_SUBJECT><STAN>${state}</STAN><SIGNERS>${leader ? `<SIGNER>${leader} - керівник</SIGNER>` : ''}</SIGNERS></SUBJECT>`,
  )
  const path = join(folder, `FSU_${day}.xml`)
  await writeFile(path, `<DATA>${records.join('')}</DATA>`)
  await importFile(system, app.house, path)
}

const ours = await plantOrganisation(db, { name: 'ГО «Стара назва Вигаданська»', edrpou: '32000001' })
const other = await plantOrganisation(db, { name: 'ГО «Калина»', edrpou: '32000002' })
const nameless = await plantOrganisation(db, { name: 'Осередок друзів книги' })

const keysIn = (html: string) => [...html.matchAll(/name="?key"? value="([^"]+)"/g)].map((m) => m[1]!)
async function page(query = '') {
  const answer = await app.get(`${RECONCILIATION}${query}`, coordinator)
  assert.equal(answer.statusCode, 200)
  return answer.body
}
const post = (path: string, form: Record<string, string | string[]>, person = coordinator) =>
  app.post(path, form, person)
const decisions = () => db.selectFrom('register_decisions').selectAll().execute()
const proposals = () => db.selectFrom('organisation_proposals').selectAll().execute()

test('before there is a register the page says what to do', async () => {
  assert.match(await page(), /Звіряти ще немає з чим/)
})

test('words of the city are kept by hand', async () => {
  assert.equal((await post(`${RECONCILIATION}/words`, { words: ' \n ' })).statusCode, 422)
  assert.equal((await post(`${RECONCILIATION}/words`, { words: 'Вигаданськ\n' }, viewer)).statusCode, 403)
  assert.equal((await post(`${RECONCILIATION}/words`, { words: 'Вигаданськ\n' })).statusCode, 303)
})

test('a new export shows what is new, renamed, led by another, ending and ended', async () => {
  await exported('24.11.2026', [
    {
      code: '32000001',
      name: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ "НОВА НАЗВА ВИГАДАНСЬКА"',
      leader: 'КОВАЛЕНКО ОЛЕНА ІВАНІВНА',
    },
    { code: '32000002', name: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ "КАЛИНА"', state: 'в стані припинення' },
    { code: '32000003', name: 'ВИГАДАНСЬКА МІСЬКА ОРГАНІЗАЦІЯ РИБАЛОК', leader: 'ШЕВЧУК ПЕТРО ЮРІЙОВИЧ' },
    { code: '32000004', name: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ "ВУЛИЦЯ ВИГАДАНСЬКА"' },
    { code: '32000005', name: 'ВИГАДАНСЬКИЙ КЛУБ КНИГИ' },
    { code: '32000006', name: 'ВИГАДАНСЬКА ЗАКРИТА', state: 'припинено' },
  ])
  const keys = keysIn(await page())
  assert.deepEqual(keys.map((key) => key.split(' ').slice(0, 2).join(' ')).sort(), [
    'inTermination fsu:32000002',
    'new fsu:32000003',
    'new fsu:32000004',
    'new fsu:32000005',
    'officerChanged fsu:32000001',
    'renamed fsu:32000001',
  ])
  assert.equal(keysIn(await page('?kind=new')).length, 3)
})

test('the list is given as a file', async () => {
  const csv = await app.get(`${RECONCILIATION}?format=csv`, coordinator)
  assert.match(csv.body, /32000003/)
})

test('a wrong form comes back with every fault, and nothing is decided', async () => {
  const wrong = await post(RECONCILIATION, { decision: 'perhaps' })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /Виберіть одне зі значень/)
  const empty = await post(RECONCILIATION, { decision: 'refuse' })
  assert.equal(empty.statusCode, 422)
  assert.match(empty.body, /Позначте хоча б одну/)
  assert.match(empty.body, /href="#f-reason"/)
  const [key = ''] = keysIn(await page('?kind=new'))
  assert.equal((await post(RECONCILIATION, { key, decision: 'refuse' })).statusCode, 422)
  const gone = await post(RECONCILIATION, { key: 'new fsu:99999999', decision: 'take' })
  assert.match(gone.body, /вже вирішено або змінено/)
  assert.deepEqual(await decisions(), [])
})

test('who only reads sees the differences and decides nothing', async () => {
  const [key = ''] = keysIn(await page('?kind=new'))
  const seen = await app.get(RECONCILIATION, viewer)
  assert.equal(seen.statusCode, 200)
  assert.deepEqual(keysIn(seen.body), [])
  assert.equal((await post(RECONCILIATION, { key, decision: 'take' }, viewer)).statusCode, 403)
  assert.equal((await post(`${RECONCILIATION}/restore`, { key }, viewer)).statusCode, 403)
  assert.equal((await app.get(`${RECONCILIATION}/link?ref=fsu:32000005`, viewer)).statusCode, 403)
  assert.deepEqual(await decisions(), [])
})

test('what is taken up becomes proposals, and accepted it is in the registry', async () => {
  const keys = keysIn(await page()).filter((key) => /3200000[123]/.test(key))
  assert.equal((await post(RECONCILIATION, { key: keys, decision: 'take' })).statusCode, 303)
  assert.equal((await proposals()).length, 4)
  assert.deepEqual(
    keysIn(await page()).filter((key) => /3200000[123]/.test(key)),
    [],
  )
  for (const { id } of await proposals()) await acceptProposal(app.ctx(coordinator.actor), id)
  const [renamed] = await findOrganisations(db, { text: '32000001', limit: 1 })
  assert.equal(renamed?.name, 'Громадська організація «Нова назва Вигаданська»')
  assert.equal((await findOrganisations(db, { text: '32000002', limit: 1 }))[0]?.state, 'terminating')
  const [fresh] = await findOrganisations(db, { text: '32000003', limit: 1 })
  assert.equal(fresh?.name, 'Вигаданська міська організація рибалок')
  const heads = await officersOn(db, [ours, fresh!.id], system.today)
  assert.deepEqual(
    [ours, fresh!.id].map((id) => heads.get(id)?.map((officer) => officer.name)),
    [['Коваленко Олена Іванівна'], ['Шевчук Петро Юрійович']],
  )
  assert.ok(other)
})

test('everything on the page is accepted at once, and what comes back later is asked again', async () => {
  const lead = (name: string) => ({ code: '32000001', name: 'ГО "НОВА НАЗВА ВИГАДАНСЬКА"', leader: name })
  const heads = async () =>
    (await officersOn(db, [ours], system.today)).get(ours)?.map((officer) => officer.name)
  await exported('26.11.2026', [lead('МОРОЗ ГАННА ПЕТРІВНА'), { code: '32000007', name: 'ВИГАДАНСЬКИЙ ХОР' }])
  const shown = keysIn(await page()).filter((key) => /3200000[17]/.test(key))
  assert.equal(shown.length, 2)
  const form = { all: 'yes', shown, decision: 'accept' }
  assert.equal((await post(RECONCILIATION, form, viewer)).statusCode, 403)
  assert.equal((await post(RECONCILIATION, form)).statusCode, 303)
  assert.deepEqual(await heads(), ['Мороз Ганна Петрівна'])
  const [choir] = await findOrganisations(db, { text: '32000007', limit: 1 })
  assert.equal((await links(db)).get(choir!.id), 'fsu:32000007')
  for (const [day, name] of [
    ['27.11.2026', 'КОВАЛЕНКО ОЛЕНА ІВАНІВНА'],
    ['28.11.2026', 'МОРОЗ ГАННА ПЕТРІВНА'],
  ] as const) {
    await exported(day, [lead(name)])
    const [key = '', ...more] = keysIn(await page()).filter((one) => one.includes('32000001'))
    assert.match(key, /^officerChanged/)
    assert.deepEqual(more, [])
    assert.equal((await post(RECONCILIATION, { key, decision: 'accept' })).statusCode, 303)
  }
  assert.deepEqual(await heads(), ['Мороз Ганна Петрівна'])
})

test('what is refused stays away, also from the next export, until it is taken back', async () => {
  const key = 'new fsu:32000004'
  const form = { key, decision: 'refuse', reason: 'Вулиця іншого міста' }
  assert.equal((await post(RECONCILIATION, form)).statusCode, 303)
  await exported('01.12.2026', [{ code: '32000004', name: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ "ВУЛИЦЯ ВИГАДАНСЬКА-2"' }])
  assert.ok(!keysIn(await page()).includes(key))
  assert.match((await app.get(REFUSED, coordinator)).body, /Вулиця іншого міста/)
  assert.equal((await post(`${RECONCILIATION}/restore`, { key })).statusCode, 303)
  assert.ok(keysIn(await page()).includes(key))
  assert.equal((await post(`${RECONCILIATION}/restore`, { key })).statusCode, 404)
})

test('a record that a person linked is ours for good', async () => {
  const search = await app.get(`${RECONCILIATION}/link?ref=fsu:32000005&q=книги`, coordinator)
  assert.match(search.body, /Осередок друзів книги/)
  const wrong = await post(`${RECONCILIATION}/link?ref=fsu:32000005`, {
    ref: 'fsu:32000005',
    organisationId: 'x',
  })
  assert.equal(wrong.statusCode, 422)
  const form = { ref: 'fsu:32000005', organisationId: nameless }
  assert.equal((await post(`${RECONCILIATION}/link`, form)).statusCode, 303)
  const keys = keysIn(await page())
  assert.ok(!keys.includes('new fsu:32000005'))
  assert.ok(keys.some((key) => key.startsWith('renamed fsu:32000005')))
})
