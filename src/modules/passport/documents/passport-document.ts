/** The passport as an official document: sentences and tables, section by section. */
import { type CivilDate, parseCivilDate, type Temporal } from '../../../kernel/civil-date.ts'
import { figure, type Locale, longDate, shortDate } from '../../../kernel/texts.ts'
import {
  type Block,
  h,
  note,
  type OfficialDocument,
  officialDocument,
  type PlainBlock,
  p,
  figure as picture,
  reportLayout,
  table,
} from '../../../platform/documents/index.ts'
import type { City } from '../../../platform/settings.ts'
import { kindName, kindNamePlural } from '../../organisations/index.ts'
import { definitionOf, type FieldDefinition } from '../rules/definitions.ts'
import { factionSizes } from '../rules/figures.ts'
import { type Shared, sharedOf, shownFields } from '../rules/shown.ts'
import { crossName, sentences, texts } from '../texts/index.ts'
import { valueText } from '../texts/values.ts'
import type {
  CountOf,
  CrossTable,
  FrozenPractice,
  FrozenRegistry,
  FrozenRow,
  FrozenSection,
  FrozenTable,
  PassportContent,
} from '../types.ts'
import { columnShare } from './column-share.ts'
import { columnsPicture } from './columns-picture.ts'

/** `madeAt`: the moment of freezing, so that the bytes stay the same. */
export type Dress = {
  readonly city: City
  readonly demonstration: boolean
  readonly madeAt: Temporal.Instant
  readonly draft: boolean
  readonly locale: Locale
}

export function passportDocument(content: PassportContent, dress: Dress): OfficialDocument {
  const { locale } = dress
  const t = texts[locale]
  const asOf = parseCivilDate(content.asOf)
  const day = asOf ? longDate(locale, asOf) : content.asOf
  return officialDocument({
    locale,
    layout: reportLayout,
    title: t.titleOn(day),
    madeAt: dress.madeAt,
    draftMark: dress.draft ? t.document.draft : null,
    demonstration: dress.demonstration ? t.document.demonstration : null,
    requisites: {
      institution: [content.council[locale]],
      kind: t.document.kind,
      place: t.document.place(content.city[locale]),
      heading: t.document.heading(day),
    },
    body: [
      ...(content.correctionReason === null
        ? []
        : [p(t.public.correction(content.version, content.correctionReason))]),
      p(sentences[locale].headline(content)),
      ...kindBlocks(locale, content),
      ...content.sections.flatMap((s, i) => sectionBlocks(locale, content, s, i + 1)),
      note(t.document.oldNote),
    ],
  })
}

function kindBlocks(locale: Locale, content: PassportContent): readonly Block[] {
  const t = texts[locale]
  if (content.kinds.length === 0) return []
  const points = content.kinds.map(({ kind, count }, i) => ({
    label: `${i + 1}. ${kindNamePlural(locale, kind)}`,
    short: String(i + 1),
    value: count,
  }))
  return [
    picture({
      picture: { type: 'svg', markup: columnsPicture(points) },
      alt: `${t.charts.kinds}. ${points.map((x) => `${x.label}: ${figure(locale, x.value)}`).join('; ')}`,
      caption: t.charts.kinds,
      percent: 90,
      table: pairTable(
        t.charts.kinds,
        [t.columns.kind, t.columns.count],
        points.map((x) => [x.label, figure(locale, x.value)]),
      ),
    }),
  ]
}

function pairTable(
  caption: string,
  head: readonly [string, string],
  body: readonly (readonly [string, string])[],
) {
  return table({
    caption,
    columns: [{ share: 10 }, { share: 3, align: 'end' }],
    header: [head],
    body,
    rowHeader: 0,
  })
}

function sectionBlocks(
  locale: Locale,
  content: PassportContent,
  section: FrozenSection,
  number: number,
): readonly PlainBlock[] {
  const t = texts[locale]
  const heading = h(1, `${number}. ${t.sections[section.key]}`)
  if (section.leftOut !== null) return [heading, p(t.leftOut(section.leftOut))]
  const said = sentences[locale].section(content, section.key)
  const filled = section.tables.filter((x) => x.rows.length > 0)
  const empty =
    filled.length === 0 && (section.registry === null || section.registry.organisations.length === 0)
  return [
    heading,
    ...(said === '' ? [] : [p(said)]),
    ...(empty ? [p(t.noData)] : []),
    ...(section.key === 'council' ? factionBlocks(locale, content) : []),
    ...filled.flatMap((x) => rowsBlocks(locale, x)),
    ...(section.registry ? registryBlocks(locale, section.registry) : []),
    ...(section.registry && !empty
      ? [note(`${t.columns.source}: ${t.registrySource(day(locale, content.asOf))}.`)]
      : []),
    ...(section.practices ? [practiceTable(locale, section.practices)] : []),
  ]
}

function practiceTable(locale: Locale, practices: readonly FrozenPractice[]) {
  const t = texts[locale].public
  return table({
    caption: t.practices,
    columns: [{ share: 12 }, { share: 10 }, { share: 4 }],
    header: [[texts[locale].columns.name, t.practiceOf, t.practiceOn]],
    body: practices.map((p) => [p.title, p.organisation, day(locale, p.on)]),
    rowHeader: 0,
  })
}

function factionBlocks(locale: Locale, content: PassportContent): readonly PlainBlock[] {
  const t = texts[locale]
  const sizes = factionSizes(content)
  return sizes.length < 2
    ? []
    : [
        pairTable(
          t.charts.factions,
          [t.columns.faction, t.columns.size],
          sizes.map((f) => [f.name ?? t.noFaction, figure(locale, f.size)]),
        ),
      ]
}

