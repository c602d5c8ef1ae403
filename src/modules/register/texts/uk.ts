import { figure, pluralUk } from '../../../kernel/texts.ts'
import type {
  BrokenReason,
  CivilKind,
  Counts,
  EntityState,
  FileFault,
  FileKind,
  HistoryField,
  ImportState,
  RegisterEntity,
} from '../types.ts'

const n = (value: number) => figure('uk', value)
const records = (value: number) => `${n(value)} ${pluralUk(value, 'запис', 'записи', 'записів')}`

const faults: Readonly<Record<FileFault, string>> = {
  file_missing: 'Файлу за цією адресою немає або його не можна прочитати.',
  file_empty: 'Файл порожній.',
  file_changed: 'Файл уже не той, з якого почали: завантажте його як новий.',
  not_register:
    'Це не файл державного реєстру: у ньому немає записів SUBJECT чи RECORD із назвами. Потрібен XML реєстру (UO або FSU) або архів ZIP із ним.',
  doctype: 'Файл оголошує тип документа чи сутності, чого в реєстрі не буває. Такий файл не читаємо.',
  zip_damaged: 'Архів пошкоджено. Записи, прочитані до пошкодження, збережено; завантажте архів знову.',
  zip_encrypted: 'Архів захищено паролем. Розпакуйте його й завантажте XML.',
  zip_method: 'Архів стиснуто способом, якого Віче не знає. Розпакуйте його й завантажте XML.',
  zip_many: 'В архіві понад 1000 файлів: це не вивантаження реєстру.',
  zip_bomb: 'Архів розгортається в сотні разів більше за себе: це не вивантаження реєстру.',
  zip_empty: 'В архіві немає файлів XML.',
}

const refusals: Readonly<Record<string, string>> = {
  ...faults,
  import_runs: 'Реєстр уже завантажують. Дочекайтеся кінця або зупиніть те завантаження.',
  wrong_state: 'Стан завантаження вже інший: оновіть сторінку.',
  register_unavailable:
    'Реєстр тут лише читають: його оновлює той, хто веде спільну базу (REGISTER_DATABASE_URL).',
  file_required: 'Оберіть файл.',
  not_in_folder: 'Такого файлу в теці реєстру немає.',
}

const states: Readonly<Record<EntityState, string>> = {
  registered: 'зареєстровано',
  inTermination: 'припиняється',
  bankruptcy: 'справа про банкрутство',
  terminated: 'припинено',
  other: 'інший стан',
}

