/** Outlines of districts made ready for a map. */
import type { Outline } from '../../organisations/index.ts'

type Point = readonly number[]
type Ring = readonly Point[]

export type MapShape = {
  readonly id: string
  readonly rings: readonly Ring[]
  /** Longitude and latitude at which its number stands: inside of an outline without deep bays. */
  readonly middle: readonly [number, number]
}

export function shapeOf(id: string, outline: Outline): MapShape | null {
  const parts = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates
  const outer = parts.flatMap((rings) => (rings[0] && rings[0].length > 2 ? [rings[0]] : []))
  const greatest = outer.reduce<Ring | null>(
    (best, ring) => (best === null || Math.abs(area(ring)) > Math.abs(area(best)) ? ring : best),
    null,
  )
  return greatest === null ? null : { id, rings: parts.flat(), middle: centre(greatest) }
}

const x = (p: Point | undefined) => p?.[0] ?? 0
const y = (p: Point | undefined) => p?.[1] ?? 0

function pairs(ring: Ring): readonly (readonly [Point, Point])[] {
  return ring.map((p, i) => [p, ring[(i + 1) % ring.length] ?? p])
}

/** Signed, by the shoelace formula; only compared with others. */
function area(ring: Ring): number {
  return pairs(ring).reduce((sum, [a, b]) => sum + (x(a) * y(b) - x(b) * y(a)), 0) / 2
}

function centre(ring: Ring): readonly [number, number] {
  // Counted from the first corner: far from zero, figures of a city are nearly equal and would lose their difference.
  const [x0, y0] = [x(ring[0]), y(ring[0])]
  const near = ring.map((p) => [x(p) - x0, y(p) - y0])
  const whole = area(near)
  if (whole === 0) {
    const mean = (of: (p: Point) => number) => ring.reduce((sum, p) => sum + of(p), 0) / ring.length
    return [mean(x), mean(y)]
  }
  const along = (of: (p: Point) => number) =>
    pairs(near).reduce((sum, [a, b]) => sum + (of(a) + of(b)) * (x(a) * y(b) - x(b) * y(a)), 0) / (6 * whole)
  return [x0 + along(x), y0 + along(y)]
}
