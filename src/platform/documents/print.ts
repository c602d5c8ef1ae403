/**
 * A document as every renderer prints it: requisites in their order, captions numbered, headings without
 * gaps, texts cleaned. The renderers differ only in the language in which they write this down.
 */
import { longDate } from '../../kernel/texts.ts'
import { cleanLine, cleanLines, cleanRuns, plain } from './clean-text.ts'
import type { HeadingPlace } from './layouts.ts'
import type {
  Align,
  Annex,
  ApprovalStamp,
  Block,
  Cell,
  Figure,
  OfficialDocument,
  Orientation,
  PlainBlock,
  Requisites,
  Row,
  Runs,
  Signature,
  Table,
} from './model.ts'
import { texts } from './texts/index.ts'

export type PrintBlock =
  /** Lines in the upper right corner: «ПРОЄКТ», the mark of an annex. */
  | { readonly kind: 'corner'; readonly lines: readonly string[]; readonly strong: boolean }
  | { readonly kind: 'addressee'; readonly lines: readonly string[] }
  | { readonly kind: 'letterhead'; readonly institution: readonly string[]; readonly sitting: string }
  | { readonly kind: 'documentKind'; readonly text: string }
  | {
      readonly kind: 'registration'
      readonly date: string
      readonly place: string
      readonly number: string
    }
  /** The heading of the document or of an annex: level 1, all others follow from 2. */
  | { readonly kind: 'title'; readonly text: string; readonly place: HeadingPlace }
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly runs: Runs }
  | { readonly kind: 'paragraph'; readonly runs: Runs; readonly align: Align }
  | { readonly kind: 'clause'; readonly level: 1 | 2 | 3; readonly number: string; readonly runs: Runs }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Runs[] }
  /** Captions come with their numbers, and are empty where there is none. */
  | Table
  | Figure
  | { readonly kind: 'note'; readonly runs: Runs }
  | { readonly kind: 'pageBreak' }
  | { readonly kind: 'appendices'; readonly label: string; readonly items: readonly string[] }
  | { readonly kind: 'signatures'; readonly signatures: readonly Signature[] }
  | { readonly kind: 'executor'; readonly text: string }

/** Pages of one orientation; each part begins on a new page. */
export type PrintPart = { readonly orientation: Orientation; readonly blocks: PrintBlock[] }

export type PrintDocument = {
  readonly locale: OfficialDocument['locale']
  readonly layout: OfficialDocument['layout']
  readonly title: string
  readonly author: string
  readonly madeAt: OfficialDocument['madeAt']
  readonly demonstration: string
  readonly parts: readonly PrintPart[]
}

type Count = { tables: number; figures: number; heading: number }

export function compose(doc: OfficialDocument): PrintDocument {
  const { locale, requisites: r } = doc
  const count: Count = { tables: 0, figures: 0, heading: 1 }
  const first: PrintPart = { orientation: 'portrait', blocks: front(doc) }
  const parts = [...layBody(first, doc.body, doc, count)]
  parts.at(-1)!.blocks.push(...tail(r, locale))
  for (const annex of doc.annexes) parts.push(...layAnnex(annex, doc, count))
  return {
    locale,
    layout: doc.layout,
    title: cleanLine(doc.title) || cleanLine(r.heading) || cleanLine(r.kind),
    author: cleanLines(r.institution).join(', '),
    madeAt: doc.madeAt,
    demonstration: cleanLine(doc.demonstration ?? ''),
    parts: parts.filter((part) => part.blocks.length > 0),
  }
}

function front(doc: OfficialDocument): PrintBlock[] {
  const { requisites: r, locale } = doc
  const blocks: PrintBlock[] = []
  // The text across the page is decoration, which a screen reader passes over: so it also stands here.
  if (doc.demonstration) blocks.push({ kind: 'corner', lines: [cleanLine(doc.demonstration)], strong: false })
  if (doc.draftMark) blocks.push({ kind: 'corner', lines: [cleanLine(doc.draftMark)], strong: true })
  if (r.approval) blocks.push(stamp(r.approval))
  blocks.push({
    kind: 'letterhead',
    institution: cleanLines(r.institution),
    sitting: cleanLine(r.sitting ?? ''),
  })
  const heading = cleanLine(r.heading)
  const kind = cleanLine(r.kind)
  if (heading && kind) blocks.push({ kind: 'documentKind', text: kind })
  const registration = {
    date: dateText(r, locale),
    place: cleanLine(r.place ?? ''),
    number: numberText(r, locale),
  }
  if (Object.values(registration).some((text) => text !== ''))
    blocks.push({ kind: 'registration', ...registration })
  for (const addressee of r.addressees) blocks.push({ kind: 'addressee', lines: cleanLines(addressee) })
  blocks.push({
    kind: 'title',
    text: heading || kind || cleanLine(doc.title),
    place: heading ? doc.layout.headingPlace : 'centre',
  })
  return blocks
}

