/** What an action is given: who, when, and the database. Four fields, and it stays so. */

import type { Actor } from '../kernel/actor.ts'
import { type CivilDate, dayOf, Temporal } from '../kernel/civil-date.ts'
import { type NotedEntry, writeEntries } from './audit.ts'
import type { Db, DbTransaction } from './db.ts'

export type Context = {
  readonly actor: Actor
  readonly now: Temporal.Instant
  /** The city's civil day at `now`. */
  readonly today: CivilDate
  readonly db: Db
}

/** A context inside a transaction. Given to functions of other modules as it is. */
export type Tx = Omit<Context, 'db'> & {
  readonly db: DbTransaction
  /** Entries of the audit, written just before the commit so that the chain's lock is held for a moment only. */
  readonly entries: NotedEntry[]
}

export function contextOf(db: Db, actor: Actor, now?: Temporal.Instant): Context {
  // Milliseconds: what the database keeps is then what was said.
  const moment = Temporal.Instant.fromEpochMilliseconds(now?.epochMilliseconds ?? Date.now())
  return { actor, now: moment, today: dayOf(moment), db }
}

/** Rolls a transaction back and hands a value out of it: the dry run of a command. */
class DryRun<T> extends Error {
  readonly value: T
  constructor(value: T) {
    super('dry run')
    this.value = value
  }
}

/**
 * Runs `work` in one transaction and writes its audit entries before the commit. An exception undoes everything.
 * A context that is inside a transaction already (an action called by an action) joins it.
 * @param options.dryRun does all of it and rolls back
 */
export async function transact<T>(
  ctx: Context,
  work: (tx: Tx) => Promise<T>,
  options: { readonly dryRun?: boolean } = {},
): Promise<T> {
  if (isTx(ctx)) return work(ctx)
  try {
    return await ctx.db.transaction().execute(async (db) => {
      const tx: Tx = { actor: ctx.actor, now: ctx.now, today: ctx.today, db, entries: [] }
      const value = await work(tx)
      await writeEntries(db, tx.entries)
      if (options.dryRun) throw new DryRun(value)
      return value
    })
  } catch (error) {
    if (error instanceof DryRun) return error.value as T
    throw error
  }
}

function isTx(ctx: Context | Tx): ctx is Tx {
  return 'entries' in ctx
}
