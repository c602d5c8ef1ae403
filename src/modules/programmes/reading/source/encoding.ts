/** Which encoding a text file is in. */
import { UnreadableFile } from './unreadable.ts'

const CANDIDATES = ['windows-1251', 'koi8-u', 'ibm866'] as const

/** Letters of a Ukrainian text by how often they occur; a wrong encoding gives letters of other cases and alphabets. */
const COMMON = 'оанівиетрслкдупмяьзвйбгчхцшю'

function plausibility(text: string): number {
  let score = 0
  let before = ''
  for (const c of text) {
    const small = c.toLowerCase()
    if (/[а-яіїєґ]/.test(small)) {
      score += COMMON.indexOf(small) >= 0 && COMMON.indexOf(small) < 12 ? 2 : 1
      if (c !== small && before !== '' && before === before.toLowerCase() && /[а-яіїєґ]/.test(before))
        score -= 3
    } else if (/[ёъыэЁЪЫЭ]/.test(c)) score -= 2
    else if (c.charCodeAt(0) > 127 && !/[«»“”„’–—№…·•€\u00a0§°]/.test(c)) score -= 3
    before = c
  }
  return score
}

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = Math.min(bytes.length & ~1, 4000)
  if (sample < 8) return null
  // In Ukrainian text of UTF-16 every second byte is 0x04 (Cyrillic) or 0x00 (spaces, digits).
  let even = 0
  let odd = 0
  for (let i = 0; i < sample; i += 2) {
    if (bytes[i]! === 0x04 || bytes[i]! === 0) even++
    if (bytes[i + 1]! === 0x04 || bytes[i + 1]! === 0) odd++
  }
  const half = sample / 2
  if (odd > half * 0.9 && even < half * 0.3) return 'utf-16le'
  if (even > half * 0.9 && odd < half * 0.3) return 'utf-16be'
  return null
}

function isBinary(bytes: Uint8Array): boolean {
  let odd = 0
  const sample = bytes.subarray(0, 8000)
  for (const b of sample)
    if (b === 0 || (b < 32 && b !== 9 && b !== 10 && b !== 12 && b !== 13 && b !== 27)) odd++
  return odd > Math.max(2, sample.length * 0.01)
}

/** @throws UnreadableFile when the bytes are no text. */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  if (bytes.length === 0) throw new UnreadableFile('empty')
  const wide = utf16(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide }
  if (isBinary(bytes)) throw new UnreadableFile('not_text')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    // Not UTF-8 as a whole. A few broken bytes in a text that is UTF-8 otherwise are damage, not another encoding.
    const loose = new TextDecoder('utf-8').decode(bytes)
    const broken = loose.split('\ufffd').length - 1
    if (broken <= Math.max(3, loose.length / 100) && /[а-яіїє]{3}/i.test(loose))
      return { text: loose, encoding: 'utf-8' }
  }
  const sample = bytes.subarray(0, 20_000)
  const best = CANDIDATES.map((encoding) => ({
    encoding,
    score: plausibility(new TextDecoder(encoding).decode(sample)),
  })).reduce((a, b) => (b.score > a.score ? b : a))
  return { text: new TextDecoder(best.encoding).decode(bytes), encoding: best.encoding }
}
