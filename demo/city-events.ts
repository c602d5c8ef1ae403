/**
 * Events of the demonstration's first year: information days of the quarters with their questions, a feast with its
 * co-hosts, a round table with what became of its resolution, and what lies ahead. Everything is invented.
 */

import type { UnitId } from '../src/kernel/actor.ts'
import { type CivilDate, civilDate } from '../src/kernel/civil-date.ts'
import { kopiykas } from '../src/kernel/money.ts'
import { countHeads } from '../src/modules/events/actions/attendance.ts'
import { makeEvent } from '../src/modules/events/actions/events.ts'
import { decideRecommendation, giveFeedback, recommend } from '../src/modules/events/actions/follow-up.ts'
import { inviteOrganisations } from '../src/modules/events/actions/invite.ts'
import {
  addHost,
  addMaterial,
  addShare,
  setAgenda,
  setPeople,
  setShareState,
} from '../src/modules/events/actions/parts.ts'
import * as questions from '../src/modules/events/actions/questions.ts'
import { addPerson } from '../src/modules/events/actions/registration.ts'
import { closeEvent, sumUpEvent } from '../src/modules/events/actions/results.ts'
import { makeSeries } from '../src/modules/events/actions/series.ts'
import { announceEvent, cancelEvent, holdEvent, postponeEvent } from '../src/modules/events/actions/state.ts'
import type { Sender } from '../src/modules/events/index.ts'
import { PLAIN_DAY, PLAIN_EVENT } from '../src/modules/events/index.ts'
import { readPeople } from '../src/modules/events/rules/lines.ts'
import type { EventDayInput, EventId, EventInput, SeriesId } from '../src/modules/events/types.ts'
import type { MeasureId } from '../src/modules/programmes/index.ts'
import type { Tx } from '../src/platform/context.ts'
import type { Cast, Step } from './load.ts'
import type { DemoOrganisations } from './organisations.ts'

export type EventStage = {
  readonly tx: Tx
  readonly cast: Cast
  readonly measures: ReadonlyMap<string, MeasureId>
  readonly organisations: DemoOrganisations
  readonly years: readonly number[]
  readonly sender: Sender
}

const ANONYMOUS = { kind: 'anonymous' } as const

export function input(
  kind: EventInput['kind'],
  title: string,
  days: readonly EventDayInput[],
  more: Partial<EventInput> = {},
): EventInput {
  return {
    ...PLAIN_EVENT,
    kind,
    title,
    days,
    feedbackOpen: true,
    ...more,
  }
}

export function at(
  day: CivilDate,
  starts: string,
  ends: string,
  place: string,
  address: string | null,
  point: readonly [number, number] | null = null,
): EventDayInput {
  return {
    ...PLAIN_DAY,
    day,
    starts,
    ends,
    place,
    address,
    latitude: point?.[0] ?? null,
    longitude: point?.[1] ?? null,
  }
}

type Question = {
  readonly text: string
  readonly topic: string
  readonly answer?: string
  readonly unit?: UnitId
  readonly done?: string
}

const GROUP = [
  ...readPeople('Олександр Приклад | міський голова (вигаданий)', 'head', false),
  ...readPeople(
    'Ірина Зразок | заступниця міського голови\nСтепан Показ | начальник управління житлово-комунального господарства',
    'member',
    false,
  ),
]

export function cityEvents(stage: EventStage): Step[] {
  const { cast, years } = stage
  const made: { series?: SeriesId } = {}
  const series = () => made.series ?? null
  const first = civilDate(years[0]!, 1, 12)
  return [
    {
      on: first,
      run: async () => {
        made.series = await makeSeries(cast.as('koordynator', first), {
          title: 'День інформування населення',
          titleEn: 'Information day',
          kind: 'informationDay',
          unitId: cast.units.info,
          recurrence: { every: 'quarter' },
          active: true,
        })
      },
    },
    ...years.flatMap((year) => eventsOfYear(stage, year, series)),
    ...ahead(stage, series),
  ]
}

