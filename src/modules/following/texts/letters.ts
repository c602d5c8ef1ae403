/** Letters to those who follow. */
import { dayOf, type Temporal } from '../../../kernel/civil-date.ts'
import { type Bilingual, type Locale, shortDate } from '../../../kernel/texts.ts'
import type { DigestItem } from '../../../platform/digest.ts'
import type { House } from '../../../platform/house.ts'
import { localPath } from '../../../platform/http/route.ts'
import { texts } from './index.ts'

export type DigestPart = { readonly title: Bilingual<string>; readonly items: readonly DigestItem[] }

type Sender = Pick<House, 'baseUrl' | 'city'>

function address(locale: Locale, house: Sender, path: string): string {
  return `${house.baseUrl}${localPath(locale, path)}`
}

export function confirmLetter(locale: Locale, house: Sender, secret: string) {
  const t = texts[locale].letters
  return {
    subject: t.confirmSubject(house.city.name[locale]),
    body: t.confirmBody(address(locale, house, `/follow/confirm/${secret}`), house.city.council[locale]),
  }
}

export function digestTitle(locale: Locale, until: Temporal.Instant, letters: number): string {
  return texts[locale].letters.digestTitle(shortDate(locale, dayOf(until)), letters)
}

/** A list of what is new, each with its address; at the end the ways to change and to leave. */
export function digestLetter(
  locale: Locale,
  house: Sender,
  digest: { readonly parts: readonly DigestPart[]; readonly secret: string },
) {
  const t = texts[locale].letters
  const own = address(locale, house, `/follow/${digest.secret}`)
  const leave = `${own}/leave`
  const count = digest.parts.reduce((n, part) => n + part.items.length, 0)
  const parts = digest.parts.map((part) =>
    [
      part.title[locale].toLocaleUpperCase(locale),
      ...part.items.map((item) =>
        [item.title[locale], item.text[locale], address(locale, house, item.path)]
          .filter((line) => line !== '')
          .join('\n'),
      ),
    ].join('\n\n'),
  )
  return {
    subject: t.digestSubject(house.city.name[locale], count),
    body: [t.hello, ...parts, '––', t.foot(own, leave), house.city.council[locale]].join('\n\n'),
    unsubscribe: leave,
  }
}
