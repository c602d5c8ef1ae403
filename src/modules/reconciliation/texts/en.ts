import { pluralEn } from '../../../kernel/texts.ts'
import type { ReconciliationTexts } from './uk.ts'

export const en: ReconciliationTexts = {
  nav: 'Compare with the register',
  title: 'Comparison with the state register',
  lead: (n, day) =>
    `${n === 0 ? 'No difference waits for a decision' : `${n} ${pluralEn(n, 'difference waits', 'differences wait')} for a decision`}${day === null ? '' : `, by the export of ${day}`}.`,
  kinds: {
    new: 'New',
    renamed: 'Renamed',
    officerChanged: 'Led by another',
    inTermination: 'Being terminated',
    terminated: 'Terminated',
  },
  tabs: { label: 'Kinds of differences', all: 'All', refused: 'Refused' },
  columns: {
    organisation: 'Organisation',
    kind: 'What differs',
    edrpou: 'EDRPOU code',
    before: 'Ours',
    after: 'In the register',
    place: 'Place',
    more: 'More',
  },
  caption: 'Differences',
  none: 'There are no differences of this kind.',
  inRegister: 'Record of the register',
  ours: 'This is one of ours',
  decide: 'What to do with those ticked',
  all: (n: number) => `All ${n} on this page`,
  decisions: { take: 'Take up', accept: 'Accept at once', refuse: 'Refuse' },
  decisionHints: {
    take: 'The values join the proposed changes, where each is accepted by itself.',
    accept:
      'All values of the register become ours at once, with it as their source; new organisations join the list.',
    refuse: 'Shown no more until the register says something new.',
  },
  reason: 'Why you refuse',
  reasonHint: 'Needed only to refuse: “of another city”, “a street of that name”.',
  submit: 'Do it',
  done: {
    taken: 'Taken up. Now accept or refuse each value.',
    accepted: 'Accepted. The values of the register are ours now.',
    refused: 'Refused. The tab “Refused” takes it back.',
    restored: 'Back among the differences.',
    linked: 'Remembered: this record of the register is our organisation.',
    words: 'The words of the city are kept.',
  },
  toProposals: 'To the proposed changes',
  noRegister: {
    title: 'There is nothing to compare with yet',
    body: 'Import the state register first.',
    action: 'Import the register',
  },
  words: {
    title: 'How the city is recognised',
    lead: 'Today’s exports of the register have no addresses, so organisations of the city are found by words in their names, in all forms: “Ніжин” finds “Ніжинська” too.',
    label: 'Words by which the city is recognised',
    hint: 'Each on a line of its own: the city, villages of the community, an old name.',
    save: 'Keep the words',
  },
  refused: {
    lead: 'These differences are refused; they do not come back until the register says something new.',
    none: 'Nothing is refused.',
    reason: 'Reason',
    who: 'Who and when',
    restore: 'Take back',
  },
  link: {
    title: 'Which of our organisations is it?',
    lead: (name) => `Record of the register: ${name}`,
    search: 'Name or code of our organisation',
    none: 'Our registry has no such one. Try other words.',
    choose: 'This one',
    caption: 'Our organisations',
  },
  refusals: {
    choose_some: 'Tick at least one difference.',
    choose_fewer: 'Up to 200 differences can be ticked at once.',
    difference_gone: 'Some of those ticked were decided or changed meanwhile. Look at the list again.',
    no_register: 'There is no state register here yet.',
  },
}
