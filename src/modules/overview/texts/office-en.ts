import { pluralEn } from '../../../kernel/texts.ts'
import { daySentenceEn } from './day-en.ts'
import type { OfficeTexts } from './office-uk.ts'

const quarter = ({ year, quarter: n }: { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }) =>
  `Q${n} ${year}`
const days = (n: number) => `${n} ${pluralEn(n, 'day', 'days')}`
const letters = (n: number) => `${n} ${pluralEn(n, 'letter', 'letters')}`
const people = (n: number) => `${n} ${pluralEn(n, 'person', 'people')}`

export const officeEn: OfficeTexts = {
  nav: 'Today',
  title: (weekday, date) => `Today, ${weekday}, ${date}`,
  sentence: daySentenceEn,
  toPay: (sum) => `Nothing is urgent. ${sum} to be paid by contract.`,
  calm: 'You see everything; there is nothing for you to change.',
  standing: (done, asked, late) =>
    `${done} of ${asked} ${pluralEn(asked, 'duty', 'duties')} of the year fulfilled, ${late > 0 ? `${late} overdue` : 'none overdue'}. You see everything; there is nothing for you to change.`,
  noRoles: 'You have not been given a role yet. Turn to the administrator.',
  agenda: {
    title: 'Needs your action',
    waits: 'waits',
    none: 'Nothing.',
    more: (n) => `${n} more overdue ${pluralEn(n, 'duty', 'duties')}`,
    late: (n) => `${days(n)} late`,
    lateHint: 'overdue',
    until: (date) => `by ${date}`,
    today: 'today',
    duty: { partly: 'Partly done.', do: 'Record', see: 'Look' },
    ownReport: {
      open: (q) => `Report for ${quarter(q)}`,
      openText: 'Composed of your records. Check it, add to it and submit it.',
      returned: (q) => `The report for ${quarter(q)} came back`,
      returnedText: (remark) => (remark === null ? 'There are remarks.' : `Remark: ${remark}`),
      do: 'Check and submit',
      fix: 'Correct',
    },
    review: {
      title: (unit, q) => `Accept the report for ${quarter(q)}: ${unit}`,
      text: (date, again) =>
        `${again ? 'Corrected after remarks. ' : ''}${date === null ? '' : `Submitted ${date}.`}`,
      do: 'Look',
    },
    yearly: {
      title: (year) => `Report to the session for ${year}`,
      text: 'It is composed of accepted quarterly reports and spending. A draft decision of the council comes with it.',
      do: 'Prepare',
    },
    term: {
      title: (number, title) => `${number} ${title}: set a term`,
      text: 'While it has no term, the measure makes no duties.',
      do: 'Set',
    },
    group: {
      title: (name) => `Say which departments belong to “${name}”`,
      text: (measures) => `Executor of measures ${measures}. While the group is empty there are no duties.`,
      do: 'Fill',
    },
    draft: {
      title: (title, amendment) => `${amendment ? 'An amendment' : 'A new programme'} under review: ${title}`,
      text: (findings) =>
        findings === 0
          ? 'All findings are decided.'
          : `${findings} ${pluralEn(findings, 'finding waits', 'findings wait')} for a decision.`,
      untitled: 'untitled',
      do: 'Review',
    },
    proposals: {
      title: (n) => `${n} ${pluralEn(n, 'proposal', 'proposals')} to change the programme`,
      text: 'Each waits for an answer.',
      do: 'Decide',
    },
    mailings: {
      title: (n) => `${n} ${pluralEn(n, 'mailing waits', 'mailings wait')} to be released`,
      text: (n) => `${letters(n)} in all. None leaves until you release it.`,
      do: 'Look',
    },
    noProgramme: {
      title: 'Load the text of the programme',
      text: 'Viche reads the council’s decision and proposes measures, executors, terms and money. You check and accept.',
      do: 'Load',
    },
    invited: {
      title: (n) => `${people(n)} ${pluralEn(n, 'has', 'have')} not accepted the invitation yet`,
      text: 'See whether the link arrived, or send a new one.',
      do: 'Look',
    },
    mailServer: {
      title: 'No mail server is set',
      text: 'Released letters wait in the queue. SMTP_URL gives the server’s address.',
      do: 'To the letters',
    },
    failedLetters: {
      title: (n) => `${letters(n)} could not be sent`,
      text: 'After eight attempts a letter waits for you.',
      do: 'Look',
    },
  },
  inWork: {
    title: 'Under way',
    until: (date) => `by ${date}`,
    none: 'Nothing else has begun.',
    all: 'All my duties',
  },
  myDone: { title: (q) => `Done in ${quarter(q)}`, none: 'Nothing is recorded yet.', all: 'All records' },
  myNext: { title: (q) => `Next quarter: ${quarter(q)}`, none: 'Nothing is due in the next quarter.' },
  quarters: {
    title: (q) => `${quarter(q)}: reports of executors`,
    until: 'Accepted until',
    caption: (q) => `Reports of executors for ${quarter(q)}`,
    unit: 'Executor',
    measures: 'Measures',
    evidence: 'Evidence',
    report: 'Report',
    late: (n) => `${days(n)} late`,
    lateSoFar: (n) => `not submitted, ${days(n)} after the term`,
    states: {
      open: 'not submitted yet',
      submitted: 'submitted, waits to be accepted',
      returned: 'returned with remarks',
      accepted: 'accepted',
    },
    notOpened: 'not opened yet',
    none: 'Reports of this quarter are not opened yet.',
    all: 'All reports',
  },
  money: {
    title: (year) => `Money of ${year}`,
    more: 'Plan, contracts, spending',
    noPlan: 'No money is planned for this year.',
  },
  unpaid: {
    title: 'To be paid by contract',
    none: 'There are no unpaid contracts.',
    row: (number, counterparty) => `Contract No. ${number}: ${counterparty}`,
    left: (sum) => `${sum} left to pay.`,
    do: 'Record a payment',
    see: 'Look',
    all: 'All contracts',
  },
  year: { title: (year) => `The year ${year}`, more: 'The whole year' },
  recent: { title: 'Done lately', none: 'Nothing is recorded yet.', all: 'Everything done' },
  health: {
    title: 'State of the system',
    record: 'Record',
    entries: (n) => `${n} ${pluralEn(n, 'entry', 'entries')}.`,
    signed: (moment, unsigned) =>
      `Last signature ${moment}${unsigned === 0 ? ', it covers everything' : `, ${unsigned} added after it`}.`,
    neverSigned: 'There was no signature yet: it comes within the hour.',
    mail: 'Mail',
    mailSet: (server) => `Letters go through ${server}.`,
    mailUnset: 'No server is set.',
    mailDemo: 'A demonstration: letters are sent to nobody.',
    backup: 'Backup',
    backupText: 'When the last one was made cannot be seen from here. Ask the command viche doctor.',
    sessions: 'Signed in now',
    sessionsText: people,
    doctor: 'The command viche doctor looks at everything.',
  },
  boxes: {
    record: {
      title: 'Record what was done',
      text: 'Two minutes: what, when, for which measure. The rest can be added later.',
      do: 'New evidence',
    },
    mailings: {
      title: 'Waits to be released',
      none: 'Nothing waits.',
      letters,
      see: 'look',
      all: 'All letters',
    },
    yearDone: {
      title: 'Done this year',
      label: (year, own) => `${year}, ${own ? 'your department' : 'all executors'}`,
      text: (done, asked) => `${done} of ${asked} ${pluralEn(asked, 'duty', 'duties')}`,
      late: (n) => `${n} ${pluralEn(n, 'duty', 'duties')} overdue`,
      none: 'There are no duties for this year yet.',
      more: 'Picture of the year',
    },
    money: 'Money',
    staff: {
      title: 'Staff',
      active: (n) => `working: ${n}`,
      invited: (n) => `invited, not in yet: ${n}`,
      suspended: (n) => `access stopped: ${n}`,
      more: 'Staff and roles',
    },
    journal: {
      title: 'Record',
      text: 'Who did what, when and why. Entries never disappear.',
      more: 'Open the record',
    },
  },
}
