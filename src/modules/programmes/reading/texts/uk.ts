import type { ReadingTexts, Values } from './shape.ts'

const t = (v: Values, key: string): string => String(v[key] ?? '')
const DAMAGE: Readonly<Record<string, string>> = {
  doubleEncoded: 'текст прочитано в чужому кодуванні',
  lostLetters: 'у словах загублено літери',
  replacement: 'літери замінено знаком �',
  oddLetters: 'у тексті є службові знаки',
}
const ASIDES: Readonly<Record<string, string>> = {
  textBox: 'у рамках і написах',
  footnotes: 'у виносках',
  endnotes: 'у кінцевих виносках',
  header: 'у верхніх колонтитулах',
  footer: 'у нижніх колонтитулах',
}
const ACTIONS: Readonly<Record<string, string>> = {
  newWording: 'виклад у новій редакції',
  add: 'доповнення',
  replace: 'заміна',
  remove: 'вилучення',
  change: 'зміна',
}
const OTHER: Readonly<Record<string, string>> = {
  report: 'Це звіт про виконання програми, а не сама програма.',
  note: 'Це пояснювальна записка, а не сама програма.',
  budgetPassport: 'Це паспорт бюджетної програми, а не цільова програма: заходів і виконавців у ньому немає.',
}
const WHAT: Readonly<Record<string, string>> = {
  passport: 'складові в паспорті',
  measures: 'суми заходів',
  funding: 'таблиця фінансування',
}
const day = (iso: string) => iso.split('-').reverse().join('.')
const sum = (n: string) =>
  `${new Intl.NumberFormat('uk-UA', { maximumFractionDigits: 2 }).format(Number(n))} грн`

const ACT_KINDS: Readonly<Record<string, string>> = {
  law: 'Закон України',
  resolution: 'Постанова Кабінету Міністрів України',
  decree: 'Указ Президента України',
  order: 'Наказ',
  standard: 'Стандарт',
}

function actName(kind: string, title: string): string {
  return `${ACT_KINDS[kind] ?? ''} «${title}»`.trim()
}

