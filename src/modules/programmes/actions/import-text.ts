/** A text comes in: it is read, kept as it is, and proposed for review. */
import { permit } from '../../../kernel/errors.ts'
import { accept, Refused, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { inspectFile, storeFile } from '../../../platform/files.ts'
import { newId } from '../../../platform/random.ts'
import type { FileId } from '../../../platform/tables.ts'
import { mayManage, maySeeDrafts } from '../policy.ts'
import type { Reading } from '../reading/types.ts'
import { proposeFromReading } from '../rules/propose.ts'
import { insertDraft, insertSource, isSourceFile } from '../store/drafts.ts'
import { NO_RESOLUTIONS } from '../types/draft.ts'
import type { DraftId } from '../types.ts'
import { nameOf } from './who.ts'

export type SourceInput =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'pasted'; readonly text: string }

/** A text that was read, ready to be kept. */
export type ReadSource = Awaited<ReturnType<typeof readSource>>

/**
 * Reads a text without touching the database: reading may take a moment, and no transaction waits for it.
 * @throws Refused for a file that is empty, of another kind, or not readable
 */
export async function readSource(input: SourceInput) {
  const file = input.kind === 'file' ? { name: input.name, bytes: input.bytes } : null
  const mediaType = file ? accept(inspectFile(file.name, file.bytes)).mediaType : 'text/plain'
  const bytes = input.kind === 'file' ? input.bytes : new TextEncoder().encode(input.text)
  const reading = await read(file?.name ?? '', bytes)
  return { file, mediaType, source: reading.source, ...proposeFromReading(reading) }
}

/** Reads a text and makes a draft of it. A text in which there is no programme makes a draft too: it says so. */
export async function importText(ctx: Context, input: SourceInput): Promise<DraftId> {
  permit(mayManage(ctx.actor), 'draft.import')
  const read = await readSource(input)
  return transact(ctx, (tx) => importTextIn(tx, read))
}

export async function importTextIn(
  tx: Tx,
  { file, mediaType, source, proposed, kept }: ReadSource,
): Promise<DraftId> {
  permit(mayManage(tx.actor), 'draft.import')
  const stored = file ? await storeFile(tx, { ...file, mediaType, access: 'office' }) : null
  const sourceId = newId<'sourceText'>()
  const by = nameOf(tx.actor)
  await insertSource(tx, {
    id: sourceId,
    name: stored?.name ?? '',
    format: source.kind,
    encoding: source.encoding,
    text: source.text,
    fileId: stored?.id ?? null,
    createdBy: by,
  })
  const id = newId<'programmeDraft'>()
  await insertDraft(tx, {
    id,
    sourceId,
    kind: 'new',
    reading: kept,
    proposed,
    resolutions: NO_RESOLUTIONS,
    programmeId: null,
    previousId: null,
    editedBy: by,
  })
  audit(
    tx,
    'draft.import',
    { type: 'programmeDraft', id },
    { after: { file: stored?.name ?? null, title: proposed.title, measures: proposed.measures.length } },
  )
  return id
}

/** The file of a text goes to whoever may see drafts. */
export async function mayTakeSource(ctx: Context, id: FileId): Promise<boolean> {
  return maySeeDrafts(ctx.actor) && (await isSourceFile(ctx.db, id))
}

/**
 * A file that cannot be read is the sender's to mend: told beside the field, with what would be right.
 * The reader is large and used a few times a year: it is loaded with the first text.
 */
async function read(name: string, bytes: Uint8Array): Promise<Reading> {
  const { parseProgramme, UnreadableFile } = await import('../reading/index.ts')
  try {
    return parseProgramme({ name, bytes })
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new Refused([refuse(`unreadable_${error.reason}`, error.values, 'file')])
    throw error
  }
}
