/** Columns of a table of measures: what the heading of a column says, and which cell belongs to which column. */

import { continuesExecutor, startsLikeExecutor } from '../executors.ts'
import { type MoneyUnit, readMoneyCell, readYearSum, unitIn } from '../money.ts'
import { looksLikeTerm, readTerm } from '../recurrence.ts'
import { fold, tidy, wordCount } from '../text/fold.ts'

export type Role = 'number' | 'task' | 'text' | 'executors' | 'term' | 'source' | 'sum' | 'result' | 'other'
export type Column = {
  readonly role: Role
  readonly year: number | null
  readonly source: string | null
  /** A column of sums over the others. */
  readonly isTotal: boolean
  readonly unit: MoneyUnit | null
}

const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['number', /^(?:№|n|nn|номер|п\/п|з\/п)(?:[ .]*(?:п\/?п|з\/?п|заходу|пункту))?\.?$/],
  ['executors', /виконав(?:ець|ц[іяює]|чі)|^відповідальн|співвиконав|^хто /],
  [
    'term',
    /^(?:орієнтовн\S+ )?(?:термін|строк|період|дата|час|рік|роки|етап)\S*(?: та \S+)?(?: (?:виконання|реалізації|проведення|дії))?|(?:термін|строк)\S* (?:виконання|реалізації|проведення)/,
  ],
  ['other', /одиниц|примітк|стан виконання/],
  ['result', /результат|ефект|показник|індикатор|продукт/],
  ['source', /джерел/],
  [
    'sum',
    /обсяг|вартіст|сума|фінансуван|фінансов|тис\.|грн|кошти|всього|усього|разом|витрат|бюджет|^(?:19|20)\d\d ?р?|потреба в/,
  ],
  [
    'text',
    /^(?:перелік|зміст|назва|найменування|основні|план)?\s?(?:основних |завдань та |та )?(?:захід|заход)|зміст|назва (?:захо|об)|найменування|перелік (?!завдань)|^напрями? (?:діяльності )?(?:та|і) заход|^заход|^що планується|види робіт|^захід/,
  ],
  ['task', /завдан|напрям|пріоритет|ціл[ьі]|розділ/],
]

/** The role of a column by its heading; null when the heading says nothing of the kind. */
export function roleOfHeader(cell: string): Role | null {
  const key = fold(cell).replace(/(\S)- (?=\S)/g, '$1')
  if (key === '' || key.length > 160) return null
  for (const [role, pattern] of ROLES) if (pattern.test(key)) return role
  return null
}

/** The role of a column that stands right of another: «Інші джерела» right of a sum is a sum too. */
export function roleBeside(cell: string, left: Role | null): Role | null {
  const role = roleOfHeader(cell)
  return role === 'source' && left === 'sum' && /інш|небюдж|позабюдж/.test(fold(cell)) ? 'sum' : role
}

export function columnOf(cell: string, role: Role): Column {
  const key = fold(cell)
  const year =
    role === 'sum' ? /(?<!\d)((?:19|20)\d{2})(?!\d)(?!\s?-\s?(?:19|20)\d)/.exec(key)?.[1] : undefined
  const source =
    role === 'sum' &&
    /бюджет|інші|позабюдж|джерел|субвенц|кошти громад|спонсор|грант/.test(key) &&
    !/обсяг|фінансування/.test(key)
      ? tidy(cell).replace(/(?<=\p{Ll}{2})-\s?(?=\p{Ll}{3})/gu, '')
      : null
  const isTotal = role === 'sum' && /всього|усього|разом|загальн/.test(key) && !year
  return {
    role,
    year: year ? Number(year) : null,
    source,
    isTotal,
    unit: role === 'sum' ? unitIn(cell) : null,
  }
}

