/** A picture that was sent, drawn anew, and kept with the news it belongs to. */
import { accept } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/context.ts'
import { storeFile } from '../../../platform/files.ts'
import { makePicture, PICTURE_TYPE, type Picture } from '../../../platform/pictures/index.ts'
import { newId } from '../../../platform/random.ts'
import { insertPicture } from '../store/pictures.ts'
import type { PictureId, PictureSize, PublicationId } from '../types.ts'

export type MadePicture = Picture

/** @throws Refused beside the field of the file */
export async function drawPicture(bytes: Uint8Array): Promise<MadePicture> {
  const made = await makePicture(bytes)
  return accept('refused' in made ? { ...made, field: 'picture' } : made)
}

export async function keepPicture(
  tx: Tx,
  publicationId: PublicationId,
  picture: MadePicture,
): Promise<PictureId> {
  const id = newId<'publicationPicture'>()
  const sizes: PictureSize[] = []
  for (const { width, height, bytes } of picture.sizes) {
    // Not public by itself: whoever may see the text may see its pictures.
    const file = await storeFile(tx, {
      name: `${id}-${width}.webp`,
      mediaType: PICTURE_TYPE,
      bytes,
      access: 'office',
    })
    sizes.push({ width, height, file: file.id })
  }
  await insertPicture(tx, { id, publicationId, width: picture.width, height: picture.height, sizes })
  return id
}
