/** The passport of a programme: labels and values in any of the usual layouts. */
import { CELL_BREAK, fold, joinPieces, tidy, withoutBullet } from '../text/fold.ts'
import type { Line, Lines } from '../text/lines.ts'
import type { PassportItem, PassportKey } from '../types.ts'
import { type Cell, follows, isYearOfSum, leadingNumber, passportCells } from './passport-cells.ts'
import { knownLabel } from './passport-labels.ts'

type Draft = {
  number: string | null
  key: PassportKey
  label: string
  values: string[]
  first: number
  last: number
  details: Draft[]
  closed: boolean
}

/** Label and value in one text: at the colon or dash, else where the known label ends. */
function splitLabel(text: string): { key: PassportKey; label: string; value: string; colon: boolean } | null {
  const bare = withoutBullet(text)
  const marked = knownLabel(fold(bare))
  const clean = marked && (bare.includes(':') || /Funds$/.test(marked.key)) ? tidy(bare) : tidy(text)
  const key = fold(clean)
  const known = knownLabel(key)
  const colon = clean.indexOf(':')
  if (known) {
    const gap = colon < 0 ? '' : key.slice(known.length, colon)
    const atColon =
      colon >= known.length && gap.length < 120 && !/\d|відділ|управлін|комітет|рад[аи] /.test(gap)
    if (atColon)
      return {
        key: known.key,
        label: clean.slice(0, colon).trim(),
        value: clean.slice(colon + 1).trim(),
        colon: true,
      }
    const rest = clean
      .slice(known.length)
      .replace(/^[\s:–—.,-]+/, '')
      .trim()
    // «… ресурсів, необхідних для» is a label cut by the end of its line, not a value.
    const isCut =
      /^(?:необхідн|потрібн|що |які |за рахунок яких|для (?:виконання|реалізації)|на (?:виконання|реалізацію))[^\d]*$/i.test(
        rest,
      )
    return isCut
      ? { key: known.key, label: clean, value: '', colon: false }
      : { key: known.key, label: clean.slice(0, known.length).trim(), value: rest, colon: false }
  }
  if (colon > 2 && colon < 140 && !/[.;]/.test(clean.slice(0, colon).replace(/\b\p{L}{1,4}\./gu, ''))) {
    return {
      key: 'other',
      label: clean.slice(0, colon).trim(),
      value: clean.slice(colon + 1).trim(),
      colon: true,
    }
  }
  return null
}

/** «коштів районного бюджету» on a line of its own, after the total: the label of the next sum. */
function isBelowTotal(current: Draft | undefined): boolean {
  const target = current?.details.at(-1) ?? current
  return target !== undefined && /^total$|Funds$/.test(target.key) && target.values.length > 0
}

/** Label and value of a cell: a cell with its value beside it is a label as a whole. */
function labelOf(cell: Cell, text: string): ReturnType<typeof splitLabel> {
  if (!cell.isFollowed) return splitLabel(text)
  const label = tidy(text.replaceAll(CELL_BREAK, ' '))
  const known = knownLabel(fold(label))
  return known && label.length < 260 ? { key: known.key, label, value: '', colon: false } : splitLabel(text)
}

