/** The passport of a data set as KMU 835 asks for it: every field, empty ones as null. */
import type { DataSet } from '../../../platform/module.ts'
import { texts } from '../texts/index.ts'
import { DATA_FORMATS, type DataDates, type Publisher } from '../types.ts'

export type Passport = Readonly<Record<PassportField, string | null>>
export type PassportField = keyof typeof texts.uk.passport.fields

/** Official, so in Ukrainian. The responsible one is a unit; KMU 835 asks for a person, whose data stay private. */
export function passportOf(set: DataSet, publisher: Publisher, dates: DataDates): Passport {
  const t = texts.uk
  const address = `${publisher.baseUrl}/data/${set.slug}`
  return {
    identifier: address,
    title: set.title.uk,
    description: set.description.uk,
    basis: set.basis?.uk ?? t.passport.basis,
    language: t.passport.language,
    format: DATA_FORMATS.map((f) => f.toUpperCase()).join(', '),
    compression: t.passport.noCompression,
    issued: dates.issued.toString(),
    modified: dates.modified.toString({ smallestUnit: 'second' }),
    asOf: dates.asOf.toString(),
    periodicity: t.periodicity[set.periodicity],
    keywords: set.keywords.uk.join(', '),
    data: DATA_FORMATS.map((f) => `${address}.${f}`).join(', '),
    structure: `${address}/schema.json`,
    holder: publisher.name.uk,
    edrpou: publisher.edrpou,
    koatuu: publisher.koatuu,
    katottg: publisher.katottg,
    responsible: publisher.unit,
    email: publisher.email,
    licence: t.passport.licence,
  }
}
