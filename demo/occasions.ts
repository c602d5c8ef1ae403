/**
 * Meetings of the demonstration that stand on practice cards, offered talks and a series: a presentation, a conference
 * with rooms in parallel, a discussion club with its thread of materials. Everything is invented.
 */
import type { CivilDate } from '../src/kernel/civil-date.ts'
import { countHeads } from '../src/modules/events/actions/attendance.ts'
import { makeEvent } from '../src/modules/events/actions/events.ts'
import { addMaterial, setAgenda, setPeople } from '../src/modules/events/actions/parts.ts'
import { sumUpEvent } from '../src/modules/events/actions/results.ts'
import { makeSeries } from '../src/modules/events/actions/series.ts'
import { announceEvent, holdEvent } from '../src/modules/events/actions/state.ts'
import { addPractice, decideTalk, layTalks, offerTalk } from '../src/modules/events/actions/talks.ts'
import { listEvents, type Sender } from '../src/modules/events/index.ts'
import { readPeople } from '../src/modules/events/rules/lines.ts'
import { talksOf } from '../src/modules/events/store/talks.ts'
import type { EventId } from '../src/modules/events/types.ts'
import { findPractices } from '../src/modules/practices/index.ts'
import type { MeasureId } from '../src/modules/programmes/index.ts'
import { at, input } from './city-events.ts'
import type { Cast } from './load.ts'

const CARDS = 4

export type Occasions = {
  readonly cast: Cast
  readonly today: CivilDate
  readonly sender: Sender
  readonly measures: ReadonlyMap<string, MeasureId>
}

const serves = (stage: Occasions, number: string) => {
  const id = stage.measures.get(number)
  return id ? [id] : []
}

export async function meet(stage: Occasions): Promise<void> {
  await presentation(stage)
  await conference(stage)
  await club(stage)
}

async function presentation(stage: Occasions): Promise<void> {
  const { cast, today, sender } = stage
  const clerk = cast.as('koordynator', today.subtract({ days: 5 }))
  const day = at(
    today.add({ days: 16 }),
    '14:00',
    '17:00',
    'Міський будинок культури',
    'пл. І. Франка, 2',
    [51.0474, 31.8872],
  )
  const id = await makeEvent(
    clerk,
    input('practicePresentation', 'Що вдалося: організації показують зроблене', [day], {
      titleEn: 'What worked: organisations show what they did',
      unitId: cast.units.info,
      measures: serves(stage, '4.12'),
      purpose: 'Організації розповідають, що спробували, що вийшло і що можна повторити в іншому дворі.',
      questionsOpen: true,
    }),
  )
  await setPeople(clerk, id, readPeople('Ірина Зразок | заступниця міського голови', 'chair', false))
  await setAgenda(clerk, id, '14:00–14:15 | Відкриття | заступниця міського голови\n16:30 | Розмова й кава')
  for (const card of await findPractices(clerk.db, '', CARDS)) await addPractice(clerk, sender, id, card.id)
  await lay(clerk, id, '14:15', null)
  await announceEvent(clerk, sender, id)
  await offerTalk({ ...clerk, actor: { kind: 'anonymous' } }, id, {
    title: 'Як ми рахуємо птахів у місті',
    text: 'Три роки спостережень і карта, яку може доповнити кожен.',
    speaker: 'Орися Вигадана',
    organisation: null,
    email: null,
  })
}

async function lay(clerk: ReturnType<Cast['as']>, id: EventId, starts: string, track: string | null) {
  const talks = (await talksOf(clerk.db, id)).filter((talk) => talk.state === 'accepted')
  await layTalks(clerk, id, { talks: talks.map((talk) => talk.id), day: 0, starts, minutes: 20, track })
}

const OFFERED = [
  ['Бюджет участі очима тих, хто переміг', 'Данило Показовий', 'ГО «Весна громади» (вигадана)', 'Зала 1'],
  ['Чому волонтери йдуть і як їх утримати', 'Мирослава Придумана', null, 'Зала 1'],
  ['Двір без бар’єрів за одне літо', 'Захар Приклад', 'Вуличний комітет «Садова» (вигаданий)', 'Зала 2'],
] as const

