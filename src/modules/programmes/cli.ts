/** `viche programmes parse|import|list`: thin wrappers around the reader and the actions. */
import { Refused } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import { transact } from '../../platform/context.ts'
import type { Command, CommandIo } from '../../platform/module.ts'
import { acceptDraftIn } from './actions/accept.ts'
import { importTextIn, readSource } from './actions/import-text.ts'
import { programmes } from './store/programmes.ts'
import { sentenceOf, texts } from './texts/index.ts'

const t = texts('uk').cli

async function importFile(args: readonly string[], io: CommandIo, ctx: Context): Promise<number> {
  const flags = args.filter((a) => a.startsWith('--'))
  const [file, ...more] = args.filter((a) => !a.startsWith('--'))
  if (
    file === undefined ||
    more.length > 0 ||
    flags.some((f) => !['--accept', '--dry-run', '--json'].includes(f))
  ) {
    io.stderr(`${t.importUsage}\n`)
    return 2
  }
  const json = flags.includes('--json')
  const dryRun = flags.includes('--dry-run')
  try {
    const bytes = await io.readFile(file)
    const source = await readSource({ kind: 'file', name: file.replace(/^.*[/\\]/, ''), bytes })
    const result = await transact(
      ctx,
      async (tx) => {
        const id = await importTextIn(tx, source)
        const { title, measures } = source.proposed
        const created = flags.includes('--accept') ? await acceptDraftIn(tx, id) : null
        return { draft: id, title, measures: measures.length, programme: created?.slug ?? null }
      },
      { dryRun },
    )
    if (json) io.stdout(`${JSON.stringify({ ...result, dryRun })}\n`)
    else {
      io.stdout(`${t.imported(result.draft, result.title, result.measures)}\n`)
      if (result.programme !== null) io.stdout(`${t.accepted(result.programme)}\n`)
      if (dryRun) io.stdout(`${t.dryRun}\n`)
    }
    return 0
  } catch (error) {
    if (error instanceof Refused) {
      io.stderr(`${t.notAccepted}\n${error.refusals.map((r) => `  ${sentenceOf('uk', r)}\n`).join('')}`)
      return 1
    }
    if (error instanceof Error && 'code' in error && /^E(NOENT|ACCES|ISDIR)$/.test(String(error.code))) {
      io.stderr(`${t.noFile(file)}\n`)
      return 1
    }
    throw error
  }
}

async function list(args: readonly string[], io: CommandIo, ctx: Context): Promise<number> {
  if (args.some((a) => a !== '--json')) {
    io.stderr(`${t.listUsage}\n`)
    return 2
  }
  const all = await programmes(ctx.db)
  if (args.includes('--json')) {
    const rows = all.map((p) => ({
      slug: p.slug,
      title: p.title,
      period: { from: p.period.from.toString(), to: p.period.to.toString() },
      state: p.state,
    }))
    io.stdout(`${JSON.stringify(rows, null, 2)}\n`)
  } else if (all.length === 0) io.stdout(`${t.none}\n`)
  else
    for (const p of all)
      io.stdout(`${p.slug}\t${p.period.from.year}–${p.period.to.year}\t${p.state}\t${p.shortTitle}\n`)
  return 0
}

export const commands: readonly Command[] = [
  {
    verb: 'parse',
    summary: { uk: 'прочитати текст програми', en: 'read the text of a programme' },
    bare: async (args, io) => (await import('./reading/index.ts')).parseCommand(args, io),
  },
  {
    verb: 'import',
    summary: { uk: 'завантажити текст програми як проєкт', en: 'take the text of a programme in as a draft' },
    run: importFile,
  },
  { verb: 'list', summary: { uk: 'перелік програм', en: 'list the programmes' }, run: list },
]
