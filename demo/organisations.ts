/**
 * The registry of the demonstration: organisations, parties and people are all invented. Everything goes through the
 * registry's own actions, as the coordinator and with a source.
 */
import { civilDate, parseCivilDate } from '../src/kernel/civil-date.ts'
import { insertContact } from '../src/modules/organisations/actions/contacts.ts'
import {
  changeOrganisation,
  insertOrganisation,
  verifyOrganisation,
} from '../src/modules/organisations/actions/keep.ts'
import { addEntry, setOutline } from '../src/modules/organisations/actions/lists.ts'
import { mergeOrganisations } from '../src/modules/organisations/actions/merge.ts'
import { insertOfficer } from '../src/modules/organisations/actions/officers.ts'
import { addTie } from '../src/modules/organisations/actions/ties.ts'
import {
  confessions,
  directions,
  type OrganisationId,
  proposeChange,
} from '../src/modules/organisations/index.ts'
import { checkDigitFits } from '../src/modules/organisations/rules/edrpou.ts'
import { NO_FACTS } from '../src/modules/organisations/rules/fields.ts'
import { readOrganisation } from '../src/modules/organisations/store/organisations.ts'
import type { Facts, OrganisationKind, Source } from '../src/modules/organisations/types.ts'
import type { Tx } from '../src/platform/context.ts'
import type { Cast } from './load.ts'
import { BODIES, type DemoOrganisation, DISTRICTS, ORGANISATIONS } from './organisations-list.ts'

const KATOTTG = 'UA74040250010023991'

/** A code that nobody has: above all that were given out, with a fitting check digit. */
function codeFrom(n: number): string {
  const stem = `99${String(n).padStart(5, '0')}`
  return [...'0123456789'].map((d) => stem + d).find(checkDigitFits)!
}

export type DemoOrganisations = ReadonlyMap<string, OrganisationId>

/** @param year of the programme that runs; the registry is begun in the autumn before it */
export async function keepOrganisations(cast: Cast, year: number): Promise<DemoOrganisations> {
  const clerk = cast.as('koordynator', civilDate(year - 1, 10, 5))
  const districts = await addDistricts(clerk)
  const lists = {
    directions: new Map((await directions(clerk.db)).map((d) => [d.name, d.id])),
    confessions: new Map((await confessions(clerk.db)).map((c) => [c.name, c.id])),
  }
  const ids = new Map<string, OrganisationId>()
  let n = 0
  for (const o of [...ORGANISATIONS, ...BODIES]) {
    n += 1
    const source: Source = {
      kind: o.code === false ? 'application' : 'register',
      ref: null,
      on: civilDate(year - 1, 9, 20),
    }
    const facts: Facts = {
      ...NO_FACTS,
      kind: o.kind,
      name: o.name,
      shortName: o.short ?? null,
      nameEn: o.en ?? null,
      edrpou: o.code === false ? null : codeFrom(n),
      formCode: o.code === false ? null : (FORMS[o.kind] ?? null),
      state: o.state ?? 'active',
      purpose: o.purpose ?? null,
      registeredOn: o.registered?.toString() ?? null,
      katottg: KATOTTG,
      districtId: o.district ? (districts.get(o.district) ?? null) : null,
      confessionId: o.confession ? (lists.confessions.get(o.confession) ?? null) : null,
      ...(o.body ?? {}),
    }
    const chosen = (o.directions ?? []).flatMap((name) => lists.directions.get(name) ?? [])
    const id = await insertOrganisation(clerk, { facts, directions: chosen, source, since: null })
    ids.set(o.key, id)
    await people(clerk, id, o, source)
  }
  await history(cast, year, ids)
  return ids
}

const FORMS: Readonly<Partial<Record<OrganisationKind, string>>> = {
  partyBranch: '810',
  ngo: '815',
  ngoUnion: '820',
  religiousCommunity: '825',
  tradeUnion: '830',
  tradeUnionAssociation: '835',
  creativeUnion: '840',
  charity: '845',
  employersOrganisation: '850',
  selfOrganisationBody: '860',
}

