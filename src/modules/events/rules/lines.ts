/** Lists that people type or paste as lines: an agenda, people, further days, own questions. Parts stand between `|` or tabs. */
import { type CivilDate, parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type {
  ClockTime,
  EventDay,
  EventDayInput,
  EventItem,
  EventPerson,
  RegistrationQuestion,
} from '../types.ts'

/** `9:30`, `09.30`, `09:30` as `09:30`; null for no time. */
export function clockTime(text: string): ClockTime | null {
  const m = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text.trim())
  return m ? `${m[1]!.padStart(2, '0')}:${m[2]}` : null
}

function linesOf(text: string): readonly { readonly text: string; readonly n: number }[] {
  return text
    .split('\n')
    .map((line, i) => ({ text: line.trim(), n: i + 1 }))
    .filter((line) => line.text !== '')
}

function partsOf(line: string): string[] {
  return line.split(/\s*[|\t]\s*/).map((part) => part.trim())
}

const orNull = (text: string | undefined) => (text === undefined || text === '' ? null : text)

/** The beginning of a line: `10:00`, `10:00–10:30`, `10.00 - 10.30`. */
const TIMES = /^(\d{1,2}[:.]\d{2})(?:\s*[–—-]\s*(\d{1,2}[:.]\d{2}))?\s*[|\t.,)–—-]?\s*/

export type ItemInput = Omit<EventItem, 'id' | 'dayId'> & {
  /** From 0: of the event's days. */
  readonly day: number
}

/**
 * An agenda: `10:00 | Тема | Доповідач | Зала`, the time with or without its end. A line that is a date, or «День 2»,
 * begins the next day.
 */
export function readAgenda(text: string, days: readonly CivilDate[]): ItemInput[] | Refusal[] {
  const items: ItemInput[] = []
  const wrong: Refusal[] = []
  let day = 0
  for (const { text: line, n } of linesOf(text)) {
    const next = dayHeading(line, days)
    if (next !== null) {
      day = next
      continue
    }
    const times = TIMES.exec(line)
    const [starts, ends] = [times?.[1], times?.[2]].map((t) => (t ? clockTime(t) : null))
    if (times && (starts === null || (times[2] !== undefined && ends === null))) {
      wrong.push(refuse('line_time', { line: n }, 'agenda'))
      continue
    }
    const [title = '', speakers, track] = partsOf(
      (times ? line.slice(times[0].length) : line).replace(/^[|\t]\s*/, ''),
    )
    if (title === '') {
      wrong.push(refuse('line_title', { line: n }, 'agenda'))
      continue
    }
    items.push({
      day,
      starts: starts ?? null,
      minutes: starts && ends ? minutesBetween(starts, ends) : null,
      title: title.slice(0, 300),
      titleEn: null,
      speakers: orNull(speakers),
      kind: kindOfItem(title),
      track: orNull(track),
    })
  }
  return wrong.length > 0 ? wrong : items
}

function dayHeading(line: string, days: readonly CivilDate[]): number | null {
  const bare = line.replace(/[:.]+$/, '')
  const nth = /^(?:день|day)\s+(\d{1,2})$/i.exec(bare)
  if (nth) return Math.min(Number(nth[1]), Math.max(1, days.length)) - 1
  const date = parseCivilDate(bare)
  const found = date ? days.findIndex((d) => d.equals(date)) : -1
  return found === -1 ? null : found
}

export function minutesBetween(starts: ClockTime, ends: ClockTime): number {
  const minutes = (t: ClockTime) => Number(t.slice(0, 2)) * 60 + Number(t.slice(3))
  const span = minutes(ends) - minutes(starts)
  return span > 0 ? span : span + 24 * 60
}

export function timeAfter(starts: ClockTime, minutes: number): ClockTime {
  const at = (Number(starts.slice(0, 2)) * 60 + Number(starts.slice(3)) + minutes) % (24 * 60)
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}

const WORDS: readonly (readonly [RegExp, EventItem['kind']])[] = [
  [/перерв|кава-|break|coffee/i, 'break'],
  [/запитан|питання з|відповід|question/i, 'questions'],
  [/обговор|дискус|discussion/i, 'discussion'],
  [/концерт|виступ колектив|concert/i, 'concert'],
  [/покладан|хвилин\S* мовчан|молебен|мітинг|гімн|ceremony/i, 'ceremony'],
  [/звіт|інформаці[яю]|report/i, 'report'],
]

export function kindOfItem(title: string): EventItem['kind'] {
  return WORDS.find(([words]) => words.test(title))?.[1] ?? 'talk'
}

/** The agenda as it would have been typed. */
export function agendaText(items: readonly EventItem[], days: readonly EventDay[]): string {
  const lines: string[] = []
  let current = days[0]?.id ?? null
  for (const item of items) {
    if (item.dayId !== null && item.dayId !== current) {
      current = item.dayId
      lines.push(`День ${days.findIndex((d) => d.id === current) + 1}`)
    }
    const time =
      item.starts === null
        ? ''
        : item.minutes === null
          ? item.starts
          : `${item.starts}–${timeAfter(item.starts, item.minutes)}`
    lines.push(joined([time, item.title, item.speakers, item.track], time === '' ? 1 : 0))
  }
  return lines.join('\n')
}

