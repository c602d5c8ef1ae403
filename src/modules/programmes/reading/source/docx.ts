/**
 * Word documents. Read directly rather than through an HTML converter: line numbers, rows and automatic
 * numbers must be the document's own, and text in boxes, notes and page headings must not be lost.
 */
import { openFlow } from './flow.ts'
import { type Numbering, readNumbering } from './numbering.ts'
import { readXml } from './xml.ts'

type Paragraph = {
  text: string
  style: string | null
  numId: string | null
  level: number
  numbered: boolean
  boxed: string[]
}

export function readDocx(files: ReadonlyMap<string, Uint8Array>): {
  readonly text: string
  readonly asides: readonly string[]
} {
  const numbering = readNumbering(files.get('word/numbering.xml'), files.get('word/styles.xml'))
  const asides = new Set<string>()
  const lines = [...readPart(files.get('word/document.xml')!, numbering, asides)]
  const seen = new Set(lines.map((l) => l.trim()))
  for (const [name, part] of [...files].sort(([a], [b]) => a.localeCompare(b))) {
    const kind = /^word\/(footnotes|endnotes|header\d*|footer\d*)\.xml$/.exec(name)?.[1]?.replace(/\d+$/, '')
    if (!kind) continue
    const extra = readPart(part, numbering, asides).filter((l) => /\p{L}/u.test(l) && !seen.has(l.trim()))
    if (extra.length === 0) continue
    asides.add(kind)
    lines.push('', ...extra)
    for (const l of extra) seen.add(l.trim())
  }
  return { text: lines.join('\n'), asides: [...asides] }
}

function readPart(xml: Uint8Array, numbering: Numbering, asides: Set<string>): readonly string[] {
  const flow = openFlow()
  const paragraphs: Paragraph[] = []
  const boxes: string[][] = []
  let hidden = 0
  let inText = false
  let inParagraphProperties = false

  function mark(p: Paragraph): string {
    const own = p.numbered
      ? p.numId === null || p.numId === '0'
        ? null
        : { numId: p.numId, level: p.level }
      : p.style
        ? numbering.ofStyle(p.style)
        : null
    const label = own && p.text.trim() !== '' ? numbering.next(own.numId, own.level) : ''
    return label === '' ? p.text : `${label} ${p.text}`
  }

  readXml(xml, {
    open(name, a) {
      if (name === 'mc:Fallback' || name === 'w:del' || name === 'w:moveFrom') hidden++
      if (hidden > 0) return
      const p = paragraphs.at(-1)
      switch (name) {
        case 'w:tbl':
          if (boxes.length === 0) flow.openTable()
          break
        case 'w:tr':
          if (boxes.length === 0) flow.openRow()
          break
        case 'w:gridBefore':
          if (boxes.length === 0) flow.openRow(Number(a['w:val'] ?? 0))
          break
        case 'w:tc':
          if (boxes.length === 0) flow.openCell()
          break
        case 'w:gridSpan':
          if (boxes.length === 0) flow.spanCell(Number(a['w:val'] ?? 1))
          break
        case 'w:txbxContent':
          boxes.push([])
          asides.add('textBox')
          break
        case 'w:p':
          paragraphs.push({ text: '', style: null, numId: null, level: 0, numbered: false, boxed: [] })
          break
        case 'w:pPr':
          inParagraphProperties = true
          break
        case 'w:pStyle':
          if (p) p.style = a['w:val'] ?? null
          break
        case 'w:numId':
          if (p && inParagraphProperties) {
            p.numId = a['w:val'] ?? null
            p.numbered = true
          }
          break
        case 'w:ilvl':
          if (p && inParagraphProperties) p.level = Number(a['w:val'] ?? 0)
          break
        case 'w:t':
          inText = true
          break
        case 'w:tab':
          if (p && !inParagraphProperties) p.text += '\t'
          break
        case 'w:br':
        case 'w:cr':
          if (p && a['w:type'] !== 'page' && a['w:type'] !== 'column') p.text += '\n'
          break
        case 'w:noBreakHyphen':
          if (p) p.text += '-'
          break
        default:
      }
    },
    close(name) {
      if (name === 'mc:Fallback' || name === 'w:del' || name === 'w:moveFrom') {
        hidden--
        return
      }
      if (hidden > 0) return
      switch (name) {
        case 'w:t':
          inText = false
          break
        case 'w:pPr':
          inParagraphProperties = false
          break
        case 'w:p': {
          const p = paragraphs.pop()
          if (!p) break
          const box = boxes.at(-1)
          if (box) box.push(mark(p))
          else {
            flow.paragraph(mark(p))
            for (const line of p.boxed) flow.paragraph(line)
          }
          break
        }
        case 'w:txbxContent': {
          const box = boxes.pop() ?? []
          const full = box.filter((l) => l.trim() !== '')
          const outer = paragraphs.at(-1)
          if (outer) outer.boxed.push(...full)
          else for (const line of full) flow.paragraph(line)
          break
        }
        case 'w:tc':
          if (boxes.length === 0) flow.closeCell()
          break
        case 'w:tr':
          if (boxes.length === 0) flow.closeRow()
          break
        case 'w:tbl':
          if (boxes.length === 0) flow.closeTable()
          break
        default:
      }
    },
    text(text) {
      const p = paragraphs.at(-1)
      if (inText && hidden === 0 && p) p.text += text
    },
  })
  return flow.lines()
}
