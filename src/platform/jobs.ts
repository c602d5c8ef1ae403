/** Work that may happen later, added in the same transaction as what caused it. */
import { type CronItem, Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import type pg from 'pg'
import { contextOf } from './context.ts'
import type { Db, DbTransaction } from './db.ts'
import type { House } from './house.ts'
import { errorFacts, type Log } from './log.ts'
import type { Job } from './module.ts'

/** Adds a job; it exists only if the transaction commits. With a key, a waiting job of the same key is replaced. */
export async function enqueue(
  tx: { readonly db: DbTransaction },
  name: string,
  payload: unknown,
  options: { readonly key?: string } = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, job_key := ${options.key ?? null})`.execute(
    tx.db,
  )
}

export type JobLoop = { stop(): Promise<void> }

export async function startJobs(options: {
  readonly pool: pg.Pool
  readonly db: Db
  readonly jobs: readonly Job[]
  readonly house: House
}): Promise<JobLoop> {
  const stopping = new AbortController()
  const taskList: TaskList = Object.fromEntries(
    options.jobs.map((job) => [
      job.name,
      async (payload: unknown) => {
        const started = performance.now()
        try {
          const ctx = contextOf(options.db, { kind: 'system', job: job.name })
          await job.run(ctx, payload, {
            house: options.house,
            signal: stopping.signal,
          })
          options.house.log.debug('job done', { job: job.name, ms: Math.round(performance.now() - started) })
        } catch (error) {
          options.house.log.error('job failed', { job: job.name, ...errorFacts(error) })
          throw error
        }
      },
    ]),
  )
  const crons: CronItem[] = options.jobs.flatMap((job) =>
    job.cron ? [{ task: job.name, match: job.cron }] : [],
  )
  const runner: Runner = await run({
    pgPool: options.pool,
    taskList,
    parsedCronItems: parseCronItems(crons),
    concurrency: 2,
    pollInterval: 5_000,
    noHandleSignals: true,
    logger: quiet(options.house.log),
  })
  // The loop's own end (a lost database) is not the process's end: it is started again by the program.
  runner.promise.catch((error: unknown) => options.house.log.error('job loop ended', errorFacts(error)))
  return {
    async stop() {
      stopping.abort()
      await runner.stop().catch(() => {})
    },
  }
}

function quiet(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error('job loop', { message })
    else if (level === 'warning') log.warn('job loop', { message })
    else log.debug('job loop', { message })
  })
}
