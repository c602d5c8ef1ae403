/** What accepting a finding's proposed resolution does to the proposal. */
import type { KeptFinding } from '../types/draft.ts'
import type { ProposedProgramme } from '../types/proposed.ts'

/** Findings whose resolution is only to know: the proposal stays as it is. */
export function applyResolution(p: ProposedProgramme, _finding: KeptFinding): ProposedProgramme {
  return p
}
