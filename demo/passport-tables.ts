/** Tables of the demonstration's passport. Settlements are real; figures, parties and people are invented. */
import type { TableKey } from '../src/modules/passport/index.ts'

export type DemoRow = {
  readonly values: Readonly<Record<string, string | number | null>>
  /** Years before the year of the demonstration; none: the row has no day. */
  readonly day?: readonly [yearsAgo: number, month: number, day: number]
  readonly source: string
  readonly sourceOn: readonly [yearsAgo: number, month: number, day: number]
}

const SHOW = 'Показові дані'
const NEW = { source: SHOW, sourceOn: [2, 12, 10] } as const
const OLD = { source: SHOW, sourceOn: [3, 2, 14] } as const

export const AGAIN = { source: SHOW, sourceOn: [1, 12, 10] } as const

const settlements: readonly (readonly [string, string, number, number, number, number])[] = [
  ['Ніжин', 'city', 43.2, 66_400, 65_100, 5_230],
  ['Кунашівка', 'village', 21.6, 1_210, 1_180, 64],
  ['Переяслівка', 'village', 24.1, 905, 880, 41],
  ['Паливода', 'village', 9.4, 160, 151, 7],
  ['Наумівське', 'village', 7.3, 38, 35, 0],
]

const bands =
  '0-4 5-9 10-14 15-19 20-24 25-29 30-34 35-39 40-44 45-49 50-54 55-59 60-64 65-69 70-74 75-79 80+'
const women = [
  1190, 1560, 1890, 1830, 1540, 1720, 2240, 2780, 2850, 2690, 2480, 2550, 2620, 2490, 2110, 1180, 1950,
]
const men = [
  1260, 1640, 1980, 1910, 1580, 1690, 2130, 2610, 2630, 2380, 2110, 2050, 1950, 1640, 1190, 540, 620,
]

const parties = ['Партія садів', 'Партія річок', 'Партія доріг', 'Партія світла'] as const
const deputies: readonly (readonly [string, number | null, number])[] = [
  ['Барвінок Ганна Павлівна', 0, 1],
  ['Веселка Остап Іванович', 0, 1],
  ['Гайдамака Леся Степанівна', 0, 2],
  ['Діброва Назар Петрович', 0, 2],
  ['Журавель Мирослава Олегівна', 0, 3],
  ['Зозуля Тимофій Андрійович', 1, 1],
  ['Калина Соломія Богданівна', 1, 2],
  ['Лелека Ярема Миколайович', 1, 3],
  ['Мальва Христина Юріївна', 1, 3],
  ['Нивка Данило Васильович', 2, 1],
  ['Орлик Марта Тарасівна', 2, 2],
  ['Пшеничний Устим Романович', 2, 3],
  ['Ромашка Ірина Максимівна', 3, 1],
  ['Сніжко Павло Денисович', 3, 3],
  ['Терен Юлія Антонівна', null, 2],
]
const commissions = [
  ['Комісія з питань бюджету', 'Барвінок Ганна Павлівна'],
  ['Комісія з питань освіти й культури', 'Калина Соломія Богданівна'],
  ['Комісія з питань міського господарства', 'Орлик Марта Тарасівна'],
] as const

const row = (
  values: DemoRow['values'],
  from: { readonly source: string; readonly sourceOn: DemoRow['sourceOn'] } = NEW,
  day?: DemoRow['day'],
): DemoRow => ({ values, ...from, ...(day ? { day } : {}) })

const LAST: DemoRow['day'] = [1, 1, 1]
const THIS: DemoRow['day'] = [0, 1, 1]

