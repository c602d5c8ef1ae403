/** Two passports beside each other. */
import { type Html, html } from '../../../kernel/html.ts'
import { figure, type Locale } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { kindName, kindNamePlural } from '../../organisations/index.ts'
import type { Comparison, RowChange, TableChange } from '../rules/compare.ts'
import { definitionOf, type FieldDefinition, sectionOf, type TableKey } from '../rules/definitions.ts'
import { texts } from '../texts/index.ts'
import { valueText } from '../texts/values.ts'
import type { FrozenOrganisation, Values } from '../types.ts'

/** @param days of the earlier and of the later passport, as people read them */
export function comparisonView(locale: Locale, found: Comparison, days: readonly [string, string]): Html {
  const t = texts[locale]
  const c = t.compare
  return html`${ui.section({ title: c.kinds, content: countTable(locale, found, days) })}${organisations(
    locale,
    c.added(found.added.length),
    found.added,
    c.noneAdded,
  )}${organisations(locale, c.removed(found.removed.length), found.removed, c.noneRemoved)}${ui.section({
    title: c.renamed(found.renamed.length),
    content:
      found.renamed.length === 0
        ? html`<p class="soft">${c.noneRenamed}</p>`
        : ui.diffView({
            locale,
            caption: c.renamed(found.renamed.length),
            beforeLabel: days[0],
            afterLabel: days[1],
            rows: found.renamed.map((r) => ({
              label: kindName(locale, r.after.kind),
              before: r.before.name,
              after: r.after.name,
            })),
          }),
  })}${ui.section({ title: c.figures, content: figures(locale, found, days) })}`
}

function figures(locale: Locale, found: Comparison, days: readonly [string, string]): Html {
  const t = texts[locale]
  const c = t.compare
  return html`${
    found.tables.length === 0
      ? html`<p class="soft">${c.noFigures}</p>`
      : found.tables.map((change) => tableChange(locale, change, days))
  }${
    found.uncompared.length > 0 &&
    html`<p class="soft">${c.uncompared(found.uncompared.map((key) => t.sections[key]).join(', '))}</p>`
  }`
}

type Moved = { label: string; before: string; after: string; change: string }

/** Figures that moved, with by how much; words that changed; rows that came and went. */
function tableChange(locale: Locale, { table, rows }: TableChange, days: readonly [string, string]): Html {
  const t = texts[locale]
  const caption = `${t.sections[sectionOf(table)]}: ${t.table(table).title}`
  const fields = definitionOf(table).fields
  const changed = rows.flatMap((row) =>
    row.fields.flatMap((key) => {
      const field = fields.find((f) => f.key === key)
      return field
        ? [{ row, field, label: `${nameOf(locale, table, row)}: ${t.field(table, key).label}` }]
        : []
    }),
  )
  const isFigure = (field: FieldDefinition) => field.kind === 'integer' || field.kind === 'decimal'
  const moved = changed
    .filter((x) => isFigure(x.field))
    .map(({ row, field, label }): Moved => {
      const [before, after] = [row.before?.[field.key] ?? null, row.after?.[field.key] ?? null]
      return {
        label,
        before: valueText(locale, field, before) || '–',
        after: valueText(locale, field, after) || '–',
        change:
          typeof before === 'number' && typeof after === 'number' ? changeText(locale, after - before) : '',
      }
    })
  const words: readonly ui.DiffRow[] = [
    ...changed
      .filter((x) => !isFigure(x.field))
      .map(({ row, field, label }) => ({
        label,
        before: valueText(locale, field, row.before?.[field.key]) || null,
        after: valueText(locale, field, row.after?.[field.key]) || null,
      })),
    ...rows.filter((row) => row.fields.length === 0).map((row) => wholeRow(locale, table, row)),
  ]
  return html`${
    moved.length > 0 &&
    ui.table<Moved>({
      locale,
      caption,
      rows: moved,
      columns: [
        { label: t.columns.what, cell: (m) => m.label },
        { label: days[0], cell: (m) => m.before, numeric: true },
        { label: days[1], cell: (m) => m.after, numeric: true },
        { label: t.columns.change, cell: (m) => m.change, numeric: true },
      ],
    })
  }${words.length > 0 && ui.diffView({ locale, caption, beforeLabel: days[0], afterLabel: days[1], rows: words })}`
}

type Line = { label: string; before: number; after: number }

function countTable(locale: Locale, found: Comparison, days: readonly [string, string]): Html {
  const t = texts[locale]
  const lines: readonly Line[] = [
    ...found.kinds.map((k) => ({ label: kindNamePlural(locale, k.name), before: k.before, after: k.after })),
    { label: t.compare.confessions, ...found.confessions },
  ]
  return ui.table<Line>({
    locale,
    caption: t.compare.kinds,
    captionHidden: true,
    rows: lines,
    columns: [
      { label: t.columns.kind, cell: (l) => l.label },
      { label: days[0], cell: (l) => figure(locale, l.before), numeric: true },
      { label: days[1], cell: (l) => figure(locale, l.after), numeric: true },
      { label: t.columns.change, cell: (l) => changeText(locale, l.after - l.before), numeric: true },
    ],
  })
}

/** `+3`, `−2`: with the sign that figures have in print. */
function changeText(locale: Locale, change: number): string {
  return change === 0 ? '0' : `${change > 0 ? '+' : '−'}${figure(locale, Math.abs(change))}`
}

function organisations(
  locale: Locale,
  title: string,
  list: readonly FrozenOrganisation[],
  none: string,
): Html {
  const t = texts[locale]
  return ui.section({
    title,
    content: ui.table<FrozenOrganisation>({
      locale,
      caption: title,
      captionHidden: true,
      narrow: 'keep',
      rows: list,
      empty: none,
      columns: [
        {
          label: t.columns.name,
          rowHeader: true,
          cell: (o) =>
            html`<a href="${localPath(locale, `/organisations/${o.id}`)}">${(locale === 'en' && o.nameEn) || o.name}</a>`,
        },
        { label: t.columns.kind, cell: (o) => kindName(locale, o.kind) },
      ],
    }),
  })
}

/** A row by what names it. */
function nameOf(locale: Locale, table: TableKey, change: RowChange): string {
  const { fields, keys } = definitionOf(table)
  const some = change.after ?? change.before ?? {}
  return fields
    .filter((f) => keys.includes(f.key))
    .map((f) => valueText(locale, f, some[f.key]))
    .filter(Boolean)
    .join(', ')
}

/** A row that came or went: all of it. */
function wholeRow(locale: Locale, table: TableKey, change: RowChange): ui.DiffRow {
  const t = texts[locale]
  const { fields, keys } = definitionOf(table)
  const said = (values: Values | null, alone: string) => {
    if (values === null) return null
    const parts = fields
      .filter((f) => !keys.includes(f.key))
      .flatMap((f) => {
        const text = valueText(locale, f, values[f.key])
        return text === '' ? [] : [`${t.field(table, f.key).label}: ${text}`]
      })
    return parts.join('; ') || alone
  }
  return {
    label: nameOf(locale, table, change),
    before: said(change.before, t.compare.rowRemoved),
    after: said(change.after, t.compare.rowAdded),
  }
}
