/** Letters of this module, in the language in which they were asked for. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { type Locale, longDate, pluralEn, pluralUk } from '../../../kernel/texts.ts'
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

type ToConfirm = {
  readonly city: City
  readonly link: string
  readonly days: number
  readonly organisation: string
}

export function confirmLetter(locale: Locale, of: ToConfirm): LetterText {
  const { link, days, organisation } = of
  return locale === 'uk'
    ? {
        subject: 'Підтвердьте заяву представника',
        body: `Вітаємо!

Цю адресу вказано в заяві про представництво організації «${organisation}» (кабінет організацій, ${of.city.council.uk}). Щоб підтвердити, що адреса ваша, відкрийте посилання:

${link}

Воно діє ${days} ${pluralUk(days, 'день', 'дні', 'днів')}. Потім заяву розгляне працівник міської ради, і ви отримаєте відповідь на цю адресу.

Якщо заяву подавали не ви, просто не зважайте на цей лист: без підтвердження її буде видалено.`,
      }
    : {
        subject: 'Confirm your claim',
        body: `Hello,

This address was given in a claim to represent “${organisation}” before the council (${of.city.council.en}). To confirm that the address is yours, open this link:

${link}

It works for ${days} ${pluralEn(days, 'day', 'days')}. Then a clerk of the council looks at the claim, and you get an answer at this address.

If it was not you, leave this letter alone: without a confirmation the claim is deleted.`,
      }
}

export function invitationLetter(locale: Locale, of: ToConfirm & { readonly by: string }): LetterText {
  const { link, days, organisation, by } = of
  return locale === 'uk'
    ? {
        subject: `Запрошення представляти організацію «${organisation}»`,
        body: `Вітаємо!

${by} запрошує вас представляти організацію «${organisation}» у кабінеті організацій (${of.city.council.uk}): подавати новини й події, перевіряти дані організації.

Якщо згодні, відкрийте посилання:

${link}

Воно діє ${days} ${pluralUk(days, 'день', 'дні', 'днів')}. Якщо не згодні, нічого робити не треба: ваші дані буде видалено.`,
      }
    : {
        subject: `Invitation to represent “${organisation}”`,
        body: `Hello,

${by} invites you to represent “${organisation}” in the cabinet of organisations (${of.city.council.en}): to post news and events and to check the organisation’s data.

If you agree, open this link:

${link}

It works for ${days} ${pluralEn(days, 'day', 'days')}. If you do not, nothing needs to be done: your data will be deleted.`,
      }
}

export type Fate =
  | { readonly kind: 'accepted'; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'returned'; readonly reason: string }
  | { readonly kind: 'withdrawn'; readonly reason: string }
  | { readonly kind: 'ending'; readonly to: CivilDate }
  | { readonly kind: 'ended' }

export function decisionLetter(
  locale: Locale,
  of: { readonly city: City; readonly link: string; readonly organisation: string; readonly fate: Fate },
): LetterText {
  const say = locale === 'uk' ? fateUk : fateEn
  const [subject, text] = say(of.fate, of.organisation)
  const [hello, cabinet] = locale === 'uk' ? ['Вітаємо!', 'Кабінет'] : ['Hello,', 'Cabinet']
  return { subject, body: `${hello}\n\n${text}\n\n${cabinet}: ${of.link}\n\n${of.city.council[locale]}` }
}

function fateUk(fate: Fate, organisation: string): readonly [string, string] {
  const on = (day: CivilDate) => longDate('uk', day)
  switch (fate.kind) {
    case 'accepted':
      return [
        'Ваші повноваження представника підтверджено',
        `Ви представляєте організацію «${organisation}» з ${on(fate.from)} до ${on(fate.to)} включно. У кабінеті можна подати новину, перевірити дані організації та запросити колег.`,
      ]
    case 'returned':
      return [
        'Заяву представника повернуто',
        `Заяву про представництво організації «${organisation}» повернуто. Причина:\n\n${fate.reason}\n\nВиправте її в кабінеті й подайте ще раз.`,
      ]
    case 'withdrawn':
      return [
        'Повноваження представника припинено',
        `Міська рада припинила ваші повноваження представляти організацію «${organisation}». Причина:\n\n${fate.reason}`,
      ]
    case 'ending':
      return [
        'Строк повноважень представника спливає',
        `Ви представляєте організацію «${organisation}» до ${on(fate.to)} включно. Якщо організація продовжує ваші повноваження, подайте заяву з новим листом.`,
      ]
    case 'ended':
      return [
        'Строк повноважень представника закінчився',
        `Строк, на який вас уповноважила організація «${organisation}», закінчився. Щоб представляти її далі, подайте заяву з новим листом.`,
      ]
  }
}

function fateEn(fate: Fate, organisation: string): readonly [string, string] {
  const on = (day: CivilDate) => longDate('en', day)
  switch (fate.kind) {
    case 'accepted':
      return [
        'Your powers are confirmed',
        `You represent “${organisation}” from ${on(fate.from)} to ${on(fate.to)}, both included. In the cabinet you can post news, check the organisation’s data and invite colleagues.`,
      ]
    case 'returned':
      return [
        'Your claim was returned',
        `Your claim to represent “${organisation}” was returned. The reason:\n\n${fate.reason}\n\nMend it in the cabinet and send it again.`,
      ]
    case 'withdrawn':
      return [
        'Your powers were ended',
        `The council ended your powers to represent “${organisation}”. The reason:\n\n${fate.reason}`,
      ]
    case 'ending':
      return [
        'Your powers run out soon',
        `You represent “${organisation}” until ${on(fate.to)}. If the organisation prolongs them, send a claim with a new letter.`,
      ]
    case 'ended':
      return [
        'Your powers have run out',
        `The term for which “${organisation}” delegated you has run out. To go on representing it, send a claim with a new letter.`,
      ]
  }
}
