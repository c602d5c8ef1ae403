/** What was decided, and what it adds up to: the counter of equal access. */
import { sql } from 'kysely'
import { CITY_ZONE, type Quarter, quarterPeriod, type Temporal } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import type { AccessLine, DecisionVerb, OrganisationKind, PublicationId } from '../types.ts'
import type { Reader } from './publications.ts'

export async function noteDecision(
  tx: Tx,
  decision: {
    readonly publicationId: PublicationId
    readonly revision: number
    readonly verb: DecisionVerb
    readonly isEdit: boolean
    readonly reason: string | null
    readonly since: Temporal.Instant | null
  },
): Promise<void> {
  const { actor } = tx
  if (actor.kind !== 'staff') return
  await tx.db
    .insertInto('publication_decisions')
    .values({
      id: newId<'newsDecision'>(),
      publication_id: decision.publicationId,
      revision: decision.revision,
      verb: decision.verb,
      is_edit: decision.isEdit,
      reason: decision.reason,
      by_id: actor.id,
      by_name: actor.name,
      since: decision.since,
      at: tx.now,
    })
    .execute()
}

/** From its first moment to the first of the next, in the city's time. */
export function instantsOf(q: Quarter): {
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
} {
  const { from, to } = quarterPeriod(q)
  const start = (day: typeof from) => day.toZonedDateTime({ timeZone: CITY_ZONE }).toInstant()
  return { from: start(from), until: start(to.add({ days: 1 })) }
}

/** By organisation, those with most news first. */
export async function accessOf(db: Reader, quarter: Quarter): Promise<readonly AccessLine[]> {
  const { from, until } = instantsOf(quarter)
  const { rows } = await sql<AccessLine>`
    select o.id as "organisationId", coalesce(o.short_name, o.name) as "organisationName",
      o.name_en as "organisationNameEn", o.kind,
      count(*) filter (where d.verb in ('publish', 'overturn') and not d.is_edit) as published,
      count(*) filter (where d.verb in ('publish', 'overturn') and d.is_edit) as edits,
      count(*) filter (where d.verb = 'return') as returned,
      count(*) filter (where d.verb = 'uphold') as upheld,
      count(*) filter (where d.verb = 'overturn') as overturned,
      count(*) filter (where d.verb = 'withdraw') as withdrawn,
      percentile_cont(0.5) within group (order by extract(epoch from d.at - d.since) / 3600)
        filter (where d.since is not null) as waited,
      coalesce((
        select jsonb_object_agg(w.reason, w.n) from (
          select e.reason, count(*) as n from publication_decisions e join publications q on q.id = e.publication_id
          where q.organisation_id = o.id and e.reason is not null and e.verb in ('return', 'withdraw')
            and e.at >= ${from} and e.at < ${until}
          group by e.reason) w
      ), '{}') as reasons
    from publication_decisions d
    join publications p on p.id = d.publication_id
    join organisations o on o.id = p.organisation_id
    where d.at >= ${from} and d.at < ${until}
    group by o.id
    order by 5 desc, 2, 1`.execute(db)
  return rows
}

/** Median hours over all decisions of a quarter, and by kind. */
export async function waitedByKind(
  db: Reader,
  quarter: Quarter,
): Promise<{ readonly all: number | null; readonly kinds: ReadonlyMap<OrganisationKind, number> }> {
  const { from, until } = instantsOf(quarter)
  const { rows } = await sql<{ kind: OrganisationKind | null; waited: number | null }>`
    select o.kind, percentile_cont(0.5) within group (order by extract(epoch from d.at - d.since) / 3600) as waited
    from publication_decisions d
    join publications p on p.id = d.publication_id
    join organisations o on o.id = p.organisation_id
    where d.at >= ${from} and d.at < ${until} and d.since is not null
    group by grouping sets ((o.kind), ())`.execute(db)
  return {
    all: rows.find((row) => row.kind === null)?.waited ?? null,
    kinds: new Map(rows.flatMap((row) => (row.kind && row.waited !== null ? [[row.kind, row.waited]] : []))),
  }
}

/** Quarters in which anything was decided, latest first. */
export async function quartersDecided(db: Reader): Promise<readonly Quarter[]> {
  const { rows } = await sql<{ year: number; quarter: Quarter['quarter'] }>`
    select distinct extract(year from at at time zone ${CITY_ZONE})::int as year,
      extract(quarter from at at time zone ${CITY_ZONE})::int as quarter
    from publication_decisions order by 1 desc, 2 desc`.execute(db)
  return rows
}

/** What a quarter's evidence says: news that readers saw first in it and that are not withdrawn. */
export async function publishedIn(
  db: Reader,
  quarter: Quarter,
): Promise<{
  readonly news: number
  readonly organisations: readonly string[]
  readonly first: Temporal.Instant | null
  readonly last: Temporal.Instant | null
}> {
  const { from, until } = instantsOf(quarter)
  const { rows } = await sql<{
    news: number
    organisations: string[] | null
    first: Temporal.Instant | null
    last: Temporal.Instant | null
  }>`
    select count(*) as news, array_agg(distinct o.name) as organisations,
      min(p.first_published_at) as first, max(p.first_published_at) as last
    from publications p join organisations o on o.id = p.organisation_id
    where p.first_published_at >= ${from} and p.first_published_at < ${until} and p.withdrawn_at is null`.execute(
    db,
  )
  const row = rows[0]!
  return { ...row, organisations: row.organisations ?? [] }
}
