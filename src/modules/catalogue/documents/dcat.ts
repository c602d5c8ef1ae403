/** The catalogue for portals: DCAT-AP 3 as JSON-LD. The context is inlined, so that a reader needs no other address. */
import type { Bilingual } from '../../../kernel/texts.ts'
import type { DataSet } from '../../../platform/module.ts'
import { DATA_FORMATS, type DataDates, type DataFormat, LICENCE, type Publisher } from '../types.ts'

const AUTHORITY = 'http://publications.europa.eu/resource/authority'

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: { '@id': 'dcterms:title', '@container': '@language' },
  description: { '@id': 'dcterms:description', '@container': '@language' },
  keyword: { '@id': 'dcat:keyword', '@container': '@language' },
  name: { '@id': 'foaf:name', '@container': '@language' },
  identifier: 'dcterms:identifier',
  issued: { '@id': 'dcterms:issued', '@type': 'xsd:date' },
  modified: { '@id': 'dcterms:modified', '@type': 'xsd:dateTime' },
  language: { '@id': 'dcterms:language', '@type': '@id' },
  license: { '@id': 'dcterms:license', '@type': '@id' },
  publisher: { '@id': 'dcterms:publisher', '@type': '@id' },
  accrualPeriodicity: { '@id': 'dcterms:accrualPeriodicity', '@type': '@id' },
  format: { '@id': 'dcterms:format', '@type': '@id' },
  conformsTo: { '@id': 'dcterms:conformsTo', '@type': '@id' },
  homepage: { '@id': 'foaf:homepage', '@type': '@id' },
  theme: { '@id': 'dcat:theme', '@type': '@id' },
  dataset: { '@id': 'dcat:dataset', '@type': '@id' },
  distribution: { '@id': 'dcat:distribution', '@type': '@id' },
  contactPoint: { '@id': 'dcat:contactPoint', '@type': '@id' },
  landingPage: { '@id': 'dcat:landingPage', '@type': '@id' },
  accessURL: { '@id': 'dcat:accessURL', '@type': '@id' },
  downloadURL: { '@id': 'dcat:downloadURL', '@type': '@id' },
  mediaType: { '@id': 'dcat:mediaType', '@type': '@id' },
  fn: { '@id': 'vcard:fn' },
  hasEmail: { '@id': 'vcard:hasEmail', '@type': '@id' },
} as const

const FREQUENCY: Readonly<Record<DataSet['periodicity'], string>> = {
  daily: 'DAILY',
  weekly: 'WEEKLY',
  monthly: 'MONTHLY',
  quarterly: 'QUARTERLY',
  yearly: 'ANNUAL',
}

const MEDIA: Readonly<Record<DataFormat, readonly [type: string, file: string]>> = {
  csv: ['text/csv', 'CSV'],
  json: ['application/json', 'JSON'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'XLSX'],
}

export function dcatCatalogue(
  sets: readonly DataSet[],
  publisher: Publisher,
  dates: DataDates,
  words: { readonly title: Bilingual<string>; readonly description: Bilingual<string> },
): Record<string, unknown> {
  const { baseUrl } = publisher
  const when = {
    issued: dates.issued.toString(),
    modified: dates.modified.toString({ smallestUnit: 'second' }),
  }
  return {
    '@context': CONTEXT,
    '@id': `${baseUrl}/data`,
    '@type': 'dcat:Catalog',
    title: words.title,
    description: words.description,
    ...when,
    language: [`${AUTHORITY}/language/UKR`, `${AUTHORITY}/language/ENG`],
    license: LICENCE.url,
    homepage: `${baseUrl}/data`,
    publisher: agent(publisher),
    dataset: sets.map((set) => ({ ...dataset(set, publisher), ...when })),
  }
}

function agent(publisher: Publisher): Record<string, unknown> {
  return {
    '@id': `${publisher.baseUrl}/#publisher`,
    '@type': 'foaf:Agent',
    name: publisher.name,
    ...(publisher.edrpou === null ? {} : { identifier: publisher.edrpou }),
    homepage: publisher.baseUrl,
  }
}

function dataset(set: DataSet, publisher: Publisher): Record<string, unknown> {
  const address = `${publisher.baseUrl}/data/${set.slug}`
  return {
    '@id': address,
    '@type': 'dcat:Dataset',
    identifier: address,
    title: set.title,
    description: set.description,
    keyword: set.keywords,
    theme: `${AUTHORITY}/data-theme/GOVE`,
    language: `${AUTHORITY}/language/UKR`,
    accrualPeriodicity: `${AUTHORITY}/frequency/${FREQUENCY[set.periodicity]}`,
    landingPage: address,
    publisher: `${publisher.baseUrl}/#publisher`,
    ...(publisher.email === null
      ? {}
      : {
          contactPoint: {
            '@type': 'vcard:Organization',
            fn: publisher.unit ?? publisher.name.uk,
            hasEmail: `mailto:${publisher.email}`,
          },
        }),
    distribution: DATA_FORMATS.map((format) => ({
      '@id': `${address}.${format}`,
      '@type': 'dcat:Distribution',
      title: {
        uk: `${set.title.uk} (${format.toUpperCase()})`,
        en: `${set.title.en} (${format.toUpperCase()})`,
      },
      accessURL: address,
      downloadURL: `${address}.${format}`,
      mediaType: `http://www.iana.org/assignments/media-types/${MEDIA[format][0]}`,
      format: `${AUTHORITY}/file-type/${MEDIA[format][1]}`,
      license: LICENCE.url,
      ...(format === 'csv' ? { conformsTo: `${address}/schema.json` } : {}),
    })),
  }
}