function stamp(approval: ApprovalStamp): PrintBlock {
  return { kind: 'addressee', lines: cleanLines([approval.word, ...approval.lines]) }
}

function dateText({ date }: Requisites, locale: OfficialDocument['locale']): string {
  if (date === null) return ''
  return 'toFill' in date ? texts[locale].dateToFill : longDate(locale, date)
}

function numberText({ number }: Requisites, locale: OfficialDocument['locale']): string {
  if (number === null) return ''
  const text = typeof number === 'string' ? cleanLine(number) : texts[locale].numberToFill
  return `${texts[locale].number} ${text}`
}

function tail(r: Requisites, locale: OfficialDocument['locale']): PrintBlock[] {
  const blocks: PrintBlock[] = []
  const items = cleanLines(r.appendices)
  const t = texts[locale]
  if (items.length > 0)
    blocks.push({ kind: 'appendices', label: `${items.length === 1 ? t.appendix : t.appendices}:`, items })
  blocks.push(...signed(r.signatures))
  if (r.executor)
    blocks.push({
      kind: 'executor',
      text: `${cleanLine(r.executor.name)} ${cleanLine(r.executor.phone)}`.trim(),
    })
  return blocks
}

function signed(signatures: readonly Signature[]): PrintBlock[] {
  if (signatures.length === 0) return []
  return [
    {
      kind: 'signatures',
      signatures: signatures.map((s) => ({ position: cleanLine(s.position), name: cleanLine(s.name) })),
    },
  ]
}

function layAnnex(annex: Annex, doc: OfficialDocument, count: Count): PrintPart[] {
  count.heading = 1
  const head: PrintBlock[] = []
  const mark = cleanLines(annex.mark)
  if (mark.length > 0) head.push({ kind: 'addressee', lines: mark })
  const title = cleanLine(annex.title)
  if (title) head.push({ kind: 'title', text: title, place: 'centre' })
  const parts = layBody({ orientation: annex.orientation, blocks: head }, annex.body, doc, count)
  parts.at(-1)!.blocks.push(...signed(annex.signatures))
  return parts
}

function layBody(first: PrintPart, body: readonly Block[], doc: OfficialDocument, count: Count): PrintPart[] {
  const parts: PrintPart[] = [first]
  for (const block of body.filter(saysSomething)) {
    const last = parts.at(-1)!
    if (block.kind === 'section') {
      const blocks = block.body.filter(saysSomething).map((inner) => layBlock(inner, doc, count))
      if (last.orientation === block.orientation && last.blocks.length === 0) last.blocks.push(...blocks)
      else parts.push({ orientation: block.orientation, blocks })
      parts.push({ orientation: first.orientation, blocks: [] })
    } else last.blocks.push(layBlock(block, doc, count))
  }
  return parts.length > 1 && parts.at(-1)!.blocks.length === 0 ? parts.slice(0, -1) : parts
}

/** A heading without words is nothing to find one's way by, and PDF/UA-1 refuses it. */
function saysSomething(block: Block): boolean {
  return block.kind !== 'heading' || plain(cleanRuns(block.runs)).trim() !== ''
}

function layBlock(block: PlainBlock, doc: OfficialDocument, count: Count): PrintBlock {
  switch (block.kind) {
    case 'heading': {
      // A level must not be skipped: PDF/UA-1 (ISO 14289-1, 7.4.2) refuses the file, readers lose their way.
      const level = Math.min(block.level + 1, count.heading + 1)
      count.heading = level
      return { kind: 'heading', level: level === 2 ? 2 : level === 3 ? 3 : 4, runs: cleanRuns(block.runs) }
    }
    case 'table':
      return layTable(block, doc, count)
    case 'figure': {
      const t = texts[doc.locale]
      const caption = cleanLine(block.caption)
      return {
        ...block,
        alt: cleanLine(block.alt) || caption || t.picture,
        caption: caption ? t.figureCaption(++count.figures, caption) : '',
        table: block.table && layTable(block.table, doc, count),
      }
    }
    case 'list':
      return { ...block, items: block.items.map(cleanRuns) }
    case 'clause':
      return { ...block, number: cleanLine(block.number), runs: cleanRuns(block.runs) }
    case 'pageBreak':
      return block
    case 'addressee':
      return { ...block, lines: cleanLines(block.lines) }
    case 'letterhead':
      return { ...block, institution: cleanLines(block.institution), sitting: '' }
    case 'paragraph':
    case 'note':
      return { ...block, runs: cleanRuns(block.runs) }
  }
}

function layTable(table: Table, doc: OfficialDocument, count: Count): Table {
  const caption = cleanLine(table.caption)
  return {
    ...table,
    caption: caption ? texts[doc.locale].tableCaption(++count.tables, caption) : '',
    header: table.header.map(layRow),
    body: table.body.map(layRow),
    total: table.total.map(layRow),
  }
}

function layRow(row: Row): Cell[] {
  return row.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(cleanRuns) }))
}
