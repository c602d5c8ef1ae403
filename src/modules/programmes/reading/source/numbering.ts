/** Automatic numbers of a Word document: numbers that are in no text but on the page. */
import { readXml } from './xml.ts'

type Level = { start: number; format: string; text: string }
type List = { readonly abstract: string; readonly overrides: Map<number, number> }

export type Numbering = {
  /** The mark of the next paragraph of a list, `4.1.` or `•`; empty when it shows none. */
  readonly next: (numId: string, level: number) => string
  /** numId and level that a paragraph style brings. */
  readonly ofStyle: (style: string) => { readonly numId: string; readonly level: number } | null
}

const CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщ'

function romanOf(n: number): string {
  const table: readonly (readonly [number, string])[] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = n
  let out = ''
  for (const [value, letters] of table) {
    while (rest >= value) {
      out += letters
      rest -= value
    }
  }
  return out
}

/** A counter in one of the formats of lists. */
export function formatCounter(n: number, format: string): string {
  switch (format) {
    case 'upperRoman':
    case 'I':
      return romanOf(n)
    case 'lowerRoman':
    case 'i':
      return romanOf(n).toLowerCase()
    case 'upperLetter':
    case 'A':
      return String.fromCharCode(64 + ((n - 1) % 26) + 1)
    case 'lowerLetter':
    case 'a':
      return String.fromCharCode(96 + ((n - 1) % 26) + 1)
    case 'russianLower':
      return CYRILLIC[(n - 1) % CYRILLIC.length]!
    case 'russianUpper':
      return CYRILLIC[(n - 1) % CYRILLIC.length]!.toUpperCase()
    case 'none':
      return ''
    default:
      return String(n)
  }
}

export function readNumbering(
  numberingXml: Uint8Array | undefined,
  stylesXml: Uint8Array | undefined,
): Numbering {
  const abstracts = new Map<string, Map<number, Level>>()
  const lists = new Map<string, List>()
  const styles = new Map<string, { numId: string | null; level: number; basedOn: string | null }>()
  let abstract: Map<number, Level> | null = null
  let level: Level | null = null
  let list: { id: string; abstract: string; overrides: Map<number, number> } | null = null
  let overridden = 0
  if (numberingXml) {
    readXml(numberingXml, {
      open(name, a) {
        if (name === 'w:abstractNum') {
          abstract = new Map()
          abstracts.set(a['w:abstractNumId'] ?? '', abstract)
        } else if (name === 'w:lvl' && abstract && !list) {
          level = { start: 1, format: 'decimal', text: '' }
          abstract.set(Number(a['w:ilvl'] ?? 0), level)
        } else if (name === 'w:start' && level) level.start = Number(a['w:val'] ?? 1)
        else if (name === 'w:numFmt' && level) level.format = a['w:val'] ?? 'decimal'
        else if (name === 'w:lvlText' && level) level.text = a['w:val'] ?? ''
        else if (name === 'w:num') list = { id: a['w:numId'] ?? '', abstract: '', overrides: new Map() }
        else if (name === 'w:abstractNumId' && list) list.abstract = a['w:val'] ?? ''
        else if (name === 'w:lvlOverride') overridden = Number(a['w:ilvl'] ?? 0)
        else if (name === 'w:startOverride' && list) list.overrides.set(overridden, Number(a['w:val'] ?? 1))
      },
      close(name) {
        if (name === 'w:abstractNum') abstract = null
        else if (name === 'w:lvl') level = null
        else if (name === 'w:num' && list) {
          lists.set(list.id, list)
          list = null
        }
      },
      text() {},
    })
  }
  let style: { numId: string | null; level: number; basedOn: string | null } | null = null
  if (stylesXml) {
    readXml(stylesXml, {
      open(name, a) {
        if (name === 'w:style') {
          style = { numId: null, level: 0, basedOn: null }
          styles.set(a['w:styleId'] ?? '', style)
        } else if (name === 'w:numId' && style) style.numId = a['w:val'] ?? null
        else if (name === 'w:ilvl' && style) style.level = Number(a['w:val'] ?? 0)
        else if (name === 'w:basedOn' && style) style.basedOn = a['w:val'] ?? null
      },
      close(name) {
        if (name === 'w:style') style = null
      },
      text() {},
    })
  }

  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  return {
    ofStyle(name) {
      let at: string | null = name
      for (let i = 0; at !== null && i < 12; i++) {
        const found: { numId: string | null; level: number; basedOn: string | null } | undefined =
          styles.get(at)
        if (!found) return null
        if (found.numId !== null)
          return found.numId === '0' ? null : { numId: found.numId, level: found.level }
        at = found.basedOn
      }
      return null
    },
    next(numId, at) {
      const own = lists.get(numId)
      const levels = own ? abstracts.get(own.abstract) : undefined
      const here = levels?.get(at)
      if (!own || !levels || !here) return ''
      const counts = counters.get(own.abstract) ?? []
      counters.set(own.abstract, counts)
      const startOf = (l: number) => own.overrides.get(l) ?? levels.get(l)?.start ?? 1
      if (!begun.has(`${numId}/${at}`)) {
        begun.add(`${numId}/${at}`)
        if (own.overrides.has(at)) counts.length = Math.min(counts.length, at)
      }
      for (let l = 0; l < at; l++) counts[l] ??= startOf(l)
      counts[at] = counts[at] === undefined ? startOf(at) : counts[at] + 1
      counts.length = at + 1
      if (here.format === 'bullet') return '•'
      return here.text.replace(/%(\d)/g, (_, digit: string) => {
        const l = Number(digit) - 1
        return formatCounter(counts[l] ?? startOf(l), levels.get(l)?.format ?? 'decimal')
      })
    },
  }
}
