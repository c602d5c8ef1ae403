/** Rows for open data and search: public facts only. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Kopiykas } from '../../../kernel/money.ts'
import type { Db } from '../../../platform/db.ts'
import type { CommitmentId, CommitmentKind, CommitmentState } from '../types.ts'
import { likePattern } from './listing.ts'

/** Number of a measure in the latest edition in force that has it. */
const NUMBER = sql<string | null>`(
  select v.number from measure_versions v join editions e on e.id = v.edition_id
  where v.measure_id = m.measure_id and e.state = 'inForce' order by e.number desc limit 1)`

export type OpenCommitment = {
  programme: string
  id: CommitmentId
  year: number
  source: string
  measure: string | null
  kind: CommitmentKind
  counterparty: string
  counterpartyCode: string | null
  number: string
  signedOn: CivilDate
  subject: string
  amount: Kopiykas
  paid: Kopiykas
  state: CommitmentState
  procurementLink: string | null
}

export async function openCommitments(db: Db): Promise<OpenCommitment[]> {
  const { rows } = await sql<OpenCommitment>`
    select g.slug as programme, m.id, m.year, m.source, ${NUMBER} as measure, m.kind, m.counterparty,
      m.counterparty_code as "counterpartyCode", m.number, m.signed_on as "signedOn", m.subject, m.amount,
      coalesce((select sum(p.amount) from payments p where p.commitment_id = m.id and p.state = 'recorded'), 0)::bigint as paid,
      m.state, m.procurement_link as "procurementLink"
    from commitments m join programmes g on g.id = m.programme_id
    where m.state <> 'cancelled'
    order by m.signed_on, m.id`.execute(db)
  return rows
}

export type OpenPayment = {
  programme: string
  id: string
  paidOn: CivilDate
  year: number
  source: string
  measure: string | null
  amount: Kopiykas
  document: string | null
  counterparty: string | null
  commitment: string | null
}

export async function openPayments(db: Db): Promise<OpenPayment[]> {
  const { rows } = await sql<OpenPayment>`
    select g.slug as programme, m.id, m.paid_on as "paidOn", m.year, m.source, ${NUMBER} as measure, m.amount,
      m.document, c.counterparty, c.number as commitment
    from payments m join programmes g on g.id = m.programme_id left join commitments c on c.id = m.commitment_id
    where m.state = 'recorded'
    order by m.paid_on, m.id`.execute(db)
  return rows
}

export type FoundCommitment = {
  slug: string
  year: number
  number: string
  counterparty: string
  subject: string
  amount: Kopiykas
}

export async function findCommitments(db: Db, text: string, limit: number): Promise<FoundCommitment[]> {
  const { rows } = await sql<FoundCommitment>`
    select g.slug, c.year, c.number, c.counterparty, c.subject, c.amount
    from commitments c join programmes g on g.id = c.programme_id
    where c.state <> 'cancelled'
      and (c.counterparty || ' ' || c.number || ' ' || c.subject) ilike ${likePattern(text)}
    order by c.signed_on desc, c.id desc limit ${limit}`.execute(db)
  return rows
}
