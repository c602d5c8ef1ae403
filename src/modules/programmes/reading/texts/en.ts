import type { ReadingTexts, Values } from './shape.ts'

const t = (v: Values, key: string): string => String(v[key] ?? '')
const DAMAGE: Readonly<Record<string, string>> = {
  doubleEncoded: 'it was read in a wrong encoding',
  lostLetters: 'letters are lost inside words',
  replacement: 'letters were replaced by �',
  oddLetters: 'it has control characters',
}
const ASIDES: Readonly<Record<string, string>> = {
  textBox: 'in text boxes',
  footnotes: 'in footnotes',
  endnotes: 'in endnotes',
  header: 'in page headers',
  footer: 'in page footers',
}
const ACTIONS: Readonly<Record<string, string>> = {
  newWording: 'new wording',
  add: 'addition',
  replace: 'replacement',
  remove: 'removal',
  change: 'change',
}
const OTHER: Readonly<Record<string, string>> = {
  report: 'This is a report on a programme, not the programme itself.',
  note: 'This is an explanatory note, not the programme itself.',
  budgetPassport: 'This is the passport of a budget programme, not a target programme: it has no measures.',
}
const WHAT: Readonly<Record<string, string>> = {
  passport: 'the parts in the passport',
  measures: 'the sums of the measures',
  funding: 'the table of funding',
}
const sum = (n: string) =>
  `UAH ${new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(Number(n))}`

