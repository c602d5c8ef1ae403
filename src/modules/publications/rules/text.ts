/**
 * From what a person typed or pasted to paragraphs, lists and links. No HTML, no marks to learn: a line is a
 * paragraph, lines that begin with a dash or a figure are a list, an address of the web is a link.
 */

export type Inline = { readonly text: string; readonly href?: string }
export type Block =
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }

/** Bullets as word processors paste them, those of Symbol and Wingdings among them. */
const BULLET =
  /^\s*(?:[-–—*•·▪▫◦‣●○■□➢➤✓✔\uf0a7\uf0b7\uf0d8\uf0fc]\s+|[\uf0a7\uf0b7\uf0d8\uf0fc]|o(?:\t| {2,}))\s*/
const ORDINAL = /^\s*\d{1,2}[.)]\s+/
const LINK = /https?:\/\/[^\s<>"'«»]{3,500}/gi
/** Stands after an address more often than in it. */
const TAIL = /[.,;:!?)\]}…]+$/

/** As it is kept: bullets of word processors are plain dashes, no more than one empty line stands between lines. */
export function tidyBody(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const bullet = BULLET.exec(line)
      return (bullet ? `– ${line.slice(bullet[0].length)}` : line.replace(/\t+/g, ' ')).trim()
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

export function blocksOf(body: string): readonly Block[] {
  const lines = body.split('\n')
  const blocks: Block[] = []
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!.trim()
    if (line === '') {
      i++
      continue
    }
    const mark = BULLET.test(line) ? BULLET : ORDINAL.test(line) ? ORDINAL : null
    const items: string[] = []
    if (mark) for (; i < lines.length && mark.test(lines[i]!); i++) items.push(lines[i]!.replace(mark, ''))
    // A single dash opens a sentence of speech more often than a list.
    if (items.length > 1 || (items.length === 1 && endsWithColon(blocks))) {
      blocks.push({ kind: 'list', ordered: mark === ORDINAL, items: items.map(inlinesOf) })
      continue
    }
    if (items.length === 0) i++
    blocks.push({ kind: 'paragraph', inlines: inlinesOf(line) })
  }
  return blocks
}

function endsWithColon(blocks: readonly Block[]): boolean {
  const last = blocks.at(-1)
  return last?.kind === 'paragraph' && (last.inlines.at(-1)?.text.endsWith(':') ?? false)
}

export function inlinesOf(text: string): readonly Inline[] {
  const inlines: Inline[] = []
  let from = 0
  for (const match of text.matchAll(LINK)) {
    const found = match[0].replace(TAIL, '')
    if (!URL.canParse(found)) continue
    if (match.index > from) inlines.push({ text: text.slice(from, match.index) })
    inlines.push({ text: found, href: new URL(found).href })
    from = match.index + found.length
  }
  if (from < text.length) inlines.push({ text: text.slice(from) })
  return inlines
}

/** The beginning, as one line, cut at a word. */
export function excerpt(body: string, most = 220): string {
  const line = body
    .split('\n')
    .map((l) => l.replace(BULLET, '').trim())
    .filter((l) => l !== '')
    .join(' ')
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\s,;:.–-]+$/, '')}…`
}
