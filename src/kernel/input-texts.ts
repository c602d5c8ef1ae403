/** Sentences for the codes of `inputs.ts`: what is wrong and what would be right. */

import type { RefusalValues } from './refusal.ts'
import type { Bilingual, Locale } from './texts.ts'

type Sentence = (values: RefusalValues) => string

const uk = {
  required: () => 'Заповніть це поле',
  not_text: () => 'Тут має бути текст',
  too_long: (v) => `Задовгий текст: не більше ніж ${v.maximum ?? ''} знаків`,
  not_a_date: () => 'Вкажіть дату, наприклад 06.04.2026',
  not_money: () => 'Вкажіть суму в гривнях, наприклад 1 450,50',
  below_zero: () => 'Сума не може бути від’ємною',
  not_whole: () => 'Вкажіть ціле число',
  not_number: () => 'Вкажіть число, наприклад 12,5',
  out_of_range: () => 'Число поза дозволеними межами',
  not_an_id: () => 'Виберіть значення зі списку',
  not_a_choice: () => 'Виберіть одне зі значень',
  not_a_link: () => 'Вкажіть адресу сторінки, що починається з https://',
  not_email: () => 'Вкажіть адресу електронної пошти, наприклад ivanenko@example.org',
  not_edrpou: () => 'Код ЄДРПОУ – вісім цифр',
  not_katottg: () => 'Код КАТОТТГ – UA і сімнадцять цифр',
  person_code: () =>
    'Це схоже на податковий номер особи (10 цифр). Його не зберігають: вкажіть код ЄДРПОУ або залиште поле порожнім',
  personal_member: () =>
    'Тут названо члена чи учасника. Належність людей до партій, громад і спілок не зберігають (ст. 7 Закону 2297-VI)',
  personal_code: () => 'Податковий номер особи не зберігають. Приберіть його',
  not_a_time: () => 'Вкажіть час, наприклад 09:30',
  not_a_point: () => 'Вкажіть широту й довготу, наприклад 51.0480, 31.8860',
  consent_needed: () => 'Без цієї згоди ми не можемо прийняти ваші дані',
  line_day: (v) => `Рядок ${v.line ?? ''} має починатися з дати, наприклад 15.10.2026`,
  line_time: (v) => `Рядок ${v.line ?? ''}: такого часу немає. Пишіть, наприклад, 10:00–12:00`,
  line_title: (v) => `Рядок ${v.line ?? ''}: бракує назви`,
  line_count: (v) => `Рядок ${v.line ?? ''}: напишіть, хто це і скільки їх, наприклад «Жителі – 45»`,
  too_many_questions: (v) => `Не більше ніж ${v.maximum ?? ''} запитань`,
  changed_meanwhile: () =>
    'Поки ви писали, це змінив хтось інший. Набране вами збережено тут: відкрийте сторінку заново в іншій вкладці, порівняйте і внесіть свою зміну там',
  unknown_fields: (v) =>
    `Форма надіслала невідомі поля: ${v.fields ?? ''}. Оновіть сторінку і спробуйте ще раз`,
  invalid: () => 'Неправильне значення',
} as const satisfies Record<string, Sentence>

export type InputCode = keyof typeof uk

const en: Record<InputCode, Sentence> = {
  required: () => 'Fill in this field',
  not_text: () => 'This must be text',
  too_long: (v) => `Too long: at most ${v.maximum ?? ''} characters`,
  not_a_date: () => 'Give a date, for example 06.04.2026',
  not_money: () => 'Give a sum in hryvnias, for example 1,450.50 as 1450.50',
  below_zero: () => 'The sum cannot be negative',
  not_whole: () => 'Give a whole number',
  not_number: () => 'Give a number, for example 12.5',
  out_of_range: () => 'The number is outside the allowed range',
  not_an_id: () => 'Choose a value from the list',
  not_a_choice: () => 'Choose one of the values',
  not_a_link: () => 'Give a web address that begins with https://',
  not_email: () => 'Give an e-mail address, for example ivanenko@example.org',
  not_edrpou: () => 'A code of EDRPOU has eight digits',
  not_katottg: () => 'A code of KATOTTH is UA and seventeen digits',
  person_code: () =>
    'This looks like a person’s tax number (10 digits). It is not kept: give the EDRPOU code or leave the field empty',
  personal_member: () =>
    'This names a member. Who belongs to a party, a community or a union is never kept (Law 2297-VI, art. 7)',
  personal_code: () => 'A person’s tax number is not kept. Take it out',
  not_a_time: () => 'Give a time, for example 09:30',
  not_a_point: () => 'Give latitude and longitude, for example 51.0480, 31.8860',
  consent_needed: () => 'Without this consent we cannot take your data',
  line_day: (v) => `Line ${v.line ?? ''} must begin with a date, for example 15.10.2026`,
  line_time: (v) => `Line ${v.line ?? ''}: there is no such time. Write 10:00–12:00, for example`,
  line_title: (v) => `Line ${v.line ?? ''}: a title is missing`,
  line_count: (v) => `Line ${v.line ?? ''}: write who it is and how many, for example “Residents – 45”`,
  too_many_questions: (v) => `At most ${v.maximum ?? ''} questions`,
  changed_meanwhile: () =>
    'Someone changed this while you were writing. What you typed is kept here: open the page anew in another tab, compare, and bring your change in there',
  unknown_fields: (v) => `The form sent unknown fields: ${v.fields ?? ''}. Reload the page and try again`,
  invalid: () => 'The value is not valid',
}

const sentences: Bilingual<Record<InputCode, Sentence>> = { uk, en }

/** The sentence of a code; a code nobody knows reads as "not valid". */
export function inputSentence(locale: Locale, code: string, values: RefusalValues = {}): string {
  const known = sentences[locale] as Record<string, Sentence>
  return (known[code] ?? known['invalid']!)(values)
}
