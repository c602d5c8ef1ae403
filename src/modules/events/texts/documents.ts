/** Words of official documents, which are in Ukrainian. */
import { pluralUk } from '../../../kernel/texts.ts'

export const documentsUk = {
  demonstration: 'ПОКАЗОВИЙ ДОКУМЕНТ',
  place: (city: string) => `м. ${city}`,
  plan: {
    kind: 'ПЛАН',
    heading: (what: string, span: string) => `${what} ${span}`,
    what: 'заходів, що проводяться за участю громадськості,',
    whatOf: (kind: string) => `заходів (${kind})`,
    ofYear: (year: number) => `на ${year} рік`,
    ofQuarter: (quarter: string, year: number) => `на ${quarter} квартал ${year} року`,
    between: (from: string, to: string) => `з ${from} до ${to}`,
    head: ['№', 'Назва заходу', 'Дата, час', 'Місце проведення', 'Відповідальний', 'Виконавці'],
    none: 'На цей час заходів не заплановано.',
  },
  summary: {
    kind: 'ІНФОРМАЦІЯ',
    heading: (quarter: string) => `про проведення днів інформування населення за ${quarter}`,
    intro: (days: number, people: number, questions: number) =>
      `Проведено ${days} ${pluralUk(days, 'день', 'дні', 'днів')} інформування, у яких узяли участь ${people} ${pluralUk(people, 'особа', 'особи', 'осіб')}; поставлено ${questions} ${pluralUk(questions, 'запитання', 'запитання', 'запитань')}.`,
    none: 'Днів інформування не проведено.',
    head: ['Дата, місце', 'Тема', 'Інформаційна група', 'Присутні', 'Запитання'],
    tableTitle: 'Проведені дні інформування',
    questions: 'Поставлені запитання',
    questionHead: ['№', 'Запитання', 'Відповідь або доручення', 'Строк', 'Стан'],
    waits: 'чекає на відповідь',
    answered: 'відповідь надано',
    instructed: (unit: string) => `доручено: ${unit}`,
    overdue: 'строк минув',
    grouped: (n: number) => `разом із запитанням № ${n}`,
  },
  list: {
    kind: 'СПИСОК',
    heading: (title: string, when: string) => `присутніх на заході «${title}», ${when}`,
    head: ['№', 'Прізвище, ім’я', 'Організація', 'Підпис'],
    caption: 'Присутні',
    consent:
      'Підписуючи, присутні погоджуються, що їхні ім’я та назва організації зберігатимуться для обліку участі й будуть знищені разом зі списком.',
    photo: 'Під час заходу ведеться фото- й відеозйомка для інформування мешканців.',
    blank: 15,
  },
  invited: {
    kind: 'СПИСОК',
    heading: (title: string, when: string) => `запрошених організацій: «${title}», ${when}`,
    head: ['№', 'Організація', 'Як запрошено', 'Відповідь', 'Назвали', 'Були'],
    caption: 'Запрошені організації',
    none: 'Організацій не запрошено.',
    letter: (day: string) => `листом, ${day}`,
    noAddress: 'адреси немає',
    sum: (all: number, accepted: number, declined: number, silent: number) =>
      `Запрошено ${all}: погодилися ${accepted}, відмовилися ${declined}, не відповіли ${silent}.`,
    states: { invited: 'немає відповіді', accepted: 'будуть', declined: 'відмовилися' },
  },
} as const
