/** `viche MODULE VERB …`: finds the command and gives it what it needs. */
import { readFile } from 'node:fs/promises'
import { dayOf, Temporal } from './kernel/civil-date.ts'
import type { Command, CommandIo } from './platform/module.ts'

const io: CommandIo = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  readFile: (path) => readFile(path),
}

/** @returns exit code: 0 done, 1 refused or failed, 2 called wrongly */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  try {
    return await dispatch(args)
  } catch (error) {
    const { explain } = await import('./platform/database/explain.ts')
    io.stderr(`${explain(error, 'uk') ?? (error instanceof Error ? error.message : String(error))}\n`)
    if (process.env['VICHE_LOG'] === 'debug' && error instanceof Error) io.stderr(`${error.stack}\n`)
    return 1
  }
}

async function dispatch(args: readonly string[]): Promise<number> {
  const [area = 'help', verb = '', ...rest] = args
  const today = dayOf(Temporal.Now.instant())
  switch (area) {
    case 'start': {
      const { serve } = await import('./main.ts')
      return serve((line) => io.stdout(`${line}\n`))
    }
    case 'legal-time': {
      const { legalTimeCommand } = await import('./legal-time/cli.ts')
      return legalTimeCommand(args.slice(1), io, today)
    }
    case 'backup':
    case 'restore':
    case 'doctor':
    case 'audit': {
      const { installationCommand } = await import('./installation-commands.ts')
      return installationCommand(args, io)
    }
  }
  const { modules } = await import('./modules.ts')
  const commands = modules.flatMap((m) => (m.commands ?? []).map((command) => ({ module: m.name, command })))
  const found = commands.find((c) => c.module === area && c.command.verb === verb)
  if (!found) {
    if (area !== 'help') io.stderr(`немає такої команди: ${[area, verb].join(' ').trim()}\n`)
    io[area === 'help' ? 'stdout' : 'stderr'](usage(commands))
    return area === 'help' ? 0 : 2
  }
  if (found.command.bare) return found.command.bare(rest, io, today)
  return withDatabase(found.command, rest)
}

async function withDatabase(command: Command, args: readonly string[]): Promise<number> {
  const { openForCommand } = await import('./installation.ts')
  const { createHouse } = await import('./house.ts')
  const { connect } = await import('./platform/db.ts')
  const { contextOf } = await import('./platform/context.ts')
  const installation = await openForCommand(command.verb)
  const connection = connect(installation.databaseUrl, { max: 4 })
  try {
    const house = await createHouse(installation, connection.db)
    const ctx = contextOf(connection.db, { kind: 'system', job: `cli ${command.verb}` })
    try {
      return (await command.run?.(args, io, ctx, house)) ?? 1
    } finally {
      await house.close()
    }
  } finally {
    await connection.close()
    await installation.close()
  }
}

function usage(commands: readonly { readonly module: string; readonly command: Command }[]): string {
  const lines = [
    ['start', 'відкрити Віче'],
    ['legal-time due|before|year|explain|rules', 'строки за законом'],
    ['backup FILE', 'зберегти все в один файл'],
    ['restore FILE', 'відновити в порожню базу'],
    ['doctor', 'перевірити встановлення'],
    ['audit verify|checkpoint', 'перевірити журнал дій'],
    ...commands.map((c) => [`${c.module} ${c.command.verb}`, c.command.summary.uk] as const),
  ]
  const width = Math.max(...lines.map(([name]) => name!.length))
  return `viche MODULE VERB …\n\n${lines.map(([name, text]) => `  ${name!.padEnd(width)}  ${text}`).join('\n')}\n`
}
