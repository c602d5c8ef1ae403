/** What hangs on an event: hosts, people, agenda, shares of the work, materials. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept, isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { inspectFile, setFileAccess, storeFile } from '../../../platform/files.ts'
import { type OrganisationId, organisationById } from '../../organisations/index.ts'
import { mayKeep } from '../policy.ts'
import { readAgenda } from '../rules/lines.ts'
import { isPublic } from '../rules/state.ts'
import { daysOf } from '../store/days.ts'
import { lockEvent, saveCurrentItem } from '../store/events.ts'
import * as store from '../store/parts.ts'
import * as shares from '../store/shares.ts'
import type { Material } from '../types/results.ts'
import type { CityEvent, EventHost, EventId, EventPerson, ItemId, ShareId, ShareState } from '../types.ts'

const subject = (id: EventId) => ({ type: 'event', id })

/** Every part is the keeper's, until the event is closed. */
export async function kept(tx: Tx, id: EventId, permission: string): Promise<CityEvent> {
  const event = found(await lockEvent(tx.db, id), 'event')
  permit(mayKeep(tx.actor, event.unitId), permission)
  if (event.state === 'closed' || event.state === 'cancelled')
    accept(refuse('wrong_state', { state: event.state }))
  return event
}

export function addHost(ctx: Context, id: EventId, host: EventHost): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'event.host')
    const line = found(await organisationById(tx.db, host.organisationId), 'organisation')
    await store.saveHost(tx.db, id, host)
    audit(tx, 'event.host', subject(id), { after: { organisation: line.name, role: host.role } })
  })
}

export function removeHost(ctx: Context, id: EventId, organisationId: OrganisationId): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'event.host')
    await store.deleteHost(tx.db, id, organisationId)
    audit(tx, 'event.host.remove', subject(id), { before: { organisation: organisationId } })
  })
}

export function setPeople(ctx: Context, id: EventId, people: readonly EventPerson[]): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'event.people')
    await store.replacePeople(tx.db, id, people)
    audit(tx, 'event.people', subject(id), {
      after: { people: people.map((p) => [p.name, p.position].filter(Boolean).join(', ')) },
    })
  })
}

/** Lines as they were typed; all that cannot be read is told at once. */
export function setAgenda(ctx: Context, id: EventId, text: string): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'event.agenda')
    const days = await daysOf(tx.db, [id])
    const items = accept<ReturnType<typeof readAgenda>>(
      readAgenda(
        text,
        days.map((d) => d.day),
      ),
    )
    const read = items.filter((item): item is Exclude<typeof item, Refusal> => !isRefusal(item))
    await store.replaceItems(tx.db, id, read)
    await saveCurrentItem(tx, id, null)
    audit(tx, 'event.agenda', subject(id), { after: { items: read.map((i) => i.title) } })
  })
}

export function addShare(ctx: Context, id: EventId, share: shares.NewShare): Promise<ShareId> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'event.share')
    if ((share.unitId === null) === (share.organisationId === null)) accept(refuse('who_needed', {}, 'unit'))
    const shareId = await shares.insertShare(tx, id, share)
    audit(tx, 'event.share', subject(id), {
      after: { task: share.task, due: share.due?.toString() ?? null },
    })
    return shareId
  })
}

/** By the keeper of the event, or by the department whose share it is. */
export function setShareState(
  ctx: Context,
  id: ShareId,
  state: ShareState,
  note: string | null,
): Promise<void> {
  return transact(ctx, async (tx) => {
    const share = found(await shares.lockShare(tx.db, id), 'share')
    const event = found(await lockEvent(tx.db, share.eventId), 'event')
    permit(mayKeep(tx.actor, event.unitId) || mayKeep(tx.actor, share.unitId), 'event.share')
    await shares.saveShareState(tx, id, state, note ?? share.note)
    audit(tx, `event.share.${state}`, subject(event.id), {
      after: { task: share.task, state },
      ...(note === null ? {} : { reason: note }),
    })
  })
}

export type MaterialInput = {
  readonly title: string
  readonly link: string | null
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null
  readonly public: boolean
}

export function addMaterial(ctx: Context, id: EventId, material: MaterialInput): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = await kept(tx, id, 'event.material')
    const { file, link } = material
    if ((file === null) === (link === null)) accept(refuse('link_or_file', {}, 'link'))
    const fileId =
      file === null
        ? null
        : (
            await storeFile(tx, {
              ...file,
              mediaType: accept(inspectFile(file.name, file.bytes)).mediaType,
              access: material.public && isPublic(event.state) ? 'public' : 'office',
            })
          ).id
    await store.insertMaterial(tx, id, { title: material.title, link, fileId, public: material.public })
    audit(tx, 'event.material', subject(id), { after: { title: material.title, public: material.public } })
  })
}

export function removeMaterial(ctx: Context, id: EventId, materialId: Material['id']): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'event.material')
    const fileId = await store.deleteMaterial(tx.db, id, materialId)
    if (fileId) await setFileAccess(tx, [fileId], 'office')
    audit(tx, 'event.material.remove', subject(id))
  })
}

/** Files of public materials are opened with the event. */
export async function openMaterials(tx: Tx, id: EventId): Promise<void> {
  const materials = await store.materialsOf(tx.db, id, true)
  await setFileAccess(
    tx,
    materials.flatMap((m) => m.fileId ?? []),
    'public',
  )
}

/** What the hall's screen shows. */
export function showItem(ctx: Context, id: EventId, item: ItemId | null): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'event.hall')
    const items = await store.itemsOf(tx.db, id)
    if (item !== null) found(items.find((one) => one.id === item) ?? null, 'item')
    await saveCurrentItem(tx, id, item)
    audit(tx, 'event.hall', subject(id), {
      after: { item: items.find((one) => one.id === item)?.title ?? null },
    })
  })
}
