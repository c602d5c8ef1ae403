/** The program: the web and the job loop in one process. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type App, createApp } from './app.ts'
import { prepareNewDatabase } from './first-start.ts'
import { openToServe } from './installation.ts'
import { ANONYMOUS } from './kernel/actor.ts'
import { firstLink } from './modules/people/index.ts'
import { type Config, ConfigError, type ConfigProblem } from './platform/config.ts'
import { contextOf } from './platform/context.ts'
import { giveBackMemory } from './platform/memory.ts'

const PATIENCE_MS = 20_000
const QUIET_MS = 3_000

/** Starts and stays until a signal. Gives the exit code. */
export async function serve(say: (line: string) => void): Promise<number> {
  // Heard from the first moment: who is stopped while starting stops its database too.
  const stopped = signalled()
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
      await listen(app.server, config)
      say(`Віче відкрито: ${config.publicUrl}`)
      const link = await firstLink(contextOf(app.connection.db, ANONYMOUS), app.house)
      if (link) say(`Перший адміністратор (одноразове посилання): ${link}`)
      log.info('started', { url: config.publicUrl, ms: Math.round(performance.now()) })
      setTimeout(giveBackMemory, QUIET_MS).unref()
      const signal = await stopped
      log.info('stopping', { signal })
      return 0
    } finally {
      const late = sleep(PATIENCE_MS, 'late' as const, { ref: false })
      if ((await Promise.race([app.close(), late])) === 'late') {
        app.server.server.closeAllConnections()
        log.warn('requests did not end in time', { seconds: PATIENCE_MS / 1000 })
      }
    }
  } finally {
    await installation.close()
  }
}

/** @throws ConfigError when the machine does not give this address or port */
async function listen(server: App['server'], { host, port }: Config): Promise<void> {
  try {
    await server.listen({ port, host })
  } catch (error) {
    const fault = LISTEN_FAULTS[String(Reflect.get(Object(error), 'code'))]
    if (!fault) throw error
    const held = fault.name === 'PORT' ? String(port) : host
    throw new ConfigError([{ ...fault, held }])
  }
}

const LISTEN_FAULTS: Readonly<Record<string, Omit<ConfigProblem, 'held'>>> = {
  EADDRINUSE: {
    name: 'PORT',
    right: {
      uk: 'потрібен вільний порт, а цей уже зайняла інша програма',
      en: 'a free port is needed, and another program has this one',
    },
  },
  EACCES: {
    name: 'PORT',
    right: {
      uk: 'потрібен порт, який система дозволяє цьому користувачеві (1024 або більший)',
      en: 'a port is needed that the system allows this user (1024 or above)',
    },
  },
  EADDRNOTAVAIL: {
    name: 'HOST',
    right: { uk: 'потрібна адреса цього комп’ютера', en: 'an address of this machine is needed' },
  },
}

function signalled(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve(signal))
  })
}
