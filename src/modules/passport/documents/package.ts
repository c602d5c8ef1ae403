/** A passport as a Tabular Data Package (Frictionless Data, version 1): tables as CSV, described column by column. */
import type { Locale } from '../../../kernel/texts.ts'
import { toCsv } from '../../../platform/documents/tables/index.ts'
import type { Column } from '../../../platform/module.ts'
import { type OpenRow, sheetColumn, tableSchema } from '../../../platform/open-table.ts'
import { ORGANISATION_KINDS } from '../../organisations/index.ts'
import { CHOICES, definitionOf, type FieldDefinition, type TableKey } from '../rules/definitions.ts'
import { texts } from '../texts/index.ts'
import type { Frozen, FrozenTable, PassportContent } from '../types.ts'

type Resource = {
  readonly name: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly OpenRow[]
}

const TYPES: Readonly<Record<FieldDefinition['kind'], Column['type']>> = {
  line: 'string',
  text: 'string',
  link: 'string',
  choice: 'string',
  organisation: 'string',
  integer: 'integer',
  decimal: 'number',
}

function column(
  key: string,
  type: Column['type'],
  told: (locale: Locale) => readonly [string, string?],
): Column {
  const [uk, en] = [told('uk'), told('en')]
  return {
    key,
    type,
    title: { uk: uk[0], en: en[0] },
    description: { uk: uk[1] ?? uk[0], en: en[1] ?? en[0] },
  }
}

export function columnsOf(table: TableKey): readonly Column[] {
  const told = (key: string) => (locale: Locale) => {
    const { label, hint } = texts[locale].field(table, key)
    return [label, hint] as const
  }
  return [
    ...definitionOf(table).fields.map((field) => ({
      ...column(field.key, TYPES[field.kind], (locale) => [...told(field.key)(locale)]),
      ...(field.kind === 'choice' ? { values: CHOICES[field.set] } : {}),
    })),
    column('day', 'date', (locale) => [...told('day')(locale)]),
    column('until', 'date', (locale) => [...told('until')(locale)]),
    column('source', 'string', (locale) => [...told('source')(locale)]),
    column('sourceOn', 'date', (locale) => [...told('sourceOn')(locale)]),
    column('old', 'boolean', (locale) => [texts[locale].old]),
  ]
}

function tableResource({ key, rows }: FrozenTable, locale: Locale): Resource {
  return {
    name: key.toLowerCase(),
    title: texts[locale].table(key).title,
    columns: columnsOf(key),
    rows: rows.map((row) => ({
      ...row.values,
      day: row.day,
      until: row.until,
      source: row.source,
      sourceOn: row.sourceOn,
      old: row.old,
    })),
  }
}

function registryResources(content: PassportContent, locale: Locale): readonly Resource[] {
  const t = texts[locale]
  const named = (key: keyof typeof t.columns & string) => (l: Locale) => {
    const said = texts[l].columns[key]
    return [typeof said === 'string' ? said : key] as const
  }
  const registries = content.sections.flatMap((s) => s.registry ?? [])
  const kind = { ...column('kind', 'string', named('kind')), values: ORGANISATION_KINDS }
  return [
    {
      name: 'organisations',
      title: t.charts.kinds,
      columns: [
        column('id', 'string', () => ['id']),
        kind,
        column('name', 'string', named('name')),
        column('nameEn', 'string', (l) => [`${texts[l].columns.name} (en)`]),
        column('edrpou', 'string', named('edrpou')),
        column('registeredOn', 'date', named('registeredOn')),
        column('territory', 'string', named('territory')),
      ],
      rows: registries.flatMap((r) =>
        r.organisations.map(({ id, kind: of, name, nameEn, edrpou, registeredOn, territory }) => ({
          id,
          kind: of,
          name,
          nameEn,
          edrpou,
          registeredOn,
          territory,
        })),
      ),
    },
    {
      name: 'practices',
      title: t.public.practices,
      columns: [
        column('id', 'string', () => ['id']),
        column('title', 'string', named('name')),
        column('organisation', 'string', (l) => [texts[l].public.practiceOf]),
        column('on', 'date', (l) => [texts[l].public.practiceOn]),
      ],
      rows: content.sections.flatMap((s) => (s.practices ?? []).map((p) => ({ ...p }))),
    },
    {
      name: 'counts',
      title: t.compare.kinds,
      columns: [kind, column('count', 'integer', named('count'))],
      rows: content.kinds.map((k) => ({ kind: k.kind, count: k.count })),
    },
    {
      name: 'cross-tables',
      title: [t.crosses.kindByDistrict, t.crosses.confessionByDistrict, t.crosses.directionByDistrict].join(
        '; ',
      ),
      columns: [
        column('table', 'string', named('table')),
        column('row', 'string', named('what')),
        column('district', 'string', named('district')),
        column('count', 'integer', (l) => [texts[l].columns.count, texts[l].fewNote]),
      ],
      rows: registries.flatMap((r) =>
        r.crosses.flatMap((c) =>
          c.rows.flatMap((row) =>
            row.cells.map((count, i) => ({
              table: c.key,
              row: row.name.uk,
              district: c.columns[i]?.uk ?? null,
              count,
            })),
          ),
        ),
      ),
    },
  ]
}

/** @param site address of the installation, without a slash at the end */
export async function passportPackage(frozen: Frozen, site: string, locale: Locale): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate')
  const { content } = frozen
  const t = texts[locale]
  const resources = [
    ...registryResources(content, locale),
    ...content.sections.flatMap((s) => s.tables).map((table) => tableResource(table, locale)),
  ].filter((r) => r.rows.length > 0)
  const files: Record<string, Uint8Array> = {}
  for (const r of resources) {
    const columns = r.columns.map((c) => sheetColumn(c, c.key))
    files[`${r.name}.csv`] = await toCsv({ name: r.name, columns, rows: r.rows }, { locale: 'en' })
  }
  const description = {
    profile: 'tabular-data-package',
    name: `city-passport-${content.asOf}`,
    id: `${site}/passport/${content.asOf}?version=${content.version}`,
    title: t.titleOn(content.asOf),
    description: t.public.description(content.asOf),
    homepage: `${site}/passport/${content.asOf}`,
    version: String(content.version),
    created: frozen.frozenAt.toString({ smallestUnit: 'second' }),
    keywords: t.public.keywords,
    licenses: [{ name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
    contributors: [{ title: content.council[locale], path: site, role: 'publisher' }],
    'content-sha256': frozen.sha256,
    resources: resources.map((r) => ({
      profile: 'tabular-data-resource',
      name: r.name,
      path: `${r.name}.csv`,
      title: r.title,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, header: true, lineTerminator: '\r\n' },
      schema: tableSchema(r, locale),
    })),
  }
  files['datapackage.json'] = strToU8(`${JSON.stringify(description, null, 2)}\n`)
  // The moment of freezing: the same passport is the same file. ZIP keeps whole seconds of local time.
  return zipSync(files, { mtime: new Date(frozen.frozenAt.epochMilliseconds) })
}
