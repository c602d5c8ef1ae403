/** `viche duties list` and `viche duties remind`. */
import { parseArgs } from 'node:util'
import { yearPeriod } from '../../kernel/civil-date.ts'
import type { Command, CommandIo } from '../../platform/module.ts'
import { activeProgramme, programmeBySlug } from '../programmes/index.ts'
import { remindOfDuties } from './actions/remind.ts'
import { presentDuty } from './documents/presenters.ts'
import { dutyState } from './rules/duty.ts'
import { publishedDuties } from './store/published.ts'
import { periodName } from './texts/explain.ts'
import { bilingual, textsOf } from './texts/index.ts'
import { DUTY_STATES } from './types.ts'

const t = textsOf('uk')
const MOST_ROWS = 100_000

function optionsOf<const O extends Record<string, { type: 'string' | 'boolean' }>>(
  args: readonly string[],
  options: O,
  io: CommandIo,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch {
    io.stderr(`${usage}\n`)
    return null
  }
}

const list: Command = {
  verb: 'list',
  summary: bilingual((texts) => texts.cli.listSummary),
  async run(args, io, ctx) {
    const options = optionsOf(
      args,
      {
        year: { type: 'string' },
        programme: { type: 'string' },
        state: { type: 'string' },
        json: { type: 'boolean' },
      },
      io,
      t.cli.usageList,
    )
    if (!options) return 2
    const { year = String(ctx.today.year), programme: slug, state } = options
    if (!/^(19|20|21)\d\d$/.test(year)) {
      io.stderr(`${t.cli.badYear(year)}\n`)
      return 2
    }
    const wanted = DUTY_STATES.find((s) => s === state) ?? null
    if (state !== undefined && wanted === null) {
      io.stderr(`${t.cli.badState(state, DUTY_STATES.join(', '))}\n`)
      return 2
    }
    const programme =
      slug === undefined ? await activeProgramme(ctx.db, ctx.today) : await programmeBySlug(ctx.db, slug)
    if (!programme) {
      io.stderr(`${t.cli.noProgramme}\n`)
      return 1
    }
    const filter = { programme: programme.slug, ends: yearPeriod(Number(year)), state: wanted }
    const { rows } = await publishedDuties(ctx.db, filter, ctx.today, '', MOST_ROWS)
    if (options.json) {
      io.stdout(
        `${JSON.stringify(
          rows.map((d) => presentDuty(d, ctx.today)),
          null,
          2,
        )}\n`,
      )
      return 0
    }
    for (const d of rows)
      io.stdout(
        `${[d.due, d.measureNumber, periodName('uk', d.period), d.unitName, t.duty.states[dutyState(d, ctx.today)]].join('\t')}\n`,
      )
    return 0
  },
}

const remind: Command = {
  verb: 'remind',
  summary: bilingual((texts) => texts.cli.remindSummary),
  async run(args, io, ctx, house) {
    const options = optionsOf(
      args,
      { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
      io,
      t.cli.usageRemind,
    )
    if (!options) return 2
    const dryRun = options['dry-run'] === true
    const { digests, unreached } = await remindOfDuties(ctx, house, { dryRun })
    const duties = digests.reduce((n, d) => n + d.lines.length, 0)
    if (options.json) {
      const letters = digests.map((d) => ({
        to: d.recipient.email,
        name: d.recipient.name,
        level: d.recipient.level,
        duties: d.lines.length,
      }))
      io.stdout(`${JSON.stringify({ dryRun, letters, unreached }, null, 2)}\n`)
      return 0
    }
    for (const d of digests) io.stdout(`${d.recipient.email}\t${d.recipient.name}\t${d.lines.length}\n`)
    io.stdout(`${t.cli.reminded(digests.length, duties)}\n`)
    if (dryRun) io.stdout(`${t.cli.dry}\n`)
    return 0
  },
}

export const commands: readonly Command[] = [list, remind]