export const en: ReadingTexts = {
  findings: {
    period_mismatch: (v) =>
      `The title says ${t(v, 'title')}, the term in the passport ${t(v, 'passport')}. Choose which period is right.`,
    term_before_decision: (v) =>
      `The term of measure ${t(v, 'number')} (“${t(v, 'term')}”) ended before the decision of ${t(v, 'decided')}.`,
    term_outside_period: (v) =>
      `The term of measure ${t(v, 'number')} (“${t(v, 'term')}”) lies outside the programme’s period ${t(v, 'period')}.`,
    term_missing: (v) => `Measure ${t(v, 'number')} has no term. It makes no duties until one is set.`,
    ambiguous_term: (v) =>
      `The term of measure ${t(v, 'number')}, “${t(v, 'term')}”, can be read as until ${t(v, 'until')} or through ${t(v, 'through')}.`,
    term_unrecognised: (v) => `The term of measure ${t(v, 'number')} was not recognised: “${t(v, 'term')}”.`,
    sum_mismatch: (v) =>
      Number(v['unit']) === 1
        ? `Units seem to be mixed up: ${WHAT[t(v, 'what')] ?? `the column of ${t(v, 'what')}`} give ${sum(t(v, 'parts'))}, the total says ${sum(t(v, 'total'))} (hryvnias and thousands).`
        : `Sums do not add up: ${WHAT[t(v, 'what')] ?? `the column of ${t(v, 'what')}`} give ${sum(t(v, 'parts'))}, the total says ${sum(t(v, 'total'))}.`,
    total_missing: () => 'The total of funding is not given, or has no sum.',
    unit_suspect: (v) => `The unit of the sum “${t(v, 'sum')}” is not given.`,
    chapter_numbering: (v) =>
      t(v, 'kind') === 'styles'
        ? `Chapters are numbered in two ways: “${t(v, 'odd')}” and “${t(v, 'usual')}”.`
        : `Chapters are out of order: ${t(v, 'usual')} was expected, “${t(v, 'odd')}” is there.`,
    heading_differs: (v) =>
      `The heading of chapter ${t(v, 'number')} repeats the title incompletely${t(v, 'dropped') === '' ? '' : `: “${t(v, 'dropped')}” is missing`}.`,
    outdated_act: (v) =>
      `«${t(v, 'title')}» No. ${t(v, 'number')} is not in force since ${t(v, 'from')}${t(v, 'successor') === '' ? '' : `; it was followed by «${t(v, 'successorTitle')}» No. ${t(v, 'successor')}`}.${t(v, 'verified') === 'M' ? ' Check the day: the table of acts has it unverified.' : ''}`,
    two_spellings: (v) =>
      `One executor is written in different ways: “${t(v, 'unit')}” and “${t(v, 'aliases')}”.`,
    damaged_text: (v) =>
      `The text is damaged: ${DAMAGE[t(v, 'kind')] ?? 'letters were changed'}, ${t(v, 'count')} lines (for example “${t(v, 'sample')}”). Compare it with the original.`,
    empty_passport_item: (v) => `Passport item ${t(v, 'number')} “${t(v, 'label')}” is empty.`,
    measure_without_executor: (v) => `Measure ${t(v, 'number')} has no executor.`,
    executor_group: (v) => `“${t(v, 'unit')}” is a group: the coordinator names the units that belong to it.`,
    measure_number_gap: (v) => `There is no measure ${t(v, 'missing')} before measure ${t(v, 'number')}.`,
    measure_number_duplicate: (v) => `The number of measure ${t(v, 'number')} comes twice.`,
    no_measures: () => 'No measure was found in the text of the programme.',
    no_programme: (v) =>
      Number(v['attached']) === 1 && t(v, 'what') === ''
        ? 'This is only the decision; the programme itself should be in its annex. Add the file of the annex.'
        : (OTHER[t(v, 'what')] ??
          'There is no programme in this text: neither a passport nor measures were found.'),
    amendment: (v) =>
      `The text amends another programme (${ACTIONS[t(v, 'kind')] ?? 'change'})${t(v, 'number') === '' ? '' : `, point ${t(v, 'number')}`}: “${t(v, 'text')}”.`,
    date_oddity: (v) =>
      v['start'] === undefined
        ? `The heading of the act has two dates: ${t(v, 'first')} and ${t(v, 'second')}.`
        : `The programme begins in ${t(v, 'start')}, the decision was taken on ${t(v, 'first')}.`,
    act_incomplete: (v) => `The heading of the act lacks: ${t(v, 'missing').replace(',', ' and ')}.`,
    not_understood: (v) => `It is not clear where this text belongs (${t(v, 'count')} lines).`,
    hidden_text: (v) =>
      `Part of the text stood ${t(v, 'where')
        .split(',')
        .map((a) => ASIDES[a] ?? a)
        .join(', ')}; it is included.`,
    several_programmes: () => 'The text has more than one programme; the first was read.',
  },
  unreadable: {
    too_big: {
      reason: 'the file is too big',
      remedy: 'Leave only the programme in it, without pictures (20 MB at most).',
    },
    pdf: {
      reason: 'this is a PDF',
      remedy:
        'Open it in Word or LibreOffice and save it as DOCX or ODT, or paste its text into a .txt file.',
    },
    old_word: {
      reason: 'this is a document of old Word (.doc)',
      remedy: 'Open it in Word or LibreOffice and save it as DOCX or ODT.',
    },
    rtf: { reason: 'this is RTF', remedy: 'Open it in Word or LibreOffice and save it as DOCX or ODT.' },
    encrypted: {
      reason: 'the document is protected by a password',
      remedy: 'Remove the password and save it again.',
    },
    other_archive: {
      reason: 'this is an archive or another kind of document, not DOCX or ODT',
      remedy: 'Take the programme’s file out of the archive, or save it as DOCX or ODT.',
    },
    broken_archive: {
      reason: 'the file is damaged and cannot be unpacked',
      remedy: 'Fetch it again, or open it in Word and save it anew.',
    },
    unpacks_too_big: {
      reason: 'the document is too big when unpacked',
      remedy: 'Copy the text of the programme into a new document.',
    },
    text_too_long: {
      reason: 'it holds more than 400 pages of text',
      remedy: 'Leave only the decision and the programme in it.',
    },
    broken_xml: {
      reason: 'the document is damaged inside',
      remedy: 'Open it in Word or LibreOffice and save it anew.',
    },
    not_text: { reason: 'this is not text', remedy: 'A .txt, .docx or .odt file is needed.' },
    empty: { reason: 'the file is empty', remedy: 'Choose the file with the text of the programme.' },
  },
  cli: {
    usage:
      'Usage: viche programmes parse FILE [--json | --text]\nFILE is .txt, .docx or .odt; --json prints what was read, --text the numbered lines.',
    noFile: (file) => `${file}: there is no such file. Check the path.`,
    cannotOpen: (file, code) =>
      `${file}: cannot be opened (${code}). Check that it is a file and may be read.`,
    unreadable: (file, reason, remedy) => `${file}: ${reason}. ${remedy}`,
  },
  summary: {
    title: 'Title',
    period: 'Period',
    act: 'Act',
    total: 'Funding',
    passport: 'Passport items',
    tasks: 'Tasks',
    measures: 'Measures',
    results: 'Expected results',
    rules: 'Rules of finance, control and reporting',
    signed: 'Signed by',
    findings: 'Findings',
    notUnderstood: 'Not understood',
    none: 'none',
    noTerm: 'no term',
    noExecutor: 'no executor',
    lines: 'lines',
  },
}
