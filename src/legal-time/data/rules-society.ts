/** Consultations, the Public Council, contests, organisations, awards, the programme's own rules. */
import { rulesOf } from '../rule.ts'

const free = { overridable: 'freely' } as const
const R996 = 'https://zakon.rada.gov.ua/laws/show/996-2010-п'

/** Recommended to cities, not binding (п. 5 of the resolution): each value may be the city's own. */
const consultations = rulesOf('996', R996, { ...free, from: '2010-11-03', verified: 'M' })
/** The Model Regulation as reworded by KMU 353. */
const publicCouncil = rulesOf('996', R996, { ...free, from: '2019-05-07', verified: 'P' })
/** In force twelve months after martial law ends. */
const law3841 = rulesOf('3841-IX', 'https://zakon.rada.gov.ua/laws/show/3841-20', {
  from: null,
  verified: 'L',
  overridable: 'stricter',
})
const contests = rulesOf('1049', 'https://zakon.rada.gov.ua/laws/show/1049-2011-п', {
  ...free,
  from: '2011-10-12',
  verified: 'P',
})
const programmes = rulesOf('1621-IV', 'https://zakon.rada.gov.ua/laws/show/1621-15', {
  ...free,
  from: '2004-05-07',
  verified: 'L',
})
const ownProgramme = rulesOf('programme', '', { ...free, from: '2014-01-31', verified: 'L' })
const read = { verified: 'L', overridable: 'never' } as const
const ngos = rulesOf('4572-VI', 'https://zakon.rada.gov.ua/laws/show/4572-17', {
  ...read,
  from: '2013-01-01',
})
const parties = rulesOf('2365-III', 'https://zakon.rada.gov.ua/laws/show/2365-14', {
  ...read,
  from: '2001-04-28',
})
const churches = rulesOf('987-XII', 'https://zakon.rada.gov.ua/laws/show/987-12', {
  ...read,
  from: '1991-06-06',
})
const charities = rulesOf('5073-VI', 'https://zakon.rada.gov.ua/laws/show/5073-17', {
  ...read,
  from: '2013-02-03',
})
const register = rulesOf('755-IV', 'https://zakon.rada.gov.ua/laws/show/755-15', {
  ...read,
  from: '2016-01-01',
})
const awards = rulesOf('regulation', '', { ...free, from: '2014-01-31', verified: 'M' })

export const SOCIETY_RULES = [
  consultations('consultation.min', 'from', 15, 'calendarDays', 'Порядок'),
  consultations('consultation.report.publish', 'within', 14, 'calendarDays', 'Порядок'),
  consultations('consultation.demand', 'atLeast', 3, 'count', 'Порядок'),
  consultations('consultation.plan', 'by', 1220, 'monthDay', 'Порядок'),
  law3841('consultation.public.min', 'from', 15, 'workingDays', ''),
  law3841('consultation.public.notice', 'before', 3, 'workingDays', ''),
  law3841('consultation.public.submission.publish', 'within', 5, 'workingDays', ''),
  law3841('consultation.public.report', 'within', 30, 'workingDays', 'ст. 19'),
  law3841('consultation.public.keep', 'atLeast', 5, 'years', ''),
  law3841('consultation.public.yearlyReport', 'by', 331, 'monthDay', ''),

  publicCouncil('publicCouncil.size', 'atMost', 35, 'count', 'Типове положення'),
  publicCouncil('publicCouncil.delegates', 'atMost', 1, 'count', 'Типове положення'),
  publicCouncil('publicCouncil.term', 'exactly', 2, 'years', 'Типове положення', { verified: 'M' }),
  publicCouncil('publicCouncil.quorum', 'moreThan', 1 / 2, 'share', 'Типове положення', { verified: 'M' }),
  publicCouncil('publicCouncil.decision', 'moreThan', 1 / 2, 'share', 'Типове положення'),
  publicCouncil('publicCouncil.recommendation.answer', 'within', 10, 'calendarDays', 'Типове положення'),
  publicCouncil('publicCouncil.regulation.publish', 'within', 3, 'workingDays', 'Типове положення'),
  publicCouncil('publicCouncil.initiativeGroup', 'before', 60, 'calendarDays', 'Типове положення', {
    verified: 'M',
  }),
  publicCouncil('publicCouncil.assembly.notice', 'before', 30, 'calendarDays', 'Типове положення', {
    verified: 'M',
  }),
  publicCouncil('publicCouncil.papers.cure', 'within', 7, 'calendarDays', 'Типове положення'),
  publicCouncil('publicCouncil.sitting', 'atLeast', 1, 'timesAQuarter', 'Типове положення', {
    verified: 'M',
  }),
  publicCouncil('publicCouncil.extraordinary', 'atLeast', 1 / 3, 'share', 'Типове положення', {
    verified: 'M',
  }),
  publicCouncil('publicCouncil.absences', 'atMost', 2, 'count', 'Типове положення', { verified: 'M' }),

  contests('contest.announce', 'by', 1001, 'monthDay', 'Порядок'),
  contests('contest.submission', 'exactly', 30, 'calendarDays', 'Порядок'),
  contests('contest.applicant.registered', 'atLeast', 6, 'months', 'Порядок'),
  contests('contest.commission.size', 'atLeast', 7, 'count', 'Порядок', { verified: 'M' }),

  ownProgramme('programme.report.quarterly', 'by', 6, 'dayOfMonth', 'п. 7.4'),
  ownProgramme('register.check', 'within', 15, 'workingDays', 'п. 4.8', { verified: 'M' }),
  ownProgramme('register.check.keep', 'within', 1, 'years', 'п. 4.8', { verified: 'M' }),
  ownProgramme('programme.report.yearly', 'atLeast', 1, 'timesAYear', 'п. 7.4'),
  programmes('programme.report.final', 'within', 3, 'months', 'ст. 9'),

  ngos('ngo.founders', 'atLeast', 2, 'count', 'ст. 7'),
  ngos('ngo.register', 'within', 60, 'calendarDays', ''),
  parties('party.changes.notify', 'within', 10, 'calendarDays', ''),
  churches('religiousCommunity.founders', 'atLeast', 10, 'count', 'ст. 14'),
  charities('charity.administration', 'atMost', 20, 'percent', ''),
  register('register.ngo', 'within', 3, 'workingDays', 'ст. 26'),
  register('register.party', 'within', 30, 'workingDays', 'ст. 26'),
  register('register.partyBranch', 'within', 10, 'workingDays', 'ст. 26'),
  register('register.partyCell', 'within', 1, 'workingDays', 'ст. 26'),

  awards('award.repeat', 'from', 3, 'years', 'про відзнаки'),
  awards('award.nomination', 'before', 10, 'calendarDays', 'про відзнаки'),
]
