import { pluralEn } from '../../../kernel/texts.ts'
import type { RefusalSentences } from './uk-refusals.ts'

function waiting(seconds: number): string {
  if (seconds < 60) return `${seconds} ${pluralEn(seconds, 'second', 'seconds')}`
  const minutes = Math.ceil(seconds / 60)
  return `${minutes} ${pluralEn(minutes, 'minute', 'minutes')}`
}

export const enRefusals: RefusalSentences = {
  sign_in_failed: () => 'The address or the passphrase is wrong. Check the keyboard layout and try again',
  pause: (v) => `Too many wrong attempts. Wait ${waiting(Number(v['seconds'] ?? 60))} and try again`,
  link_invalid: () => 'The link was used, has ended or was revoked',
  code_wrong: () => 'The code does not fit. Wait for the next one: each works once',
  passkey_failed: () => 'The passkey did not fit. Reload the page and try again',
  passkey_known: () => 'This passkey was added before',
  passphrase_wrong: () => 'Your passphrase is wrong',
  service_unknown_person: () =>
    'The identity service named no address that the administrator has invited. Ask them',
  last_factor: () => 'This is your only second factor. Set another one up first',
  session_over: () => 'The time to sign in is over. Begin again',
  passphrase_short: (v) => `Too short: ${v['length']} of ${v['least']} characters. Add one more word`,
  passphrase_long: (v) => `Too long: at most ${v['most']} characters`,
  passphrase_expected: () =>
    'Such a phrase is tried first: it holds well-known words, the city’s name, your name or repetitions. Take several words that have nothing to do with each other',
  no_role: () => 'Choose at least one role or department',
  email_taken: () => 'There is an account with this address already',
  last_administrator: () => 'This is the last administrator. Appoint another one first',
  own_account: () => 'You cannot suspend yourself. Ask another administrator',
  demonstration_person: () => 'A person of the demonstration cannot be changed: all visitors use it',
  wrong_state: () => 'This cannot be done in the present state. Reload the page',
  unit_unknown: () => 'There is no such department. Choose one from the list',
  token_needs_scope: () => 'Choose what the token may do',
  token_end_past: () => 'The last day must be in the future',
  token_end_far: () => 'A token works for a year at most',
  token_ended: () => 'The token was revoked before',
  unit_name_taken: (v) => `The department “${v['name']}” has this name. If it is the same one, merge them`,
  unit_merges_with_itself: () => 'Choose another department',
  unit_kinds_differ: () => 'A department cannot be merged with a group',
  unit_merged_already: () => 'The department is merged with another. Take the merger back first',
  unit_not_merged: () => 'The department is not merged with any',
  unit_not_active: (v) => `“${v['name']}” exists no longer`,
  unit_is_group: (v) => `“${v['name']}” is a group. A group holds departments only`,
  unit_is_no_group: () => 'This is not a group',
  unit_not_found: () => 'There is no such department',
  alias_is_name: () => 'This is the name of the department now. Change the name first',
}
