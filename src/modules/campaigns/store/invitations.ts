/** Who was asked, and where each stands. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import { type OrganisationKind, searchWords } from '../../organisations/index.ts'
import { NO_STATES } from '../rules/standing.ts'
import type {
  AnswerKind,
  CallOutcome,
  CampaignId,
  Invitation,
  InvitationId,
  InvitationLine,
  InvitationState,
  KindCounts,
  LetterFate,
  Standing,
} from '../types.ts'
import type { Reader } from './campaigns.ts'

export const PAGE_SIZE = 50

/** The fate of the latest letter of an invitation `i`. */
const LETTER = sql<LetterFate>`coalesce((
  select m.state from campaign_letters l
  join campaign_waves w on w.id = l.wave_id
  join messages m on m.dedupe_key = l.message_key
  where l.invitation_id = i.id order by w.number desc limit 1), 'none')`

/** As `invitationState` of the rules says it; a test holds the two together. */
function stateOf(over: boolean) {
  return sql<InvitationState>`case
    when i.answer is not null then i.answer
    when i.ceased then 'ceased'
    when ${sql.lit(over)} then 'silent'
    when i.opened_at is not null then 'opened'
    when ${LETTER} = 'failed' then 'failed'
    when ${LETTER} = 'sent' or i.posted_on is not null then 'sent'
    else 'waiting' end`
}

export const INVITATION = [
  'i.id',
  'i.campaign_id as campaignId',
  'i.organisation_id as organisationId',
  'i.kind',
  'i.name',
  'i.channel',
  'i.email',
  'i.posted_on as postedOn',
  'i.opened_at as openedAt',
  'i.answer',
  'i.answered_at as answeredAt',
  'i.ceased',
] as const

function invitations(db: Reader) {
  return db.selectFrom('campaign_invitations as i').select(INVITATION)
}

function lines(db: Reader, id: CampaignId, over: boolean) {
  return invitations(db)
    .where('i.campaign_id', '=', id)
    .select((eb) => [
      stateOf(over).as('state'),
      eb
        .selectFrom('campaign_calls as c')
        .select(sql<number>`count(*)`.as('n'))
        .whereRef('c.invitation_id', '=', 'i.id')
        .as('calls'),
      eb
        .selectFrom('campaign_calls as c')
        .select('c.outcome')
        .whereRef('c.invitation_id', '=', 'i.id')
        .orderBy('c.called_at', 'desc')
        .orderBy('c.id', 'desc')
        .limit(1)
        .as('lastCall'),
    ])
}

function toLine(
  row: Omit<InvitationLine, 'calls' | 'lastCall'> & { calls: number | null; lastCall: CallOutcome | null },
): InvitationLine {
  return { ...row, calls: row.calls ?? 0 }
}

export type InvitationFilter = {
  readonly states: readonly InvitationState[]
  readonly kind: OrganisationKind | null
  readonly text: string
  readonly after: string
}

/** By name. @param over whether who has not answered is silent by now */
export async function listInvitations(
  db: Reader,
  id: CampaignId,
  over: boolean,
  filter: InvitationFilter,
  size = PAGE_SIZE,
): Promise<Page<InvitationLine>> {
  const from = decodeCursor(filter.after, ['string', 'string'])
  let query = lines(db, id, over)
  if (filter.kind) query = query.where('i.kind', '=', filter.kind)
  if (filter.states.length > 0) query = query.where(stateOf(over), 'in', filter.states)
  for (const word of searchWords(filter.text))
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('organisations as o')
          .select('o.id')
          .whereRef('o.id', '=', 'i.organisation_id')
          .where('o.search', 'like', `%${word}%`),
      ),
    )
  if (from) query = query.where(sql<boolean>`(i.name, i.id::text) > (${from[0]}, ${from[1]})`)
  const rows = await query.orderBy('i.name').orderBy(sql`i.id::text`).limit(onePast(size)).execute()
  return cutPage(rows.map(toLine), size, (i) => [i.name, i.id])
}

export async function invitationLine(
  db: Reader,
  campaign: CampaignId,
  id: InvitationId,
  over: boolean,
): Promise<InvitationLine | null> {
  const row = await lines(db, campaign, over).where('i.id', '=', id).executeTakeFirst()
  return row ? toLine(row) : null
}