const DOING =
  /^(?!старости)(?:["(]?[а-яіїєґ’-]+(?:ти|тися|тись)(?: |$|,)|(?:проведення|забезпечення|організація|створення|підтримка|надання|здійснення|розробка|розроблення|сприяння|залучення|висвітлення|підготовка|виготовлення|придбання|відзначення|впровадження|запровадження|інформування|проведення|участь|навчання|ремонт|облаштування|популяризація|реалізація|оновлення|формування|видання|розміщення|вивчення|моніторинг|аналіз|фінансова|поширення|співпраця|утримання|капітальний|поточний))/

/** What names a source of money. */
export const SOURCE =
  /бюджет|кошт|джерел|спонсор|фінансування|грант|субвенц|донор|благодійн\S+ внес|в межах|інвестиц/

/** What the content of a paragraph or cell shows, found out once. */
export type Traits = {
  readonly key: string
  readonly words: number
  readonly money: ReturnType<typeof readMoneyCell>
  readonly isMoney: boolean
  readonly yearSum: boolean
  readonly isYear: boolean
  readonly term: boolean
  readonly understoodTerm: boolean
  readonly doing: boolean
  readonly executor: boolean
  readonly executorGoesOn: boolean
}

export function traitsOf(text: string): Traits {
  const key = fold(text)
  const words = wordCount(text)
  const money = readMoneyCell(text, 'грн')
  const isYear = /^(?:19|20)\d{2}(?:\s?-\s?(?:19|20)\d{2})?$/.test(key)
  const term = looksLikeTerm(text) || isYear
  return {
    key,
    words,
    money,
    yearSum: readYearSum(text, 'грн') !== null,
    isMoney:
      readYearSum(text, 'грн') !== null || (money !== null && money.kind !== 'words' && /[\d–—-]/.test(text)),
    isYear,
    term,
    understoodTerm: term || (words <= 12 && readTerm(text).kind !== 'unrecognised'),
    doing: DOING.test(key),
    executor: startsLikeExecutor(text),
    executorGoesOn: continuesExecutor(text),
  }
}

/** How well a paragraph or cell fits a role by its content alone. */
export function affinity(role: Role, text: string, continues: Role | null): number {
  return fit(role, traitsOf(text), continues)
}

function fit(role: Role, traits: Traits, continues: Role | null): number {
  const { key, words, money, isMoney, isYear, term, doing } = traits
  switch (role) {
    case 'number':
      return /^\d{1,2}(?:\.\d{1,3})*\.?\)?$/.test(key) ? 3 : -20
    case 'task':
      return isMoney || term ? -5 : words > 2 ? -0.5 : -2
    case 'text':
      if (isMoney) return -8
      if (term) return -5
      return (doing ? 4 : 0) + (traits.executor && !doing ? -2.5 : 0) + (words > 12 ? 1.5 : 0)
    case 'executors':
      if (isMoney) return -8
      if (term) return -5
      if (doing) return -5
      if (traits.executor) return words > 45 ? 0 : 3.5
      if (continues === 'executors' && traits.executorGoesOn) return 3
      return words > 20 ? -4 : SOURCE.test(key) ? -3 : -1
    case 'term':
      if (term) return 5
      if (isMoney) return -6
      if (/^[-–—]$/.test(key)) return 0
      return traits.understoodTerm ? (doing ? -2 : 1) : -4
    case 'source':
      if (isMoney) return -5
      return SOURCE.test(key) && words <= 24 && !doing ? 4 : -3.5
    case 'sum':
      if (traits.yearSum) return 4.5
      if (money !== null) return isYear ? 1 : money.kind === 'words' ? 2 : 4.5
      return /не потребує|кошторис/.test(key) ? 3 : -7
    case 'result':
    case 'other':
      return isMoney ? -4 : term ? -4 : words > 1 ? 0.2 : -1.5
  }
}

/**
 * The best assignment of paragraphs to columns that keeps the order of both: a column may take several
 * paragraphs or none. Returns the index of a column for each paragraph, and the score.
 */
export function align(
  paragraphs: readonly Traits[],
  columns: readonly Column[],
): { readonly assigned: readonly number[]; readonly score: number } {
  const rows = paragraphs.length
  const width = columns.length
  if (rows === 0 || width === 0) return { assigned: [], score: 0 }
  const best: number[][] = []
  const from: number[][] = []
  for (let i = 0; i < rows; i++) {
    const traits = paragraphs[i]!
    best.push([])
    from.push([])
    for (let c = 0; c < width; c++) {
      const role = columns[c]!.role
      const fresh = fit(role, traits, null)
      let top = Number.NEGATIVE_INFINITY
      let source = -1
      if (i === 0) {
        const skippedText = columns.slice(0, c).some((x) => x.role === 'text') ? -6 : 0
        top = fresh + skippedText
      } else {
        for (let p = 0; p <= c; p++) {
          const before = best[i - 1]![p]!
          if (before === Number.NEGATIVE_INFINITY) continue
          let gain: number
          if (p === c) {
            const again = fit(role, traits, role)
            gain =
              role === 'sum'
                ? traits.yearSum
                  ? again
                  : again - 6
                : role === 'term'
                  ? again - 1
                  : role === 'number'
                    ? -20
                    : role === 'source'
                      ? again - 1
                      : again - 0.1
          } else {
            gain = fresh
            for (let s = p + 1; s < c; s++)
              gain -= columns[s]!.role === 'text' ? 6 : columns[s]!.role === 'sum' ? 0.3 : 0.05
          }
          if (before + gain > top) {
            top = before + gain
            source = p
          }
        }
      }
      best[i]!.push(top)
      from[i]!.push(source)
    }
  }
  let at = 0
  for (let c = 1; c < width; c++) if (best[rows - 1]![c]! > best[rows - 1]![at]!) at = c
  const score = best[rows - 1]![at]!
  const assigned: number[] = new Array<number>(rows).fill(0)
  for (let i = rows - 1; i >= 0; i--) {
    assigned[i] = at
    at = from[i]![at]!
  }
  return { assigned, score }
}

const plain = (role: Role): Column => ({ role, year: null, source: null, isTotal: false, unit: null })

/** Orders in which blocks without a heading of columns are written. */
export const USUAL_ORDERS: readonly (readonly Column[])[] = (
  [
    ['text', 'executors', 'term', 'source', 'sum', 'sum', 'sum', 'sum', 'result'],
    ['text', 'term', 'executors', 'source', 'sum', 'sum', 'sum', 'sum', 'result'],
    ['task', 'text', 'term', 'executors', 'source', 'sum', 'sum', 'sum', 'sum', 'result'],
    ['text', 'executors', 'term', 'sum', 'source', 'result'],
    ['text', 'term', 'executors', 'sum', 'source', 'result'],
    ['text', 'source', 'sum', 'term', 'executors', 'result'],
    ['term', 'text', 'executors', 'source', 'sum', 'result'],
  ] as const
).map((order) => order.map(plain))
