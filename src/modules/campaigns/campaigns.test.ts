import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { plantOrganisation } from '../../../test/factories/organisations.ts'
import { civilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import { sendNext } from '../../platform/mail.ts'
import { addContact } from '../organisations/actions/contacts.ts'
import { addOfficer } from '../organisations/actions/officers.ts'
import type { OrganisationId, OrganisationKind } from '../organisations/index.ts'
import { forgetAnswers } from './actions/forget.ts'
import { campaignLetters } from './jobs.ts'
import { invitationState } from './rules/standing.ts'
import { januaryAgenda } from './staff/agenda.ts'
import { invitationLine, standingOf } from './store/invitations.ts'
import type { CampaignId, InvitationId } from './types.ts'

let app: TestApp
let coordinator: Person
let viewer: Person
let campaign: CampaignId
const organisations: OrganisationId[] = []

before(async () => {
  app = await testApp()
  coordinator = await app.staff('coordinator', { name: 'Олена Вигадана' })
  viewer = await app.staff('viewer')
  organisations.push(
    await organisation('ГО «Зелене місто»', 'ngo', 'green@example.org'),
    await organisation('ГО «Тиха пошта»', 'ngo', 'silent@example.org'),
    await organisation('Комітет мікрорайону «Центр»', 'selfOrganisationBody', null),
  )
})
after(() => app.drop())

async function organisation(name: string, kind: OrganisationKind, email: string | null) {
  const id = await plantOrganisation(app.connection.db, { name, kind })
  const ctx = app.ctx(coordinator.actor)
  const source = { kind: 'clerk', ref: null, on: null } as const
  const none = { note: null, consentOn: null, consentRef: null, source }
  await addContact(ctx, id, { kind: 'phone', value: '+38 046 300-00-12', access: 'office', ...none })
  await addContact(ctx, id, { kind: 'address', value: 'вул. Гоголя, 1, м. Ніжин', access: 'public', ...none })
  if (email !== null) await addContact(ctx, id, { kind: 'email', value: email, access: 'office', ...none })
  const from = civilDate(2024, 3, 1)
  const post = { name: 'Ганна Уявна', post: 'голова правління', leads: true, from, until: null }
  await addOfficer(ctx, id, { ...post, source })
  return id
}

/** The version that a page of one's own shows. */
async function seen(id: OrganisationId): Promise<string> {
  const { db } = app.connection
  const row = await db.selectFrom('organisations').select('version').where('id', '=', id).executeTakeFirst()
  return String(row!.version)
}

const YEAR = Temporal.Now.plainDateISO('Europe/Kyiv').year
const settings = {
  year: String(YEAR),
  title: `Звірка реєстру ${YEAR} року`,
  kinds: ['ngo', 'selfOrganisationBody'],
  states: ['active'],
  term: '',
  letterSubject: 'Звірка',
  letterBody: 'Для {організація}: {посилання}, код {код}, до {строк}.',
  reminderSubject: 'Нагадуємо',
  reminderBody: 'Ще раз: {посилання}',
  contact: 'відділ, 000',
  signatoryPost: 'Начальник відділу',
  signatoryName: 'Іван УЯВНИЙ',
  measureNumber: '',
  unitId: '',
}

async function writeLetters(): Promise<void> {
  const system = app.ctx({ kind: 'system', job: 'campaigns.letters' })
  await campaignLetters.run(system, {}, { house: app.house, signal: new AbortController().signal })
}

async function letterTo(address: string) {
  const rows = await app.connection.db
    .selectFrom('messages')
    .select(['body', 'state'])
    .where('recipient', '=', address)
    .orderBy('created_at')
    .execute()
  return rows
}

const linkIn = (body: string) => /\/check\/([\w-]{43})/.exec(body)![1]!

async function count(table: 'campaigns' | 'campaign_answers' | 'campaign_calls'): Promise<number> {
  const { db } = app.connection
  return (await db.selectFrom(table).select('id').execute()).length
}

async function invitations(): Promise<Map<string, InvitationId>> {
  const rows = await app.connection.db.selectFrom('campaign_invitations').select(['id', 'name']).execute()
  return new Map(rows.map((r) => [r.name, r.id]))
}

test('a check is prepared; what is wrong is said at once; a viewer makes none', async () => {
  const template = await app.get('/office/checks/new', coordinator)
  assert.equal(template.statusCode, 200)
  assert.match(template.body, /\{посилання\}/)
  const bad = { ...settings, kinds: [], letterBody: 'Без нічого {лінк}', title: '' }
  const refused = await app.post('/office/checks', bad, coordinator)
  assert.equal(refused.statusCode, 422)
  const noTitle = await app.post('/office/checks', { ...bad, title: 'Звірка' }, coordinator)
  assert.match(noTitle.body, /Виберіть, кого питати/)
  assert.match(noTitle.body, /без нього організація не зможе відповісти/)
  assert.match(noTitle.body, /Невідоме слово/)
  assert.match(noTitle.body, /Без нічого/)
  assert.equal((await app.post('/office/checks', settings, viewer)).statusCode, 403)
  assert.equal(await count('campaigns'), 0)

  const made = await app.post('/office/checks', settings, coordinator)
  assert.equal(made.statusCode, 303)
  campaign = /checks\/([0-9a-f-]{36})/.exec(String(made.headers.location))![1] as CampaignId
  const board = await app.get(`/office/checks/${campaign}`, coordinator)
  assert.match(board.body, /Буде запитано: 3 організації/)
  assert.match(board.body, /робочий день|робочих/)
})

test('a draft that somebody changed meanwhile is not overwritten', async () => {
  const at = `/office/checks/${campaign}/edit`
  assert.equal((await app.post(at, { ...settings, version: '1' }, coordinator)).statusCode, 303)
  const late = await app.post(at, { ...settings, version: '1', contact: 'інший відділ' }, coordinator)
  assert.equal(late.statusCode, 409)
  assert.match(late.body, /інший відділ/)
})

test('opening asks everybody once; letters wait in the outbox, each with its own link', async () => {
  assert.equal((await app.post(`/office/checks/${campaign}/open`, {}, viewer)).statusCode, 403)
  assert.equal((await app.post(`/office/checks/${campaign}/open`, {}, coordinator)).statusCode, 303)
  assert.equal((await app.post(`/office/checks/${campaign}/open`, {}, coordinator)).statusCode, 422)
  assert.equal((await letterTo('green@example.org')).length, 0)
  await writeLetters()
  await writeLetters()
  const [letter, ...more] = await letterTo('green@example.org')
  assert.equal(more.length, 0)
  assert.equal(letter!.state, 'held')
  const [other] = await letterTo('silent@example.org')
  assert.notEqual(linkIn(letter!.body), linkIn(other!.body))
  assert.match(letter!.body, /код ([0-9A-Z]{4}-){3}[0-9A-Z]{4}/)
  const kept = await app.connection.db.selectFrom('campaign_invitations').selectAll().execute()
  assert.doesNotMatch(JSON.stringify(kept), new RegExp(linkIn(letter!.body)))
  const list = await app.get(`/office/checks/${campaign}/organisations?state=waiting`, viewer)
  assert.match(list.body, /Зелене місто/)
  assert.doesNotMatch(list.body, /green@example\.org/)
})

test('the start page says until when a check lasts, and in December that one is to be prepared', async () => {
  assert.match((await app.get('/office', coordinator)).body, /Організації відповідають/)
  assert.doesNotMatch((await app.get('/office', viewer)).body, /Організації відповідають/)
  const december = app.ctx(coordinator.actor, `${YEAR + 1}-12-02T08:00:00Z`)
  const [late] = await januaryAgenda(december)
  assert.ok(late!.urgency && 'late' in late!.urgency)
})

test('a link shows its own organisation only, with contacts of the office hidden', async () => {
  const secret = linkIn((await letterTo('green@example.org'))[0]!.body)
  const page = await app.get(`/check/${secret}`)
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /Зелене місто/)
  assert.doesNotMatch(page.body, /Тиха пошта/)
  assert.doesNotMatch(page.body, /300-00-12/)
  assert.match(page.body, /noindex/)
  assert.equal((await app.get(`/check/${'A'.repeat(43)}`)).statusCode, 404)
  const english = await app.get(`/en/check/${secret}`)
  assert.match(english.body, /Check your data/)
  const list = await app.get(`/office/checks/${campaign}/organisations?state=opened`, coordinator)
  assert.match(list.body, /Зелене місто/)
})

