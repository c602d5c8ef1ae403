/** Work by the clock. */

import { asId, isId } from '../../kernel/ids.ts'
import type { Job } from '../../platform/module.ts'
import { IMPORT_JOB, importBatch } from './actions/import-list.ts'
import { forget } from './actions/persons.ts'

export const retentionJob: Job = {
  name: 'organisations.forget',
  cron: '20 3 * * *',
  run: (ctx) => forget(ctx),
}

/** Takes over a list, batch by batch; stopped anywhere, it goes on the next time. */
export const importJob: Job = {
  name: IMPORT_JOB,
  async run(ctx, payload, { signal }) {
    const id = String((payload as { id?: unknown } | null)?.id ?? '')
    if (!isId(id)) return
    while (await importBatch(ctx, asId<'organisationImport'>(id)))
      if (signal.aborted) throw new Error('stopped; goes on with the next start')
  },
}
