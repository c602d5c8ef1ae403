/** How long a session lives. */
import type { Temporal } from '../../../kernel/civil-date.ts'

/**
 * Unused for a working day, a session ends; however busy, it ends after a day.
 * The longest time is that of NIST SP 800-63B-4, section 2.2.3 (AAL2: reauthentication at least every 24 hours);
 * its hour of inactivity is longer here, because a clerk writes a report over a whole day beside other work.
 */
export const IDLE_HOURS = 8
export const LONGEST_HOURS = 24
/** Between the passphrase and the second factor; also the time to set the factor up. */
export const HALF_MINUTES = 30
/** How exactly the last use is known: a write at each request would cost more than it tells. */
export const SEEN_MINUTES = 5

export function endsAt(now: Temporal.Instant, complete: boolean): Temporal.Instant {
  return complete ? now.add({ hours: LONGEST_HOURS }) : now.add({ minutes: HALF_MINUTES })
}
