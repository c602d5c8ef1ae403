/** What pages of the passport share: words of cells, tables, addresses. */
import { type CivilDate, parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { figure, type Locale, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { definitionOf, type FieldDefinition } from '../rules/definitions.ts'
import { sharedOf, shownFields } from '../rules/shown.ts'
import { texts } from '../texts/index.ts'
import { valueText } from '../texts/values.ts'
import type { FrozenRow, FrozenTable } from '../types.ts'

export const OFFICE = '/office/passport'
export const PUBLIC = '/passport'

export function isNumeric(field: FieldDefinition): boolean {
  return field.kind === 'integer' || field.kind === 'decimal'
}

export function isoDay(locale: Locale, iso: string | null): string {
  const day = iso === null ? null : parseCivilDate(iso)
  return day ? shortDate(locale, day) : ''
}

export function dayText(locale: Locale, day: CivilDate | null): string {
  return day === null ? '' : shortDate(locale, day)
}

function cell(locale: Locale, field: FieldDefinition, row: FrozenRow): ui.Content {
  if (row.hidden.includes(field.key)) return html`<span class="soft">${texts[locale].few}</span>`
  const text = valueText(locale, field, row.values[field.key])
  const ref = row.refs[field.key]
  if (ref !== undefined && text !== '')
    return html`<a href="${localPath(locale, `/organisations/${ref}`)}">${text}</a>`
  return field.kind === 'link' && text !== ''
    ? html`<a href="${text}">${text.replace(/^https?:\/\//, '')}</a>`
    : text
}

/** A longer one waits folded: on a telephone each row is a block, and the next section would be far. Print shows it. */
const LONG_TABLE = 12

/** A table of the passport with the source and day of its rows; those older than a year are marked. */
export function frozenTable(locale: Locale, { key, rows }: FrozenTable): Html {
  const t = texts[locale]
  const { time } = definitionOf(key)
  const fields = shownFields(key, rows)
  const shared = sharedOf(rows)
  const dated = shared.day === null && (time !== 'term' || rows.some((r) => r.day !== null))
  const { title } = t.table(key)
  const isLong = rows.length > LONG_TABLE
  const content = ui.table<FrozenRow>({
    locale,
    caption: title,
    captionHidden: isLong,
    rows,
    empty: html`${title}: ${t.noData.toLocaleLowerCase(locale)}`,
    columns: [
      ...fields.map((field) => ({
        label: t.field(key, field.key).label,
        cell: (row: FrozenRow) => cell(locale, field, row),
        numeric: isNumeric(field),
      })),
      ...(dated
        ? [{ label: t.field(key, 'day').label, cell: (row: FrozenRow) => isoDay(locale, row.day) }]
        : []),
      ...(shared.source === null
        ? [{ label: t.columns.source, cell: (row: FrozenRow) => sourceOf(locale, row) }]
        : []),
    ],
  })
  const shown = isLong
    ? ui.disclosure({ summary: `${title} (${figure(locale, rows.length)})`, content })
    : content
  return html`${shown}${sourceNote(locale, { key, rows })}`
}

function sourceOf(locale: Locale, row: Pick<FrozenRow, 'source' | 'sourceOn' | 'old'>): Html {
  const t = texts[locale]
  return html`<span class="soft">${t.source(row.source, isoDay(locale, row.sourceOn))}</span>${row.old && html` ${ui.tag(t.oldMark, 'due')}`}`
}

/** What all rows say alike of their day and source. */
export function sourceNote(locale: Locale, { key, rows }: FrozenTable): Html | false {
  const t = texts[locale]
  const { day, source } = sharedOf(rows)
  return (
    (day !== null || source !== null) &&
    html`<p class="small">${day !== null && html`${t.field(key, 'day').label}: ${isoDay(locale, day)}. `}${
      source !== null && html`${t.columns.source}: ${sourceOf(locale, source)}`
    }</p>`
  )
}
