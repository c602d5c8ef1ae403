import { pluralUk } from '../../../../kernel/texts.ts'
import type { ReminderLevel, ReminderStage } from '../../types.ts'

const duties = (n: number) => `${n} ${pluralUk(n, 'обов’язок', 'обов’язки', 'обов’язків')}`

export const remindersUk = {
  title: 'Нагадування',
  lead: 'Один лист на день для кожного, з усім, що чекає. Листи лежать у скриньці вихідних, доки їх не відпустить людина або правило.',
  who: 'Кому писати',
  levels: {
    executor: 'Виконавцям',
    coordinator: 'Координаторові',
    deputyMayor: 'Заступникові міського голови',
  } satisfies Record<ReminderLevel, string>,
  when: {
    executor: 'За 10 і за 3 дні, у день строку, через 3 і через 10 днів після нього',
    coordinator: 'У день строку, через 3 і через 10 днів після нього',
    deputyMayor: 'Через 10 днів після строку',
  } satisfies Record<ReminderLevel, string>,
  name: 'Ім’я та прізвище заступника',
  email: 'Електронна пошта',
  changedBy: (name: string) => `змінено: ${name}`,
  save: 'Зберегти',
  saved: 'Налаштування збережено.',
  preview: 'Кому буде написано сьогодні',
  previewEmpty: 'Сьогодні писати нікому.',
  previewCount: (n: number) => `${duties(n)} у листі`,
  unreached: 'Підрозділи, яким нікуди написати',
  unreachedHint: 'Додайте працівника з роллю виконавця або адресу підрозділу.',
  outbox: 'Скринька вихідних',
  stages: {
    before10: 'Строк за 10 днів або раніше',
    before3: 'Строк за 3 дні або раніше',
    onDay: 'Строк сьогодні',
    after3: 'Строк минув',
    after10: 'Строк минув понад 10 днів тому',
  } satisfies Record<ReminderStage, string>,
  mailing: (date: string) => `Нагадування про обов’язки, ${date}`,
  subject: (late: number, coming: number) =>
    late === 0
      ? `${duties(coming)} за Програмою: наближається строк`
      : coming === 0
        ? `${duties(late)} за Програмою: строк минув`
        : `Програма: прострочено ${late}, наближається строк ${coming}`,
  greeting: (name: string) => `Вітаємо, ${name}!`,
  opening: 'За Програмою на виконання чекає:',
  openingCoordinator: 'Ось що за Програмою настало або минуло:',
  openingDeputy: 'За Програмою строк минув понад 10 днів тому, а підтвердження немає:',
  due: (date: string) => `Строк: ${date}`,
  link: 'Відкрити список:',
  closing: 'Якщо роботу вже зроблено, запишіть її: це займає дві хвилини.',
  sender: (city: string) => `Віче, ${city}`,
}
