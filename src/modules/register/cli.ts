/** `viche organisations import FILE` and `viche organisations search "TEXT"`. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parseCivilDate } from '../../kernel/civil-date.ts'
import { Unavailable } from '../../kernel/errors.ts'
import { Refused } from '../../kernel/refusal.ts'
import type { Command, CommandIo } from '../../platform/module.ts'
import { type ImportOptions, importFile } from './actions/import.ts'
import type { Progress } from './actions/load.ts'
import { searchRegister } from './actions/search.ts'
import { presentEntity } from './documents/present.ts'
import { texts } from './texts/index.ts'

const t = texts.uk.cli

function optionsOf<const O extends Record<string, { type: 'string' | 'boolean' }>>(
  args: readonly string[],
  options: O,
  io: CommandIo,
  usage: string,
) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true })
    if (parsed.positionals.length === 1) return parsed
  } catch {
    // Said below.
  }
  io.stderr(`${usage}\n`)
  return null
}

/** A line for each twentieth part, at least one a second: on the error's side, standard output has the result alone. */
function teller(io: CommandIo): (progress: Progress) => void {
  let told = 0
  let part = -1
  return (progress) => {
    const now = performance.now()
    const reached = Math.floor((progress.done / Math.max(1, progress.total)) * 20)
    if (progress.phase === 'reading' && now - told < 1_000 && reached === part) return
    told = now
    part = reached
    io.stderr(`${progress.phase === 'indexing' ? t.indexing : t.progress(progress)}\n`)
  }
}

const importCommand: Command = {
  verb: 'import',
  summary: { uk: 'файл державного реєстру (XML або ZIP)', en: 'a file of the state register (XML or ZIP)' },
  async run(args, io, ctx, house) {
    const parsed = optionsOf(
      args,
      { json: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, on: { type: 'string' } },
      io,
      t.importUsage,
    )
    if (!parsed) return 2
    const { values, positionals } = parsed
    const exportedOn = values.on === undefined ? null : parseCivilDate(values.on)
    if (values.on !== undefined && exportedOn === null) {
      io.stderr(`${t.importUsage}\n`)
      return 2
    }
    const stop = new AbortController()
    const stopped = () => stop.abort()
    process.once('SIGINT', stopped).once('SIGTERM', stopped)
    const options: ImportOptions = {
      dryRun: values['dry-run'] === true,
      signal: stop.signal,
      onProgress: teller(io),
      ...(exportedOn === null ? {} : { exportedOn }),
    }
    try {
      const outcome = await importFile(ctx, house, resolve(positionals[0]!), options)
      const { read, added, changed, unchanged, setAside, state, fault, skipped, resumedAt, cutShort } =
        outcome
      for (const name of skipped) io.stderr(`${t.skipped(name)}\n`)
      if (resumedAt > 0) io.stderr(`${t.resumed}\n`)
      // These five and nothing else; how it ended, the exit code and the error's side say.
      if (values.json) io.stdout(`${JSON.stringify({ read, added, changed, unchanged, setAside })}\n`)
      else {
        if (options.dryRun) io.stdout(`${t.dryRun}\n`)
        io.stdout(`${t.outcome({ read, added, changed, unchanged, setAside })}\n`)
      }
      if (cutShort) io.stderr(`${t.cutShort}\n`)
      if (fault !== null) io.stderr(`${texts.uk.faults[fault]}\n`)
      if (state === 'stopped') io.stderr(`${t.stopped}\n`)
      return state === 'done' ? 0 : 1
    } catch (error) {
      if (error instanceof Unavailable) io.stderr(`${t.unavailable}\n`)
      else if (error instanceof Refused)
        io.stderr(`${error.refusals.map((r) => texts.uk.refusal(r.refused)).join('\n')}\n`)
      else throw error
      return 1
    } finally {
      process.off('SIGINT', stopped).off('SIGTERM', stopped)
    }
  },
}

const MOST = 200

const searchCommand: Command = {
  verb: 'search',
  summary: { uk: 'пошук у державному реєстрі', en: 'search in the state register' },
  async run(args, io, _ctx, house) {
    const parsed = optionsOf(
      args,
      { json: { type: 'boolean' }, limit: { type: 'string' } },
      io,
      t.searchUsage,
    )
    if (!parsed) return 2
    const limit = Number(parsed.values.limit ?? 20)
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
      io.stderr(`${t.searchUsage}\n`)
      return 2
    }
    const { register, found } = await searchRegister(house, parsed.positionals[0]!, limit)
    if (parsed.values.json) io.stdout(`${JSON.stringify(found.map(presentEntity))}\n`)
    else for (const one of found) io.stdout(`${t.line(one)}\n`)
    if (register === 'none') io.stderr(`${t.noRegister}\n`)
    return 0
  },
}

/** Registered by the module of organisations: a city knows the register by what it says of them. */
export const registerCommands: readonly Command[] = [importCommand, searchCommand]