/** Items of a passport that takes `lines` (without its heading). */
export function readPassport(lines: readonly Line[]): readonly PassportItem[] {
  const cells = passportCells(lines)
  const numbered =
    cells.filter(
      (c) =>
        leadingNumber(c.text) &&
        (knownLabel(fold(leadingNumber(c.text)!.rest)) || leadingNumber(c.text)!.rest === ''),
    ).length >= 3
  const items: Draft[] = []
  let lastNumber: string | null = null
  let awaiting: { number: string; n: number } | null = null
  let labelRow = -1

  const open = (
    number: string | null,
    key: PassportKey,
    label: string,
    value: string,
    n: number,
    closed: boolean,
  ): Draft => {
    const draft: Draft = {
      number,
      key,
      label,
      values: value === '' ? [] : [value],
      first: awaiting?.n ?? n,
      last: n,
      details: [],
      closed,
    }
    items.push(draft)
    awaiting = null
    if (number) lastNumber = number
    return draft
  }

  for (const [index, cell] of cells.entries()) {
    const text = tidy(cell.text)
    const current = items.at(-1)
    if (text === '') continue
    if (!awaiting && current && /^total$|Funds$/.test(current.key) && isYearOfSum(cells, index)) {
      const year = { number: null, key: 'other' as const, label: text, values: [], details: [], closed: true }
      current.details.push({ ...year, first: cell.n, last: cell.n })
      labelRow = cell.row
      continue
    }
    const leading = leadingNumber(cell.text)
    if (leading && follows(leading.number, lastNumber) && !(cell.width > 1 && labelRow === cell.row)) {
      if (leading.rest === '') {
        awaiting = { number: leading.number, n: cell.n }
        continue
      }
      const split = labelOf(cell, leading.rest)
      const inTable = cell.width > 1
      if (split && (inTable ? true : split.key !== 'other' || split.colon)) {
        open(leading.number, split.key, split.label, split.value, cell.n, split.colon)
        labelRow = cell.row
        continue
      }
      if (inTable || numbered) {
        open(leading.number, 'other', tidy(leading.rest), '', cell.n, false)
        labelRow = cell.row
        continue
      }
    }
    if (awaiting) {
      const split = labelOf(cell, cell.text)
      if (split && split.key !== 'other')
        open(awaiting.number, split.key, split.label, split.value, cell.n, split.colon)
      else if (split && cell.width === 1)
        open(awaiting.number, 'other', split.label, split.value, cell.n, true)
      else open(awaiting.number, 'other', text, '', cell.n, false)
      labelRow = cell.row
      continue
    }
    const split = labelRow === cell.row && cell.width > 1 ? null : labelOf(cell, cell.text)
    const asLabel =
      split &&
      split.key !== 'other' &&
      (/^(?:[-–—•*·]\s+)?["«]?\p{Lu}|^[ув] т/u.test(text) ||
        (/Funds$/.test(split.key) && (split.value !== '' || isBelowTotal(current))))
    if (asLabel && cell.width > 1 && cell.at <= 1) {
      open(null, split.key, split.label, split.value, cell.n, split.colon)
      labelRow = cell.row
      continue
    }
    if (asLabel && cell.width === 1) {
      if (!numbered || !current) {
        open(null, split.key, split.label, split.value, cell.n, split.colon)
        continue
      }
      if (split.colon || current.values.length > 0) {
        current.details.push({
          number: null,
          key: split.key,
          label: split.label,
          values: split.value === '' ? [] : [split.value],
          first: cell.n,
          last: cell.n,
          details: [],
          closed: true,
        })
        continue
      }
    }
    if (
      !numbered &&
      split?.key === 'other' &&
      split.colon &&
      cell.width === 1 &&
      current &&
      split.value !== '' &&
      /^\p{Lu}/u.test(text)
    ) {
      open(null, 'other', split.label, split.value, cell.n, true)
      continue
    }
    if (!numbered && cell.width > 1 && cell.at === 0 && labelRow !== cell.row && /^\p{Lu}/u.test(text)) {
      open(null, 'other', text.replace(/:$/, ''), '', cell.n, false)
      labelRow = cell.row
      continue
    }
    if (!current) continue
    addValue(current, cell)
  }
  return items.map(finish)
}

function addValue(draft: Draft, cell: Cell): void {
  const target = draft.details.at(-1) ?? draft
  target.last = cell.last
  if (target !== draft) {
    target.values.push(cell.text)
    return
  }
  // A label that was cut by the end of its line goes on in small letters: «… необхідних для» + «реалізації програми».
  const text = tidy(cell.text)
  if (
    !draft.closed &&
    draft.values.length === 0 &&
    cell.width === 1 &&
    /^(?:\p{Ll}|\()/u.test(text) &&
    draft.key !== 'other'
  ) {
    const whole = `${draft.label} ${text}`
    const again = splitLabel(whole)
    if (again && again.key === draft.key && again.label.length > draft.label.length + 2) {
      draft.label = again.label
      if (again.value !== '') draft.values.push(again.value)
      draft.closed = again.colon
      return
    }
  }
  draft.values.push(cell.text)
}

function finish(draft: Draft): PassportItem {
  const whole = joinPieces(draft.values.flatMap((v) => v.split(CELL_BREAK)).map((v) => tidy(v)))
  // «… про роз-» + «роблення програми: розпорядження …»: the label was cut inside a word.
  const again =
    !draft.closed && /^\p{Ll}[^:]{0,60}:/u.test(whole) ? splitLabel(`${draft.label} ${whole}`) : null
  const isCut = again?.colon === true && again.key === draft.key && again.label.length > draft.label.length
  const value = isCut ? again.value : whole
  const isEmpty = /^[-–—_.\s]*$/.test(value)
  const lines: Lines = [draft.first, draft.last]
  return {
    number: draft.number,
    key: draft.key,
    label: (isCut ? again.label : draft.label).replace(/[\s:,–—-]+$/, ''),
    value: isEmpty ? null : value,
    lines,
    details: draft.details.map((d) => {
      const done = finish(d)
      return { key: done.key, label: done.label, value: done.value, lines: done.lines }
    }),
  }
}
