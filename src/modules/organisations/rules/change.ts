/** Changes as other modules and programs propose them, read the same way as what a person types. */
import { type CivilDate, parseCivilDate } from '../../../kernel/civil-date.ts'
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Change } from '../types.ts'
import { readContact } from './contact.ts'
import { readField } from './fields.ts'
import { checkOfficer } from './officer.ts'

/** The day of a change's text; null where it says none. */
export function dayOfChange(text: string | null | undefined): CivilDate | null {
  return text ? parseCivilDate(text) : null
}

/** The change with its values cleaned, or why it cannot be. */
export function readChange(change: Change): Change | Refusal {
  switch (change.what) {
    case 'field': {
      const value = readField(change.field, change.value)
      return isRefusal(value) ? value : { ...change, value }
    }
    case 'officerAdded': {
      const name = change.name.trim().replace(/\s+/g, ' ')
      const post = change.post.trim().replace(/\s+/g, ' ')
      if (name === '') return refuse('required', undefined, 'name')
      if (post === '') return refuse('required', undefined, 'post')
      const dates = { from: dayOfChange(change.from), until: dayOfChange(change.until) }
      return checkOfficer({ post, ...dates })[0] ?? { ...change, name, post }
    }
    case 'contactAdded': {
      const value = readContact(change.kind, change.value)
      return isRefusal(value) ? value : { ...change, value }
    }
    default:
      return change
  }
}