function day(locale: Locale, iso: string | null): string {
  const found: CivilDate | null = iso === null ? null : parseCivilDate(iso)
  return found ? shortDate(locale, found) : ''
}

/** What all rows say alike of their day and source stands once, under the table. */
function rowsBlocks(locale: Locale, { key, rows }: FrozenTable): readonly PlainBlock[] {
  const t = texts[locale]
  const shared = sharedOf(rows)
  const said = [
    ...(shared.day === null ? [] : [`${t.field(key, 'day').label}: ${day(locale, shared.day)}.`]),
    ...(shared.source === null ? [] : [`${t.columns.source}: ${sourceText(locale, shared.source)}.`]),
  ]
  return [rowsTable(locale, { key, rows }, shared), ...(said.length === 0 ? [] : [note(said.join(' '))])]
}

function sourceText(locale: Locale, row: Pick<FrozenRow, 'source' | 'sourceOn' | 'old'>): string {
  return `${texts[locale].source(row.source, day(locale, row.sourceOn))}${row.old ? ' *' : ''}`
}

function rowsTable(locale: Locale, { key, rows }: FrozenTable, shared: Shared) {
  const t = texts[locale]
  const fields = shownFields(key, rows)
  const timed = definitionOf(key).time !== 'term' || rows.some((r) => r.day !== null)
  const dated = timed && shared.day === null
  const sourced = shared.source === null
  const isNumber = (f: FieldDefinition) => f.kind === 'integer' || f.kind === 'decimal'
  const cell = (f: FieldDefinition, row: FrozenRow) =>
    row.hidden.includes(f.key) ? t.few : valueText(locale, f, row.values[f.key]) || '–'
  const columns = [
    ...fields.map((f) => ({
      label: t.field(key, f.key).label,
      cell: (row: FrozenRow) => cell(f, row),
      end: isNumber(f),
    })),
    ...(dated
      ? [
          {
            label: t.field(key, 'day').label,
            cell: (row: FrozenRow) => day(locale, row.day) || '–',
            end: false,
          },
        ]
      : []),
    ...(sourced
      ? [{ label: t.columns.source, cell: (row: FrozenRow) => sourceText(locale, row), end: false }]
      : []),
  ]
  return table({
    caption: t.table(key).title,
    columns: columns.map((c) => ({
      share: columnShare([c.label, ...rows.map(c.cell)]),
      ...(c.end ? { align: 'end' as const } : {}),
    })),
    header: [columns.map((c) => c.label)],
    body: rows.map((row) => columns.map((c) => c.cell(row))),
    rowHeader: 0,
  })
}

function registryBlocks(locale: Locale, registry: FrozenRegistry): readonly PlainBlock[] {
  const t = texts[locale]
  const counts = (caption: string, head: string, list: readonly CountOf[]): readonly PlainBlock[] =>
    list.length === 0
      ? []
      : [
          pairTable(
            caption,
            [head, t.columns.count],
            list.map((c) => [c.name[locale], figure(locale, c.count)]),
          ),
        ]
  const several = registry.kinds.length > 1
  return [
    ...(several
      ? [
          pairTable(
            t.charts.kinds,
            [t.columns.kind, t.columns.count],
            registry.kinds.map((k) => [kindNamePlural(locale, k.kind), figure(locale, k.count)]),
          ),
        ]
      : []),
    ...counts(t.charts.confessions, t.columns.confession, registry.confessions),
    ...counts(t.charts.directions, t.columns.direction, registry.directions),
    ...counts(t.charts.districts, t.columns.district, registry.districts),
    ...registry.crosses.flatMap((c) => crossBlocks(locale, c)),
    ...(registry.organisations.length === 0
      ? []
      : [
          table({
            caption: t.public.organisations(figure(locale, registry.organisations.length)),
            columns: [{ share: 12 }, ...(several ? [{ share: 6 }] : []), { share: 4 }, { share: 4 }],
            header: [
              [
                t.columns.name,
                ...(several ? [t.columns.kind] : []),
                t.columns.edrpou,
                t.columns.registeredOn,
              ],
            ],
            body: registry.organisations.map((o) => [
              (locale === 'en' && o.nameEn) || o.name,
              ...(several ? [kindName(locale, o.kind)] : []),
              o.edrpou ?? '–',
              day(locale, o.registeredOn) || '–',
            ]),
            rowHeader: 0,
          }),
        ]),
  ]
}

function crossBlocks(locale: Locale, cross: CrossTable): readonly PlainBlock[] {
  const t = texts[locale]
  const cell = (n: number | null) => (n === null ? '…' : figure(locale, n))
  const hides = cross.rows.some((r) => r.cells.includes(null))
  if (cross.withheld)
    return [
      pairTable(
        t.crosses[cross.key],
        [t.columns.district, t.columns.count],
        cross.columns.map((c, i) => [c[locale], figure(locale, cross.totals[i] ?? 0)]),
      ),
      note(t.withheld),
    ]
  return [
    table({
      caption: t.crosses[cross.key],
      columns: [
        { share: 8 },
        ...cross.columns.map(() => ({ share: 3, align: 'end' as const })),
        { share: 3, align: 'end' },
      ],
      header: [[t.columns.what, ...cross.columns.map((c) => c[locale]), t.columns.total]],
      body: cross.rows.map((r) => [
        crossName(locale, cross, r),
        ...r.cells.map(cell),
        figure(locale, r.total),
      ]),
      total: [[t.columns.total, ...cross.totals.map(cell), figure(locale, cross.total)]],
      rowHeader: 0,
    }),
    ...(hides ? [note(t.fewNote)] : []),
  ]
}
