/** The list of organisations as a table: public facts, and for the office contacts for its work. */
import { type CivilDate, parseCivilDate } from '../../../kernel/civil-date.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Sheet, SheetColumn } from '../../../platform/documents/tables/index.ts'
import { kindName, officeTexts, publicTexts, words } from '../texts/index.ts'
import { states } from '../texts/kinds.ts'
import type { ContactKind, DetailedLine, Field, Names } from '../types.ts'
import { entryName, valueText } from './parts.ts'

const TEXTS: readonly Field[] = ['formCode', 'registration', 'purpose', 'katottg', 'territory', 'permit']
const CONTACTS: readonly ContactKind[] = ['phone', 'email', 'site', 'address']

export function organisationSheet(
  locale: Locale,
  rows: readonly DetailedLine[],
  names: Names,
): Sheet<DetailedLine> {
  const w = words[locale]
  const t = publicTexts[locale]
  const text = (
    key: string,
    title: string,
    value: (o: DetailedLine) => string | null,
  ): SheetColumn<DetailedLine> => ({ key, title, kind: 'text', value })
  const date = (key: Field, value: (o: DetailedLine) => CivilDate | null): SheetColumn<DetailedLine> => ({
    key,
    title: w.fields[key],
    kind: 'date',
    value,
  })
  const day = (key: Field) => date(key, (o) => (o.facts[key] === null ? null : parseCivilDate(o.facts[key])))
  const fact = (key: Field) =>
    text(key, w.fields[key], (o) =>
      o.facts[key] === null ? null : valueText(locale, key, o.facts[key], names),
    )
  return {
    name: officeTexts[locale].sheet,
    rows,
    columns: [
      text('id', 'ID', (o) => o.id),
      text('kind', w.fields.kind, (o) => kindName(locale, o.kind)),
      text('name', w.fields.name, (o) => o.name),
      text('shortName', w.fields.shortName, (o) => o.shortName),
      text('nameEn', w.fields.nameEn, (o) => o.nameEn),
      text('edrpou', w.fields.edrpou, (o) => o.edrpou),
      text('state', w.fields.state, (o) => states[locale][o.state]),
      text('leader', t.leader, (o) => o.leader?.name ?? null),
      text('leaderPost', officeTexts[locale].imports.fieldNames.leaderPost, (o) => o.leader?.post ?? null),
      fact('districtId'),
      fact('confessionId'),
      text('directions', t.direction, (o) =>
        o.directions.length === 0 ? null : o.directions.map((d) => entryName(locale, d)).join(', '),
      ),
      ...TEXTS.map(fact),
      day('registeredOn'),
      ...CONTACTS.map((kind) =>
        text(kind, w.contactKinds[kind], (o) =>
          o.contacts.some((c) => c.kind === kind)
            ? o.contacts
                .filter((c) => c.kind === kind)
                .map((c) => c.value)
                .join('; ')
            : null,
        ),
      ),
      fact('bodyKind'),
      fact('legalisation'),
      day('termFrom'),
      day('termUntil'),
      { key: 'verifiedOn', title: t.verified, kind: 'date', value: (o) => o.verifiedOn },
    ],
  }
}
