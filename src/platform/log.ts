/** Lines of JSON on standard error. Never a body, a cookie, a token or a person's data. */

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

export type Log = Readonly<
  Record<LogLevel, (message: string, facts?: Readonly<Record<string, unknown>>) => void>
>

const ORDER: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']

/** @param level the least that is written; `silent` writes nothing */
export function createLog(level: LogLevel | 'silent', write: (line: string) => void): Log {
  function at(own: LogLevel) {
    return (message: string, facts: Readonly<Record<string, unknown>> = {}) => {
      if (level === 'silent' || ORDER.indexOf(own) < ORDER.indexOf(level)) return
      write(`${JSON.stringify({ at: new Date().toISOString(), level: own, message, ...facts })}\n`)
    }
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

export const SILENT: Log = createLog('silent', () => {})

/** What may be said of an error: its name, message and stack; of a database error also its code. */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) }
  const code = Reflect.get(error, 'code') as unknown
  return { error: error.name, reason: error.message, ...(code ? { code } : {}), stack: error.stack }
}