test('one button confirms; the organisation is verified and may still correct', async () => {
  const secret = linkIn((await letterTo('green@example.org'))[0]!.body)
  const [id] = organisations
  const { db } = app.connection
  const nameless = await app.post(`/check/${secret}`, { seen: await seen(id!), name: '', post: '' })
  assert.equal(nameless.statusCode, 422)
  assert.equal(await count('campaign_answers'), 0)
  const stale = await app.post(`/check/${secret}`, { seen: '999', name: 'Ганна Уявна', post: 'голова' })
  assert.equal(stale.statusCode, 409)
  const done = await app.post(`/check/${secret}`, {
    seen: await seen(id!),
    name: 'Ганна Уявна',
    post: 'голова',
  })
  assert.equal(done.statusCode, 303)
  assert.match((await app.get(String(done.headers.location))).body, /Ви підтвердили відомості/)
  const verified = await db
    .selectFrom('organisations')
    .select('verified_on')
    .where('id', '=', id!)
    .executeTakeFirst()
  assert.ok(verified?.verified_on)
  const records = await db
    .selectFrom('audit_entries')
    .select('payload')
    .where('action', '=', 'campaign.answer')
    .execute()
  assert.doesNotMatch(JSON.stringify(records), /Ганна/)
})

const corrected = async (change: Record<string, string | string[]>) => ({
  seen: await seen(organisations[0]!),
  name: 'Ганна Уявна',
  post: 'голова',
  orgName: 'ГО «Зелене місто»',
  ...change,
})