function eventsOfYear(stage: EventStage, year: number, series: () => SeriesId | null): Step[] {
  const { units } = stage.cast
  const day = (month: number, date: number) => civilDate(year, month, date)
  const infoDay = (
    on: CivilDate,
    title: string,
    place: EventDayInput,
    heads: readonly (readonly [string, number])[],
    summary: string,
    asked: readonly Question[],
  ) => informationDay(stage, { series, on, title, place, heads, summary, asked })
  return [
    ...infoDay(
      day(2, 18),
      'День інформування на вулиці Шевченка',
      at(day(2, 18), '11:00', '13:00', 'Школа на вул. Шевченка', 'вул. Шевченка', [51.046, 31.893]),
      [
        ['Жителі вулиці', 71],
        ['Працівники школи', 13],
      ],
      'Говорили про освітлення, дороги й розклад автобусів. На запитання відповіли на місці або доручили управлінням.',
      [
        {
          text: 'Коли освітлять перехід біля школи?',
          topic: 'освітлення',
          answer: 'Ліхтар поставлено у березні; підрядник – за договором про утримання мереж.',
        },
        {
          text: 'Чи буде автобус після 21-ї?',
          topic: 'транспорт',
          unit: units.social,
          done: 'Вечірній рейс додано до розкладу з 1 квітня, по буднях о 21:20.',
        },
      ],
    ),
    ...infoDay(
      day(5, 14),
      'День інформування у мікрорайоні Об’їжджий',
      at(day(5, 14), '17:00', '19:00', 'Будинок культури', 'вул. Об’їжджа', [51.032, 31.87]),
      [
        ['Жителі мікрорайону', 96],
        ['Квартальний комітет', 16],
      ],
      'Розглянуто виконання програми благоустрою; чотири доручення виконано до кінця місяця.',
      [
        {
          text: 'Хто прибирає сквер біля магазину?',
          topic: 'благоустрій',
          answer: 'Сквер закріплено за комунальним підприємством, графік прибирання – щовівторка.',
        },
      ],
    ),
    ...infoDay(
      day(11, 12),
      'День інформування про підготовку до зими',
      at(day(11, 12), '11:00', '12:30', 'Актова зала виконкому', 'пл. І. Франка, 1', [51.0479, 31.886]),
      [['Жителі міста', 67]],
      'Представлено графік роботи пунктів незламності та стан котелень.',
      [
        {
          text: 'Де найближчий пункт незламності до Авангарду?',
          topic: 'безпека',
          answer: 'У школі № 15; мапа всіх пунктів – на сайті міста.',
        },
        {
          text: 'Чи вистачить генераторів для котельні на Овдіївській?',
          topic: 'тепло',
          unit: units.general,
        },
      ],
    ),
    ...feast(stage, day(9, 15)),
    ...roundTable(stage, day(9, 17)),
  ]
}

function informationDay(
  stage: EventStage,
  what: {
    readonly series: () => SeriesId | null
    readonly on: CivilDate
    readonly title: string
    readonly place: EventDayInput
    readonly heads: readonly (readonly [string, number])[]
    readonly summary: string
    readonly asked: readonly Question[]
  },
): Step[] {
  const { cast, measures, sender } = stage
  const measure = measures.get('4.4')!
  let id: EventId
  const before = what.on.subtract({ days: 15 })
  const after = what.on.add({ days: 1 })
  return [
    {
      on: before,
      run: async () => {
        const clerk = cast.as('info', before)
        id = await makeEvent(
          clerk,
          input('informationDay', what.title, [what.place], {
            unitId: cast.units.info,
            seriesId: what.series(),
            measures: [measure],
            purpose: 'Інформаційна група розповість про роботу міської влади і відповість на запитання.',
            questionsOpen: true,
            shelter: 'Укриття – у підвалі цієї ж будівлі, вхід з двору',
            accessibility: 'Пандус біля головного входу',
          }),
        )
        await setPeople(clerk, id, GROUP)
        await setAgenda(
          clerk,
          id,
          `${what.place.starts} | Відкриття | міський голова\n${plus(what.place.starts!)} | Що зроблено за квартал | члени групи\n| Запитання із зали`,
        )
        await announceEvent(clerk, sender, id)
      },
    },
    {
      on: after,
      run: async () => {
        const clerk = cast.as('info', after)
        await holdEvent(clerk, id)
        await countHeads(
          clerk,
          id,
          what.heads.map(([label, number]) => ({ label, number, organisationId: null })),
        )
        for (const asked of what.asked) await askAndAnswer(stage, clerk, id, asked, after)
        await sumUpEvent(clerk, sender, id, {
          summary: what.summary,
          summaryEn: null,
          resolution: null,
          recordingLink: null,
          cost: null,
        })
      },
    },
  ]
}

