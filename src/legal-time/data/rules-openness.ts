/** Access to information, appeals, petitions, personal data, open data, administrative procedure. */
import { rulesOf } from '../rule.ts'

const read = { verified: 'L', overridable: 'stricter' } as const

const access = rulesOf('2939-VI', 'https://zakon.rada.gov.ua/laws/show/2939-17', {
  ...read,
  from: '2011-05-09',
})
const appeals = rulesOf('393/96-ВР', 'https://zakon.rada.gov.ua/laws/show/393/96-вр', {
  ...read,
  from: '1996-10-22',
})
/** Article 23-1 came with Law 577-VIII. */
const petitions = rulesOf('393/96-ВР', 'https://zakon.rada.gov.ua/laws/show/393/96-вр', {
  ...read,
  from: '2015-10-28',
})
const statute = rulesOf('statute', 'https://zakon.rada.gov.ua/laws/show/393/96-вр', {
  from: '2015-10-28',
  verified: 'M',
  overridable: 'freely',
})
const personalData = rulesOf('2297-VI', 'https://zakon.rada.gov.ua/laws/show/2297-17', {
  ...read,
  from: '2011-01-01',
})
const openData = rulesOf('835', 'https://zakon.rada.gov.ua/laws/show/835-2015-п', {
  from: '2015-10-21',
  verified: 'L-old',
  overridable: 'stricter',
})
const procedure = rulesOf('2073-IX', 'https://zakon.rada.gov.ua/laws/show/2073-20', {
  ...read,
  from: '2023-12-15',
})
const integrity = rulesOf('1700-VII', 'https://zakon.rada.gov.ua/laws/show/1700-18', {
  ...read,
  from: '2015-04-26',
})

export const OPENNESS_RULES = [
  // Law 890-IX of 15.09.2020 cut 20 working days to 10; its first day in force isn't verified.
  access('session.draft.publish', 'before', 20, 'workingDays', 'ст. 15 ч. 3', {
    to: '2020-09-30',
    verified: 'P',
  }),
  access('session.draft.publish', 'before', 10, 'workingDays', 'ст. 15 ч. 3', { from: '2020-10-01' }),
  access('session.draft.publish.networks', 'before', 5, 'workingDays', 'ст. 15 ч. 3', { from: '2020-10-01' }),
  integrity('session.draft.publish.benefits', 'before', 20, 'workingDays', 'ст. 21 ч. 3'),
  access('information.publish', 'within', 5, 'workingDays', 'ст. 15 ч. 2'),
  access('request.answer', 'within', 5, 'workingDays', 'ст. 20 ч. 1'),
  access('request.answer.urgent', 'within', 48, 'hours', 'ст. 20 ч. 2'),
  access('request.answer.extension', 'within', 20, 'workingDays', 'ст. 20 ч. 4'),
  access('request.answer.extension.notice', 'within', 5, 'workingDays', 'ст. 20 ч. 4'),
  access('request.forward', 'within', 5, 'workingDays', 'ст. 22 ч. 3'),
  access('request.copies.free', 'atMost', 10, 'pages', 'ст. 21', { overridable: 'freely' }),

  appeals('appeal.forward', 'within', 5, 'calendarDays', 'ст. 7'),
  appeals('appeal.return', 'within', 10, 'calendarDays', 'ст. 5'),
  appeals('appeal.answer.simple', 'within', 15, 'calendarDays', 'ст. 20'),
  appeals('appeal.answer', 'within', 1, 'months', 'ст. 20'),
  appeals('appeal.answer.longest', 'within', 45, 'calendarDays', 'ст. 20'),

  petitions('petition.publish', 'within', 2, 'workingDays', 'ст. 23-1'),
  petitions('petition.consideration.announce', 'within', 3, 'workingDays', 'ст. 23-1'),
  petitions('petition.consideration.announce.fromSite', 'within', 2, 'workingDays', 'ст. 23-1'),
  petitions('petition.consideration', 'within', 10, 'workingDays', 'ст. 23-1'),
  petitions('petition.answer.publish', 'within', 1, 'workingDays', 'ст. 23-1'),
  petitions('petition.keep', 'atLeast', 3, 'years', 'ст. 23-1'),
  statute('petition.signatures', 'atLeast', 250, 'count', 'про електронні петиції'),
  statute('petition.collection', 'within', 60, 'calendarDays', 'про електронні петиції'),

  personalData('personalData.inform', 'within', 30, 'workingDays', 'ст. 12'),
  personalData('personalData.access.study', 'within', 10, 'workingDays', 'ст. 16'),
  personalData('personalData.access.satisfy', 'within', 30, 'calendarDays', 'ст. 16'),
  personalData('personalData.risk.notify', 'within', 30, 'workingDays', 'ст. 9'),

  openData('openData.update', 'within', 3, 'workingDays', 'Положення'),
  openData('openData.publishNew', 'within', 10, 'calendarDays', 'Положення'),
  openData('openData.audit', 'atLeast', 1, 'timesAYear', 'Положення'),

  procedure('procedure.decision', 'within', 30, 'calendarDays', 'ст. 34'),
  integrity('conflict.report', 'within', 1, 'workingDays', 'ст. 28'),
]