test('corrections become proposals; a new answer takes the former ones back', async () => {
  const secret = linkIn((await letterTo('green@example.org'))[0]!.body)
  const { db } = app.connection
  const form = await app.get(`/check/${secret}/correct`)
  assert.match(form.body, /value="ГО «Зелене місто»"/)
  const same = await app.post(`/check/${secret}/correct`, await corrected({}))
  assert.equal(same.statusCode, 422)
  assert.match(same.body, /Ви нічого не змінили/)
  const own = await corrected({ phone: '+38 067 111-11-11', phoneAccess: 'private' })
  assert.match((await app.post(`/check/${secret}/correct`, own)).body, /лише за згодою/)

  const first = await app.post(`/check/${secret}/correct`, await corrected({ orgName: 'ГО «Зелений Ніжин»' }))
  assert.equal(first.statusCode, 303)
  const second = await app.post(`/check/${secret}/correct`, {
    ...own,
    consent: 'yes',
    orgName: 'ГО «Зелений сад»',
    note: 'Статут у новій редакції',
  })
  assert.equal(second.statusCode, 303)
  const items = await db
    .selectFrom('organisation_proposal_items as i')
    .innerJoin('organisation_proposals as p', 'p.id', 'i.proposal_id')
    .select(['i.state', 'i.change', 'p.source_kind', 'p.note'])
    .orderBy('p.created_at')
    .orderBy('i.position')
    .execute()
  assert.deepEqual(
    items.map((i) => [i.state, i.change.what, i.source_kind]),
    [
      ['refused', 'field', 'check'],
      ['waiting', 'field', 'check'],
      ['waiting', 'contactAdded', 'check'],
    ],
  )
  const card = await app.get(
    `/office/checks/${campaign}/organisations/${(await invitations()).get('ГО «Зелене місто»')}`,
    coordinator,
  )
  assert.match(card.body, /Ганна Уявна, голова/)
  assert.match(card.body, /2 виправлення/)
  assert.match(card.body, /300-00-12/)
})

test('a code typed by hand leads to the same page', async () => {
  const [letter] = await letterTo('silent@example.org')
  const code = /код ([0-9A-Z-]{19})/.exec(letter!.body)![1]!
  const found = await app.post('/check', { code: code.toLowerCase().replaceAll('-', ' ') })
  assert.equal(found.headers.location, `/check/${linkIn(letter!.body)}`)
  const wrong = await app.post('/check', { code: '0000-0000-0000-0000' })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /Такого коду немає/)
})

