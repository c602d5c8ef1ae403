import { pluralUk, ROMAN } from '../../../kernel/texts.ts'
import type { Published } from '../types.ts'

const days = (n: number) => `${n}\u00a0${pluralUk(n, 'день', 'дні', 'днів')}`
const until = (n: number) => (n === 0 ? 'сьогодні' : n === 1 ? 'завтра' : `через ${days(n)}`)

export const homeUk = {
  lead: (measures: number) =>
    measures === 0
      ? 'Що місто пообіцяло громаді, що зроблено, що попереду і скільки це коштує.'
      : `${measures} ${pluralUk(measures, 'захід, який', 'заходи, які', 'заходів, які')} місто взяло на себе перед громадськими організаціями, партіями, органами самоорганізації населення і мешканцями. Тут видно, що зроблено, що попереду і скільки це коштує.`,
  description: (title: string, city: string) =>
    `${title}. ${city}: заходи, строки, виконання, звіти і кошти програми, щодня з першоджерел.`,
  over: (until: string) => `Програма діяла до ${until}. Нижче – чим вона завершилася.`,
  ahead: (from: string) => `Програма почне діяти ${from}. Нижче – що в ній заплановано.`,
  figures: {
    done: (a: number, b: number) => `${a} з ${b}`,
    doneLabel: (year: number | null) =>
      year === null ? 'обов’язків цього року виконано вчасно' : `обов’язків ${year} року виконано вчасно`,
    late: (n: number) => `, ${n} прострочено`,
    reportLabel: (quarter: 1 | 2 | 3 | 4, n: number) => `звіт за ${ROMAN[quarter]} квартал, ${until(n)}`,
    spent: (plan: string) => `витрачено з ${plan}`,
    noMoney: 'окремих коштів на рік не передбачено',
    participants: (n: number) => `${pluralUk(n, 'учасник', 'учасники', 'учасників')} подій за рік`,
  },
  ribbon: {
    title: 'Рік програми',
    caption: (year: number) => `Заходи за кварталами ${year} року`,
    head: 'Захід',
    quarter: (n: 1 | 2 | 3 | 4, year: number) => `${ROMAN[n]} квартал ${year} року`,
    cell: (state: string, done: number, asked: number) =>
      asked > 1 ? `${state}, ${done} з ${asked}` : state,
    all: (n: number) => `Усі ${n} ${pluralUk(n, 'захід', 'заходи', 'заходів')}`,
    csv: 'Таблицею (CSV)',
    ical: 'Календар (iCal)',
    none: 'На цей рік обов’язків ще немає.',
  },
  recent: { title: 'Що зроблено останнім часом', empty: 'Поки нічого не записано.', all: 'Усе зроблене' },
  coming: {
    title: 'Найближче',
    empty: 'Найближчим часом строків немає.',
    more: (n: number) => `і ще ${n} ${pluralUk(n, 'захід', 'заходи', 'заходів')}`,
  },
  reports: {
    title: 'Звіти',
    empty: 'Оприлюднених звітів ще немає.',
    all: 'Усі звіти',
    name: (r: Pick<Published, 'kind' | 'year' | 'quarter'>) =>
      r.kind === 'final'
        ? 'Заключний звіт'
        : r.quarter === null
          ? `Звіт за ${r.year} рік`
          : `Звіт за ${ROMAN[r.quarter]} квартал ${r.year} року`,
  },
  money: { title: (year: number) => `Кошти ${year} року`, more: 'Докладно про кошти' },
  documents: {
    title: 'Документи й дані',
    programme: 'Текст програми і рішення',
    data: 'Відкриті дані',
    dates: 'Як ми рахуємо строки',
  },
  follow: {
    title: 'Стежити',
    done: 'Стрічка зробленого (Atom)',
    reports: 'Стрічка звітів (Atom)',
    calendar: 'Строки у вашому календарі (iCal)',
    write: 'Написати координатору',
  },
  others: 'Інші програми',
  period: (from: number, to: number) => (from === to ? `${from} рік` : `${from}–${to} роки`),
  empty: {
    title: (city: string) => `Віче: ${city} звітує перед громадою`,
    lead: 'Тут мешканці бачитимуть програму співпраці міста з громадськістю: що обіцяно, що зроблено, що попереду і скільки це коштує.',
    title2: 'Програми ще немає',
    body: 'Місто щойно встановило Віче. Робота починається з тексту: координатор завантажує рішення ради, Віче читає з нього заходи, виконавців, строки і кошти, а людина перевіряє прочитане.',
    steps: [
      'Рада ухвалює програму, координатор завантажує її текст.',
      'Віче знаходить у тексті кожен захід, строк і виконавця, координатор звіряє.',
      'Відділи записують зроблене, а звіти складаються з цих записів.',
      'Усе, що стосується програми, видно на цій сторінці без реєстрації.',
    ],
    signIn: 'Увійти для роботи',
    about: 'Що таке Віче',
  },
}
export type HomeTexts = typeof homeUk