export async function countStates(db: Reader, id: CampaignId, over: boolean): Promise<KindCounts[]> {
  const rows = await db
    .selectFrom('campaign_invitations as i')
    .where('i.campaign_id', '=', id)
    .select(['i.kind', stateOf(over).as('state'), sql<number>`count(*)`.as('n')])
    .groupBy(['i.kind', sql`2`])
    .execute()
  const kinds = new Map<OrganisationKind, Record<InvitationState, number>>()
  for (const row of rows) {
    const counts = kinds.get(row.kind) ?? { ...NO_STATES }
    counts[row.state] += row.n
    kinds.set(row.kind, counts)
  }
  return [...kinds].map(([kind, counts]) => ({ kind, counts }))
}

/** What the rules ask of one invitation. */
export async function standingOf(db: Reader, id: InvitationId): Promise<Standing> {
  const row = await db
    .selectFrom('campaign_invitations as i')
    .where('i.id', '=', id)
    .select(['i.answer', 'i.ceased', 'i.opened_at', 'i.posted_on', LETTER.as('letter')])
    .executeTakeFirstOrThrow()
  return {
    answer: row.answer,
    ceased: row.ceased,
    opened: row.opened_at !== null,
    posted: row.posted_on !== null,
    letter: row.letter,
  }
}

export async function invitationById(db: Reader, id: InvitationId): Promise<Invitation | null> {
  return (await invitations(db).where('i.id', '=', id).executeTakeFirst()) ?? null
}

export async function invitationByHash(
  db: Reader,
  by: 'secret_hash' | 'code_hash',
  hash: string,
): Promise<Invitation | null> {
  return (await invitations(db).where(`i.${by}`, '=', hash).executeTakeFirst()) ?? null
}

export async function lockInvitation(db: DbTransaction, id: InvitationId): Promise<Invitation | null> {
  return (await invitations(db).where('i.id', '=', id).forUpdate().executeTakeFirst()) ?? null
}

const ROWS = 1_000

export type NewInvitation = Pick<Invitation, 'id' | 'organisationId' | 'kind' | 'name' | 'email'> & {
  readonly secret_hash: string
  readonly code_hash: string
}

export async function insertInvitations(
  db: DbTransaction,
  campaignId: CampaignId,
  rows: readonly NewInvitation[],
): Promise<void> {
  for (let i = 0; i < rows.length; i += ROWS)
    await db
      .insertInto('campaign_invitations')
      .values(
        rows.slice(i, i + ROWS).map(({ organisationId, ...row }) => ({
          ...row,
          organisation_id: organisationId,
          campaign_id: campaignId,
          channel: row.email === null ? ('paper' as const) : ('email' as const),
          posted_on: null,
          opened_at: null,
          answer: null,
          answered_at: null,
        })),
      )
      .execute()
}

/** Whether this was the first time. */
export async function markOpened(tx: Pick<Tx, 'db' | 'now'>, id: InvitationId): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('campaign_invitations')
    .set({ opened_at: tx.now })
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** All paper letters that were not yet handed over. */
export async function markPosted(db: DbTransaction, id: CampaignId, on: CivilDate): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('campaign_invitations')
    .set({ posted_on: on })
    .where('campaign_id', '=', id)
    .where('channel', '=', 'paper')
    .where('posted_on', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function markAnswered(
  tx: Pick<Tx, 'db' | 'now'>,
  id: InvitationId,
  answer: AnswerKind,
): Promise<void> {
  await tx.db
    .updateTable('campaign_invitations')
    .set({ answer, answered_at: tx.now })
    .where('id', '=', id)
    .execute()
}

export async function markCeased(db: DbTransaction, id: InvitationId, ceased: boolean): Promise<void> {
  await db.updateTable('campaign_invitations').set({ ceased }).where('id', '=', id).execute()
}

/** Paper letters in their order. @param from counts from 0 */
export async function paperInvitations(
  db: Reader,
  id: CampaignId,
  from: number,
  size: number,
): Promise<Invitation[]> {
  return invitations(db)
    .where('i.campaign_id', '=', id)
    .where('i.channel', '=', 'paper')
    .orderBy('i.name')
    .orderBy('i.id')
    .offset(from)
    .limit(size)
    .execute()
}

export async function countPaper(
  db: Reader,
  id: CampaignId,
): Promise<{ readonly all: number; readonly posted: number }> {
  return db
    .selectFrom('campaign_invitations')
    .select([sql<number>`count(*)`.as('all'), sql<number>`count(posted_on)`.as('posted')])
    .where('campaign_id', '=', id)
    .where('channel', '=', 'paper')
    .executeTakeFirstOrThrow()
}
