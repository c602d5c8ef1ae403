/**
 * HTML as a type. A string can never become markup by accident: the tag escapes everything but `Html`,
 * and `Html` comes only from the tag itself.
 */

class Markup {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  get length(): number {
    return this.#text.length
  }
  toString(): string {
    return this.#text
  }
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

function print(hole: Hole): string {
  if (typeof hole === 'string') return escapeText(hole)
  if (hole === null || hole === undefined || typeof hole === 'boolean') return ''
  if (hole instanceof Markup) return hole.toString()
  if (!Array.isArray(hole)) return String(hole)
  let text = ''
  for (const part of hole) text += print(part)
  return text
}

/** The one template. Holes stand in element content or inside quoted attribute values, nowhere else. */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  let text = parts[0]!
  for (let i = 0; i < holes.length; i++) text += print(holes[i]) + parts[i + 1]!
  return new Markup(text)
}

export function isHtml(value: unknown): value is Html {
  return value instanceof Markup
}

/** The same as one text instead of the many it was joined of: for what is kept and printed again and again. */
export function inOnePiece(markup: Html): Html {
  return new Markup(Buffer.from(markup.toString()).toString())
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
