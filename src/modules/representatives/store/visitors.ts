/** Who bears this cookie of the cabinet, and for whom they speak today: asked anew at each request. */
import { sql } from 'kysely'
import { dayOf, Temporal } from '../../../kernel/civil-date.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Db } from '../../../platform/db.ts'
import type { Visitor } from '../../../platform/http/options.ts'
import { hashSecret } from '../../../platform/random.ts'
import { IDLE_HOURS, SEEN_MINUTES } from '../rules/session.ts'
import type { OrganisationId, RepresentativeId } from '../types.ts'

type Row = {
  id: string
  csrf: string
  locale: Locale
  seen_at: Temporal.Instant
  representative_id: RepresentativeId
  name: string
  organisations: OrganisationId[]
}

/** Null when the session is unknown, ended or too old, or its account was removed. */
export async function visitorOf(db: Db, cookie: string): Promise<Visitor | null> {
  const now = Temporal.Now.instant()
  const hash = hashSecret(cookie)
  const today = dayOf(now)
  const { rows } = await sql<Row>`
    select s.id, s.csrf, s.locale, s.seen_at, s.representative_id, r.name,
      array(
        select distinct d.organisation_id::text from delegations d
        where d.representative_id = r.id and d.state = 'active' and d.from_day <= ${today} and d.to_day >= ${today}
      ) as organisations
    from representative_sessions s join representatives r on r.id = s.representative_id
    where s.secret_hash = ${hash} and s.expires_at > ${now}
      and s.seen_at > ${now.subtract({ hours: IDLE_HOURS })} and r.state = 'active'`.execute(db)
  const row = rows[0]
  if (!row) return null
  if (Temporal.Instant.compare(row.seen_at, now.subtract({ minutes: SEEN_MINUTES })) < 0)
    await db
      .updateTable('representative_sessions')
      .set({ seen_at: now })
      .where('secret_hash', '=', hash)
      .execute()
  return {
    actor: {
      kind: 'representative',
      id: row.representative_id,
      name: row.name,
      organisations: row.organisations,
    },
    session: { id: row.id, csrf: row.csrf },
    locale: row.locale,
  }
}

/** The language of this session's pages. */
export async function keepLocale(db: Db, id: string, locale: Locale): Promise<void> {
  await db
    .updateTable('representative_sessions')
    .set({ locale })
    .where(sql<boolean>`id = ${id}::uuid`)
    .execute()
}
