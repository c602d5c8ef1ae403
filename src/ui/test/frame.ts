/** A frame for tests of the design system. */
import { civilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Frame } from '../frame.ts'

export function testFrame(changes: Partial<Frame> = {}): Frame {
  return {
    locale: 'uk',
    city: { name: 'Ніжин', councilName: 'Ніжинська міська рада' },
    actor: { kind: 'anonymous' },
    csrf: 'token',
    path: '/programme/measures?state=late',
    nav: [
      { label: 'Програма', href: '/programme' },
      { label: 'Події', href: '/events', count: 3 },
    ],
    demo: null,
    today: civilDate(2026, 11, 24),
    now: Temporal.Instant.from('2026-11-24T12:05:00Z'),
    assets: (name) => `/assets/${name}`,
    ...changes,
  }
}