/** Parts between `|`, without empty ones at the end. */
function joined(parts: readonly (string | null)[], from = 0): string {
  const wanted = parts.slice(from).map((part) => part ?? '')
  while (wanted.length > 1 && wanted.at(-1) === '') wanted.pop()
  return wanted.join(' | ')
}

/** People: `Прізвище Ім’я По батькові | посада`, also with a comma in place of the bar. */
export function readPeople(text: string, role: EventPerson['role'], named: boolean): readonly EventPerson[] {
  return linesOf(text).map(({ text: line }) => {
    const [name = '', position] = /[|\t]/.test(line)
      ? partsOf(line)
      : line.split(/,\s*(.*)/s).map((part) => part.trim())
    return { role, name: name.slice(0, 200), position: orNull(position), named }
  })
}

export function peopleText(people: readonly EventPerson[], role: EventPerson['role']): string {
  return people
    .filter((one) => one.role === role)
    .map((one) => joined([one.name, one.position]))
    .join('\n')
}

/** Further days or sessions: `15.10.2026 10:00–12:00 | Назва | Місце | Адреса`. What is not said is as on the first day. */
export function readDays(text: string, first: Omit<EventDayInput, 'id'>): EventDayInput[] | Refusal[] {
  const days: EventDayInput[] = []
  const wrong: Refusal[] = []
  for (const { text: line, n } of linesOf(text)) {
    const [when = '', title, place, address] = partsOf(line)
    const m = /^(\S+)(?:\s+(\S.*))?$/.exec(when)
    const day = parseCivilDate(m?.[1] ?? '')
    const [starts, ends] = (m?.[2] ?? '').split(/\s*[–—-]\s*/).map((t) => (t === '' ? null : clockTime(t)))
    if (day === null || (m?.[2] !== undefined && (starts ?? null) === null)) {
      wrong.push(refuse(day === null ? 'line_day' : 'line_time', { line: n }, 'moreDays'))
      continue
    }
    const elsewhere = orNull(place) !== null && orNull(place) !== first.place
    days.push({
      ...first,
      ...(elsewhere ? { latitude: null, longitude: null, districtId: null, address: null } : {}),
      id: null,
      day,
      starts: starts ?? first.starts,
      ends: m?.[2] === undefined ? first.ends : (ends ?? null),
      title: orNull(title),
      place: orNull(place) ?? first.place,
      ...(orNull(address) === null ? {} : { address: orNull(address) }),
    })
  }
  return wrong.length > 0 ? wrong : days
}

export function daysText(days: readonly EventDay[], say: (day: CivilDate) => string): string {
  const [first, ...rest] = days
  return rest
    .map((d) => {
      const times = [d.starts, d.ends].filter(Boolean).join('–')
      const elsewhere = d.place !== first?.place
      const address = d.address !== first?.address ? d.address : null
      return joined([
        `${say(d.day)}${times === '' ? '' : ` ${times}`}`,
        d.title,
        elsewhere || address !== null ? d.place : null,
        address,
      ])
    })
    .join('\n')
}

/**
 * Own questions of a registration, one a line: `Звідки дізналися?`, `Потрібен переклад? (так/ні)`,
 * `Секція: перша; друга`. A star at the end: must be answered.
 */
export function readQuestions(text: string): RegistrationQuestion[] | Refusal[] {
  const lines = linesOf(text)
  if (lines.length > 8) return [refuse('too_many_questions', { maximum: 8 }, 'questions')]
  return lines.map(({ text: line }, i): RegistrationQuestion => {
    const required = line.endsWith('*')
    const bare = required ? line.slice(0, -1).trim() : line
    const key = `q${i + 1}`
    const yesNo = /\s*\((?:так\s*\/\s*ні|yes\s*\/\s*no)\)$/i.exec(bare)
    if (yesNo)
      return {
        key,
        kind: 'yesNo',
        label: bare.slice(0, yesNo.index),
        labelEn: null,
        options: [],
        required,
      }
    const choice = /^(.{2,200}?):\s*(.+;.+)$/.exec(bare)
    const options = choice?.[2]
      ?.split(';')
      .map((o) => o.trim())
      .filter((o) => o !== '')
    return {
      key,
      kind: options ? 'choice' : 'text',
      label: choice?.[1] ?? bare.slice(0, 200),
      labelEn: null,
      options: options ?? [],
      required,
    }
  })
}

export function questionsText(questions: readonly RegistrationQuestion[]): string {
  return questions
    .map((q) => {
      const tail = q.kind === 'yesNo' ? ' (так/ні)' : q.kind === 'choice' ? `: ${q.options.join('; ')}` : ''
      return `${q.label}${tail}${q.required ? ' *' : ''}`
    })
    .join('\n')
}
