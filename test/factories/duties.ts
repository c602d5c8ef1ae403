/** A programme whose measures have terms of every kind, for tests of duties. */
import type { UnitId } from '../../src/kernel/actor.ts'
import { dayOf, Temporal } from '../../src/kernel/civil-date.ts'
import type { Recurrence } from '../../src/legal-time/recurrence.ts'
import { renewDuties } from '../../src/modules/duties/actions/renew.ts'
import { everyDuty } from '../../src/modules/duties/store/duties.ts'
import type { DutyLine } from '../../src/modules/duties/types.ts'
import type { EditionId, MeasureId, ProgrammeId } from '../../src/modules/programmes/index.ts'
import { transact } from '../../src/platform/context.ts'
import type { Db } from '../../src/platform/db.ts'
import { newId } from '../../src/platform/random.ts'
import { testApp } from './app.ts'

const base = { period: null } as const
export const TERMS = {
  quarterly: { ...base, raw: 'Щоквартально', kind: 'quarterly', byDay: null, times: 1 },
  january: { ...base, raw: 'Щорічно, січень місяць', kind: 'yearly', months: [1], quarters: [], by: null },
  continuous: { ...base, raw: 'Постійно', kind: 'continuous' },
  year2012: { ...base, raw: '2012 рік', kind: 'once', year: 2012, quarters: [], months: [], day: null },
  none: { ...base, raw: '', kind: 'none' },
} as const satisfies Record<string, Recurrence>

export type TestMeasure = {
  readonly id: MeasureId
  readonly number: string
  readonly title: string
  readonly recurrence: Recurrence
  readonly executors: readonly UnitId[]
}

export type DutyProgramme = {
  readonly id: ProgrammeId
  readonly slug: string
  readonly editionId: EditionId
  readonly culture: UnitId
  readonly youth: UnitId
  /** Both departments belong to it. */
  readonly group: UnitId
  /** Nobody belongs to it. */
  readonly emptyGroup: UnitId
  /** 4.1 quarterly by culture, 4.2 each January by youth, 4.3 all the time by the group, 4.4 of 2012, 4.5 without a term. */
  readonly measures: readonly TestMeasure[]
}

/** For 2026 and 2027, by a decision of 15 January 2026. Makes no duties by itself. */
export async function dutyProgramme(db: Db, slug = 'spivpratsia-2026-2027'): Promise<DutyProgramme> {
  const id = newId<'programme'>()
  const now = Temporal.Instant.from('2026-01-15T09:00:00Z')
  const [culture, youth, group, emptyGroup] = [
    newId<'unit'>(),
    newId<'unit'>(),
    newId<'unit'>(),
    newId<'unit'>(),
  ]
  const units = [
    [culture, `Відділ культури ${slug}`, 'unit'],
    [youth, `Відділ молоді ${slug}`, 'unit'],
    [group, `Управління, відділи та служби ${slug}`, 'group'],
    [emptyGroup, `Інші служби ${slug}`, 'group'],
  ] as const
  await db
    .insertInto('units')
    .values(
      units.map(([unit, name, kind]) => ({
        id: unit,
        name,
        short_name: null,
        kind,
        email: null,
        merged_into: null,
        created_at: now,
      })),
    )
    .execute()
  await db
    .insertInto('unit_members')
    .values([culture, youth].map((unit_id) => ({ group_id: group, unit_id })))
    .execute()
  await db
    .insertInto('programmes')
    .values({
      id,
      slug,
      title: 'Програма співпраці з громадськістю на 2026–2027 роки',
      title_en: 'Programme of cooperation with civil society for 2026–2027',
      short_title: 'Програма співпраці',
      short_title_en: 'Cooperation programme',
      period_from: Temporal.PlainDate.from('2026-01-01'),
      period_to: Temporal.PlainDate.from('2027-12-31'),
      state: 'active',
      coordinator_unit_id: null,
      fund_manager_unit_id: null,
      previous_id: null,
      created_at: now,
    })
    .execute()
  const measures: readonly TestMeasure[] = [
    {
      id: newId(),
      number: '4.1',
      title: 'Дні інформування',
      recurrence: TERMS.quarterly,
      executors: [culture],
    },
    {
      id: newId(),
      number: '4.2',
      title: 'База даних організацій',
      recurrence: TERMS.january,
      executors: [youth],
    },
    { id: newId(), number: '4.3', title: 'Круглі столи', recurrence: TERMS.continuous, executors: [group] },
    {
      id: newId(),
      number: '4.4',
      title: 'Започаткувати конкурс',
      recurrence: TERMS.year2012,
      executors: [culture],
    },
    {
      id: newId(),
      number: '4.5',
      title: 'Покладання квітів',
      recurrence: TERMS.none,
      executors: [youth, emptyGroup],
    },
  ]
  await db
    .insertInto('measures')
    .values(measures.map((m) => ({ id: m.id, programme_id: id })))
    .execute()
  const editionId = await dutyEdition(db, id, { number: 1, from: '2026-01-15', measures })
  return { id, slug, editionId, culture, youth, group, emptyGroup, measures }
}