async function addDistricts(clerk: Tx): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const { name, en, ring } of DISTRICTS) {
    const id = await addEntry(clerk, 'districts', { name, nameEn: en })
    const bytes = new TextEncoder().encode(JSON.stringify({ type: 'Polygon', coordinates: [ring] }))
    await setOutline(clerk, id as never, bytes)
    ids.set(name, id)
  }
  return ids
}

async function people(clerk: Tx, id: OrganisationId, o: DemoOrganisation, source: Source): Promise<void> {
  for (const [name, post, from, until] of o.officers ?? [])
    await insertOfficer(
      clerk,
      id,
      {
        name,
        post,
        leads: true,
        from: from ? parseCivilDate(from) : null,
        until: until ? parseCivilDate(until) : null,
        ended: false,
      },
      source,
    )
  for (const [kind, value, access] of o.contacts ?? [])
    await insertContact(clerk, id, {
      kind,
      value,
      access,
      note: null,
      consentOn: null,
      consentRef: null,
      source: { kind: 'application', ref: null, on: null },
    })
}

/** A rename, a merger, ties, something verified, and something that waits. */
async function history(cast: Cast, year: number, ids: DemoOrganisations): Promise<void> {
  const id = (key: string) => ids.get(key)!
  const spring = cast.as('koordynator', civilDate(year, 3, 2))
  const renamed = (await readOrganisation(spring.db, id('rozmai')))!
  await changeOrganisation(spring, renamed.id, {
    version: renamed.version,
    facts: { ...renamed.facts, name: 'Громадська організація «Ніжинський розмай»', shortName: 'ГО «Розмай»' },
    directions: await chosenOf(spring, renamed.id),
    source: { kind: 'decision', ref: 'протокол загальних зборів № 3', on: civilDate(year, 2, 20) },
    since: civilDate(year, 2, 20),
    correction: false,
  })
  await mergeOrganisations(spring, id('sad'), {
    gone: id('sadTwin'),
    chosen: [],
    reason: 'той самий статут і той самий керівник',
  })
  const clerkSource: Source = { kind: 'register', ref: null, on: null }
  for (const [lower, upper, kind] of [
    ['svitanokCity', 'svitanok', 'branch'],
    ['rozmai', 'union', 'member'],
    ['sad', 'union', 'member'],
  ] as const)
    await addTie(spring, id(lower), {
      other: id(upper),
      kind,
      below: true,
      from: civilDate(year - 3, 6, 1),
      until: null,
      source: clerkSource,
    })
  for (const key of ['rozmai', 'veterany', 'svitanok', 'avanhard', 'pokrova'])
    await verifyOrganisation(spring, id(key), {
      source: { kind: 'clerk', ref: null, on: civilDate(year, 1, 28) },
    })
  const lately = { ...spring, actor: { kind: 'system', job: 'register' } } as const
  await proposeChange(lately, {
    organisationId: id('veterany'),
    source: { kind: 'register', ref: 'вивантаження реєстру', on: civilDate(year, 2, 27) },
    changes: [
      { what: 'field', field: 'shortName', value: 'НМОВ' },
      {
        what: 'officerAdded',
        name: 'Чебрець Роман Ігорович',
        post: 'Голова правління',
        leads: true,
        from: civilDate(year, 2, 15).toString(),
      },
    ],
  })
  await proposeChange(lately, {
    organisationId: null,
    source: { kind: 'register', ref: 'вивантаження реєстру', on: civilDate(year, 2, 27) },
    changes: [
      { what: 'field', field: 'kind', value: 'charity' },
      { what: 'field', field: 'name', value: 'Благодійний фонд «Теплий поріг»' },
      { what: 'field', field: 'registeredOn', value: civilDate(year, 2, 3).toString() },
    ],
  })
}

async function chosenOf(tx: Tx, id: OrganisationId) {
  const { directionsOf } = await import('../src/modules/organisations/store/lists.ts')
  return ((await directionsOf(tx.db, [id])).get(id) ?? []).map((d) => d.id)
}
