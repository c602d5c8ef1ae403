/** A text comes in: it is read, kept as it is, and proposed for review. */
import { permit } from '../../../kernel/errors.ts'
import { accept, Refused, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { inspectFile, storeFile } from '../../../platform/files.ts'
import { newId } from '../../../platform/random.ts'
import { mayManage } from '../policy.ts'
import { parseProgramme, type Reading, UnreadableFile } from '../reading/index.ts'
import { proposeFromReading } from '../rules/propose.ts'
import { insertDraft, insertSource } from '../store/drafts.ts'
import { NO_RESOLUTIONS } from '../types/draft.ts'
import type { DraftId } from '../types.ts'
import { nameOf } from './who.ts'

export type SourceInput =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'pasted'; readonly text: string }

/**
 * Reads a text and makes a draft of it. A text in which there is no programme makes a draft too: it says so.
 * @throws Refused for a file that is empty or of another kind
 */
export async function importText(ctx: Context, input: SourceInput): Promise<DraftId> {
  permit(mayManage(ctx.actor), 'draft.import')
  const name = input.kind === 'file' ? input.name : ''
  const bytes = input.kind === 'file' ? input.bytes : new TextEncoder().encode(input.text)
  const mediaType =
    input.kind === 'file' ? accept(inspectFile(input.name, input.bytes)).mediaType : 'text/plain'
  // Reading is pure and may take a moment: no transaction waits for it.
  const reading = read(name, bytes)
  const { proposed, kept } = proposeFromReading(reading)
  return transact(ctx, async (tx) => {
    const file =
      input.kind === 'file'
        ? await storeFile(tx, { name: input.name, mediaType, bytes: input.bytes, access: 'office' })
        : null
    const sourceId = newId<'sourceText'>()
    const by = nameOf(tx.actor)
    await insertSource(tx, {
      id: sourceId,
      name: file?.name ?? '',
      format: reading.source.kind,
      encoding: reading.source.encoding,
      text: reading.source.text,
      fileId: file?.id ?? null,
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
      { after: { file: file?.name ?? null, title: proposed.title, measures: proposed.measures.length } },
    )
    return id
  })
}

/** A file that cannot be read is the sender's to mend: told beside the field, with what would be right. */
function read(name: string, bytes: Uint8Array): Reading {
  try {
    return parseProgramme({ name, bytes })
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new Refused([refuse(`unreadable_${error.reason}`, error.values, 'file')])
    throw error
  }
}
