/** Rows from a file or from pasted text: read, mapped, tried, then written. A bad row never stops the good ones. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept, isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { readTable } from '../../../platform/documents/tables/index.ts'
import { newId } from '../../../platform/random.ts'
import { ROW_COLUMNS, rowForm } from '../forms.ts'
import { mayKeepPassport } from '../policy.ts'
import { checkColumns, guessColumns, likeness } from '../rules/columns.ts'
import { CHOICES, definitionOf, type FieldDefinition } from '../rules/definitions.ts'
import { wrongWith } from '../rules/row.ts'
import { keyOf } from '../rules/standing.ts'
import * as store from '../store/imports.ts'
import { keptRows } from '../store/rows.ts'
import { texts } from '../texts/index.ts'
import type {
  ImportContent,
  ImportId,
  ImportMapping,
  ImportOutcome,
  RowInput,
  SetAsideRow,
  TableImport,
  TableKey,
  TableRow,
} from '../types.ts'
import { factsOf, insert, resolve, update } from './rows.ts'
import { nameOf } from './who.ts'

/** Rows of one table that are taken at once: what the office keeps by hand is never so long. */
const MOST_ROWS = 5_000

export async function startImport(
  ctx: Context,
  table: TableKey,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<ImportId> {
  permit(mayKeepPassport(ctx.actor), 'passportRow.import')
  const read = await readTable(file.bytes)
  if (isRefusal(read) || !('header' in read)) throwAtFile(read)
  const content: ImportContent = accept(
    read.rows.length > MOST_ROWS
      ? refuse('too_many_rows', { most: MOST_ROWS }, 'file')
      : { header: read.header, rows: read.rows, setAside: read.setAside },
  )
  return transact(ctx, async (tx) => {
    const made: TableImport = {
      id: newId<'passportImport'>(),
      table,
      fileName: file.name.slice(0, 200),
      state: 'review',
      content,
      mapping: {
        columns: guessColumns(content.header, titlesOf(table)),
        day: null,
        source: null,
        sourceOn: null,
      },
      outcome: null,
      createdBy: nameOf(tx.actor),
      createdAt: tx.now,
    }
    await store.insertImport(tx, made)
    audit(
      tx,
      'passportRow.upload',
      { type: 'passportImport', id: made.id },
      { after: { table, file: made.fileName, rows: content.rows.length + content.setAside.length } },
    )
    return made.id
  })
}

function throwAtFile(read: Refusal | readonly Refusal[]): never {
  accept([read].flat().map((r) => ({ ...r, field: 'file' })))
  throw new Error('a table that is neither read nor refused')
}

/** Titles by which a column is known: ours in both languages, and the name of the field. */
function titlesOf(table: TableKey): Readonly<Record<string, readonly string[]>> {
  const keys = [...definitionOf(table).fields.map((f) => f.key), ...ROW_COLUMNS]
  return Object.fromEntries(
    keys.map((key) => [key, [texts.uk.field(table, key).label, texts.en.field(table, key).label, key]]),
  )
}

export function mapImport(ctx: Context, id: ImportId, mapping: ImportMapping): Promise<void> {
  return transact(ctx, async (tx) => {
    const made = await reviewed(tx, id)
    accept(checkColumns(made.table, mapping, made.content.header.length))
    await store.saveMapping(tx.db, id, mapping)
    audit(tx, 'passportRow.map', { type: 'passportImport', id }, { before: made.mapping, after: mapping })
  })
}

/** What would happen now, and nothing written. Null: the columns are not chosen yet. */
export function tryImport(ctx: Context, id: ImportId): Promise<ImportOutcome | null> {
  return transact(
    ctx,
    async (tx) => {
      permit(mayKeepPassport(tx.actor), 'passportRow.import')
      const made = found(await store.importById(tx.db, id), 'import')
      if (checkColumns(made.table, made.mapping, made.content.header.length).length > 0) return null
      return writeRows(tx, made)
    },
    { dryRun: true },
  )
}

/** Writes what can be written now; the rest is kept with its reasons. */
export function confirmImport(ctx: Context, id: ImportId): Promise<ImportOutcome> {
  return transact(ctx, async (tx) => {
    const made = await reviewed(tx, id)
    accept(checkColumns(made.table, made.mapping, made.content.header.length))
    const outcome = await writeRows(tx, made)
    await store.finishImport(tx.db, id, outcome)
    audit(
      tx,
      'passportRow.import',
      { type: 'passportImport', id },
      { after: { ...outcome, setAside: outcome.setAside.length } },
    )
    return outcome
  })
}

export function discardImport(ctx: Context, id: ImportId): Promise<void> {
  return transact(ctx, async (tx) => {
    await reviewed(tx, id)
    await store.discardImport(tx.db, id)
    audit(tx, 'passportRow.discard', { type: 'passportImport', id })
  })
}

async function reviewed(tx: Tx, id: ImportId): Promise<TableImport> {
  permit(mayKeepPassport(tx.actor), 'passportRow.import')
  const made = found(await store.lockImport(tx.db, id), 'import')
  accept(made.state === 'review' ? true : refuse('import_over'))
  return made
}

async function writeRows(tx: Tx, made: TableImport): Promise<ImportOutcome> {
  const { table, content, mapping } = made
  const schema = rowForm(table)
  const known = new Map((await keptRows(tx.db, table)).map((row) => [keyOf(table, row), row]))
  const seen = new Map<string, number>()
  const setAside: SetAsideRow[] = [...content.setAside]
  let [added, changed, unchanged] = [0, 0, 0]
  for (const row of content.rows) {
    const aside = (refusals: readonly Refusal[]) => void setAside.push({ ...row, refusals })
    const parsed = schema.safeParse(typed(table, row.cells, mapping))
    if (!parsed.success) {
      aside(parsed.error.issues.map((i) => refuse(codeOf(i.message), {}, i.path.join('.'))))
      continue
    }
    const { lockVersion: _, ...input } = parsed.data
    const { row: settled, refusals } = await resolve(tx.db, table, input)
    const wrong = [...refusals, ...wrongWith(table, input, tx.today)]
    const key = keyOf(table, settled)
    const twice = seen.get(key)
    if (twice !== undefined) wrong.push(refuse('row_twice', { row: twice }))
    if (wrong.length > 0) {
      aside(wrong)
      continue
    }
    seen.set(key, row.number)
    const before = known.get(key)
    if (before === undefined) {
      await insert(tx, table, settled)
      added++
    } else if (sameFacts(before, settled)) unchanged++
    else {
      await update(tx, before, settled)
      changed++
    }
  }
  setAside.sort((a, b) => a.number - b.number)
  return { added, changed, unchanged, setAside }
}

function sameFacts(before: TableRow, row: RowInput): boolean {
  const sorted = (facts: Readonly<Record<string, unknown>>) =>
    JSON.stringify(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)))
  return sorted(factsOf(before)) === sorted(factsOf(row))
}

