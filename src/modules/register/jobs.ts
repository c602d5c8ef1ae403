/** The import that the office started. Run again, it goes on where it was left. */
import { z } from 'zod'
import { Temporal } from '../../kernel/civil-date.ts'
import { Refused } from '../../kernel/refusal.ts'
import type { Job } from '../../platform/module.ts'
import { importFile } from './actions/import.ts'
import { IMPORT_JOB } from './actions/office.ts'

const payload = z.object({
  path: z.string(),
  exportedOn: z.string().nullable(),
  startedBy: z.string(),
})

export const importJob: Job = {
  name: IMPORT_JOB,
  async run(ctx, given, { house, signal }) {
    const { path, exportedOn, startedBy } = payload.parse(given)
    try {
      await importFile(ctx, house, path, {
        signal,
        startedBy,
        ...(exportedOn === null ? {} : { exportedOn: Temporal.PlainDate.from(exportedOn) }),
      })
    } catch (error) {
      // Its file is gone, or another import runs: trying again by itself would not help.
      if (!(error instanceof Refused)) throw error
      house.log.warn('the register was not imported', { reason: error.message })
    }
  },
}
