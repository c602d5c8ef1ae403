import { parseCivilDate } from '../../../../kernel/civil-date.ts'
import { longDate, MONTHS_UK, pluralUk, quarterName, ROMAN, shortDate } from '../../../../kernel/texts.ts'
import type { PeriodLabel, Reading } from '../../../../legal-time/occurrences.ts'
import type { DutyState } from '../../types.ts'

const days = (n: number) => `${n} ${pluralUk(n, 'день', 'дні', 'днів')}`
const duties = (n: number) => `${n} ${pluralUk(n, 'обов’язок', 'обов’язки', 'обов’язків')}`

export const dutyUk = {
  title: 'Обов’язки',
  days,
  states: {
    planned: 'заплановано',
    open: 'триває',
    fulfilled: 'виконано',
    overdue: 'прострочено',
    excused: 'знято з поясненням',
    carriedOver: 'перенесено',
  } satisfies Record<DutyState, string>,
  partly: 'виконано частково',
  fulfilledOn: (date: string) => `виконано ${date}`,
  fulfilledLate: (date: string, n: number) => `виконано ${date}, із запізненням на ${days(n)}`,
  overdueBy: (n: number) => `прострочено на ${days(n)}`,
  dueIn: (n: number) => (n === 0 ? 'строк сьогодні' : `залишилося ${days(n)}`),
  progress: (done: number, asked: number) => `${done} з ${asked}`,
  period: (label: PeriodLabel): string => {
    switch (label.kind) {
      case 'quarter':
        return quarterName('uk', label)
      case 'half':
        return `${ROMAN[label.half]} півріччя ${label.year} року`
      case 'year':
        return `${label.year} рік`
      case 'month':
        return `${MONTHS_UK[label.month - 1]} ${label.year} року`
      case 'day':
        return longDate('uk', label.date)
      case 'span':
        return `${shortDate('uk', label.from)} – ${shortDate('uk', label.to)}`
    }
  },
  reading: ({ code, raw, everyYear, cutAt }: Reading): string => {
    const term = raw === '' ? 'За графіком, який встановив координатор' : `Строк у Програмі: «${raw}»`
    const how = {
      quarterOfWork:
        'робота не має кінцевого дня, а звітують про неї щокварталу, тому й підтверджують її до кінця кварталу',
      month: 'виконати треба до кінця місяця',
      dayAfterMonth: 'число названо для місяця, наступного за звітним',
      quarter: 'виконати треба до кінця кварталу',
      dayAfterQuarter: 'число названо для місяця, наступного за звітним кварталом',
      half: 'виконати треба до кінця півріччя',
      year: 'виконати треба до кінця року',
      yearOfWork: 'робота триває кілька років, тому її підтверджують за кожен рік',
      severalYears: 'виконати треба один раз за названу кількість років, рахуючи від початку програми',
      named: 'виконати треба до кінця названого часу',
      byDay: 'названий день входить до строку',
      beforeNamed:
        'слово «до» означає «до початку названого», тому сам названий рік чи місяць до строку не входить',
      throughNamed: 'за рішенням міста названий рік чи місяць входить до строку',
      namedDay: 'захід припадає саме на цей день, тому вихідний його не переносить',
    }[code]
    const cut = cutAt === null ? null : parseCivilDate(cutAt)
    return `${[
      `${term}: ${how}`,
      ...(everyYear ? ['рік не названо, тому строк повторюється щороку'] : []),
      ...(cut ? [`Програма закінчується ${longDate('uk', cut)}, пізніше строку бути не може`] : []),
    ].join('; ')}.`
  },
  namedDay: (date: string, weekday: string) => `${date}, ${weekday}: день, на який призначено захід.`,
  chosenDay: (date: string, weekday: string) =>
    `${date}, ${weekday}: день, на який координатор переніс обов’язок.`,
  why: 'Чому?',
  labels: {
    measure: 'Захід',
    unit: 'Виконавець',
    period: 'Період',
    due: 'Строк',
    state: 'Стан',
    evidence: 'Підтвердження',
    reason: 'Пояснення',
    term: 'Строк у Програмі',
    action: 'Дія',
    carriedTo: 'Перенесено на',
  },
  list: {
    search: 'Пошук за номером, змістом або виконавцем',
    all: 'усі',
    state: 'Стан',
    unit: 'Виконавець',
    measure: 'Захід',
    year: 'Рік',
    quarter: 'Квартал',
    quarterOption: (n: 1 | 2 | 3 | 4) => `${ROMAN[n]} квартал`,
    caption: 'Обов’язки за Програмою',
    empty: 'За таким добором обов’язків немає.',
    nothingYet: 'Обов’язків ще немає',
    nothingYetBody: 'Вони з’являться, щойно Програму буде прийнято і редакція набере чинності.',
    fileName: 'obovyazky',
    waiting: 'чекають на виконання',
    nothingWaits: 'Нічого не чекає на виконання.',
    record: 'Записати виконання',
    recordShort: 'Записати',
    lead: (late: number, open: number) =>
      late > 0
        ? `${duties(late)} прострочено, ${open} ${pluralUk(open, 'триває', 'тривають', 'триває')}.`
        : open > 0
          ? `Простроченого немає, ${duties(open)} у роботі.`
          : 'Нічого не чекає на виконання.',
    ofYear: (year: number) => `Рік ${year} наперед`,
    terms: 'Строки, які треба визначити',
    reminders: 'Нагадування',
  },
  page: {
    title: (number: string, period: string) => `Захід ${number}, ${period}`,
    lateLead: (n: number) => `Строк минув ${days(n)} тому.`,
    evidence: 'Чим підтверджено',
    noEvidence: 'Підтверджень ще немає.',
    part: 'частково',
    history: 'Історія',
    decisions: 'Рішення координатора',
    excuse: 'Зняти обов’язок',
    excuseHint: 'Пояснення буде видно на публічній сторінці заходу.',
    carry: 'Перенести',
    carryTo: 'На інший обов’язок цього заходу',
    carryNone: 'не обрано',
    carryDate: 'Або на новий день',
    carryDateHint: 'Буде створено новий обов’язок з цим строком.',
    reopen: 'Повернути в роботу',
    reopenText: 'Обов’язок знову чекатиме на виконання.',
    reason: 'Чому',
    reopened: 'Обов’язок знову в роботі.',
  },
  terms: {
    title: 'Строки, які треба визначити',
    lead: (n: number) =>
      n === 0
        ? 'Кожен захід має строк і виконавця.'
        : `${n} ${pluralUk(n, 'захід не дає', 'заходи не дають', 'заходів не дають')} обов’язків, доки ви не вирішите.`,
    gaps: 'Заходи, з яких не випливає жодного обов’язку',
    gapsEmpty: 'Таких заходів немає.',
    why: {
      noTerm: 'Строку в Програмі не названо.',
      notUnderstood: 'Строк не вдалося прочитати.',
      outsideProgramme: 'Названий час лежить поза строком дії Програми.',
      endedBeforeDecision: 'Строк закінчився ще до того, як рішення набрало чинності.',
    },
    scheduled: 'Ви встановили графік, обов’язки є.',
    set: 'Визначити строк',
    change: 'Змінити графік',
    groups: 'Групи без жодного підрозділу',
    groupsIntro: 'Виконавцем названо групу, але до неї ще нікого не внесено, тому обов’язки не створено.',
    groupMeasures: (numbers: string) => `Заходи ${numbers}`,
    fill: 'Внести підрозділи',
    renew: 'Оновити обов’язки',
    renewHint: 'Після зміни складу групи: створить відсутні обов’язки, минулих не зачепить.',
    renewed: (created: number, renewed: number, withdrawn: number) =>
      created + renewed + withdrawn === 0
        ? 'Усе вже відповідає Програмі, нічого не змінено.'
        : `Створено ${created}, оновлено ${renewed}, знято ${withdrawn}.`,
    readingTitle: 'Строки без числа',
    reading: 'Як читати «до 2015 року»',
    readingHint: 'Стосується строків, у яких названо лише рік або місяць. Зміна оновить майбутні обов’язки.',
    excluded: 'До початку названого року чи місяця (звичайне читання)',
    included: 'Включно з названим роком чи місяцем',
    save: 'Застосувати',
  },
  schedule: {
    title: (number: string) => `Строк заходу ${number}`,
    lead: 'Графік діятиме, доки строк не визначить зміна до Програми.',
    how: 'Коли виконувати',
    kinds: {
      dates: 'У названі дні',
      quarterly: 'Щокварталу',
      monthly: 'Щомісяця',
      halfYearly: 'Двічі на рік',
      yearly: 'Щороку',
      continuous: 'Постійно, зі звітом щокварталу',
    },
    dates: 'Дні',
    datesHint: 'По одному в рядку, наприклад 08.05.2026. Кожен день стане окремим обов’язком.',
    reason: 'Підстава',
    reasonHint: 'Наприклад, розпорядження міського голови чи план заходів.',
    save: 'Встановити строк',
    remove: 'Скасувати графік',
    removeText: 'Майбутні обов’язки, створені за графіком, буде знято. Минулі залишаться.',
    saved: 'Строк встановлено.',
    removed: 'Графік скасовано.',
  },
}