export const uk = {
  title: 'Державний реєстр',
  nav: 'Державний реєстр',
  faults,
  refusal: (code: string): string => refusals[code] ?? code,
  states,
  kinds: {
    partyBranch: 'структурне утворення партії',
    ngo: 'громадська організація',
    ngoUnion: 'громадська спілка',
    charity: 'благодійна організація',
    religiousCommunity: 'релігійна організація',
    tradeUnion: 'профспілка',
    tradeUnionAssociation: 'об’єднання профспілок',
    creativeUnion: 'творча спілка',
    employersOrganisation: 'організація роботодавців',
    selfOrganisationBody: 'орган самоорганізації населення',
    other: 'інша',
  } satisfies Readonly<Record<CivilKind, string>> as Readonly<Record<CivilKind, string>>,
  importStates: {
    running: 'триває',
    interrupted: 'перервано',
    stopped: 'зупинено',
    done: 'завершено',
    failed: 'не вдалося',
  } satisfies Readonly<Record<ImportState, string>> as Readonly<Record<ImportState, string>>,
  fileKinds: {
    uo: 'юридичні особи',
    fsu: 'громадські формування',
    fop: 'підприємці (не читаємо)',
  } satisfies Readonly<Record<FileKind, string>> as Readonly<Record<FileKind, string>>,
  reasons: {
    stray: 'уривок без початку запису',
    unclosed: 'запис не закрито',
    cut_off: 'файл обривається посеред запису',
    too_long: 'запис довший за 4 МБ',
    mismatched: 'елементи закрито не в тому порядку',
    entity: 'невідома сутність після «&»',
    control_character: 'керівний символ, якого в XML не буває',
    encoding: 'байти не відповідають кодуванню файлу',
    too_deep: 'елементи вкладено надто глибоко',
    not_well_formed: 'порушено правила XML',
    no_name: 'запис без назви',
    value_too_long: 'назва довша за 2000 знаків',
  } satisfies Readonly<Record<BrokenReason, string>> as Readonly<Record<BrokenReason, string>>,
  fields: {
    name: 'Назва',
    shortName: 'Скорочена назва',
    form: 'Організаційно-правова форма',
    branch: 'Вид підрозділу',
    state: 'Стан',
    edrpou: 'Код ЄДРПОУ',
    registration: 'Запис про реєстрацію',
    leaders: 'Хто підписує',
  } satisfies Readonly<Record<HistoryField, string>> as Readonly<Record<HistoryField, string>>,
  tabs: { label: 'Розділи реєстру', search: 'Пошук', imports: 'Завантаження' },
  search: {
    lead: 'Юридичні особи й громадські формування за відкритими даними ЄДР. Тут лише читають: реєстр веде держава.',
    label: 'Назва або код ЄДРПОУ',
    hint: 'Порядок слів, лапки, апострофи та великі літери не важать.',
    none: 'Нічого не знайдено. Спробуйте інші слова з власної назви організації.',
    ask: 'Введіть слово з назви або код.',
    caption: 'Знайдено в реєстрі',
    shown: (n: number) => `Показано ${n}. Якщо потрібної немає, додайте слово з власної назви.`,
    columns: {
      name: 'Назва',
      edrpou: 'Код',
      form: 'Форма',
      state: 'Стан',
      place: 'Місцевість',
      exportedOn: 'Станом на',
    },
  },
  noRegister: {
    title: 'Реєстру тут ще немає',
    body: 'Завантажте файл громадських формувань (FSU) або юридичних осіб (UO) з порталу відкритих даних data.gov.ua.',
    action: 'Завантажити реєстр',
    readOnly: 'Його завантажує координатор або адміністратор.',
  },
  entity: {
    unknown: 'Не вказано',
    record: 'Номер запису',
    place: 'Місцевість',
    purpose: 'Мета',
    registeredOn: 'Зареєстровано',
    exportedOn: 'Станом на вивантаження',
    source: 'Файл реєстру',
    since: (day: string) => `з ${day}`,
    history: 'Що змінювалося',
    noHistory: 'Від першого завантаження нічого не змінилося.',
    historyCaption: (day: string) => `За вивантаженням ${day}`,
    before: 'Було',
    after: 'Стало',
    leadersHint:
      'Підписанти названі лише для організацій громадянського суспільства: так їх публікує держава.',
  },
  imports: {
    title: 'Завантаження реєстру',
    lead: 'Файли FSU (громадські формування) та UO (юридичні особи), XML або ZIP. Файли підприємців (FOP) Віче не читає.',
    start: 'Нове завантаження',
    waiting: 'Файл із теки реєстру',
    waitingHint: (folder: string) =>
      `Великі файли покладіть на сервері в теку ${folder}: вони з’являться тут.`,
    noneWaiting: 'Не обрано',
    file: 'Або файл з вашого комп’ютера',
    fileHint: 'XML або ZIP до 64 МБ.',
    exportedOn: 'День вивантаження',
    exportedOnHint: 'Якщо його немає в назві файлу. Старіше вивантаження не змінює новішого.',
    submit: 'Завантажити',
    list: 'Попередні завантаження',
    none: 'Завантажень ще не було.',
    queued: 'Завантаження поставлено в чергу. Воно почнеться за кілька секунд; сторінку можна закрити.',
    stopping: 'Завантаження зупиниться, щойно збереже прочитане.',
    columns: {
      file: 'Файл',
      exportedOn: 'Вивантаження',
      state: 'Стан',
      read: 'Прочитано',
      added: 'Нових',
      changed: 'Змінених',
      unchanged: 'Без змін',
      setAside: 'Відкладено',
      startedAt: 'Почато',
      startedBy: 'Хто',
    },
    progress: 'Прочитано файлу',
    percent: (n: number) => `${n} %`,
    indexing: 'Записи збережено. Складається покажчик для пошуку: це кілька хвилин для мільйонів записів.',
    parts: 'Що у файлі',
    part: (kind: string, generation: number, encoding: string) =>
      `${kind}, покоління ${generation}, ${encoding}`,
    resume: 'Продовжити',
    stop: 'Зупинити',
    interrupted:
      'Завантаження перервалося (вимкнення або збій). Прочитане збережено; можна продовжити з того самого місця.',
    stopped: 'Завантаження зупинено. Прочитане збережено; можна продовжити з того самого місця.',
    setAside: 'Відкладені уривки',
    setAsideLead:
      'Пошкоджені записи не заважають решті. Уривок можна завантажити й показати тому, хто веде реєстр.',
    noSetAside: 'Усі записи прочитано.',
    setAsideColumns: {
      number: '№',
      reason: 'Причина',
      position: 'Місце у файлі, байт',
      length: 'Довжина, байт',
      bytes: 'Уривок',
    },
    download: 'Завантажити уривок',
    sha256: 'SHA-256 файлу',
    size: 'Розмір',
    mb: (bytes: number) =>
      bytes < 1_000_000 ? `${n(Math.ceil(bytes / 1000))} кБ` : `${n(Math.round(bytes / 1_000_000))} МБ`,
  },
  cli: {
    importUsage:
      'viche organisations import FILE [--on РРРР-ММ-ДД] [--dry-run] [--json]\n  FILE – XML державного реєстру (UO, FSU) або ZIP із ним; --on – день вивантаження',
    searchUsage: 'viche organisations search "TEXT" [--limit 20] [--json]',
    progress: (p: Counts & { readonly done: number; readonly total: number }) =>
      `${p.total === 0 ? 100 : Math.floor((p.done / p.total) * 100)} %: прочитано ${n(p.read)}, нових ${n(p.added)}, змінених ${n(p.changed)}, відкладено ${n(p.setAside)}`,
    indexing: 'записи збережено; складається покажчик для пошуку',
    skipped: (name: string) => `${name}: це фізичні особи – підприємці; такі файли Віче не читає`,
    resumed: 'продовжено з того місця, де зупинилися минулого разу',
    dryRun: 'пробний прохід: нічого не збережено',
    outcome: (c: Counts) =>
      `прочитано ${records(c.read)}: нових ${n(c.added)}, змінених ${n(c.changed)}, без змін ${n(c.unchanged)}, відкладено ${n(c.setAside)}`,
    cutShort:
      'увага: файл обірвано, кінця в ньому немає – скільки записів бракує, невідомо. Завантажте його знову й повторіть імпорт',
    stopped: 'зупинено; та сама команда продовжить із цього місця',
    unavailable: refusals['register_unavailable']!,
    noRegister: 'реєстру тут ще немає: viche organisations import FILE',
    line: (one: RegisterEntity) =>
      [one.edrpou ?? '–', one.name, states[one.state], one.place ?? ''].join('\t').trimEnd(),
  },
}

export type RegisterTexts = typeof uk
