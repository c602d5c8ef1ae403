/** `viche reports open` and `viche reports show`. */
import { parseArgs } from 'node:util'
import { previousQuarter, type Quarter, quarterOf } from '../../kernel/civil-date.ts'
import { Refused } from '../../kernel/refusal.ts'
import { quarterName } from '../../kernel/texts.ts'
import type { Context } from '../../platform/context.ts'
import type { Command, CommandIo } from '../../platform/module.ts'
import { activeProgramme, type Programme, programmeBySlug } from '../programmes/index.ts'
import { openQuarter } from './actions/open.ts'
import { daysLate } from './rules/report.ts'
import { reportsOfQuarter } from './store/lists.ts'
import { cli as t } from './texts/cli-uk.ts'
import { sentenceOf, texts } from './texts/index.ts'

const OPTIONS = {
  programme: { type: 'string' },
  quarter: { type: 'string' },
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const

type Asked = {
  readonly programme: Programme
  readonly quarter: Quarter
  readonly json: boolean
  readonly dryRun: boolean
}

/** @returns the exit status after saying what is wrong */
async function asked(
  args: readonly string[],
  io: CommandIo,
  ctx: Context,
  usage: string,
): Promise<Asked | number> {
  const read = readOptions(args)
  const named =
    read?.quarter === undefined ? previousQuarter(quarterOf(ctx.today)) : parseQuarter(read.quarter)
  if (!read || !named) {
    io.stderr(`${usage}\n`)
    return 2
  }
  const programme = read.programme
    ? await programmeBySlug(ctx.db, read.programme)
    : await activeProgramme(ctx.db, ctx.today)
  if (!programme) {
    io.stderr(`${t.noProgramme(read.programme ?? '')}\n`)
    return 1
  }
  return { programme, quarter: named, json: read.json === true, dryRun: read['dry-run'] === true }
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values
  } catch {
    return null
  }
}

/** `2026-3`, `2026Q3`. */
function parseQuarter(text: string): Quarter | null {
  const m = /^(\d{4})(?:-?q?|-)([1-4])$/i.exec(text)
  const quarter = ([1, 2, 3, 4] as const).find((q) => String(q) === m?.[2])
  return m && quarter ? { year: Number(m[1]), quarter } : null
}

const open: Command = {
  verb: 'open',
  summary: { uk: 'відкрити звіти за квартал', en: 'open the reports of a quarter' },
  async run(args, io, ctx) {
    const wish = await asked(args, io, ctx, t.usageOpen)
    if (typeof wish === 'number') return wish
    try {
      const made = await openQuarter(ctx, wish.programme.id, wish.quarter, { dryRun: wish.dryRun })
      if (wish.json)
        io.stdout(
          `${JSON.stringify({ programme: wish.programme.slug, ...wish.quarter, opened: made.length, dryRun: wish.dryRun })}\n`,
        )
      else io.stdout(`${texts.uk.list.opened(made.length)}${wish.dryRun ? ` ${t.dryRun}` : ''}\n`)
      return 0
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      io.stderr(`${error.refusals.map((r) => sentenceOf('uk', r)).join('\n')}\n`)
      return 1
    }
  },
}

const show: Command = {
  verb: 'show',
  summary: { uk: 'хто і коли звітував за квартал', en: 'who reported when in a quarter' },
  async run(args, io, ctx) {
    const wish = await asked(args, io, ctx, t.usageShow)
    if (typeof wish === 'number') return wish
    const lines = await reportsOfQuarter(ctx.db, wish.programme.id, wish.quarter, ctx.today)
    const reports = lines.map((line) => ({
      id: line.id,
      unit: line.unitName,
      state: line.state,
      version: line.version,
      due: line.due.toString(),
      submittedOn: line.firstSubmittedOn?.toString() ?? null,
      daysLate: daysLate(line.due, line.firstSubmittedOn, ctx.today),
      measures: line.measures,
    }))
    if (wish.json) {
      io.stdout(`${JSON.stringify({ programme: wish.programme.slug, ...wish.quarter, reports })}\n`)
      return 0
    }
    io.stdout(`${quarterName('uk', wish.quarter)}\n`)
    for (const [i, r] of reports.entries()) {
      const line = lines[i]
      if (line)
        io.stdout(
          `${r.unit}: ${texts.uk.states[line.state]}${r.daysLate > 0 ? `, ${texts.uk.late(r.daysLate)}` : ''}\n`,
        )
    }
    return 0
  },
}

export const commands: readonly Command[] = [open, show]
