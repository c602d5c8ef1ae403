/** Everything that a database must have before the program opens: our tables and those of the job loop. */
import { Logger, runMigrations } from 'graphile-worker'
import { migrate } from './migrate.ts'

/**
 * @returns names of our migrations that were applied now
 * @throws MigrationRefused
 */
export async function prepareDatabase(url: string, dir: string): Promise<readonly string[]> {
  const applied = await migrate(url, dir)
  await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) })
  return applied
}
