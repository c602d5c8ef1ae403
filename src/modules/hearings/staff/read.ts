/** What the office's page of one hearing reads. */
import { found, foundId } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { historyOf } from '../../../platform/audit.ts'
import type { Db } from '../../../platform/db.ts'
import { one, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN } from '../../../platform/http/submit.ts'
import { lineOf } from '../../events/index.ts'
import { findOrganisations, type OrganisationId } from '../../organisations/index.ts'
import { listUnits } from '../../people/index.ts'
import { noticeTerm } from '../actions/terms.ts'
import { type HearingForm, hearingValues, minutesValues } from '../forms.ts'
import { mayDecideProposal, mayKeepHearings } from '../policy.ts'
import { hearingById } from '../store/hearings.ts'
import * as parts from '../store/parts.ts'
import type { HearingId, HearingInput } from '../types.ts'
import { officeHearing } from '../views/office.ts'
import type { Forms } from '../views/office-initiative.ts'

const SUGGESTED = 300

export function hearingIdOf(request: WebRequest): HearingId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'hearing')
}

/** Names to choose from; bodies of self-organisation first, since they may initiate. */
export async function organisationNames(db: Db): Promise<string[]> {
  const [bodies, others] = await Promise.all([
    findOrganisations(db, { kinds: ['selfOrganisationBody'], limit: SUGGESTED, active: true }),
    findOrganisations(db, { limit: SUGGESTED, active: true }),
  ])
  return [...new Set([...bodies, ...others].map((o) => o.name))].slice(0, SUGGESTED)
}

/** The organisation of exactly this name; a name that nobody has is refused. */
export async function organisationNamed(db: Db, name: string | null): Promise<OrganisationId | null> {
  if (name === null) return null
  const known = await findOrganisations(db, { text: name, limit: 20 })
  const match = known.find((o) => o.name === name || o.shortName === name)
  return match ? match.id : accept(refuse('organisation_needed', {}, 'organisation'))
}

export async function inputOf(db: Db, typed: HearingForm): Promise<HearingInput> {
  const { organisation, ...rest } = typed
  return { ...rest, organisationId: await organisationNamed(db, organisation) }
}

export async function drawHearing(request: WebRequest, typed: Partial<Forms> = {}) {
  const { db, actor } = request.ctx
  const hearing = found(await hearingById(db, hearingIdOf(request)), 'hearing')
  const [event, sheets, minutes, proposals, followUps, units, organisations, records] = await Promise.all([
    hearing.eventId ? lineOf(db, hearing.eventId) : null,
    parts.sheetsOf(db, hearing.id),
    parts.minutesOf(db, hearing.id),
    parts.proposalsOf(db, hearing.id),
    parts.followUpsOf(db, hearing.id),
    listUnits(db, { kind: 'unit' }),
    organisationNames(db),
    historyOf(db, [{ type: 'hearing', id: hearing.id }]),
  ])
  const forms: Forms = {
    edit: { values: hearingValues(hearing), errors: [] },
    accept: CLEAN,
    sheet: CLEAN,
    decline: CLEAN,
    call: CLEAN,
    proposal: { values: { authorKind: 'resident' }, errors: [] },
    decide: CLEAN,
    deciding: null,
    minutes: { values: minutesValues(minutes), errors: [] },
    decision: CLEAN,
    followUp: CLEAN,
    following: null,
    ...typed,
  }
  return officeHearing(request.frame, {
    hearing,
    event,
    sheets,
    minutes,
    proposals,
    followUps,
    units,
    organisations,
    notice: event && hearing.state === 'called' ? await noticeTerm(db, event.firstDay) : null,
    mayKeep: mayKeepHearings(actor),
    decidable: new Set(proposals.filter((p) => mayDecideProposal(actor, p.unitId)).map((p) => p.id)),
    forms,
    done: one(request.query, 'done'),
    records,
  })
}
