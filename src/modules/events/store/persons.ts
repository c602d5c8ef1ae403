/** Where events keep names of people who are not of the office: registrations, questions, offered talks. */
import { sql } from 'kysely'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { EventId } from '../types.ts'
import type { Reader } from './days.ts'

export const PERSON_PARTS = ['registration', 'question', 'talk'] as const
export type PersonPart = (typeof PERSON_PARTS)[number]

export type NamedPart = {
  readonly part: PersonPart
  readonly id: string
  readonly eventId: EventId
  readonly title: string
  readonly name: string
  /** What is kept beside the name. */
  readonly details: string | null
  readonly at: Temporal.Instant
}

export async function namedParts(db: Reader): Promise<NamedPart[]> {
  const registrations = db
    .selectFrom('event_registrations as r')
    .innerJoin('events as e', 'e.id', 'r.event_id')
    .select([
      sql<PersonPart>`'registration'`.as('part'),
      sql<string>`r.id::text`.as('id'),
      'e.id as eventId',
      'e.title',
      'r.name',
      sql<string | null>`nullif(concat_ws(', ', r.email, r.organisation), '')`.as('details'),
      'r.created_at as at',
    ])
    .where('r.name', '<>', '')
  const questions = db
    .selectFrom('event_questions as q')
    .innerJoin('events as e', 'e.id', 'q.event_id')
    .select([
      sql<PersonPart>`'question'`.as('part'),
      sql<string>`q.id::text`.as('id'),
      'e.id as eventId',
      'e.title',
      sql<string>`q.asker`.as('name'),
      sql<string | null>`concat_ws(', ', q.email, left(q.text, 200))`.as('details'),
      'q.created_at as at',
    ])
    .where('q.asker', 'is not', null)
  const talks = db
    .selectFrom('event_talks as t')
    .innerJoin('events as e', 'e.id', 't.event_id')
    .select([
      sql<PersonPart>`'talk'`.as('part'),
      sql<string>`t.id::text`.as('id'),
      'e.id as eventId',
      'e.title',
      't.speaker as name',
      sql<string | null>`concat_ws(', ', t.email, t.title)`.as('details'),
      't.created_at as at',
    ])
    .where('t.speaker', '<>', '')
  return registrations.unionAll(questions).unionAll(talks).execute()
}

/** What was counted, asked and said stays; whose it was goes. Who has not come yet does not come. */
export async function forgetPart(tx: Tx, part: PersonPart, id: string): Promise<void> {
  const same = sql<boolean>`id = ${id}::uuid`
  if (part === 'registration') {
    await tx.db
      .updateTable('event_registrations')
      .set({ state: 'cancelled', cancelled_at: tx.now })
      .where(same)
      .where('checked_in_at', 'is', null)
      .where('event_id', 'in', (e) =>
        e
          .selectFrom('events')
          .select('events.id')
          .where('state', 'in', ['planned', 'announced', 'postponed']),
      )
      .execute()
    await tx.db
      .updateTable('event_registrations')
      .set({ name: '', email: null, email_hash: null, answers: '{}', photo_consent: null, erased_at: tx.now })
      .where(same)
      .execute()
  } else if (part === 'question')
    await tx.db
      .updateTable('event_questions')
      .set({ asker: null, email: null, email_hash: null, erased_at: tx.now })
      .where(same)
      .execute()
  else await tx.db.updateTable('event_talks').set({ speaker: '', email: null }).where(same).execute()
}
