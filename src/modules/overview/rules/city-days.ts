/** Which of the events ahead stand on the first page. */
import type { EventKind } from '../../events/index.ts'

const EVENTS = 5
const HEARINGS = 3

/**
 * Hearings stand apart: there residents decide along, and one must not be pushed out by five fairs before it.
 * @param ahead soonest first
 */
export function pickAhead<E extends { readonly kind: EventKind }>(
  ahead: readonly E[],
): { readonly events: readonly E[]; readonly hearings: readonly E[] } {
  return {
    events: ahead.filter((e) => e.kind !== 'publicHearing').slice(0, EVENTS),
    hearings: ahead.filter((e) => e.kind === 'publicHearing').slice(0, HEARINGS),
  }
}
