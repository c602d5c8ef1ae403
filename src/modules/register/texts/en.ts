import { figure, pluralEn } from '../../../kernel/texts.ts'
import type { RegisterTexts } from './uk.ts'

const n = (value: number) => figure('en', value)
const records = (value: number) => `${n(value)} ${pluralEn(value, 'record', 'records')}`

const faults: RegisterTexts['faults'] = {
  file_missing: 'There is no file at this address, or it cannot be read.',
  file_empty: 'The file is empty.',
  file_changed: 'The file is no longer the one that was begun: import it as a new one.',
  not_register:
    'This is no file of the state register: it has no SUBJECT or RECORD records with names. The register’s XML (UO or FSU) is needed, or a ZIP archive of it.',
  doctype:
    'The file declares a document type or entities, which the register never does. Such a file is not read.',
  zip_damaged: 'The archive is damaged. Records read before the damage are kept; get the archive again.',
  zip_encrypted: 'The archive has a password. Unpack it and import the XML.',
  zip_method: 'The archive is packed in a way that Viche does not know. Unpack it and import the XML.',
  zip_many: 'The archive has more than 1,000 files: it is no export of the register.',
  zip_bomb: 'The archive swells to hundreds of times its size: it is no export of the register.',
  zip_empty: 'The archive has no XML files.',
}

const refusals: Readonly<Record<string, string>> = {
  ...faults,
  import_runs: 'The register is being imported already. Wait for its end, or stop that import.',
  wrong_state: 'The import has another state by now: reload the page.',
  register_unavailable:
    'The register is only read here: whoever keeps the shared database brings it up to date (REGISTER_DATABASE_URL).',
  file_required: 'Choose a file.',
  not_in_folder: 'There is no such file in the register’s folder.',
}

const states: RegisterTexts['states'] = {
  registered: 'registered',
  inTermination: 'being terminated',
  bankruptcy: 'bankruptcy case',
  terminated: 'terminated',
  other: 'another state',
}

