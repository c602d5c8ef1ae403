/**
 * The demonstration: the real programme of 2012–2015 as it was adopted, closed, and a new one made from it by the
 * product's own functions, with invented people, evidence and reports up to today. Everything goes through the same
 * actions as in life, each as the person and on the day to whom it belongs.
 */
import { readFile } from 'node:fs/promises'
import type { Actor, Grant, Role, UnitId } from '../src/kernel/actor.ts'
import { CITY_ZONE, type CivilDate, civilDate, dayOf } from '../src/kernel/civil-date.ts'
import { changeUnit, fillGroup } from '../src/modules/people/actions/units.ts'
import { ensureUnit, makeDemoPerson } from '../src/modules/people/index.ts'
import { acceptDraft } from '../src/modules/programmes/actions/accept.ts'
import type { CreatedProgramme } from '../src/modules/programmes/actions/create-programme.ts'
import { importText } from '../src/modules/programmes/actions/import-text.ts'
import { renewProgramme } from '../src/modules/programmes/actions/renew.ts'
import { editDraft, resolveFinding } from '../src/modules/programmes/actions/review.ts'
import { markOf } from '../src/modules/programmes/actions/seen.ts'
import { type DraftId, measuresOf } from '../src/modules/programmes/index.ts'
import { mustBeSeen } from '../src/modules/programmes/rules/acceptance.ts'
import { type Editable, partOf } from '../src/modules/programmes/rules/sections.ts'
import { draftById } from '../src/modules/programmes/store/drafts.ts'
import type { ProposedProgramme } from '../src/modules/programmes/types/proposed.ts'
import type { Tx } from '../src/platform/context.ts'
import type { House } from '../src/platform/house.ts'
import { writeSetting } from '../src/platform/settings.ts'
import { GROUP, NIZHYN, PEOPLE, SHORT_NAMES, TITLES, UNITS, type UnitName } from './city.ts'
import { holdHearings } from './hearings.ts'
import { meet } from './occasions.ts'
import { offerEvents } from './offers.ts'
import { keepOrganisations } from './organisations.ts'
import { makePassports } from './passport.ts'
import { planProgramme } from './plan.ts'
import { publishPractices } from './practices.ts'
import { writeNews } from './publications.ts'
import { claimOrganisations } from './representatives.ts'
import { liveUntilToday } from './year.ts'

export type Cast = {
  readonly units: Readonly<Record<UnitName, UnitId>>
  /** The transaction as a person of the office has it, at nine in the morning of a day. */
  as(who: (typeof PEOPLE)[number]['mailbox'], day: CivilDate): Tx
}

/** What happens on a day of the demonstration. */
export type Step = { readonly on: CivilDate; run(): Promise<unknown> }

/**
 * @param baseUrl of the installation, for links in letters
 * @param keyFor as the installation marks its links; without it links of the demonstration's letters lead nowhere
 */
export async function loadDemonstration(
  tx: Tx,
  baseUrl: string,
  keyFor: House['keyFor'] = () => Buffer.alloc(32),
): Promise<void> {
  await writeSetting(tx, 'city', NIZHYN)
  const cast = await hire(tx)
  const year = firstYear(tx.today)
  await shorten(cast.as('koordynator', civilDate(year - 1, 10, 1)), cast)
  const old = await importNizhyn(cast.as('koordynator', civilDate(year - 1, 10, 1)))
  const clerk = cast.as('koordynator', civilDate(year - 1, 12, 21))
  const created = await renew(clerk, old, year, cast)
  const years = [year, year + 1, year + 2, year + 3]
  const organisations = await keepOrganisations(cast, year)
  const factOf = await planProgramme(cast, created, civilDate(year - 1, 12, 22), years)
  await liveUntilToday(tx, cast, created, {
    year,
    baseUrl,
    factOf,
    organisations,
    sender: { baseUrl, city: NIZHYN, keyFor },
  })
  await holdHearings(cast, year, tx.today, { baseUrl, city: NIZHYN, keyFor })
  await publishPractices(cast, year, tx.today, baseUrl)
  await makePassports(cast, year, tx.today, baseUrl)
  const measures = new Map((await measuresOf(tx.db, created.editionId)).map((m) => [m.number, m.id]))
  await meet({ cast, today: tx.today, sender: { baseUrl, city: NIZHYN, keyFor }, measures })
  const speakers = await claimOrganisations(tx, cast, organisations, baseUrl)
  await writeNews(tx, cast, organisations, speakers, baseUrl)
  await offerEvents(tx, cast, organisations, speakers, { baseUrl, keyFor })
}

