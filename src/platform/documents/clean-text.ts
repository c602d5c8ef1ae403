/** Text as it may stand in every format: what XML 1.0 and PDF/UA forbid is dropped, what deceives the eye too. */
import type { Run, Runs } from './model.ts'

/**
 * Control characters, lone surrogates and non-characters (XML 1.0, 2.2); the byte order mark and language
 * tags; direction overrides and isolates, by which a text may be shown in another order than it is stored.
 */
const DROPPED =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Cs}\ufdd0-\ufdef\ufffe\uffff\ufeff\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e0fff}]/gu

export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\x85]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(DROPPED, '')
    .normalize('NFC')
}

/** For titles, captions and everything else that is one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n+/g, ' ').trim()
}

export function cleanLines(texts: readonly string[]): string[] {
  return texts.map(cleanLine).filter((line) => line !== '')
}

const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:'])

/** The address in its normal form; `null` where following it could do more than show a page. */
export function safeHref(href: string): string | null {
  const url = URL.parse(href)
  return url && SAFE_SCHEMES.has(url.protocol) ? url.href : null
}

export function cleanRuns(runs: Runs): Run[] {
  return runs
    .map(({ href, ...run }) => {
      const safe = href === undefined ? null : safeHref(href)
      return { ...run, text: cleanText(run.text), ...(safe === null ? {} : { href: safe }) }
    })
    .filter((run) => run.text !== '')
}

/** The parts of a text between its line breaks. */
export function lines(text: string): string[] {
  return text.split('\n')
}

export function plain(runs: Runs): string {
  return runs.map((run) => run.text).join('')
}
