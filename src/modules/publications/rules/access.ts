/** Sums of the counter of equal access. */
import type { AccessLine } from '../types.ts'

export type AccessSums = Pick<
  AccessLine,
  'published' | 'edits' | 'returned' | 'upheld' | 'overturned' | 'withdrawn'
>

const NONE: AccessSums = { published: 0, edits: 0, returned: 0, upheld: 0, overturned: 0, withdrawn: 0 }

export function sumsOf(lines: readonly AccessSums[]): AccessSums {
  return lines.reduce<AccessSums>(
    (sum, l) => ({
      published: sum.published + l.published,
      edits: sum.edits + l.edits,
      returned: sum.returned + l.returned,
      upheld: sum.upheld + l.upheld,
      overturned: sum.overturned + l.overturned,
      withdrawn: sum.withdrawn + l.withdrawn,
    }),
    NONE,
  )
}