async function askAndAnswer(
  stage: EventStage,
  clerk: Tx,
  id: EventId,
  asked: Question,
  on: CivilDate,
): Promise<void> {
  const { sender, cast } = stage
  const questionId = await questions.writeDownQuestion(clerk, id, {
    origin: 'hall',
    text: asked.text,
    topic: asked.topic,
    asker: null,
    email: null,
    locale: 'uk',
  })
  if (asked.answer)
    await questions.answerQuestion(clerk, sender, questionId, {
      text: asked.answer,
      by: 'Інформаційна група',
      version: 1,
    })
  if (!asked.unit) return
  const instructionId = await questions.instruct(clerk, sender, questionId, {
    unitId: asked.unit,
    text: 'Підготувати відповідь і повідомити жителів',
    due: null,
  })
  if (!asked.done) return
  const later = cast.as('koordynator', on.add({ days: 9 }))
  await questions.answerInstruction(later, instructionId, { text: asked.done, version: 1 })
  await questions.acceptAnswer(later, sender, instructionId)
}

const plus = (time: string) => `${time.slice(0, 2)}:15`

/** A feast of neighbourhoods: several departments and organisations, each with its share. */
function feast(stage: EventStage, on: CivilDate): Step[] {
  const { cast, measures, sender } = stage
  const { units } = cast
  let id: EventId
  const before = on.subtract({ days: 30 })
  const after = on.add({ days: 1 })
  return [
    {
      on: before,
      run: async () => {
        const clerk = cast.as('koordynator', before)
        id = await makeEvent(
          clerk,
          input(
            'celebration',
            'Свято мікрорайонів до Дня визволення міста',
            [at(on, '12:00', '20:00', 'Майданчики мікрорайонів', null, [51.0502, 31.8801])],
            {
              unitId: units.culture,
              measures: [measures.get('4.11')!],
              purpose:
                'Концерт, ярмарок майстрів, дитячі майданчики. Кожен мікрорайон готує свою сторінку свята.',
              budget: kopiykas(1_500_00),
              basisNumber: '214',
              basisDate: before.subtract({ days: 3 }),
              safety: 'За сигналом тривоги захід зупиняється; чергують рятувальники й медики.',
              shelter: 'Укриття школи № 7, три хвилини пішки',
              photoConsent: true,
            },
          ),
        )
        await addHosts(stage, clerk, id, ['veterany', 'rozmai', 'molod'])
        const due = on.subtract({ days: 2 })
        for (const [kind, task, unitId] of [
          ['task', 'Сцена, звук, ведучі', units.culture],
          ['permit', 'Погодження перекриття руху', units.general],
          ['task', 'Дитячі майданчики', units.education],
          ['volunteers', 'Волонтери на вході, 20 осіб', units.youth],
          ['stall', 'Ярмарок майстрів, 14 місць', units.social],
        ] as const) {
          const share = await addShare(clerk, id, {
            kind,
            task,
            unitId,
            organisationId: null,
            due,
            note: null,
          })
          await setShareState(cast.as('koordynator', due), share, 'done', null)
        }
        await setAgenda(
          clerk,
          id,
          '12:00 | Відкриття\n12:30 | Концерт колективів мікрорайонів\n18:00 | Хвилина мовчання\n18:05 | Великий концерт',
        )
        await announceEvent(clerk, sender, id)
      },
    },
    {
      on: after,
      run: async () => {
        const clerk = cast.as('koordynator', after)
        await holdEvent(clerk, id)
        await countHeads(clerk, id, [
          { label: 'Мешканці', number: 1_120, organisationId: null },
          { label: 'Учасники колективів', number: 60, organisationId: null },
        ])
        await sumUpEvent(clerk, sender, id, {
          summary: 'Свято пройшло на шести майданчиках; кожен мікрорайон показав свою програму.',
          summaryEn: 'The feast took place at six squares; each neighbourhood showed a programme of its own.',
          resolution: null,
          recordingLink: null,
          cost: kopiykas(1_450_00),
        })
        for (const rating of [5, 5, 4, 3])
          await giveFeedback({ ...clerk, actor: ANONYMOUS }, id, {
            rating,
            good: rating === 5 ? 'Багато майданчиків для дітей' : null,
            better: rating === 3 ? 'Більше місць, де посидіти' : null,
          })
        await closeEvent(clerk, id, { photos: 'Світлини – у власника, згоди ще збирають' })
      },
    },
  ]
}

async function addHosts(stage: EventStage, clerk: Tx, id: EventId, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const organisationId = stage.organisations.get(key)
    if (organisationId)
      await addHost(clerk, id, { organisationId, role: key === keys[0] ? 'host' : 'partner' })
  }
}

