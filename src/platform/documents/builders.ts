/** Short words to compose a document with. Texts may be plain strings or runs; plain is the rule. */
import type {
  Addressee,
  Align,
  Annex,
  Block,
  Cell,
  Clause,
  Column,
  Figure,
  Heading,
  Letterhead,
  List,
  Note,
  OfficialDocument,
  PageBreak,
  Paragraph,
  Picture,
  PlainBlock,
  Requisites,
  Row,
  Run,
  Runs,
  Section,
  Table,
} from './model.ts'

export type Inline = string | Run | readonly (string | Run)[]

export function runs(text: Inline): Runs {
  const parts = typeof text === 'string' || !Array.isArray(text) ? [text] : text
  return parts.map((part: string | Run) => (typeof part === 'string' ? { text: part } : part))
}

export function bold(text: string): Run {
  return { text, bold: true }
}

export function italic(text: string): Run {
  return { text, italic: true }
}

export function link(text: string, href: string): Run {
  return { text, href }
}

export function h(level: 1 | 2 | 3, text: Inline): Heading {
  return { kind: 'heading', level, runs: runs(text) }
}

export function p(text: Inline, align: Align = 'justify'): Paragraph {
  return { kind: 'paragraph', runs: runs(text), align }
}

export function clause(number: string, text: Inline, level: 1 | 2 | 3 = 1): Clause {
  return { kind: 'clause', level, number, runs: runs(text) }
}

export type ClauseText = Inline | { readonly text: Inline; readonly parts: readonly ClauseText[] }

/** Numbers an act: `1.`, `1.1.`, `1.1.1.` */
export function clauses(texts: readonly ClauseText[], prefix = '', level: 1 | 2 | 3 = 1): Clause[] {
  return texts.flatMap((one, i) => {
    const number = `${prefix}${i + 1}.`
    if (typeof one !== 'object' || !('parts' in one)) return [clause(number, one, level)]
    const below = level === 1 ? 2 : 3
    return [clause(number, one.text, level), ...clauses(one.parts, number, below)]
  })
}

export function list(items: readonly Inline[], ordered = false): List {
  return { kind: 'list', ordered, items: items.map(runs) }
}

export function note(text: Inline): Note {
  return { kind: 'note', runs: runs(text) }
}

export function pageBreak(): PageBreak {
  return { kind: 'pageBreak' }
}

/** Where a letter goes, in the window of its envelope. */
export function addressee(lines: readonly string[]): Addressee {
  return { kind: 'addressee', lines }
}

export function letterhead(institution: readonly string[]): Letterhead {
  return { kind: 'letterhead', institution }
}

export function landscape(body: readonly PlainBlock[]): Section {
  return { kind: 'section', orientation: 'landscape', body }
}

export type CellText = Inline | Cell

/** A cell of several paragraphs, or one that spans columns or rows. */
export function cell(
  paragraphs: readonly Inline[],
  span: { readonly columns?: number; readonly rows?: number; readonly align?: Align } = {},
): Cell {
  return {
    paragraphs: paragraphs.map(runs),
    columns: span.columns ?? 1,
    rows: span.rows ?? 1,
    ...(span.align ? { align: span.align } : {}),
  }
}

function isCell(text: CellText): text is Cell {
  return typeof text === 'object' && 'paragraphs' in text
}

function row(texts: readonly CellText[]): Row {
  return texts.map((text) => (isCell(text) ? text : cell([text])))
}

export type TableInput = {
  readonly caption: string
  /** Shares of any size; they are brought to 100 %. Figures stand at `end`. */
  readonly columns: readonly { readonly share: number; readonly align?: Align }[]
  readonly header: readonly (readonly CellText[])[]
  readonly body: readonly (readonly CellText[])[]
  readonly total?: readonly (readonly CellText[])[]
  readonly rowHeader?: number | null
}

/** @throws RangeError when the rows do not fill the columns exactly */
export function table(input: TableInput): Table {
  const shares = input.columns.reduce((sum, column) => sum + column.share, 0)
  const columns: Column[] = input.columns.map(({ share, align = 'start' }) => ({
    percent: (share / shares) * 100,
    align,
  }))
  const header = input.header.map(row)
  const body = input.body.map(row)
  const total = (input.total ?? []).map(row)
  for (const part of [header, body, total]) checkGrid(part, columns.length, input.caption)
  return {
    kind: 'table',
    caption: input.caption,
    columns,
    header,
    body,
    total,
    rowHeader: input.rowHeader ?? null,
  }
}

function checkGrid(rows: readonly Row[], width: number, caption: string): void {
  let taken: number[] = []
  for (const [index, cells] of rows.entries()) {
    taken = taken.map((left) => left - 1).filter((left) => left > 0)
    const own = cells.reduce((sum, one) => sum + one.columns, 0)
    if (own + taken.length !== width)
      throw new RangeError(
        `table “${caption}”, row ${index + 1}: ${own + taken.length} cells for ${width} columns`,
      )
    for (const one of cells) for (let i = 0; i < one.columns; i++) taken.push(one.rows)
  }
  if (taken.some((left) => left > 1))
    throw new RangeError(`table “${caption}”: a cell reaches below the last row`)
}

export function figure(input: {
  readonly picture: Picture
  readonly alt: string
  readonly caption: string
  readonly percent?: number
  readonly table?: Table
}): Figure {
  return { kind: 'figure', percent: 100, ...input, table: input.table ?? null }
}

export function annex(
  input: Pick<Annex, 'mark' | 'title'> & Partial<Annex> & { readonly body: readonly Block[] },
): Annex {
  return { orientation: 'portrait', signatures: [], ...input }
}

const NO_REQUISITES: Omit<Requisites, 'institution' | 'kind' | 'heading'> = {
  sitting: null,
  date: null,
  number: null,
  place: null,
  addressees: [],
  approval: null,
  appendices: [],
  signatures: [],
  executor: null,
}

export type DocumentInput = Pick<OfficialDocument, 'locale' | 'layout' | 'title' | 'madeAt' | 'body'> &
  Partial<Pick<OfficialDocument, 'annexes' | 'draftMark' | 'demonstration'>> & {
    readonly requisites: Pick<Requisites, 'institution' | 'kind' | 'heading'> & Partial<Requisites>
  }

/** A document with everything not given left out. */
export function officialDocument(input: DocumentInput): OfficialDocument {
  return {
    annexes: [],
    draftMark: null,
    demonstration: null,
    ...input,
    requisites: { ...NO_REQUISITES, ...input.requisites },
  }
}
