import type { AboutTexts } from './about-uk.ts'

export const aboutEn: AboutTexts = {
  nav: 'About Viche',
  title: 'What Viche is',
  lead: 'Viche shows how the city carries out its programme of cooperation with civil society: each measure, its term, its executor, the money, and what was really done.',
  description: (city) =>
    `What Viche is, how to read the marks, who is responsible for the programme and where to turn. ${city}.`,
  what: {
    title: 'What it gives a resident',
    points: [
      'See what exactly the city promised and by which day. The term of each duty is explained: which clause it comes from and how the day was counted.',
      'Check whether it was done. What is done is borne out by a record: what happened, when, where, how many people came, with a document or a link.',
      'Read the reports. They are composed of the same records, and an accepted report changes no more: a correction is a new version with its reason.',
      'Learn what it cost: planned, spent, by which contracts.',
      'Take the data along: tables, a calendar of terms, feeds, open data.',
    ],
    free: 'All of it is open without an account. The pages work without scripts and can be printed.',
  },
  states: {
    title: 'How to read the marks',
    intro:
      'Each diamond is the state of a measure’s duties in a quarter. The state is told by shape, not by colour alone.',
    term: 'Mark',
    meaning: 'What it means',
    of: {
      done: 'All that had to be done is done and borne out.',
      part: 'Some of it is done, work goes on.',
      due: 'The time to do it has come, the term has not passed, nothing is recorded yet.',
      late: 'The term has passed and nothing bears it out.',
      plan: 'The time to do it has not come yet.',
      excused: 'The coordinator took the duty away and said why. The reason stands on the measure’s page.',
      carried: 'It was moved to a later term, with the reason.',
      none: 'The measure foresees nothing in this quarter.',
    },
    time: 'Done “in time” means: not later than the last day of the term.',
  },
  who: {
    title: 'Who is responsible',
    intro: 'The executor of each measure is named on its page. For the programme as a whole:',
    coordinator: 'Coordinator of the programme',
    fundManager: 'Main manager of the funds',
    council: 'The programme was adopted by',
    none: 'There is no programme yet, so nobody is named.',
  },
  contacts: {
    title: 'Where to turn',
    edrpou: (code) => `EDRPOU code ${code}`,
    none: 'The city has not given an address yet.',
  },
  private: {
    title: 'What is not here',
    text: 'Viche does not keep to which party, community or union a private person belongs. Its pages have organisations, departments and numbers. There are no counters or advertisements of others.',
  },
  more: {
    title: 'More',
    dates: 'How we count terms',
    data: 'Open data',
    accessibility: 'Accessibility',
    home: 'The city’s programme',
  },
}
