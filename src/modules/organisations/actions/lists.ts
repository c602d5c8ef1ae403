/** The lists that the office keeps: districts, directions of work, confessions. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept, Refused, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { mayKeep } from '../policy.ts'
import { readOutline } from '../rules/outline.ts'
import * as store from '../store/lists.ts'
import type { DistrictId, Outline } from '../types.ts'

export function addEntry(
  ctx: Context,
  list: store.ListName,
  entry: { readonly name: string; readonly nameEn: string | null },
): Promise<string> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.list')
    await free(tx, list, entry.name, null)
    const id = await store.insertEntry(tx.db, list, entry)
    audit(tx, 'organisation.list', { type: list, id }, { after: entry })
    return id
  })
}

export function changeEntry(
  ctx: Context,
  list: store.ListName,
  id: string,
  entry: Parameters<typeof store.updateEntry>[3],
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.list')
    const before = found(await store.entryById(tx.db, list, id), 'entry')
    await free(tx, list, entry.name, id)
    await store.updateEntry(tx.db, list, id, entry)
    const { name, nameEn, position, active } = before
    audit(
      tx,
      'organisation.list',
      { type: list, id },
      { before: { name, nameEn, position, active }, after: entry },
    )
  })
}

async function free(tx: Tx, list: store.ListName, name: string, self: string | null): Promise<void> {
  const other = await store.entryOfName(tx.db, list, name)
  if (other !== null && other.id !== self) throw new Refused([refuse('entry_taken', undefined, 'name')])
}

/** @param bytes of a GeoJSON file; null takes the outline away */
export function setOutline(ctx: Context, id: DistrictId, bytes: Uint8Array | null): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.list')
    found(await store.entryById(tx.db, 'districts', id), 'district')
    const outline: Outline | null = bytes === null ? null : accept(readOutline(parsed(bytes)))
    await store.saveOutline(tx.db, id, outline)
    audit(tx, 'organisation.outline', { type: 'districts', id }, { after: { outline: outline !== null } })
  })
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}
