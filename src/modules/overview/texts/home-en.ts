import { pluralEn } from '../../../kernel/texts.ts'
import type { HomeTexts } from './home-uk.ts'

const until = (n: number) => (n === 0 ? 'today' : n === 1 ? 'tomorrow' : `in ${n}\u00a0days`)

export const homeEn: HomeTexts = {
  title: (city) => `${city}: city and community`,
  welcome:
    'Events, public hearings, news of organisations – and the programme of cooperation with civil society: what the city promised, what it did and what it costs.',
  lead: (measures) =>
    measures === 0
      ? 'What the city promised its community, what is done, what lies ahead and what it costs.'
      : `${measures} ${pluralEn(measures, 'measure', 'measures')} that the city has undertaken towards civic organisations, parties, self-organised neighbourhoods and residents. Here you see what is done, what lies ahead and what it costs.`,
  description: (title, city) =>
    `${title}. ${city}: measures, terms, what was carried out, reports and money of the programme, daily from the source.`,
  over: (until) => `The programme ran until ${until}. Below is how it ended.`,
  ahead: (from) => `The programme begins on ${from}. Below is what it plans.`,
  figures: {
    done: (a, b) => `${a} of ${b}`,
    doneLabel: (year) =>
      year === null ? 'duties of this year fulfilled in time' : `duties of ${year} fulfilled in time`,
    late: (n) => `, ${n} overdue`,
    reportLabel: (quarter, n) => `report for Q${quarter}, ${until(n)}`,
    spent: (plan) => `spent of ${plan}`,
    noMoney: 'no separate money is planned for the year',
    participants: (n) => `${pluralEn(n, 'participant', 'participants')} of events in the year`,
  },
  city: {
    events: 'Coming events',
    noEvents: 'No events are announced for the near future.',
    allEvents: 'All events',
    opinion: 'The city asks for your opinion',
    news: 'News of organisations',
    allNews: 'All news',
    organisations: 'Organisations of the city',
    follow: 'Get it by e-mail once a week',
    represent: 'Represent an organisation',
  },
  ribbon: {
    title: 'The year of the programme',
    caption: (year) => `Measures by quarters of ${year}`,
    head: 'Measure',
    quarter: (n, year) => `Q${n} ${year}`,
    cell: (state, done, asked) => (asked > 1 ? `${state}, ${done} of ${asked}` : state),
    all: (n) => `All ${n} ${pluralEn(n, 'measure', 'measures')}`,
    csv: 'As a table (CSV)',
    ical: 'Calendar (iCal)',
    none: 'There are no duties for this year yet.',
  },
  recent: { title: 'Done lately', empty: 'Nothing is recorded yet.', all: 'Everything done' },
  coming: {
    title: 'Terms that come next',
    empty: 'Nothing is due in the near future.',
    more: (n) => `and ${n} more ${pluralEn(n, 'measure', 'measures')}`,
  },
  reports: {
    title: 'Reports',
    empty: 'No reports are published yet.',
    all: 'All reports',
    name: (r) =>
      r.kind === 'final'
        ? 'Final report'
        : r.quarter === null
          ? `Report for ${r.year}`
          : `Report for Q${r.quarter} ${r.year}`,
  },
  money: { title: (year) => `Money of ${year}`, more: 'More about the money' },
  documents: {
    title: 'Documents and data',
    programme: 'Text of the programme and its decision',
    data: 'Open data',
    dates: 'How we count terms',
  },
  follow: {
    title: 'Follow',
    done: 'Feed of what is done (Atom)',
    reports: 'Feed of reports (Atom)',
    calendar: 'Terms in your calendar (iCal)',
    write: 'Write to the coordinator',
  },
  others: 'Other programmes',
  period: (from, to) => (from === to ? `${from}` : `${from}–${to}`),
  empty: {
    title: (city) => `Viche: ${city} reports to its community`,
    lead: 'Here residents will see the city’s programme of cooperation with civil society: what is promised, what is done, what lies ahead and what it costs.',
    title2: 'There is no programme yet',
    body: 'The city has just set Viche up. Work begins with a text: the coordinator loads the council’s decision, Viche reads measures, executors, terms and money out of it, and a person checks what was read.',
    steps: [
      'The council adopts the programme, the coordinator loads its text.',
      'Viche finds each measure, term and executor in the text, the coordinator checks them.',
      'Departments record what they did, and reports are composed of these records.',
      'Everything about the programme is seen on this page without an account.',
    ],
    signIn: 'Sign in to work',
    about: 'What Viche is',
  },
}
