/** The list that lies at the door: those who are expected, and blank lines for the rest. */
import { p, table } from '../../../platform/documents/index.ts'
import type { Participant } from '../store/participants.ts'
import { documentsUk } from '../texts/documents.ts'
import { whenOf } from '../texts/names.ts'
import type { CityEvent, EventDay } from '../types.ts'
import { type Dress, dressed } from './dress.ts'

const t = documentsUk.list

export function signInList(
  list: Dress & {
    readonly event: CityEvent
    readonly days: readonly EventDay[]
    readonly people: readonly Participant[]
  },
) {
  const heading = t.heading(list.event.title, whenOf('uk', list.days))
  const blank = Array.from({ length: t.blank }, (_, i) => [String(list.people.length + i + 1), '', '', ''])
  return dressed(list, {
    title: `${t.kind} ${heading}`,
    requisites: { kind: t.kind, heading },
    body: [
      ...(list.event.photoConsent ? [p(t.photo)] : []),
      p(t.consent),
      table({
        caption: t.caption,
        columns: [{ share: 1 }, { share: 7 }, { share: 6 }, { share: 4 }],
        header: [[...t.head]],
        body: [
          ...list.people.map((person, i) => [String(i + 1), person.name, person.organisation ?? '', '']),
          ...blank,
        ],
      }),
    ],
  })
}
