import { pluralEn } from '../../../kernel/texts.ts'
import type { FollowingTexts } from './uk.ts'

export const en: FollowingTexts = {
  title: 'Follow organisations',
  lead: 'One letter a week about what is new. No news, no letter. You need no account.',
  email: 'Your e-mail',
  emailHint: 'It is all we keep, and only as long as you follow',
  what: 'What to follow',
  all: 'All organisations',
  organisation: (name) => name,
  kind: (name) => name,
  direction: (name) => `Direction: ${name}`,
  kinds: 'By kind of organisation',
  directions: 'By direction of work',
  gone: 'An organisation that is no longer in the registry',
  submit: 'Follow',
  privacy:
    'The council holds the data to send you the weekly letter. When you leave, the address is removed together with its letters (Law of Ukraine on personal data protection).',
  askedTitle: 'Look into your mail',
  askedText:
    'We sent a letter with a link. Until you open it, nothing will be sent. If there is no letter, look among the spam.',
  confirmTitle: 'Confirm the address',
  confirmText: 'From then on we write each Monday, if there is something to tell:',
  confirmSubmit: 'Yes, write to me',
  ownTitle: 'What you follow',
  ownLead: (email) => `Letters go to ${email}.`,
  save: 'Save',
  leave: 'Leave',
  leaveTitle: 'Leave',
  leaveText: 'The address and all that belongs to it will be removed.',
  leftTitle: 'You have left',
  leftText: 'The address is removed. There will be no more letters.',
  again: 'Follow again',
  section: 'Follow',
  sectionItem: 'Get this organisation’s news by e-mail, once a week',
  done: { confirmed: 'The address is confirmed.', saved: 'Saved.' },
  office: {
    title: 'Who follows',
    lead: (n) =>
      n === 0
        ? 'Nobody follows yet.'
        : `${n} ${pluralEn(n, 'person follows', 'people follow')}. Addresses are not shown here.`,
    what: 'What',
    followers: 'How many',
    caption: 'What is followed',
    none: 'Nobody follows yet.',
    next: 'What goes into the next letter',
    nextNone: 'Nothing has been published this week yet.',
    link: 'Page for everybody',
  },
  letters: {
    confirmSubject: (city) => `Confirm that you want to follow organisations (${city})`,
    confirmBody: (link, council) => `Hello!

Somebody, most likely you, asked that a weekly letter about the city’s organisations be sent to this address.

To confirm, open the link:
${link}

If you did not ask for it, do nothing: without confirmation the address is removed in a week.

${council}`,
    digestSubject: (city, n) =>
      `${city}: ${n} ${pluralEn(n, 'piece', 'pieces')} of news of organisations this week`,
    digestTitle: (day, letters) =>
      `Weekly letter, ${day}: ${letters} ${pluralEn(letters, 'letter', 'letters')}`,
    hello: 'Hello! Here is what is new with the organisations that you follow.',
    foot: (own, leave) => `Change what you follow: ${own}
Leave: ${leave}`,
  },
  refusals: {
    nothing_chosen: () => 'Choose what to follow',
    too_many: (v) => `Too many: at most ${v.maximum ?? ''}`,
    too_often: (v) =>
      `Several letters were sent to this address already. Try again in ${v.minutes ?? ''} minutes`,
  },
}
