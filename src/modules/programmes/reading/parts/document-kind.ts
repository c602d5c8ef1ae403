/** Documents that look like a programme and are none, and what stands behind an act without belonging to it. */
import { wordCount } from '../text/fold.ts'
import { isBlank, type Line, type Lines } from '../text/lines.ts'

export type OtherDocument = 'report' | 'budgetPassport' | 'note'

const REPORT_TITLE =
  /^"?про (?:затвердження |розгляд |схвалення )?(?:(?:річн|підсумков|заключн|остаточн|проміжн|узагальнен)\S+ )?(?:звіт\S*|хід|стан|підсумк\S+|результат\S+|інформаці\S+)(?: \S+){0,6}? (?:виконан\S+|реалізац\S+) /
const REPORT_HEADING =
  /^(?:(?:річний|підсумковий|заключний|проміжний|узагальнений|інформаційний) )?звіт(?:$| (?:про|щодо) (?:хід |стан |результати )?(?:виконан|реалізац))|^(?:узагальнена )?інформація (?:про|щодо) (?:хід |стан |результати )?(?:виконан|реалізац)\S+ .*програм/

/** What the text is instead of a programme; null for programmes and for texts that say nothing of the kind. */
export function otherDocument(
  lines: readonly Line[],
  decisionTitle: string | null,
  programmeFrom: number | null,
  hasAct: boolean,
): OtherDocument | null {
  const full = lines.filter((l) => !isBlank(l))
  const before = full.filter((l) => programmeFrom === null || l.n < programmeFrom)
  const budget = full.findIndex((l) => /^паспорт(?:$| бюджетн\S+ програм)/.test(l.key))
  if (
    budget >= 0 &&
    /^(?:паспорт )?бюджетн\S+ програм/.test(
      full[budget]!.key === 'паспорт' ? (full[budget + 1]?.key ?? '') : full[budget]!.key,
    )
  )
    return 'budgetPassport'
  if (!hasAct && full.slice(0, 3).some((l) => /^пояснювальна записка(?:$| до)/.test(l.key))) return 'note'
  const title = decisionTitle?.toLowerCase().replace(/[«»“”„]/g, '"') ?? ''
  if (REPORT_TITLE.test(title) && !/затвердження [^"]{0,60}програми/.test(title)) return 'report'
  return before.some((l) => wordCount(l.text) <= 40 && REPORT_HEADING.test(l.key) && /^\p{Lu}/u.test(l.text))
    ? 'report'
    : null
}

const BEHIND =
  /^(?:аркуш (?:погодження|узгодження|розсил)|лист(?:ок)? (?:погодження|узгодження|розсил)|пояснювальна записка|порівняльна таблиця|результати (?:поіменного )?голосування|довідка про погодження|погоджено ?:?$)/
const ACT_AGAIN =
  /^(?:додаток|затверджено|паспорт|рішення$|(?:міська |районна |обласна |комплексна |цільова |сільська |селищна )*програма(?:$| ))/

/** Sheets of approval, explanatory notes and the like behind an act, up to its next annex. */
export function sheetsBehind(lines: readonly Line[]): readonly Lines[] {
  const spans: Lines[] = []
  let begun = false
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (isBlank(line)) continue
    if (begun && BEHIND.test(line.key) && wordCount(line.text) <= 14) {
      let end = i + 1
      while (end < lines.length && !ACT_AGAIN.test(lines[end]!.key)) end++
      spans.push([line.n, end])
      i = end - 1
    } else begun ||= /вирішил|ухвалил|постановля|^програма|^паспорт/.test(line.key.slice(0, 2000))
  }
  return spans
}
