/** Words of acts. An act of the council is in Ukrainian, whatever language the clerk reads. */
export const decision = {
  kind: 'РІШЕННЯ',
  draftMark: 'ПРОЄКТ',
  heading: (programme: string) => `Про внесення змін до ${programme}`,
  preamble: (rule: string | null) =>
    `Керуючись пунктом 22 частини першої статті 26 Закону України «Про місцеве самоврядування в Україні» (№ 280/97-ВР)${
      rule === null ? '' : `, відповідно до пункту ${rule} Програми`
    }, з метою приведення заходів і показників Програми у відповідність до умов її виконання, міська рада ВИРІШИЛА:`,
  amend: (programme: string, approved: string) =>
    `Внести до ${programme}${approved === '' ? '' : `, затвердженої ${approved}`} (далі – Програма), такі зміни:`,
  approvedBy: (body: string, date: string, number: string) =>
    `рішенням ${body}${date === '' ? '' : ` від ${date}`}${number === '' ? '' : ` № ${number}`}`,
  title: (after: string) => `назву Програми викласти в такій редакції: «${after}»`,
  period: (after: string) => `установити строк дії Програми: ${after}`,
  periodSpan: (from: string, to: string) => `з ${from} по ${to}`,
  passportChange: (label: string, after: string) =>
    `у паспорті Програми пункт «${label}» викласти в такій редакції: «${after}»`,
  passportAdd: (label: string, after: string) =>
    `доповнити паспорт Програми пунктом «${label}» такого змісту: «${after}»`,
  passportDrop: (label: string) => `у паспорті Програми пункт «${label}» виключити`,
  chapter: {
    facts: 'загальні положення Програми в частині даних',
    problems: 'перелік проблем',
    aim: 'мету Програми',
    tasks: 'завдання Програми',
    expectedResults: 'очікувані результати виконання Програми',
  },
  chapterChange: (chapter: string, after: string) => `${chapter} викласти в такій редакції: «${after}»`,
  chapterDrop: (chapter: string) => `${chapter} виключити`,
  measureChange: (number: string, after: string) => `пункт ${number} викласти в такій редакції: «${after}»`,
  measureAdd: (number: string, after: string) => `доповнити пунктом ${number} такого змісту: «${after}»`,
  measureDrop: (number: string) => `пункт ${number} виключити`,
  measureText: (number: string, text: string, executors: string, term: string, money: string) =>
    [
      `${number}. ${text}`,
      executors === '' ? '' : `Виконавці: ${executors}.`,
      term === '' ? '' : `Строк виконання: ${term}.`,
      money === '' ? '' : `Обсяг фінансування: ${money}.`,
    ]
      .filter((t) => t !== '')
      .join(' '),
  funding: (after: string) => `обсяги фінансування Програми викласти в такій редакції: «${after}»`,
  fundingNone: 'фінансування не передбачено',
  fundingLine: (year: number, source: string, sum: string) => `${year} рік, ${source} – ${sum}`,
  controlChange: (number: string, after: string) => `пункт ${number} викласти в такій редакції: «${after}»`,
  controlAdd: (number: string, after: string) => `доповнити пунктом ${number} такого змісту: «${after}»`,
  controlDrop: (number: string) => `пункт ${number} виключити`,
  publish: (coordinator: string) =>
    coordinator === ''
      ? 'Оприлюднити це рішення на офіційному вебсайті міської ради.'
      : `Координатору Програми (${coordinator}) забезпечити оприлюднення цього рішення на офіційному вебсайті міської ради.`,
  control:
    'Контроль за виконанням цього рішення покласти на заступника міського голови з питань діяльності виконавчих органів ради.',
  mayor: 'Міський голова',
  demonstration: 'ДЕМОНСТРАЦІЙНИЙ ДОКУМЕНТ',
  text: {
    kind: 'ПРОГРАМА',
    edition: (n: number, date: string) => `Редакція ${n}, чинна з ${date}`,
    approved: 'ЗАТВЕРДЖЕНО',
    passport: 'Паспорт Програми',
    general: 'Загальні положення',
    aim: 'Мета Програми',
    tasks: 'Завдання Програми',
    measures: 'Заходи реалізації Програми',
    expected: 'Очікувані результати виконання Програми',
    funding: 'Фінансове забезпечення Програми',
    control: 'Координація роботи і контроль за виконанням Програми',
    asOf: (date: string) => `станом на ${date}`,
    columns: {
      number: '№',
      measure: 'Зміст заходу',
      executors: 'Виконавці',
      term: 'Строк виконання',
      money: 'Обсяг фінансування',
      item: 'Назва',
      value: 'Зміст',
      year: 'Рік',
      source: 'Джерело',
      sum: 'Сума',
      total: 'Усього',
    },
  },
}
