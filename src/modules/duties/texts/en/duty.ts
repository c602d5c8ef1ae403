import { parseCivilDate } from '../../../../kernel/civil-date.ts'
import { longDate, MONTHS_EN, pluralEn, quarterName, ROMAN, shortDate } from '../../../../kernel/texts.ts'
import type { DutiesTexts } from '../uk.ts'

const days = (n: number) => `${n} ${pluralEn(n, 'day', 'days')}`
const duties = (n: number) => `${n} ${pluralEn(n, 'duty', 'duties')}`

export const dutyEn: DutiesTexts['duty'] = {
  title: 'Duties',
  days,
  states: {
    planned: 'planned',
    open: 'under way',
    fulfilled: 'fulfilled',
    overdue: 'overdue',
    excused: 'excused',
    carriedOver: 'carried over',
  },
  partly: 'partly fulfilled',
  fulfilledOn: (date) => `fulfilled on ${date}`,
  fulfilledLate: (date, n) => `fulfilled on ${date}, ${days(n)} late`,
  overdueBy: (n) => `overdue by ${days(n)}`,
  dueIn: (n) => (n === 0 ? 'due today' : `${days(n)} left`),
  progress: (done, asked) => `${done} of ${asked}`,
  period: (label) => {
    switch (label.kind) {
      case 'quarter':
        return quarterName('en', label)
      case 'half':
        return `${label.half === 1 ? 'First' : 'Second'} half of ${label.year}`
      case 'year':
        return `Year ${label.year}`
      case 'month':
        return `${MONTHS_EN[label.month - 1]} ${label.year}`
      case 'day':
        return longDate('en', label.date)
      case 'span':
        return `${shortDate('en', label.from)} – ${shortDate('en', label.to)}`
    }
  },
  reading: ({ code, raw, everyYear, cutAt }) => {
    const term = raw === '' ? 'By the coordinator’s schedule' : `Term in the programme: «${raw}»`
    const how = {
      quarterOfWork:
        'the work has no last day, but it is reported on each quarter, so it is shown by the end of the quarter',
      month: 'to be done by the end of the month',
      dayAfterMonth: 'the day is of the month after the one reported on',
      quarter: 'to be done by the end of the quarter',
      dayAfterQuarter: 'the day is of the month after the quarter reported on',
      half: 'to be done by the end of the half-year',
      year: 'to be done by the end of the year',
      severalYears:
        'it is due once in the named number of years, counted from the beginning of the programme',
      yearOfWork: 'the work goes on for several years, so it is shown for each of them',
      named: 'to be done by the end of the time named',
      byDay: 'the day named is within the term',
      beforeNamed:
        '“by” is read as “before the beginning of”, so the year or month named is not within the term',
      throughNamed: 'the city has decided that the year or month named is within the term',
      namedDay: 'it takes place on this very day, so a day off does not move it',
    }[code]
    const cut = cutAt === null ? null : parseCivilDate(cutAt)
    return `${[
      `${term}: ${how}`,
      ...(everyYear ? ['no year is named, so the term comes back each year'] : []),
      ...(cut ? [`the programme ends on ${longDate('en', cut)}, and no term goes beyond it`] : []),
    ].join('; ')}.`
  },
  namedDay: (date, weekday) => `${date}, ${weekday}: the day set for it.`,
  chosenDay: (date, weekday) =>
    `${date}, ${weekday}: the day to which the coordinator carried the duty over.`,
  why: 'Why?',
  labels: {
    measure: 'Measure',
    unit: 'Executor',
    period: 'Period',
    due: 'Due',
    state: 'State',
    evidence: 'Evidence',
    reason: 'Explanation',
    term: 'Term in the programme',
    action: 'Action',
    carriedTo: 'Carried over to',
  },
  list: {
    search: 'Search by number, text or executor',
    all: 'all',
    state: 'State',
    unit: 'Executor',
    measure: 'Measure',
    year: 'Year',
    quarter: 'Quarter',
    quarterOption: (n) => `Quarter ${ROMAN[n]}`,
    caption: 'Duties of the programme',
    empty: 'No duty matches this filter.',
    nothingYet: 'No duties yet',
    nothingYetBody: 'They appear as soon as the programme is accepted and its edition comes into force.',
    fileName: 'duties',
    waiting: 'waiting to be done',
    nothingWaits: 'Nothing waits to be done.',
    record: 'Record what was done',
    recordShort: 'Record',
    lead: (late, open) =>
      late > 0
        ? `${duties(late)} overdue, ${open} under way.`
        : open > 0
          ? `Nothing is overdue, ${duties(open)} under way.`
          : 'Nothing waits to be done.',
    ofYear: (year) => `${year} ahead`,
    terms: 'Terms to be settled',
    reminders: 'Reminders',
  },
  page: {
    title: (number, period) => `Measure ${number}, ${period}`,
    lateLead: (n) => `Due ${days(n)} ago.`,
    evidence: 'What shows it',
    noEvidence: 'No evidence yet.',
    part: 'in part',
    history: 'History',
    decisions: 'The coordinator decides',
    excuse: 'Excuse the duty',
    excuseHint: 'The explanation is shown on the measure’s public page.',
    carry: 'Carry over',
    carryTo: 'To another duty of this measure',
    carryNone: 'none',
    carryDate: 'Or to a new day',
    carryDateHint: 'A new duty is made with this term.',
    reopen: 'Open again',
    reopenText: 'The duty will wait to be done again.',
    reason: 'Why',
    reopened: 'The duty is open again.',
  },
  terms: {
    title: 'Terms to be settled',
    lead: (n) =>
      n === 0
        ? 'Each measure has a term and an executor.'
        : `${n} ${pluralEn(n, 'measure makes', 'measures make')} no duty until you decide.`,
    gaps: 'Measures that make no duty',
    gapsEmpty: 'There are none.',
    why: {
      noTerm: 'The programme gives no term.',
      notUnderstood: 'The term could not be understood.',
      outsideProgramme: 'The time named is outside the period of the programme.',
      endedBeforeDecision: 'The term had ended before the decision came into force.',
    },
    scheduled: 'You have set a schedule, so there are duties.',
    set: 'Set a term',
    change: 'Change the schedule',
    groups: 'Groups without any department',
    groupsIntro: 'A group is named as executor, but nobody belongs to it yet, so no duties were made.',
    groupMeasures: (numbers) => `Measures ${numbers}`,
    fill: 'Add departments',
    renew: 'Renew duties',
    renewHint: 'After a group has changed: makes what is missing and touches nothing past.',
    renewed: (created, renewed, withdrawn) =>
      created + renewed + withdrawn === 0
        ? 'Everything agrees with the programme already; nothing was changed.'
        : `Made ${created}, renewed ${renewed}, withdrawn ${withdrawn}.`,
    readingTitle: 'Terms without a day',
    reading: 'How “by 2015” is read',
    readingHint: 'Concerns terms that name a year or a month only. A change renews future duties.',
    excluded: 'Before the beginning of the year or month named (the usual reading)',
    included: 'To the end of the year or month named',
    save: 'Apply',
  },
  schedule: {
    title: (number) => `Term of measure ${number}`,
    lead: 'The schedule holds until an amendment of the programme gives the term.',
    how: 'When it is to be done',
    kinds: {
      dates: 'On days named',
      quarterly: 'Each quarter',
      monthly: 'Each month',
      halfYearly: 'Twice a year',
      yearly: 'Each year',
      continuous: 'All the time, reported on each quarter',
    },
    dates: 'Days',
    datesHint: 'One a line, for example 08.05.2026. Each day becomes a duty of its own.',
    reason: 'Grounds',
    reasonHint: 'For example an order of the mayor or a plan of events.',
    save: 'Set the term',
    remove: 'Cancel the schedule',
    removeText: 'Future duties made by the schedule will be withdrawn. Past ones stay.',
    saved: 'The term is set.',
    removed: 'The schedule is cancelled.',
  },
}