test('a clerk answers for one who telephones; a viewer cannot', async () => {
  const id = (await invitations()).get('Комітет мікрорайону «Центр»')!
  const at = `/office/checks/${campaign}/organisations/${id}`
  const answers = await count('campaign_answers')
  const who = { seen: await seen(organisations[2]!), name: 'Ганна Уявна', post: 'голова', way: 'phone' }
  assert.equal((await app.post(`${at}/confirm`, who, viewer)).statusCode, 403)
  assert.equal((await app.post(`${at}/confirm`, { ...who, way: 'link' }, coordinator)).statusCode, 422)
  assert.equal(await count('campaign_answers'), answers)
  const body = {
    ...who,
    way: 'paper',
    orgName: 'Комітет мікрорайону «Центр»',
    territory: 'вул. Гоголя, 1–20',
    termUntil: '01.02.2029',
  }
  assert.equal((await app.post(`${at}/correct`, body, coordinator)).statusCode, 303)
  assert.match((await app.get(at, coordinator)).body, /на папері/)
})

test('calls are marked; one that is no more needs a word how it is known, and is proposed as such', async () => {
  const id = (await invitations()).get('ГО «Тиха пошта»')!
  const at = `/office/checks/${campaign}/organisations/${id}/call`
  assert.match((await app.get(`/office/checks/${campaign}/calls`, coordinator)).body, /300-00-12/)
  assert.equal((await app.get(`/office/checks/${campaign}/calls`, viewer)).statusCode, 403)
  assert.equal((await app.post(at, { outcome: 'ceased', note: '' }, coordinator)).statusCode, 422)
  assert.equal((await app.post(at, { outcome: 'noAnswer', note: '' }, viewer)).statusCode, 403)
  assert.equal(await count('campaign_calls'), 0)
  assert.equal((await app.post(at, { outcome: 'noAnswer', note: '' }, coordinator)).statusCode, 303)
  const ceased = { outcome: 'ceased', note: 'Сказала сусідка голови' }
  assert.equal((await app.post(at, ceased, coordinator)).statusCode, 303)
  const proposed = await app.connection.db
    .selectFrom('organisation_proposals')
    .select('note')
    .where('organisation_id', '=', organisations[1]!)
    .execute()
  assert.deepEqual(proposed, [{ note: 'Сказала сусідка голови' }])
  assert.equal((await app.post(at, { outcome: 'promised', note: '' }, coordinator)).statusCode, 303)
})

test('a reminder goes only to those who are silent and can be reached', async () => {
  const at = `/office/checks/${campaign}/remind`
  const letter = { subject: 'Нагадуємо', body: 'Ще раз: {посилання}' }
  assert.equal((await app.post(at, { ...letter, body: 'Без посилання' }, coordinator)).statusCode, 422)
  assert.equal((await app.post(at, letter, coordinator)).statusCode, 303)
  await writeLetters()
  assert.equal((await letterTo('green@example.org')).length, 1)
  const [first, reminder] = await letterTo('silent@example.org')
  assert.equal(linkIn(reminder!.body), linkIn(first!.body))
})

test('letters on paper come as one file; all are marked as posted', async () => {
  const file = await app.get(`/office/checks/${campaign}/letters.pdf`, coordinator)
  assert.equal(file.statusCode, 200)
  assert.equal(file.rawPayload.subarray(0, 5).toString(), '%PDF-')
  assert.equal((await app.get(`/office/checks/${campaign}/letters.pdf`, viewer)).statusCode, 403)
  assert.equal((await app.post(`/office/checks/${campaign}/post`, { on: '' }, coordinator)).statusCode, 422)
  const today = Temporal.Now.plainDateISO('Europe/Kyiv').toString()
  assert.equal(
    (await app.post(`/office/checks/${campaign}/post`, { on: today }, coordinator)).statusCode,
    303,
  )
})

