/** Kinds of work by their title, declined: «3 дні інформування», «2 підсумкові наради», «5 круглих столів». */

export type EventNoun = {
  /** After «Проведено»: one, two to four, five and more. */
  readonly forms: readonly [string, string, string]
  readonly inWhich: 'у якому' | 'у якій' | 'у яких'
}

/** What is done with it: it is held, written or given. */
export type NounUse = 'held' | 'written' | 'given'
type Gender = 'he' | 'she' | 'it' | 'they'
type Noun = EventNoun & { readonly gender: Gender }

const he = (...forms: [string, string, string]): Noun => ({ forms, inWhich: 'у якому', gender: 'he' })
const she = (...forms: [string, string, string]): Noun => ({ forms, inWhich: 'у якій', gender: 'she' })
const it = (...forms: [string, string, string]): Noun => ({ forms, inWhich: 'у якому', gender: 'it' })
/** What a title names in the plural: one record of it is no number of things. */
const they = (form: string): Noun => ({ forms: [form, form, form], inWhich: 'у яких', gender: 'they' })

/** By the title's first words in lower case, longer ones first. */
const HELD: readonly (readonly [string, Noun])[] = [
  [
    'громадське обговорення',
    it('громадське обговорення', 'громадські обговорення', 'громадських обговорень'),
  ],
  ['день відкритих дверей', he('день відкритих дверей', 'дні відкритих дверей', 'днів відкритих дверей')],
  ['інформаційний день', he('інформаційний день', 'інформаційні дні', 'інформаційних днів')],
  ['день інформування', he('день інформування', 'дні інформування', 'днів інформування')],
  ['прес-конференція', she('прес-конференцію', 'прес-конференції', 'прес-конференцій')],
  ['установчі збори', they('установчі збори')],
  ['покладання квітів', it('покладання квітів', 'покладання квітів', 'покладань квітів')],
  ['прийом громадян', he('прийом громадян', 'прийоми громадян', 'прийомів громадян')],
  ['онлайн-зустріч', she('онлайн-зустріч', 'онлайн-зустрічі', 'онлайн-зустрічей')],
  ['круглий стіл', he('круглий стіл', 'круглі столи', 'круглих столів')],
  ['консультація', she('консультацію', 'консультації', 'консультацій')],
  ['презентація', she('презентацію', 'презентації', 'презентацій')],
  ['конференція', she('конференцію', 'конференції', 'конференцій')],
  ['анкетування', it('анкетування', 'анкетування', 'анкетувань')],
  ['опитування', it('опитування', 'опитування', 'опитувань')],
  ['засідання', it('засідання', 'засідання', 'засідань')],
  ['виставка', she('виставку', 'виставки', 'виставок')],
  ['ярмарок', he('ярмарок', 'ярмарки', 'ярмарків')],
  ['зустріч', she('зустріч', 'зустрічі', 'зустрічей')],
  ['семінар', he('семінар', 'семінари', 'семінарів')],
  ['тренінг', he('тренінг', 'тренінги', 'тренінгів')],
  ['брифінг', he('брифінг', 'брифінги', 'брифінгів')],
  ['концерт', he('концерт', 'концерти', 'концертів')],
  ['конкурс', he('конкурс', 'конкурси', 'конкурсів')],
  ['мітинг', he('мітинг', 'мітинги', 'мітингів')],
  ['звірка', she('звірку', 'звірки', 'звірок')],
  ['нарада', she('нараду', 'наради', 'нарад')],
  ['лекція', she('лекцію', 'лекції', 'лекцій')],
  ['захід', he('захід', 'заходи', 'заходів')],
  ['акція', she('акцію', 'акції', 'акцій')],
  ['форум', he('форум', 'форуми', 'форумів')],
  ['свято', it('свято', 'свята', 'свят')],
  ['хода', she('ходу', 'ходи', 'ход')],
]

const WRITTEN: readonly (readonly [string, Noun])[] = [
  ['експрес-інформація', she('експрес-інформацію', 'експрес-інформації', 'експрес-інформацій')],
  ['експрес-інформації', they('експрес-інформації')],
  ['інформація', she('інформацію', 'інформації', 'інформацій')],
  ['записка', she('записку', 'записки', 'записок')],
  ['довідка', she('довідку', 'довідки', 'довідок')],
  ['новини', they('новини')],
]

const GIVEN: readonly (readonly [string, Noun])[] = [
  ['подяки', they('подяки')],
  ['грамоти', they('грамоти')],
]

const NOUNS: Readonly<Record<NounUse, readonly (readonly [string, Noun])[]>> = {
  held: HELD,
  written: WRITTEN,
  given: GIVEN,
}

/** Endings of an adjective before its noun, as in a title, and after «Проведено». */
const ADJECTIVES: Readonly<
  Record<Gender, readonly (readonly [string, readonly [string, string, string]])[]>
> = {
  he: [
    ['ий', ['ий', 'і', 'их']],
    ['ій', ['ій', 'і', 'іх']],
  ],
  she: [
    ['а', ['у', 'і', 'их']],
    ['я', ['ю', 'і', 'іх']],
  ],
  it: [
    ['е', ['е', 'і', 'их']],
    ['є', ['є', 'і', 'іх']],
  ],
  they: [['і', ['і', 'і', 'і']]],
}

export type NamedWork = {
  /** The same for titles that are counted together. */
  readonly key: string
  readonly noun: EventNoun
  /** Whether two of them may be counted. */
  readonly countable: boolean
  /** What follows in the title, with the space or the colon before it. */
  readonly tail: string
}

/** The noun with which a title begins, also after an adjective, and what follows it; null where none is known. */
export function eventNoun(title: string, use: NounUse): NamedWork | null {
  const text = title
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
  return bareNoun(text, use) ?? nounAfterAdjective(text, use)
}

function bareNoun(text: string, use: NounUse): (NamedWork & { readonly gender: Gender }) | null {
  const small = text.toLocaleLowerCase('uk')
  for (const [key, noun] of NOUNS[use]) {
    // `Нарада …`, and `нараду …` where the title began with «Проведено».
    const said = [key, noun.forms[0]].find(
      (word) => small.startsWith(word) && !/[\p{L}’-]/u.test(small[word.length] ?? ' '),
    )
    if (said === undefined) continue
    return {
      key,
      noun,
      countable: noun.gender !== 'they',
      tail: text.slice(said.length),
      gender: noun.gender,
    }
  }
  return null
}

function nounAfterAdjective(text: string, use: NounUse): NamedWork | null {
  const m = /^(\p{L}[\p{L}’-]+) (?=\p{L})/u.exec(text)
  const found = m && bareNoun(text.slice(m[0].length), use)
  if (!m || !found) return null
  const word = m[1]!.toLocaleLowerCase('uk')
  const endings = ADJECTIVES[found.gender].find(
    ([ending, [one]]) => word.endsWith(ending) || word.endsWith(one),
  )
  if (!endings) return null
  const stem = word.slice(0, -endings[0].length)
  const [one, few, many] = found.noun.forms
  const [a, b, c] = endings[1]
  return {
    ...found,
    key: `${stem} ${found.key}`,
    noun: { ...found.noun, forms: [`${stem + a} ${one}`, `${stem + b} ${few}`, `${stem + c} ${many}`] },
  }
}
