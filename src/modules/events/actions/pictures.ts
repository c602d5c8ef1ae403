/** Pictures of people's cameras, made fit for a page: upright, smaller, without the camera's own notes. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { makePicture, PICTURE_TYPE, type PictureCode } from '../../../platform/pictures/index.ts'

export type PagePicture = {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly ending: string
  readonly width: number
  readonly height: number
}

/** In the largest of the sizes that the house keeps. @param field of the form, for what is refused */
export async function smallerPicture(
  bytes: Uint8Array,
  field = 'photo',
): Promise<PagePicture | Refusal<PictureCode>> {
  const made = await makePicture(bytes)
  if ('refused' in made) return { ...made, field }
  const largest = made.sizes.at(-1)
  if (largest === undefined) return refuse('picture_broken', {}, field)
  return { ...largest, mediaType: PICTURE_TYPE, ending: '.webp' }
}
