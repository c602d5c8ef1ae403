/** Pictures of people's cameras, made fit for a page. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'

/** The longer side: as wide as a page on a good screen. */
const LONGEST = 1_600
const MOST_PIXELS = 60_000_000

export type Picture = {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly ending: string
  readonly width: number
  readonly height: number
}

/** A JPEG turned upright, without the camera's own notes. */
export async function smallerPicture(bytes: Uint8Array): Promise<Picture | Refusal<'not_a_picture'>> {
  // Loaded with the first picture: it is large, and most processes never see one.
  const { default: sharp } = await import('sharp')
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS })
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 80, mozjpeg: true })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, mediaType: 'image/jpeg', ending: '.jpg', width: info.width, height: info.height }
  } catch {
    return refuse('not_a_picture', {}, 'photo')
  }
}
