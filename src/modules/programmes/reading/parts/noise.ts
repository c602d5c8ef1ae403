/** What a website puts around a document: menus, counters, share buttons, notices. */
import { wordCount } from '../text/fold.ts'
import { isBlank, type Line } from '../text/lines.ts'

const SURE: readonly RegExp[] = [
  /^(?:версія|сторінка) для (?:друку|слабозорих|людей)|^(?:роз)?друкувати|^друк$|^надіслати (?:другу|поштою)|^на головну|^головна(?: сторінка)?(?:$| [>»/|])|^повернутись|^назад$|^вгору$|^догори$/,
  /^(?:поділитис[ья]|поширити|поділіться|share|tweet|like|facebook|twitter|telegram|viber|whatsapp|instagram|youtube|google\+?|linkedin|pinterest|rss|x\.com)(?:[ :,|]|$)/,
  /^(?:кількість )?(?:перегляд\S*|views|прочитано|переглянуто|завантажень|коментар\S*)[ :]*\d*(?: раз\S*)?$|^\d+ перегляд|^переглядів: ?\d+|^(?:(?:оновлено|опубліковано|дата публікації|розміщено|востаннє оновлено|last updated)[ :]+\d|(?:дата|створено|автор|категорія) ?: ?(?:\d|\S+ ?$))/,
  /cookie|файли куки|куки-файли|javascript|^warning:|^notice:|^copyright|^©|^all rights reserved|всі права захищені|creative commons|^політика (?:конфіденційності|cookie)|^використання матеріалів (?:сайту|порталу)/,
  /^(?:пошук|знайти|меню|menu|увійти|вхід|реєстрація|мапа (?:сайту|порталу)|карта сайту|гаряча лінія|зворотній зв’язок|зворотний зв’язок|контакти|новини|оголошення|архів(?: новин)?|фотогалерея|форум|прийняти|погоджуюсь|зрозуміло|детальніше|читати далі|докладніше|завантажити(?: файл| документ| \S+)?|скачати|прикріплені файли:?|попередня|наступна|попередній|наступний|теги:?|tags:?|хмара тегів|останні (?:новини|коментарі)|підписатися|електронні послуги|до змісту|skip to content|перейти до (?:основного )?вмісту|українська|english|eng|укр|ua|en)$/,
  /^https?:\/\/\S+$|^www\.\S+$|^\S+@\S+\.\S+$|^(?:[aак] ){2,}|для людей із порушенням зору|^фото без опису|^(?:портал|сайт) (?:працює|розроблен)|^розробка (?:веб-?)?сайт|^офіційний (?:веб-?)?(?:сайт|портал|вебсайт)|^gov\.ua|місцеве самоврядування україни$|державні сайти україни|^зараз на сайті|^на сайті \d+|^сайт розроблен|^знайшли помилку|ctrl ?\+ ?enter|^powered by|^створення сайт/,
  /\.(?:docx?|pdf|rtf|odt|xlsx?|zip)(?: ?\(?[\d.,]+ ?(?:kb|mb|кб|мб)\)?)?$|^[\d.,]+ ?(?:kb|mb|кб|мб)$/,
  /^(?:сторінка|стор\.|page) \d+(?: (?:з|із|of) \d+)?$|^- ?\d{1,3} ?-$|^продовження (?:додатк|таблиц)/,
  /^[-=_*~.•·]{3,}$|^(?:\* ){2,}\*$/,
]

/** A line that is certainly no part of a document, wherever it stands. */
export function isSureNoise(line: Line): boolean {
  const key = line.text.length > 200 ? line.key.slice(0, 200) : line.key
  return SURE.some((p) => p.test(key)) || SURE.some((p) => p.test(line.text.toLowerCase().slice(0, 200)))
}

/**
 * Numbers of pages: alone on an indented line with empty lines around, or right beside «Продовження додатка».
 * Bare numbers of measures stand at the margin.
 */
export function pageNumbers(lines: readonly Line[]): readonly Line[] {
  const full = lines.filter((l) => !isBlank(l))
  return full.filter((line, i) => {
    if (!/^\d{1,3}$/.test(line.key) || line.cells !== null) return false
    const goesOn = (l: Line | undefined) => l !== undefined && /^продовження (?:додатк|таблиц)/.test(l.key)
    if (goesOn(full[i + 1]) || goesOn(full[i - 1])) return true
    const alone = (l: Line | undefined) => l === undefined || isBlank(l)
    return /^\s{10}/.test(line.raw) && alone(lines[line.n - 2]) && alone(lines[line.n])
  })
}

/** A short line without a sentence, as menus have. */
export function isMenuLike(line: Line): boolean {
  return wordCount(line.text) <= 10 && !/[;]$/.test(line.text) && !/[.!?] \p{Lu}/u.test(line.text)
}

/**
 * Lines of a margin. Before the document begins short lines are a site's menu; after it ends only where the
 * margin has a sure mark of a site. A line between two such lines belongs to them.
 */
export function marginNoise(margin: readonly Line[], isBefore: boolean): readonly Line[] {
  const full = margin.filter((l) => !isBlank(l))
  const hasSure = full.some(isSureNoise)
  if (!hasSure && !isBefore) return []
  const own = full.map((l) => isSureNoise(l) || isMenuLike(l))
  return full.filter(
    (l, i) => own[i] || (hasSure && wordCount(l.text) <= 30 && own[i - 1] && (own[i + 1] ?? true)),
  )
}
