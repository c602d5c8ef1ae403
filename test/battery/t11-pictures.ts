/** T11, pictures: bombs, broken and disguised files. Each is refused or drawn anew, quickly, within the memory of its process. */
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { makePicture, PICTURE_MAX_BYTES, type PictureCode } from '../../src/platform/pictures/index.ts'

const text = (words: string) => new TextEncoder().encode(words)

function crc(bytes: Uint8Array): number {
  let c = 0xffffffff
  for (const byte of bytes) {
    c ^= byte
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  }
  return (c ^ 0xffffffff) >>> 0
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const out = Buffer.alloc(8 + body.length)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc(body), 4 + body.length)
  return out
}

/** A PNG of one colour that says it is so large; its few bytes unfold to all of it. */
export function pngOf(width: number, height: number, rows = height): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const line = Buffer.alloc(1 + Math.ceil(width / 8))
  const data = deflateSync(Buffer.concat(Array.from({ length: rows }, () => line)), { level: 9 })
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })

export type PictureCase = {
  readonly name: string
  readonly bytes: () => Promise<Uint8Array> | Uint8Array
  /** Null: it is taken. */
  readonly refused: PictureCode | null
}

export const PICTURE_CASES: readonly PictureCase[] = [
  { name: 'a JPEG', bytes: () => plain(2000, 1200).jpeg().toBuffer(), refused: null },
  {
    name: 'a PNG with transparency',
    bytes: () => plain(300, 200).ensureAlpha(0.5).png().toBuffer(),
    refused: null,
  },
  { name: 'a WebP', bytes: () => plain(300, 200).webp().toBuffer(), refused: null },
  {
    name: '50,000 by 50,000 in a few kilobytes',
    bytes: () => pngOf(50_000, 50_000, 400),
    refused: 'picture_too_large',
  },
  { name: 'one side of 100,000', bytes: () => pngOf(100_000, 20), refused: 'picture_too_large' },
  { name: '16,000 by 16,000, whole', bytes: () => pngOf(16_000, 16_000), refused: 'picture_too_large' },
  { name: 'a thread of 12,000 by 20', bytes: () => pngOf(12_000, 20), refused: 'picture_shape' },
  { name: 'a dot', bytes: () => pngOf(1, 1), refused: 'picture_too_small' },
  { name: 'rows that are not there', bytes: () => pngOf(2_000, 2_000, 10), refused: 'picture_broken' },
  {
    name: 'a JPEG that breaks off',
    bytes: async () => (await plain(900, 900).jpeg().toBuffer()).subarray(0, 900),
    refused: 'picture_broken',
  },
  {
    name: 'only the first bytes of a JPEG',
    bytes: () => new Uint8Array([0xff, 0xd8, 0xff]),
    refused: 'picture_broken',
  },
  { name: 'an SVG', bytes: () => text('<svg xmlns="http://www.w3.org/2000/svg"/>'), refused: 'picture_kind' },
  { name: 'a GIF', bytes: () => text('GIF89a'), refused: 'picture_kind' },
  { name: 'HTML', bytes: () => text('<script>alert(1)</script>'), refused: 'picture_kind' },
  { name: 'nothing', bytes: () => new Uint8Array(), refused: 'picture_kind' },
  {
    name: 'an SVG behind the first bytes of a PNG',
    bytes: () =>
      Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        text('<svg onload="x"/>'),
      ]),
    refused: 'picture_broken',
  },
  {
    name: 'more bytes than anybody sends',
    bytes: () => new Uint8Array(PICTURE_MAX_BYTES + 1),
    refused: 'picture_too_large',
  },
  {
    name: 'random bytes behind the first of a WebP',
    bytes: () =>
      Buffer.concat([text('RIFF'), Buffer.from([255, 255, 0, 0]), text('WEBPVP8 '), Buffer.alloc(500, 7)]),
    refused: 'picture_broken',
  },
]

/** @returns what went otherwise than it should */
export async function wrongPictures(): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const one of PICTURE_CASES) {
    const result = await makePicture(await one.bytes()).catch((error: unknown) => String(error))
    const got = typeof result === 'string' ? result : isRefusal(result) ? result.refused : null
    if (got !== one.refused) wrong.push(`${one.name}: ${got ?? 'taken'}, not ${one.refused ?? 'taken'}`)
  }
  return wrong
}