function roundTable(stage: EventStage, on: CivilDate): Step[] {
  const { cast, measures, organisations, sender } = stage
  const { units } = cast
  let id: EventId
  const before = on.subtract({ days: 20 })
  const after = on.add({ days: 1 })
  return [
    {
      on: before,
      run: async () => {
        const clerk = cast.as('koordynator', before)
        id = await makeEvent(
          clerk,
          input(
            'roundTable',
            'Круглий стіл про молодіжний простір',
            [at(on, '15:00', '17:30', 'Міська бібліотека', 'вул. Гоголя, 15', [51.0455, 31.8842])],
            {
              titleEn: 'Round table on a space for young people',
              unitId: units.youth,
              measures: [measures.get('4.15')!],
              purpose: 'Де бути молодіжному простору, хто ним опікуватиметься і за чий кошт.',
              participation: 'invitation',
              seatsPerOrganisation: 2,
            },
          ),
        )
        await setPeople(clerk, id, [
          ...readPeople('Людмила Взірець | начальниця відділу молоді', 'chair', false),
          ...readPeople('Олег Записний | головний спеціаліст', 'minutes', false),
        ])
        await addMaterial(clerk, id, {
          title: 'Проєкт концепції простору',
          link: 'https://example.org/prostir',
          file: null,
          public: true,
        })
        const invited = ['rozmai', 'molod', 'krok', 'dozor'].flatMap((key) => organisations.get(key) ?? [])
        await inviteOrganisations(clerk, sender, id, invited)
        await announceEvent(clerk, sender, id)
      },
    },
    {
      on: after,
      run: async () => {
        const clerk = cast.as('koordynator', after)
        await holdEvent(clerk, id)
        for (const [name, key] of [
          ['Олена Видумана', 'rozmai'],
          ['Тарас Уявний', 'molod'],
          ['Марія Придумана', 'krok'],
        ] as const)
          await addPerson(
            clerk,
            id,
            { name, email: null, organisation: null, organisationId: organisations.get(key) ?? null },
            true,
          )
        await countHeads(clerk, id, [{ label: 'Молодь міста', number: 38, organisationId: null }])
        for (const [text, addressee, unitId] of [
          [
            'Розглянути приміщення колишньої друкарні під молодіжний простір',
            'Виконавчий комітет',
            units.general,
          ],
          ['Закласти кошти на обладнання у проєкті бюджету', 'Фінансове управління', null],
          ['Створити раду простору з представників організацій', 'Відділ молоді та спорту', units.youth],
        ] as const)
          await recommend(clerk, id, {
            text,
            addressee,
            unitId,
            organisationId: null,
            due: on.add({ months: 2 }),
          }).then((recommendation) =>
            unitId === units.youth
              ? decideRecommendation(clerk, recommendation, 'accepted', null)
              : unitId === null
                ? decideRecommendation(
                    clerk,
                    recommendation,
                    'refused',
                    'Кошти вже передбачено цільовою програмою',
                  )
                : undefined,
          )
        await sumUpEvent(clerk, sender, id, {
          summary: 'Учасники підтримали створення простору і погодили три рекомендації.',
          summaryEn: null,
          resolution:
            'Учасники круглого столу вважають молодіжний простір потрібним місту і звертаються з рекомендаціями нижче.',
          recordingLink: null,
          cost: null,
        })
      },
    },
  ]
}

