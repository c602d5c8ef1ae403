/** The year's seminar for party branches: all invited, a test before and after, certificates. Everything is invented. */
import { type CivilDate, civilDate } from '../src/kernel/civil-date.ts'
import { makeEvent } from '../src/modules/events/actions/events.ts'
import { addPerson } from '../src/modules/events/actions/registration.ts'
import { sumUpEvent } from '../src/modules/events/actions/results.ts'
import { announceEvent, holdEvent } from '../src/modules/events/actions/state.ts'
import {
  type EventId,
  type EventInput,
  listParticipants,
  PLAIN_DAY,
  PLAIN_EVENT,
  type Sender,
} from '../src/modules/events/index.ts'
import type { MeasureId } from '../src/modules/programmes/index.ts'
import { inviteBranches, issueCertificates } from '../src/modules/seminars/actions/certificates.ts'
import { answerTest, openTest, writeTest } from '../src/modules/seminars/actions/tests.ts'
import { readTest } from '../src/modules/seminars/rules/test.ts'
import type { TestQuestion } from '../src/modules/seminars/types.ts'
import type { Cast, Step } from './load.ts'

const TEST = `Хто ухвалює програму співпраці з громадськістю?
+ міська рада на пленарному засіданні
- виконавчий комітет
- міський голова

Що обов’язково виноситься на громадські слухання?
+ статут громади
+ проєкти програм
- графік руху автобусів

За скільки днів вирішують пропозиції слухань?
- 10
+ 30
- 90`

/** Of the person's own choice, of the right ones first: how five of each answered. */
const BEFORE = [
  ['0', '0', '0'],
  ['1', '0', '1'],
  ['0', '0,1', '0'],
  ['0', '2', '2'],
  ['2', '0', '1'],
]
const AFTER = [
  ['0', '0,1', '1'],
  ['0', '0,1', '1'],
  ['0', '0', '1'],
  ['0', '0,1', '1'],
  ['1', '0,1', '1'],
]
const PEOPLE = ['Ганна Вигадана', 'Петро Вигаданий', 'Марія Показова', 'Іван Показовий']

export function seminar(cast: Cast, year: number, sender: Sender, measureId: MeasureId | undefined): Step[] {
  const day = civilDate(year, 2, 19)
  const after = day.add({ days: 1 })
  return [{ on: after, run: () => hold(cast, day, sender, measureId) }]
}

async function hold(
  cast: Cast,
  day: CivilDate,
  sender: Sender,
  measureId: MeasureId | undefined,
): Promise<void> {
  const on = (days: number) => cast.as('koordynator', day.add({ days }))
  const id = await makeEvent(on(-40), input(day, cast, measureId))
  await inviteBranches(on(-30), sender, id)
  await announceEvent(on(-30), sender, id)
  await writeTest(on(-5), id, 0, readTest(TEST) as TestQuestion[])
  await answerAll(cast, id, day, 'before', BEFORE, sender)
  for (const name of PEOPLE)
    await addPerson(on(0), id, { name, email: null, organisation: null, organisationId: null }, true)
  await answerAll(cast, id, day, 'after', AFTER, sender)
  await holdEvent(on(0), id)
  const { rows } = await listParticipants(on(1).db, id, { state: 'in' }, '', 100)
  await issueCertificates(on(1), id, { people: rows.slice(0, 3).map((p) => p.id), consent: true })
  await issueCertificates(on(1), id, { people: rows.slice(3).map((p) => p.id), consent: false })
  await sumUpEvent(on(1), sender, id, {
    summary: 'Представники осередків дізналися, як подавати пропозиції до програми й на громадські слухання.',
    summaryEn: 'Branches learned how to propose to the programme and at public hearings.',
    resolution: null,
    recordingLink: null,
    cost: null,
  })
}

async function answerAll(
  cast: Cast,
  id: EventId,
  day: CivilDate,
  stage: 'before' | 'after',
  answers: readonly (readonly string[])[],
  sender: Sender,
): Promise<void> {
  const clerk = cast.as('koordynator', day)
  await openTest(clerk, id, stage)
  for (const [i, sent] of answers.entries()) {
    const answer = { sent: sent.map((one) => one.split(',')), word: `слово ${i + 1}` }
    await answerTest(clerk, sender, id, answer, 'demo')
  }
  await openTest(clerk, id, 'closed')
}

function input(day: CivilDate, cast: Cast, measureId: MeasureId | undefined): EventInput {
  return {
    ...PLAIN_EVENT,
    kind: 'partySeminar',
    title: 'Як осередкам партій брати участь у житті громади (вигаданий семінар)',
    titleEn: 'How party branches take part in the life of the community (an invented seminar)',
    purpose: 'Ознайомити осередки всіх партій з тим, як подавати пропозиції й брати участь у слуханнях.',
    unitId: cast.units.info,
    measures: measureId ? [measureId] : [],
    days: [
      {
        ...PLAIN_DAY,
        day,
        starts: '10:00',
        ends: '13:00',
        place: 'Міська центральна бібліотека',
        latitude: 51.0474,
        longitude: 31.8829,
      },
    ],
    shelter: 'Підвал бібліотеки',
    accessibility: 'Вхід без сходів',
    participation: 'invitation',
  }
}
