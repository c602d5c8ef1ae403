/** The cells of a passport: rows with `|` or tabs, drawn tables, cells one on a line. */
import { boxedRows } from '../text/boxed.ts'
import { fold, tidy } from '../text/fold.ts'
import { isBlank, type Line } from '../text/lines.ts'

export type Cell = {
  readonly text: string
  readonly n: number
  /** The last line of its record. */
  readonly last: number
  readonly row: number
  readonly at: number
  readonly width: number
  /** Whether a value stands right of it in its row: then the whole cell is a label. */
  readonly isFollowed: boolean
}

/** The row that names the columns of a passport. */
const HEADS_COLUMN =
  /^(?:|№.{0,8}|п\/п|назва(?: (?:розділу|показника|складової))?|зміст|показник|характеристика|значення|опис|інформація|складов\S+)$/

function cellsIn(lines: readonly Line[]): readonly Cell[] {
  const boxed = boxedRows(lines)
  const inBox = new Map(
    boxed?.flatMap((r) => Array.from({ length: r.last - r.n + 1 }, (_, i) => [r.n + i, r])),
  )
  return lines.flatMap((line) => {
    if (isBlank(line) || (/^[|:\-\s+]+$/.test(line.text) && /[|]|--/.test(line.text))) return []
    const record = inBox.get(line.n)
    if (record && record.n !== line.n) return []
    const cells = record?.cells ?? line.cells ?? [line.text]
    if (cells.length > 1 && cells.every((c) => HEADS_COLUMN.test(fold(c)))) return []
    return cells
      .map((c, at) => ({
        text: c,
        n: line.n,
        last: record?.last ?? line.n,
        row: line.n,
        at,
        width: cells.length,
        isFollowed: cells.slice(at + 1).some((x) => tidy(x) !== ''),
      }))
      .filter((c) => tidy(c.text) !== '' || c.width > 1)
  })
}

/** Without «№ з/п», «Назва», «Опис», one on a line, before the first number. */
function withoutColumnNames(cells: readonly Cell[]): readonly Cell[] {
  const first = cells.findIndex((c) => /^1\.?$/.test(tidy(c.text)))
  const named =
    first >= 2 && first <= 4 && cells.slice(0, first).every((c) => HEADS_COLUMN.test(fold(c.text)))
  return named ? cells.slice(first) : cells
}

/** The cells of a passport in reading order, without the names of its columns. */
export function passportCells(lines: readonly Line[]): readonly Cell[] {
  return withoutColumnNames(cellsIn(lines))
}

/** `7.1. Кошти …` → number and rest. */
export function leadingNumber(text: string): { number: string; rest: string } | null {
  const m = /^\s*(\d{1,2}(?:\.\d{1,2})?)(?:[.)]\s*|\s+|$)(?![\d])([\s\S]*)$/.exec(text)
  if (!m || /^(?:рік|рок|тис|грн|млн|%)/i.test(m[2]!)) return null
  return { number: m[1]!, rest: m[2]!.trim() }
}

export function follows(number: string, last: string | null): boolean {
  const [major = 0, minor = 0] = number.split('.').map(Number)
  if (last === null) return major === 1 && minor <= 1
  const [lastMajor = 0, lastMinor = 0] = last.split('.').map(Number)
  if (major === lastMajor) return minor > lastMinor && minor <= lastMinor + 2
  return major > lastMajor && major <= lastMajor + 2 && minor <= 1
}

/** «2026 рік» and the sum of that year in the next cell, or on the next line. */
export function isYearOfSum(cells: readonly Cell[], index: number): boolean {
  const cell = cells[index]!
  const next = cells.slice(index + 1).find((c) => tidy(c.text) !== '')
  if (!/^(?:19|20)\d{2}(?: ?р(?:ік|оки|\.)?)?:?$/.test(fold(cell.text)) || !next) return false
  const sum = fold(next.text)
  return (
    /^\d[\d ’.,]*(?:(?:тис|млн|грн|гривень)[а-яіїє. ]*)?$/.test(sum) &&
    !/^(?:19|20)\d{2}(?: ?р\S*)?$/.test(sum)
  )
}
