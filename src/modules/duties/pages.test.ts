/** Pages of the office through HTTP: what people see, write, attach and decide. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { dutyApp } from '../../../test/factories/duties.ts'
import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import { shortDate } from '../../kernel/texts.ts'

const today = dayOf(Temporal.Now.instant())
const { app, programme, coordinator, culture, youth, viewer, duties, count } = await dutyApp()
after(() => app.drop())

const yesterday = shortDate('uk', today.subtract({ days: 1 }))

describe('pages of the office', () => {
  for (const path of [
    '/office/duties',
    '/office/duties?state=overdue&year=2026&quarter=1&sort=-unit&q=4.1',
    '/office/duties?sort=measure&after=broken&unit=nonsense',
    '/office/evidence',
    '/office/evidence?state=withdrawn',
    '/office/evidence/new',
    '/office/year/2026',
    '/office/duties/terms',
    '/office/reminders',
  ])
    test(`the coordinator opens ${path}`, async () => {
      const reply = await app.get(path, coordinator)
      assert.equal(reply.statusCode, 200)
      assert.match(reply.body, /<h1>/)
    })

  test('who is not signed in is asked to', async () => {
    assert.equal((await app.get('/office/duties')).statusCode, 303)
  })

  test('an executor sees own duties alone', async () => {
    const reply = await app.get('/office/duties', youth)
    assert.match(reply.body, /База даних організацій/)
    assert.doesNotMatch(reply.body, /Дні інформування/)
    const [foreign] = await duties('4.1')
    assert.equal((await app.get(`/office/duties/${foreign!.id}`, youth)).statusCode, 403)
    assert.equal((await app.get(`/office/duties/${foreign!.id}`, viewer)).statusCode, 200)
    const csv = await app.get('/office/duties?format=csv', youth)
    assert.doesNotMatch(csv.body, /Дні інформування/)
  })

  for (const path of ['/office/duties/terms', '/office/reminders'])
    test(`${path} is not an executor’s`, async () => {
      assert.equal((await app.get(path, culture)).statusCode, 403)
    })

  test('pages of the list join without a gap in every order', async () => {
    for (const sort of ['due', '-due', 'measure', '-measure', 'unit', '-unit']) {
      const ids: string[] = []
      let path: string | null = `/office/duties?state=all&sort=${sort}`
      while (path !== null) {
        const { body }: { body: string } = await app.get(path, coordinator)
        ids.push(...[...body.matchAll(/href="\/office\/duties\/([0-9a-f-]{36})"/g)].map((m) => m[1]!))
        path = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? null
      }
      assert.equal(new Set(ids).size, 26, sort)
      assert.equal(ids.length, 26, sort)
    }
  })

  for (const format of ['csv', 'xlsx', 'json'])
    test(`the list goes out as ${format}`, async () => {
      const reply = await app.get(`/office/duties?format=${format}`, coordinator)
      assert.equal(reply.statusCode, 200)
      assert.match(String(reply.headers['content-disposition']), new RegExp(`\\.${format}`))
    })
})

describe('the two-minute form', () => {
  test('title, day and duty are enough', async () => {
    const duty = (await duties('4.1')).find((d) => d.due.since(today).sign >= 0)!
    const form = await app.get(`/office/evidence/new?duty=${duty.id}`, culture)
    assert.match(form.body, new RegExp(`name="duty-${duty.id}"`))
    const reply = await app.post(
      '/office/evidence/new',
      {
        title: 'Проведено день інформування',
        happenedFrom: yesterday,
        [`duty-${duty.id}`]: 'whole',
        _intent: 'save',
      },
      culture,
    )
    assert.equal(reply.statusCode, 303, reply.body)
    const [done] = (await duties('4.1')).filter((d) => d.id === duty.id)
    assert.deepEqual([done!.outcome, done!.evidence], ['fulfilled', 1])
    const shown = await app.get(String(reply.headers.location), culture)
    assert.match(shown.body, /Записано\. Дякуємо!/)
  })

  test('both boxes of a duty fulfil it in part, as the form that comes back and the page say', async () => {
    const duty = (await duties('4.1')).find((d) => d.due.since(today).sign >= 0 && d.outcome === null)!
    const name = `duty-${duty.id}`
    const typed = { happenedFrom: yesterday, [name]: ['whole', 'part'], _intent: 'save' }
    const again = await app.post('/office/evidence/new', { ...typed, title: '' }, culture)
    assert.equal(again.statusCode, 422)
    for (const share of ['whole', 'part'])
      assert.match(again.body, new RegExp(`name="${name}" value="${share}" checked`))
    assert.equal(
      (await app.post('/office/evidence/new', { ...typed, title: 'Частина' }, culture)).statusCode,
      303,
    )
    assert.equal((await duties('4.1')).find((d) => d.id === duty.id)!.outcome, 'partly')
  })

  test('only own duties are offered, by measure', async () => {
    const form = await app.get('/office/evidence/new', culture)
    const offered = [...form.body.matchAll(/name="duty-([0-9a-f-]{36})" value="whole"/g)].map((m) => m[1])
    const own = (await app.connection.db.selectFrom('duties').select(['id', 'unit_id']).execute()).filter(
      (d) => offered.includes(d.id),
    )
    assert.ok(offered.length > 0)
    assert.ok(own.every((d) => d.unit_id === programme.culture))
    assert.match(form.body, /<details class="pick"[^>]*><summary>4\.1 /)
  })

  test('an empty form names both of what it cannot do without', async () => {
    const reply = await app.post(
      '/office/evidence/new',
      { title: '', happenedFrom: yesterday, _intent: 'save' },
      culture,
    )
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /<a href="#f-title">Що зроблено: заповніть це поле/)
    assert.match(reply.body, /<a href="#f-duties">/)
  })

  test('everything wrong comes back at once, what was typed too, and nothing is written', async () => {
    const before = [await count('evidence'), await count('audit_entries')]
    const [late] = await duties('4.1')
    const reply = await app.post(
      '/office/evidence/new',
      {
        title: 'Набрана назва',
        happenedFrom: yesterday,
        [`duty-${late!.id}`]: 'whole',
        organisations: 'ГО «Просвіта»\nІваненко Іван Іванович',
        _intent: 'save',
      },
      culture,
    )
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /поясніть чому/)
    assert.match(reply.body, /схоже на ім’я людини/)
    assert.match(reply.body, /value="Набрана назва"/)
    assert.match(reply.body, /href="#f-lateReason"/)
    assert.deepEqual([await count('evidence'), await count('audit_entries')], before)
  })

  test('bad fields and unknown ones are refused', async () => {
    const before = await count('evidence')
    const reply = await app.post(
      '/office/evidence/new',
      { title: '', happenedFrom: '31.02.2026', cost: 'багато', surprise: '1', _intent: 'save' },
      culture,
    )
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /surprise/)
    assert.equal(await count('evidence'), before)
  })

  test('for another department it is forbidden', async () => {
    const before = [await count('evidence'), await count('audit_entries')]
    const [foreign] = await duties('4.2')
    const reply = await app.post(
      '/office/evidence/new',
      { title: 'Чуже', happenedFrom: yesterday, [`duty-${foreign!.id}`]: 'part', _intent: 'save' },
      culture,
    )
    assert.equal(reply.statusCode, 403)
    assert.equal((await app.get('/office/evidence/new', viewer)).statusCode, 403)
    assert.deepEqual([await count('evidence'), await count('audit_entries')], before)
  })

  test('a draft keeps what was typed, right or wrong; nobody else sees it; then it is recorded', async () => {
    const title = 'Чернетка про круглий стіл'
    const typed = { title, happenedFrom: 'колись', cost: 'сто', _intent: 'draft' }
    assert.equal((await app.post('/office/evidence/new', typed, culture)).statusCode, 303)
    const row = await app.connection.db
      .selectFrom('evidence')
      .select('id')
      .where('title', '=', title)
      .executeTakeFirstOrThrow()
    const again = await app.get(`/office/evidence/${row.id}/edit`, culture)
    assert.match(again.body, /value="колись"/)
    assert.match((await app.get('/office/evidence', culture)).body, new RegExp(title))
    for (const person of [youth, coordinator]) {
      assert.equal((await app.get(`/office/evidence/${row.id}/edit`, person)).statusCode, 403)
      assert.doesNotMatch((await app.get('/office/evidence', person)).body, new RegExp(title))
    }
    for (const path of [`/evidence/${row.id}`, `/api/v1/evidence/${row.id}`])
      assert.equal((await app.get(path)).statusCode, 404, path)
    for (const path of ['/evidence', '/evidence.atom', '/api/v1/evidence', '/evidence?format=json'])
      assert.doesNotMatch((await app.get(path)).body, new RegExp(title), path)
    const duty = (await duties('4.3')).find(
      (d) => d.unitId === programme.culture && d.due.since(today).sign >= 0,
    )!
    const recorded = await app.post(
      '/office/evidence/new',
      { draft: row.id, title, happenedFrom: yesterday, [`duty-${duty.id}`]: 'part', _intent: 'save' },
      culture,
    )
    assert.equal(recorded.headers.location, `/office/evidence/${row.id}?done=recorded`)
    assert.equal((await app.get(`/evidence/${row.id}`)).statusCode, 200)
  })

  test('without the session’s token nothing is written', async () => {
    const before = await count('evidence')
    const forged = { ...culture, csrf: 'x' }
    const reply = await app.post('/office/evidence/new', { title: 'x', happenedFrom: yesterday }, forged)
    assert.equal(reply.statusCode, 403)
    assert.equal(await count('evidence'), before)
  })
})

describe('files', () => {
  const pdf = Buffer.from('%PDF-1.4 зміст')
  async function upload(access: string, name = 'Звіт.pdf', bytes = pdf) {
    const duty = (await duties('4.3')).find(
      (d) => d.unitId === programme.culture && d.due.since(today).sign >= 0,
    )!
    const boundary = 'viche-boundary'
    const field = (key: string, value: string) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`)
    const body = Buffer.concat([
      field('_csrf', culture.csrf),
      field('_intent', 'save'),
      field('title', `З файлом ${access}`),
      field('happenedFrom', yesterday),
      field(`duty-${duty.id}`, 'part'),
      field('access', access),
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    return app.server.inject({
      method: 'POST',
      url: '/office/evidence/new',
      headers: {
        cookie: `viche_session=${culture.cookie}`,
        origin: 'http://viche.test',
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: body,
    })
  }
  const idOf = (reply: { headers: Record<string, unknown> }) =>
    /evidence\/([0-9a-f-]{36})/.exec(String(reply.headers['location']))![1]!

  test('a public file stands on the public page until the evidence is withdrawn', async () => {
    const id = idOf(await upload('public'))
    const page = await app.get(`/evidence/${id}`)
    const href = /href="(\/files\/[^"]+)"/.exec(page.body)![1]!
    assert.equal((await app.get(href)).statusCode, 200)
    const withdrawn = await app.post(`/office/evidence/${id}/withdraw`, { reason: 'Не той файл' }, culture)
    assert.equal(withdrawn.statusCode, 303)
    assert.equal((await app.get(`/evidence/${id}`)).statusCode, 404)
    assert.notEqual((await app.get(href)).statusCode, 200)
  })
  test('a file for the office does not', async () => {
    const id = idOf(await upload('office'))
    assert.doesNotMatch((await app.get(`/evidence/${id}`)).body, /Звіт\.pdf/)
    assert.match((await app.get(`/office/evidence/${id}`, culture)).body, /Звіт\.pdf/)
  })
  test('one whose contents are not what its name says is refused', async () => {
    const before = await count('evidence')
    const reply = await upload('public', 'картинка.png')
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /не відповідає його розширенню/)
    assert.equal(await count('evidence'), before)
  })
})

describe('decisions through forms', () => {
  test('excuse wants a reason, shows it to everybody, and can be undone', async () => {
    const [duty] = await duties('4.2')
    const at = `/office/duties/${duty!.id}`
    assert.equal((await app.post(`${at}/excuse`, { reason: ' ' }, coordinator)).statusCode, 422)
    assert.equal((await app.post(`${at}/excuse`, { reason: 'Чуже рішення' }, culture)).statusCode, 403)
    assert.equal(
      (await app.post(`${at}/excuse`, { reason: 'Реєстр був закритий' }, coordinator)).statusCode,
      303,
    )
    const page = await app.get(`/programmes/${programme.slug}/measures/4.2?year=2026`)
    assert.match(page.body, /Реєстр був закритий/)
    assert.equal((await app.post(`${at}/excuse`, { reason: 'ще' }, coordinator)).statusCode, 422)
    assert.equal((await app.post(`${at}/reopen`, { reason: 'Відкрили' }, coordinator)).statusCode, 303)
    const history = await app.get(at, coordinator)
    assert.match(history.body, /обов’язок повернуто в роботу/)
  })
  test('carrying over to the past is refused beside its field', async () => {
    const [duty] = await duties('4.2')
    const reply = await app.post(
      `/office/duties/${duty!.id}/carry`,
      { date: '01.01.2026', carryReason: 'x' },
      coordinator,
    )
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /пізнішим за теперішній/)
  })
})
