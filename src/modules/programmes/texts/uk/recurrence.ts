import { MONTHS_GENITIVE_UK, MONTHS_UK, pluralUk } from '../../../../kernel/texts.ts'
import type { RecurrenceKind } from '../../../../legal-time/recurrence.ts'

export const recurrence = {
  kinds: {
    continuous: 'постійно',
    daily: 'щодня',
    weekly: 'щотижня',
    monthly: 'щомісяця',
    quarterly: 'щокварталу',
    halfYearly: 'щопівроку',
    yearly: 'щороку',
    once: 'один раз, у названий час',
    by: 'один раз, не пізніше названого часу',
    years: 'упродовж названих років',
    onDemand: 'за потреби',
    none: 'строку не вказано',
    unrecognised: 'строк не розпізнано',
  } as Record<RecurrenceKind, string>,
  everyYears: (n: number) => `раз на ${n} ${pluralUk(n, 'рік', 'роки', 'років')}`,
  monthNames: MONTHS_UK,
  month: (n: number) => MONTHS_UK[n - 1] ?? '',
  quarter: (n: number) => `${['I', 'II', 'III', 'IV'][n - 1] ?? ''} квартал`,
  inMonths: (names: string) => `у місяцях: ${names}`,
  inMonth: (name: string) => `місяць ${name}`,
  inYear: (year: number) => `${year} рік`,
  years: (from: number, to: number) => `${from}–${to} роки`,
  byDay: (day: number) => `до ${day} числа`,
  byYear: (year: number) => `до ${year} року`,
  byDate: (day: number | null, month: number, year: number | null) =>
    `до ${day === null ? '' : `${day} `}${MONTHS_GENITIVE_UK[month - 1] ?? ''}${year === null ? '' : ` ${year} року`}`,
  onDate: (day: number, month: number) => `${day} ${MONTHS_GENITIVE_UK[month - 1] ?? ''}`,
}
