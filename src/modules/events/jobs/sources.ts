/** Reads others' calendars every hour. */
import type { Job } from '../../../platform/module.ts'
import { fetchSource } from '../actions/sources.ts'
import { listSources } from '../store/sources.ts'

export const readSources: Job = {
  name: 'events.sources',
  cron: '17 * * * *',
  async run(ctx, _payload, { signal }) {
    for (const source of await listSources(ctx.db)) {
      if (signal.aborted) return
      if (source.active && source.url !== null) await fetchSource(ctx, source.id)
    }
  },
}
