/** Whether a text names somebody: nothing is kept of a person but the public office that the person holds. */

const PATRONYMIC = /(?<![\p{L}])\p{Lu}\p{Ll}{1,30}(?:ович|йович|івн|ївн)\p{Ll}{0,4}(?![\p{L}])/u
const INITIALS_AFTER = /(?<![\p{L}])\p{Lu}[\p{Ll}’]{2,30}(?:-\p{Lu}\p{Ll}{2,30})?\s{1,2}\p{Lu}\.\s?\p{Lu}\./u
const INITIALS_BEFORE = /(?<![\p{L}.])\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}[\p{Ll}’]{2,30}/u

/**
 * By a patronymic in any case, or a surname beside two initials (Law 2297-VI, art. 7). A street named after somebody
 * with initials is refused too: it is written without them.
 */
export function namesPerson(text: string): boolean {
  const plain = text.slice(0, 5_000).replace(/[ʼ'`]/g, '’')
  return PATRONYMIC.test(plain) || INITIALS_AFTER.test(plain) || INITIALS_BEFORE.test(plain)
}
