/** Sections that are counted from the registry of organisations. */
import { type Html, html } from '../../../kernel/html.ts'
import { figure, type Locale } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { kindName, kindNamePlural } from '../../organisations/index.ts'
import type { MapShape } from '../rules/shapes.ts'
import { crossName, texts } from '../texts/index.ts'
import type { CountOf, CrossTable, FrozenOrganisation, FrozenRegistry, SectionKey } from '../types.ts'
import { isoDay } from './parts.ts'

const OPEN_LIST = 15

export function registryPart(
  locale: Locale,
  key: SectionKey,
  registry: FrozenRegistry,
  shapes: readonly MapShape[],
): Html {
  const t = texts[locale]
  return html`${registry.kinds.length > 1 && kindTable(locale, registry)}${
    registry.confessions.length > 0 &&
    countTable(locale, t.charts.confessions, t.columns.confession, registry.confessions)
  }${
    registry.directions.length > 0 &&
    countTable(locale, t.charts.directions, t.columns.direction, registry.directions)
  }${registry.districts.length > 0 && districtMap(locale, registry, shapes)}${registry.crosses.map((c) =>
    crossTable(locale, c),
  )}${organisationList(locale, key, registry)}`
}

function kindTable(locale: Locale, registry: FrozenRegistry): Html {
  const t = texts[locale]
  return ui.table({
    locale,
    caption: t.charts.kinds,
    narrow: 'keep',
    rows: registry.kinds,
    columns: [
      { label: t.columns.kind, cell: (k) => kindNamePlural(locale, k.kind) },
      { label: t.columns.count, cell: (k) => figure(locale, k.count), numeric: true },
    ],
  })
}

function countTable(locale: Locale, caption: string, head: string, counts: readonly CountOf[]): Html {
  const t = texts[locale]
  return ui.table<CountOf>({
    locale,
    caption,
    narrow: 'keep',
    rows: counts,
    columns: [
      { label: head, cell: (c) => c.name[locale] },
      { label: t.columns.count, cell: (c) => figure(locale, c.count), numeric: true },
    ],
  })
}

/** With outlines where they are known of every district; else a tile for each. */
function districtMap(locale: Locale, registry: FrozenRegistry, shapes: readonly MapShape[]): Html {
  const t = texts[locale]
  const known = registry.districts.filter((d) => d.id !== null)
  const shapeOf = (id: string | null) => shapes.find((s) => s.id === id)
  const drawn = known.length > 0 && known.every((d) => shapeOf(d.id) !== undefined)
  if (!drawn)
    return html`${ui.tileMap({
      locale,
      caption: t.charts.districts,
      tiles: registry.districts.map((d) => ({ label: d.name[locale], value: d.count })),
    })}${ui.table({
      locale,
      caption: t.charts.districts,
      captionHidden: true,
      rows: registry.districts,
      columns: [
        { label: t.columns.district, cell: (d) => d.name[locale] },
        { label: t.columns.count, cell: (d) => figure(locale, d.count), numeric: true },
        { label: t.columns.bodies, cell: (d) => d.bodies.join('; ') },
      ],
    })}`
  return ui.placeMap({
    locale,
    caption: t.charts.districts,
    head: [t.columns.district, t.columns.bodies],
    outlines: known.map((d) => ({ label: d.name[locale], rings: shapeOf(d.id)?.rings ?? [] })),
    points: known.map((d) => {
      const [longitude, latitude] = shapeOf(d.id)?.middle ?? [0, 0]
      const bodies = d.count === 0 ? figure(locale, 0) : `${figure(locale, d.count)}: ${d.bodies.join('; ')}`
      return { label: d.name[locale], note: bodies, longitude, latitude }
    }),
  })
}

function crossTable(locale: Locale, cross: CrossTable): Html {
  const t = texts[locale]
  const hides = cross.rows.some((r) => r.cells.includes(null))
  if (cross.withheld)
    return html`${countTable(
      locale,
      t.crosses[cross.key],
      t.columns.district,
      cross.columns.map((name, i) => ({ name, count: cross.totals[i] ?? 0 })),
    )}<p class="small soft">${t.withheld}</p>`
  return html`${ui.heatMap({
    locale,
    caption: t.crosses[cross.key],
    head: t.columns.what,
    columns: [...cross.columns.map((c) => c[locale]), t.columns.total],
    rows: [
      ...cross.rows.map((r) => ({ label: crossName(locale, cross, r), values: [...r.cells, r.total] })),
      { label: t.columns.total, values: [...cross.totals, cross.total] },
    ],
  })}${hides && html`<p class="small soft">${t.fewNote}</p>`}`
}

function organisationList(
  locale: Locale,
  key: SectionKey,
  { organisations, kinds }: FrozenRegistry,
): Html | false {
  const t = texts[locale]
  if (organisations.length === 0) return html`<p class="soft">${t.noData}</p>`
  const caption = t.public.organisations(t.sections[key].toLocaleLowerCase(locale))
  const content = ui.table<FrozenOrganisation>({
    locale,
    caption,
    captionHidden: true,
    rows: organisations,
    columns: [
      {
        label: t.columns.name,
        rowHeader: true,
        cell: (o) =>
          html`<a href="${localPath(locale, `/organisations/${o.id}`)}">${(locale === 'en' && o.nameEn) || o.name}</a>`,
      },
      ...(kinds.length > 1
        ? [{ label: t.columns.kind, cell: (o: FrozenOrganisation) => kindName(locale, o.kind) }]
        : []),
      ...(key === 'selfOrganisation'
        ? [{ label: t.columns.territory, cell: (o: FrozenOrganisation) => o.territory }]
        : []),
      { label: t.columns.edrpou, cell: (o) => o.edrpou },
      { label: t.columns.registeredOn, cell: (o) => isoDay(locale, o.registeredOn) },
    ],
  })
  return ui.disclosure({
    summary: `${caption} (${figure(locale, organisations.length)})`,
    content,
    open: organisations.length <= OPEN_LIST,
  })
}
