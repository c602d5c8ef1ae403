/** News from the first draft to the counter of equal access, through HTTP. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import {
  BASE_URL,
  headersOf,
  type Person,
  type Representative,
  type TestApp,
  testApp,
} from '../../../test/factories/app.ts'
import { plantOrganisation } from '../../../test/factories/organisations.ts'
import { asId } from '../../kernel/ids.ts'
import { newId } from '../../platform/random.ts'
import { CSRF_FIELD, INTENT_FIELD } from '../../ui/frame.ts'
import { directions } from '../organisations/index.ts'
import { saveDraft } from './actions/write.ts'
import type { OrganisationId, PublicationId } from './types.ts'

let app: TestApp
let ngo: OrganisationId
let party: OrganisationId
let writer: Representative
let partyWriter: Representative
let clerk: Person
let other: Person

before(async () => {
  app = await testApp()
  const { db } = app.connection
  ngo = await plantOrganisation(db, { name: 'ГО «Простір»' })
  party = await plantOrganisation(db, { name: 'Міський осередок партії «Приклад»', kind: 'partyBranch' })
  writer = await app.representative([ngo], { name: 'Леся Авторка', email: 'lesia@ngo.viche.test' })
  partyWriter = await app.representative([party], { name: 'Петро Партієць' })
  clerk = await app.staff('coordinator', { name: 'Ганна Координаторка' })
  other = await app.staff('administrator', { name: 'Інший Працівник' })
})
after(() => app.drop())

type Fields = Readonly<Record<string, string>>

async function send(path: string, fields: Fields, person: Representative, picture?: Uint8Array) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, [CSRF_FIELD]: person.csrf }))
    form.append(name, value)
  if (picture) form.append('picture', new Blob([new Uint8Array(picture)]), 'photo.jpg')
  const request = new Request('http://x', { method: 'POST', body: form })
  return app.server.inject({
    method: 'POST',
    url: path,
    headers: {
      ...headersOf(person),
      origin: BASE_URL,
      'content-type': request.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

const idIn = (location: unknown) => asId<'publication'>(/news\/([0-9a-f-]{36})/.exec(String(location))![1]!)
const photo = () =>
  sharp({ create: { width: 1000, height: 600, channels: 3, background: 'green' } })
    .withExif({ IFD0: { Make: 'Telephone' } })
    .jpeg()
    .toBuffer()

async function submitted(
  title: string,
  person = writer,
  organisation = ngo,
  picture?: Uint8Array,
): Promise<PublicationId> {
  const answer = await send(
    '/cabinet/news/new',
    {
      organisation,
      title,
      body: `${title}.\n- раз\n- два\nhttps://x.example/`,
      alt: picture ? 'Що видно' : '',
      [INTENT_FIELD]: 'save',
    },
    person,
    picture,
  )
  assert.equal(answer.statusCode, 303, /error-summary[\s\S]{0,400}/.exec(answer.body)?.[0])
  return idIn(answer.headers['location'])
}

async function open(id: PublicationId) {
  return app.connection.db
    .selectFrom('publication_revisions')
    .selectAll()
    .where('publication_id', '=', id)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
}
async function decide(id: PublicationId, verb: string, form: Fields = {}, person = clerk) {
  return app.post(
    `/office/news/${id}/${verb}`,
    { version: String((await open(id)).version), ...form },
    person,
  )
}
async function published(title: string, person = writer, organisation = ngo): Promise<PublicationId> {
  const id = await submitted(title, person, organisation)
  assert.equal((await decide(id, 'publish')).statusCode, 303)
  return id
}
const WHY = { reason: 'unclear', words: 'Додайте дату події' }

describe('a draft', () => {
  test('is kept as it is, seen by its organisation alone', async () => {
    const answer = await send(
      '/cabinet/news/new',
      { organisation: ngo, title: '', body: 'Половина', [INTENT_FIELD]: 'draft' },
      writer,
    )
    const id = idIn(answer.headers['location'])
    assert.equal((await app.get(`/cabinet/news/${id}`, writer)).statusCode, 200)
    assert.equal((await app.get(`/cabinet/news/${id}`, partyWriter)).statusCode, 404)
    assert.equal((await app.get(`/office/news/${id}`, clerk)).statusCode, 404)
    assert.equal((await app.get(`/news/${id}`)).statusCode, 404)
    assert.match((await app.get('/cabinet', writer)).body, /Ще не подана/)
    assert.equal((await app.post(`/cabinet/news/${id}/discard`, {}, writer)).statusCode, 303)
    assert.equal((await app.get(`/cabinet/news/${id}`, writer)).statusCode, 404)
  })

  test('says all that is missing at once, and keeps what was typed', async () => {
    const answer = await send(
      '/cabinet/news/new',
      { organisation: ngo, title: '', body: '', alt: '', [INTENT_FIELD]: 'save' },
      writer,
    )
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Заголовок: напишіть заголовок/)
    assert.match(answer.body, /Текст: напишіть текст/)
  })

  test('of a foreign organisation is not written', async () => {
    const before = await app.connection.db.selectFrom('publications').select('id').execute()
    const answer = await send(
      '/cabinet/news/new',
      { organisation: party, title: 'x', body: 'x', [INTENT_FIELD]: 'save' },
      writer,
    )
    assert.equal(answer.statusCode, 403)
    await assert.rejects(
      saveDraft(app.ctx(clerk.actor), {
        id: null,
        organisationId: ngo,
        version: null,
        title: 'x',
        body: 'x',
        pictures: [],
        added: null,
      }),
    )
    assert.equal(
      (await app.connection.db.selectFrom('publications').select('id').execute()).length,
      before.length,
    )
  })

  test('two people who edit one text do not overwrite one another', async () => {
    const id = idIn(
      (
        await send(
          '/cabinet/news/new',
          { organisation: ngo, title: 'Разом', body: 'x', [INTENT_FIELD]: 'draft' },
          writer,
        )
      ).headers['location'],
    )
    const { version } = await open(id)
    const edit = (title: string) =>
      send(
        `/cabinet/news/${id}/edit`,
        { organisation: ngo, version: String(version), title, body: 'y', [INTENT_FIELD]: 'draft' },
        writer,
      )
    assert.equal((await edit('Перша')).statusCode, 303)
    const late = await edit('Друга')
    assert.equal(late.statusCode, 409)
    assert.match(late.body, /value="Друга"/)
  })
})

describe('the way to readers', () => {
  test('published, it is read, followed and found; no name of its author leaves', async () => {
    const id = await submitted('Толока в парку', writer, ngo, await photo())
    assert.match((await app.get('/office', clerk)).body, /Новина «Толока в парку»/)
    const page = await app.get(`/office/news/${id}`, clerk)
    assert.match(page.body, /Леся Авторка, голова/)
    assert.equal((await app.get(`/news/${id}`)).statusCode, 404)
    const picture = /\/office\/news\/pictures\/([0-9a-f-]{36})\/480/.exec(page.body)![1]
    assert.equal((await app.get(`/news/pictures/${picture}/480`)).statusCode, 404, 'not before its text')
    assert.equal((await decide(id, 'publish')).statusCode, 303)

    const shown = await app.get(`/news/${id}`)
    assert.match(shown.body, /<li>раз<\/li><li>два<\/li>/)
    assert.match(shown.body, /href="https:\/\/x\.example\/" rel="nofollow ugc noopener"/)
    assert.match(shown.body, /alt="Що видно"/)
    assert.match(shown.body, /"@type":"NewsArticle"/)
    const image = await app.get(`/news/pictures/${picture}/480`)
    assert.equal(image.headers['content-type'], 'image/webp')
    assert.ok(!image.rawPayload.includes('Telephone'))
    assert.equal((await app.get(`/news/pictures/${picture}/481`)).statusCode, 404)
    for (const path of [
      '/news',
      '/news.atom',
      '/news.json',
      `/organisations/${ngo}/news.atom`,
      `/organisations/${ngo}/news.json`,
      '/news/kinds/ngo/news.atom',
      '/api/v1/news',
      `/api/v1/news/${id}`,
      '/embed/news',
      '/search?q=толока',
      '/data/news.csv',
      '/news?format=csv',
      `/en/news/${id}`,
    ]) {
      const answer = await app.get(path)
      assert.equal(answer.statusCode, 200, path)
      assert.match(answer.body, /Толока в парку/, path)
      assert.doesNotMatch(answer.body, /Леся|lesia@|Авторка|Ганна/, path)
    }
    assert.doesNotMatch((await app.get('/news/kinds/charity/news.atom')).body, /Толока/)
  })

  test('is found by direction of work and by district, each with its feeds', async () => {
    const { db } = app.connection
    const id = newId<'district'>()
    await db
      .insertInto('districts')
      .values({ id, name: 'Заріччя', name_en: null, position: 1, active: true, outline: null })
      .execute()
    const [direction, other] = await directions(db)
    await db
      .insertInto('organisation_directions')
      .values({ organisation_id: ngo, direction_id: direction!.id })
      .execute()
    await db.updateTable('organisations').set({ district_id: id }).where('id', '=', ngo).execute()
    await published('Чистимо джерело')
    const sees = async (path: string) => /Чистимо джерело/.test((await app.get(path)).body)
    for (const path of [`directions/${direction!.id}`, `districts/${id}`]) {
      const [of, value] = path.split('/')
      const list = `/news?${of!.slice(0, -1)}=${value}`
      assert.ok(await sees(list), list)
      for (const feed of [`/news/${path}/news.atom`, `/news/${path}/news.json`]) {
        assert.ok((await app.get(list)).body.includes(`href="${feed}"`), feed)
        assert.ok(await sees(feed), feed)
      }
      const registry = await app.get(`/organisations/${path}/changes.atom`)
      assert.equal(registry.statusCode, 200)
    }
    assert.ok(!(await sees(`/news/directions/${other!.id}/news.atom`)))
    assert.equal((await app.get(`/news/districts/${newId<'district'>()}/news.atom`)).statusCode, 404)
    assert.equal((await app.get('/organisations/kinds/nothing/changes.atom')).statusCode, 404)
  })

  test('an edit waits while readers see the old text; then both are shown with what differs', async () => {
    const id = await published('Збори о п’ятій')
    const edit = () =>
      send(
        `/cabinet/news/${id}/edit`,
        { organisation: ngo, title: 'Збори о шостій', body: 'Прийдіть о шостій.', [INTENT_FIELD]: 'save' },
        writer,
      )
    assert.equal((await edit()).statusCode, 303)
    assert.match((await app.get(`/news/${id}`)).body, /Збори о п’ятій/)
    assert.match((await app.get(`/office/news/${id}`, clerk)).body, /Що змінюється/)
    await decide(id, 'publish')
    const shown = await app.get(`/news/${id}`)
    assert.match(shown.body, /Збори о шостій/)
    assert.match(shown.body, /змінено/)
    assert.match((await app.get(`/news/${id}/versions`)).body, /<del>.*п’ятій|п’ятій/)
    const same = await edit()
    assert.equal(same.statusCode, 422, 'the same text again is nothing to look at')
  })

  test('what was not published has no history for readers', async () => {
    const id = await published('Тихо')
    await send(
      `/cabinet/news/${id}/edit`,
      { organisation: ngo, title: 'Таємний намір', body: 'x', [INTENT_FIELD]: 'save' },
      writer,
    )
    await decide(id, 'return', WHY)
    assert.doesNotMatch((await app.get(`/news/${id}/versions`)).body, /Таємний/)
  })
})

describe('the return and its appeal', () => {
  test('a reason of the list and words are wanted', async () => {
    const id = await submitted('Без дати')
    assert.equal((await decide(id, 'return', { reason: '', words: '' })).statusCode, 422)
    assert.equal((await decide(id, 'return', { reason: 'notThere', words: 'x' })).statusCode, 422)
    assert.equal((await open(id)).state, 'submitted')
    assert.equal((await app.post(`/office/news/${id}/publish`, { version: '99' }, clerk)).statusCode, 409)
    for (const role of ['viewer', 'fundManager'] as const)
      assert.equal((await decide(id, 'publish', {}, await app.staff(role))).statusCode, 403)
    assert.equal((await open(id)).state, 'submitted')
    await decide(id, 'return', WHY)
    assert.match((await app.get(`/cabinet/news/${id}`, writer)).body, /Додайте дату події/)
    assert.equal((await decide(id, 'publish')).statusCode, 422)
  })

  test('who returned it does not decide; another officer publishes it after all', async () => {
    const id = await submitted('Оскаржена')
    await decide(id, 'return', WHY)
    assert.equal((await app.post(`/cabinet/news/${id}/appeal`, { words: '' }, writer)).statusCode, 422)
    assert.equal(
      (await app.post(`/cabinet/news/${id}/appeal`, { words: 'Дата є' }, partyWriter)).statusCode,
      404,
    )
    assert.equal((await app.post(`/cabinet/news/${id}/appeal`, { words: 'Дата є' }, writer)).statusCode, 303)
    const own = await decide(id, 'appeal', { verdict: 'overturn' })
    assert.equal(own.statusCode, 403)
    assert.equal((await open(id)).state, 'appealed')
    assert.match((await app.get(`/office/news/${id}`, clerk)).body, /цю новину повернули ви/)
    assert.equal((await decide(id, 'appeal', { verdict: 'overturn' }, other)).statusCode, 303)
    assert.equal((await app.get(`/news/${id}`)).statusCode, 200)
  })

  test('an upheld return is explained, and is not appealed twice', async () => {
    const id = await submitted('Двічі')
    await decide(id, 'return', WHY)
    await app.post(`/cabinet/news/${id}/appeal`, { words: 'Ні' }, writer)
    assert.equal((await decide(id, 'appeal', { verdict: 'uphold', words: '' }, other)).statusCode, 422)
    assert.equal(
      (await decide(id, 'appeal', { verdict: 'uphold', words: 'Таки бракує' }, other)).statusCode,
      303,
    )
    assert.match((await app.get(`/cabinet/news/${id}`, writer)).body, /Таки бракує/)
    assert.equal((await app.post(`/cabinet/news/${id}/appeal`, { words: 'Ще' }, writer)).statusCode, 422)
  })
})

describe('the end', () => {
  test('withdrawn by the office: 410 with its reason, no word of the text, no picture', async () => {
    const id = await submitted('Знята', writer, ngo, await photo())
    await decide(id, 'publish')
    const picture = /\/news\/pictures\/([0-9a-f-]{36})\/480/.exec((await app.get(`/news/${id}`)).body)![1]
    assert.equal(
      (
        await app.post(
          `/office/news/${id}/withdraw`,
          { reason: 'personalData', words: 'Телефон мешканки' },
          clerk,
        )
      ).statusCode,
      303,
    )
    const gone = await app.get(`/news/${id}`)
    assert.equal(gone.statusCode, 410)
    assert.match(gone.body, /Персональні дані без згоди/)
    assert.doesNotMatch(gone.body, /Знята|Телефон мешканки/)
    assert.equal((await app.get(`/news/pictures/${picture}/480`)).statusCode, 404)
    assert.doesNotMatch((await app.get('/news.atom')).body, /Знята/)
    assert.equal(
      (await app.post(`/office/news/${id}/withdraw`, { reason: 'personalData', words: 'ще' }, clerk))
        .statusCode,
      422,
    )
  })

  test('the organisation withdraws its own, nobody another’s', async () => {
    const id = await published('Сама прибрала')
    assert.equal((await app.post(`/cabinet/news/${id}/withdraw`, {}, partyWriter)).statusCode, 404)
    assert.equal((await app.post(`/cabinet/news/${id}/withdraw`, {}, writer)).statusCode, 303)
    assert.match((await app.get(`/news/${id}`)).body, /Організація зняла/)
  })
})

test('silence hides and holds back news of all party branches, of nobody else, and they come back', async () => {
  const [theirs, ours] = [await published('Партійна', partyWriter, party), await published('Громадська')]
  const { today } = app.ctx(clerk.actor)
  const form = {
    title: 'Тиша перед виборами',
    from: today.toString(),
    to: today.toString(),
    source: 'Виборчий кодекс, ст. 52',
    url: '',
  }
  assert.equal((await app.post('/office/news/silence', { ...form, to: '01.01.2020' }, clerk)).statusCode, 422)
  assert.equal((await app.post('/office/news/silence', form, await app.staff('viewer'))).statusCode, 403)
  assert.equal((await app.post('/office/news/silence', form, clerk)).statusCode, 303)
  const hidden = await app.get(`/news/${theirs}`)
  assert.match(hidden.body, /Тиша перед виборами/)
  assert.doesNotMatch(hidden.body, /Партійна/)
  for (const path of ['/news', '/news.atom', '/api/v1/news', '/search?q=партійна', '/embed/news'])
    assert.doesNotMatch((await app.get(path)).body, /Партійна/, path)
  assert.equal((await app.get(`/api/v1/news/${theirs}`)).statusCode, 404)
  assert.match((await app.get('/news')).body, /Громадська/)
  assert.equal((await app.get(`/news/${ours}`)).statusCode, 200)
  const waits = await submitted('Партійна пізніше', partyWriter, party)
  const held = await decide(waits, 'publish')
  assert.equal(held.statusCode, 422)
  assert.match(held.body, /Зараз дні тиші/)
  const silence = await app.connection.db.selectFrom('silence_periods').select('id').executeTakeFirstOrThrow()
  assert.equal(
    (await app.post(`/office/news/silence/${silence.id}/cancel`, { reason: 'Помилково' }, clerk)).statusCode,
    303,
  )
  assert.match((await app.get(`/news/${theirs}`)).body, /Партійна/)
  assert.equal((await decide(waits, 'publish')).statusCode, 303)
})

describe('equal access', () => {
  test('the counter shows what was published and returned, why, by whom nobody', async () => {
    const page = await app.get('/news/equal-access')
    assert.match(page.body, /ГО «Простір»/)
    assert.match(page.body, /Текст неповний або незрозумілий: \d/)
    assert.doesNotMatch(page.body, /Ганна|Леся|Інший Працівник/)
    const set = await app.get('/data/news-equal-access.csv')
    assert.equal(set.statusCode, 200)
    assert.match(set.body, /ГО «Простір»/)
    const rows = JSON.parse((await app.get('/news/equal-access?format=json')).body) as unknown
    assert.match(JSON.stringify(rows), /"returned":4/)
  })
})

describe('what the office keeps', () => {
  test('reasons are added, changed and switched off', async () => {
    const form = {
      code: 'tooLate',
      nameUk: 'Подано запізно',
      nameEn: 'Too late',
      source: '',
      url: '',
      position: '20',
      active: 'yes',
    }
    assert.equal((await app.post('/office/news/reasons', form, clerk)).statusCode, 303)
    assert.equal((await app.post('/office/news/reasons', form, clerk)).statusCode, 422)
    assert.equal(
      (await app.post('/office/news/reasons', { ...form, code: 'З пробілом' }, clerk)).statusCode,
      422,
    )
    const { code: _, active: __, ...off } = form
    assert.equal((await app.post('/office/news/reasons/tooLate', off, clerk)).statusCode, 303)
    const id = await submitted('З вимкненою причиною')
    assert.equal((await decide(id, 'return', { reason: 'tooLate', words: 'x' })).statusCode, 422)
  })

  test('only the sites that are named may show the list in a frame, and no other page', async () => {
    const policy = async (path: string) => String((await app.get(path)).headers['content-security-policy'])
    assert.match(await policy('/embed/news'), /frame-ancestors 'none'/)
    const form = { measure: '4.6', unit: '', decideDays: '3' }
    assert.equal(
      (await app.post('/office/news/settings', { ...form, embedIn: 'https://rada.example/сторінка' }, clerk))
        .statusCode,
      422,
    )
    assert.equal(
      (
        await app.post(
          '/office/news/settings',
          { ...form, embedIn: 'https://rada.example; script-src *' },
          clerk,
        )
      ).statusCode,
      422,
    )
    assert.equal(
      (await app.post('/office/news/settings', { ...form, embedIn: 'https://rada.example' }, clerk))
        .statusCode,
      303,
    )
    assert.match(await policy('/embed/news'), /frame-ancestors 'self' https:\/\/rada\.example;/)
    assert.match(
      await policy('/embed/news'),
      /frame-ancestors 'self' https:\/\/rada\.example;/,
      'from the cache too',
    )
    assert.match(await policy('/news'), /frame-ancestors 'none'/)
    assert.doesNotMatch((await app.get('/embed/news')).body, /<script/)
  })
})

test('who speaks for several organisations chooses one, and loses nothing by forgetting to', async () => {
  const both = await app.representative([ngo, party])
  assert.doesNotMatch((await app.get('/cabinet/news/new', both)).body, /<option value="[\w-]{36}" selected/)
  const answer = await send(
    '/cabinet/news/new',
    { organisation: '', title: 'Нічия', body: 'Слова', alt: '' },
    both,
  )
  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /href="#f-organisation"/)
  assert.match(answer.body, /value="Нічия"/)
})
