import { pluralUk, ROMAN } from '../../../kernel/texts.ts'
import type { ReportStanding } from '../types.ts'
import { daySentenceUk } from './day-uk.ts'

type Q = { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
const quarter = ({ year, quarter: n }: Q) => `${ROMAN[n]} квартал ${year} року`
const days = (n: number) => `${n} ${pluralUk(n, 'день', 'дні', 'днів')}`
const duties = (n: number) => `${n} ${pluralUk(n, 'обов’язок', 'обов’язки', 'обов’язків')}`
const letters = (n: number) => `${n} ${pluralUk(n, 'лист', 'листи', 'листів')}`
const people = (n: number) => `${n} ${pluralUk(n, 'людина', 'людини', 'людей')}`

export const officeUk = {
  nav: 'Сьогодні',
  title: (weekday: string, date: string) => `Сьогодні, ${weekday}, ${date}`,
  sentence: daySentenceUk,
  toPay: (sum: string) => `Термінового немає. До сплати за договорами ${sum}.`,
  calm: 'Ви бачите все, змінювати нічого не потрібно.',
  standing: (done: number, asked: number, late: number) =>
    `Виконано ${done} з ${asked} ${pluralUk(asked, 'обов’язку', 'обов’язків', 'обов’язків')} року${late > 0 ? `, ${late} прострочено` : ', простроченого немає'}. Ви бачите все, змінювати нічого не потрібно.`,
  noRoles: 'Вам ще не надано жодної ролі. Зверніться до адміністратора.',
  agenda: {
    title: 'Потребує вашої дії',
    waits: 'чекає',
    none: 'Нічого.',
    more: (n: number) =>
      `Ще ${n} ${pluralUk(n, 'прострочений обов’язок', 'прострочені обов’язки', 'прострочених обов’язків')}`,
    late: (n: number) => `на ${days(n)}`,
    lateHint: 'прострочено',
    until: (date: string) => `до ${date}`,
    today: 'сьогодні',
    duty: {
      partly: 'Частково виконано.',
      do: 'Записати',
      see: 'Переглянути',
    },
    ownReport: {
      open: (q: Q) => `Звіт за ${quarter(q)}`,
      openText: 'Складено з ваших записів. Перевірте, доповніть і подайте.',
      returned: (q: Q) => `Повернуто звіт за ${quarter(q)}`,
      returnedText: (remark: string | null) => (remark === null ? 'Є зауваження.' : `Зауваження: ${remark}`),
      do: 'Переглянути й подати',
      fix: 'Виправити',
    },
    review: {
      title: (unit: string, q: Q) => `Прийняти звіт за ${quarter(q)}: ${unit}`,
      text: (date: string | null, again: boolean) =>
        `${again ? 'Виправлено після зауважень. ' : ''}${date === null ? '' : `Подано ${date}.`}`,
      do: 'Переглянути',
    },
    yearly: {
      title: (year: number) => `Звіт сесії за ${year} рік`,
      text: 'Складається з прийнятих квартальних звітів і витрат. Разом із ним буде проєкт рішення ради.',
      do: 'Готувати',
    },
    term: {
      title: (number: string, title: string) => `${number} ${title}: визначити строк`,
      text: 'Поки строку немає, обов’язків за цим заходом теж немає.',
      do: 'Визначити',
    },
    group: {
      title: (name: string) => `Внести підрозділи до групи «${name}»`,
      text: (measures: string) => `Виконавець заходів ${measures}. Поки група порожня, обов’язків немає.`,
      do: 'Внести',
    },
    draft: {
      title: (title: string, amendment: boolean) =>
        `${amendment ? 'Зміни до програми' : 'Нова програма'} на перевірці: ${title}`,
      text: (findings: number) =>
        findings === 0
          ? 'Усі знахідки розглянуто.'
          : `${findings} ${pluralUk(findings, 'знахідка чекає', 'знахідки чекають', 'знахідок чекає')} на рішення.`,
      untitled: 'без назви',
      do: 'Перевірити',
    },
    proposals: {
      title: (n: number) =>
        `${n} ${pluralUk(n, 'пропозиція', 'пропозиції', 'пропозицій')} щодо змін до програми`,
      text: 'Кожна чекає на відповідь.',
      do: 'Розглянути',
    },
    mailings: {
      title: (n: number) =>
        `${n} ${pluralUk(n, 'розсилка чекає', 'розсилки чекають', 'розсилок чекає')} на відправлення`,
      text: (n: number) => `Разом ${letters(n)}. Доки ви не відпустите, жоден не піде.`,
      do: 'Переглянути',
    },
    noProgramme: {
      title: 'Завантажте текст програми',
      text: 'Віче прочитає рішення ради й запропонує заходи, виконавців, строки і кошти. Ви перевірите й приймете.',
      do: 'Завантажити',
    },
    invited: {
      title: (n: number) =>
        `${people(n)} ще не ${pluralUk(n, 'прийняла', 'прийняли', 'прийняли')} запрошення`,
      text: 'Перевірте, чи посилання дійшло, або надішліть нове.',
      do: 'Переглянути',
    },
    mailServer: {
      title: 'Поштовий сервер не налаштовано',
      text: 'Відпущені листи чекають у черзі. Адресу сервера задає SMTP_URL.',
      do: 'До листів',
    },
    failedLetters: {
      title: (n: number) => `${letters(n)} не вдалося надіслати`,
      text: 'Після восьми спроб лист чекає на вас.',
      do: 'Переглянути',
    },
  },
  inWork: {
    title: 'У роботі',
    until: (date: string) => `до ${date}`,
    none: 'Більше нічого не розпочато.',
    all: 'Усі мої обов’язки',
  },
  myDone: {
    title: (q: Q) => `Зроблено за ${quarter(q)}`,
    none: 'Ще нічого не записано.',
    all: 'Усі записи',
  },
  myNext: {
    title: (q: Q) => `Наступний квартал: ${quarter(q)}`,
    none: 'На наступний квартал строків немає.',
  },
  quarters: {
    title: (q: Q) => `${quarter(q)}: звіти виконавців`,
    until: 'Приймаються до',
    caption: (q: Q) => `Звіти виконавців за ${quarter(q)}`,
    unit: 'Виконавець',
    measures: 'Заходів',
    evidence: 'Підтверджень',
    report: 'Звіт',
    late: (n: number) => `із запізненням на ${days(n)}`,
    lateSoFar: (n: number) => `не подано, ${days(n)} після строку`,
    states: {
      open: 'ще не подано',
      submitted: 'подано, чекає на прийняття',
      returned: 'повернуто із зауваженнями',
      accepted: 'прийнято',
    } satisfies Record<ReportStanding, string>,
    notOpened: 'ще не відкрито',
    none: 'Звіти за цей квартал ще не відкрито.',
    all: 'Усі звіти',
  },
  money: {
    title: (year: number) => `Кошти ${year} року`,
    more: 'План, договори, витрати',
    noPlan: 'На цей рік коштів не заплановано.',
  },
  unpaid: {
    title: 'До сплати за договорами',
    none: 'Несплачених договорів немає.',
    row: (number: string, counterparty: string) => `Договір № ${number}: ${counterparty}`,
    left: (sum: string) => `Залишилося сплатити ${sum}.`,
    do: 'Записати оплату',
    see: 'Переглянути',
    all: 'Усі договори',
  },
  year: {
    title: (year: number) => `Рік ${year}`,
    more: 'Увесь рік',
  },
  recent: { title: 'Що зроблено останнім часом', none: 'Поки нічого не записано.', all: 'Усе зроблене' },
  health: {
    title: 'Стан системи',
    record: 'Журнал дій',
    entries: (n: number) => `${n} ${pluralUk(n, 'запис', 'записи', 'записів')}.`,
    signed: (moment: string, unsigned: number) =>
      `Останній підпис ${moment}${unsigned === 0 ? ', він охоплює все' : `, після нього додано ${unsigned}`}.`,
    neverSigned: 'Підпису ще не було: він з’явиться впродовж години.',
    mail: 'Пошта',
    mailSet: (server: string) => `Листи йдуть через ${server}.`,
    mailUnset: 'Сервер не налаштовано.',
    mailDemo: 'Показовий стенд: листи не надсилаються нікому.',
    backup: 'Резервна копія',
    backupText: 'Коли її робили востаннє, звідси не видно. Перевірте командою viche doctor.',
    sessions: 'Зараз у системі',
    sessionsText: (n: number) => people(n),
    doctor: 'Повний огляд дає команда viche doctor.',
  },
  boxes: {
    record: {
      title: 'Записати зроблене',
      text: 'Дві хвилини: що, коли, для якого заходу. Решту можна додати потім.',
      do: 'Нове підтвердження',
    },
    mailings: {
      title: 'Чекає на відправлення',
      none: 'Нічого не чекає.',
      letters,
      see: 'переглянути',
      all: 'Усі листи',
    },
    yearDone: {
      title: 'Виконано за рік',
      label: (year: number, own: boolean) => `${year} рік, ${own ? 'ваш підрозділ' : 'усі виконавці'}`,
      text: (done: number, asked: number) =>
        `${done} з ${asked} ${pluralUk(asked, 'обов’язку', 'обов’язків', 'обов’язків')}`,
      late: (n: number) => `${duties(n)} прострочено`,
      none: 'Обов’язків на цей рік ще немає.',
      more: 'Картина року',
    },
    money: 'Кошти',
    staff: {
      title: 'Працівники',
      active: (n: number) => `працюють: ${n}`,
      invited: (n: number) => `запрошені, ще не ввійшли: ${n}`,
      suspended: (n: number) => `доступ зупинено: ${n}`,
      more: 'Працівники й ролі',
    },
    journal: {
      title: 'Журнал',
      text: 'Хто що зробив, коли і чому. Записи не зникають.',
      more: 'Відкрити журнал',
    },
  },
}
export type OfficeTexts = typeof officeUk
