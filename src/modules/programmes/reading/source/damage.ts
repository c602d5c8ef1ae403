/** Signs that letters were lost or turned into others before the text came to us. */
import type { Decoded } from '../types.ts'

type Damage = Decoded['damage'][number]

/** UTF-8 read as windows-1251 («Рњ», «С–») or as Latin-1 («Ð¼Ñ–»), or windows-1251 read as Latin-1 («Ïðîãðàìà»). */
const DOUBLE =
  /(?:[РС][\u0080-\u00bf\u0400-\u040f\u0450-\u045f°±»«–—’‘“”•…№\u2018-\u203a]){3,}|(?:[ÐÑ][\u0080-\u00ff\u2010-\u2122]){2,}|[À-ÖØ-öø-ÿ]{4,}/
/** A question mark or box inside a word, or a run of them. */
const LOST = /\p{L}\?+\p{L}|\?{4,}(?![\s)]*$)|(?<![\p{L}?])\?{2,}\p{L}/u
const BOX = /\ufffd/
/** Words that cannot be without «і», «ї», «є»: what is left when a conversion dropped these letters. */
const DROPPED =
  /(?<![\p{L}’])(?:мсько|мська|мської|ршення|вддл|вддли|нформац\p{L}*|Укран\p{L}*|обднан\p{L}*|заходв|органв|рокв|органзац\p{L}*|громадськост|мсцев\p{L}*|вдповдальн\p{L}*|вдповдно|фнансуван\p{L}*)(?![\p{L}’])/iu
const ODD = /[\u0000-\u0008\u000e-\u001f\ue000-\uf8ff]/

const KINDS: readonly (readonly [Damage['kind'], RegExp])[] = [
  ['replacement', BOX],
  ['doubleEncoded', DOUBLE],
  ['lostLetters', LOST],
  ['lostLetters', DROPPED],
  ['oddLetters', ODD],
]

/** The damaged lines, each with what was seen; at most 200. */
export function damageIn(text: string): readonly Damage[] {
  const found: Damage[] = []
  let n = 0
  for (const line of text.split(/\r\n|[\n\r\f]/)) {
    n++
    if (line === '' || found.length >= 200) continue
    const short = line.length > 20_000 ? line.slice(0, 20_000) : line
    if (/https?:/.test(short)) continue
    for (const [kind, pattern] of KINDS) {
      const m = pattern.exec(short)
      if (!m) continue
      const at = Math.max(0, m.index - 12)
      found.push({ kind, line: n, sample: short.slice(at, m.index + m[0].length + 12).trim() })
      break
    }
  }
  return found
}
