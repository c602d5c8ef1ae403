/** A proposal becomes a programme with its first edition, or the next edition of one. */
import type { UnitId } from '../../../kernel/actor.ts'
import { type CivilDate, compareDates, type Period, parseCivilDate } from '../../../kernel/civil-date.ts'
import { permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import type { Tx } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import { ensureUnit } from '../../people/index.ts'
import { editionInForce } from '../events.ts'
import { mayManage } from '../policy.ts'
import { periodOf } from '../rules/period.ts'
import { slugOf } from '../rules/romanise.ts'
import { insertEditionRows } from '../store/edition-rows.ts'
import * as store from '../store/programmes.ts'
import type { ProposedProgramme } from '../types/proposed.ts'
import type { EditionContent, EditionId, ProgrammeId, SourceId } from '../types.ts'

export type CreatedProgramme = {
  readonly programmeId: ProgrammeId
  readonly editionId: EditionId
  readonly slug: string
}

/**
 * Makes the programme, its first edition in force from the day of the decision, its units, measures, tasks and funding.
 * A programme whose period has ended is made closed.
 * @throws Refused without a period or a day of the decision
 */
export async function createProgramme(
  tx: Tx,
  input: {
    readonly proposed: ProposedProgramme
    readonly sourceId?: SourceId | null
    readonly previousId?: ProgrammeId | null
  },
): Promise<CreatedProgramme> {
  permit(mayManage(tx.actor), 'programme.create')
  const { proposed } = input
  const period = accept(periodOf(proposed))
  const inForceFrom = accept(
    parseCivilDate(proposed.decision.date ?? '') ?? refuse('no_decision_date', undefined, 'date'),
  )
  const years = { from: period.from.year, to: period.to.year }
  const base = slugOf(proposed.shortTitle, years, [])
  const slug = slugOf(proposed.shortTitle, years, await store.slugsLike(tx.db, base))
  const programmeId = newId<'programme'>()
  const units = await ensureUnits(tx, proposed)
  await store.insertProgramme(tx.db, {
    id: programmeId,
    slug,
    title: proposed.title,
    title_en: proposed.titleEn,
    short_title: proposed.shortTitle,
    short_title_en: proposed.shortTitleEn,
    period_from: period.from,
    period_to: period.to,
    state: compareDates(period.to, tx.today) < 0 ? 'closed' : 'active',
    coordinator_unit_id: unitOf(units, proposed.coordinator),
    fund_manager_unit_id: unitOf(units, proposed.fundManager),
    previous_id: input.previousId ?? null,
    created_at: tx.now,
  })
  audit(
    tx,
    'programme.create',
    { type: 'programme', id: programmeId },
    { after: { slug, title: proposed.title } },
  )
  const editionId = await addEdition(tx, {
    programmeId,
    number: 1,
    proposed,
    period,
    inForceFrom,
    units,
    previousEditionId: null,
    sourceId: input.sourceId ?? null,
    reason: null,
  })
  return { programmeId, editionId, slug }
}

/** Writes an edition in force and tells those who follow. The caller has asked policy and rules. */
export async function addEdition(
  tx: Tx,
  edition: {
    readonly programmeId: ProgrammeId
    readonly number: number
    readonly proposed: ProposedProgramme
    readonly period: Period
    readonly inForceFrom: CivilDate
    readonly units: ReadonlyMap<string, UnitId>
    readonly previousEditionId: EditionId | null
    readonly sourceId: SourceId | null
    readonly reason: string | null
  },
): Promise<EditionId> {
  const { programmeId, number, proposed, previousEditionId } = edition
  const editionId = newId<'edition'>()
  await store.insertEdition(tx.db, {
    id: editionId,
    programme_id: programmeId,
    number,
    state: 'inForce',
    in_force_from: edition.inForceFrom,
    decision: JSON.stringify(proposed.decision),
    content: JSON.stringify(contentOf(proposed, edition.period)),
    source_id: edition.sourceId,
    reason: edition.reason,
    created_at: tx.now,
  })
  await insertEditionRows(tx.db, programmeId, editionId, proposed, edition.units)
  await editionInForce.happened(tx, { programmeId, editionId, previousEditionId })
  audit(
    tx,
    'edition.putInForce',
    { type: 'programme', id: programmeId },
    {
      after: { edition: number, decision: proposed.decision, measures: proposed.measures.length },
      ...(edition.reason === null ? {} : { reason: edition.reason }),
    },
  )
  return editionId
}

/** The unit of each executor, by its key: known ones are found by any of their spellings, the rest are made. */
export async function ensureUnits(tx: Tx, proposed: ProposedProgramme): Promise<Map<string, UnitId>> {
  const units = new Map<string, UnitId>()
  for (const unit of proposed.units) {
    const id =
      unit.unitId ??
      (await ensureUnit(tx, {
        name: unit.name,
        kind: unit.isGroup ? 'group' : 'unit',
        aliases: unit.aliases,
      }))
    units.set(unit.key, id)
  }
  return units
}

export function unitOf(units: ReadonlyMap<string, UnitId>, key: string | null): UnitId | null {
  return key === null ? null : (units.get(key) ?? null)
}

function contentOf(p: ProposedProgramme, period: Period): EditionContent {
  const texts = (items: readonly { readonly text: string }[]) => items.map((i) => i.text)
  return {
    title: p.title,
    period: { from: period.from.toString(), to: period.to.toString() },
    passport: p.passport.map(({ number, key, label, value }) => ({ number, key, label, value })),
    facts: p.facts.map(({ text, asOf }) => ({ text, asOf })),
    problems: texts(p.problems),
    aim: p.aim?.text ?? null,
    expectedResults: texts(p.expectedResults),
    control: p.control.map(({ number, rule, kind }) => ({ number, rule, kind })),
    signatory: p.signatory && { position: p.signatory.position, name: p.signatory.name },
  }
}
