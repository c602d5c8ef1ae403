/** What PostgreSQL's catalogue says of our schema, for backup and restore. Things that belong to extensions are left out. */
import type pg from 'pg'

export type Table = { readonly name: string; readonly columns: readonly string[] }

const OURS = (catalog: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = o.oid and d.deptype = 'e')`

/**
 * Tables that hold data: partitions but not what they are partitions of, and none that is `unlogged` (those lose
 * their rows in a crash, so nothing that must be kept is there). Columns that are computed are left out.
 */
export async function tablesOf(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `select o.relname as name,
       (select json_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class o
     where o.relnamespace = 'public'::regnamespace and o.relkind = 'r' and o.relpersistence = 'p'
       and o.relname <> 'schema_migrations' and ${OURS('pg_class')}
     order by o.relname`,
  )
  return rows.filter((table) => table.columns !== null)
}

/** Values travel as text: a bigint has more digits than a number. */
export async function sequencesOf(
  client: pg.ClientBase,
): Promise<{ readonly name: string; readonly lastValue: string | null }[]> {
  const { rows } = await client.query<{ name: string; lastValue: string | null }>(
    `select sequencename as name, last_value::text as "lastValue" from pg_sequences where schemaname = 'public' order by 1`,
  )
  return rows
}

/** Everything in the schema, by name: tables, views, sequences, functions. */
export async function objectsOf(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select o.relname::text as name from pg_class o
       where o.relnamespace = 'public'::regnamespace and o.relkind in ('r','p','v','m','S','f') and ${OURS('pg_class')}
     union all
     select o.proname::text from pg_proc o where o.pronamespace = 'public'::regnamespace and ${OURS('pg_proc')}
     order by 1`,
  )
  return rows.map((row) => row.name)
}

/**
 * Statements that take the guards off all tables and put them back: foreign keys, which would want an order that
 * need not exist, and triggers, which would act on rows that already bear what they did. For this one need not be
 * a superuser, only the owner. Putting a foreign key back checks every row.
 */
export async function guardsOf(
  client: pg.ClientBase,
): Promise<{ readonly off: string[]; readonly on: string[] }> {
  const keys = await client.query<{ off: string; on: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as on
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`,
  )
  const triggers = await client.query<{ off: string; on: string }>(
    `select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as off,
            format('alter table %s enable %s trigger %I', tgrelid::regclass,
              case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname) as on
     from pg_trigger join pg_class c on c.oid = tgrelid
     where not tgisinternal and tgenabled <> 'D' and tgparentid = 0 and c.relnamespace = 'public'::regnamespace`,
  )
  const all = [...triggers.rows, ...keys.rows]
  return { off: all.map((g) => g.off), on: all.map((g) => g.on) }
}
