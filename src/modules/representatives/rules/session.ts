/** How long a session of the cabinet and the links of our letters live. */
import type { Temporal } from '../../../kernel/civil-date.ts'

/**
 * Longer than those of the office: nothing that a representative does takes effect before a clerk has looked at it,
 * and each sign-in costs a letter. Rights are asked anew at each request, however old the session.
 */
export const IDLE_HOURS = 24
export const LONGEST_HOURS = 7 * 24
/** How exactly the last use is known. */
export const SEEN_MINUTES = 5

export const SIGN_IN_MINUTES = 15
export const CONFIRM_DAYS = 7

/** How often one may ask for a letter; whether the address is known makes no difference. */
export const ASKS = {
  /** To one e-mail address. */
  email: { most: 5, hours: 1 },
  /** From one address of the network: a house of organisations sits behind one. */
  address: { most: 40, hours: 1 },
} as const

export const CLAIMS = {
  email: { most: 5, hours: 24 },
  address: { most: 20, hours: 24 },
} as const

export function endsAt(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: LONGEST_HOURS })
}