/**
 * First year of the new programme: from July on this year, since by then its first quarter is published and its second
 * one is being read; before, the last one, so that on any day of a year there is something on every page.
 */
export function firstYear(today: CivilDate): number {
  return today.month >= 7 ? today.year : today.year - 1
}

async function hire(tx: Tx): Promise<Cast> {
  const units: Partial<Record<UnitName, UnitId>> = {}
  for (const [key, name] of Object.entries(UNITS))
    units[key as UnitName] = await ensureUnit(tx, { name, kind: 'unit' })
  const all = units as Record<UnitName, UnitId>
  const actors = new Map<string, Actor>()
  for (const { mailbox, name, position, role, unit } of PEOPLE) {
    const grants: readonly Grant[] = [{ role: role as Role, unitId: unit === null ? null : all[unit] }]
    actors.set(mailbox, {
      kind: 'staff',
      id: await makeDemoPerson(tx, { mailbox, name, position, grants }),
      name,
      grants,
    })
  }
  return {
    units: all,
    as(who, day) {
      const morning = day.toZonedDateTime({ timeZone: CITY_ZONE, plainTime: '09:00' }).toInstant()
      return { ...tx, actor: actors.get(who)!, now: morning, today: dayOf(morning) }
    },
  }
}

async function shorten(clerk: Tx, cast: Cast): Promise<void> {
  for (const [key, id] of Object.entries(cast.units)) {
    const unit = key as UnitName
    await changeUnit(clerk, id, { name: UNITS[unit], shortName: SHORT_NAMES[unit], email: null })
  }
}

async function importNizhyn(clerk: Tx): Promise<CreatedProgramme> {
  const bytes = await readFile(new URL('nizhyn-2012-2015.txt', import.meta.url))
  const id = await importText(clerk, { kind: 'file', name: 'nizhyn-2012-2015.txt', bytes })
  await settle(clerk, id)
  await name(clerk, id)
  return acceptDraft(clerk, id)
}

/** Findings that must be looked at are, in words that say so. */
async function settle(clerk: Tx, id: DraftId): Promise<void> {
  const draft = (await draftById(clerk.db, id))!
  for (const finding of draft.reading.findings.filter(mustBeSeen)) {
    await resolveFinding(clerk, {
      id,
      key: finding.key,
      action: 'dismissed',
      note: 'Показовий стенд: текст залишено таким, як його ухвалено.',
    })
  }
}

/** Short titles in both languages. */
async function name(clerk: Tx, id: DraftId): Promise<void> {
  const draft = (await draftById(clerk.db, id))!
  for (const m of draft.proposed.measures) {
    const [uk, en] = TITLES[m.number] ?? [m.title, m.titleEn]
    await edit(clerk, id, `measure:${m.key}`, (p) => ({
      ...p,
      measures: p.measures.map((one) => (one.key === m.key ? { ...one, title: uk, titleEn: en } : one)),
    }))
  }
}

async function edit(
  clerk: Tx,
  id: DraftId,
  what: Editable,
  change: (p: ProposedProgramme) => ProposedProgramme,
): Promise<void> {
  const { proposed } = (await draftById(clerk.db, id))!
  await editDraft(clerk, {
    id,
    what,
    seen: markOf(partOf(proposed, what)),
    change: (p) => ({ proposed: change(p) }),
  })
}

async function renew(clerk: Tx, old: CreatedProgramme, year: number, cast: Cast): Promise<CreatedProgramme> {
  const years = { from: year, to: year + 3 }
  const id = await renewProgramme(clerk, { programmeId: old.programmeId, years })
  await edit(clerk, id, 'act', (p) => ({
    ...p,
    shortTitle: `Програма співпраці з громадськістю на ${years.from}–${years.to} роки`,
    shortTitleEn: `Programme of cooperation with civil society for ${years.from}–${years.to}`,
    decision: {
      ...p.decision,
      body: NIZHYN.council.uk,
      kind: 'рішення',
      number: `00-00/${year - 1} (показове)`,
      date: civilDate(year - 1, 12, 18).toString(),
      sitting: null,
      convocation: null,
      appendix: null,
    },
  }))
  await settle(clerk, id)
  const { proposed } = (await draftById(clerk.db, id))!
  for (const unit of proposed.units.filter((u) => u.isGroup)) {
    const group = await ensureUnit(clerk, { name: unit.name, kind: 'group', aliases: unit.aliases })
    await fillGroup(
      clerk,
      group,
      GROUP.map((key) => cast.units[key]),
    )
  }
  return acceptDraft(clerk, id)
}
