/** What was done in the demonstration's first year. All of it is invented; days are real city days where they have one. */
import { pluralUk } from '../src/kernel/texts.ts'
import type { EvidenceKind } from '../src/modules/duties/index.ts'
import { GROUP, type UnitName } from './city.ts'

export type DemoEvent = {
  readonly measure: string
  /** The first one records it; the duties of all are fulfilled. */
  readonly units: readonly UnitName[]
  readonly day: readonly [month: number, day: number]
  readonly until?: readonly [month: number, day: number]
  readonly kind: EvidenceKind
  readonly title: string
  readonly place?: string
  readonly result?: string
  readonly participants?: number
  readonly organisations?: readonly string[]
  readonly cost?: number
  readonly share?: 'part'
}

const NGO = {
  swallow: 'ГО «Ніжинська ластівка» (вигадана)',
  spring: 'ГО «Весна громади» (вигадана)',
  veterans: 'Спілка ветеранів «Пам’ять» (вигадана)',
  street: 'Вуличний комітет «Садова» (вигаданий)',
  quarter: 'Квартальний комітет «Об’їжджий» (вигаданий)',
  charity: 'Благодійний фонд «Долоні» (вигаданий)',
  youth: 'Молодіжна спілка «Крок» (вигадана)',
} as const

const count = (n: number, ...forms: [one: string, few: string, many: string]) =>
  `${n} ${pluralUk(n, ...forms)}`

const QUARTERS = ['I', 'II', 'III', 'IV'] as const
/** The last working days of quarters, well before their end. */
const CLOSING = [
  [3, 26],
  [6, 25],
  [9, 24],
  [12, 22],
] as const

/** The same work each quarter, with its own figures. */
function everyQuarter(
  make: (quarter: string, at: readonly [number, number], i: number) => DemoEvent,
): DemoEvent[] {
  return CLOSING.map((at, i) => make(QUARTERS[i]!, at, i))
}

const INFO: readonly DemoEvent[] = [
  ...everyQuarter((q, day, i) => ({
    measure: '4.1',
    units: ['info'],
    day,
    kind: 'document',
    title: `Аналітична записка про суспільно-політичне життя міста за ${q} квартал`,
    result: `Опрацьовано ${count([41, 37, 29, 33][i]!, 'подію', 'події', 'подій')}, окремо описано досвід ${[3, 2, 4, 2][i]} організацій`,
  })),
  {
    measure: '4.2',
    units: ['info'],
    day: [5, 11],
    until: [5, 20],
    kind: 'survey',
    title: 'Опитування «Що турбує місто навесні»',
    participants: 1004,
    result: 'На першому місці освітлення вулиць, далі – ремонт тротуарів і розклад автобусів',
  },
  ...everyQuarter((q, day, i) => ({
    measure: '4.5',
    units: ['info'],
    day,
    kind: 'document',
    title: `Експрес-інформації за ${q} квартал`,
    result: `${count([62, 61, 65, 60][i]!, 'випуск', 'випуски', 'випусків')}, щодня до 16:00`,
  })),
  ...everyQuarter((q, day, i) => ({
    measure: '4.6',
    units: ['info'],
    day,
    kind: 'publication',
    title: `Новини партій і громадських організацій за ${q} квартал`,
    result: `Розміщено ${count([48, 53, 39, 44][i]!, 'повідомлення', 'повідомлення', 'повідомлень')} від ${[17, 19, 15, 16][i]} організацій, відмов не було`,
  })),
  {
    measure: '4.8',
    units: ['info'],
    day: [1, 28],
    kind: 'other',
    title: 'Базу об’єднань громадян оновлено за підсумками звірки',
    result: 'Записи змінено за відповідями організацій',
  },
  {
    measure: '4.9',
    units: ['info'],
    day: [2, 25],
    kind: 'sitting',
    title: 'Засідання Громадської ради № 1',
    place: 'Мала зала виконкому',
    participants: 19,
    share: 'part',
    result: 'Затверджено план роботи на рік',
  },
  {
    measure: '4.9',
    units: ['info'],
    day: [5, 27],
    kind: 'sitting',
    title: 'Засідання Громадської ради № 2',
    place: 'Мала зала виконкому',
    participants: 21,
    share: 'part',
    result: 'Три рекомендації щодо маршрутів транспорту',
  },
  {
    measure: '4.9',
    units: ['info'],
    day: [8, 26],
    kind: 'sitting',
    title: 'Засідання Громадської ради № 3',
    place: 'Мала зала виконкому',
    participants: 18,
    share: 'part',
    result: 'Розглянуто хід конкурсу проєктів',
  },
  {
    measure: '4.9',
    units: ['info'],
    day: [11, 18],
    kind: 'sitting',
    title: 'Засідання Громадської ради № 4',
    place: 'Мала зала виконкому',
    participants: 19,
    result: 'П’ять рекомендацій виконавчому комітету до проєкту бюджету',
  },
  {
    measure: '4.13',
    units: ['info'],
    day: [4, 1],
    until: [5, 22],
    kind: 'contest',
    title: 'Міський конкурс соціально-культурних проєктів',
    participants: 9,
    organisations: [NGO.swallow, NGO.spring, NGO.youth, NGO.charity],
    cost: 6000,
    result: 'Подано 9 проєктів, підтримано два: «Подвір’я читає» і «Школа сусідства»',
  },
  {
    measure: '4.16',
    units: ['info'],
    day: [10, 8],
    kind: 'event',
    title: 'Семінар для представників структурних утворень партій',
    place: 'Центральна бібліотека',
    participants: 34,
    result: 'Запрошено всі зареєстровані утворення; тему – вимоги до звітності – засвоїли 31 з 34',
  },
  {
    measure: '4.17',
    units: ['info'],
    day: [6, 11],
    kind: 'event',
    title: 'Онлайн-зустріч із громадами-партнерами про участь мешканців',
    participants: 22,
    share: 'part',
    result: 'Домовлено обмінятися положеннями про громадські бюджети',
  },
  ...everyQuarter((q, day, i) => ({
    measure: '4.18',
    units: ['info'],
    day,
    kind: 'award',
    title: `Подяки і грамоти активістам за ${q} квартал`,
    result: `${count([6, 9, 14, 5][i]!, 'подяка', 'подяки', 'подяк')} і ${count([1, 2, 3, 1][i]!, 'грамота', 'грамоти', 'грамот')} виконавчого комітету`,
  })),
]

