/** Campaigns themselves. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import type { Campaign, CampaignId, CampaignResult, CampaignSettings, TermExplanation } from '../types.ts'

export type Reader = Db | DbTransaction

function campaigns(db: Reader) {
  return db.selectFrom('campaigns').selectAll()
}

type CampaignRow = Awaited<ReturnType<ReturnType<typeof campaigns>['execute']>>[number]

function toCampaign(row: CampaignRow): Campaign {
  return {
    id: row.id,
    year: row.year,
    title: row.title,
    kinds: row.kinds,
    states: row.states,
    state: row.state,
    term: row.term,
    termExplanation: row.term_explanation,
    letterSubject: row.letter_subject,
    letterBody: row.letter_body,
    reminderSubject: row.reminder_subject,
    reminderBody: row.reminder_body,
    contact: row.contact,
    signatoryPost: row.signatory_post,
    signatoryName: row.signatory_name,
    measureNumber: row.measure_number,
    unitId: row.unit_id,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    closedAt: row.closed_at,
    result: row.result,
    version: row.version,
  }
}

/** One a year, so they stand on one page. */
export async function listCampaigns(db: Reader): Promise<Campaign[]> {
  const rows = await campaigns(db).orderBy('year', 'desc').orderBy('id', 'desc').limit(100).execute()
  return rows.map(toCampaign)
}

export async function campaignById(db: Reader, id: CampaignId): Promise<Campaign | null> {
  const row = await campaigns(db).where('id', '=', id).executeTakeFirst()
  return row ? toCampaign(row) : null
}

/** What the public may know of: closed ones only. */
export async function closedCampaigns(db: Reader): Promise<Campaign[]> {
  const rows = await campaigns(db).where('state', '=', 'closed').orderBy('year', 'desc').execute()
  return rows.map(toCampaign)
}

/** One that was opened for the year: there is at most one. */
export async function openedInYear(db: Reader, year: number): Promise<Campaign | null> {
  const row = await campaigns(db).where('year', '=', year).where('state', '<>', 'draft').executeTakeFirst()
  return row ? toCampaign(row) : null
}

export async function lockCampaign(db: DbTransaction, id: CampaignId): Promise<Campaign | null> {
  const row = await campaigns(db).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toCampaign(row) : null
}

function rowOf(s: CampaignSettings) {
  return {
    year: s.year,
    title: s.title,
    kinds: [...s.kinds],
    states: [...s.states],
    term: s.term,
    letter_subject: s.letterSubject,
    letter_body: s.letterBody,
    reminder_subject: s.reminderSubject,
    reminder_body: s.reminderBody,
    contact: s.contact,
    signatory_post: s.signatoryPost,
    signatory_name: s.signatoryName,
    measure_number: s.measureNumber,
    unit_id: s.unitId,
  }
}

export async function insertCampaign(
  tx: Pick<Tx, 'db' | 'now'>,
  id: CampaignId,
  settings: CampaignSettings,
  by: string,
): Promise<void> {
  await tx.db
    .insertInto('campaigns')
    .values({
      ...rowOf(settings),
      id,
      state: 'draft',
      term_explanation: null,
      opened_on: null,
      closed_on: null,
      closed_at: null,
      result: null,
      created_at: tx.now,
      created_by: by,
    })
    .execute()
}

export async function updateSettings(
  db: DbTransaction,
  campaign: Campaign,
  settings: CampaignSettings,
): Promise<void> {
  await db
    .updateTable('campaigns')
    .set({ ...rowOf(settings), version: campaign.version + 1 })
    .where('id', '=', campaign.id)
    .execute()
}

export async function markOpen(
  db: DbTransaction,
  campaign: Campaign,
  opened: { readonly on: CivilDate; readonly term: CivilDate; readonly explanation: TermExplanation },
): Promise<void> {
  await db
    .updateTable('campaigns')
    .set({
      state: 'open',
      opened_on: opened.on,
      term: opened.term,
      term_explanation: JSON.stringify(opened.explanation),
      version: campaign.version + 1,
    })
    .where('id', '=', campaign.id)
    .execute()
}

export async function moveTerm(db: DbTransaction, campaign: Campaign, term: CivilDate): Promise<void> {
  await db
    .updateTable('campaigns')
    .set({
      term,
      term_explanation: JSON.stringify({ chosen: term.toString() }),
      version: campaign.version + 1,
    })
    .where('id', '=', campaign.id)
    .execute()
}

export async function markClosed(
  tx: Pick<Tx, 'db' | 'now' | 'today'>,
  campaign: Campaign,
  result: CampaignResult,
): Promise<void> {
  await tx.db
    .updateTable('campaigns')
    .set({
      state: 'closed',
      closed_on: tx.today,
      closed_at: tx.now,
      result: JSON.stringify(result),
      version: campaign.version + 1,
    })
    .where('id', '=', campaign.id)
    .execute()
}
