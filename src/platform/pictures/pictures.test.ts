import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { wrongPictures } from '../../../test/battery/t11-pictures.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { makePicture, PICTURE_WIDTHS, type Picture } from './index.ts'

async function made(bytes: Uint8Array): Promise<Picture> {
  const result = await makePicture(bytes)
  if (isRefusal(result)) throw new Error(result.refused)
  return result
}

test('bombs, broken and disguised files are refused, pictures are taken', async () =>
  assert.deepEqual(await wrongPictures(), []))

test('a picture is kept in several sizes, never larger than it came', async () => {
  const of = async (width: number) =>
    (
      await made(
        await sharp({ create: { width, height: 600, channels: 3, background: 'red' } })
          .jpeg()
          .toBuffer(),
      )
    ).sizes.map((s) => s.width)
  assert.deepEqual(await of(2400), [...PICTURE_WIDTHS])
  assert.deepEqual(await of(700), [480, 700])
  assert.deepEqual(await of(300), [300])
})

test('what the file said of place and device is gone, and it stands upright', async () => {
  const sent = await sharp({ create: { width: 800, height: 400, channels: 3, background: 'blue' } })
    .withExif({
      IFD0: { Make: 'Telephone', Orientation: '6' },
      IFD3: { GPSLatitude: '51/1 2/1 5/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  assert.ok((await sharp(sent).metadata()).exif)
  const picture = await made(sent)
  assert.deepEqual([picture.width, picture.height], [400, 800])
  for (const size of picture.sizes) {
    const head = await sharp(size.bytes).metadata()
    assert.equal(head.format, 'webp')
    assert.equal(head.exif, undefined)
    assert.equal(head.xmp, undefined)
    assert.ok(!Buffer.from(size.bytes).includes('Telephone'))
  }
})
