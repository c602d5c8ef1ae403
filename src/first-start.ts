/** What a database is told when it is new: whose it is, and whether it is a demonstration. */
import { loadDemonstration } from '../demo/load.ts'
import { writeRegisterSample } from '../demo/register.ts'
import type { Installation } from './installation.ts'
import { contextOf, transact } from './platform/context.ts'
import { connect } from './platform/db.ts'
import { deriveKey } from './platform/random.ts'
import { readSetting, writeSetting } from './platform/settings.ts'

/** An embedded database that nobody spoke of otherwise becomes the demonstration; a server database never does by itself. */
export async function prepareNewDatabase(installation: Installation): Promise<void> {
  const connection = connect(installation.databaseUrl, { max: 4 })
  try {
    if (await readSetting(connection.db, 'instance')) return
    const demonstration = installation.config.demo ?? installation.embedded
    const ctx = contextOf(connection.db, { kind: 'system', job: 'first-start' })
    await transact(ctx, async (tx) => {
      await writeSetting(tx, 'instance', {
        kind: demonstration ? 'demonstration' : 'city',
        madeAt: tx.now.toString(),
      })
      if (!demonstration) return
      await loadDemonstration(tx, installation.config.publicUrl, (purpose) =>
        deriveKey(installation.secret, purpose),
      )
      await writeRegisterSample(tx, installation.config.dataDir)
    })
  } finally {
    await connection.close()
  }
}
