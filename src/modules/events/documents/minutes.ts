/** Minutes of an event as a draft to be signed: everything that is known of it already. Without names of residents. */
import { shortDate } from '../../../kernel/texts.ts'
import { clauses, h, type PlainBlock, p, TO_FILL, table } from '../../../platform/documents/index.ts'
import { documentsUk } from '../texts/documents.ts'
import { placeOf } from '../texts/names.ts'
import type { Question } from '../types/question.ts'
import type { Recommendation } from '../types/results.ts'
import type { CityEvent, EventDay, EventItem, EventPerson } from '../types.ts'
import { type Dress, dressed } from './dress.ts'

const t = documentsUk.minutes

export type MinutesFacts = {
  readonly event: CityEvent
  readonly days: readonly EventDay[]
  readonly people: readonly EventPerson[]
  readonly items: readonly EventItem[]
  readonly participants: number
  readonly organisations: readonly string[]
  readonly questions: readonly Question[]
  readonly recommendations: readonly Recommendation[]
}

export function eventMinutes(facts: MinutesFacts, dress: Dress) {
  const { event, days, people } = facts
  const [first] = days
  const signed = (role: EventPerson['role'], position: string) =>
    people.filter((one) => one.role === role).map(({ name }) => ({ position, name }))
  return dressed(dress, {
    title: `${t.kind}. ${event.title}`,
    requisites: {
      kind: t.kind,
      heading: event.title,
      date: event.firstDay,
      number: TO_FILL,
      ...(first === undefined || placeOf('uk', first) === '' ? {} : { place: placeOf('uk', first) }),
      signatures: [...signed('chair', t.signChair), ...signed('minutes', t.signSecretary)],
    },
    body: [
      ...leaders(people),
      p(t.present(facts.participants)),
      ...(facts.organisations.length === 0 ? [] : [p(t.organisations(facts.organisations.join(', ')))]),
      h(3, t.agenda),
      ...(facts.items.length === 0 ? [p(t.none)] : clauses(facts.items.map(itemText))),
      ...paragraphs(t.listened, event.summary),
      ...asked(facts.questions),
      ...paragraphs(t.resolution, event.resolution),
      ...advised(facts.recommendations),
    ],
  })
}

function leaders(people: readonly EventPerson[]): PlainBlock[] {
  const named = (roles: readonly EventPerson['role'][]) =>
    people
      .filter((one) => roles.includes(one.role))
      .map((one) => [one.name, one.position].filter(Boolean).join(', '))
      .join('; ')
  return (
    [
      [t.group, named(['head', 'member'])],
      [t.chair, named(['chair'])],
      [t.secretary, named(['minutes'])],
    ] as const
  ).flatMap(([label, names]) => (names === '' ? [] : [p(`${label} ${names}.`)]))
}

function itemText({ title, speakers }: EventItem): string {
  return speakers === null ? title : `${title} (${speakers})`
}

function paragraphs(title: string, text: string | null): PlainBlock[] {
  const lines = (text ?? '').split('\n').filter((line) => line.trim() !== '')
  return lines.length === 0 ? [] : [h(3, title), ...lines.map((line) => p(line))]
}

/** Those that were let in: each with its answer, or to whom it was given. */
function asked(questions: readonly Question[]): PlainBlock[] {
  const shown = questions.filter((q) => q.state === 'accepted' || q.state === 'answered')
  if (shown.length === 0) return []
  return [
    h(3, t.questions),
    ...shown.flatMap((q) => [
      p(t.asked(q.number, q.text)),
      p(
        q.answer !== null
          ? t.answered(q.answer)
          : q.instruction
            ? t.instructed(q.instruction.unitName, shortDate('uk', q.instruction.due))
            : t.unanswered,
      ),
    ]),
  ]
}

function advised(rows: readonly Recommendation[]): PlainBlock[] {
  if (rows.length === 0) return []
  return [
    h(3, t.recommendations),
    table({
      caption: t.recommendationTable,
      columns: [{ share: 1 }, { share: 10 }, { share: 5 }, { share: 3 }],
      header: [[...t.recommendationHead]],
      body: rows.map((r, i) => [
        String(i + 1),
        r.text,
        r.addressee,
        r.due === null ? '–' : shortDate('uk', r.due),
      ]),
      rowHeader: 1,
    }),
  ]
}
