/** `viche organisations list|show|leader|import-list`. */
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { parseCivilDate } from '../../kernel/civil-date.ts'
import { asId, isId } from '../../kernel/ids.ts'
import { Refused } from '../../kernel/refusal.ts'
import { shortDate } from '../../kernel/texts.ts'
import type { Context } from '../../platform/context.ts'
import type { Command, CommandIo } from '../../platform/module.ts'
import { importListNow } from './actions/import-list.ts'
import { withDetails } from './store/details.ts'
import { findOrganisations, organisationById } from './store/lines.ts'
import { listOrganisations, NO_FILTER } from './store/list.ts'
import { officersOn } from './store/officers.ts'
import { namesOfLists, readPublic } from './store/whole.ts'
import { cliUk as t } from './texts/cli-uk.ts'
import { kindName } from './texts/index.ts'
import { ORGANISATION_KINDS, type OrganisationLine } from './types.ts'
import { reasonText } from './views/imports.ts'
import { spanText } from './views/parts.ts'
import { presentOfficer, presentRow, presentWhole } from './views/presenters.ts'

const MOST = 20_000

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

/** By id, code or words of the name; says so where there is none, or more than one. */
async function theOne(ctx: Context, text: string, io: CommandIo): Promise<OrganisationLine | null> {
  const found = isId(text)
    ? [await organisationById(ctx.db, asId<'organisation'>(text))].filter((o) => o !== null)
    : await findOrganisations(ctx.db, { text, limit: 6 })
  if (found.length === 1) return found[0]!
  io.stderr(`${found.length === 0 ? t.none(text) : t.several}\n`)
  for (const o of found) io.stderr(`  ${o.id}  ${o.name}\n`)
  return null
}

const list: Command = {
  verb: 'list',
  summary: { uk: 'організації міста', en: 'organisations of the city' },
  async run(args, io, ctx, house) {
    const parsed = optionsOf(args, { kind: { type: 'string' }, json: { type: 'boolean' } }, io, t.usageList)
    if (!parsed) return 2
    const { kind: typed, json } = parsed.values
    const kind = ORGANISATION_KINDS.find((k) => k === typed) ?? null
    if (typed !== undefined && kind === null) {
      io.stderr(`${t.usageList}\n`)
      return 2
    }
    const filter = { ...NO_FILTER, kind, text: parsed.positionals.join(' ') }
    const { rows } = await listOrganisations(ctx.db, filter, '', MOST)
    if (json) {
      const names = await namesOfLists(ctx.db)
      const detailed = await withDetails(ctx.db, rows, ctx.today, ['public'])
      io.stdout(`${JSON.stringify(detailed.map((o) => presentRow(house.baseUrl, o, names)))}\n`)
    } else
      for (const o of rows)
        io.stdout(`${o.id}  ${o.edrpou ?? '-'.repeat(8)}  ${kindName('uk', o.kind)}  ${o.name}\n`)
    return 0
  },
}

const show: Command = {
  verb: 'show',
  summary: { uk: 'одна організація', en: 'one organisation' },
  async run(args, io, ctx, house) {
    const parsed = optionsOf(args, { json: { type: 'boolean' } }, io, t.usageShow)
    if (!parsed || parsed.positionals.length === 0) {
      if (parsed) io.stderr(`${t.usageShow}\n`)
      return 2
    }
    const line = await theOne(ctx, parsed.positionals.join(' '), io)
    const read = line && (await readPublic(ctx.db, line.id))
    if (!read || 'mergedInto' in read) return 1
    const whole = presentWhole(house.baseUrl, read, new Map())
    if (parsed.values.json) io.stdout(`${JSON.stringify(whole)}\n`)
    else
      for (const [key, value] of Object.entries(whole))
        if (typeof value === 'string') io.stdout(`${key}: ${value}\n`)
    return 0
  },
}

const leader: Command = {
  verb: 'leader',
  summary: { uk: 'хто очолював організацію на день', en: 'who led an organisation on a day' },
  async run(args, io, ctx) {
    const options = { on: { type: 'string' }, json: { type: 'boolean' } } as const
    const parsed = optionsOf(args, options, io, t.usageLeader)
    const day = parsed?.values.on === undefined ? ctx.today : parseCivilDate(parsed.values.on)
    if (!parsed || parsed.positionals.length === 0 || day === null) {
      io.stderr(`${t.usageLeader}\n`)
      return 2
    }
    const line = await theOne(ctx, parsed.positionals.join(' '), io)
    if (!line) return 1
    const officers = ((await officersOn(ctx.db, [line.id], day)).get(line.id) ?? []).filter((o) => o.leads)
    if (parsed.values.json)
      io.stdout(
        `${JSON.stringify({
          organisation: { id: line.id, name: line.name },
          on: day.toString(),
          leaders: officers.map(presentOfficer),
        })}\n`,
      )
    else if (officers.length === 0) io.stdout(`${t.nobody(shortDate('uk', day))}\n`)
    else for (const o of officers) io.stdout(`${o.name}, ${o.post}, ${spanText('uk', o)}\n`)
    return 0
  },
}

const importList: Command = {
  verb: 'import-list',
  summary: { uk: 'власний список з файлу CSV або XLSX', en: 'the city’s own list from a CSV or XLSX file' },
  async run(args, io, ctx) {
    const options = {
      kind: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    } as const
    const parsed = optionsOf(args, options, io, t.usageImport)
    const [file] = parsed?.positionals ?? []
    const kind = ORGANISATION_KINDS.find((k) => k === parsed?.values.kind) ?? null
    if (!parsed || !file || parsed.positionals.length > 1 || (parsed.values.kind && !kind)) {
      io.stderr(`${t.usageImport}\n`)
      return 2
    }
    try {
      const dryRun = parsed.values['dry-run'] === true
      const read = { name: basename(file), bytes: await io.readFile(file) }
      const { counts, aside } = await importListNow(ctx, read, { kind, dryRun })
      const { added = 0, changed = 0, unchanged = 0, setAside = 0 } = counts
      if (parsed.values.json)
        io.stdout(
          `${JSON.stringify({
            dryRun,
            read: added + changed + unchanged + setAside,
            added,
            changed,
            unchanged,
            setAside: aside.map((row) => ({
              row: row.number,
              reasons: row.reasons.map((r) => ({ code: r.refused, message: reasonText('uk', r) })),
            })),
          })}\n`,
        )
      else {
        io.stdout(`${t.outcome(added, changed, unchanged, setAside)}\n`)
        for (const row of aside)
          io.stdout(`  ${t.row(row.number)}: ${row.reasons.map((r) => reasonText('uk', r)).join('; ')}\n`)
      }
      return 0
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      io.stderr(`${error.refusals.map((r) => reasonText('uk', r)).join('\n')}\n`)
      return 1
    }
  },
}

export const commands: readonly Command[] = [list, show, leader, importList]
