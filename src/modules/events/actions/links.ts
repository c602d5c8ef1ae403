/** Links of letters: an id with the installation's own mark, so that nothing secret is kept and a letter can be written again. */
import { asId, type Id, isId } from '../../../kernel/ids.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { House } from '../../../platform/house.ts'
import { localPath } from '../../../platform/http/route.ts'
import { sameText, sign } from '../../../platform/random.ts'
import type { InvitationId } from '../types/invitation.ts'
import type { RegistrationId } from '../types/registration.ts'

type Keys = Pick<House, 'keyFor'>
type Purpose = 'registration' | 'invitation'

/** 128 bits of the mark: a link of a letter stays one line. */
const MARK = 22

function keyOf(house: Keys, purpose: Purpose, id: string): string {
  return `${id}.${sign(house.keyFor(`events.${purpose}`), id).slice(0, MARK)}`
}

function read<Of extends string>(house: Keys, purpose: Purpose, text: string): Id<Of> | null {
  const [id = ''] = text.split('.')
  return isId(id) && sameText(text, keyOf(house, purpose, id)) ? asId<Of>(id) : null
}

export function registrationPath(house: Keys, id: RegistrationId): string {
  return `/take-part/${keyOf(house, 'registration', id)}`
}

export function invitationPath(house: Keys, id: InvitationId): string {
  return `/invited/${keyOf(house, 'invitation', id)}`
}

/** Null for a link that we did not make. */
export const readRegistrationKey = (house: Keys, text: string): RegistrationId | null =>
  read<'registration'>(house, 'registration', text)
export const readInvitationKey = (house: Keys, text: string): InvitationId | null =>
  read<'eventInvitation'>(house, 'invitation', text)

export function address(house: Pick<House, 'baseUrl'>, locale: Locale, path: string): string {
  return `${house.baseUrl}${localPath(locale, path)}`
}
