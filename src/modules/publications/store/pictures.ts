/** Pictures of news: their sizes and files. */
import type { Tx } from '../../../platform/context.ts'
import type { PictureId, PictureSize, PublicationId, StoredPicture } from '../types.ts'
import type { Reader } from './publications.ts'

export async function insertPicture(
  tx: Tx,
  picture: {
    readonly id: PictureId
    readonly publicationId: PublicationId
    readonly width: number
    readonly height: number
    readonly sizes: readonly PictureSize[]
  },
): Promise<void> {
  await tx.db
    .insertInto('publication_pictures')
    .values({
      id: picture.id,
      publication_id: picture.publicationId,
      width: picture.width,
      height: picture.height,
      sizes: JSON.stringify(picture.sizes),
      created_at: tx.now,
    })
    .execute()
  await tx.db
    .insertInto('publication_picture_files')
    .values(picture.sizes.map((size) => ({ file_id: size.file, picture_id: picture.id })))
    .execute()
}

const COLUMNS = ['id', 'publication_id as publicationId', 'width', 'height', 'sizes'] as const

export async function pictureById(db: Reader, id: PictureId): Promise<StoredPicture | null> {
  const row = await db
    .selectFrom('publication_pictures')
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function picturesByIds(
  db: Reader,
  ids: readonly PictureId[],
): Promise<ReadonlyMap<PictureId, StoredPicture>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('publication_pictures')
    .select(COLUMNS)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Of this publication, so that no text shows the picture of another. */
export async function pictureIdsOf(db: Reader, id: PublicationId): Promise<ReadonlySet<PictureId>> {
  const rows = await db
    .selectFrom('publication_pictures')
    .select('id')
    .where('publication_id', '=', id)
    .execute()
  return new Set(rows.map((row) => row.id))
}
