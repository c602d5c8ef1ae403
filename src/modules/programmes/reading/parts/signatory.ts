/** Who signed: an office and a name, on one line or with empty lines between. */

import type { Ledger } from '../ledger.ts'
import { tidy, wordCount } from '../text/fold.ts'
import { isBlank, type Line } from '../text/lines.ts'
import type { Signatory } from '../types.ts'
import { headingOf } from './headings.ts'

const OFFICE =
  /^(?:(?:в\. ?о\. |т\. ?в\. ?о\. |тво |во |виконувач обов’язків |виконуюч\S+ обов’язки )?(?:\S+(?:ський|цький|зький) )?(?:перш\S+ )?(?:міський|сільський|селищний) голов[аи]|секретар(?:я)?(?: \S+){0,3} ради|секретар (?:міської|сільської|селищної|районної|обласної)? ?ради|секретар$|голова (?:\S+ )?(?:районної|обласної|міської|селищної|сільської)?\s?(?:ради|військової адміністрації|районної|комісії|державної)|перший заступник|заступник(?:а)? (?:\S+ )?(?:міського|сільського|селищного|голови)|керуюч(?:ий|а) справами|начальник|директор|головуюч(?:ий|а)|голова(?= (?:\S\.\s?){1,2})|секретар(?= (?:\S\.\s?){1,2})|староста|депутат|голова ради|керівник апарату|завідувач)/
const NAME =
  /(?:(?:\p{Lu}\.\s?){1,2}\s?\p{Lu}[\p{L}’'-]+|\p{Lu}[\p{L}’'-]+\s+(?:\p{Lu}\.\s?){1,2}|\p{Lu}\p{Ll}[\p{L}’'-]*\s+\p{Lu}[\p{Lu}’'-]{2,}(?:-\p{Lu}+)?)\s*$/u
const ONLY_NAME = new RegExp(`^[\\s_/(]*${NAME.source}`, 'u')

function clean(text: string): string {
  return tidy(text.replace(/\(підпис\)|_{2,}|[|\t]/g, ' '))
}

/** Signatures in a run of lines, in order. */
export function readSignatories(
  lines: readonly Line[],
  isTaken: (n: number) => boolean,
): readonly Signatory[] {
  const found: Signatory[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (
      isBlank(line) ||
      isTaken(line.n) ||
      !OFFICE.test(line.key) ||
      wordCount(line.text) > 24 ||
      /[:;]$/.test(line.text)
    )
      continue
    if (line.cells && line.cells.filter((c) => c !== '').length > 3) continue
    const whole = clean(line.text)
    if (/\p{Ll}{3}[.!]$/u.test(whole)) continue
    const name = NAME.exec(whole)
    if (name && name.index > 0 && !/[.,]$/.test(whole)) {
      const position = whole.slice(0, name.index).trim()
      if (wordCount(position) <= 18) found.push({ position, name: tidy(name[0]), lines: [line.n, line.n] })
      continue
    }
    const positions = [line]
    for (let k = i + 1; k < lines.length && k <= i + 12; k++) {
      const next = lines[k]!
      if (isBlank(next)) continue
      const text = clean(next.text)
      const m = NAME.exec(text)
      if (m && ONLY_NAME.test(text) && wordCount(text) <= 4) {
        found.push({
          position: tidy(positions.map((p) => clean(p.text)).join(' ')),
          name: tidy(m[0]),
          lines: [line.n, next.n],
        })
        i = k
        break
      }
      if (
        m &&
        wordCount(text) <= 14 &&
        (/^\p{Ll}/u.test(text) || /рад[аи]|комітет|адміністрац/.test(next.key)) &&
        positions.length < 4
      ) {
        found.push({
          position: tidy([...positions.map((p) => clean(p.text)), text.slice(0, m.index)].join(' ')),
          name: tidy(m[0]),
          lines: [line.n, next.n],
        })
        i = k
        break
      }
      if (positions.length >= 4 || wordCount(text) > 12 || !/^(?:\p{Ll}|\()/u.test(text)) break
      positions.push(next)
    }
  }
  return found
}

/** A signature stands where something ends: before a heading of an act, before noise, at the end. */
export function signaturesIn(
  lines: readonly Line[],
  ledger: Ledger,
  headed: ReadonlySet<number>,
): readonly Signatory[] {
  const found = readSignatories(lines, (n) => ledger.owner(n) !== null)
  const starts = new Set(found.map((s) => s.lines[0]))
  return found.filter((s) => {
    for (let i = s.lines[1]; i < lines.length; i++) {
      const line = lines[i]!
      if (isBlank(line)) continue
      if (
        headed.has(line.n) ||
        starts.has(line.n) ||
        ['noise', 'chapterText'].includes(ledger.owner(line.n) ?? '') ||
        headingOf(line)?.kind
      )
        return true
      if (
        /^(?:міська |комплексна |цільова )*програма|^паспорт|^зміст$|^додаток|^вик\.|^виконавець:?|^погоджено|^візи|^\d{5,}|^тел/.test(
          line.key,
        ) ||
        /^\p{Lu}[\p{L}’'-]+ (?:\p{Lu}\. ?){0,2}\d[\d -]{3,}$/u.test(line.text)
      )
        return true
      return false
    }
    return true
  })
}
