import assert from 'node:assert/strict'
import { test } from 'node:test'
import { civilDate } from '../../../kernel/civil-date.ts'
import type { AgendaItem, Urgency } from '../types.ts'
import { agendaOf, countAgenda } from './agenda.ts'

const matter = (key: string, urgency: Urgency): AgendaItem => ({ key, urgency, kind: 'mailServer' })
const due = (day: number): Urgency => ({ due: civilDate(2026, 11, day) })
const keys = (items: readonly AgendaItem[]) => agendaOf(items).map((i) => i.key)

test('what is late longest stands first, then by day, then what has no day', () => {
  assert.deepEqual(
    keys([
      matter('none', null),
      matter('on 27', due(27)),
      matter('late 2', { late: 2 }),
      matter('on 25', due(25)),
      matter('late 8', { late: 8 }),
    ]),
    ['late 8', 'late 2', 'on 25', 'on 27', 'none'],
  )
})

test('without a day, what stops others goes before the rest', () => {
  const items: AgendaItem[] = [
    { key: 'letters', urgency: null, kind: 'mailings', count: 1, letters: 4 },
    { key: 'proposals', urgency: null, kind: 'proposals', count: 2 },
    { key: 'text', urgency: null, kind: 'noProgramme' },
  ]
  assert.deepEqual(keys(items), ['text', 'proposals', 'letters'])
})

test('a thing that comes by two roles stands once', () => {
  assert.deepEqual(keys([matter('duty 1', { late: 3 }), matter('duty 1', { late: 3 })]), ['duty 1'])
})

test('duties, reports and other matters are counted apart, with what did not fit', () => {
  const duty = { number: '4.4' } as Extract<AgendaItem, { kind: 'duty' }>['duty']
  const items: AgendaItem[] = [
    { key: 'a', urgency: { late: 8 }, kind: 'duty', duty },
    { key: 'b', urgency: due(27), kind: 'duty', duty },
    { key: 'c', urgency: null, kind: 'yearlyReport', year: 2026, id: null },
    { key: 'd', urgency: null, kind: 'proposals', count: 5 },
  ]
  assert.deepEqual(countAgenda(items), { duties: 2, late: 1, reports: 1, matters: 1 })
  assert.deepEqual(countAgenda(items, 7), { duties: 9, late: 8, reports: 1, matters: 1 })
})
