/** The January check of the demonstration's year, from the first letter to its result; people who answer are invented. */
import { ANONYMOUS } from '../src/kernel/actor.ts'
import { type CivilDate, civilDate } from '../src/kernel/civil-date.ts'
import { answerByClerk, answerByLink } from '../src/modules/campaigns/actions/answer.ts'
import { recordCall } from '../src/modules/campaigns/actions/call.ts'
import {
  createCampaign,
  openCampaign,
  postLetters,
  remind,
} from '../src/modules/campaigns/actions/campaign.ts'
import { closeCampaign } from '../src/modules/campaigns/actions/close.ts'
import { writeSomeLetters } from '../src/modules/campaigns/actions/letters.ts'
import { secretsOf } from '../src/modules/campaigns/credentials.ts'
import type { Typed } from '../src/modules/campaigns/rules/correction.ts'
import { paperInvitations } from '../src/modules/campaigns/store/invitations.ts'
import { registered } from '../src/modules/campaigns/store/registered.ts'
import { texts } from '../src/modules/campaigns/texts/index.ts'
import type { CampaignId, Invitation } from '../src/modules/campaigns/types.ts'
import { release } from '../src/modules/mailings/actions.ts'
import { acceptProposal } from '../src/modules/organisations/actions/decide.ts'
import { ORGANISATION_KINDS } from '../src/modules/organisations/index.ts'
import type { Tx } from '../src/platform/context.ts'
import { NIZHYN } from './city.ts'
import type { Cast, Step } from './load.ts'

/** The check is closed, its links lead nowhere: the key need not be secret. */
const KEY = Buffer.alloc(32, 'demonstration')

const WHO = ['Надія Світла', 'Остап Лагідний', 'Поліна Веснянка', 'Роман Добрий', 'Стефанія Тиха'] as const

/** All of it at once, when its last day is over. */
export function januaryCheck(cast: Cast, year: number, baseUrl: string): Step {
  return { on: civilDate(year, 1, 28), run: () => checkRegistry(cast, year, baseUrl) }
}

async function checkRegistry(cast: Cast, year: number, baseUrl: string): Promise<void> {
  const day = (n: number) => civilDate(year, 1, n)
  const clerk = (n: number) => cast.as('koordynator', day(n))
  const id = await prepare(clerk(5), cast, year)
  await openCampaign(clerk(5), id, KEY)
  await letters(clerk(5), baseUrl)
  await postLetters(clerk(6), id, day(6))
  const asked = await everybody(clerk(6), id)
  for (const [i, invitation] of asked.entries()) await live(cast, invitation, i, day)
  await remind(clerk(16), id, {
    subject: texts.uk.template.reminderSubject(year),
    body: texts.uk.template.reminderBody,
  })
  await letters(clerk(16), baseUrl)
  await closeCampaign(clerk(28), id, baseUrl)
}

async function prepare(clerk: Tx, cast: Cast, year: number): Promise<CampaignId> {
  const t = texts.uk.template
  return createCampaign(clerk, {
    year,
    title: t.title(year),
    kinds: ORGANISATION_KINDS,
    states: ['active', 'terminating'],
    term: null,
    letterSubject: t.letterSubject(year),
    letterBody: t.letterBody,
    reminderSubject: t.reminderSubject(year),
    reminderBody: t.reminderBody,
    contact: 'інформаційно-аналітичний відділ, 0 (4631) 0-00-00',
    signatoryPost: 'Начальниця відділу',
    signatoryName: 'Олена ДЕМЧЕНКО',
    measureNumber: '4.8',
    unitId: cast.units.info,
  })
}

/** Written as the job does it, and let go by the coordinator. */
async function letters(clerk: Tx, baseUrl: string): Promise<void> {
  while (await writeSomeLetters(clerk, { key: KEY, baseUrl, council: NIZHYN.council.uk }));
  const held = await clerk.db
    .selectFrom('mailings')
    .select('id')
    .where('state', '=', 'held')
    .where('kind', 'like', 'campaign.%')
    .execute()
  for (const { id } of held) await release(clerk, id)
}

async function everybody(clerk: Tx, id: CampaignId): Promise<readonly Invitation[]> {
  const paper = await paperInvitations(clerk.db, id, 0, 1_000)
  const mail = await clerk.db
    .selectFrom('campaign_invitations')
    .select(['id', 'organisation_id as organisationId', 'name', 'email', 'channel'])
    .where('campaign_id', '=', id)
    .where('channel', '=', 'email')
    .orderBy('name')
    .execute()
  return [...mail.map((m) => ({ ...EMPTY, ...m, campaignId: id })), ...paper]
}

const EMPTY = {
  kind: 'ngo',
  postedOn: null,
  openedAt: null,
  answer: null,
  answeredAt: null,
  ceased: false,
} as const

/** Most answer, some by telephone or on paper; one in six is silent. */
async function live(
  cast: Cast,
  invitation: Invitation,
  i: number,
  day: (n: number) => CivilDate,
): Promise<void> {
  const on = day(7 + (i % 14))
  const clerk = cast.as('koordynator', on)
  const now = await registered(clerk.db, invitation.organisationId)
  if (now === null) return
  const who = { name: WHO[i % WHO.length]!, post: 'голова', seen: now.version, note: null }
  if (i % 6 === 5) {
    await recordCall(cast.as('koordynator', day(22)), invitation.id, {
      outcome: i === 11 ? 'wrongNumber' : 'noAnswer',
      note: null,
    })
    return
  }
  if (invitation.channel === 'paper') {
    await answerByClerk(clerk, invitation.id, i % 2 === 0 ? 'paper' : 'phone', { ...who, typed: null })
    return
  }
  const { secret } = secretsOf(KEY, invitation.id)
  const speaker = { ...clerk, actor: ANONYMOUS }
  const typed = i % 3 === 1 ? withPhone(now, i, on.year) : null
  await answerByLink(speaker, secret, { ...who, typed })
  if (typed === null) return
  const proposal = await clerk.db
    .selectFrom('organisation_proposals')
    .select('id')
    .where('organisation_id', '=', invitation.organisationId)
    .where('state', '=', 'open')
    .where('source_kind', '=', 'check')
    .executeTakeFirst()
  if (proposal) await acceptProposal(cast.as('koordynator', day(26)), proposal.id)
}

/** Another one each year: what is the same is no correction. */
function withPhone(now: NonNullable<Awaited<ReturnType<typeof registered>>>, i: number, year: number): Typed {
  return {
    fields: {},
    ended: [],
    endedOn: null,
    officer: { name: null, post: null, from: null, leads: false },
    gone: [],
    contacts: [{ kind: 'phone', value: `+38 046 31${year % 10}-00-${10 + i}`, access: 'public' }],
    directions: now.directions,
    consent: false,
  }
}
