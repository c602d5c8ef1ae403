/**
 * What is never kept: who belongs to an organisation, and a private person's party, faith or union (Law 2297-VI,
 * art. 7). Organisations, those who represent them publicly, and counts only.
 */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'

export type PersonalCode = 'personal_member' | 'personal_code'

const MEMBER =
  /(?:^|[^\p{L}])(?:член(?:и|ів|ами|ом|кин(?:я|і|ь))?|учасник(?:и|ів)?|прихожан(?:ин|и|ка)|парафіян(?:ин|и|ка)|активіст(?:и|ів|ка)?|партійн(?:ість|а приналежність)|віросповідання особи)(?:[^\p{L}]|$)/iu
const PERSON =
  /\p{Lu}[\p{Ll}’'ʼ-]{2,}\s+(?:\p{Lu}\.\s?\p{Lu}\.|\p{Lu}[\p{Ll}’'ʼ-]{2,}\s+\p{Lu}[\p{Ll}’'ʼ-]+(?:вич|вна|ївна|ович|евич))/u
const TEN_DIGITS = /(?<!\d)\d{10}(?!\d)/
const OFFICIAL = /правлінн|рад[иі]|комітет|президі|ревізій|наглядов/iu

/** Why a free text may not stay: it names a member, or holds a person's tax number. */
export function personalTrace(text: string, field?: string): Refusal<PersonalCode> | null {
  if (TEN_DIGITS.test(text) && /рнокпп|іпн|інн|ідентифікаційн|податков/iu.test(text))
    return refuse('personal_code', undefined, field)
  if (MEMBER.test(text) && PERSON.test(text) && !OFFICIAL.test(text))
    return refuse('personal_member', undefined, field)
  return null
}

const FORBIDDEN_HEADINGS =
  /член|учасник|прихожан|парафіян|дата народження|рік народження|паспорт|рнокпп|іпн(?:$|\W)|партійн|віросповідання (?:особи|керівника)|національн|стать(?:$|\W)|місце проживання|домашн/iu

/** Whether a column of a list may not be taken over at all. */
export function isForbiddenHeading(heading: string): boolean {
  return FORBIDDEN_HEADINGS.test(heading) && !/правлінн|кількість/iu.test(heading)
}

/** «член партії», «прихожанин»: no post of somebody who represents. */
export function isMembership(post: string): boolean {
  return MEMBER.test(post) && !OFFICIAL.test(post)
}
