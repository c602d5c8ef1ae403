/** OpenDocument texts, read directly for the same reasons as Word documents. */
import { openFlow } from './flow.ts'
import { formatCounter } from './numbering.ts'
import { readXml } from './xml.ts'

type ListLevel = {
  format: string
  prefix: string
  suffix: string
  shown: number
  start: number
  bullet: boolean
}
type OpenList = { readonly style: string; count: number; fresh: boolean }

export function readOdt(files: ReadonlyMap<string, Uint8Array>): {
  readonly text: string
  readonly asides: readonly string[]
} {
  const styles = new Map<string, Map<number, ListLevel>>()
  const asides = new Set<string>()
  const stylesXml = files.get('styles.xml')
  if (stylesXml) readListStyles(stylesXml, styles)
  const content = files.get('content.xml')!
  readListStyles(content, styles)
  const flow = openFlow()
  const notes: string[] = []
  const texts: string[] = []
  const lists: OpenList[] = []
  const lastCounts = new Map<string, number>()
  let hidden = 0
  let note = 0

  const isHidden = (name: string) =>
    name === 'text:tracked-changes' ||
    name === 'office:annotation' ||
    name === 'text:note-citation' ||
    name === 'svg:title' ||
    name === 'svg:desc' ||
    name === 'text:index-title-template'

  function markOf(): string {
    const own = lists.at(-1)
    if (!own?.fresh) return ''
    own.fresh = false
    const style = lists.map((l) => l.style).findLast((s) => s !== '') ?? ''
    const levels = styles.get(style)
    const here = levels?.get(lists.length)
    if (!here) return ''
    if (here.bullet) return '• '
    const first = Math.max(0, lists.length - here.shown)
    const numbers = lists
      .slice(first)
      .map((l, i) => formatCounter(l.count, levels?.get(first + i + 1)?.format || '1'))
    return here.format === '' ? '' : `${here.prefix}${numbers.join('.')}${here.suffix} `
  }

  readXml(content, {
    open(name, a) {
      if (isHidden(name)) hidden++
      if (hidden > 0) return
      switch (name) {
        case 'table:table':
          flow.openTable()
          break
        case 'table:table-row':
          flow.openRow()
          break
        case 'table:table-cell':
          flow.openCell()
          flow.spanCell(Number(a['table:number-columns-repeated'] ?? 1))
          break
        case 'table:covered-table-cell':
          for (let i = 0; i < Math.min(60, Number(a['table:number-columns-repeated'] ?? 1)); i++) {
            flow.openCell()
            flow.closeCell()
          }
          break
        case 'text:list': {
          const style = a['text:style-name'] ?? ''
          const levels = styles.get(style || (lists.find((l) => l.style !== '')?.style ?? ''))
          const start = (levels?.get(lists.length + 1)?.start ?? 1) - 1
          const goesOn = a['text:continue-numbering'] === 'true' || a['text:continue-list'] !== undefined
          lists.push({
            style,
            count: goesOn ? (lastCounts.get(`${style}/${lists.length}`) ?? start) : start,
            fresh: false,
          })
          break
        }
        case 'text:list-item': {
          const own = lists.at(-1)
          if (own) {
            own.count = a['text:start-value'] ? Number(a['text:start-value']) : own.count + 1
            own.fresh = true
          }
          break
        }
        case 'text:note':
          note++
          asides.add('footnotes')
          break
        case 'draw:text-box':
          asides.add('textBox')
          break
        case 'text:p':
        case 'text:h':
          texts.push(markOf())
          break
        case 'text:tab':
          append('\t')
          break
        case 'text:s':
          append(' '.repeat(Math.min(200, Number(a['text:c'] ?? 1))))
          break
        case 'text:line-break':
          append('\n')
          break
        default:
      }
    },
    close(name) {
      if (isHidden(name)) {
        hidden--
        return
      }
      if (hidden > 0) return
      switch (name) {
        case 'table:table':
          flow.closeTable()
          break
        case 'table:table-row':
          flow.closeRow()
          break
        case 'table:table-cell':
          flow.closeCell()
          break
        case 'text:list': {
          const own = lists.pop()
          if (own) lastCounts.set(`${own.style}/${lists.length}`, own.count)
          break
        }
        case 'text:note':
          note--
          break
        case 'text:p':
        case 'text:h': {
          const text = texts.pop() ?? ''
          if (note > 0) notes.push(text)
          else flow.paragraph(text)
          break
        }
        default:
      }
    },
    text(text) {
      if (hidden === 0) append(text.replace(/[\n\r\t ]+/g, ' '))
    },
  })

  function append(text: string): void {
    if (texts.length > 0) texts[texts.length - 1] += text
  }

  const lines = [...flow.lines()]
  if (notes.length > 0) lines.push('', ...notes)
  return { text: lines.join('\n'), asides: [...asides] }
}

function readListStyles(xml: Uint8Array, styles: Map<string, Map<number, ListLevel>>): void {
  let levels: Map<number, ListLevel> | null = null
  readXml(xml, {
    open(name, a) {
      if (name === 'text:list-style') {
        levels = new Map()
        styles.set(a['style:name'] ?? '', levels)
      } else if (
        levels &&
        (name === 'text:list-level-style-number' || name === 'text:list-level-style-bullet')
      ) {
        levels.set(Number(a['text:level'] ?? 1), {
          format: a['style:num-format'] ?? '',
          prefix: a['style:num-prefix'] ?? '',
          suffix: a['style:num-suffix'] ?? '',
          shown: Number(a['text:display-levels'] ?? 1),
          start: Number(a['text:start-value'] ?? 1),
          bullet: name === 'text:list-level-style-bullet',
        })
      }
    },
    close(name) {
      if (name === 'text:list-style') levels = null
    },
    text() {},
  })
}
