/** Official romanisation of Ukrainian (KMU resolution 55 of 27.01.2010), and addresses made with it. */

const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'iu',
  я: 'ia',
  '’': '',
  "'": '',
  ʼ: '',
}

/** Letters that sound otherwise at the beginning of a word. */
const AT_START: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' }

/** `Згурський Юрій` → `Zghurskyi Yurii`. Other letters stay as they are. */
export function romanise(text: string): string {
  let result = ''
  let inWord = false
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!
    const lower = letter.toLowerCase()
    const latin =
      lower === 'г' && text[i - 1]?.toLowerCase() === 'з'
        ? 'gh'
        : ((inWord ? undefined : AT_START[lower]) ?? LETTERS[lower])
    result += latin === undefined ? letter : letter === lower ? latin : capitalise(latin)
    inWord = /[\p{L}’'ʼ]/u.test(letter)
  }
  return result
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

const LONGEST_SLUG = 60

/**
 * Address of a programme: its words romanised, cut at a word, then its years.
 * @param taken addresses that exist; a number is put behind when the address is among them
 */
export function slugOf(
  title: string,
  years: { readonly from: number; readonly to: number },
  taken: readonly string[],
): string {
  const words = romanise(title.replace(/\d{4}\s*[-–—]\s*\d{4}|\d{4}/g, ' '))
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((w) => w !== 'roky' && w !== 'rik')
  let base = ''
  for (const word of words) {
    const longer = base === '' ? word.slice(0, LONGEST_SLUG) : `${base}-${word}`
    if (longer.length > LONGEST_SLUG) break
    base = longer
  }
  const span = years.from === years.to ? `${years.from}` : `${years.from}-${years.to}`
  const slug = base === '' ? span : `${base}-${span}`
  if (!taken.includes(slug)) return slug
  for (let n = 2; ; n++) if (!taken.includes(`${slug}-${n}`)) return `${slug}-${n}`
}
