/** The register of monuments. */
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, isRefusal, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { storeFile } from '../../../platform/files.ts'
import { newId } from '../../../platform/random.ts'
import { smallerPicture } from '../../events/index.ts'
import { mayKeepMemorials } from '../policy.ts'
import { wrongMonument } from '../rules/monument.ts'
import * as store from '../store/monuments.ts'
import type { MonumentId, MonumentInput, MonumentPicture } from '../types.ts'

/** What came with the form; the old picture stays where none came and it is not taken away. */
export type PictureInput = {
  readonly bytes: Uint8Array | null
  readonly alt: string | null
  readonly author: string | null
  readonly remove: boolean
}
export const NO_PICTURE: PictureInput = { bytes: null, alt: null, author: null, remove: false }

const subject = (id: MonumentId) => ({ type: 'monument', id })

const factsOf = ({ inspectedOn, ...rest }: MonumentInput) => ({
  ...rest,
  inspectedOn: inspectedOn?.toString() ?? null,
})

export function addMonument(ctx: Context, input: MonumentInput, picture = NO_PICTURE): Promise<MonumentId> {
  return transact(ctx, async (tx) => {
    permit(mayKeepMemorials(tx.actor), 'monument.add')
    accept([...wrongMonument(input, tx.today), ...wrongPicture(picture, null)])
    const id = newId<'monument'>()
    await store.insertMonument(tx.db, id, input, await kept(tx, input.name, picture, null), tx.now)
    audit(tx, 'monument.add', subject(id), { after: factsOf(input) })
    return id
  })
}

/** @throws Conflict when somebody changed it since `seen` */
export function changeMonument(
  ctx: Context,
  id: MonumentId,
  seen: number,
  input: MonumentInput,
  picture = NO_PICTURE,
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeepMemorials(tx.actor), 'monument.edit')
    const before = found(await store.lockMonument(tx.db, id), 'monument')
    if (before.version !== seen) throw new Conflict('monument')
    accept([...wrongMonument(input, tx.today), ...wrongPicture(picture, before.picture)])
    await store.updateMonument(
      tx.db,
      before,
      input,
      await kept(tx, input.name, picture, before.picture),
      tx.now,
    )
    audit(tx, 'monument.edit', subject(id), {
      before: { state: before.state, stateNote: before.stateNote },
      after: factsOf(input),
    })
  })
}

/** A picture is told in words to those who do not see it. */
function wrongPicture(picture: PictureInput, before: MonumentPicture | null) {
  const stays = before !== null && !picture.remove
  return picture.alt === null && (picture.bytes !== null || stays) ? [refuse('alt_needed', {}, 'alt')] : []
}

async function kept(
  tx: Tx,
  name: string,
  picture: PictureInput,
  before: MonumentPicture | null,
): Promise<MonumentPicture | null> {
  if (picture.bytes !== null) {
    const made = await smallerPicture(picture.bytes)
    if (isRefusal(made)) return accept({ ...made, field: 'picture' })
    const file = await storeFile(tx, {
      name: `${name}${made.ending}`,
      mediaType: made.mediaType,
      bytes: made.bytes,
      access: 'public',
    })
    return {
      fileId: file.id,
      alt: picture.alt ?? '',
      author: picture.author,
      width: made.width,
      height: made.height,
    }
  }
  if (before === null || picture.remove) return null
  return { ...before, alt: picture.alt ?? before.alt, author: picture.author }
}
