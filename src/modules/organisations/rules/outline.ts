/** The outline of a district from a GeoJSON file (RFC 7946). */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { District, Outline, Ring } from '../types.ts'

const MOST_POINTS = 5_000

export type OutlineCode = 'outline_wrong' | 'outline_large'

/** @param value a geometry, a feature, or a collection of one feature; points beyond longitude and latitude are dropped */
export function readOutline(value: unknown): Outline | Refusal<OutlineCode> {
  const geometry = geometryOf(value)
  const wrong = refuse('outline_wrong', undefined, 'file')
  if (geometry === null) return wrong
  const { type, coordinates } = geometry
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null
  if (!Array.isArray(polygons) || polygons.length === 0) return wrong
  let points = 0
  const read: Ring[][] = []
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return wrong
    const rings: Ring[] = []
    for (const ring of polygon) {
      const cleaned = ringOf(ring)
      if (cleaned === null) return wrong
      points += cleaned.length
      rings.push(cleaned)
    }
    read.push(rings)
  }
  if (points > MOST_POINTS) return refuse('outline_large', undefined, 'file')
  return read.length === 1
    ? { type: 'Polygon', coordinates: read[0]! }
    : { type: 'MultiPolygon', coordinates: read }
}

type Geometry = { readonly type: unknown; readonly coordinates: unknown }

function geometryOf(value: unknown): Geometry | null {
  if (typeof value !== 'object' || value === null) return null
  const { type } = value as { type?: unknown }
  if (type === 'FeatureCollection') {
    const { features } = value as { features?: unknown }
    return Array.isArray(features) && features.length === 1 ? geometryOf(features[0]) : null
  }
  if (type === 'Feature') return geometryOf((value as { geometry?: unknown }).geometry)
  return 'coordinates' in value ? (value as Geometry) : null
}

/** Six digits after the point are a tenth of a metre. */
function ringOf(ring: unknown): Ring | null {
  if (!Array.isArray(ring) || ring.length < 4) return null
  const points: (readonly number[])[] = []
  for (const point of ring) {
    if (!Array.isArray(point)) return null
    const [longitude, latitude] = point as unknown[]
    if (typeof longitude !== 'number' || typeof latitude !== 'number') return null
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return null
    points.push([round(longitude), round(latitude)])
  }
  const [first, last] = [points[0]!, points.at(-1)!]
  return first[0] === last[0] && first[1] === last[1] ? points : null
}

function round(n: number): number {
  return Math.round(n * 1e6) / 1e6
}

/** The district in whose outline a point lies; null outside of all. A hole of an outline is outside. */
export function districtAt(
  districts: readonly Pick<District, 'id' | 'active' | 'outline'>[],
  latitude: number,
  longitude: number,
): District['id'] | null {
  const inside = (ring: Ring) => crossings(ring, latitude, longitude) % 2 === 1
  const holds = (rings: readonly Ring[]) => rings.filter(inside).length % 2 === 1
  const found = districts.find(
    ({ active, outline }) =>
      active &&
      outline !== null &&
      (outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates).some(holds),
  )
  return found?.id ?? null
}

/** How often a line from the point to the east crosses the ring. */
function crossings(ring: Ring, latitude: number, longitude: number): number {
  return ring.slice(1).filter(([x2 = 0, y2 = 0], i) => {
    const [x1 = 0, y1 = 0] = ring[i]!
    if (y1 > latitude === y2 > latitude) return false
    return longitude < x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1)
  }).length
}
