import assert from 'node:assert/strict'
import { test } from 'node:test'
import { civilDate } from '../../../kernel/civil-date.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { OFFER_STATES, type OfferContent, type OfferVerb } from '../types.ts'
import { step, wrongWith } from './offer.ts'

test('each state lets through what it should', () => {
  const verbs: readonly OfferVerb[] = ['send', 'accept', 'return', 'withdraw']
  const table = OFFER_STATES.map((state) =>
    verbs.map((verb) => {
      const next = step(state, verb)
      return isRefusal(next) ? '–' : next
    }),
  )
  assert.deepEqual(table, [
    ['submitted', 'accepted', 'returned', 'withdrawn'],
    ['submitted', '–', '–', 'withdrawn'],
    ['–', '–', '–', '–'],
    ['–', '–', '–', '–'],
  ])
})

test('everything wrong is said at once', () => {
  const today = civilDate(2026, 11, 25)
  const sound: OfferContent = {
    kind: 'other',
    title: 'Толока',
    purpose: 'Прибираємо берег',
    day: today,
    starts: '10:00',
    ends: '12:00',
    mode: 'onSite',
    place: 'Парк',
    address: null,
    link: null,
  }
  const codes = (change: Partial<OfferContent>) =>
    wrongWith({ ...sound, ...change }, today).map((r) => r.refused)
  assert.deepEqual(codes({}), [])
  assert.deepEqual(codes({ day: today.subtract({ days: 1 }), starts: null, place: null }), [
    'day_past',
    'start_needed',
    'place_needed',
  ])
  assert.deepEqual(codes({ day: today.add({ years: 2 }), ends: '10:00', mode: 'online' }), [
    'day_far',
    'ends_at_start',
    'link_needed',
  ])
  assert.deepEqual(codes({ mode: 'online', place: null, link: 'https://x.example' }), [])
})
