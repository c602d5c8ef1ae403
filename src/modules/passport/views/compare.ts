/** Two passports beside each other. */
import { type Html, html } from '../../../kernel/html.ts'
import { figure, type Locale } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { kindName, kindNamePlural } from '../../organisations/index.ts'
import type { Comparison, RowChange } from '../rules/compare.ts'
import { definitionOf, sectionOf, type TableKey } from '../rules/definitions.ts'
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
      : found.tables.map((change) =>
          ui.diffView({
            locale,
            caption: `${t.sections[sectionOf(change.table)]}: ${t.table(change.table).title}`,
            beforeLabel: days[0],
            afterLabel: days[1],
            rows: change.rows.map((row) => rowDiff(locale, change.table, row)),
          }),
        )
  }${
    found.uncompared.length > 0 &&
    html`<p class="soft">${c.uncompared(found.uncompared.map((key) => t.sections[key]).join(', '))}</p>`
  }`
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

/** The row by what names it; of a changed row the fields that differ, of another all of it. */
function rowDiff(locale: Locale, table: TableKey, change: RowChange): ui.DiffRow {
  const t = texts[locale]
  const { fields, keys } = definitionOf(table)
  const some = change.after ?? change.before ?? {}
  const label = fields
    .filter((f) => keys.includes(f.key))
    .map((f) => valueText(locale, f, some[f.key]))
    .filter(Boolean)
    .join(', ')
  const said = (values: Values | null, alone: string) => {
    if (values === null) return null
    const parts = fields
      .filter((f) => (change.fields.length > 0 ? change.fields.includes(f.key) : !keys.includes(f.key)))
      .flatMap((f) => {
        const text = valueText(locale, f, values[f.key])
        return text === '' ? [] : [`${t.field(table, f.key).label}: ${text}`]
      })
    return parts.join('; ') || alone
  }
  return {
    label,
    before: said(change.before, t.compare.rowRemoved),
    after: said(change.after, t.compare.rowAdded),
  }
}
