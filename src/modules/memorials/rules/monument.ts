/** What an entry of the register must be. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { MonumentInput } from '../types.ts'

export function wrongMonument(input: MonumentInput, today: CivilDate): Refusal[] {
  const wrong: Refusal[] = []
  if ((input.latitude === null) !== (input.longitude === null))
    wrong.push(refuse('half_coordinates', {}, input.latitude === null ? 'latitude' : 'longitude'))
  if (input.state !== 'good' && input.stateNote === null)
    wrong.push(refuse('state_note_needed', {}, 'stateNote'))
  if (input.inspectedOn && compareDates(input.inspectedOn, today) > 0)
    wrong.push(refuse('in_future', {}, 'inspectedOn'))
  if (input.caretakerUnitId !== null && input.caretakerOrganisationId !== null)
    wrong.push(refuse('one_caretaker', {}, 'caretakerOrganisation'))
  return wrong
}
