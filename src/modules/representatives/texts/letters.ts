/** Letters of this module, in the language in which they were asked for. */
import { type Locale, pluralEn, pluralUk } from '../../../kernel/texts.ts'
import type { City } from '../../../platform/settings.ts'

export type LetterText = { readonly subject: string; readonly body: string }

export function signInLetter(
  locale: Locale,
  of: { readonly city: City; readonly link: string; readonly minutes: number },
): LetterText {
  const { link, minutes } = of
  return locale === 'uk'
    ? {
        subject: 'Вхід до кабінету організації',
        body: `Вітаємо!

Щоб увійти до кабінету організації (${of.city.council.uk}), відкрийте посилання:

${link}

Воно діє ${minutes} ${pluralUk(minutes, 'хвилину', 'хвилини', 'хвилин')} і лише один раз.

Якщо ви не просили про вхід, просто не зважайте на цей лист: без посилання ніхто не увійде. Не пересилайте його нікому.`,
      }
    : {
        subject: 'Sign-in to the cabinet of an organisation',
        body: `Hello,

To enter the cabinet of an organisation (${of.city.council.en}), open this link:

${link}

It works for ${minutes} ${pluralEn(minutes, 'minute', 'minutes')} and only once.

If you did not ask for it, leave this letter alone: nobody comes in without the link. Do not forward it.`,
      }
}