const GENERAL: readonly DemoEvent[] = everyQuarter((q, [month], i) => ({
  measure: '4.19',
  units: ['general'],
  day: [month, [30, 29, 29, 21][i]!],
  kind: 'sitting',
  title: `Підсумкова нарада органів самоорганізації населення за ${q} квартал`,
  place: 'Велика зала виконкому',
  participants: [16, 18, 15, 17][i]!,
  organisations: [NGO.street, NGO.quarter],
  result: `Відзвітували ${[11, 12, 11, 12][i]} з 12 комітетів`,
}))

const SITES: Readonly<Record<(typeof GROUP)[number], readonly number[]>> = {
  info: [],
  general: [],
  accounting: [],
  culture: [21, 34, 28, 19],
  social: [18, 22, 0, 16],
  education: [26, 31, 17, 29],
  youth: [12, 24, 21, 14],
}

const PUBLISHED: readonly DemoEvent[] = GROUP.flatMap((unit) =>
  everyQuarter((q, day, i) => ({
    measure: '4.7',
    units: [unit],
    day,
    kind: 'publication',
    title: `Публічна інформація за ${q} квартал`,
    result: `${count(SITES[unit]![i]!, 'документ', 'документи', 'документів')}, усі не пізніше п’яти робочих днів`,
  })).filter((_, i) => SITES[unit]![i]! > 0),
)

