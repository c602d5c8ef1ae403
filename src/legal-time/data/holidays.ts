/** Holidays and non-working days of КЗпП ст. 73 in its successive wordings, from 2004 on. */
import type { Source, Verified } from '../source.ts'

export type HolidayDay = { readonly month: number; readonly day: number } | 'easter' | 'trinity'

/**
 * One holiday in one wording. `from` and `to` are the first and the last day on which the row can give a
 * holiday (ISO days, both included, null where the row stands before 2004 or to this day): a holiday that
 * became law in spring but falls in autumn begins with its first autumn.
 */
export type HolidayRow = {
  readonly key: string
  readonly day: HolidayDay
  readonly name: { readonly uk: string; readonly en: string }
  readonly from: string | null
  readonly to: string | null
  readonly source: Source
}

const LABOUR_CODE = 'https://zakon.rada.gov.ua/laws/show/322-08'

function row(
  key: string,
  day: HolidayDay,
  uk: string,
  en: string,
  verified: Verified,
  from: string | null = null,
  to: string | null = null,
): HolidayRow {
  const article = day === 'easter' || day === 'trinity' ? 'ст. 73 ч. 2' : 'ст. 73 ч. 1'
  return {
    key,
    day,
    name: { uk, en },
    from,
    to,
    source: { act: '322-VIII', article, url: LABOUR_CODE, verified },
  }
}

const on = (day: number, month: number): HolidayDay => ({ month, day })

const CHRISTMAS = ['Різдво Христове', 'Christmas'] as const
const STATEHOOD = ['День Української Державності', 'Ukrainian Statehood Day'] as const
const DEFENDERS = ['День захисників і захисниць України', 'Defenders Day of Ukraine'] as const
const WORKERS = ['День міжнародної солідарності трудящих', 'International Workers’ Day'] as const

export const HOLIDAYS: readonly HolidayRow[] = [
  row('newYear', on(1, 1), 'Новий рік', 'New Year', 'L'),
  // Law 3258-IX, in force 30.07.2023, left 25 December as the only Christmas.
  row('christmasJulian', on(7, 1), ...CHRISTMAS, 'P', null, '2023-07-29'),
  row('womensDay', on(8, 3), 'Міжнародний жіночий день', 'International Women’s Day', 'L'),
  row('easter', 'easter', 'Пасха (Великдень)', 'Easter', 'L'),
  // Law 2211-VIII, in force 02.12.2017: 2 May dropped, 25 December added.
  row('workersDay1', on(1, 5), ...WORKERS, 'P', null, '2017-12-01'),
  row('workersDay2', on(2, 5), ...WORKERS, 'P', null, '2017-12-01'),
  row('labourDay', on(1, 5), 'День праці', 'Labour Day', 'L', '2017-12-02'),
  // Law 3107-IX, in force 15.06.2023.
  row(
    'remembranceDay',
    on(8, 5),
    'День пам’яті та перемоги над нацизмом',
    'Day of Remembrance and Victory over Nazism',
    'L',
    '2023-06-15',
  ),
  row('victoryDay', on(9, 5), 'День Перемоги', 'Victory Day', 'P', null, '2015-12-31'),
  row(
    'victoryOverNazismDay',
    on(9, 5),
    'День перемоги над нацизмом у Другій світовій війні',
    'Victory Day over Nazism in World War II',
    'P',
    '2016-01-01',
    '2023-06-14',
  ),
  row('trinity', 'trinity', 'Трійця', 'Trinity', 'L'),
  row('constitutionDay', on(28, 6), 'День Конституції України', 'Constitution Day', 'L'),
  // Law 2295-IX, in force 09.06.2022; moved by Law 3258-IX.
  row('statehoodDayJuly28', on(28, 7), ...STATEHOOD, 'P', '2022-06-09', '2023-07-29'),
  row('statehoodDay', on(15, 7), ...STATEHOOD, 'L', '2023-07-30'),
  row('independenceDay', on(24, 8), 'День Незалежності України', 'Independence Day', 'L'),
  // Law 238-VIII of 05.03.2015; renamed by Law 1643-IX of 14.07.2021; moved by Law 3258-IX.
  row(
    'defenderDay',
    on(14, 10),
    'День захисника України',
    'Defender of Ukraine Day',
    'P',
    '2015-10-14',
    '2021-07-31',
  ),
  row('defendersDayOctober14', on(14, 10), ...DEFENDERS, 'P', '2021-08-01', '2023-07-29'),
  row('defendersDay', on(1, 10), ...DEFENDERS, 'L', '2023-07-30'),
  row('christmas', on(25, 12), ...CHRISTMAS, 'L', '2017-12-02'),
]
