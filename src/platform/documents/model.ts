/**
 * One official document, whatever it is printed to. Every text is data: a renderer escapes it, and no
 * string is ever markup. Numbers of clauses and figures are texts, because other documents cite them.
 */
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Layout } from './layouts.ts'

export type Run = {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  /** An absolute `https:`, `http:` or `mailto:` address; anything else is printed as plain text. */
  readonly href?: string
}
export type Runs = readonly Run[]

export type Align = 'start' | 'center' | 'end' | 'justify'
export type Orientation = 'portrait' | 'landscape'

export type Heading = { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: Runs }
export type Paragraph = { readonly kind: 'paragraph'; readonly runs: Runs; readonly align: Align }
/** A numbered paragraph of an act: `1.`, `1.1.`, `1)`. */
export type Clause = {
  readonly kind: 'clause'
  readonly level: 1 | 2 | 3
  readonly number: string
  readonly runs: Runs
}
export type List = { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Runs[] }

/** `percent` of the table's width; the columns of one table make 100. */
export type Column = { readonly percent: number; readonly align: Align }
export type Cell = {
  readonly paragraphs: readonly Runs[]
  /** Cells of the grid that this one takes; at least 1. */
  readonly columns: number
  readonly rows: number
  /** Overrides the column's. */
  readonly align?: Align
}
export type Row = readonly Cell[]
export type Table = {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly Column[]
  /** Repeated on every page. */
  readonly header: readonly Row[]
  readonly body: readonly Row[]
  /** Printed in bold at the end: «Усього». */
  readonly total: readonly Row[]
  /** Index of the column that names the row for a screen reader; `null` when there is none. */
  readonly rowHeader: number | null
}

/**
 * An SVG is made by the `html` tag, so no raw string becomes markup. In print nothing of the page's style sheet
 * applies: colours and sizes are attributes, not classes or custom properties.
 */
export type Picture =
  | { readonly type: 'svg'; readonly markup: Html }
  | { readonly type: 'png'; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
export type Figure = {
  readonly kind: 'figure'
  readonly picture: Picture
  readonly alt: string
  readonly caption: string
  /** Share of the text's width, 1 to 100. */
  readonly percent: number
  /** The same figures as a table. Printed under the picture, and alone where the picture cannot be. */
  readonly table: Table | null
}
export type PageBreak = { readonly kind: 'pageBreak' }
/** Of a letter that goes with others in one file; the document's own stand in its requisites. */
export type Addressee = { readonly kind: 'addressee'; readonly lines: readonly string[] }
export type Letterhead = { readonly kind: 'letterhead'; readonly institution: readonly string[] }
/** Smaller text under a table or figure, such as the source of figures. */
export type Note = { readonly kind: 'note'; readonly runs: Runs }
/** A part on pages of its own, turned for wide tables. Sections do not nest. */
export type Section = {
  readonly kind: 'section'
  readonly orientation: Orientation
  readonly body: readonly PlainBlock[]
}

export type PlainBlock =
  | Heading
  | Paragraph
  | Clause
  | List
  | Table
  | Figure
  | PageBreak
  | Note
  | Addressee
  | Letterhead
export type Block = PlainBlock | Section

export type Signature = { readonly position: string; readonly name: string }

/** «ЗАТВЕРДЖЕНО» with its lines: by what, when and under which number. */
export type ApprovalStamp = { readonly word: string; readonly lines: readonly string[] }

export const TO_FILL = { toFill: true } as const
export type ToFill = typeof TO_FILL

export type Requisites = {
  /** Lines of the name, the highest body first: «Ніжинська міська рада», «Виконавчий комітет». */
  readonly institution: readonly string[]
  /** «31 сесія VI скликання»; `null` outside a session. */
  readonly sitting: string | null
  /** «РІШЕННЯ», «ЗВІТ»: printed as given. */
  readonly kind: string
  /** `null` prints nothing; `TO_FILL` leaves a blank for the hand that registers the document. */
  readonly date: CivilDate | ToFill | null
  readonly number: string | ToFill | null
  readonly place: string | null
  /** Each addressee by lines. */
  readonly addressees: readonly (readonly string[])[]
  readonly approval: ApprovalStamp | null
  /** «Про …», before the text. */
  readonly heading: string
  /** «Звіт на 5 арк.»: one entry for each annex that goes with the document. */
  readonly appendices: readonly string[]
  readonly signatures: readonly Signature[]
  readonly executor: { readonly name: string; readonly phone: string } | null
}

/** «Додаток 1 до рішення …»: begins on a new page, with its mark in the upper right corner. */
export type Annex = {
  readonly mark: readonly string[]
  readonly title: string
  readonly orientation: Orientation
  readonly body: readonly Block[]
  readonly signatures: readonly Signature[]
}

export type OfficialDocument = {
  readonly locale: Locale
  readonly layout: Layout
  /** Of the file: shown by viewers and read out first. */
  readonly title: string
  /** The only time in the files, so that the same document always gives the same bytes. */
  readonly madeAt: Temporal.Instant
  readonly requisites: Requisites
  readonly body: readonly Block[]
  readonly annexes: readonly Annex[]
  /** «ПРОЄКТ» in the upper right corner; `null` for what is adopted. */
  readonly draftMark: string | null
  /** Across every page of a demonstration city. */
  readonly demonstration: string | null
}
