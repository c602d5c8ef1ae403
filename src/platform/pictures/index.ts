/**
 * Pictures that people send: drawn anew in several sizes, so that nothing of the sent file is ever given out; what it
 * said of place, time and device (EXIF) is gone. Done in a process of its own, with limits: a file of some bytes can
 * unfold to gigabytes.
 */
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { sideProcess } from '../side-process.ts'

/** Widths in which a picture is kept; never larger than it came. */
export const PICTURE_WIDTHS = [480, 960, 1600] as const
export const PICTURE_TYPE = 'image/webp'
/** Bytes of the sent file. */
export const PICTURE_MAX_BYTES = 15 * 1024 * 1024
/** Width × height; a telephone of 50 megapixels fits. */
export const PICTURE_MAX_PIXELS = 60_000_000
/** Of one side, and how much longer one side may be than the other. */
export const PICTURE_MAX_SIDE = 16_384
export const PICTURE_MAX_RATIO = 12
/** Of the shorter side: less is no picture but a dot. */
export const PICTURE_MIN_SIDE = 16

export type PictureSize = { readonly width: number; readonly height: number; readonly bytes: Uint8Array }
export type Picture = {
  readonly width: number
  readonly height: number
  readonly sizes: readonly PictureSize[]
}

export type PictureCode =
  | 'picture_kind'
  | 'picture_broken'
  | 'picture_too_large'
  | 'picture_too_small'
  | 'picture_shape'

export type PictureRequest = { readonly bytes: Uint8Array }
export type PictureAnswer = { readonly picture: Picture } | { readonly refused: PictureCode }

const work = sideProcess<PictureRequest, PictureAnswer>({
  module: new URL('picture-process.ts', import.meta.url),
  name: 'pictures',
  timeLimit: 20_000,
  idle: 20_000,
  waitingLimit: 20,
})

/** JPEG, PNG or WebP by their first bytes, never by what the sender says. */
export function pictureKind(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | null {
  const starts = (...codes: number[]) => codes.every((code, i) => bytes[i] === code)
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  const word = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  return word(0) === 'RIFF' && word(8) === 'WEBP' ? 'webp' : null
}

/**
 * @returns the picture in its sizes as WebP, or why it is not taken
 * @throws Unavailable when too many wait or one takes longer than its time
 */
export async function makePicture(bytes: Uint8Array): Promise<Picture | Refusal<PictureCode>> {
  if (bytes.length > PICTURE_MAX_BYTES)
    return refuse('picture_too_large', { megabytes: PICTURE_MAX_BYTES / 1024 / 1024 })
  if (pictureKind(bytes) === null) return refuse('picture_kind')
  const answer = await work({ bytes: new Uint8Array(bytes) })
  return 'picture' in answer ? answer.picture : refuse(answer.refused)
}
