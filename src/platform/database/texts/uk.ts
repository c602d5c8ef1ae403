import { figure, pluralUk } from '../../../kernel/texts.ts'
import type { DatabaseTexts } from './shape.ts'

const rowsOf = (n: number) => `${figure('uk', n)} ${pluralUk(n, 'рядок', 'рядки', 'рядків')}`
const tablesOf = (n: number) => `${figure('uk', n)} ${pluralUk(n, 'таблиця', 'таблиці', 'таблиць')}`
const list = (names: readonly string[]) =>
  names.slice(0, 5).join(', ') + (names.length > 5 ? ` та ще ${names.length - 5}` : '')

export const uk: DatabaseTexts = {
  dataInUse: (dataDir, h) =>
    `Дані в теці «${dataDir}» вже використовує процес ${h.pid}${h.address ? ` (${h.address})` : ''}` +
    `${h.since ? `, з ${h.since}` : ''}${h.host ? `, комп’ютер ${h.host}` : ''}. ` +
    'Зупиніть його або задайте іншу теку у VICHE_DATA. Дані не змінено.',
  noBinaries: (reason) =>
    `Вбудований PostgreSQL тут не запускається: ${reason}. Виконайте npm ci ще раз або задайте сервер у DATABASE_URL.`,
  serverFailed: (reason) => `PostgreSQL не запустився: ${reason}`,
  unknownSetting: (w) => `Невідома змінна ${w.name}${w.nearest ? `; можливо, ${w.nearest}` : ''}.`,
  cluster: {
    other_version: (f) =>
      `Дані в «${f.path}» створив PostgreSQL ${f.found}, а тут PostgreSQL ${f.needed}. ` +
      'Зробіть резервну копію попередньою версією програми й відновіть її в новій теці.',
    not_ours: (f) =>
      `Тека «${f.path}» належить іншому користувачеві (uid ${f.uid}). ` +
      'Запустіть програму від нього чи від root або задайте іншу теку у VICHE_DATA.',
  },
  migration: {
    server_too_old: (f) => `Потрібен PostgreSQL ${f.needed} або новіший, а сервер має версію ${f.version}.`,
    misnamed: (f) =>
      `Файли міграцій мають називатися NNNN-name.sql і не повторювати номерів: ${list(f.names)}.`,
    changed: (f) =>
      `Застосовані міграції змінено: ${list(f.names)}. Поверніть файли такими, якими вони були, а зміни внесіть новою міграцією.`,
    newer: (f) =>
      `База новіша за програму: міграції ${list(f.names)} цій версії невідомі. Установіть новішу версію програми.`,
    failed: (f) => `Міграція ${f.name} не виконалась${f.line ? ` (рядок ${f.line})` : ''}: ${f.reason}`,
  },
  backup: {
    not_a_backup: () => 'Це не файл резервної копії Віче.',
    format_newer: (f) => `Копію зробила новіша версія програми (формат ${f.format}).`,
    truncated: () => 'Файл резервної копії обірваний. Базу не змінено.',
    damaged: (f) => `Файл резервної копії пошкоджено (${f.part}). Базу не змінено.`,
    row_refused: (f) => `База не прийняла рядки таблиці ${f.table}: ${f.reason}. Базу не змінено.`,
    not_empty: (f) =>
      `База не порожня: у ній є ${list(f.objects)}. Відновлюйте в порожню або додайте --replace, щоб замінити все, що в ній є.`,
    not_ours: () => 'У цій базі немає даних Віче.',
    in_use: () => 'З цією базою зараз працює програма. Зупиніть її й повторіть.',
  },
  command: {
    backupUsage: 'viche backup ФАЙЛ [--force] | --check ФАЙЛ   («-» замість файла: стандартний вивід)',
    restoreUsage: 'viche restore ФАЙЛ [--replace]   («-» замість файла: стандартне введення)',
    fileExists: (path) => `Файл «${path}» уже є. Задайте інший або додайте --force.`,
    fileMissing: (path, reason) => `Файл «${path}» не читається: ${reason}`,
    table: (i, of, name, rows) => `${i}/${of} ${name}: ${rowsOf(rows)}`,
    backedUp: (path, tables, rows) => `Записано «${path}»: ${tablesOf(tables)}, ${rowsOf(rows)}.`,
    jobsLeftOut: (n) =>
      `Черга завдань до копії не входить (${n}): після відновлення програма складе її знову за даними.`,
    restored: (tables, rows, at) =>
      `Відновлено копію від ${at}: ${tablesOf(tables)}, ${rowsOf(rows)}. Усі суми збігаються.`,
    checked: (path, tables, rows, at) =>
      `Копія «${path}» від ${at} ціла: ${tablesOf(tables)}, ${rowsOf(rows)}.`,
    stopFirst: 'Програма працює з цими даними. Зупиніть її й повторіть.',
    healthy: 'Зауважень немає.',
    faults: (n) => `Треба виправити: ${n}.`,
  },
  check: {
    node_version: (s, v) =>
      s === 'ok'
        ? `Node.js ${v['version']}`
        : `Node.js ${v['version']}; потрібен ${v['needed']} або новіший: npm ci`,
    time_zone: (s) =>
      s === 'ok'
        ? 'Часовий пояс Europe/Kyiv відомий'
        : 'Node.js не знає часового поясу Europe/Kyiv: потрібен Node.js з повними даними ICU',
    unknown_setting: (_, v) =>
      `Невідома змінна ${v['name']}${v['nearest'] ? `; можливо, ${v['nearest']}` : ''}`,
    data_folder: (s, v) =>
      s === 'ok'
        ? `Тека даних ${v['path']}`
        : `У теку даних ${v['path']} не можна писати: змініть її власника або права`,
    data_folder_new: (_, v) => `Теки даних ${v['path']} ще немає: її створить перший запуск`,
    free_space: (s, v) =>
      `Вільного місця ${figure('uk', Number(v['free']))} МБ${s === 'ok' ? '' : `: звільніть місце на диску з ${v['path']}`}`,
    secret_file: (s, v) =>
      s === 'ok'
        ? `${v['path']} закрито від інших`
        : `${v['path']} можуть читати інші (${v['mode']}): chmod 600`,
    binaries: (s, v) =>
      `Вбудований PostgreSQL ${v['version']}, ${v['path']}${s === 'ok' ? '' : `; у node_modules бракує посилань (${v['links']}), узято копію`}`,
    no_binaries: (_, v) =>
      `Вбудований PostgreSQL не запускається: ${v['reason']}. Виконайте npm ci або задайте DATABASE_URL`,
    database: (_, v) => `База не відповідає: ${v['reason']}`,
    database_new: () => 'Бази ще немає: її створить перший запуск',
    database_own: (_, v) => `Вбудована база відповідає, PostgreSQL ${v['version']}`,
    database_server: (_, v) => `Сервер бази відповідає, PostgreSQL ${v['version']}`,
    server_version: (s, v) =>
      s === 'ok'
        ? `Версія PostgreSQL ${v['version']} підходить`
        : `PostgreSQL ${v['version']} застарий: потрібен ${v['needed']} або новіший`,
    may_create: (s) =>
      s === 'ok'
        ? 'Права на схему public є'
        : 'Немає права створювати таблиці у схемі public: зробіть користувача власником бази',
    migrations: (_, v) => `Усі міграції застосовано (${v['applied']})`,
    migrations_pending: (_, v) => `Ще не застосовано міграції ${v['names']}: це зробить наступний запуск`,
    migrations_newer: (_, v) => `База новіша за програму (${v['names']}): установіть новішу версію`,
    migrations_changed: (_, v) => `Застосовані міграції змінено: ${v['names']}. Поверніть файли`,
    durable: () => 'Записане не губиться, якщо зникне живлення',
    not_durable: (_, v) => `Підтверджений запис може зникнути разом із живленням: увімкніть ${v['settings']}`,
    checksums: (s) =>
      s === 'ok'
        ? 'Контрольні суми сторінок увімкнено'
        : 'Контрольні суми сторінок вимкнено: пошкодження диска лишиться непоміченим (pg_checksums --enable)',
    encoding: (s, v) =>
      s === 'ok' ? 'Кодування UTF8' : `Кодування бази ${v['encoding']}, потрібне UTF8: створіть базу заново`,
    collation: (s, v) =>
      s === 'ok'
        ? 'Українські літери впорядковано за абеткою'
        : `Порядок літер у базі не український (${v['sorted']}): створіть базу з ICU, uk-UA`,
    collation_version: (s) =>
      s === 'ok'
        ? 'Індекси збудовано за чинними правилами порядку'
        : 'Правила порядку літер оновилися: REINDEX DATABASE, потім ALTER DATABASE … REFRESH COLLATION VERSION',
    clock: (s, v) =>
      s === 'ok'
        ? 'Годинники програми й бази збігаються'
        : `Годинники програми й бази розходяться на ${v['seconds']} с: налаштуйте синхронізацію часу`,
    port: (_, v) => `Порт ${v['host']}:${v['port']} вільний`,
    port_ours: (_, v) => `На порту ${v['host']}:${v['port']} працює ця програма`,
    port_taken: (_, v) =>
      `Порт ${v['host']}:${v['port']} недоступний (${v['reason']}): задайте інший PORT або HOST`,
    url: (_, v) => `Адреса ${v['url']}`,
    url_local: (_, v) => `Адреса ${v['url']} діє лише на цьому комп’ютері: для людей задайте VICHE_URL`,
    url_open: (_, v) => `Адреса ${v['url']} без шифрування: потрібен https і проксі з сертифікатом`,
    mail: (_, v) => `Поштовий сервер ${v['host']}:${v['port']} відповідає`,
    mail_silent: (_, v) =>
      `Поштовий сервер ${v['host']}:${v['port']} не відповідає (${v['reason']}): перевірте SMTP_URL`,
    no_mail: () => 'SMTP_URL не задано: листи чекатимуть у скриньці вихідних',
  },
}
