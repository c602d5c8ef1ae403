/** The council, its executive committee, deputies, local democracy, self-organisation bodies. */
import { rulesOf } from '../rule.ts'

const read = { verified: 'L', overridable: 'stricter' } as const
const LOCAL_GOVERNMENT = 'https://zakon.rada.gov.ua/laws/show/280/97-вр'

const council = rulesOf('280/97-ВР', LOCAL_GOVERNMENT, { ...read, from: '1997-06-12' })
/** As reworded by Law 3703-IX. */
const democracy = rulesOf('280/97-ВР', LOCAL_GOVERNMENT, { ...read, from: '2025-01-08' })
const deputies = rulesOf('93-IV', 'https://zakon.rada.gov.ua/laws/show/93-15', {
  ...read,
  from: '2002-08-15',
})
const selfOrganisation = rulesOf('2625-III', 'https://zakon.rada.gov.ua/laws/show/2625-14', {
  ...read,
  from: '2001-08-16',
})

export const COUNCIL_RULES = [
  council('executive.sitting', 'atLeast', 1, 'timesAMonth', 'ст. 53'),
  council('executive.quorum', 'moreThan', 1 / 2, 'share', 'ст. 53', { overridable: 'never' }),
  council('executive.decision', 'moreThan', 1 / 2, 'share', 'ст. 59', { overridable: 'never' }),
  democracy('session.video.publish', 'within', 1, 'calendarDays', 'ст. 46'),
  democracy('session.video.keep', 'atLeast', 5, 'years', 'ст. 46'),
  council('session.vote.publish', 'within', 0, 'calendarDays', 'ст. 59 ч. 3'),
  democracy('programme.inform', 'atLeast', 2, 'timesAYear', 'ст. 75'),
  democracy('mayor.report', 'atLeast', 2, 'timesAYear', 'ст. 42 ч. 7'),
  democracy('mayor.report.publish', 'before', 7, 'calendarDays', 'ст. 42 ч. 7'),

  // Set by the statute of the community (ст. 13): values that a city looks at before it relies on them.
  democracy('hearing.notice', 'before', 10, 'calendarDays', 'ст. 13', {
    verified: 'M',
    overridable: 'freely',
  }),
  democracy('hearing.signatures', 'atLeast', 50, 'count', 'ст. 13', {
    verified: 'M',
    overridable: 'freely',
  }),
  democracy('hearing.check', 'within', 10, 'workingDays', 'ст. 13', {
    verified: 'M',
    overridable: 'freely',
  }),
  democracy('hearing.decision', 'within', 30, 'calendarDays', 'ст. 13'),
  democracy('meeting.quorum', 'moreThan', 1 / 2, 'share', 'ст. 8', { overridable: 'never' }),
  democracy('meeting.conference.quorum', 'moreThan', 2 / 3, 'share', 'ст. 8', { overridable: 'never' }),
  democracy('meeting.age', 'atLeast', 18, 'yearsOfAge', 'ст. 8', { overridable: 'never' }),
  democracy('participation.age', 'atLeast', 14, 'yearsOfAge', 'ст. 13-5', { overridable: 'never' }),
  democracy('evaluation.conclusions', 'within', 3, 'months', 'ст. 13-4', { overridable: 'never' }),
  democracy('evaluation.consideration', 'within', 30, 'workingDays', 'ст. 13-4'),

  deputies('deputy.programmes.inform', 'atLeast', 2, 'timesAYear', 'ст. 10 ч. 1 п. 2'),
  deputies('deputy.report', 'atLeast', 1, 'timesAYear', 'ст. 16'),
  deputies('deputy.report.publish', 'before', 7, 'calendarDays', 'ст. 16', { from: '2025-01-08' }),
  deputies('deputy.reception', 'atLeast', 1, 'timesAMonth', 'ст. 10'),

  selfOrganisation('selfOrganisation.meeting.quorum', 'atLeast', 1 / 2, 'share', 'ст. 8', {
    overridable: 'never',
  }),
  selfOrganisation('selfOrganisation.election', 'moreThan', 1 / 2, 'share', '', { overridable: 'never' }),
  selfOrganisation('selfOrganisation.registration', 'within', 1, 'months', 'ст. 13'),
  selfOrganisation('selfOrganisation.registration.notice', 'within', 10, 'calendarDays', 'ст. 13'),
  selfOrganisation('selfOrganisation.sitting', 'atLeast', 1, 'timesAQuarter', ''),
  selfOrganisation('selfOrganisation.quorum', 'moreThan', 1 / 2, 'share', '', { overridable: 'never' }),
  selfOrganisation('selfOrganisation.decision', 'moreThan', 1 / 2, 'share', '', { overridable: 'never' }),
  selfOrganisation('selfOrganisation.report', 'atLeast', 1, 'timesAYear', 'ст. 18'),
]
