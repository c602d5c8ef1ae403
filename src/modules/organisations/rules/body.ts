/** What the office should notice of a body of self-organisation (Law 2625-III). */
import { type CivilDate, compareDates, parseCivilDate } from '../../../kernel/civil-date.ts'
import type { Facts } from '../types.ts'

export type BodyNotice =
  | { readonly about: 'termOver'; readonly on: CivilDate }
  | { readonly about: 'reportDue'; readonly last: CivilDate | null }

/** @param timesAYear how often it reports to residents (art. 18, unless the city decided otherwise) */
export function noticesOf(
  facts: Pick<Facts, 'kind' | 'state' | 'termUntil' | 'termFrom' | 'reportedOn'>,
  today: CivilDate,
  timesAYear: number,
): readonly BodyNotice[] {
  if (facts.kind !== 'selfOrganisationBody' || facts.state === 'terminated') return []
  const day = (text: string | null) => (text === null ? null : parseCivilDate(text))
  const [until, from, last] = [day(facts.termUntil), day(facts.termFrom), day(facts.reportedOn)]
  const notices: BodyNotice[] = []
  if (until !== null && compareDates(until, today) < 0) notices.push({ about: 'termOver', on: until })
  const since = last ?? from
  const months = Math.round(12 / timesAYear)
  if (since !== null && compareDates(since.add({ months }), today) < 0)
    notices.push({ about: 'reportDue', last })
  return notices
}
