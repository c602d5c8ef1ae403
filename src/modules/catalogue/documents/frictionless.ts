/** Frictionless Data: Table Schema and Tabular Data Package (specs.frictionlessdata.io, version 1). */
import type { Locale } from '../../../kernel/texts.ts'
import type { DataSet } from '../../../platform/module.ts'
import { tableSchema } from '../../../platform/open-table.ts'
import { type DataDates, LICENCE, type Publisher } from '../types.ts'

/** Paths of the resources are relative to the package, as the profile asks. */
export function dataPackage(
  sets: readonly DataSet[],
  publisher: Publisher,
  dates: DataDates,
  locale: Locale,
  words: { readonly title: string; readonly description: string },
): Record<string, unknown> {
  return {
    profile: 'tabular-data-package',
    name: 'viche-open-data',
    id: `${publisher.baseUrl}/data/datapackage.json`,
    title: words.title,
    description: words.description,
    homepage: `${publisher.baseUrl}/data`,
    version: dates.asOf.toString(),
    created: dates.modified.toString({ smallestUnit: 'second' }),
    keywords: [...new Set(sets.flatMap((set) => set.keywords[locale]))],
    licenses: [{ name: LICENCE.id, path: LICENCE.url, title: LICENCE.name }],
    contributors: [{ title: publisher.name[locale], path: publisher.baseUrl, role: 'publisher' }],
    resources: sets.map((set) => ({
      profile: 'tabular-data-resource',
      name: set.slug,
      path: `${set.slug}.csv`,
      title: set.title[locale],
      description: set.description[locale],
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, header: true, lineTerminator: '\r\n' },
      schema: tableSchema(set, locale),
    })),
  }
}
