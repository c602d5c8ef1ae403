import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { transact } from '../../platform/context.ts'
import { mergeOrganisations, undoMerge } from './actions/merge.ts'
import {
  contactEmails,
  countsByKind,
  findOrganisations,
  type OrganisationId,
  officersOn,
  organisationById,
  proposeChange,
} from './index.ts'
import { factsOn } from './store/values.ts'

const PATH = '/office/organisations'
const day = (text: string) => Temporal.PlainDate.from(text)
const FORM = { kind: 'ngo', name: '', state: 'active', sourceKind: 'application' }

describe('the registry of organisations', () => {
  let app: TestApp
  let coordinator: Person
  before(async () => {
    app = await testApp()
    coordinator = await app.staff('coordinator')
  })
  after(() => app.drop())

  const db = () => app.connection.db
  const ctx = () => app.ctx(coordinator.actor)
  const idIn = (location: unknown) =>
    /organisations\/([0-9a-f-]{36})/.exec(String(location))![1] as OrganisationId
  const audited = async () =>
    (await db().selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()).seq
  async function add(name: string, more: Record<string, string | string[]> = {}): Promise<OrganisationId> {
    const made = await app.post(`${PATH}/new`, { ...FORM, name, ...more }, coordinator)
    assert.equal(made.statusCode, 303, made.body)
    return idIn(made.headers.location)
  }
  async function edit(id: OrganisationId, change: Record<string, string>) {
    const { version, facts } = (await readFacts(id))!
    const typed = Object.fromEntries(Object.entries(facts).filter(([, v]) => v !== null)) as Record<
      string,
      string
    >
    return app.post(
      `${PATH}/${id}/edit`,
      { ...typed, version: String(version), how: 'change', sourceKind: 'decision', ...change },
      coordinator,
    )
  }
  async function readFacts(id: OrganisationId) {
    const { readOrganisation } = await import('./store/organisations.ts')
    return readOrganisation(db(), id)
  }
  const officer = (id: OrganisationId, form: Record<string, string>) =>
    app.post(`${PATH}/${id}/officers`, { sourceKind: 'register', leads: 'on', ...form }, coordinator)

  test('one is added, changed with a day, and its former name is still found', async () => {
    const id = await add('Громадська організація «Ніжинська весна»', { edrpou: '37193071' })
    const changed = await edit(id, {
      name: 'Громадська організація «Ніжинський розмай»',
      since: '01.03.2025',
      sourceRef: '№ 5',
    })
    assert.equal(changed.statusCode, 303, changed.body)
    assert.equal(
      (await factsOn(db(), id, day('2025-02-28'))).name,
      'Громадська організація «Ніжинська весна»',
    )
    assert.equal(
      (await factsOn(db(), id, day('2025-03-01'))).name,
      'Громадська організація «Ніжинський розмай»',
    )
    for (const text of ['ніжинська ВЕСНА', 'розмай ніжинський', '37193071', 'нiжинськии розмаи'])
      assert.deepEqual(
        (await findOrganisations(db(), { text, limit: 5 })).map((o) => o.id),
        [id],
        text,
      )
    const page = (await app.get(`/organisations/${id}`)).body
    assert.match(page, /Колишні назви: Громадська організація «Ніжинська весна»/)
    assert.match(page, /рішення, № 5/)
    assert.match((await app.get(`/organisations?q=розмай`)).body, new RegExp(id))
    assert.match((await app.get('/organisations/changes.atom')).body, /Додано до реєстру/)
    assert.equal((await app.get(`/en/organisations/${id}`)).statusCode, 200)
  })

  test('a mistake that was put right never was a former name', async () => {
    const id = await add('Спілка садівникив')
    assert.equal((await edit(id, { name: 'Спілка садівників', how: 'correction' })).statusCode, 303)
    assert.ok(!(await app.get(`/organisations/${id}`)).body.includes('садівникив'))
    assert.match((await app.get(`${PATH}/${id}`, coordinator)).body, /садівникив/)
  })

  test('all that is wrong is said at once, and what was typed stays', async () => {
    const before = await audited()
    const bad = await app.post(
      `${PATH}/new`,
      { ...FORM, name: '', edrpou: '1234567890', katottg: 'UA1', registeredOn: '31.02.2025' },
      coordinator,
    )
    assert.equal(bad.statusCode, 422)
    for (const message of [/податковий номер особи/, /КАТОТТГ – UA/, /Вкажіть дату/, /Заповніть це поле/])
      assert.match(bad.body, message)
    assert.match(bad.body, /value="1234567890"/)
    await add('Перша з кодом', { edrpou: '14360570' })
    const twice = await app.post(`${PATH}/new`, { ...FORM, name: 'Друга', edrpou: '14360570' }, coordinator)
    assert.match(twice.body, /Цей код уже має організація «Перша з кодом»/)
    const member = await app.post(
      `${PATH}/new`,
      { ...FORM, name: 'Третя', purpose: 'Члени: Петренко Іван Іванович' },
      coordinator,
    )
    assert.match(member.body, /Належність людей до партій/)
    assert.equal((await findOrganisations(db(), { text: 'третя', limit: 1 })).length, 0)
    assert.equal(await audited(), before + 1)
  })

  test('two people do not write over one another', async () => {
    const id = await add('Товариство книголюбів')
    const stale = await edit(id, { version: '1', name: 'Товариство читачів' })
    assert.equal(stale.statusCode, 409)
    assert.match(stale.body, /Товариство читачів/)
  })

  test('who led it on a day is answered by page, program and question', async () => {
    const id = await add('Фонд «Отчий дім»', { kind: 'charity' })
    await officer(id, {
      name: 'Коваль Марія Степанівна',
      post: 'Голова правління',
      from: '10.01.2020',
      until: '28.02.2025',
    })
    await officer(id, { name: 'Лисенко Остап Юрійович', post: 'Голова правління', from: '01.03.2025' })
    const led = async (on: string) => (await officersOn(db(), [id], day(on))).get(id)?.map((o) => o.name)
    assert.deepEqual(await led('2025-02-28'), ['Коваль Марія Степанівна'])
    assert.deepEqual(await led('2025-03-01'), ['Лисенко Остап Юрійович'])
    assert.equal(await led('2019-01-01'), undefined)
    assert.match(
      (await app.get(`/organisations/${id}?on=01.02.2025`)).body,
      /На 1 лютого 2025 року[\s\S]*Коваль/,
    )
    assert.equal((await app.get(`/organisations/${id}?on=колись`)).statusCode, 422)
    const member = await officer(id, { name: 'Бойко Іван Петрович', post: 'член партії' })
    assert.equal(member.statusCode, 422)
    assert.match(member.body, /лише тих, хто представляє/)
    const reversed = await officer(id, {
      name: 'А Б',
      post: 'Голова',
      from: '02.01.2025',
      until: '01.01.2025',
    })
    assert.match(reversed.body, /Останній день раніший/)
  })

  test('a private contact needs consent, is seen by few, and is gone when the consent is', async () => {
    const id = await add('Рада ветеранів')
    const contact = (form: Record<string, string>) =>
      app.post(`${PATH}/${id}/contacts`, { sourceKind: 'application', kind: 'phone', ...form }, coordinator)
    assert.equal((await contact({ value: '+380 50 111 22 33', access: 'private' })).statusCode, 422)
    await contact({ value: '+380 50 111 22 33', access: 'private', consentOn: '01.02.2026' })
    await contact({ kind: 'email', value: 'Rada@Example.org', access: 'office' })
    await contact({ kind: 'site', value: 'rada.example.org', access: 'public' })
    assert.equal((await contact({ kind: 'email', value: 'не адреса', access: 'public' })).statusCode, 422)
    const viewer = await app.staff('viewer')
    assert.match((await app.get(`${PATH}/${id}`, coordinator)).body, /111 22 33/)
    assert.ok(!(await app.get(`${PATH}/${id}`, viewer)).body.includes('111 22 33'))
    assert.match((await app.get(`${PATH}/${id}`, viewer)).body, /rada@example\.org/)
    const page = (await app.get(`/organisations/${id}`)).body
    assert.ok(!page.includes('111 22 33') && !page.includes('rada@example.org'))
    assert.match(page, /https:\/\/rada\.example\.org/)
    assert.equal((await contactEmails(db(), [id])).get(id), 'rada@example.org')
    const own = /contacts\/([0-9a-f-]{36})\/remove"[\s\S]{0,400}Відкликати згоду/.exec(
      (await app.get(`${PATH}/${id}`, coordinator)).body,
    )![1]
    assert.equal((await app.post(`${PATH}/${id}/contacts/${own}/remove`, {}, coordinator)).statusCode, 303)
    const left = await db()
      .selectFrom('audit_entries')
      .select('payload')
      .where('subject_id', '=', id)
      .execute()
    assert.ok(!left.some((row) => row.payload.includes('111 22 33')))
    assert.ok(left.some((row) => row.payload.includes('consentWithdraw')))
  })

  test('two entries become one with all their relations, and two again as they were', async () => {
    const [a, b, union] = [
      await add('Громадська організація «Мрія»', { purpose: 'Допомога' }),
      await add('ГО "Мрія"', { shortName: 'Мрія', edrpou: '43220851', purpose: 'Підтримка' }),
      await add('Спілка організацій міста', { kind: 'ngoUnion' }),
    ]
    const tie = (id: OrganisationId, from: string, until: string) =>
      app.post(
        `${PATH}/${id}/ties`,
        { other: union, tie: 'member:below', from, until, sourceKind: 'clerk' },
        coordinator,
      )
    for (const [id, from, until] of [
      [a, '01.01.2020', '31.12.2021'],
      [b, '01.01.2023', ''],
      [b, '01.01.2020', '31.12.2021'],
    ] as const)
      assert.equal((await tie(id, from, until)).statusCode, 303)
    await officer(a, { name: 'Перша Особа', post: 'Голова', until: '31.12.2024' })
    await officer(b, { name: 'Друга Особа', post: 'Голова', from: '01.01.2025' })
    assert.match((await app.get(`${PATH}/twins`, coordinator)).body, /та сама назва/)
    assert.equal((await app.get(`${PATH}/${a}/merge?other=${b}`, coordinator)).statusCode, 200)
    const before = [await snapshot(a), await snapshot(b), await snapshot(union)]

    const merged = await app.post(
      `${PATH}/${a}/merge`,
      { other: b, purpose: 'gone', name: 'kept', reason: 'той самий статут' },
      coordinator,
    )
    assert.equal(merged.statusCode, 303, merged.body)
    const facts = (await readFacts(a))!.facts
    assert.deepEqual(
      [facts.name, facts.shortName, facts.edrpou, facts.purpose],
      ['Громадська організація «Мрія»', 'Мрія', '43220851', 'Підтримка'],
    )
    const ties = await db().selectFrom('organisation_ties').selectAll().where('lower_id', '=', a).execute()
    assert.deepEqual(ties.map((t) => t.from_on?.toString()).sort(), ['2020-01-01', '2023-01-01'])
    assert.equal((await officersOn(db(), [a], day('2024-05-05'))).get(a)?.[0]?.name, 'Перша Особа')
    assert.equal((await officersOn(db(), [a], day('2025-05-05'))).get(a)?.[0]?.name, 'Друга Особа')
    assert.equal((await app.get(`/organisations/${b}`)).headers.location, `/organisations/${a}`)
    assert.deepEqual(
      (await findOrganisations(db(), { text: 'го мрія', limit: 5 })).map((o) => o.id),
      [a],
    )
    assert.equal((await organisationById(db(), b))?.name, 'ГО "Мрія"')

    const undo = /merges\/([0-9a-f-]{36})\/undo/.exec((await app.get(`${PATH}/${a}`, coordinator)).body)![1]
    assert.equal((await app.post(`${PATH}/merges/${undo}/undo`, {}, coordinator)).statusCode, 303)
    assert.deepEqual([await snapshot(a), await snapshot(b), await snapshot(union)], before)
    await assert.rejects(undoMerge(ctx(), undo as never), /merge_undone/)
    await assert.rejects(mergeOrganisations(ctx(), a, { gone: a, chosen: [], reason: 'х' }), /merge_same/)
  })

  /** Everything kept of one, but for versions and times of change. */
  async function snapshot(id: OrganisationId) {
    const {
      version: _,
      updated_at: __,
      ...row
    } = await db().selectFrom('organisations').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const all = async (table: 'organisation_values' | 'organisation_officers' | 'organisation_contacts') =>
      db().selectFrom(table).selectAll().where('organisation_id', '=', id).orderBy('id').execute()
    const ties = await db()
      .selectFrom('organisation_ties')
      .selectAll()
      .where((eb) => eb.or([eb('lower_id', '=', id), eb('upper_id', '=', id)]))
      .orderBy('id')
      .execute()
    return JSON.parse(
      JSON.stringify({
        row,
        values: await all('organisation_values'),
        officers: await all('organisation_officers'),
        contacts: await all('organisation_contacts'),
        ties,
      }),
    )
  }

  test('what is proposed waits, and is accepted or refused value by value', async () => {
    const id = await add('Клуб краєзнавців')
    const proposal = await transact(app.ctx({ kind: 'system', job: 'test' }), (tx) =>
      proposeChange(tx, {
        organisationId: id,
        source: { kind: 'register', ref: 'запис 7', on: day('2026-01-10') },
        changes: [
          { what: 'field', field: 'name', value: 'Клуб краєзнавців Ніжина', since: '2026-01-05' },
          { what: 'field', field: 'shortName', value: 'ККН' },
          {
            what: 'officerAdded',
            name: 'Мороз Ігор Львович',
            post: 'Голова',
            leads: true,
            from: '2026-01-05',
          },
        ],
      }),
    )
    const page = (await app.get(`${PATH}/proposals/${proposal}`, coordinator)).body
    assert.match(page, /Клуб краєзнавців Ніжина/)
    const items = await db()
      .selectFrom('organisation_proposal_items')
      .select('id')
      .where('proposal_id', '=', proposal)
      .orderBy('position')
      .execute()
    const decide = (form: Record<string, string>) =>
      app.post(`${PATH}/proposals/${proposal}`, form, coordinator)
    assert.equal((await decide({ [`verdict.${items[1]!.id}`]: 'refuse' })).statusCode, 422)
    const done = await decide({
      [`verdict.${items[0]!.id}`]: 'accept',
      [`verdict.${items[1]!.id}`]: 'refuse',
      [`reason.${items[1]!.id}`]: 'немає у статуті',
      [`verdict.${items[2]!.id}`]: 'later',
    })
    assert.equal(done.statusCode, 303, done.body)
    const { facts } = (await readFacts(id))!
    assert.deepEqual([facts.name, facts.shortName], ['Клуб краєзнавців Ніжина', null])
    assert.equal((await factsOn(db(), id, day('2026-01-04'))).name, 'Клуб краєзнавців')
    assert.match((await app.get(`${PATH}/proposals`, coordinator)).body, /1 з 3/)
    assert.equal((await app.post(`${PATH}/proposals/${proposal}/accept`, {}, coordinator)).statusCode, 303)
    assert.equal((await officersOn(db(), [id], day('2026-02-01'))).get(id)?.[0]?.source.ref, 'запис 7')
    assert.equal((await decide({ [`verdict.${items[0]!.id}`]: 'accept' })).statusCode, 422)
  })

  test('a new organisation may be proposed; without its name nothing is made', async () => {
    const count = async () => (await db().selectFrom('organisations').select('id').execute()).length
    const before = await count()
    const proposal = await transact(app.ctx({ kind: 'system', job: 'test' }), (tx) =>
      proposeChange(tx, {
        organisationId: null,
        source: { kind: 'register', ref: null },
        changes: [
          { what: 'field', field: 'kind', value: 'tradeUnion' },
          { what: 'field', field: 'name', value: 'Профспілка кондитерів' },
        ],
      }),
    )
    const items = await db()
      .selectFrom('organisation_proposal_items')
      .select('id')
      .where('proposal_id', '=', proposal)
      .orderBy('position')
      .execute()
    const half = await app.post(
      `${PATH}/proposals/${proposal}`,
      { [`verdict.${items[0]!.id}`]: 'accept' },
      coordinator,
    )
    assert.equal(half.statusCode, 422)
    assert.equal(await count(), before)
    assert.equal((await app.post(`${PATH}/proposals/${proposal}/accept`, {}, coordinator)).statusCode, 303)
    assert.equal((await countsByKind(db(), day('2026-06-01'))).get('tradeUnion'), 1)
    await assert.rejects(
      transact(ctx(), (tx) =>
        proposeChange(tx, {
          organisationId: null,
          source: { kind: 'list', ref: null },
          changes: [{ what: 'field', field: 'edrpou', value: '123' }],
        }),
      ),
      /not_edrpou/,
    )
  })

  test('who does not keep the registry changes nothing', async () => {
    const id = await add('Хор ветеранів')
    const before = await audited()
    for (const role of ['viewer', 'fundManager'] as const) {
      const person = await app.staff(role)
      for (const path of [
        '/new',
        `/${id}/edit`,
        `/${id}/officers`,
        `/${id}/contacts`,
        `/${id}/ties`,
        `/${id}/verify`,
        `/${id}/merge`,
      ])
        assert.equal((await app.post(`${PATH}${path}`, { ...FORM, name: 'Х' }, person)).statusCode, 403, path)
      assert.equal((await app.get(PATH, person)).statusCode, 200)
      assert.equal((await app.get(`${PATH}/proposals`, person)).statusCode, 403)
    }
    assert.equal(await audited(), before)
  })
})
