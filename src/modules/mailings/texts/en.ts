import { pluralEn } from '../../../kernel/texts.ts'
import type { MailingsTexts } from './uk.ts'

const letters = (n: number) => `${n} ${pluralEn(n, 'letter', 'letters')}`

export const en: MailingsTexts = {
  title: 'Outbox',
  lead: (n) =>
    n === 0
      ? 'No letter waits for a decision.'
      : `${n} ${pluralEn(n, 'mailing waits', 'mailings wait')} for your decision. Until you release a mailing, none of its letters leaves.`,
  noServer: 'No mail server is set (SMTP_URL): released letters wait in the queue.',
  demonstration: 'This is a demonstration: no letter is ever sent from here.',
  caption: 'Mailings',
  search: 'Search by title',
  columns: {
    title: 'Mailing',
    state: 'State',
    created: 'Written',
    letters: 'Letters',
    sent: 'Sent',
    failed: 'Failed',
  },
  filter: { state: 'State', all: 'All' },
  states: { held: 'waits for a decision', released: 'released', cancelled: 'cancelled' },
  letterStates: {
    held: 'waits',
    queued: 'queued',
    sent: 'sent',
    failed: 'could not be sent',
    cancelled: 'cancelled',
  },
  none: 'There are no mailings yet.',
  recipients: (n) => `Recipients: ${letters(n)}`,
  releasedBy: (who, when) => `Released by ${who}, ${when}`,
  cancelledBecause: (reason) => `Cancelled: ${reason}`,
  release: (n) => `Send ${letters(n)}`,
  releaseAsk: 'The letters go to everyone listed below. They cannot be called back.',
  cancel: 'Cancel the mailing',
  reason: 'Why you cancel it',
  reasonHint: 'The reason stays in the record.',
  retry: 'Try to send again',
  withKeys: 'The letter holds a personal link to come in: only an administrator sees it.',
  text: 'Text of the letter',
  subject: 'Subject',
  more: (n) => `The first ${n} letters are shown.`,
  columnsOfLetters: { name: 'To', address: 'Address', subject: 'Subject', state: 'State', error: 'Error' },
  auto: {
    title: 'What leaves by itself',
    lead: 'Kinds that are ticked leave without being looked at. The rest waits for a person.',
    since: (who, when) => `switched on by ${who}, ${when}`,
    save: 'Save the switches',
    saved: 'The switches are saved.',
    none: 'There was no kind of letter yet.',
    asked: 'What its reader has asked for',
    askedHint:
      'Such a letter was asked for a moment ago, to the address that was typed: let it leave at once, since without it nobody can come in or confirm a claim.',
    others: 'Other letters',
    link: 'What leaves by itself',
  },
  done: {
    released: 'The mailing is released. Letters are sent one by one.',
    cancelled: 'The mailing is cancelled.',
    retried: 'The letters are queued again.',
  },
  kinds: {
    'duties.reminder': 'Reminders to executors of their dates',
    'report.reminder': 'Reminders of quarterly reports',
    'report.returned': 'A report was returned with remarks',
    'report.accepted': 'A report was accepted',
    'report.submitted': 'A report was submitted',
    'campaign.letter': 'Check of the registry: letters to organisations',
    'campaign.reminder': 'Check of the registry: reminders',
    'follow.confirm': 'Confirmation of following organisations',
    'follow.digest': 'Weekly letter to those who follow',
    'staff.invitation': 'Invitations to staff',
    'representative.signIn': 'Links to enter the cabinet',
    'representative.confirm': 'Confirmation of a representative’s claim',
    'representative.invitation': 'Invitations to represent an organisation',
    'representative.decided': 'Decisions on a representative’s powers',
    'representative.ending': 'Powers of a representative run out',
  },
  refusals: { wrong_state: 'The mailing has another state by now: reload the page.' },
}
