/** `viche money import FILE --programme SLUG` and `viche money summary`. */
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { toHryvnias } from '../../kernel/money.ts'
import { Refused } from '../../kernel/refusal.ts'
import type { Command, CommandIo } from '../../platform/module.ts'
import { activeProgramme, programmeBySlug } from '../programmes/index.ts'
import { importPayments } from './actions/imports.ts'
import { summaryOfYear, yearsOf } from './rules/books.ts'
import { yearIn } from './rules/year.ts'
import { measureNames, readBooks } from './store/books.ts'
import { texts } from './texts/index.ts'
import { reasonOf } from './views/imports.ts'
import { presentSummary } from './views/presenters.ts'

const t = texts.uk.cli

/** @returns null after saying how it is called */
function optionsOf<const O extends Record<string, { type: 'string' | 'boolean' }>>(
  args: readonly string[],
  options: O,
  io: CommandIo,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    io.stderr(`${usage}\n`)
    return null
  }
}

const importCommand: Command = {
  verb: 'import',
  summary: { uk: 'платежі з файлу CSV або XLSX', en: 'payments from a CSV or XLSX file' },
  async run(args, io, ctx) {
    const parsed = optionsOf(
      args,
      { programme: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
      io,
      t.usage,
    )
    if (!parsed) return 2
    const { values, positionals } = parsed
    const [file] = positionals
    if (!file || positionals.length > 1 || !values.programme) {
      io.stderr(`${t.usage}\n`)
      return 2
    }
    const programme = await programmeBySlug(ctx.db, values.programme)
    if (!programme) {
      io.stderr(`${t.noProgramme(values.programme)}\n`)
      return 1
    }
    const dryRun = values['dry-run'] === true
    try {
      const read = { name: basename(file), bytes: await io.readFile(file) }
      const outcome = await importPayments(ctx, programme.id, read, { dryRun })
      if (values.json)
        io.stdout(
          `${JSON.stringify({
            dryRun,
            added: outcome.added,
            sum: toHryvnias(outcome.sum),
            known: outcome.known,
            setAside: outcome.setAside.map((r) => ({
              row: r.number,
              cells: r.cells,
              reasons: r.refusals.map((x) => ({ code: x.refused, message: reasonOf('uk', x) })),
            })),
          })}\n`,
        )
      else {
        if (dryRun) io.stdout(`${t.dryRun}\n`)
        const { added, sum, known, setAside } = outcome
        io.stdout(`${t.outcome(added, sum, known.length, setAside.length)}\n`)
        for (const row of setAside)
          io.stdout(`  ${t.row(row.number, row.refusals.map((x) => reasonOf('uk', x)).join(' '))}\n`)
      }
      return 0
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      io.stderr(`${error.refusals.map((r) => reasonOf('uk', r)).join('\n')}\n`)
      return 1
    }
  },
}

const summaryCommand: Command = {
  verb: 'summary',
  summary: { uk: 'план, зобов’язання, видатки, залишок', en: 'plan, commitments, spending, what is left' },
  async run(args, io, ctx) {
    const parsed = optionsOf(
      args,
      { programme: { type: 'string' }, year: { type: 'string' }, json: { type: 'boolean' } },
      io,
      t.usageSummary,
    )
    if (!parsed) return 2
    const { programme: slug, year, json } = parsed.values
    const only = year === undefined ? null : yearIn(year)
    if (parsed.positionals.length > 0 || (year !== undefined && only === null)) {
      io.stderr(`${t.usageSummary}\n`)
      return 2
    }
    const programme = slug ? await programmeBySlug(ctx.db, slug) : await activeProgramme(ctx.db, ctx.today)
    if (!programme) {
      io.stderr(`${t.noProgramme(slug ?? '')}\n`)
      return 1
    }
    const books = await readBooks(ctx.db, programme.id)
    const names = await measureNames(ctx.db, programme.id)
    const years = only === null ? yearsOf(books) : [only]
    const summaries = years.map((y) => ({ year: y, summary: summaryOfYear(books, y) }))
    if (json)
      io.stdout(
        `${JSON.stringify(summaries.map((s) => presentSummary(programme, s.year, s.summary, names)))}\n`,
      )
    else for (const s of summaries) io.stdout(`${t.figures(s.year, s.summary)}\n`)
    return 0
  },
}

export const commands: readonly Command[] = [importCommand, summaryCommand]
