/** Two passports of the city, a year apart, each made as in life: tables, section by section, frozen, published. */
import { type CivilDate, civilDate, compareDates } from '../src/kernel/civil-date.ts'
import { changeOrganisation, insertOrganisation } from '../src/modules/organisations/actions/keep.ts'
import type { OrganisationId } from '../src/modules/organisations/index.ts'
import { NO_FACTS } from '../src/modules/organisations/rules/fields.ts'
import { readOrganisation } from '../src/modules/organisations/store/organisations.ts'
import type { Facts } from '../src/modules/organisations/types.ts'
import {
  addRow,
  changeRow,
  checkSection,
  composed,
  composePassport,
  freezePassport,
  keptRows,
  leaveOut,
  passportById,
  publishPassport,
  type TableKey,
} from '../src/modules/passport/index.ts'
import { SECTION_KEYS } from '../src/modules/passport/rules/definitions.ts'
import type { Tx } from '../src/platform/context.ts'
import { NIZHYN } from './city.ts'
import type { Cast } from './load.ts'
import { AGAIN, CHECKED_AGAIN, type DemoRow, FIRST_ROWS, SECOND_ROWS } from './passport-tables.ts'

/** @param year of the demonstration's programme: the second passport is as of its first day */
export async function makePassports(
  cast: Cast,
  year: number,
  today: CivilDate,
  baseUrl: string,
): Promise<void> {
  const first = civilDate(year - 1, 1, 15)
  const moving = await keepMoving(cast.as('koordynator', first), year)
  await enter(cast.as('koordynator', first), FIRST_ROWS, year)
  await make(cast.as('koordynator', first), civilDate(year - 1, 1, 1), baseUrl)
  const second = civilDate(year, 1, 16)
  if (compareDates(second, today) > 0) return
  await moveRegistry(cast.as('koordynator', second), year, moving)
  await lookAgain(cast.as('koordynator', second), year)
  await enter(cast.as('koordynator', second), SECOND_ROWS, year)
  await make(cast.as('koordynator', second), civilDate(year, 1, 1), baseUrl)
  // One that is being made: its page is the place where sections are looked through.
  const lately = today.with({ day: 1 })
  if (today.day > 3 && today.month > 1) await composePassport(cast.as('koordynator', today), lately)
}

async function enter(
  clerk: Tx,
  tables: Readonly<Partial<Record<TableKey, readonly DemoRow[]>>>,
  year: number,
): Promise<void> {
  const on = ([ago, month, day]: readonly [number, number, number]) => civilDate(year - ago, month, day)
  for (const [table, rows] of Object.entries(tables) as [TableKey, readonly DemoRow[]][])
    for (const { values, day, source, sourceOn } of rows)
      await addRow(clerk, table, {
        values,
        day: day ? on(day) : null,
        until: null,
        source,
        sourceOn: on(sourceOn),
      })
}

type Moving = { readonly gone: OrganisationId; readonly renamed: OrganisationId }

async function keepNgo(clerk: Tx, name: string, registered: CivilDate): Promise<OrganisationId> {
  return insertOrganisation(clerk, {
    facts: { ...NO_FACTS, kind: 'ngo', name, state: 'active', registeredOn: registered.toString() },
    directions: [],
    source: { kind: 'register', ref: null, on: registered },
    since: null,
  })
}

async function keepMoving(clerk: Tx, year: number): Promise<Moving> {
  return {
    gone: await keepNgo(clerk, 'Громадська організація «Тиха заводь»', civilDate(year - 15, 5, 11)),
    renamed: await keepNgo(clerk, 'Громадська організація «Клуб читачів»', civilDate(year - 9, 10, 3)),
  }
}

/** What the year before the second passport brought: an organisation came, one went, one took another name. */
async function moveRegistry(clerk: Tx, year: number, { gone, renamed }: Moving): Promise<void> {
  const on = (month: number, day: number) => civilDate(year - 1, month, day)
  const change = async (id: OrganisationId, facts: Partial<Facts>, since: CivilDate) => {
    const before = await readOrganisation(clerk.db, id)
    if (before)
      await changeOrganisation(clerk, id, {
        version: before.version,
        facts: { ...before.facts, ...facts },
        directions: [],
        source: { kind: 'decision', ref: null, on: since },
        since,
        correction: false,
      })
  }
  await keepNgo(clerk, 'Громадська організація «Дитячий простір»', on(4, 17))
  await change(gone, { state: 'terminated' }, on(6, 30))
  await change(renamed, { name: 'Громадська організація «Читацька вітальня»' }, on(9, 5))
}

/** The same rows with a newer source: somebody checked that they are still so. */
async function lookAgain(clerk: Tx, year: number): Promise<void> {
  const [ago, month, day] = AGAIN.sourceOn
  for (const table of CHECKED_AGAIN)
    for (const { id, version, values, day: from, until } of await keptRows(clerk.db, table))
      await changeRow(clerk, id, version, {
        values,
        day: from,
        until,
        source: AGAIN.source,
        sourceOn: civilDate(year - ago, month, day),
      })
}

async function make(clerk: Tx, asOf: CivilDate, baseUrl: string): Promise<void> {
  const id = await composePassport(clerk, asOf)
  const draft = await passportById(clerk.db, id)
  if (!draft) return
  const { content, seals } = await composed(clerk.db, draft, NIZHYN)
  for (const section of SECTION_KEYS) {
    const empty = content.sections.find((s) => s.key === section)?.tables.every((t) => t.rows.length === 0)
    if (section === 'problems' && empty)
      await leaveOut(clerk, id, section, 'Перелік проблемних питань уперше складається цього року.')
    else await checkSection(clerk, id, NIZHYN, { section, seen: seals[section] })
  }
  const ready = await passportById(clerk.db, id)
  if (!ready) return
  await freezePassport(clerk, id, NIZHYN, (await composed(clerk.db, ready, NIZHYN)).sealed.sha256)
  await publishPassport(clerk, id, baseUrl)
}
