/**
 * HTML as a type. A string can never become markup by accident: the tag escapes everything but `Html`,
 * and `Html` comes only from the tag itself.
 */

type Piece = string | Uint8Array

class Markup {
  /** One text; or texts, and parts that are kept as the bytes that are sent. */
  readonly #made: string | readonly Piece[]
  constructor(made: string | readonly Piece[]) {
    this.#made = made
  }
  get pieces(): readonly Piece[] {
    return typeof this.#made === 'string' ? [this.#made] : this.#made
  }
  /** Characters, or bytes where they are kept. */
  get length(): number {
    return this.pieces.reduce((sum, piece) => sum + piece.length, 0)
  }
  printInto(out: Printed): void {
    if (typeof this.#made === 'string') out.text += this.#made
    else for (const piece of this.#made) add(out, piece)
  }
  toString(): string {
    if (typeof this.#made === 'string') return this.#made
    return this.#made.map((piece) => (typeof piece === 'string' ? piece : utf8.decode(piece))).join('')
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The template as it is filled: pieces that are done, and the text that follows them. */
type Printed = { text: string; done: Piece[] | null }

function add(out: Printed, piece: Piece): void {
  if (typeof piece === 'string') {
    out.text += piece
    return
  }
  out.done ??= []
  if (out.text !== '') out.done.push(out.text)
  out.done.push(piece)
  out.text = ''
}

/** Markup that is safe to send. Made by `html`, joined by arrays. */
export type Html = Markup

/** What may stand in a hole of the template. `false`, `null` and `undefined` print nothing. */
export type Hole = Html | string | number | bigint | boolean | null | undefined | readonly Hole[]

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const SPECIAL = /[&<>"']/

/** Text made safe for element content and for quoted attribute values. */
export function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[&<>"']/g, (c) => ESCAPES[c]!) : text
}

function print(out: Printed, hole: Hole): void {
  if (typeof hole === 'string') out.text += escapeText(hole)
  else if (hole === null || hole === undefined || typeof hole === 'boolean') return
  else if (hole instanceof Markup) hole.printInto(out)
  else if (Array.isArray(hole)) for (const part of hole) print(out, part)
  else out.text += String(hole)
}

/** The one template. Holes stand in element content or inside quoted attribute values, nowhere else. */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  const out: Printed = { text: parts[0]!, done: null }
  for (let i = 0; i < holes.length; i++) {
    print(out, holes[i])
    out.text += parts[i + 1]!
  }
  return new Markup(out.done === null ? out.text : [...out.done, out.text])
}

export function isHtml(value: unknown): value is Html {
  return value instanceof Markup
}

/**
 * The same as the bytes that are sent: for what is printed again and again. A page then copies them, where writing its
 * text out as UTF-8 would cost as much as making it.
 */
export function asBytes(markup: Html): Html {
  return new Markup([new TextEncoder().encode(markup.toString())])
}

/** Attributes from a record: `true` prints the bare name, nothing is printed for `false` or a missing value. */
export function attributes(
  values: Readonly<Record<string, string | number | boolean | null | undefined>>,
): Html {
  let text = ''
  for (const name of Object.keys(values)) {
    const value = values[name]
    if (value === false || value === null || value === undefined) continue
    if (!attributeNames.has(name)) learnAttribute(name)
    text += value === true ? ` ${name}` : ` ${name}="${escapeText(String(value))}"`
  }
  return new Markup(text)
}

/** Names that were looked at before: a few dozen in the whole house. */
const attributeNames = new Set<string>()

function learnAttribute(name: string): void {
  if (!/^[a-z][a-z0-9:-]*$/i.test(name)) throw new Error(`not an attribute name: ${name}`)
  if (attributeNames.size < 1_000) attributeNames.add(name)
}

/** JSON for a `<script type="application/ld+json">`: cannot close the element that holds it. */
export function jsonForScript(value: unknown): Html {
  return new Markup(
    JSON.stringify(value).replace(
      /[<>&\u2028\u2029]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  )
}