const TOGETHER: readonly DemoEvent[] = [
  {
    measure: '4.11',
    units: ['culture', 'education', 'youth', 'social'],
    day: [2, 16],
    kind: 'event',
    title: 'Міський захід до Дня єднання',
    place: 'Площа І. Франка',
    participants: 240,
    organisations: [NGO.veterans, NGO.youth, NGO.swallow],
  },
  {
    measure: '4.11',
    units: ['culture', 'education', 'youth', 'social'],
    day: [5, 21],
    kind: 'event',
    title: 'Хода у вишиванках',
    place: 'Вул. Шевченка',
    participants: 520,
    organisations: [NGO.youth, NGO.spring, NGO.street],
  },
  {
    measure: '4.11',
    units: ['culture', 'youth'],
    day: [10, 1],
    kind: 'event',
    title: 'Мітинг до Дня захисників і захисниць України',
    place: 'Алея Героїв',
    participants: 310,
    organisations: [NGO.veterans],
  },
  {
    measure: '4.12',
    units: ['culture', 'education'],
    day: [3, 19],
    kind: 'event',
    title: 'Презентація «Бібліотека як місце зустрічі»',
    participants: 45,
    organisations: [NGO.swallow],
  },
  {
    measure: '4.12',
    units: ['social', 'youth'],
    day: [3, 20],
    kind: 'event',
    title: 'Презентація досвіду волонтерського хабу',
    participants: 38,
    organisations: [NGO.charity],
  },
  {
    measure: '4.12',
    units: ['culture', 'education', 'social', 'youth'],
    day: [6, 18],
    kind: 'event',
    title: 'Ярмарок громадських ініціатив',
    place: 'Міський парк',
    participants: 260,
    organisations: Object.values(NGO),
  },
  {
    measure: '4.12',
    units: ['education', 'youth', 'culture'],
    day: [9, 10],
    kind: 'event',
    title: 'Презентація «Подвір’я читає»',
    participants: 52,
    organisations: [NGO.spring],
  },
  {
    measure: '4.12',
    units: ['culture'],
    day: [11, 6],
    kind: 'event',
    title: 'Презентація переможців конкурсу проєктів',
    participants: 41,
    organisations: [NGO.swallow, NGO.spring],
  },
  {
    measure: '4.15',
    units: ['youth', 'education'],
    day: [3, 12],
    kind: 'event',
    title: 'Засідання дискусійного клубу «Місто для молоді»',
    participants: 33,
    organisations: [NGO.youth],
  },
  {
    measure: '4.15',
    units: ['social', 'culture'],
    day: [3, 17],
    kind: 'event',
    title: 'Круглий стіл про безбар’єрність',
    participants: 29,
    organisations: [NGO.charity, NGO.veterans],
    result: 'Шість рекомендацій, відповідальні – управління за належністю',
  },
  {
    measure: '4.15',
    units: ['culture', 'education', 'social', 'youth'],
    day: [6, 4],
    kind: 'event',
    title: 'Конференція «Громада і влада: рік разом»',
    place: 'Ніжинський університет',
    participants: 96,
    organisations: Object.values(NGO),
  },
  {
    measure: '4.15',
    units: ['education'],
    day: [10, 29],
    kind: 'event',
    title: 'Тренінг для шкільних рад',
    participants: 27,
    share: 'part',
  },
]

/** Days of 4.20, which the source text gives no term: what the coordinator set for the year. */
export const COMMEMORATIONS: readonly {
  readonly day: readonly [number, number]
  readonly title: string
  readonly place: string
}[] = [
  { day: [1, 22], title: 'до Дня Соборності України', place: 'Площа І. Франка' },
  {
    day: [2, 20],
    title: 'на вшанування Героїв Небесної Сотні',
    place: 'Знак «Герої не вмирають», вул. Гоголя',
  },
  { day: [4, 26], title: 'до роковин Чорнобильської катастрофи', place: 'Знак «Дзвони Чорнобиля»' },
  { day: [5, 8], title: 'до Дня пам’яті та перемоги над нацизмом', place: 'Меморіал Слави' },
  { day: [8, 24], title: 'до Дня Незалежності України', place: 'Пам’ятник «Борцям за Незалежність»' },
  { day: [9, 15], title: 'до Дня визволення Ніжина', place: 'Меморіал Слави' },
  { day: [11, 28], title: 'на вшанування жертв Голодомору', place: 'Пам’ятний знак жертвам геноциду' },
  { day: [12, 14], title: 'до Дня ліквідатора', place: 'Знак «Дзвони Чорнобиля»' },
]

const FLOWERS: readonly DemoEvent[] = COMMEMORATIONS.map(({ day, title, place }, i) => ({
  measure: '4.20',
  units: GROUP,
  day,
  kind: 'event',
  title: `Покладання квітів ${title}`,
  place,
  participants: [60, 85, 40, 150, 210, 175, 90, 35][i]!,
  organisations: [NGO.veterans, NGO.charity],
}))

export const EVENTS: readonly DemoEvent[] = [...INFO, ...GENERAL, ...PUBLISHED, ...TOGETHER, ...FLOWERS]
