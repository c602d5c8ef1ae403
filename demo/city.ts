/** The demonstration city: the council is real, departments are usual ones, every person is invented. */
import type { City } from '../src/platform/settings.ts'

export const NIZHYN: City = {
  name: { uk: 'Ніжин', en: 'Nizhyn' },
  council: { uk: 'Ніжинська міська рада', en: 'Nizhyn City Council' },
  councilGenitive: 'Ніжинської міської ради',
  executive: {
    uk: 'Виконавчий комітет Ніжинської міської ради',
    en: 'Executive Committee of Nizhyn City Council',
  },
  edrpou: '04061783',
  katottg: 'UA74040250000063494',
  address: 'пл. І. Франка, 1, м. Ніжин, Чернігівська область',
  email: null,
}

/** Departments by the short names that `events.ts` uses. The first two are named in the programme's text. */
export const UNITS = {
  info: 'Відділ інформаційно-аналітичного забезпечення та комунікацій з громадськістю виконавчого комітету Ніжинської міської ради',
  general: 'Загальний відділ виконавчого комітету міської ради',
  culture: 'Управління культури і туризму',
  social: 'Управління соціального захисту населення',
  education: 'Управління освіти',
  youth: 'Відділ у справах сім’ї, молоді та спорту',
  accounting: 'Відділ бухгалтерського обліку',
} as const

export type UnitName = keyof typeof UNITS

/** As lists and tables name them. */
export const SHORT_NAMES: Readonly<Record<UnitName, string>> = {
  info: 'Інформаційно-аналітичний відділ',
  general: 'Загальний відділ',
  culture: 'Управління культури',
  social: 'Управління соцзахисту',
  education: 'Управління освіти',
  youth: 'Відділ молоді та спорту',
  accounting: 'Бухгалтерія',
}

/** «Управління, відділи та служби»: those that the coordinator put into the group. */
export const GROUP: readonly UnitName[] = ['culture', 'social', 'education', 'youth']

export const PEOPLE = [
  {
    mailbox: 'koordynator',
    name: 'Олена Демченко',
    position: 'Начальниця відділу',
    role: 'coordinator',
    unit: null,
  },
  {
    mailbox: 'vykonavets',
    name: 'Тарас Вишневий',
    position: 'Головний спеціаліст',
    role: 'executor',
    unit: 'culture',
  },
  {
    mailbox: 'info',
    name: 'Ірина Полуничка',
    position: 'Провідна спеціалістка',
    role: 'executor',
    unit: 'info',
  },
  {
    mailbox: 'zahalnyi',
    name: 'Степан Левада',
    position: 'Начальник відділу',
    role: 'executor',
    unit: 'general',
  },
  {
    mailbox: 'soczahyst',
    name: 'Марія Калинова',
    position: 'Заступниця начальника',
    role: 'executor',
    unit: 'social',
  },
  { mailbox: 'osvita', name: 'Галина Барвінок', position: 'Методистка', role: 'executor', unit: 'education' },
  {
    mailbox: 'molod',
    name: 'Андрій Стежка',
    position: 'Головний спеціаліст',
    role: 'executor',
    unit: 'youth',
  },
  {
    mailbox: 'rozporiadnyk',
    name: 'Надія Копійка',
    position: 'Головна бухгалтерка',
    role: 'fundManager',
    unit: null,
  },
  {
    mailbox: 'administrator',
    name: 'Юрій Дріт',
    position: 'Адміністратор',
    role: 'administrator',
    unit: null,
  },
  { mailbox: 'deputat', name: 'Петро Глядач', position: 'Депутат міської ради', role: 'viewer', unit: null },
] as const

/** Short titles of the twenty measures, as the public page shows them. */
export const TITLES: Readonly<Record<string, readonly [uk: string, en: string]>> = {
  '4.1': [
    'Аналіз тенденцій і моніторинг суспільно-політичного життя',
    'Analysis of trends and monitoring of public life',
  ],
  '4.2': [
    'Соціологічні дослідження, рейтинг актуальних питань',
    'Sociological studies and a rating of pressing issues',
  ],
  '4.3': ['Громадсько-політичний паспорт міста', 'Socio-political passport of the city'],
  '4.4': ['Дні інформування населення', 'Days of informing the population'],
  '4.5': ['Експрес-інформації про події в місті', 'Express information on events in the city'],
  '4.6': [
    'Новини партій і громадських організацій на сайті',
    'News of parties and organisations on the site',
  ],
  '4.7': ['Оприлюднення публічної інформації', 'Publication of public information'],
  '4.8': ['База даних об’єднань громадян', 'Database of associations'],
  '4.9': [
    'Засідання Громадської ради та інших дорадчих органів',
    'Sittings of the Public Council and other advisory bodies',
  ],
  '4.10': ['Електронна скринька для обговорень', 'Electronic box for discussions'],
  '4.11': [
    'Спільні міські заходи, свята вулиць і мікрорайонів',
    'City events and neighbourhood days together',
  ],
  '4.12': ['Презентації досвіду громадських організацій', 'Presentations of organisations’ experience'],
  '4.13': ['Конкурс соціально-культурних проєктів', 'Contest of socio-cultural projects'],
  '4.14': ['Приймальні партій, фракцій і депутатів', 'Reception offices of parties, factions and deputies'],
  '4.15': [
    'Круглі столи, конференції, тренінги, дискусійні клуби',
    'Round tables, conferences, training, discussion clubs',
  ],
  '4.16': ['Семінари для представників партій', 'Seminars for representatives of parties'],
  '4.17': ['Міжнародний і регіональний досвід', 'International and regional experience'],
  '4.18': ['Відзначення активістів грамотами й подяками', 'Certificates of honour and thanks for activists'],
  '4.19': ['Підсумки роботи органів самоорганізації населення', 'Results of self-organisation bodies'],
  '4.20': ['Покладання квітів, вінків і мітинги', 'Laying of flowers and wreaths, rallies'],
}
