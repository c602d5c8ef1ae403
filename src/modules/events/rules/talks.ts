/** Talks laid into a programme, one after another. */
import type { Talk } from '../types/results.ts'
import type { ClockTime, EventDay, EventItem } from '../types.ts'
import { type ItemInput, timeAfter } from './lines.ts'

export type Laying = {
  /** From 0: of the event's days. */
  readonly day: number
  readonly starts: ClockTime
  /** Of each talk. */
  readonly minutes: number
  /** The room, where several run at once. */
  readonly track: string | null
}

/** A line of a programme has its parts between bars. */
const bare = (text: string) => text.replaceAll('|', '/').slice(0, 300)

export function isLaid(items: readonly Pick<EventItem, 'title'>[], talk: Pick<Talk, 'title'>): boolean {
  return items.some((item) => item.title === bare(talk.title))
}

/** The programme with the talks in it, by day and time; what has no time stays behind what it followed. */
export function laidTalks(
  items: readonly EventItem[],
  days: readonly Pick<EventDay, 'id'>[],
  talks: readonly Pick<Talk, 'title' | 'speaker' | 'organisation'>[],
  { day, starts, minutes, track }: Laying,
): ItemInput[] {
  const dayOf = (item: EventItem) =>
    Math.max(
      0,
      days.findIndex((d) => d.id === item.dayId),
    )
  const standing = items.map(
    ({ id: _, dayId: __, ...item }, i): ItemInput => ({ ...item, day: dayOf(items[i]!) }),
  )
  const laid = talks
    .filter((talk) => !isLaid(items, talk))
    .map(
      (talk, i): ItemInput => ({
        day: Math.min(day, Math.max(0, days.length - 1)),
        starts: timeAfter(starts, i * minutes),
        minutes,
        title: bare(talk.title),
        titleEn: null,
        speakers: bare([...new Set([talk.speaker, talk.organisation])].filter(Boolean).join(', ')),
        kind: 'talk',
        track: track && bare(track),
      }),
    )
  return inOrder([...standing, ...laid])
}

function inOrder(items: readonly ItemInput[]): ItemInput[] {
  let [day, last] = [-1, '']
  return items
    .map((item) => {
      if (item.day !== day) [day, last] = [item.day, '']
      last = item.starts ?? last
      return { item, at: last }
    })
    .sort((a, b) => a.item.day - b.item.day || a.at.localeCompare(b.at))
    .map(({ item }) => item)
}

/** Where the next talk of a day may begin: the end of what stands there, else the beginning of the day. */
export function freeFrom(
  items: readonly EventItem[],
  first: Pick<EventDay, 'id' | 'starts'> | undefined,
): ClockTime {
  const last = items
    .filter((i) => i.starts !== null && (i.dayId === null || i.dayId === first?.id))
    .map((i) => timeAfter(i.starts!, i.minutes ?? 0))
    .sort()
    .at(-1)
  return last ?? first?.starts ?? '10:00'
}
