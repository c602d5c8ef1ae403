import { pluralEn } from '../../../kernel/texts.ts'
import type { EntryTexts } from './uk-entry.ts'

export const enEntry: EntryTexts = {
  signIn: {
    title: 'Sign in to the cabinet of an organisation',
    lead: 'For those who represent an NGO, a party branch, a self-organisation body, a religious community or a union. No password is needed: we send a link to your e-mail.',
    email: 'E-mail',
    emailHint: 'The one that you gave in your claim.',
    submit: 'Send the link',
    signedOut: 'You are signed out of the cabinet.',
    newHere: 'Do you not represent an organisation yet?',
    newHereText:
      'Send a claim: find your organisation, add a letter of delegation, and the city council confirms your powers.',
    claim: 'Send a claim',
    staff: 'Do you work for the city council?',
    staffLink: 'Sign-in for staff',
  },
  sent: {
    title: 'Look into your mail',
    lead: (email) =>
      `If ${email} belongs to a representative of an organisation, a letter with a link is on its way.`,
    steps: (minutes) => [
      `Open the letter and follow the link. It works for ${minutes} ${pluralEn(minutes, 'minute', 'minutes')} and only once.`,
      'No letter? Look into the folder for spam, and check that the address is right.',
    ],
    byHand:
      'At present letters are released by a clerk in working hours, so it may take a while. If the link has run out by then, ask for a new one.',
    demonstration:
      'This is a demonstration: the letter is not sent, it rests in the administrator’s outbox. You can come in with one click: the button “Representative” at the top of the page.',
    again: 'Send again',
  },
  enter: {
    title: 'Enter the cabinet',
    lead: (name, email) => `${name}, you come in by ${email}.`,
    submit: 'Enter',
    invalidTitle: 'The link does not work',
    invalid:
      'A sign-in link works for a quarter of an hour and only once. It has run out, or it was used already.',
    again: 'Get a new link',
  },
  entryRefusals: {
    too_many: (v) =>
      `Too many attempts. Try again in ${v['minutes']} ${pluralEn(Number(v['minutes']), 'minute', 'minutes')}.`,
    link_invalid: () => 'The link does not work: it has run out, or it was used already.',
  },
  demo: 'Representative',
}
