/** Letters to authors, in their language. */
import type { Locale } from '../../../kernel/texts.ts'
import type { City } from '../../../platform/settings.ts'
import type { Reason } from '../types.ts'

export type Fate =
  | { readonly kind: 'published' }
  | { readonly kind: 'returned'; readonly reason: Reason; readonly words: string }
  | { readonly kind: 'upheld'; readonly reason: Reason | null; readonly words: string }
  | { readonly kind: 'withdrawn'; readonly reason: Reason; readonly words: string }

export function fateLetter(
  locale: Locale,
  of: {
    readonly city: City
    readonly title: string
    readonly fate: Fate
    readonly page: string
    readonly cabinet: string
  },
): { readonly subject: string; readonly body: string } {
  const [subject, text] = (locale === 'uk' ? sayUk : sayEn)(of)
  const hello = locale === 'uk' ? 'Вітаємо!' : 'Hello,'
  return { subject, body: `${hello}\n\n${text}\n\n${of.city.council[locale]}` }
}

type Of = Parameters<typeof fateLetter>[1]

function why(locale: Locale, reason: Reason | null, words: string): string {
  const name = reason && `${reason.name[locale]}${reason.source ? ` (${reason.source})` : ''}`
  return [name, words].filter(Boolean).join('\n\n')
}

function sayUk({ fate, title, page, cabinet }: Of): readonly [string, string] {
  switch (fate.kind) {
    case 'published':
      return ['Новину опубліковано', `Вашу новину «${title}» опубліковано:\n\n${page}`]
    case 'returned':
      return [
        'Новину повернуто',
        `Вашу новину «${title}» повернуто. Причина:\n\n${why('uk', fate.reason, fate.words)}\n\nЇї можна виправити й подати ще раз або оскаржити: тоді рішення прийме інший працівник.\n\n${cabinet}`,
      ]
    case 'upheld':
      return [
        'Скаргу розглянуто: новину не опубліковано',
        `Інший працівник розглянув вашу скаргу щодо новини «${title}» і погодився з поверненням.\n\n${why('uk', fate.reason, fate.words)}\n\nНовину можна виправити й подати ще раз: ${cabinet}`,
      ]
    case 'withdrawn':
      return [
        'Новину знято з публікації',
        `Новину «${title}» знято з публікації. Причина:\n\n${why('uk', fate.reason, fate.words)}\n\n${cabinet}`,
      ]
  }
}

function sayEn({ fate, title, page, cabinet }: Of): readonly [string, string] {
  switch (fate.kind) {
    case 'published':
      return ['Your news is published', `Your news “${title}” is published:\n\n${page}`]
    case 'returned':
      return [
        'Your news was returned',
        `Your news “${title}” was returned. The reason:\n\n${why('en', fate.reason, fate.words)}\n\nYou can mend it and send it again, or appeal: then another officer decides.\n\n${cabinet}`,
      ]
    case 'upheld':
      return [
        'The appeal is decided: the news is not published',
        `Another officer looked at your appeal about “${title}” and agreed with the return.\n\n${why('en', fate.reason, fate.words)}\n\nYou can mend the news and send it again: ${cabinet}`,
      ]
    case 'withdrawn':
      return [
        'Your news was withdrawn',
        `Your news “${title}” was withdrawn. The reason:\n\n${why('en', fate.reason, fate.words)}\n\n${cabinet}`,
      ]
  }
}