/** Known when the first passport was made, and what came after it. */
export const FIRST_ROWS: Readonly<Partial<Record<TableKey, readonly DemoRow[]>>> = {
  territory: settlements.map(([name, type, area]) => row({ name, type, area, katottg: null }, OLD)),
  population: settlements.map(([settlement, , , residents, , displaced]) =>
    row(
      { settlement, residents, displaced: Math.round(displaced * 1.1) },
      { source: SHOW, sourceOn: [1, 1, 5] },
      LAST,
    ),
  ),
  ages: bands
    .split(' ')
    .map((band, i) =>
      row({ band, women: women[i] ?? 0, men: men[i] ?? 0 }, { source: SHOW, sourceOn: [1, 1, 5] }, LAST),
    ),
  nationalities: (
    [
      ['українці', 66_120],
      ['росіяни', 1_850],
      ['білоруси', 214],
      ['роми', 96],
      ['греки', 4],
    ] as const
  ).map(([nationality, people]) => row({ nationality, people }, OLD, [3, 2, 14])),
  authorities: [
    row({
      name: 'Ніжинська міська рада',
      address: 'пл. І. Франка, 1',
      phone: null,
      site: 'https://nizhynrada.gov.ua',
    }),
    row({ name: 'Виконавчий комітет міської ради', address: 'пл. І. Франка, 1', phone: null, site: null }),
    row({ name: 'Управління культури і туризму', address: null, phone: null, site: null }),
    row({ name: 'Управління соціального захисту населення', address: null, phone: null, site: null }),
  ],
  officials: [
    row({ body: 'Управління культури і туризму', post: 'Начальник управління', name: 'Липа Григорій Савич' }),
    row({ body: 'Управління освіти', post: 'Начальниця управління', name: 'Горобина Віра Лук’янівна' }),
  ],
  factions: parties.map((party) => row({ name: `Фракція «${party}»`, party }, NEW, [6, 11, 12])),
  deputies: deputies.map(([name, party, district]) =>
    row(
      {
        name,
        faction: party === null ? null : `Фракція «${parties[party]}»`,
        party: party === null ? null : (parties[party] ?? null),
        district: `Округ № ${district}`,
        commission: commissions[district - 1]?.[0] ?? null,
      },
      NEW,
      [6, 11, 10],
    ),
  ),
  commissions: commissions.map(([name, head]) => row({ name, head }, NEW, [6, 11, 20])),
  constituencies: [
    ...[
      [1, 9, 17_900, 6_480],
      [2, 8, 17_250, 6_610],
      [3, 10, 18_020, 6_590],
    ].map(([n, stations, voters, turnedOut]) =>
      row(
        {
          election: 'Місцеві вибори (показові)',
          constituency: `Округ № ${n}`,
          stations: stations ?? null,
          seats: 5,
          voters: voters ?? null,
          turnedOut: turnedOut ?? null,
        },
        OLD,
        [6, 10, 25],
      ),
    ),
    row(
      {
        election: 'Попередні місцеві вибори (показові)',
        constituency: 'Місто',
        stations: 27,
        seats: 15,
        voters: 55_400,
        turnedOut: 22_380,
      },
      OLD,
      [11, 10, 25],
    ),
  ],
  results: parties.map((subject, i) =>
    row(
      {
        election: 'Місцеві вибори (показові)',
        subject,
        votes: [6_940, 5_210, 3_880, 2_150][i] ?? 0,
        percent: [35.3, 26.5, 19.7, 10.9][i] ?? 0,
        seats: [5, 4, 3, 2][i] ?? 0,
      },
      OLD,
      [6, 10, 25],
    ),
  ),
  advisoryBodies: [
    row({
      name: 'Громадська рада при виконавчому комітеті',
      members: 25,
      decision: 'Рішення виконавчого комітету',
    }),
    row({ name: 'Молодіжна рада', members: 15, decision: 'Рішення міської ради' }),
  ],
  media: [
    row({ type: 'print', name: 'Газета «Площа»', founder: 'ТОВ «Площа»', registration: null, site: null }),
    row({ type: 'radio', name: 'Радіо «Остер»', founder: null, registration: null, site: null }),
    row({ type: 'online', name: 'Сайт «Місто поруч»', founder: null, registration: null, site: null }),
  ],
  massEvents: [
    row(
      {
        type: 'rally',
        organiserType: 'association',
        organiser: null,
        theme: 'За збереження скверу',
        place: 'Площа Івана Франка',
        people: 120,
      },
      NEW,
      [2, 5, 14],
    ),
  ],
  memorials: [
    row({ type: 'monument', name: 'Пам’ятник захисникам', place: 'Сквер на площі', year: 2015 }),
    row({ type: 'complex', name: 'Меморіал полеглим воїнам', place: 'Центральний парк', year: 1975 }),
    row({ type: 'plaque', name: 'Меморіальна дошка першому ліцею', place: 'Вулиця Графська', year: 1998 }),
  ],
  cityDays: [
    row({ name: 'День міста', month: '9', monthDay: 15, basis: 'Рішення міської ради' }),
    row({
      name: 'День пам’яті жертв голодоморів',
      month: '11',
      monthDay: 28,
      basis: 'Указ Президента України',
    }),
    row({ name: 'День Соборності України', month: '1', monthDay: 22, basis: 'Указ Президента України' }),
  ],
}

/** Tables that were looked through again before the second passport. */
export const CHECKED_AGAIN: readonly TableKey[] = [
  'factions',
  'deputies',
  'commissions',
  'media',
  'advisoryBodies',
]

export const SECOND_ROWS: Readonly<Partial<Record<TableKey, readonly DemoRow[]>>> = {
  population: settlements.map(([settlement, , , , residents, displaced]) =>
    row({ settlement, residents, displaced }, { source: SHOW, sourceOn: [0, 1, 4] }, THIS),
  ),
  massEvents: [
    row(
      {
        type: 'march',
        organiserType: 'initiativeGroup',
        organiser: null,
        theme: 'Хода єдності',
        place: 'Вулиця Графська',
        people: 300,
      },
      { source: SHOW, sourceOn: [1, 1, 23] },
      [1, 1, 22],
    ),
    row(
      {
        type: 'picket',
        organiserType: 'association',
        organiser: null,
        theme: 'За ремонт дороги на Кунашівку',
        place: 'Біля будівлі ради',
        people: 45,
      },
      { source: SHOW, sourceOn: [1, 6, 4] },
      [1, 6, 3],
    ),
    row(
      {
        type: 'gathering',
        organiserType: 'selfOrganisation',
        organiser: null,
        theme: 'Благоустрій дворів',
        place: 'Мікрорайон Прогрес',
        people: 60,
      },
      { source: SHOW, sourceOn: [1, 9, 12] },
      [1, 9, 11],
    ),
  ],
  media: [
    row(
      { type: 'online', name: 'Сайт «Вісник громади»', founder: null, registration: null, site: null },
      { source: SHOW, sourceOn: [1, 4, 3] },
      [1, 4, 1],
    ),
  ],
  problems: [
    row(
      {
        topic: 'roads',
        problem: 'Дорога між містом і селом Кунашівка потребує капітального ремонту.',
        place: 'Кунашівка',
        addressed: 'Обласна військова адміністрація',
        progress: 'underWay',
      },
      AGAIN,
    ),
    row(
      {
        topic: 'water',
        problem: 'У приватному секторі низький тиск води влітку.',
        place: 'Мікрорайон Прогрес',
        addressed: 'Міський водоканал',
        progress: 'open',
      },
      AGAIN,
    ),
  ],
}