export const en: RegisterTexts = {
  title: 'State register',
  nav: 'State register',
  faults,
  refusal: (code) => refusals[code] ?? code,
  states,
  kinds: {
    partyBranch: 'party branch',
    ngo: 'NGO',
    ngoUnion: 'union of NGOs',
    charity: 'charity',
    religiousCommunity: 'religious organisation',
    tradeUnion: 'trade union',
    tradeUnionAssociation: 'association of trade unions',
    creativeUnion: 'creative union',
    employersOrganisation: 'employers’ organisation',
    selfOrganisationBody: 'self-organisation body',
    other: 'other',
  },
  importStates: {
    running: 'running',
    interrupted: 'interrupted',
    stopped: 'stopped',
    done: 'done',
    failed: 'failed',
  },
  fileKinds: { uo: 'legal entities', fsu: 'public formations', fop: 'persons in business (not read)' },
  reasons: {
    stray: 'a piece without the beginning of a record',
    unclosed: 'the record is not closed',
    cut_off: 'the file ends within a record',
    too_long: 'the record is longer than 4 MB',
    mismatched: 'elements are closed in the wrong order',
    entity: 'an unknown entity after “&”',
    control_character: 'a control character that XML does not have',
    encoding: 'the bytes do not fit the encoding of the file',
    too_deep: 'elements are nested too deeply',
    not_well_formed: 'the rules of XML are broken',
    no_name: 'a record without a name',
    value_too_long: 'the name is longer than 2,000 characters',
  },
  fields: {
    name: 'Name',
    shortName: 'Short name',
    form: 'Legal form',
    branch: 'Kind of branch',
    state: 'State',
    edrpou: 'EDRPOU code',
    registration: 'Registration record',
    leaders: 'Who signs',
  },
  tabs: { label: 'Parts of the register', search: 'Search', imports: 'Imports' },
  search: {
    lead: 'Legal entities and public formations by the open data of the state register. They are only read here: the state keeps the register.',
    label: 'Name or EDRPOU code',
    hint: 'The order of words, quotes, apostrophes and capitals make no difference.',
    none: 'Nothing was found. Try other words of the organisation’s own name.',
    ask: 'Type a word of a name, or a code.',
    caption: 'Found in the register',
    shown: (n) => `${n} are shown. If yours is not among them, add a word of its own name.`,
    columns: {
      name: 'Name',
      edrpou: 'Code',
      form: 'Form',
      state: 'State',
      place: 'Place',
      exportedOn: 'As of',
    },
  },
  noRegister: {
    title: 'There is no register here yet',
    body: 'Import the file of public formations (FSU) or of legal entities (UO) from the open data portal data.gov.ua.',
    action: 'Import the register',
    readOnly: 'A coordinator or an administrator imports it.',
  },
  entity: {
    unknown: 'Not given',
    record: 'Record number',
    place: 'Place',
    purpose: 'Purpose',
    registeredOn: 'Registered',
    exportedOn: 'By the export of',
    source: 'File of the register',
    since: (day) => `since ${day}`,
    history: 'What changed',
    noHistory: 'Nothing changed since the first import.',
    historyCaption: (day) => `By the export of ${day}`,
    before: 'Before',
    after: 'After',
    leadersHint:
      'Signatories are named for organisations of civil society only: the state publishes them so.',
  },
  imports: {
    title: 'Imports of the register',
    lead: 'FSU files (public formations) and UO files (legal entities), XML or ZIP. Files of persons in business (FOP) are never read.',
    start: 'A new import',
    waiting: 'A file of the register’s folder',
    waitingHint: (folder) => `Put large files into the folder ${folder} on the server: they appear here.`,
    noneWaiting: 'None chosen',
    file: 'Or a file of your computer',
    fileHint: 'XML or ZIP up to 64 MB.',
    exportedOn: 'Day of the export',
    exportedOnHint: 'If the file’s name does not say it. An older export does not change a later one.',
    submit: 'Import',
    list: 'Earlier imports',
    none: 'There were no imports yet.',
    queued: 'The import is queued. It begins in a few seconds; you may close this page.',
    stopping: 'The import stops as soon as what it read is kept.',
    columns: {
      file: 'File',
      exportedOn: 'Export',
      state: 'State',
      read: 'Read',
      added: 'New',
      changed: 'Changed',
      unchanged: 'Unchanged',
      setAside: 'Set aside',
      startedAt: 'Begun',
      startedBy: 'By',
    },
    progress: 'Read of the file',
    percent: (n) => `${n}%`,
    indexing:
      'The records are kept. The index of search is being made: some minutes for millions of records.',
    parts: 'What is in the file',
    part: (kind, generation, encoding) => `${kind}, generation ${generation}, ${encoding}`,
    resume: 'Go on',
    stop: 'Stop',
    interrupted:
      'The import was interrupted (a power cut or a failure). What was read is kept; it can go on from there.',
    stopped: 'The import is stopped. What was read is kept; it can go on from there.',
    setAside: 'Pieces set aside',
    setAsideLead:
      'Damaged records do not stop the others. A piece can be downloaded and shown to whoever keeps the register.',
    noSetAside: 'All records were read.',
    setAsideColumns: {
      number: 'No.',
      reason: 'Reason',
      position: 'Place in the file, byte',
      length: 'Length, bytes',
      bytes: 'Piece',
    },
    download: 'Download the piece',
    sha256: 'SHA-256 of the file',
    size: 'Size',
    mb: (bytes) =>
      bytes < 1_000_000 ? `${n(Math.ceil(bytes / 1000))} kB` : `${n(Math.round(bytes / 1_000_000))} MB`,
  },
  cli: {
    importUsage:
      'viche organisations import FILE [--on YYYY-MM-DD] [--dry-run] [--json]\n  FILE: XML of the state register (UO, FSU) or a ZIP of it; --on: the day of the export',
    searchUsage: 'viche organisations search "TEXT" [--limit 20] [--json]',
    progress: (p) =>
      `${p.total === 0 ? 100 : Math.floor((p.done / p.total) * 100)}%: ${n(p.read)} read, ${n(p.added)} new, ${n(p.changed)} changed, ${n(p.setAside)} set aside`,
    indexing: 'the records are kept; the index of search is being made',
    skipped: (name) => `${name}: persons in business; Viche does not read such files`,
    resumed: 'went on where it was left last time',
    dryRun: 'dry run: nothing was kept',
    outcome: (c) =>
      `${records(c.read)} read: ${n(c.added)} new, ${n(c.changed)} changed, ${n(c.unchanged)} unchanged, ${n(c.setAside)} set aside`,
    cutShort:
      'warning: the file is cut short, its end is missing – nobody knows how many records with it. Download it again and repeat the import',
    stopped: 'stopped; the same command goes on from here',
    unavailable: refusals['register_unavailable']!,
    noRegister: 'there is no register here yet: viche organisations import FILE',
    line: (one) => [one.edrpou ?? '–', one.name, states[one.state], one.place ?? ''].join('\t').trimEnd(),
  },
}
