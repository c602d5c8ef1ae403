/**
 * Memorial days that Ukraine keeps every year. `L`: the day stands in an act that was read (КЗпП ст. 73). `M`: the
 * act was not compared with the day, so that a city looks at it before it relies on it; the city may change any of them.
 */
import type { MemorialDate } from '../../types.ts'

type Day = Pick<MemorialDate, 'key' | 'title' | 'titleEn' | 'rule'> &
  Partial<
    Pick<MemorialDate, 'scope' | 'since' | 'silenceAt' | 'sourceText' | 'sourceUrl' | 'verified' | 'note'>
  >

const LABOUR_CODE = 'КЗпП, ст. 73'
const LABOUR_CODE_URL = 'https://zakon.rada.gov.ua/laws/show/322-08'

const on = (month: number, day: number) => ({ every: 'yearOn', month, day }) as const

const days: readonly Day[] = [
  {
    key: 'state.unity',
    title: 'День Соборності України',
    titleEn: 'Day of Unity of Ukraine',
    rule: on(1, 22),
    sourceText: 'Указ Президента України від 21.01.1999 № 42/99',
  },
  {
    key: 'international.holocaust',
    title: 'Міжнародний день пам’яті жертв Голокосту',
    titleEn: 'International Holocaust Remembrance Day',
    rule: on(1, 27),
    scope: 'international',
    since: 2006,
    sourceText: 'Резолюція Генеральної Асамблеї ООН 60/7',
  },
  {
    key: 'state.kruty',
    title: 'День пам’яті Героїв Крут',
    titleEn: 'Heroes of Kruty Remembrance Day',
    rule: on(1, 29),
  },
  {
    key: 'state.afghan',
    title: 'День вшанування учасників бойових дій на території інших держав',
    titleEn: 'Day of those who fought in other countries',
    rule: on(2, 15),
    since: 2004,
    sourceText: 'Указ Президента України від 11.02.2004 № 180/2004',
  },
  {
    key: 'state.heavenlyHundred',
    title: 'День Героїв Небесної Сотні',
    titleEn: 'Day of the Heroes of the Heavenly Hundred',
    rule: on(2, 20),
    since: 2015,
    sourceText: 'Указ Президента України від 11.02.2015 № 69/2015',
  },
  {
    key: 'state.shevchenko',
    title: 'День народження Тараса Шевченка',
    titleEn: 'Birthday of Taras Shevchenko',
    rule: on(3, 9),
  },
  {
    key: 'state.chornobyl',
    title: 'День пам’яті жертв Чорнобильської катастрофи',
    titleEn: 'Chornobyl Remembrance Day',
    rule: on(4, 26),
  },
  {
    key: 'church.commemoration',
    title: 'Поминальний тиждень: Провідна неділя',
    titleEn: 'Sunday of remembrance after Easter',
    rule: { every: 'easter', days: 7 },
    note: 'Восьмий день Великодня, за церковним календарем.',
  },
  {
    key: 'state.remembranceAndVictory',
    title: 'День пам’яті та перемоги над нацизмом у Другій світовій війні 1939–1945 років',
    titleEn: 'Day of Remembrance and Victory over Nazism in the Second World War',
    rule: on(5, 8),
    since: 2024,
    sourceText: LABOUR_CODE,
    sourceUrl: LABOUR_CODE_URL,
    verified: 'L',
  },
  {
    key: 'state.repressions',
    title: 'День пам’яті жертв політичних репресій',
    titleEn: 'Day of Remembrance of Victims of Political Repressions',
    rule: { every: 'yearNth', month: 5, nth: 3, weekday: 7 },
    since: 2007,
    sourceText: 'Указ Президента України від 21.05.2007 № 431/2007',
    note: 'Третя неділя травня.',
  },
  {
    key: 'state.crimeanTatars',
    title: 'День пам’яті жертв геноциду кримськотатарського народу',
    titleEn: 'Day of Remembrance of the Genocide of the Crimean Tatar People',
    rule: on(5, 18),
    since: 2016,
    sourceText: 'Постанова Верховної Ради України від 12.11.2015 № 792-VIII',
  },
  {
    key: 'state.mourning',
    title: 'День скорботи і вшанування пам’яті жертв війни в Україні',
    titleEn: 'Day of Mourning and of Victims of War',
    rule: on(6, 22),
    since: 2001,
    sourceText: 'Указ Президента України від 17.11.2000 № 1245/2000',
  },
  {
    key: 'state.constitution',
    title: 'День Конституції України',
    titleEn: 'Constitution Day',
    rule: on(6, 28),
    sourceText: LABOUR_CODE,
    sourceUrl: LABOUR_CODE_URL,
    verified: 'L',
  },
  {
    key: 'state.independence',
    title: 'День незалежності України',
    titleEn: 'Independence Day',
    rule: on(8, 24),
    sourceText: LABOUR_CODE,
    sourceUrl: LABOUR_CODE_URL,
    verified: 'L',
  },
  {
    key: 'state.fallenDefenders',
    title: 'День пам’яті захисників України, які загинули в боротьбі за незалежність',
    titleEn: 'Day of Remembrance of the Fallen Defenders',
    rule: on(8, 29),
    since: 2019,
    sourceText: 'Указ Президента України від 23.08.2019 № 621/2019',
  },
  {
    key: 'state.defenders',
    title: 'День захисників і захисниць України',
    titleEn: 'Defenders Day',
    rule: on(10, 1),
    since: 2023,
    sourceText: LABOUR_CODE,
    sourceUrl: LABOUR_CODE_URL,
    verified: 'L',
  },
  {
    key: 'state.holodomor',
    title: 'День пам’яті жертв голодоморів',
    titleEn: 'Holodomor Remembrance Day',
    rule: { every: 'yearNth', month: 11, nth: 4, weekday: 6 },
    since: 1998,
    silenceAt: '16:00',
    sourceText: 'Указ Президента України від 26.11.1998 № 1310/98',
    note: 'Четверта субота листопада; о 16:00 хвилина мовчання, свічка у вікні.',
  },
  {
    key: 'state.armedForces',
    title: 'День Збройних Сил України',
    titleEn: 'Armed Forces Day',
    rule: on(12, 6),
  },
  {
    key: 'state.liquidators',
    title: 'День вшанування учасників ліквідації наслідків аварії на Чорнобильській АЕС',
    titleEn: 'Day of the Liquidators of the Chornobyl Disaster',
    rule: on(12, 14),
    since: 2006,
    sourceText: 'Указ Президента України від 10.11.2006 № 945/2006',
  },
]

export const KNOWN_DATES: readonly MemorialDate[] = days.map((day) => ({
  scope: 'state',
  since: null,
  starts: null,
  silenceAt: null,
  sourceText: null,
  sourceUrl: null,
  verified: 'M',
  note: null,
  hidden: false,
  own: false,
  version: 0,
  ...day,
}))