/** What lies ahead of the day on which the demonstration is made. */
function ahead(stage: EventStage, series: () => SeriesId | null): Step[] {
  const { cast, measures, sender, tx } = stage
  const { units } = cast
  const today = tx.today
  const before = today.subtract({ days: 6 })
  const clerk = () => cast.as('koordynator', before)
  const visitor = () => ({ ...clerk(), actor: ANONYMOUS })
  return [
    {
      on: before,
      run: async () => {
        const on = today.add({ days: 8 })
        const id = await makeEvent(
          clerk(),
          input(
            'informationDay',
            'День інформування: бюджет наступного року',
            [at(on, '17:30', '19:00', 'Школа № 7', 'вул. Гоголя, 15', [51.0455, 31.8842])],
            {
              titleEn: 'Information day: the budget of the next year',
              unitId: units.info,
              seriesId: series(),
              measures: [measures.get('4.4')!],
              purpose: 'На що піде міський бюджет і що про нього питають мешканці.',
              participation: 'registration',
              seats: 60,
              registrationUntil: on.subtract({ days: 1 }),
              registrationQuestions: [
                {
                  key: 'q1',
                  kind: 'yesNo',
                  label: 'Потрібен переклад жестовою?',
                  labelEn: 'Do you need sign language?',
                  options: [],
                  required: false,
                },
              ],
              questionsOpen: true,
              photoConsent: true,
              languages: ['uk', 'sign'],
              shelter: 'Укриття школи, вхід ліворуч від сходів',
              accessibility: 'Пандус, ліфт, переклад жестовою мовою за потреби',
            },
          ),
        )
        await setPeople(clerk(), id, GROUP)
        await setAgenda(
          clerk(),
          id,
          '17:30 | Відкриття | міський голова\n17:45 | Доходи і видатки | фінансове управління\n18:15 | Запитання із зали',
        )
        await addShare(clerk(), id, {
          kind: 'task',
          task: 'Роздруківка проєкту бюджету',
          unitId: units.info,
          organisationId: null,
          due: on.subtract({ days: 1 }),
          note: null,
        })
        await announceEvent(clerk(), sender, id)
        for (const [name, organisation] of [
          ['Гість Перший', null],
          ['Гостя Друга', 'Громадська організація «Відкритий кошторис»'],
        ] as const)
          await addPerson(clerk(), id, { name, email: null, organisation, organisationId: null }, false)
        for (const text of ['Скільки коштів закладено на ремонт Овдіївської?', 'Чи подорожчає проїзд?'])
          await questions.askQuestion(visitor(), id, {
            text,
            topic: 'бюджет',
            asker: null,
            email: null,
            locale: 'uk',
          })
      },
    },
    {
      on: before,
      run: async () => {
        const on = today.add({ days: 20 })
        const id = await makeEvent(
          clerk(),
          input(
            'neighbourhoodDay',
            'День вулиці Садової',
            [at(on, '12:00', '16:00', 'Сквер на Садовій', null, [51.0413, 31.8967])],
            {
              unitId: units.culture,
              measures: [measures.get('4.11')!],
              purpose: 'Сусіди знайомляться, садять дерева і слухають музику.',
              questionsOpen: true,
            },
          ),
        )
        await addHosts(stage, clerk(), id, ['sad', 'rozmai'])
        await announceEvent(clerk(), sender, id)
      },
    },
    {
      on: before,
      run: async () => {
        const on = today.add({ days: 13 })
        const day = at(
          on,
          '10:00',
          '17:00',
          'Міський будинок культури',
          'пл. І. Франка, 2',
          [51.0474, 31.8872],
        )
        const id = await makeEvent(
          clerk(),
          input(
            'conference',
            'Конференція «Громада і влада»',
            [day, { ...day, day: on.add({ days: 1 }), ends: '13:00', title: 'Підсумкове засідання' }],
            {
              titleEn: 'Conference “Community and authorities”',
              unitId: units.info,
              measures: [measures.get('4.15')!],
              purpose: 'Два дні про те, як організації та міська влада працюють разом.',
              participation: 'registration',
              seats: 120,
              seatsPerOrganisation: 4,
            },
          ),
        )
        await announceEvent(clerk(), sender, id)
      },
    },
    {
      on: before,
      run: async () => {
        const id = await makeEvent(
          clerk(),
          input(
            'training',
            'Тренінг із написання проєктів',
            [at(today.add({ days: 4 }), '10:00', '13:00', 'Центр дозвілля', null)],
            {
              unitId: units.youth,
              measures: [measures.get('4.15')!],
            },
          ),
        )
        await announceEvent(clerk(), sender, id)
        await cancelEvent(clerk(), sender, id, 'Захворіла тренерка; новий день оголосимо окремо')
        const later = await makeEvent(
          clerk(),
          input(
            'discussionClub',
            'Дискусійний клуб «Місто для молоді»',
            [at(today.add({ days: 6 }), '18:00', '20:00', 'Міська бібліотека', 'вул. Гоголя, 15')],
            {
              unitId: units.youth,
              measures: [measures.get('4.15')!],
            },
          ),
        )
        await announceEvent(clerk(), sender, later)
        await postponeEvent(clerk(), sender, later, 'У бібліотеці ремонтують опалення')
        await makeEvent(
          clerk(),
          input(
            'seminar',
            'Семінар про доступність заходів',
            [at(today.add({ days: 40 }), '14:00', '16:00', 'Актова зала виконкому', null)],
            {
              unitId: units.social,
              measures: [measures.get('4.15')!],
              purpose: 'Як зробити подію доступною для кожного.',
            },
          ),
        )
      },
    },
  ]
}
