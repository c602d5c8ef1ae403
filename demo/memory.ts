/**
 * Memorial days, monuments and a ceremony of the demonstration. Monuments and local dates are those of public
 * reports about Nizhyn; places on the map are about right; delegations and figures are invented.
 */
import { readFile } from 'node:fs/promises'
import type { UnitId } from '../src/kernel/actor.ts'
import { type CivilDate, civilDate } from '../src/kernel/civil-date.ts'
import { kopiykas } from '../src/kernel/money.ts'
import { setAgenda } from '../src/modules/events/actions/parts.ts'
import { sumUpEvent } from '../src/modules/events/actions/results.ts'
import { addSource, takeText } from '../src/modules/events/actions/sources.ts'
import { announceEvent, holdEvent } from '../src/modules/events/actions/state.ts'
import type { EventId, Sender } from '../src/modules/events/index.ts'
import { addWreath, markLaid, saveCeremony } from '../src/modules/memorials/actions/ceremonies.ts'
import { addDate, decideYear, memorialYear } from '../src/modules/memorials/actions/dates.ts'
import { addMonument, NO_PICTURE, type PictureInput } from '../src/modules/memorials/actions/monuments.ts'
import { KNOWN_DATES } from '../src/modules/memorials/rules/data/dates.ts'
import { datesOfYear } from '../src/modules/memorials/rules/date.ts'
import { wreathsOf } from '../src/modules/memorials/store/ceremonies.ts'
import type { DateInput, MonumentId, MonumentInput } from '../src/modules/memorials/types.ts'
import type { Tx } from '../src/platform/context.ts'
import type { Cast, Step } from './load.ts'

const DATES: readonly (Pick<DateInput, 'title' | 'titleEn' | 'rule' | 'sourceText' | 'sourceUrl'> &
  Partial<DateInput>)[] = [
  {
    title: 'День визволення Ніжина',
    titleEn: 'Liberation Day of Nizhyn',
    rule: { every: 'yearOn', month: 9, day: 15 },
    starts: '10:00',
    sourceText: 'Повідомлення про вшанування 2025 року',
    sourceUrl: 'https://natc.org.ua/content/zi-schemom-u-serci',
  },
  {
    title: 'День народження Марії Заньковецької',
    titleEn: 'Birthday of Maria Zankovetska',
    rule: { every: 'yearOn', month: 8, day: 4 },
    sourceText: 'Повідомлення про покладання квітів',
    sourceUrl: 'http://monitor.cn.ua/ua/style/73434',
  },
]

const MONUMENTS: readonly (Pick<MonumentInput, 'name' | 'nameEn' | 'kind' | 'place'> &
  Partial<MonumentInput>)[] = [
  {
    name: 'Меморіал Слави',
    nameEn: 'Memorial of Glory',
    kind: 'memorial',
    place: 'Ніжин',
    latitude: 51.0452,
    longitude: 31.8921,
  },
  {
    name: 'Пам’ятник «Борцям за Незалежність»',
    nameEn: 'Monument to the Fighters for Independence',
    kind: 'monument',
    place: 'центр Ніжина',
    latitude: 51.0489,
    longitude: 31.8866,
  },
  {
    name: 'Пам’ятний знак Жертвам геноциду та політичних репресій',
    nameEn: 'Sign to the Victims of Genocide and Repressions',
    kind: 'sign',
    place: 'Ніжин',
    latitude: 51.0513,
    longitude: 31.8802,
  },
  {
    name: 'Алея Героїв біля Храму Всіх Святих',
    nameEn: 'Alley of Heroes at the Church of All Saints',
    kind: 'alley',
    place: 'біля Храму Всіх Святих',
    latitude: 51.0537,
    longitude: 31.8958,
  },
  {
    name: 'Пам’ятний знак «Дзвони Чорнобиля»',
    nameEn: 'Sign “Bells of Chornobyl”',
    kind: 'sign',
    place: 'Ніжин',
    state: 'needsCare',
    stateNote: 'Показовий запис: плитка біля знака потребує ремонту.',
    latitude: 51.0418,
    longitude: 31.8843,
  },
]

const DRAWN: PictureInput = {
  bytes: null,
  alt: 'Умовний малюнок: стела, біля підніжжя квіти',
  author: 'її немає, це умовний малюнок для показового стенда',
  remove: false,
}

const KEPT = [
  'state.repressions',
  'state.independence',
  'state.holodomor',
  'state.chornobyl',
  'state.liquidators',
  'state.fallenDefenders',
]