export const uk: ReadingTexts = {
  findings: {
    period_mismatch: (v) =>
      `Назва програми говорить про ${t(v, 'title')}, а строк виконання в паспорті – ${t(v, 'passport')}. Виберіть, який період правильний.`,
    term_before_decision: (v) =>
      `Строк заходу ${t(v, 'number')} («${t(v, 'term')}») закінчився до ухвалення рішення ${day(t(v, 'decided'))}.`,
    term_outside_period: (v) =>
      `Строк заходу ${t(v, 'number')} («${t(v, 'term')}») виходить за період програми ${t(v, 'period')}.`,
    term_missing: (v) =>
      `Для заходу ${t(v, 'number')} строк виконання не вказано. Обов’язків за ним не буде, доки його не встановлять.`,
    ambiguous_term: (v) =>
      `Строк заходу ${t(v, 'number')} «${t(v, 'term')}» можна зрозуміти двояко: до ${day(t(v, 'until'))} або по ${day(t(v, 'through'))} включно.`,
    term_unrecognised: (v) => `Строк заходу ${t(v, 'number')} не розпізнано: «${t(v, 'term')}».`,
    sum_mismatch: (v) =>
      Number(v['unit']) === 1
        ? `Схоже, переплутано одиниці: ${WHAT[t(v, 'what')] ?? `стовпець ${t(v, 'what')} року`} – ${sum(t(v, 'parts'))}, а загалом вказано ${sum(t(v, 'total'))} (гривні й тисячі гривень).`
        : `Суми не сходяться: ${WHAT[t(v, 'what')] ?? `стовпець ${t(v, 'what')} року`} – ${sum(t(v, 'parts'))}, а загалом вказано ${sum(t(v, 'total'))}.`,
    total_missing: () => 'Загальний обсяг фінансування не вказано або в ньому немає суми.',
    unit_suspect: (v) => `Одиницю суми «${t(v, 'sum')}» не вказано.`,
    chapter_numbering: (v) =>
      t(v, 'kind') === 'styles'
        ? `Розділи пронумеровано по-різному: «${t(v, 'odd')}» і «${t(v, 'usual')}».`
        : `Порядок розділів порушено: після попереднього розділу мав би бути ${t(v, 'usual')}, а стоїть «${t(v, 'odd')}».`,
    heading_differs: (v) =>
      `Заголовок розділу ${t(v, 'number')} повторює назву програми не повністю${t(v, 'dropped') === '' ? '' : `: немає слів «${t(v, 'dropped')}»`}.`,
    outdated_act: (v) =>
      `${actName(t(v, 'kind'), t(v, 'title'))} № ${t(v, 'number')} не діє з ${day(t(v, 'from'))}${t(v, 'successor') === '' ? '' : `; замість нього – ${actName(t(v, 'successorKind'), t(v, 'successorTitle'))} № ${t(v, 'successor')}`}.${t(v, 'verified') === 'M' ? ' Дату слід звірити: у таблиці актів її не підтверджено.' : ''}`,
    two_spellings: (v) => `Один виконавець записаний по-різному: «${t(v, 'unit')}» і «${t(v, 'aliases')}».`,
    damaged_text: (v) =>
      `Текст пошкоджено: ${DAMAGE[t(v, 'kind')] ?? 'літери змінено'}, рядків – ${t(v, 'count')} (наприклад, «${t(v, 'sample')}»). Звірте з оригіналом.`,
    empty_passport_item: (v) =>
      `Пункт паспорта ${t(v, 'number') === '' ? '' : `${t(v, 'number')} `}«${t(v, 'label')}» порожній.`,
    measure_without_executor: (v) => `Для заходу ${t(v, 'number')} виконавця не вказано.`,
    executor_group: (v) =>
      `«${t(v, 'unit')}» – це група: координатор має назвати підрозділи, що до неї входять.`,
    measure_number_gap: (v) => `Перед заходом ${t(v, 'number')} немає заходу ${t(v, 'missing')}.`,
    measure_number_duplicate: (v) => `Номер заходу ${t(v, 'number')} повторюється.`,
    no_measures: () => 'У тексті програми не знайдено жодного заходу.',
    no_programme: (v) =>
      Number(v['attached']) === 1 && t(v, 'what') === ''
        ? 'У тексті є лише рішення, а самої програми немає: вона має бути в додатку. Додайте файл додатка.'
        : (OTHER[t(v, 'what')] ?? 'У тексті немає програми: не знайдено ні паспорта, ні заходів.'),
    amendment: (v) =>
      `Текст змінює іншу програму (${ACTIONS[t(v, 'kind')] ?? 'зміна'})${t(v, 'number') === '' ? '' : `, пункт ${t(v, 'number')}`}: «${t(v, 'text')}».`,
    date_oddity: (v) =>
      v['start'] === undefined
        ? `У заголовку акта дві дати: ${day(t(v, 'first'))} і ${day(t(v, 'second'))}.`
        : `Програма починається з ${t(v, 'start')} року, а рішення ухвалено ${day(t(v, 'first'))}.`,
    act_incomplete: (v) =>
      `У заголовку акта не знайдено: ${t(v, 'missing').replace('date', 'дату').replace('number', 'номер').replace(',', ' і ')}.`,
    not_understood: (v) => `Не зрозуміло, до чого належить цей текст (рядків: ${t(v, 'count')}).`,
    hidden_text: (v) =>
      `Частина тексту стояла ${t(v, 'where')
        .split(',')
        .map((a) => ASIDES[a] ?? a)
        .join(', ')}; її включено до тексту.`,
    several_programmes: () => 'У тексті більше ніж одна програма; прочитано першу.',
  },
  unreadable: {
    too_big: {
      reason: 'файл завеликий',
      remedy: 'Залиште в ньому лише програму й вилучіть зображення (не більше ніж 20 МБ).',
    },
    pdf: {
      reason: 'це PDF',
      remedy:
        'Відкрийте його у Word або LibreOffice і збережіть як DOCX чи ODT, або вставте текст у файл .txt.',
    },
    old_word: {
      reason: 'це документ старого Word (.doc)',
      remedy: 'Відкрийте його у Word або LibreOffice і збережіть як DOCX чи ODT.',
    },
    rtf: { reason: 'це RTF', remedy: 'Відкрийте його у Word або LibreOffice і збережіть як DOCX чи ODT.' },
    encrypted: { reason: 'документ захищено паролем', remedy: 'Зніміть пароль і збережіть документ ще раз.' },
    other_archive: {
      reason: 'це архів або документ іншого виду, а не DOCX чи ODT',
      remedy: 'Дістаньте з архіву файл програми або збережіть документ як DOCX чи ODT.',
    },
    broken_archive: {
      reason: 'файл пошкоджено: його не вдається розпакувати',
      remedy: 'Візьміть файл у джерелі ще раз або відкрийте його у Word і збережіть заново.',
    },
    unpacks_too_big: {
      reason: 'у розпакованому вигляді документ завеликий',
      remedy: 'Скопіюйте текст програми в новий документ.',
    },
    text_too_long: {
      reason: 'тексту в ньому більше ніж на 400 сторінок',
      remedy: 'Залиште в ньому лише рішення і програму.',
    },
    broken_xml: {
      reason: 'документ пошкоджено всередині',
      remedy: 'Відкрийте його у Word або LibreOffice і збережіть заново.',
    },
    not_text: { reason: 'це не текст', remedy: 'Потрібен файл .txt, .docx або .odt.' },
    empty: { reason: 'файл порожній', remedy: 'Виберіть файл із текстом програми.' },
  },
  cli: {
    usage:
      'Вжиток: viche programmes parse ФАЙЛ [--json | --text]\nФАЙЛ – .txt, .docx або .odt; --json друкує прочитане, --text – пронумеровані рядки тексту.',
    noFile: (file) => `${file}: такого файлу немає. Перевірте шлях.`,
    cannotOpen: (file, code) =>
      `${file}: не вдається відкрити (${code}). Перевірте, чи це файл і чи є дозвіл на читання.`,
    unreadable: (file, reason, remedy) => `${file}: ${reason}. ${remedy}`,
  },
  summary: {
    title: 'Назва',
    period: 'Період',
    act: 'Акт',
    total: 'Обсяг фінансування',
    passport: 'Паспорт, пунктів',
    tasks: 'Завдань',
    measures: 'Заходів',
    results: 'Очікуваних результатів',
    rules: 'Правил фінансування, контролю та звітності',
    signed: 'Підписав',
    findings: 'Зауваження',
    notUnderstood: 'Не зрозуміло',
    none: 'немає',
    noTerm: 'строку не вказано',
    noExecutor: 'виконавця не вказано',
    lines: 'рядки',
  },
}
