import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8')

type Mode = 'light' | 'dark'

function token(name: string, mode: Mode): string {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1]
  assert.ok(value, `no token --${name}`)
  const pair = /light-dark\((#\w+), (#\w+)\)/.exec(value)
  return pair ? pair[mode === 'light' ? 1 : 2]! : value
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

/** Letters on their grounds: at least 4.5 : 1. */
const text: readonly (readonly [string, readonly string[]])[] = [
  [
    'ink',
    ['paper', 'sheet', 'accent-wash', 'done-wash', 'due-wash', 'late-wash', 'mark', 'heat-1', 'heat-2'],
  ],
  ['ink-soft', ['paper', 'sheet', 'accent-wash', 'mark']],
  ['accent', ['paper', 'sheet', 'accent-wash', 'done-wash', 'due-wash', 'late-wash', 'mark']],
  ['accent-strong', ['paper', 'sheet', 'accent-wash']],
  ['accent-ink', ['accent', 'accent-strong']],
  ['done', ['paper', 'sheet', 'done-wash']],
  ['due', ['paper', 'sheet', 'due-wash']],
  ['late', ['paper', 'sheet', 'late-wash']],
  ['late-ink', ['late']],
  ['heat-ink', ['heat-3', 'heat-4']],
]

/** Borders, stitches and bars on their grounds: at least 3 : 1. */
const shapes: readonly (readonly [string, readonly string[]])[] = [
  ['line-strong', ['paper', 'sheet', 'accent-wash']],
  ['accent', ['paper', 'sheet']],
  ['done', ['paper', 'sheet', 'accent-wash']],
  ['due', ['paper', 'sheet', 'accent-wash']],
  ['late', ['paper', 'sheet', 'accent-wash']],
  ['focus', ['focus-edge']],
]

for (const mode of ['light', 'dark'] as const)
  for (const [least, pairs] of [
    [4.5, text],
    [3, shapes],
  ] as const)
    for (const [front, grounds] of pairs)
      for (const ground of grounds)
        test(`${mode}: ${front} on ${ground} is at least ${least} : 1`, () => {
          const found = contrast(token(front, mode), token(ground, mode))
          assert.ok(found >= least, `${found.toFixed(2)} : 1`)
        })

for (const mode of ['light', 'dark'] as const)
  test(`${mode}: one of the two rings of focus stands out on every ground`, () => {
    for (const ground of ['paper', 'sheet', 'accent', 'late', 'due-wash', 'accent-wash'])
      assert.ok(
        Math.max(
          ...['focus', 'focus-edge'].map((ring) => contrast(token(ring, mode), token(ground, mode))),
        ) >= 3,
        ground,
      )
  })
