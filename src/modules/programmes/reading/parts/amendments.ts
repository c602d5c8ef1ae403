/** The instructions of an amending decision. */
import { fold } from '../text/fold.ts'
import { isBlank, joinTexts, type Line } from '../text/lines.ts'
import type { AmendmentRead, MeasureRead } from '../types.ts'
import { assign } from './block-roles.ts'
import { finishMeasure } from './measure-draft.ts'
import { paragraphs } from './paragraphs.ts'

const ACTIONS: readonly (readonly [AmendmentRead['action'], RegExp])[] = [
  [
    'newWording',
    /(?:виклас\S+|викладено|виклавши)[^.]{0,200}(?:(?:в|у) (?:новій|такій|наступній) редакції|в редакції|у редакції)|затвердити[^.]{0,160}(?:в|у) новій редакції/,
  ],
  ['add', /доповни\S+|доповнено|додати|доповнивши/],
  ['replace', /замінити|(?:слова|цифри|суму|число)[^.]{0,200}(?:замін|викласти)/],
  [
    'remove',
    /виключити|вилучити|визнати таким\S*,? що втрати\S+(?: чинність)?,? (?:[^.]{0,40} )?(?:під)?(?:пункт|розділ|додат|абзац)/,
  ],
  ['change', /внести (?:зміни|такі зміни|наступні зміни|зміни та доповнення|доповнення)|внести до/],
]

/** Instructions of an amending decision, in order; quoted new text belongs to the instruction before it. */
export function readAmendments(points: readonly Line[]): readonly AmendmentRead[] {
  const out: { number: string | null; action: AmendmentRead['action']; texts: Line[] }[] = []
  let quoting = false
  for (const line of points) {
    if (isBlank(line)) continue
    const key = fold(line.text.slice(0, 1200))
    const number = /^(\d{1,2}(?:\.\d{1,2})*)[.)]?\s*(?=\D)/.exec(line.text)?.[1] ?? null
    const action = ACTIONS.find(([, p]) => p.test(key))?.[0] ?? null
    const opens = /^["«“]/.test(line.text)
    if (action && !quoting && !opens) out.push({ number, action, texts: [line] })
    else if (out.length > 0 && (quoting || opens)) {
      out.at(-1)!.texts.push(line)
      quoting = opens ? !/["»”][.;]?$/.test(line.text) : quoting && !/["»”][.;]?$/.test(line.text)
    } else quoting = false
  }
  return out.map((a) => {
    const text = joinTexts(a.texts)
    const before = fold(text.split(OPENS, 1)[0]!)
    return {
      number: a.number,
      action: a.action,
      points: numbersAfter(before, POINT),
      chapters: numbersAfter(before, CHAPTER),
      measures: a.action === 'newWording' || a.action === 'add' ? quotedMeasures(a.texts) : [],
      text,
      lines: [a.texts[0]!.n, a.texts.at(-1)!.n],
    }
  })
}

/** Where the quoted new text begins: at a quotation mark after a colon or before a number. */
const OPENS = /:\s*["«“„]|["«“„](?=\d)/u
const NUMBERS = '(\\d{1,2}(?:\\.\\d{1,3}){0,3}(?:(?:,| та| і|-)\\s?\\d{1,2}(?:\\.\\d{1,3}){0,3}){0,12})'
const POINT = new RegExp(
  `(?:(?:під)?пункт(?:ом|ами|и|у|і|а|ів)?|пп?\\.|рядк\\S+|рядок|позиці\\S+|захід|заходи|заходом) ?(?:№ ?)?${NUMBERS}`,
  'g',
)
const CHAPTER = new RegExp(`(?:розділ\\S*|глав\\S+) (?:№ ?)?${NUMBERS}`, 'g')

/** Numbers of the programme that an instruction names, not those of the decision itself. */
function numbersAfter(key: string, pattern: RegExp): readonly string[] {
  return [...key.matchAll(pattern)].flatMap((m) =>
    m[1]!.split(/\s?(?:,| та | і )\s?/).filter((n) => n !== ''),
  )
}

/** The measures that the quoted new text words, those of its items that name an executor or a term. */
function quotedMeasures(texts: readonly Line[]): readonly MeasureRead[] {
  let open = false
  const quoted = texts.flatMap((line): readonly Line[] => {
    const at = open ? 0 : line.text.search(OPENS)
    if (at < 0 && !/^["«“„]/.test(line.text)) return []
    const own = open ? line.text : line.text.slice(Math.max(0, at)).replace(/^:?\s*["«“„]/u, '')
    open = true
    const text = own.replace(/["»”][.;]*$/u, '').trim()
    return text === '' ? [] : [{ ...line, text, key: fold(text), cells: null }]
  })
  return itemsOf(quoted).flatMap((item) => measureOf(item) ?? [])
}

const ITEM = /^(\d{1,2}(?:\.\d{1,3}){0,3})[.)]?\s+(?=\p{L}|["«“])/u

/** Numbered items of a quoted text; one that goes no further than the first item is a part of it. */
function itemsOf(quoted: readonly Line[]): readonly (readonly Line[])[] {
  const depth = (number: string) => number.split('.').length
  const items: { number: string; lines: Line[] }[] = []
  for (const line of quoted) {
    const number = ITEM.exec(line.text)?.[1] ?? ''
    const last = items.at(-1)
    const isNext =
      number !== '' &&
      last !== undefined &&
      depth(number) === depth(last.number) &&
      Number(number.split('.').at(-1)) === Number(last.number.split('.').at(-1)) + 1
    if (last === undefined || isNext) items.push({ number, lines: [line] })
    else last.lines.push(line)
  }
  return items.map((item) => item.lines)
}

function measureOf(lines: readonly Line[]): MeasureRead | null {
  const [first, ...rest] = lines
  if (!first) return null
  const m = /^(\d{1,2}(?:\.\d{1,3}){0,3})[.)]?\s+(?=\S)/.exec(first.text)
  const bare = m ? first.text.slice(m[0].length) : first.text
  const body = paragraphs([{ ...first, text: bare, key: fold(bare) }, ...rest])
  const [draft] = assign([{ number: m?.[1] ?? null, first: first.n, body: [...body], task: null }], null)
  const measure = draft ? finishMeasure(draft, 'тис. грн') : null
  return measure && measure.text !== '' && (measure.executors.length > 0 || measure.term.kind !== 'none')
    ? measure
    : null
}