async function conference(stage: Occasions): Promise<void> {
  const { cast, today, sender } = stage
  const clerk = cast.as('koordynator', today.subtract({ days: 4 }))
  const { rows } = await listEvents(clerk.db, { kind: 'conference', state: 'announced' }, '', 1)
  const id = rows[0]?.id
  if (id === undefined) return
  await setAgenda(
    clerk,
    id,
    '10:00–10:30 | Відкриття | міський голова | Велика зала\nДень 2\n10:00 | Підсумкове засідання: рекомендації',
  )
  for (const [title, speaker, organisation, track] of OFFERED) {
    const text = 'Досвід, цифри й те, що радимо іншим.'
    await offerTalk({ ...clerk, actor: { kind: 'anonymous' } }, id, {
      title,
      text,
      speaker,
      organisation,
      email: null,
    })
    const talk = (await talksOf(clerk.db, id)).find((one) => one.title === title)
    if (!talk) continue
    await decideTalk(clerk, sender, id, talk.id, { state: 'accepted', reason: null })
    const starts = title === OFFERED[1][0] ? '11:00' : '10:40'
    await layTalks(clerk, id, { talks: [talk.id], day: 0, starts, minutes: 20, track })
  }
}

const MEETINGS = [
  [63, 'Сквери: чиї вони й хто їх доглядає', 'Стаття: сквер, який доглядають сусіди', 31],
  [33, 'Тиша вночі: домовитися без поліції', 'Нотатки зустрічі', 24],
] as const

async function club(stage: Occasions): Promise<void> {
  const { cast, today, sender } = stage
  const { info } = cast.units
  const first = cast.as('koordynator', today.subtract({ days: 70 }))
  const seriesId = await makeSeries(first, {
    title: 'Дискусійний клуб «Розмова про місто»',
    titleEn: 'Discussion club “Talk about the city”',
    kind: 'discussionClub',
    unitId: info,
    recurrence: { every: 'month' },
    active: true,
  })
  // Past meetings serve no measure: reports of their quarters are made already.
  const meeting = (on: CivilDate, title: string, measures: readonly MeasureId[] = []) =>
    input(
      'discussionClub',
      title,
      [at(on, '18:00', '19:30', 'Міська бібліотека', 'вул. Гоголя, 15', [51.0455, 31.8842])],
      {
        unitId: info,
        seriesId,
        measures,
        questionsOpen: true,
      },
    )
  for (const [ago, title, material, people] of MEETINGS) {
    const on = today.subtract({ days: ago })
    const clerk = cast.as('koordynator', on.add({ days: 1 }))
    const id = await makeEvent(clerk, meeting(on, title))
    await announceEvent(clerk, sender, id)
    await addMaterial(clerk, id, {
      title: material,
      link: `https://example.org/klub/${ago}`,
      file: null,
      public: true,
    })
    await holdEvent(clerk, id)
    await countHeads(clerk, id, [{ label: 'Учасники клубу', number: people, organisationId: null }])
    await sumUpEvent(clerk, sender, id, {
      summary: 'Клуб вислухав три погляди й зібрав запитання на наступну зустріч.',
      summaryEn: null,
      resolution: null,
      recordingLink: null,
      cost: null,
    })
  }
  const clerk = cast.as('koordynator', today.subtract({ days: 3 }))
  const id = await makeEvent(
    clerk,
    meeting(today.add({ days: 10 }), 'Перехожі й велосипеди: де чия смуга', serves(stage, '4.15')),
  )
  await announceEvent(clerk, sender, id)
  await addMaterial(clerk, id, {
    title: 'Що прочитати перед зустріччю',
    link: 'https://example.org/klub/smuha',
    file: null,
    public: true,
  })
}
