/** How what people typed enters a sentence. */

/** Quotation marks inside become the second kind: «… „…“ …». */
export function quoted(title: string): string {
  return `«${title
    .trim()
    .replace(/[.\s]+$/, '')
    .replace(/«/g, '„')
    .replace(/»/g, '“')}»`
}

export function asSentence(text: string): string {
  const t = text.trim().replace(/[^\S\u00a0]+/g, ' ')
  const whole = /[.!?…]$/.test(t) ? t : `${t}.`
  return whole.slice(0, 1).toLocaleUpperCase('uk') + whole.slice(1)
}

/**
 * After a colon or inside a sentence. A first word that may be a name keeps its capital: only small words, numbers and
 * nouns that name no one are lowered.
 */
export function lowerFirst(text: string): string {
  return LOWERED.test(text) ? text.slice(0, 1).toLocaleLowerCase('uk') + text.slice(1) : text
}

const LOWERED =
  /^(?:на|у|в|за|з|із|до|від|про|для|по|усі|всі|кожн\p{L}+|один|одна|одне|дв[аі]|три|чотири|п’ять|шість|сім|вісім|дев’ять|десять|домовленість|домовленості|рекомендації|рекомендацію|пропозиції|рішення|протокол|план)(?![\p{L}’-])/iu

/** `Актова зала виконкому` inside brackets: what is no name begins small. */
export function placeInside(place: string): string {
  const text = place.trim()
  return PLACES.test(text) ? text.slice(0, 1).toLocaleLowerCase('uk') + text.slice(1) : text
}

const PLACES =
  /^(?:вул|вулиця|пл|площа|просп|проспект|бульвар|провулок|пров|парк|сквер|зал|зала|актова|мала|велика|сесійна|кабінет|школа|ліцей|гімназія|бібліотека|центральна|міськ(?:ий|а)|будинок|палац|стадіон|пам’ятник|пам’ятний|знак|алея|двір|двори|майданчики?)(?![\p{L}’-])/iu

/**
 * `Опрацьовано 37 подій`, `Відзвітували 12 комітетів`: a sentence, which needs no «Результат». Known by the verb of its
 * first clause; a noun taken for a verb does no harm.
 */
export function tellsByVerb(text: string): boolean {
  const [clause = ''] = text.split(/[,;:.]/)
  return /\p{L}{2}(?:но|то|ли|ся)(?![\p{L}’-])/iu.test(clause)
}

/** `Проведено день інформування`: the verb with which a title begins, and the rest; null where it begins otherwise. */
export function leadingVerb(title: string): { readonly verb: string; readonly rest: string } | null {
  const m = /^(\p{L}{2,}(?:ено|ано|ито|уто|[йз]нято|почато))\s+(?=\S)/iu.exec(title.trim())
  return m ? { verb: m[1]!.toLocaleLowerCase('uk'), rest: title.trim().slice(m[0].length) } : null
}
