/** A programme with money: two departments, two measures, sums for 2025–2027. */
import type { UnitId } from '../../src/kernel/actor.ts'
import { Temporal } from '../../src/kernel/civil-date.ts'
import type { Id } from '../../src/kernel/ids.ts'
import { kopiykas } from '../../src/kernel/money.ts'
import type { EditionId, MeasureId, ProgrammeId } from '../../src/modules/programmes/index.ts'
import type { Db } from '../../src/platform/db.ts'
import { newId } from '../../src/platform/random.ts'

export type MoneyProgramme = {
  readonly id: ProgrammeId
  readonly slug: string
  readonly editionId: EditionId
  /** 4.1, with a plan of its own of 3 000 UAH for 2026. */
  readonly planned: MeasureId
  /** 4.9, without one. */
  readonly poor: MeasureId
  readonly unitOfPlanned: UnitId
  readonly unitOfPoor: UnitId
}

export const LOCAL = 'місцевий бюджет'

type Line = { readonly measureId: MeasureId | null; readonly year: number; readonly planned: number }

/** @param options.common of 2026, in UAH; 0 for a programme without money */
export async function moneyProgramme(
  db: Db,
  options: { readonly slug?: string; readonly common?: number; readonly own?: number } = {},
): Promise<MoneyProgramme> {
  const { slug = 'spivpratsia-2025-2027', common = 12_000, own = 3_000 } = options
  const id = newId<'programme'>()
  const now = Temporal.Instant.from('2025-01-10T09:00:00Z')
  const [unitOfPlanned, unitOfPoor] = [
    await unit(db, `Відділ культури ${slug}`),
    await unit(db, `Відділ молоді ${slug}`),
  ]
  await db
    .insertInto('programmes')
    .values({
      id,
      slug,
      title: 'Програма співпраці з громадськістю',
      title_en: 'Programme of cooperation with civil society',
      short_title: 'Програма співпраці',
      short_title_en: 'Cooperation programme',
      period_from: Temporal.PlainDate.from('2025-01-01'),
      period_to: Temporal.PlainDate.from('2027-12-31'),
      state: 'active',
      coordinator_unit_id: null,
      fund_manager_unit_id: null,
      previous_id: null,
      created_at: now,
    })
    .execute()
  const [planned, poor] = [newId<'measure'>(), newId<'measure'>()]
  await db
    .insertInto('measures')
    .values([planned, poor].map((m) => ({ id: m, programme_id: id })))
    .execute()
  const lines = [
    ...(own > 0 ? [{ measureId: planned, year: 2026, planned: own }] : []),
    ...(common > 0 ? [{ measureId: null, year: 2026, planned: common }] : []),
    ...(common > 0 ? [{ measureId: null, year: 2025, planned: common }] : []),
  ]
  const program = { id, slug, planned, poor, unitOfPlanned, unitOfPoor }
  const editionId = await addMoneyEdition(db, program, { number: 1, from: '2025-01-10', lines })
  return { ...program, editionId }
}

export async function addMoneyEdition(
  db: Db,
  programme: Omit<MoneyProgramme, 'editionId'>,
  edition: { readonly number: number; readonly from: string; readonly lines: readonly Line[] },
): Promise<EditionId> {
  const editionId = newId<'edition'>()
  const decision = {
    body: 'Ніжинська міська рада',
    kind: 'рішення',
    number: `48-${edition.number}`,
    date: edition.from,
    sitting: null,
    convocation: null,
    appendix: null,
  }
  const content = {
    passport: [],
    facts: [],
    problems: [],
    aim: null,
    expectedResults: [],
    control: [],
    signatory: null,
  }
  await db
    .insertInto('editions')
    .values({
      id: editionId,
      programme_id: programme.id,
      number: edition.number,
      state: 'inForce',
      in_force_from: Temporal.PlainDate.from(edition.from),
      decision: JSON.stringify(decision),
      content: JSON.stringify(content),
      source_id: null,
      reason: null,
      created_at: Temporal.Instant.from(`${edition.from}T09:00:00Z`),
    })
    .execute()
  const measures: readonly [MeasureId, string, string, string, UnitId][] = [
    [programme.planned, '4.1', 'Інформувати громаду', 'Inform the community', programme.unitOfPlanned],
    [programme.poor, '4.9', 'Проводити конкурси проєктів', 'Hold contests of projects', programme.unitOfPoor],
  ]
  for (const [measureId, number, title, titleEn, unitId] of measures) {
    await db
      .insertInto('measure_versions')
      .values({
        edition_id: editionId,
        measure_id: measureId,
        number,
        position: number === '4.1' ? 0 : 1,
        title,
        title_en: titleEn,
        text: title,
        term_raw: null,
        recurrence: JSON.stringify({ kind: 'constant' }),
        source_lines: null,
      })
      .execute()
    await db
      .insertInto('measure_executors')
      .values({ edition_id: editionId, measure_id: measureId, unit_id: unitId, position: 0 })
      .execute()
  }
  if (edition.lines.length > 0)
    await db
      .insertInto('funding_lines')
      .values(
        edition.lines.map((l) => ({
          id: newId<'fundingLine'>(),
          edition_id: editionId,
          measure_id: l.measureId,
          year: l.year,
          source: LOCAL,
          planned: kopiykas(l.planned * 100),
        })),
      )
      .execute()
  return editionId
}

async function unit(db: Db, name: string): Promise<Id<'unit'>> {
  const id = newId<'unit'>()
  await db
    .insertInto('units')
    .values({
      id,
      name,
      short_name: null,
      kind: 'unit',
      email: null,
      active: true,
      merged_into: null,
      created_at: Temporal.Instant.from('2025-01-01T09:00:00Z'),
    })
    .execute()
  return id
}
