/** Those who represent an organisation. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { isMembership } from './personal.ts'

export type OfficerCode = 'officer_dates_reversed' | 'officer_is_member' | 'officer_ended'

const LEADING =
  /^(?:в\.?\s?о\.?\s+)?(?:голов[аи]|керівник|керівниця|президент|директор|настоятель|настоятелька|пастор|старший пастор|секретар осередку|координатор|начальник|рабин|імам|староста)/iu

/** Whether a post, as written in a list, is that of the leader. */
export function leadsByPost(post: string): boolean {
  return LEADING.test(post.trim()) && !/^голова (?:ревізійн|наглядов|комісі)/iu.test(post.trim())
}

export function checkOfficer(officer: {
  readonly post: string
  readonly from: CivilDate | null
  readonly until: CivilDate | null
}): readonly Refusal<OfficerCode>[] {
  const { from, until } = officer
  return [
    ...(isMembership(officer.post) ? [refuse('officer_is_member', undefined, 'post')] : []),
    ...(from && until && compareDates(from, until) > 0
      ? [refuse('officer_dates_reversed', undefined, 'until')]
      : []),
  ]
}

/** Both ends included. A beginning that is unknown counts as earlier; one who left on an unknown day answers nothing. */
export function holdsOn(
  officer: { readonly from: CivilDate | null; readonly until: CivilDate | null; readonly ended: boolean },
  day: CivilDate,
): boolean {
  const begun = officer.from === null || compareDates(officer.from, day) <= 0
  const open = officer.until === null ? !officer.ended : compareDates(officer.until, day) >= 0
  return begun && open
}
