/** What a contact must be, and what a private one needs. */
import { cleanText } from '../../../kernel/inputs.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Contact, ContactKind } from '../types.ts'

export type ContactCode = 'required' | 'not_email' | 'not_a_link' | 'not_phone' | 'consent_needed'

const EMAIL = /^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+\.[^\s@<>"(),:;\\]{2,}$/
const PHONE = /^\+?[\d\s()\-.]{5,25}$/

/** The contact as it is written down, or why it is none. */
export function readContact(kind: ContactKind, typed: string): string | Refusal<ContactCode> {
  const text = cleanText(typed)
    .split(/\s*\n\s*/)
    .join(', ')
    .slice(0, 500)
  if (text === '') return refuse('required', undefined, 'value')
  switch (kind) {
    case 'email':
      return EMAIL.test(text) ? text.toLowerCase() : refuse('not_email', undefined, 'value')
    case 'phone':
      return PHONE.test(text) ? text : refuse('not_phone', undefined, 'value')
    case 'site':
    case 'social': {
      const link = /^https?:\/\//i.test(text) ? text : `https://${text}`
      return /^https?:\/\/[^\s<>"']+\.[^\s<>"']+$/i.test(link) && URL.canParse(link)
        ? link
        : refuse('not_a_link', undefined, 'value')
    }
    case 'address':
      return text
  }
}

export function checkContact(
  contact: Pick<Contact, 'kind' | 'value' | 'access' | 'consentOn'>,
): string | Refusal<ContactCode> {
  if (contact.access === 'private' && contact.consentOn === null)
    return refuse('consent_needed', undefined, 'consentOn')
  return readContact(contact.kind, contact.value)
}
