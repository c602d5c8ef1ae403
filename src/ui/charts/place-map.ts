/** Places of a city, drawn on the server: outlines of its districts and numbered points; no tiles of others. */
import { attributes, type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Content } from '../content.ts'
import { table } from '../table.ts'
import { words } from '../words.ts'

/** Longitude first, as in GeoJSON. */
export type MapRing = readonly (readonly number[])[]

export type MapPoint = {
  label: string
  latitude: number
  longitude: number
  href?: string
  /** In the table beside the name. */
  note?: Content
  tone?: 'late' | 'due'
}

export type PlaceMapOptions = {
  locale: Locale
  caption: string
  outlines: readonly { label: string; rings: readonly MapRing[] }[]
  points: readonly MapPoint[]
  /** Heads of the table's two columns. */
  head: readonly [string, string]
}

const WIDTH = 640
const MARGIN = 24
const LEAST_SPAN = 0.004

/** Points are numbered in the picture as in the table under it. */
export function placeMap(options: PlaceMapOptions): Html {
  const { locale, caption, outlines, points } = options
  const project = projection([
    ...outlines.flatMap((o) => o.rings.flat()),
    ...points.map((p) => [p.longitude, p.latitude]),
  ])
  const told = points.map((p, i) => `${i + 1}. ${p.label}`).join('; ')
  const marks = Map.groupBy(
    points.map((p, i) => ({ n: i + 1, point: p })),
    ({ point: p }) => `${p.longitude} ${p.latitude}`,
  )
  return html`<figure class="chart place-map"><figcaption>${caption}</figcaption>${
    project &&
    html`<svg viewBox="0 0 ${WIDTH} ${project.height}" role="img" aria-label="${caption}. ${told}">${outlines.map(
      (o) =>
        html`<path class="district" d="${o.rings.map((ring) => path(ring, project.at)).join('')}"><title>${o.label}</title></path>`,
    )}${outlines.map((o) => name(o, project.at))}${[...marks.values()].map((here) => mark(here, project.at))}</svg>`
  }${table<{ n: number; point: MapPoint }>({
    locale,
    caption,
    captionHidden: true,
    rows: points.map((p, i) => ({ n: i + 1, point: p })),
    empty: words(locale).table.nothing,
    columns: [
      { label: '№', cell: (r) => r.n, numeric: true },
      {
        label: options.head[0],
        rowHeader: true,
        cell: (r) =>
          r.point.href === undefined ? r.point.label : html`<a href="${r.point.href}">${r.point.label}</a>`,
      },
      { label: options.head[1], cell: (r) => r.point.note },
    ],
  })}</figure>`
}

type Project = (longitude: number, latitude: number) => readonly [number, number]

/** Equirectangular at the middle parallel: over a city it is off by less than a line's width. */
function projection(
  all: readonly (readonly number[])[],
): { readonly at: Project; readonly height: number } | null {
  if (all.length === 0) return null
  const [west, east] = range(all.map((c) => c[0] ?? 0))
  const [south, north] = range(all.map((c) => c[1] ?? 0))
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const width = Math.max((east - west) * squeeze, LEAST_SPAN)
  const tall = Math.max(north - south, LEAST_SPAN / 2)
  // A city that stretches far to the north is not made a tower.
  const scale = Math.min((WIDTH - 2 * MARGIN) / width, (WIDTH - 2 * MARGIN) / tall)
  const [midX, midY] = [(west + east) / 2, (south + north) / 2]
  const height = Math.round(tall * scale + 2 * MARGIN)
  return {
    height,
    at: (longitude, latitude) => [
      round(WIDTH / 2 + (longitude - midX) * squeeze * scale),
      round(height / 2 - (latitude - midY) * scale),
    ],
  }
}

/** Not by `Math.min(...)`: an outline may have more corners than a call takes arguments. */
function range(values: readonly number[]): readonly [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], v) => [Math.min(low, v), Math.max(high, v)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}

const round = (n: number) => Math.round(n * 10) / 10

function path(ring: MapRing, at: Project): string {
  return `${ring.map((c, i) => `${i === 0 ? 'M' : 'L'}${at(c[0] ?? 0, c[1] ?? 0).join(' ')}`).join('')}Z`
}

/** At the top of its district, where fewest points lie. */
function name(outline: PlaceMapOptions['outlines'][number], at: Project): Html {
  const corners = outline.rings.flat().map((c) => at(c[0] ?? 0, c[1] ?? 0))
  const [left, right] = range(corners.map(([x]) => x))
  const [top] = range(corners.map(([, y]) => y))
  return html`${corners.length > 0 && html`<text class="district-name"${attributes({ x: round((left + right) / 2), y: round(top + 18) })}>${outline.label}</text>`}`
}

/** Points of one place are one mark with all their numbers. */
function mark(here: readonly { readonly n: number; readonly point: MapPoint }[], at: Project): Html {
  const [first] = here
  if (first === undefined) return html``
  const [x, y] = at(first.point.longitude, first.point.latitude)
  const numbers = here.map(({ n }) => n).join(', ')
  const width = Math.max(22, numbers.length * 8 + 10)
  const tone = here.find(({ point }) => point.tone !== undefined)?.point.tone ?? ''
  return html`<g class="${`place ${tone}`.trim()}"><rect${attributes({ x: round(x - width / 2), y: round(y - 11), width, height: 22, rx: 11 })}/><text${attributes({ x, y: round(y + 4) })}>${numbers}</text></g>`
}