export async function dutyEdition(
  db: Db,
  programmeId: ProgrammeId,
  edition: { readonly number: number; readonly from: string; readonly measures: readonly TestMeasure[] },
): Promise<EditionId> {
  const id = newId<'edition'>()
  await db
    .insertInto('editions')
    .values({
      id,
      programme_id: programmeId,
      number: edition.number,
      state: 'inForce',
      in_force_from: Temporal.PlainDate.from(edition.from),
      decision: JSON.stringify(null),
      content: JSON.stringify({
        passport: [],
        facts: [],
        problems: [],
        aim: null,
        expectedResults: [],
        control: [],
        signatory: null,
      }),
      source_id: null,
      reason: null,
      created_at: Temporal.Instant.from(`${edition.from}T09:00:00Z`),
    })
    .execute()
  await db
    .insertInto('measure_versions')
    .values(
      edition.measures.map((m, position) => ({
        edition_id: id,
        measure_id: m.id,
        number: m.number,
        position,
        title: m.title,
        title_en: null,
        text: `${m.title} у місті`,
        term_raw: m.recurrence.raw || null,
        recurrence: JSON.stringify(m.recurrence),
        source_lines: null,
      })),
    )
    .execute()
  const executors = edition.measures.flatMap((m) =>
    m.executors.map((unit_id, position) => ({ edition_id: id, measure_id: m.id, unit_id, position })),
  )
  await db.insertInto('measure_executors').values(executors).execute()
  return id
}

/** A program with the duties of a programme, and who works with them. */
export async function dutyApp() {
  const app = await testApp()
  const { db } = app.connection
  const programme = await dutyProgramme(db)
  const coordinator = await app.staff('coordinator', { name: 'Олена Гнатюк' })
  const culture = await app.staff('executor', { unitId: programme.culture, name: 'Петро Секретний' })
  const youth = await app.staff('executor', { unitId: programme.youth })
  const viewer = await app.staff('viewer')
  await transact(app.ctx(coordinator.actor), (tx) =>
    renewDuties(tx, { programmeId: programme.id, editionId: programme.editionId }),
  )

  async function duties(number: string): Promise<DutyLine[]> {
    const all = await everyDuty(db, {
      programmeId: programme.id,
      scope: 'all',
      today: dayOf(Temporal.Now.instant()),
      state: null,
      unitId: null,
      measureId: null,
      ends: null,
      text: '',
      order: 'due',
      descending: false,
    })
    return all.filter((d) => d.measureNumber === number)
  }

  async function count(table: 'evidence' | 'audit_entries' | 'messages'): Promise<number> {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return Number(row.n)
  }

  return { app, programme, coordinator, culture, youth, viewer, duties, count }
}
