/** The program: the web and the job loop in one process. */
import { setTimeout as sleep } from 'node:timers/promises'
import { createApp } from './app.ts'
import { prepareNewDatabase } from './first-start.ts'
import { openToServe } from './installation.ts'
import { ANONYMOUS } from './kernel/actor.ts'
import { firstLink } from './modules/people/index.ts'
import { contextOf } from './platform/context.ts'
import { giveBackMemory } from './platform/memory.ts'

const PATIENCE_MS = 20_000
const QUIET_MS = 3_000

/** Starts and stays until a signal. Gives the exit code. */
export async function serve(say: (line: string) => void): Promise<number> {
  const installation = await openToServe()
  const { config, log } = installation
  try {
    await prepareNewDatabase(installation)
    const app = await createApp({
      config,
      databaseUrl: installation.databaseUrl,
      secret: installation.secret,
      log,
      withJobs: true,
    })
    try {
      await app.server.listen({ port: config.port, host: config.host })
      say(`Віче відкрито: ${config.publicUrl}`)
      const link = await firstLink(contextOf(app.connection.db, ANONYMOUS), app.house)
      if (link) say(`Перший адміністратор (одноразове посилання): ${link}`)
      log.info('started', { url: config.publicUrl, ms: Math.round(performance.now()) })
      setTimeout(giveBackMemory, QUIET_MS).unref()
      const signal = await signalled()
      log.info('stopping', { signal })
      return 0
    } finally {
      const late = sleep(PATIENCE_MS, 'late' as const, { ref: false })
      if ((await Promise.race([app.close(), late])) === 'late')
        log.warn('requests did not end in time', { seconds: PATIENCE_MS / 1000 })
    }
  } finally {
    await installation.close()
  }
}

function signalled(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve(signal))
  })
}
