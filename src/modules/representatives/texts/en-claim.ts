import { pluralEn } from '../../../kernel/texts.ts'
import type { ClaimTexts } from './uk-claim.ts'

export const enClaim: ClaimTexts = {
  find: {
    title: 'Represent an organisation',
    nav: 'For organisations: the cabinet',
    section: 'For representatives',
    sectionItem: 'Represent this organisation',
    lead: 'A head or a delegate can post news and events of the organisation, check its data and speak for it. First find the organisation.',
    search: 'Name, a part of it, or the EDRPOU code',
    found: 'Organisations found',
    choose: 'This is mine',
    none: 'Nothing was found',
    noneText: (contact) =>
      `Try a shorter name. If the organisation is not in the city’s registry, write to the council${contact}: it will be entered, and you can send a claim.`,
    have: 'Do you represent an organisation already?',
    signIn: 'Enter the cabinet',
    how: 'How it goes',
    steps: [
      'You send a claim: name, e-mail, post, a letter of delegation from the organisation.',
      'You confirm the e-mail by a link in a letter.',
      'A clerk of the council checks the letter and sets the term of your powers.',
      'You enter the cabinet by a link, without a password.',
    ],
  },
  claim: {
    title: 'Claim of a representative',
    lead: (organisation) => `Organisation: ${organisation}`,
    name: 'Your first and last name',
    email: 'E-mail',
    emailHint: 'A link to confirm it comes there, later the links to sign in.',
    post: 'Post, or by whom you are delegated',
    postHint: 'For example: chair of the board; delegated by the general meeting.',
    basis: 'How you show your powers',
    bases: {
      letter: 'I add a letter of the organisation',
      paper: 'I show a paper at the council',
      invitation: 'Invitation by a colleague',
    },
    paperHint: 'The claim is looked at when you bring a letter, minutes or another paper.',
    letter: 'Letter of delegation',
    letterHint:
      'PDF, photo (JPEG, PNG), DOCX or a signed file (ASiC-E, P7S), up to 10 MB. Only for the first choice.',
    submit: 'Send the claim',
    privacy: 'What becomes of your data',
    privacyText: (council) => [
      `Holder of the data: ${council}. Purpose: to check that you speak for the organisation, and to write to you about its affairs.`,
      'Name, post, e-mail and letter are seen by authorised staff only. They are not published; membership in organisations is not collected.',
      'At any time you can see your data, correct them, end your powers or remove your account in the cabinet (Law of Ukraine 2297-VI, article 8).',
      'A claim that is not confirmed is deleted after 7 days.',
    ],
    sentTitle: 'Confirm your e-mail',
    sent: (email) => `A letter with a link was sent to ${email}. Open it, so that the claim is looked at.`,
  },
  confirm: {
    title: 'Confirm the claim',
    lead: (organisation) => `Organisation: ${organisation}`,
    text: 'Confirm that the address is yours and that you agree to represent this organisation.',
    terms: { name: 'Name', email: 'E-mail', post: 'Post' },
    submit: 'I confirm',
    invalidTitle: 'The link does not work',
    invalid: (days) =>
      `The link works for ${days} ${pluralEn(days, 'day', 'days')} and only once. It has run out, or the claim is confirmed already.`,
    again: 'Send a claim again',
    doneTitle: 'The claim is confirmed',
    done: 'A clerk of the council looks at it now. To enter the cabinet, get a link by e-mail.',
  },
}
