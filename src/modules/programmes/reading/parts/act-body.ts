/** The body that decided, in the nominative. */
import type { Line } from '../text/lines.ts'

function nominative(phrase: string): string {
  const words = phrase.split(' ')
  if (/^виконавчого$/i.test(words[0]!)) return ['Виконавчий', 'комітет', ...words.slice(2)].join(' ')
  const out: string[] = []
  let done = false
  for (const word of words) {
    if (done) out.push(word)
    else if (/ради$/i.test(word)) {
      out.push(word.replace(/и$/, 'а').replace(/И$/, 'А'))
      done = true
    } else out.push(word.replace(/ьої$/, 'я').replace(/ЬОЇ$/, 'Я').replace(/ої$/, 'а').replace(/ОЇ$/, 'А'))
  }
  return out.join(' ')
}

/** `ЛЮБАРСЬКА СЕЛИЩНА РАДА` → `Любарська селищна рада`; other texts come back as they are. */
export function calm(text: string): string {
  if (text !== text.toUpperCase()) return text
  const small = text.toLowerCase()
  return small.charAt(0).toUpperCase() + small.slice(1)
}

const COUNCIL_CORE = /(?<![\p{L}])((?:міськ|сільськ|селищн|районн|обласн)(?:а|ої)\s+рад(?:а|и))(?![\p{L}])/iu
const OFFICE = /((?:[\p{L}’-]+\s+)?(?:обласна|районна)\s+(?:державна|військова)\s+адміністрація)/iu
const NO_PLACE =
  /^(?:україна|рішення|додаток|затверджено|сесія|проєкт|розпорядження|позачергова|голова|секретар|постійна)$/i

/** Adjectives of the place right before «міської ради»: `Вербовецької`, `СТЕПОВА`, `Івано-Франківська`. */
function placeBefore(text: string): string {
  const taken: string[] = []
  for (const word of text.trim().split(/\s+/).reverse()) {
    if (taken.length === 2 || !/^\p{Lu}[\p{L}’'-]*(?:а|я|ої|А|Я|ОЇ)$/u.test(word) || NO_PLACE.test(word))
      break
    taken.unshift(word)
  }
  return taken.join(' ')
}

/** The place that the whole text gives to a council of this kind, when it gives one only. */
function placeInText(kind: string, all: readonly Line[]): string | null {
  const wanted = new RegExp(
    `([\\p{Lu}][\\p{L}’'-]+(?:а|ої|ій))\\s+${kind.slice(0, 4)}[\\p{L}]+\\s+рад[аиіу](?![\\p{L}])`,
    'gu',
  )
  const names = new Set<string>()
  for (const line of all)
    for (const m of line.text.slice(0, 8000).matchAll(wanted))
      if (!NO_PLACE.test(m[1]!)) names.add(m[1]!.replace(/(?:ої|ій)$/, 'а'))
  return names.size === 1 ? [...names][0]! : null
}

/** The body that a heading names, in the nominative. */
export function bodyOf(members: readonly Line[], all: readonly Line[]): string | null {
  const text = members.map((l) => l.text).join(' ')
  const m = COUNCIL_CORE.exec(text)
  if (!m) {
    const office = OFFICE.exec(text)
    return office ? calm(office[1]!) : null
  }
  const core = calm(nominative(m[1]!.replace(/\s+/g, ' '))).toLowerCase()
  const before = placeBefore(text.slice(0, m.index))
  const place =
    before === ''
      ? placeInText(core, all)
      : nominative(
          before
            .split(' ')
            .map((w) => calm(w))
            .join(' '),
        )
          .replace(/ьої(?= |$)/g, 'я')
          .replace(/ої(?= |$)/g, 'а')
  const executive = /виконавч(?:ий|ого) комітет|виконком/i.test(text.slice(0, m.index))
  const name = place ? `${place} ${core}` : core
  return executive ? `Виконавчий комітет ${name.replace(/а(?= )/g, 'ої').replace(/рада$/, 'ради')}` : name
}