test('SQL and the rule say the same of every standing', async () => {
  const { db } = app.connection
  const id = (await invitations()).get('ГО «Тиха пошта»')!
  const kept = await db
    .selectFrom('campaign_invitations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  for (const state of ['held', 'queued', 'sent', 'failed', 'cancelled'] as const) {
    await db.updateTable('messages').set({ state }).where('recipient', '=', 'silent@example.org').execute()
    for (const opened_at of [null, kept.opened_at ?? Temporal.Now.instant()])
      for (const ceased of [false, true])
        for (const answer of [null, 'confirmed'] as const)
          for (const posted_on of [null, civilDate(2027, 1, 5)]) {
            const answered_at = answer && Temporal.Now.instant()
            await db
              .updateTable('campaign_invitations')
              .set({ opened_at, ceased, answer, answered_at, posted_on })
              .where('id', '=', id)
              .execute()
            const standing = await standingOf(db, id)
            for (const over of [false, true]) {
              const line = await invitationLine(db, campaign, id, over)
              assert.equal(line!.state, invitationState(standing, over))
            }
          }
  }
  const { opened_at, ceased, answer, answered_at, posted_on } = kept
  await db
    .updateTable('campaign_invitations')
    .set({ opened_at, ceased, answer, answered_at, posted_on })
    .where('id', '=', id)
    .execute()
  await db.updateTable('messages').set({ state: 'held' }).execute()
})

test('a term is extended with a reason', async () => {
  const at = `/office/checks/${campaign}/extend`
  const reason = 'Просили організації'
  assert.equal((await app.post(at, { term: '01.01.2020', reason }, coordinator)).statusCode, 422)
  assert.equal((await app.post(at, { term: `31.12.${YEAR + 1}`, reason }, coordinator)).statusCode, 303)
  assert.match((await app.get(`/office/checks/${campaign}`, coordinator)).body, /вибрав координатор/)
})

test('when it is closed, the silent are named, links end, the result is frozen and public in figures', async () => {
  assert.equal((await app.get(`/checks/${YEAR}`)).statusCode, 404)
  const secret = linkIn((await letterTo('green@example.org'))[0]!.body)
  assert.equal((await app.post(`/office/checks/${campaign}/close`, {}, viewer)).statusCode, 403)
  assert.equal((await app.post(`/office/checks/${campaign}/close`, {}, coordinator)).statusCode, 303)
  assert.equal((await app.post(`/office/checks/${campaign}/close`, {}, coordinator)).statusCode, 422)
  const gone = await app.get(`/check/${secret}`)
  assert.equal(gone.statusCode, 410)
  assert.doesNotMatch(gone.body, /Зелене місто/)
  const answers = await count('campaign_answers')
  const late = await app.post(`/check/${secret}`, { seen: '1', name: 'Ганна Уявна', post: 'голова' })
  assert.equal(late.statusCode, 410)
  assert.equal(await count('campaign_answers'), answers)

  const silent = await app.get(`/office/checks/${campaign}/organisations?state=silent`, coordinator)
  assert.match(silent.body, /Тиха пошта/)
  const shown = await app.get(`/checks/${YEAR}`)
  assert.match(shown.body, /Запитано 3 організації, відповіли – 2/)
  assert.doesNotMatch(shown.body, /Тиха пошта/)
  const docx = await app.get(`/office/checks/${campaign}/result?format=docx`, coordinator)
  assert.equal(docx.rawPayload.subarray(0, 2).toString(), 'PK')
  const next = await app.get('/office/checks/new', coordinator)
  assert.match(next.body, /Начальник відділу/)
})

test('the mail of a campaign is released by a person and sent once', async () => {
  const mailings = await app.connection.db.selectFrom('mailings').select(['id', 'kind']).execute()
  assert.deepEqual(mailings.map((m) => m.kind).sort(), ['campaign.letter', 'campaign.reminder'])
  const [mailing] = mailings as { id: Id<'mailing'> }[]
  await app.post(`/office/outbox/${mailing!.id}/release`, {}, coordinator)
  const sent: string[] = []
  const { db } = app.connection
  while (await sendNext(db, Temporal.Now.instant(), async (l) => void sent.push(l.to)));
  assert.equal(new Set(sent).size, sent.length)
})

test('a year after the check nobody knows who answered; the figures stay', async () => {
  const { db } = app.connection
  const names = () => db.selectFrom('campaign_answers').select(['name', 'changes']).execute()
  const system = { kind: 'system', job: 'campaigns.forget' } as const
  await forgetAnswers(app.ctx(system))
  assert.ok((await names()).every((a) => a.name !== ''))
  await forgetAnswers(app.ctx(system, `${YEAR + 3}-01-10T08:00:00Z`))
  assert.ok((await names()).every((a) => a.name === '' && a.changes.length === 0))
  assert.match((await app.get(`/checks/${YEAR}`)).body, /Запитано 3 організації/)
})
