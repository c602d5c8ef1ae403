/** The life of a hearing: one table, and what each step asks for. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Hearing, HearingInput, HearingState, HearingVerb, Proposal, Sheet, Subject } from '../types.ts'

const NEXT: Readonly<Record<HearingState, Partial<Record<HearingVerb, HearingState>>>> = {
  proposed: { call: 'called', setAside: 'setAside' },
  received: { accept: 'accepted', refuse: 'refused' },
  accepted: { call: 'called' },
  refused: {},
  setAside: { call: 'called' },
  called: { hold: 'held', uncall: 'accepted' },
  held: { decide: 'decided' },
  decided: { close: 'closed' },
  closed: {},
}

export function step(state: HearingState, verb: HearingVerb): HearingState | Refusal<'wrong_state'> {
  return NEXT[state][verb] ?? refuse('wrong_state', { state, verb })
}

export function mayStep(state: HearingState, verb: HearingVerb): boolean {
  return NEXT[state][verb] !== undefined
}

/** Law 280/97-ВР, art. 13: statute, draft programmes, draft budget. */
export function isObligatory(subject: Subject): boolean {
  return subject !== 'other'
}

/** Seen by everybody from the day it is called. */
export function isPublicHearing(state: HearingState): boolean {
  return state === 'called' || state === 'held' || state === 'decided' || state === 'closed'
}

export function wrongHearing(input: HearingInput, today: CivilDate): Refusal[] {
  const wrong: Refusal[] = []
  if (input.initiatorKind !== 'system' && input.receivedOn === null)
    wrong.push(refuse('required', {}, 'receivedOn'))
  if (input.receivedOn && compareDates(input.receivedOn, today) > 0)
    wrong.push(refuse('in_future', {}, 'receivedOn'))
  if (input.initiatorKind === 'selfOrganisation' && input.organisationId === null)
    wrong.push(refuse('organisation_needed', {}, 'organisation'))
  if (
    (input.initiatorKind === 'commission' || input.initiatorKind === 'residents') &&
    input.initiator === null
  )
    wrong.push(refuse('required', {}, 'initiator'))
  return wrong
}

/** Residents bring signatures; everyone else decides by an act of their own. */
export function needsSignatures(hearing: Pick<Hearing, 'initiatorKind'>): boolean {
  return hearing.initiatorKind === 'residents'
}

export function validSignatures(sheets: readonly Pick<Sheet, 'valid'>[]): number {
  return sheets.reduce((sum, sheet) => sum + sheet.valid, 0)
}

/** Taken up only where the valid signatures reach what was asked for on the day it came. */
export function acceptInitiative(
  hearing: Pick<Hearing, 'initiatorKind' | 'signaturesNeeded' | 'state'>,
  sheets: readonly Pick<Sheet, 'valid'>[],
): HearingState | Refusal {
  const next = step(hearing.state, 'accept')
  if (typeof next !== 'string') return next
  const valid = validSignatures(sheets)
  const needed = hearing.signaturesNeeded ?? 0
  return needsSignatures(hearing) && valid < needed ? refuse('too_few_signatures', { valid, needed }) : next
}

/** Every proposal must be decided: the law says that they are obligatory to be considered. */
export function decideHearing(
  hearing: Pick<Hearing, 'state' | 'heldOn'>,
  proposals: readonly Pick<Proposal, 'state'>[],
  on: CivilDate,
  today: CivilDate,
): HearingState | readonly Refusal[] | Refusal {
  const next = step(hearing.state, 'decide')
  if (typeof next !== 'string') return next
  const open = proposals.filter((p) => p.state === 'open').length
  const wrong: Refusal[] = []
  if (open > 0) wrong.push(refuse('proposals_open', { count: open }))
  if (hearing.heldOn && compareDates(on, hearing.heldOn) < 0) wrong.push(refuse('before_hearing', {}, 'on'))
  if (compareDates(on, today) > 0) wrong.push(refuse('in_future', {}, 'on'))
  return wrong.length > 0 ? wrong : next
}

/** Months after the decision, when its fate is told. */
export const FOLLOW_UP_MONTHS = [3, 6, 12] as const

/** Its particulars may be put right until it is held. */
export function isEditable(state: HearingState): boolean {
  return state === 'proposed' || state === 'received' || state === 'accepted' || state === 'called'
}

/** The term that runs now. */
export function runningTerm(h: Pick<Hearing, 'state' | 'check' | 'decisionTerm'>) {
  return h.state === 'received' ? h.check : h.state === 'held' ? h.decisionTerm : null
}
