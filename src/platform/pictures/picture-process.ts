/** Runs in a process of its own; takes one picture at a time from its parent. */
import sharp from 'sharp'
import {
  PICTURE_MAX_PIXELS,
  PICTURE_MAX_RATIO,
  PICTURE_MAX_SIDE,
  PICTURE_MIN_SIDE,
  PICTURE_WIDTHS,
  type PictureAnswer,
  type PictureRequest,
  type PictureSize,
} from './index.ts'

sharp.cache(false)
sharp.concurrency(1)

const READ = {
  limitInputPixels: PICTURE_MAX_PIXELS,
  // A picture that breaks off is not shown as if it were whole.
  failOn: 'error',
  pages: 1,
  sequentialRead: true,
} as const

async function make(bytes: Uint8Array): Promise<PictureAnswer> {
  // The header alone is read first: nothing is unfolded before its measures are known.
  const head = await sharp(bytes, { ...READ, limitInputPixels: false }).metadata()
  if (head.format !== 'jpeg' && head.format !== 'png' && head.format !== 'webp')
    return { refused: 'picture_kind' }
  const { width, height } = head
  if (width > PICTURE_MAX_SIDE || height > PICTURE_MAX_SIDE || width * height > PICTURE_MAX_PIXELS)
    return { refused: 'picture_too_large' }
  const [short, long] = width < height ? [width, height] : [height, width]
  if (short < PICTURE_MIN_SIDE) return { refused: 'picture_too_small' }
  if (long / short > PICTURE_MAX_RATIO) return { refused: 'picture_shape' }
  const upright = head.autoOrient
  const widths = [...new Set(PICTURE_WIDTHS.map((w) => Math.min(w, upright.width)))]
  const sizes: PictureSize[] = []
  for (const wanted of widths) {
    // Without `withMetadata` nothing of EXIF, XMP, IPTC or a colour profile goes along.
    const { data, info } = await sharp(bytes, READ)
      .autoOrient()
      .resize({ width: wanted, withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality: 80, effort: 4 })
      .toBuffer({ resolveWithObject: true })
    sizes.push({ width: info.width, height: info.height, bytes: new Uint8Array(data) })
  }
  return { picture: { width: upright.width, height: upright.height, sizes } }
}

process.on('message', ({ bytes }: PictureRequest) => {
  make(bytes).then(
    (answer) => process.send?.(answer),
    // Whatever the library says of it, to its sender it is a broken picture.
    () => process.send?.({ refused: 'picture_broken' } satisfies PictureAnswer),
  )
})
process.on('disconnect', () => process.exit())
