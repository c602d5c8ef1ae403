/** What kinds and states of events are called; how days and times are said. */
import { type Bilingual, dayMonth, type Locale, longDate, weekday } from '../../../kernel/texts.ts'
import type { EventDay, EventKind, EventState } from '../types.ts'

const kinds: Bilingual<Readonly<Record<EventKind, string>>> = {
  uk: {
    informationDay: 'день інформування',
    celebration: 'міське свято',
    neighbourhoodDay: 'свято вулиці, мікрорайону',
    roundTable: 'круглий стіл',
    conference: 'конференція',
    seminar: 'семінар',
    training: 'тренінг',
    discussionClub: 'дискусійний клуб',
    partySeminar: 'семінар для партійних осередків',
    practicePresentation: 'презентація практик',
    commemoration: 'вшанування пам’яті',
    rally: 'мітинг',
    publicHearing: 'громадські слухання',
    other: 'інша подія',
  },
  en: {
    informationDay: 'information day',
    celebration: 'city celebration',
    neighbourhoodDay: 'street or neighbourhood day',
    roundTable: 'round table',
    conference: 'conference',
    seminar: 'seminar',
    training: 'training',
    discussionClub: 'discussion club',
    partySeminar: 'seminar for party branches',
    practicePresentation: 'presentation of practices',
    commemoration: 'commemoration',
    rally: 'rally',
    publicHearing: 'public hearing',
    other: 'other event',
  },
}

const states: Bilingual<Readonly<Record<EventState, string>>> = {
  uk: {
    planned: 'заплановано',
    announced: 'оголошено',
    postponed: 'відкладено',
    cancelled: 'скасовано',
    held: 'відбулося',
    summedUp: 'підбито підсумки',
    closed: 'завершено',
  },
  en: {
    planned: 'planned',
    announced: 'announced',
    postponed: 'postponed',
    cancelled: 'cancelled',
    held: 'held',
    summedUp: 'summed up',
    closed: 'closed',
  },
}

export function eventKindName(locale: Locale, kind: EventKind): string {
  return kinds[locale][kind]
}

export function eventStateName(locale: Locale, state: EventState): string {
  return states[locale][state]
}

export function eventTitle(
  locale: Locale,
  event: { readonly title: string; readonly titleEn: string | null },
): string {
  return locale === 'en' ? (event.titleEn ?? event.title) : event.title
}

type When = Pick<EventDay, 'day' | 'starts' | 'ends'>

/** `10:00–12:00`; empty where no time is set. */
export function timeOf(day: Pick<EventDay, 'starts' | 'ends'>): string {
  return day.starts === null ? '' : day.ends === null ? day.starts : `${day.starts}–${day.ends}`
}

/** `середа, 25 листопада, 10:00–12:00`. */
export function dayAndTime(locale: Locale, day: When): string {
  return [`${weekday(locale, day.day)}, ${dayMonth(locale, day.day)}`, timeOf(day)].filter(Boolean).join(', ')
}

/** `25 листопада 2026 року, 10:00–12:00`; of several days the first and the last. */
export function whenOf(locale: Locale, days: readonly When[]): string {
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return ''
  if (first.day.equals(last.day))
    return [longDate(locale, first.day), timeOf({ starts: first.starts, ends: last.ends })]
      .filter(Boolean)
      .join(', ')
  if (first.day.year === last.day.year && first.day.month === last.day.month)
    return `${first.day.day}–${longDate(locale, last.day)}`
  return `${first.day.year === last.day.year ? dayMonth(locale, first.day) : longDate(locale, first.day)} – ${longDate(locale, last.day)}`
}

/** `Палац культури, вул. Графська, 2`; or that it is held online. */
export function placeOf(locale: Locale, day: Pick<EventDay, 'mode' | 'place' | 'address'>): string {
  const place = [day.place, day.address].filter((part) => part !== null && part !== '').join(', ')
  const online = locale === 'uk' ? 'онлайн' : 'online'
  return day.mode === 'online'
    ? online
    : day.mode === 'both'
      ? [place, online].filter(Boolean).join('; ')
      : place
}

/** When and where, in one line: for pages of modules above. */
export function whenText(locale: Locale, event: { readonly days: readonly EventDay[] }): string {
  const [first] = event.days
  return [whenOf(locale, event.days), first && placeOf(locale, first)].filter(Boolean).join('; ')
}
