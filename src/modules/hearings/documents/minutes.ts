/** The minutes of a public hearing. */
import { type Locale, longDate } from '../../../kernel/texts.ts'
import {
  clauses,
  h,
  type OfficialDocument,
  officialDocument,
  officialLayout,
  type PlainBlock,
  p,
  TO_FILL,
  table,
} from '../../../platform/documents/index.ts'
import { isCarried } from '../rules/votes.ts'
import { texts } from '../texts/index.ts'
import type { Hearing, Minutes, Proposal } from '../types.ts'

export type MinutesFacts = {
  readonly locale: Locale
  readonly council: string
  readonly demonstration: boolean
  readonly madeAt: Hearing['createdAt']
  readonly hearing: Hearing
  readonly minutes: Minutes
  readonly proposals: readonly Proposal[]
  readonly place: string | null
}

export function minutesDocument(facts: MinutesFacts): OfficialDocument {
  const { locale, hearing, minutes, place } = facts
  const t = texts[locale].documents
  return officialDocument({
    locale,
    layout: officialLayout,
    title: `${t.kind}. ${hearing.title}`,
    madeAt: facts.madeAt,
    demonstration: facts.demonstration ? t.demonstration : null,
    draftMark: null,
    requisites: {
      institution: [facts.council],
      kind: t.kind,
      heading: t.heading(hearing.title),
      date: hearing.heldOn ?? TO_FILL,
      number: TO_FILL,
      place,
      signatures: [
        { position: t.chair, name: minutes.chair },
        { position: t.secretary, name: minutes.secretary },
      ],
    },
    body: [
      p(`${t.present}: ${minutes.participants}.`),
      h(3, t.course),
      ...minutes.course.split('\n').flatMap((line) => (line.trim() === '' ? [] : [p(line)])),
      ...votes(facts),
      ...proposals(facts),
      ...decision(facts),
    ],
  })
}

function votes({ locale, minutes }: MinutesFacts): PlainBlock[] {
  const t = texts[locale]
  const c = t.minutes.columns
  if (minutes.votes.length === 0) return []
  return [
    table({
      caption: t.documents.votes,
      columns: [
        { share: 48 },
        { share: 10, align: 'end' },
        { share: 10, align: 'end' },
        { share: 14, align: 'end' },
        { share: 18 },
      ],
      header: [[c.question, c.for, c.against, c.abstained, c.result]],
      body: minutes.votes.map((v) => [
        v.question,
        String(v.for),
        String(v.against),
        String(v.abstained),
        isCarried(v) ? t.minutes.carried : t.minutes.lost,
      ]),
      rowHeader: 0,
    }),
  ]
}

/** Without the names of residents: the minutes are published. */
function proposals({ locale, proposals: rows }: MinutesFacts): PlainBlock[] {
  const t = texts[locale]
  if (rows.length === 0) return []
  const told = (one: Proposal) => `${one.text} (${one.organisation ?? t.authors[one.authorKind]})`
  return [h(3, t.documents.proposals), ...clauses(rows.map(told))]
}

function decision({ locale, hearing }: MinutesFacts): PlainBlock[] {
  if (hearing.decision === null) return []
  const { body, on, number, text } = hearing.decision
  const t = texts[locale].decision
  return [h(3, t.title), p(`${t.cite(body, longDate(locale, on), number)}. ${text}`)]
}
