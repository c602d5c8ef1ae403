/** Words of official documents. They are always in Ukrainian. */
import type { Quarter } from '../../../kernel/civil-date.ts'
import { figure, pluralUk, quarterName } from '../../../kernel/texts.ts'
import { genitiveName } from '../../programmes/index.ts'

/** A name at the beginning of a sentence. */
export function upperFirst(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('uk') + text.slice(1)
}

/** Without the stop at its end: another one follows. */
export function unstopped(text: string): string {
  return text.replace(/[.;\s]+$/, '')
}

export const official = {
  kind: 'ЗВІТ',
  decisionKind: 'РІШЕННЯ',
  draft: 'ПРОЄКТ',
  demonstration: 'ДЕМОНСТРАЦІЯ',
  place: (city: string) => `м. ${city}`,
  reportHeading: (programme: string, span: string) => `про виконання ${genitiveName(programme)} за ${span}`,
  decisionHeading: (programme: string, span: string) =>
    `Про звіт про виконання ${genitiveName(programme)} за ${span}`,
  finalDecisionHeading: (programme: string, span: string) =>
    `Про заключний звіт про виконання ${genitiveName(programme)} за ${span}`,
  nothing: 'У звітному кварталі виконувати заходи Програми не належало.',
  correction: (version: number, reason: string) => `Версія ${version}. Підстава виправлення: ${reason}`,
  submitted: (on: string, due: string, late: number) =>
    `Звіт подано ${on} (строк – до ${due})${late > 0 ? `, із запізненням на ${late} ${pluralUk(late, 'день', 'дні', 'днів')}` : ''}.`,
  introduction: '1. Загальні відомості',
  arrivals: '2. Подання звітів виконавцями',
  tasks: '3. Виконання за завданнями Програми',
  indicators: '4. Показники виконання',
  money: '5. Фінансування',
  undone: '6. Невиконані заходи та причини',
  before: '7. Порівняння з відповідним періодом минулого року',
  conclusions: (n: number) => `${n}. Висновки`,
  measuresAnnex: 'Стан виконання заходів Програми',
  annexMark: ['Додаток', 'до звіту'],
  head: {
    number: '№',
    measure: 'Захід',
    executors: 'Виконавці',
    term: 'Строк виконання',
    plan: 'Заплановано, грн',
    cash: 'Касові видатки, грн',
    percent: '%',
    state: 'Стан виконання',
    result: 'Результат, показники (план / факт)',
    reason: 'Причини невиконання',
    unit: 'Виконавець',
    quarter: 'Період',
    due: 'Строк подання',
    submitted: 'Подано',
    arrival: 'Стан звіту',
    task: 'Завдання Програми',
    measures: 'Заходи',
    indicator: 'Показник',
    unitName: 'Одиниця',
    planValue: 'План',
    factValue: 'Факт',
    source: 'Джерело',
    committed: 'Зобов’язання, грн',
    spent: 'Касові видатки, грн',
    left: 'Залишок, грн',
    figure: 'Показник',
    now: 'Звітний період',
    yearBefore: 'Минулий рік',
    next: 'Що далі',
  },
  total: 'Усього',
  arrivalStates: { accepted: 'прийнято', submitted: 'подано, не прийнято', missing: 'не подано' },
  onTime: 'вчасно',
  lateDays: (n: number) => `запізнення – ${n} ${pluralUk(n, 'день', 'дні', 'днів')}`,
  silent: (n: number) => `без відомостей – ${figure('uk', n)}`,
  noData: 'відомостей немає',
  allDone: 'Усі заходи, про які подано відомості, виконано або вони виконуються.',
  withoutTask: 'Заходи, не віднесені до завдань',
  noMoney: 'Видатків на виконання Програми не передбачалося.',
  noTasks: 'Завдання в Програмі не визначено.',
  noIndicators: 'Кількісні показники для заходів Програми не встановлено.',
  quarterShort: (q: Quarter) => quarterName('uk', q),
  figures: {
    worked: 'Заходів виконано або виконується',
    undone: 'Заходів не виконано, виконано частково, перенесено',
    events: 'Підтверджених робіт',
    participants: 'Учасників, осіб',
    organisations: 'Організацій',
    cash: 'Касові видатки, грн',
    inTime: 'Звітів подано вчасно / прийнято',
  },
  decision: {
    preamble: (rapporteur: string | null, programme: string, span: string, decision: string) =>
      `Відповідно до пункту 22 частини першої статті 26, статті 59 Закону України «Про місцеве самоврядування в Україні» (280/97-ВР), заслухавши ${
        rapporteur ? `звіт (доповідач – ${rapporteur})` : 'звіт'
      } про виконання ${genitiveName(programme)} за ${span}${decision}, міська рада ВИРІШИЛА:`,
    note: (span: string) => `Звіт про виконання Програми за ${span} взяти до відома (додається).`,
    noteFinal: (span: string) => `Заключний звіт про виконання Програми за ${span} затвердити (додається).`,
    closed: 'Зняти Програму з контролю у зв’язку із закінченням строку її дії.',
    undone: (measures: string) =>
      `Виконавцям Програми вжити заходів для виконання того, що не виконано або виконано частково (${pluralUk(measures.split(',').length, 'захід', 'заходи', 'заходи')} ${measures}).`,
    publish: (unit: string | null) =>
      `${unit ? `${upperFirst(unit)}: оприлюднити` : 'Оприлюднити'} це рішення і звіт на офіційному вебсайті міської ради (пункт 10 частини першої статті 15 Закону України «Про доступ до публічної інформації», 2939-VI).`,
    control: (commission: string | null) =>
      `Контроль за виконанням рішення покласти на ${commission ?? 'постійну комісію міської ради, до повноважень якої належать ці питання'}.`,
    mayor: 'Міський голова',
  },
  headOfUnit: 'Керівник',
} as const
