/** People who speak for organisations, all invented: claimed, confirmed by the letter, checked by the coordinator. */
import { createHash } from 'node:crypto'
import type { Actor } from '../src/kernel/actor.ts'
import { CITY_ZONE, type CivilDate, dayOf } from '../src/kernel/civil-date.ts'
import { setAutoRelease } from '../src/modules/mailings/actions.ts'
import type { OrganisationId } from '../src/modules/organisations/index.ts'
import {
  CONFIRM_KIND,
  claimOrganisation,
  confirmClaim,
  INVITATION_KIND,
} from '../src/modules/representatives/actions/claim.ts'
import {
  acceptDelegation,
  DECIDED_KIND,
  returnDelegation,
} from '../src/modules/representatives/actions/decide.ts'
import { DEMO_EMAIL, DEMO_NAME } from '../src/modules/representatives/actions/demo.ts'
import { SIGN_IN_KIND, type Visit } from '../src/modules/representatives/actions/entry.ts'
import { delegationsOfPerson } from '../src/modules/representatives/store/delegations.ts'
import { personByEmail } from '../src/modules/representatives/store/people.ts'
import type { Delegation } from '../src/modules/representatives/types.ts'
import type { Tx } from '../src/platform/context.ts'
import { NIZHYN } from './city.ts'
import type { Cast } from './load.ts'
import type { DemoOrganisations } from './organisations.ts'

type Claim = {
  readonly organisation: string
  readonly name: string
  readonly email: string
  readonly post: string
  /** Days before today. */
  readonly ago: number
  readonly fate: 'active' | 'returned' | 'waits'
}

const CLAIMS: readonly Claim[] = [
  {
    organisation: 'rozmai',
    name: DEMO_NAME,
    email: DEMO_EMAIL,
    post: 'голова правління',
    ago: 60,
    fate: 'active',
  },
  {
    organisation: 'pryhulok',
    name: DEMO_NAME,
    email: DEMO_EMAIL,
    post: 'членкиня ради',
    ago: 55,
    fate: 'active',
  },
  {
    organisation: 'svitanokCity',
    name: 'Юрій Вигаданий',
    email: 'yurii@demo.invalid',
    post: 'прессекретар осередку',
    ago: 50,
    fate: 'active',
  },
  {
    organisation: 'krok',
    name: 'Дарина Приклад',
    email: 'daryna@demo.invalid',
    post: 'координаторка',
    ago: 40,
    fate: 'active',
  },
  {
    organisation: 'kray',
    name: 'Степан Зразок',
    email: 'stepan@demo.invalid',
    post: 'член правління',
    ago: 9,
    fate: 'returned',
  },
  {
    organisation: 'veterany',
    name: 'Михайло Показовий',
    email: 'mykhailo@demo.invalid',
    post: 'голова',
    ago: 2,
    fate: 'waits',
  },
]

export type Speakers = { as(email: string, day: CivilDate): Tx }

/** @param tx of the loader: its day is today */
export async function claimOrganisations(
  tx: Tx,
  cast: Cast,
  organisations: DemoOrganisations,
  baseUrl: string,
): Promise<Speakers> {
  // Whoever asks for a link cannot wait for a clerk; and forty letters that wait would hide those that must be looked at.
  await setAutoRelease(cast.as('administrator', tx.today.subtract({ days: 70 })), [
    SIGN_IN_KIND,
    CONFIRM_KIND,
    INVITATION_KIND,
    DECIDED_KIND,
    'publication.decided',
  ])
  const house = {
    baseUrl,
    city: NIZHYN,
    demonstration: true,
    keyFor: (purpose: string) => createHash('sha256').update(purpose).digest(),
  }
  const visit: Visit = { house, address: '192.0.2.1', device: '', locale: 'uk' }
  for (const claim of CLAIMS) {
    const id = organisations.get(claim.organisation)
    if (id) await live(tx, cast, visit, claim, id)
  }
  const actors = new Map<string, Actor>()
  for (const email of new Set(CLAIMS.map((c) => c.email))) actors.set(email, await actorOf(tx, email))
  return { as: (email, day) => at(tx, actors.get(email)!, day) }
}

async function live(tx: Tx, cast: Cast, visit: Visit, claim: Claim, id: OrganisationId): Promise<void> {
  const day = tx.today.subtract({ days: claim.ago })
  const { name, email, post } = claim
  const anyone = at(tx, { kind: 'anonymous' }, day)
  const letter = {
    name: 'lyst.pdf',
    bytes: new TextEncoder().encode('%PDF-1.4\n% Показовий лист-доручення\n'),
  }
  await claimOrganisation(anyone, visit, {
    organisationId: id,
    name,
    email,
    post,
    basis: 'letter',
    files: [letter],
  })
  await confirmClaim(anyone, visit, await keyFromLetter(tx, email))
  if (claim.fate === 'waits') return
  const clerk = cast.as('koordynator', day.add({ days: 1 }))
  const person = (await personByEmail(tx.db, email))!
  const delegation = (await delegationsOfPerson(tx.db, person.id)).find(
    (d) => d.organisationId === id,
  ) as Delegation
  const seen = { id: delegation.id, version: delegation.version }
  if (claim.fate === 'active')
    await acceptDelegation(clerk, visit.house, {
      ...seen,
      from: clerk.today,
      to: clerk.today.add({ years: 1 }).subtract({ days: 1 }),
      paper: 'лист організації про уповноваження (показовий)',
    })
  else
    await returnDelegation(clerk, visit.house, {
      ...seen,
      reason:
        'У листі немає підпису керівника. Додайте підписаний лист або покажіть протокол у міській раді.',
    })
}

/** As in life, the key stands in the letter alone. */
async function keyFromLetter(tx: Tx, email: string): Promise<string> {
  const { body } = await tx.db
    .selectFrom('messages')
    .select('body')
    .where('recipient', '=', email)
    .where('body', 'like', '%/cabinet/confirm?%')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return /key=([\w-]+)/.exec(body)![1]!
}

async function actorOf(tx: Tx, email: string): Promise<Actor> {
  const person = (await personByEmail(tx.db, email))!
  const own = await delegationsOfPerson(tx.db, person.id)
  const organisations = own.filter((d) => d.state === 'active').map((d) => d.organisationId)
  return { kind: 'representative', id: person.id, name: person.name, organisations }
}

function at(tx: Tx, actor: Actor, day: CivilDate): Tx {
  const morning = day.toZonedDateTime({ timeZone: CITY_ZONE, plainTime: '08:00' }).toInstant()
  const now = morning.since(tx.now).sign > 0 ? tx.now : morning
  return { ...tx, actor, now, today: dayOf(now) }
}
