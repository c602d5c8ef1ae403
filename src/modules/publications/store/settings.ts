/** How long a city gives itself for what organisations send: news, and what other modules take the same way. */
import type { Db } from '../../../platform/db.ts'
import { readSetting } from '../../../platform/settings.ts'
import { USUAL } from '../rules/settings.ts'

/** @returns working days */
export async function decideDaysOf(db: Db): Promise<number> {
  return ((await readSetting(db, 'publications')) ?? USUAL).decideDays
}
