/** Events and questions as open data: the same facts as on public pages, and no person. */
import { dataColumns, REQUIRED } from '../../platform/data-column.ts'
import type { DataSet } from '../../platform/module.ts'
import { publishedEvents, publishedQuestions } from './store/published.ts'
import { bilingual } from './texts/index.ts'
import { EVENT_KINDS, EVENT_STATES } from './types.ts'

const MOST_ROWS = 100_000

const column = {
  events: dataColumns(bilingual((t) => t.openData.events.columns)),
  questions: dataColumns(bilingual((t) => t.openData.questions.columns)),
}

const events: DataSet = {
  slug: 'events',
  title: bilingual((t) => t.openData.events.title),
  description: bilingual((t) => t.openData.events.description),
  keywords: bilingual((t) => t.openData.events.keywords),
  periodicity: 'daily',
  primaryKey: ['id'],
  page: '/events',
  columns: [
    column.events('id', 'string', REQUIRED),
    column.events('kind', 'string', { required: true, values: EVENT_KINDS }),
    column.events('title', 'string', REQUIRED),
    column.events('titleEn', 'string'),
    column.events('state', 'string', {
      required: true,
      values: EVENT_STATES.filter((s) => s !== 'planned'),
    }),
    column.events('firstDay', 'date', REQUIRED),
    column.events('lastDay', 'date', REQUIRED),
    column.events('starts', 'string'),
    column.events('place', 'string'),
    column.events('address', 'string'),
    column.events('unit', 'string'),
    column.events('participants', 'integer'),
    column.events('questions', 'integer', REQUIRED),
    column.events('page', 'string', REQUIRED),
  ],
  rows: async (db) => {
    const { rows } = await publishedEvents(db, {}, '', MOST_ROWS)
    return rows.map((e) => ({
      id: e.id,
      kind: e.kind,
      title: e.title,
      titleEn: e.titleEn,
      state: e.state,
      firstDay: e.firstDay,
      lastDay: e.lastDay,
      starts: e.starts,
      place: e.place,
      address: e.address,
      unit: e.unit,
      participants: e.participants,
      questions: e.questions,
      page: `/events/${e.id}`,
    }))
  },
}

const questions: DataSet = {
  slug: 'event-questions',
  title: bilingual((t) => t.openData.questions.title),
  description: bilingual((t) => t.openData.questions.description),
  keywords: bilingual((t) => t.openData.questions.keywords),
  periodicity: 'daily',
  primaryKey: ['id'],
  page: '/events',
  columns: [
    column.questions('id', 'string', REQUIRED),
    column.questions('event', 'string', REQUIRED),
    column.questions('number', 'integer', REQUIRED),
    column.questions('text', 'string', REQUIRED),
    column.questions('topic', 'string'),
    column.questions('state', 'string', {
      required: true,
      values: ['waiting', 'answered', 'instructed', 'grouped'],
    }),
    column.questions('answer', 'string'),
    column.questions('unit', 'string'),
    column.questions('due', 'date'),
  ],
  rows: (db) => publishedQuestions(db, MOST_ROWS),
}

export const openData: readonly DataSet[] = [events, questions]