/** Our schemas say a code; anything else is only "not valid" here. */
function codeOf(message: string): string {
  return /^[a-z_]+$/.test(message) ? message : 'invalid'
}

function typed(
  table: TableKey,
  cells: readonly string[],
  mapping: ImportMapping,
): Readonly<Record<string, string>> {
  const cell = (key: string) => {
    const at = mapping.columns[key] ?? null
    return at === null ? '' : (cells[at] ?? '').trim()
  }
  const { fields, time } = definitionOf(table)
  return {
    ...Object.fromEntries(fields.map((field) => [field.key, choiceOf(field, cell(field.key))])),
    day: cell('day') || (mapping.day ?? ''),
    ...(time === 'term' ? { until: cell('until') } : {}),
    source: cell('source') || (mapping.source ?? ''),
    sourceOn: cell('sourceOn') || (mapping.sourceOn ?? ''),
  }
}

/** An answer may be written as the page shows it, in either language. */
function choiceOf(field: FieldDefinition, text: string): string {
  if (field.kind !== 'choice' || text === '') return text
  const wanted = likeness(text)
  return (
    CHOICES[field.set].find((value) =>
      [value, texts.uk.choice(field.set, value), texts.en.choice(field.set, value)].some(
        (said) => likeness(said) === wanted,
      ),
    ) ?? text
  )
}