export function memory(cast: Cast, year: number, sender: Sender): Step[] {
  const monuments = new Map<string, MonumentId>()
  const unitId = cast.units.info
  const setUp = civilDate(year - 1, 12, 23)
  const next = civilDate(year, 10, 1)
  const days = datesOfYear(KNOWN_DATES, year).filter(({ date }) => KEPT.includes(date.key))
  return [
    {
      on: setUp,
      async run() {
        const clerk = cast.as('koordynator', setUp)
        const drawing = await readFile(new URL('stela.jpg', import.meta.url))
        for (const monument of MONUMENTS)
          monuments.set(
            monument.name,
            await addMonument(
              clerk,
              monumentOf(monument),
              monument.kind === 'monument' ? { ...DRAWN, bytes: drawing } : NO_PICTURE,
            ),
          )
        for (const date of DATES) await addDate(clerk, dateOf(date))
        await decideYear(clerk, { year, kept: KEPT, unitId })
        for (const { date, event } of await memorialYear(clerk.db, year))
          if (event) await prepare(clerk, event.id, monuments, date.key)
        await libraryCalendar(clerk, unitId)
      },
    },
    ...days.flatMap(({ date, day }): Step[] => {
      const before = day.subtract({ days: 20 })
      const after = day.add({ days: 1 })
      const eventOf = async () => {
        const found = await memorialYear(cast.as('koordynator', setUp).db, year)
        return found.find((one) => one.date.key === date.key)!.event!.id
      }
      return [
        {
          on: before,
          run: async () => announceEvent(cast.as('koordynator', before), sender, await eventOf()),
        },
        { on: after, run: async () => honour(cast, await eventOf(), day, sender) },
      ]
    }),
    {
      on: next,
      run: () =>
        decideYear(cast.as('koordynator', next), { year: year + 1, kept: ['state.repressions'], unitId }),
    },
  ]
}

/** Another's calendar, taken over as drafts. */
async function libraryCalendar(clerk: Tx, unitId: UnitId): Promise<void> {
  const input = {
    name: 'Бібліотека (вигаданий календар)',
    url: null,
    kind: 'other',
    unitId,
    active: true,
  } as const
  const id = await addSource(clerk, input)
  const day = clerk.today.add({ days: 30 }).toString().replaceAll('-', '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:reading@library.example',
    `DTSTART;TZID=Europe/Kyiv:${day}T160000`,
    `DTEND;TZID=Europe/Kyiv:${day}T173000`,
    'SUMMARY:Читання для дітей (вигадана подія)',
    'LOCATION:Міська бібліотека для дітей',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  await takeText(clerk, id, lines.join('\r\n'))
}

function monumentOf(monument: (typeof MONUMENTS)[number]): MonumentInput {
  return {
    districtId: null,
    latitude: null,
    longitude: null,
    description: null,
    descriptionEn: null,
    protectionNumber: null,
    state: 'good',
    stateNote: null,
    inspectedOn: null,
    caretakerUnitId: null,
    caretakerOrganisationId: null,
    source: 'Публікації про вшанування в місті; координати приблизні',
    ...monument,
  }
}

function dateOf(date: (typeof DATES)[number]): DateInput {
  return {
    scope: 'city',
    since: null,
    starts: null,
    silenceAt: null,
    verified: 'P',
    note: null,
    hidden: false,
    ...date,
  }
}

const AGENDA = [
  '11:00 | Збір делегацій | координатор',
  '11:15 | Слово міської влади | міський голова',
  '11:30 | Хвилина мовчання',
  '11:35 | Покладання квітів | делегації',
].join('\n')

const DELEGATIONS = [
  ['Ніжинська міська рада', 'basket', 1, 95_000, 6],
  ['Спілка ветеранів «Пам’ять» (вигадана)', 'flowers', 2, 30_000, 12],
  ['ГО «Весна громади» (вигадана)', 'flowers', 1, null, 4],
  ['Учні ліцею (вигадана делегація)', 'none', 0, null, 20],
] as const

async function prepare(
  tx: Tx,
  id: EventId,
  monuments: ReadonlyMap<string, MonumentId>,
  key: string,
): Promise<void> {
  const place =
    key === 'state.liquidators' || key === 'state.chornobyl' ? 4 : key === 'state.repressions' ? 2 : 1
  await setAgenda(tx, id, AGENDA)
  await saveCeremony(tx, id, 0, {
    monumentId: monuments.get(MONUMENTS[place]!.name) ?? null,
    silenceAt: '11:30',
    gathering: 'О 10:45 біля пам’ятника.',
    sound: 'Переносна апаратура, Державний Гімн.',
    transport: 'Автобус для ветеранів о 10:30.',
    weatherPlan: 'За сигналом тривоги церемонія переривається, учасники йдуть до укриття.',
  })
  for (const [delegation, kind, count, cost, people] of DELEGATIONS)
    await addWreath(tx, id, {
      organisationId: null,
      delegation,
      kind,
      count,
      cost: cost === null ? null : kopiykas(cost),
      people,
      paidByCity: cost !== null,
    })
}

async function honour(cast: Cast, id: EventId, day: CivilDate, sender: Sender): Promise<void> {
  await holdEvent(cast.as('koordynator', day), id)
  const after = cast.as('koordynator', day.add({ days: 1 }))
  const came = (await wreathsOf(after.db, id)).slice(0, 3).map((w) => w.id)
  await markLaid(after, id, came)
  await sumUpEvent(after, sender, id, {
    summary: 'Мешканці міста вшанували пам’ять хвилиною мовчання й поклали квіти.',
    summaryEn: 'Residents kept a minute of silence and laid flowers.',
    resolution: null,
    recordingLink: null,
    cost: null,
  })
}
