/** The fifteen sections of a passport, for a reader of the site and for the one who looks it through. */
import { type Html, html } from '../../../kernel/html.ts'
import { figure, type Locale } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { kindNamePlural } from '../../organisations/index.ts'
import { electionsOf, factionSizes } from '../rules/figures.ts'
import type { MapShape } from '../rules/shapes.ts'
import { sentences, texts } from '../texts/index.ts'
import type {
  FrozenPractice,
  FrozenRow,
  FrozenSection,
  FrozenTable,
  PassportContent,
  SectionKey,
} from '../types.ts'
import { frozenTable, isoDay, sourceNote } from './parts.ts'
import { registryPart } from './registry.ts'

export type Drawing = {
  readonly content: PassportContent
  readonly shapes: readonly MapShape[]
  /** What stands under a section: its review. */
  readonly under?: (section: FrozenSection) => Html | false
}

export function passportSections(locale: Locale, drawing: Drawing): Html {
  const { content } = drawing
  return html`${kindChart(locale, content)}${content.sections.map((s, i) => sectionView(locale, drawing, s, i + 1))}`
}

/** Names of kinds are long: columns are numbered, and the table stands open. */
function kindChart(locale: Locale, content: PassportContent): Html | false {
  const t = texts[locale]
  return (
    content.kinds.length > 0 &&
    ui.columnChart({
      locale,
      caption: t.charts.kinds,
      head: [t.columns.kind, t.columns.count],
      points: content.kinds.map(({ kind, count }, i) => ({
        label: `${i + 1}. ${kindNamePlural(locale, kind)}`,
        short: String(i + 1),
        value: count,
      })),
      tableOpen: true,
    })
  )
}

function sectionView(locale: Locale, drawing: Drawing, section: FrozenSection, number: number): Html {
  const t = texts[locale]
  const under = drawing.under?.(section)
  const title = `${number}. ${t.sections[section.key]}`
  if (section.leftOut !== null)
    return ui.section({
      id: section.key,
      title,
      content: html`<p class="soft">${t.leftOut(section.leftOut)}</p>${under}`,
    })
  const said = sentences[locale].section(drawing.content, section.key)
  return ui.section({
    id: section.key,
    title,
    content: html`${said !== '' && html`<p>${said}</p>`}${chartOf(locale, drawing.content, section.key)}${section.tables.map(
      (table) => tableView(locale, table),
    )}${section.registry && registryPart(locale, section.key, section.registry, drawing.shapes)}${section.registry && registrySource(locale, drawing.content)}${section.practices && practiceTable(locale, section.practices)}${under}`,
  })
}

function practiceTable(locale: Locale, practices: readonly FrozenPractice[]): Html {
  const t = texts[locale]
  return ui.table<FrozenPractice>({
    locale,
    caption: t.public.practices,
    rows: practices,
    columns: [
      {
        label: t.columns.name,
        rowHeader: true,
        cell: (p) =>
          html`<a href="${localPath(locale, `/practices/${p.id}`)}">${locale === 'en' ? ui.foreign('uk', p.title) : p.title}</a>`,
      },
      { label: t.public.practiceOf, cell: (p) => p.organisation },
      { label: t.public.practiceOn, cell: (p) => isoDay(locale, p.on) },
    ],
  })
}

function registrySource(locale: Locale, content: PassportContent): Html {
  const t = texts[locale]
  return html`<p class="small">${t.columns.source}: <span class="soft">${t.registrySource(isoDay(locale, content.asOf))}</span></p>`
}

/** The pyramid has its own table. */
function tableView(locale: Locale, table: FrozenTable): Html | false {
  return table.key === 'ages' && table.rows.length > 1
    ? html`${agePyramid(locale, table)}${sourceNote(locale, table)}`
    : frozenTable(locale, table)
}

function chartOf(locale: Locale, content: PassportContent, key: SectionKey): Html | false {
  const t = texts[locale]
  if (key === 'council') {
    const sizes = factionSizes(content)
    return (
      sizes.length > 1 &&
      ui.table({
        locale,
        caption: t.charts.factions,
        narrow: 'keep',
        rows: sizes,
        columns: [
          { label: t.columns.faction, cell: (f) => f.name ?? t.noFaction },
          { label: t.columns.size, cell: (f) => figure(locale, f.size), numeric: true },
        ],
      })
    )
  }
  if (key !== 'elections') return false
  const elections = electionsOf(content).filter((e) => e.turnout !== null)
  return (
    elections.length > 0 &&
    ui.columnChart({
      locale,
      caption: t.charts.turnout,
      head: [t.columns.election, t.columns.turnout],
      points: elections
        .toReversed()
        .map((e) => ({ label: e.name, short: e.day?.slice(0, 4) ?? '', value: e.turnout ?? 0 })),
    })
  )
}

function agePyramid(locale: Locale, { rows }: FrozenTable): Html {
  const t = texts[locale]
  const side = (row: FrozenRow, field: string) =>
    row.hidden.includes(field) ? null : Number(row.values[field] ?? 0)
  return ui.pyramid({
    locale,
    caption: t.charts.ages,
    head: [t.charts.age, t.charts.women, t.charts.men],
    hidden: t.few,
    bands: rows.map((row) => ({
      label: t.choice('ageBand', String(row.values['band'] ?? '')),
      left: side(row, 'women'),
      right: side(row, 'men'),
    })),
  })
}
