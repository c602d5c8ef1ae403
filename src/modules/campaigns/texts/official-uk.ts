/** Words of documents: they are made in Ukrainian only. */
import { pluralUk } from '../../../kernel/texts.ts'

const organisations = (n: number) => `${n} ${pluralUk(n, 'організацію', 'організації', 'організацій')}`

export const official = {
  demonstration: 'ПОКАЗОВИЙ СТЕНД',
  certificate: 'ДОВІДКА',
  place: (city: string) => `м. ${city}`,
  resultHeading: (year: number) => `про результати звірки відомостей реєстру організацій у ${year} році`,
  asked: (from: string, to: string, n: number) =>
    `З ${from} до ${to} проведено щорічну звірку відомостей реєстру організацій міста. Запитано ${organisations(n)}.`,
  answered: (n: number, confirmed: number, corrected: number, percent: string) =>
    `Відповіли ${organisationsNominative(n)} (${percent} %): ${confirmed} підтвердили відомості, ${corrected} їх виправили.`,
  corrections: (n: number) =>
    `Отримано ${n} ${pluralUk(n, 'виправлення', 'виправлення', 'виправлень')}; кожне розглядає працівник ради, прийняті внесено до реєстру із зазначенням джерела.`,
  ways: (link: number, phone: number, paper: number) =>
    `За посиланням відповіли ${link}, телефоном – ${phone}, на папері – ${paper}.`,
  calls: (n: number) =>
    n === 0 ? '' : `Тим, хто не відповідав, зроблено ${n} ${pluralUk(n, 'дзвінок', 'дзвінки', 'дзвінків')}.`,
  byKind: 'Відповіді за видами організацій',
  head: {
    kind: 'Вид організацій',
    asked: 'Запитано',
    confirmed: 'Підтвердили',
    corrected: 'Виправили',
    ceased: 'Припинили діяльність',
    silent: 'Не відповіли',
    total: 'Разом',
    number: '№',
    name: 'Назва',
    reason: 'Звідки відомо',
  },
  silent: 'Організації, що не відповіли',
  ceased: 'Організації, про які повідомлено, що вони припинили діяльність',
  coverHeading: 'Листи для звірки відомостей реєстру',
  cover: (n: number, from: number, to: number) =>
    `У файлі ${n} ${pluralUk(n, 'лист', 'листи', 'листів')} (${from}–${to}). Друкуйте з двох боків: на звороті кожного листа – форма відповіді. Перший аркуш – цей, його не надсилають; список для пошти – наприкінці.`,
  coverBack: 'Зворот першого аркуша.',
  addressees: 'Список для пошти',
  address: 'Адреса',
  noAddress: 'адреси немає',
  letterHeading: (year: number) => `Про звірку відомостей реєстру організацій у ${year} році`,
  qr: 'QR-код особистого посилання для звірки',
  byHand: (address: string) =>
    `Наведіть камеру телефону на цей малюнок або відкрийте ${address} і введіть код:`,
  formHeading: (name: string) => `Відповідь на звірку: ${name}`,
  formLead:
    'Якщо все правильно, поставте позначку і підпис. Якщо ні – напишіть правильно у правому стовпці. Форму можна віддати особисто або надіслати поштою.',
  formCaption: 'Відомості реєстру',
  field: 'Що',
  registered: 'Записано в реєстрі',
  right: 'Правильно так',
  allRight: '[    ]  Усе правильно',
  who: 'Хто відповідає (ім’я, прізвище, посада): ____________________________________________',
  sign: 'Підпис ______________________          Дата ______________________',
  none: '–',
} as const

function organisationsNominative(n: number): string {
  return `${n} ${pluralUk(n, 'організація', 'організації', 'організацій')}`
}
