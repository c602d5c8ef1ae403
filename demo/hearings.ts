/** Public hearings of the demonstration: one held and decided, one called, one initiative being checked. Invented. */
import { type CivilDate, civilDate, compareDates } from '../src/kernel/civil-date.ts'
import { announceEvent, holdEvent } from '../src/modules/events/actions/state.ts'
import type { Sender } from '../src/modules/events/index.ts'
import {
  acceptHearing,
  callHearing,
  declineHearing,
  receiveHearing,
  recordDecision,
  recordFollowUp,
} from '../src/modules/hearings/actions/hearings.ts'
import { addProposal, addSheet, decideProposal, writeMinutes } from '../src/modules/hearings/actions/parts.ts'
import { hearingById, openHearings } from '../src/modules/hearings/store/hearings.ts'
import { proposalsOf } from '../src/modules/hearings/store/parts.ts'
import type { HearingId, HearingInput } from '../src/modules/hearings/types.ts'
import type { Cast } from './load.ts'

const PARK: HearingInput = {
  title: 'Облаштування скверу на вулиці Садовій (вигадане питання)',
  titleEn: 'The garden in Sadova street (an invented question)',
  subject: 'other',
  territory: 'Вулиця Садова та прилеглі квартали',
  ground: 'Чи перенести автостоянку, щоб зберегти липову алею, і чи потрібен дитячий майданчик.',
  initiatorKind: 'residents',
  initiator: 'Ініціативна група «Садова» (вигадана)',
  organisationId: null,
  receivedOn: null,
}

export async function holdHearings(
  cast: Cast,
  year: number,
  today: CivilDate,
  sender: Sender,
): Promise<void> {
  await setAsideOld(cast, year)
  const came = civilDate(year, 1, 20)
  if (compareDates(came.add({ days: 80 }), today) < 0) await whole(cast, came, today, sender)
  await called(cast, today, sender)
  const waiting = cast.as('koordynator', today.subtract({ days: 6 }))
  const id = await receiveHearing(waiting, {
    ...PARK,
    title: 'Графік руху маршруту № 7 (вигадане питання)',
    titleEn: 'Timetable of bus route 7 (an invented question)',
    ground: 'Продовжити вечірні рейси до залізничної станції.',
    receivedOn: today.subtract({ days: 7 }),
  })
  await addSheet(waiting, id, {
    label: 'аркуш 1',
    signatures: 40,
    valid: 37,
    remark: 'Три підписи без адреси',
  })
}

/** Of the draft from which the programme in force was made. */
async function setAsideOld(cast: Cast, year: number): Promise<void> {
  const clerk = cast.as('koordynator', civilDate(year - 1, 12, 22))
  for (const hearing of await openHearings(clerk.db, 20))
    if (hearing.state === 'proposed')
      await declineHearing(
        clerk,
        hearing.id,
        hearing.version,
        'Показовий стенд: проєкт обговорено до його створення.',
      )
}

async function whole(cast: Cast, came: CivilDate, today: CivilDate, sender: Sender): Promise<void> {
  const on = (days: number) => cast.as('koordynator', came.add({ days }))
  const version = async (id: HearingId) => (await hearingById(on(0).db, id))!.version
  const id = await receiveHearing(on(0), { ...PARK, receivedOn: came })
  await addSheet(on(3), id, {
    label: 'аркуш 1',
    signatures: 45,
    valid: 42,
    remark: 'Три підписи повторюються',
  })
  await addSheet(on(3), id, { label: 'аркуш 2', signatures: 31, valid: 31, remark: null })
  await acceptHearing(on(5), id, await version(id))
  const event = await callHearing(on(6), id, await version(id), {
    day: came.add({ days: 30 }),
    starts: '17:30',
    place: 'Мала зала міської ради',
    address: 'площа імені Івана Франка, 1',
    unitId: cast.units.info,
    shortNoticeReason: null,
  })
  await announceEvent(on(7), sender, event)
  await holdEvent(on(30), event)
  await writeMinutes(on(32), id, 0, {
    chair: 'О. В. Вигаданий',
    secretary: 'Г. П. Вигадана',
    participants: 64,
    course: 'Слухали: доповідь про два варіанти скверу.\nВиступили учасники слухань.',
    votes: [{ question: 'Зберегти липову алею, стоянку перенести', for: 51, against: 8, abstained: 5 }],
    signedOn: came.add({ days: 33 }),
  })
  for (const text of [
    'Зберегти липову алею, стоянку перенести за будинок № 12.',
    'Облаштувати дитячий майданчик з огорожею.',
    'Закрити вулицю для транспорту цілодобово.',
  ])
    await addProposal(on(32), id, {
      authorKind: 'resident',
      organisationId: null,
      author: null,
      text,
      unitId: null,
    })
  const fates = [
    ['taken', 'Алею буде збережено: стоянку переносять за кошти бюджету.'],
    ['partly', 'Майданчик буде, огорожа – у наступній черзі.'],
    ['rejected', 'Вулицею їздить швидка допомога, тож цілодобово закрити її не можна.'],
  ] as const
  for (const [i, proposal] of (await proposalsOf(on(0).db, id)).entries()) {
    const [state, reason] = fates[i] ?? fates[0]
    await decideProposal(on(45), proposal.id, proposal.version, { state, reason })
  }
  await recordDecision(on(50), id, await version(id), {
    on: came.add({ days: 50 }),
    number: '00-0 (показове)',
    body: 'Ніжинська міська рада',
    text: 'Сквер облаштувати зі збереженням липової алеї; дитячий майданчик – у два етапи.',
    link: null,
  })
  if (compareDates(came.add({ days: 150 }), today) < 0)
    await recordFollowUp(on(150), id, 3, 'Стоянку перенесено, алею огороджено на час робіт.')
}

async function called(cast: Cast, today: CivilDate, sender: Sender): Promise<void> {
  const on = (days: number) => cast.as('koordynator', today.subtract({ days }))
  const id = await receiveHearing(on(12), {
    ...PARK,
    title: 'Проєкт бюджету громади на наступний рік (вигадане питання)',
    titleEn: 'Draft budget of the community for the next year (an invented question)',
    subject: 'budget',
    territory: 'Уся громада',
    ground: 'Проєкт бюджету обов’язково виноситься на громадські слухання.',
    initiatorKind: 'executive',
    initiator: null,
    receivedOn: today.subtract({ days: 12 }),
  })
  const db = on(0).db
  await acceptHearing(on(10), id, (await hearingById(db, id))!.version)
  const event = await callHearing(on(9), id, (await hearingById(db, id))!.version, {
    day: today.add({ days: 16 }),
    starts: '16:00',
    place: 'Велика зала міської ради',
    address: 'площа імені Івана Франка, 1',
    unitId: cast.units.info,
    shortNoticeReason: null,
  })
  await announceEvent(on(8), sender, event)
  await addProposal(on(2), id, {
    authorKind: 'resident',
    organisationId: null,
    author: null,
    text: 'Передбачити кошти на освітлення вулиці Об’їжджої.',
    unitId: null,
  })
}
