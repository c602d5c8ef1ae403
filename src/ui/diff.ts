/** What was and what is: by words, for people. */
import { type Html, html } from '../kernel/html.ts'
import type { Locale } from '../kernel/texts.ts'
import { type Content, hidden } from './content.ts'
import { table } from './table.ts'
import { words } from './words.ts'

type Piece = { kind: 'same' | 'added' | 'removed'; text: string }

/** Longest texts, in words, that are compared word by word; beyond, only the changed middle is marked as a whole. */
const MOST_WORDS = 600

/** Pieces of the change from one text to the other; joined without the added ones they give `before`. */
export function compareWords(before: string, after: string): readonly Piece[] {
  const a = before.split(/(?<=\s)/)
  const b = after.split(/(?<=\s)/)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++
  const pieces: Piece[] = []
  const add = (kind: Piece['kind'], text: string) => {
    if (text === '') return
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  add('same', a.slice(0, start).join(''))
  middle(a.slice(start, a.length - end), b.slice(start, b.length - end), add)
  add('same', a.slice(a.length - end).join(''))
  return pieces
}

function middle(
  a: readonly string[],
  b: readonly string[],
  add: (kind: Piece['kind'], text: string) => void,
): void {
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    add('removed', a.join(''))
    add('added', b.join(''))
    return
  }
  // Longest common subsequence: table[i][j] is its length for the rests from i and j.
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const at = (i: number, j: number) => table[i]![j]!
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i]!)
      i++
      j++
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) add('removed', a[i++]!)
    else add('added', b[j++]!)
  }
}

function side(locale: Locale, pieces: readonly Piece[], shown: 'added' | 'removed'): Html[] {
  const w = words(locale).diff
  return pieces.flatMap((p) => {
    if (p.kind === 'same') return [html`${p.text}`]
    if (p.kind !== shown) return []
    return shown === 'added'
      ? [html`<ins>${hidden(`[${w.added}: `)}${p.text}${hidden(']')}</ins>`]
      : [html`<del>${hidden(`[${w.removed}: `)}${p.text}${hidden(']')}</del>`]
  })
}

export type DiffRow = { label: Content; before: string | null; after: string | null }

export type DiffOptions = {
  locale: Locale
  caption: string
  rows: readonly DiffRow[]
  beforeLabel?: string
  afterLabel?: string
}

/** Old and new beside each other, the changed words marked. `null` says that there was, or is, nothing. */
export function diffView({ locale, caption, rows, beforeLabel, afterLabel }: DiffOptions): Html {
  const w = words(locale).diff
  const compared = rows.map((row) => ({ ...row, pieces: compareWords(row.before ?? '', row.after ?? '') }))
  const view = table({
    locale,
    caption,
    rows: compared,
    columns: [
      { label: w.part, cell: (row) => row.label },
      {
        label: beforeLabel ?? w.before,
        cell: (row) => (row.before === null ? NOTHING : side(locale, row.pieces, 'removed')),
      },
      {
        label: afterLabel ?? w.after,
        cell: (row) => {
          if (row.after === null) return NOTHING
          return row.after === row.before
            ? html`<span class="soft">${w.same}</span>`
            : side(locale, row.pieces, 'added')
        },
      },
    ],
  })
  return html`<div class="diff">${view}</div>`
}

const NOTHING = '–'
