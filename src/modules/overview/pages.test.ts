/** The home page and the start pages through HTTP. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { HtmlValidate } from 'html-validate'
import { BASE_URL, type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { type DutyProgramme, dutyProgramme } from '../../../test/factories/duties.ts'
import { dayOf, quarterOf, Temporal } from '../../kernel/civil-date.ts'
import { quarterName } from '../../kernel/texts.ts'
import { transact } from '../../platform/context.ts'
import { hold } from '../../platform/mail.ts'
import { newId } from '../../platform/random.ts'
import { recordEvidence, renewDuties } from '../duties/index.ts'
import {
  acceptReport,
  listReports,
  openQuarter,
  reportById,
  returnReport,
  submitReport,
} from '../reports/index.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }] },
})

async function assertValid(body: string): Promise<void> {
  const report = await validator.validateString(body)
  assert.deepEqual(
    report.results.flatMap((r) => r.messages.map((m) => `${m.ruleId} ${m.selector}: ${m.message}`)),
    [],
  )
}

const textOf = (body: string) =>
  body
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&amp;', '&')

const EVENT = {
  unitId: null,
  kind: 'event',
  happenedFrom: dayOf(Temporal.Now.instant()),
  happenedTo: null,
  place: null,
  result: null,
  participants: null,
  organisations: [],
  cost: null,
  link: null,
  publication: null,
  indicators: [],
} as const

describe('a city without a programme', () => {
  let app: TestApp
  before(async () => {
    app = await testApp()
  })
  after(() => app.drop())

  for (const [path, heading] of [
    ['/', 'Програми ще немає'],
    ['/en', 'There is no programme yet'],
    ['/about', 'Що таке Віче'],
    ['/en/about', 'What Viche is'],
  ] as const)
    test(`${path} says what Viche is and what comes first`, async () => {
      const reply = await app.get(path)
      assert.equal(reply.statusCode, 200)
      assert.match(reply.body, new RegExp(heading))
      await assertValid(reply.body)
    })

  test('the coordinator is asked for the text, nobody else', async () => {
    const shown = await app.get('/office', await app.staff('coordinator'))
    assert.match(shown.body, /Одна справа чекає на вас\./)
    assert.match(shown.body, /Завантажте текст програми[\s\S]*href="\/office\/programmes\/new"/)
    await assertValid(shown.body)
    for (const role of ['executor', 'fundManager', 'viewer', 'administrator'] as const) {
      const unitId = role === 'executor' ? { unitId: await unit() } : {}
      const reply = await app.get('/office', await app.staff(role, unitId))
      assert.equal(reply.statusCode, 200, role)
      assert.doesNotMatch(reply.body, /Завантажте текст/)
      await assertValid(reply.body)
    }
  })

  async function unit() {
    const id = newId<'unit'>()
    await app.connection.db
      .insertInto('units')
      .values({
        id,
        name: 'Відділ',
        short_name: null,
        kind: 'unit',
        email: null,
        merged_into: null,
        created_at: Temporal.Now.instant(),
      })
      .execute()
    return id
  }
})

describe('a city with a programme', () => {
  let app: TestApp
  let programme: DutyProgramme
  let people: Record<'coordinator' | 'culture' | 'youth' | 'fundManager' | 'administrator' | 'viewer', Person>
  const today = dayOf(Temporal.Now.instant())

  before(async () => {
    app = await testApp()
    programme = await dutyProgramme(app.connection.db)
    const { culture, youth } = programme
    people = {
      coordinator: await app.staff('coordinator', { name: 'Олена Секретна' }),
      culture: await app.staff('executor', { unitId: culture }),
      youth: await app.staff('executor', { unitId: youth }),
      fundManager: await app.staff('fundManager'),
      administrator: await app.staff('administrator'),
      viewer: await app.staff('viewer'),
    }
    await transact(app.ctx(people.coordinator.actor), async (tx) => {
      await renewDuties(tx, { programmeId: programme.id, editionId: programme.editionId })
      await recordEvidence(tx, {
        ...EVENT,
        source: { module: 'test', id: '1' },
        title: 'День інформування на площі',
        unitId: culture,
        result: 'Почуто <b>двадцять</b> запитань',
        participants: 214,
        measures: [programme.measures[0]!.id],
      })
      await hold(tx, {
        kind: 'duty.reminder',
        title: 'Нагадування двом відділам',
        messages: [{ dedupeKey: 'a', to: 'a@example.org', name: 'А', subject: 'Строки', body: 'До 6 числа' }],
      })
    })
  })
  after(() => app.drop())

  test('the home page says it in both languages, valid and without a name of the staff', async () => {
    for (const [path, words] of [
      ['/', ['5 заходів, які', 'учасників подій за рік', 'Рік програми', 'День інформування на площі']],
      ['/en', ['5 measures', 'participants of events', 'The year of the programme', 'Cooperation programme']],
    ] as const) {
      const { body, statusCode } = await app.get(path)
      assert.equal(statusCode, 200)
      for (const word of words) assert.ok(textOf(body).includes(word), `${path}: ${word}`)
      assert.match(body, />214</)
      assert.doesNotMatch(body, /Секретна|<b>двадцять/)
      await assertValid(body)
    }
  })

  test('the home page can be read by machines', async () => {
    const { body } = await app.get('/')
    const json = /<script type="application\/ld\+json">(.+?)<\/script>/.exec(body)?.[1]
    const graph = (JSON.parse(json!) as { '@graph': { '@type': string; potentialAction?: unknown }[] })[
      '@graph'
    ]
    assert.deepEqual(
      graph.map((node) => node['@type']),
      ['GovernmentOrganization', 'WebSite'],
    )
    assert.match(JSON.stringify(graph[1]!.potentialAction), /\/search\?q=\{search_term_string\}/)
    assert.match(body, /<meta name="description" content="[^"]{50,}"/)
    assert.match(body, /<link rel="canonical" href="http:\/\/viche\.test\/">/)
    assert.equal(body.match(/<link rel="alternate" type="application\/atom\+xml"/g)?.length, 3)
  })

  test('each row of the ribbon leads to its measure, and one quarter is the current one', async () => {
    const { body } = await app.get('/')
    const ribbon = /<table class="ribbon">[\s\S]+?<\/table>/.exec(body)![0]
    assert.equal(ribbon.match(/<tr>/g)?.length, 1 + programme.measures.length)
    for (const m of programme.measures)
      assert.ok(ribbon.includes(`href="/programmes/${programme.slug}/measures/${m.number}"`), m.number)
    assert.equal(ribbon.match(/<th scope="col" class="now">/g)?.length, today.year < 2026 ? 0 : 1)
  })

  test('the kept page is given without asking, until something is done', async () => {
    const before = await app.get('/')
    const ask = () =>
      app.server.inject({ url: '/', headers: { 'if-none-match': String(before.headers['etag']) } })
    assert.equal((await ask()).statusCode, 304)
    await transact(app.ctx(people.coordinator.actor), (tx) =>
      recordEvidence(tx, {
        ...EVENT,
        source: { module: 'test', id: '2' },
        title: 'Круглий стіл про бюджет',
        measures: [programme.measures[2]!.id],
      }),
    )
    // The database tells the processes of a change; that takes a moment.
    for (let i = 0; i < 100 && (await ask()).statusCode === 304; i++) await setTimeout(20)
    const after = await ask()
    assert.equal(after.statusCode, 200)
    assert.match(after.body, /Круглий стіл про бюджет/)
  })

  test('who is responsible is named by department', async () => {
    const { db } = app.connection
    await db
      .updateTable('programmes')
      .set({ coordinator_unit_id: programme.culture })
      .where('id', '=', programme.id)
      .execute()
    const { body } = await app.get('/about?fresh')
    assert.match(textOf(body), /Координатор програми Відділ культури/)
    await assertValid(body)
  })

  test('each role sees its own start page and nothing of the others’', async () => {
    const sees: readonly [keyof typeof people, readonly string[], readonly string[]][] = [
      [
        'coordinator',
        [
          '4.5 Покладання квітів: визначити строк',
          'Внести підрозділи до групи «Інші служби',
          'Записати зроблене',
          'Нагадування двом відділам',
        ],
        ['Стан системи', 'У роботі'],
      ],
      [
        'culture',
        [
          'Дні інформування',
          'Зроблено за',
          'День інформування на площі',
          'Наступний квартал',
          'Записати зроблене',
        ],
        ['База даних організацій', 'визначити строк', 'Чекає на відправлення', 'Стан системи', 'Кошти 2'],
      ],
      [
        'youth',
        ['Зроблено за', 'Ще нічого не записано'],
        ['Дні інформування', 'День інформування на площі', 'Чекає на відправлення'],
      ],
      [
        'fundManager',
        ['Кошти', 'До сплати за договорами'],
        ['визначити строк', 'Записати зроблене', 'Стан системи'],
      ],
      [
        'administrator',
        ['Стан системи', 'Поштовий сервер не налаштовано', 'Працівники', 'Журнал', 'viche doctor'],
        ['визначити строк', 'Записати зроблене'],
      ],
      [
        'viewer',
        ['Ви бачите все', 'Рік 20', 'Що зроблено останнім часом'],
        ['Потребує вашої дії', 'Записати', 'Чекає на відправлення', 'Стан системи'],
      ],
    ]
    for (const [who, present, absent] of sees) {
      const { body, statusCode } = await app.get('/office?lang=uk', people[who])
      assert.equal(statusCode, 200, who)
      const main = textOf(/<main[\s\S]+<\/main>/.exec(body)![0])
      for (const word of present) assert.ok(main.includes(word), `${who} sees ${word}: ${main}`)
      for (const word of absent) assert.ok(!main.includes(word), `${who} does not see ${word}`)
      await assertValid(body)
      const english = await app.get('/office?lang=en', people[who])
      assert.match(english.body, /<h1>Today, /)
      await assertValid(english.body)
    }
  })

  test('a report goes from its executor to the coordinator and back, each told the next step', async () => {
    const { db } = app.connection
    const ctx = app.ctx(people.coordinator.actor)
    const pageOf = async (who: keyof typeof people) => {
      const { body } = await app.get('/office?lang=uk', people[who])
      await assertValid(body)
      return textOf(/<main[\s\S]+<\/main>/.exec(body)![0])
    }
    const quarter = quarterOf(today)
    await openQuarter(ctx, programme.id, quarter)
    const { rows } = await listReports(
      db,
      {
        scope: [programme.youth],
        programmeId: programme.id,
        year: null,
        quarter: null,
        unitId: null,
        state: null,
        today,
      },
      '',
      1,
    )
    const { id } = rows[0]!
    const name = quarterName('uk', quarter)
    assert.match(await pageOf('youth'), new RegExp(`Звіт за ${name} .*Переглянути й подати`))
    assert.doesNotMatch(await pageOf('culture'), /Відділ молоді/)
    assert.match(await pageOf('viewer'), /Відділ молоді .*? ще не подано/)

    const typed = { nothingToDo: true, note: null, rows: [] }
    const lock = async () => (await reportById(db, id))!.lockVersion
    await submitReport(app.ctx(people.youth.actor), id, { ...typed, lockVersion: await lock() }, BASE_URL)
    assert.match(await pageOf('coordinator'), new RegExp(`Прийняти звіт за ${name}: Відділ молоді`))
    assert.doesNotMatch(await pageOf('youth'), /Переглянути й подати/)

    const remarks = [{ measureId: null, text: 'Додайте, чому нічого не зроблено' }]
    await returnReport(ctx, id, { lockVersion: await lock(), remarks }, BASE_URL)
    assert.match(
      await pageOf('youth'),
      new RegExp(`Повернуто звіт за ${name} Зауваження: Додайте, чому нічого не зроблено`),
    )
    assert.doesNotMatch(await pageOf('coordinator'), /Прийняти звіт/)
    assert.match(await pageOf('coordinator'), /повернуто із зауваженнями/)

    await submitReport(app.ctx(people.youth.actor), id, { ...typed, lockVersion: await lock() }, BASE_URL)
    assert.match(await pageOf('coordinator'), /Виправлено після зауважень/)
    await acceptReport(ctx, id, { lockVersion: await lock() }, BASE_URL)
    assert.match(await pageOf('coordinator'), /Відділ молоді .*? прийнято/)
  })

  test('who is not signed in is asked to', async () => {
    const reply = await app.get('/office')
    assert.equal(reply.statusCode, 303)
    assert.match(String(reply.headers['location']), /sign-in/)
  })

  test('every link of these pages opens', async () => {
    const visits: [string, Person | undefined][] = [
      ['/', undefined],
      ['/en', undefined],
      ['/about', undefined],
      ...Object.values(people).map((p): [string, Person] => ['/office', p]),
    ]
    const broken: string[] = []
    const seen = new Set<string>()
    for (const [path, person] of visits) {
      const { body } = await app.get(path, person)
      for (const [, raw] of body.matchAll(/<(?:a|link)\s[^>]*?href="(\/[^"]*)"/g)) {
        const href = raw!.replaceAll('&amp;', '&').split('#')[0]!
        const key = `${person?.actor.grants[0]?.role ?? 'visitor'} ${href}`
        if (seen.has(key) || href.includes('sign-out')) continue
        seen.add(key)
        const reply = await app.get(href, person)
        if (reply.statusCode >= 400) broken.push(`${key}: ${reply.statusCode}`)
      }
    }
    assert.deepEqual(broken, [])
  })

  test('the number of queries does not grow with what there is to show', async () => {
    let queries = 0
    const count = () => void queries++
    app.connection.pool.on('acquire', count)
    const asked = async (path: string, person?: Person) => {
      queries = 0
      assert.equal((await app.get(path, person)).statusCode, 200)
      return queries
    }
    const bounds: readonly [string, Person | undefined, number][] = [
      ['/?uncached', undefined, 15],
      ['/about?uncached', undefined, 3],
      ['/office', people.viewer, 20],
      ['/office', people.culture, 17],
      ['/office', people.fundManager, 22],
      ['/office', people.administrator, 20],
      ['/office', people.coordinator, 36],
    ]
    for (const [path, person, most] of bounds) {
      const n = await asked(path, person)
      assert.ok(n <= most, `${path} ${person?.actor.grants[0]?.role ?? 'visitor'}: ${n} queries`)
    }
    queries = 0
    assert.equal((await app.get('/?uncached')).statusCode, 200)
    assert.equal(queries, 0, 'a page that is kept asks nothing')
    app.connection.pool.off('acquire', count)
  })
})
