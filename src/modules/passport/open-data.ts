/** Published passports as data sets: counts of organisations by year, and every row of every table. */
import { dataColumn } from '../../platform/data-column.ts'
import type { Db } from '../../platform/db.ts'
import type { DataSet } from '../../platform/module.ts'
import { ORGANISATION_KINDS } from '../organisations/index.ts'
import { TABLE_KEYS } from './rules/definitions.ts'
import { publishedContents } from './store/passports.ts'
import { texts } from './texts/index.ts'

const needed = { required: true } as const

const AS_OF = dataColumn(
  'asOf',
  'date',
  ['Станом на', 'День, станом на який складено паспорт'],
  ['As of', 'The day of the passport'],
  needed,
)
const VERSION = dataColumn(
  'version',
  'integer',
  ['Версія', 'Остання оприлюднена версія паспорта цього дня'],
  ['Version', 'The newest published version of that day'],
  needed,
)

export const passportCounts: DataSet = {
  slug: 'city-passport-counts',
  title: {
    uk: 'Паспорт міста: кількість організацій за видами',
    en: 'City passport: organisations by kind',
  },
  description: {
    uk: 'Скільки партійних осередків, громадських об’єднань, релігійних громад та інших організацій було в місті на день кожного паспорта.',
    en: 'How many party branches, associations, religious communities and other organisations the city had on the day of each passport.',
  },
  periodicity: 'yearly',
  keywords: { uk: texts.uk.public.keywords, en: texts.en.public.keywords },
  columns: [
    AS_OF,
    VERSION,
    dataColumn('kind', 'string', ['Вид', 'Вид організації'], ['Kind', 'Kind of organisation'], {
      ...needed,
      values: ORGANISATION_KINDS,
    }),
    dataColumn(
      'count',
      'integer',
      ['Кількість', 'Скільки їх було цього дня'],
      ['Count', 'How many there were on that day'],
      needed,
    ),
  ],
  primaryKey: ['asOf', 'kind'],
  page: '/passport',
  rows: async (db: Db) =>
    (await publishedContents(db)).flatMap(({ content }) =>
      content.kinds.map(({ kind, count }) => ({
        asOf: content.asOf,
        version: content.version,
        kind,
        count,
      })),
    ),
}

export const passportRows: DataSet = {
  slug: 'city-passport-rows',
  title: { uk: 'Паспорт міста: таблиці', en: 'City passport: tables' },
  description: {
    uk: 'Усі рядки таблиць кожного оприлюдненого паспорта: населення, влада, вибори, медіа, події. По одному значенню в рядку, з джерелом і датою. Числа, менші за п’ять, про людей за ознаками не оприлюднюються.',
    en: 'All rows of the tables of each published passport: people, authorities, elections, media, events. One value a row, with source and date. Figures under five of people by a trait are not published.',
  },
  periodicity: 'yearly',
  keywords: { uk: texts.uk.public.keywords, en: texts.en.public.keywords },
  columns: [
    AS_OF,
    VERSION,
    dataColumn('table', 'string', ['Таблиця', 'Стала назва таблиці'], ['Table', 'Stable name of the table'], {
      ...needed,
      values: TABLE_KEYS,
    }),
    dataColumn('row', 'string', ['Рядок', 'Ідентифікатор рядка'], ['Row', 'Identifier of the row'], needed),
    dataColumn(
      'field',
      'string',
      ['Поле', 'Стала назва поля'],
      ['Field', 'Stable name of the field'],
      needed,
    ),
    dataColumn(
      'value',
      'string',
      ['Значення', 'Як його записано: числа з крапкою, вибір – кодом'],
      ['Value', 'As it is kept: numbers with a point, choices by their code'],
      needed,
    ),
    dataColumn(
      'day',
      'date',
      ['Дата рядка', 'Дата числа чи події або перший день'],
      ['Day', 'Day of the figure or event, or the first day'],
    ),
    dataColumn('until', 'date', ['Діє до', 'Останній день'], ['Until', 'The last day']),
    dataColumn(
      'source',
      'string',
      ['Джерело', 'Звідки це відомо'],
      ['Source', 'Where this is known from'],
      needed,
    ),
    dataColumn(
      'sourceOn',
      'date',
      ['Дата джерела', 'Дата документа чи перевірки'],
      ['Date of the source', 'Of the paper or the check'],
      needed,
    ),
  ],
  primaryKey: ['asOf', 'row', 'field'],
  page: '/passport',
  rows: async (db: Db) =>
    (await publishedContents(db)).flatMap(({ content }) =>
      content.sections.flatMap((section) =>
        section.tables.flatMap((table) =>
          table.rows.flatMap((row) =>
            Object.entries(row.values).flatMap(([field, value]) =>
              value === null
                ? []
                : [
                    {
                      asOf: content.asOf,
                      version: content.version,
                      table: table.key,
                      row: row.id,
                      field,
                      value: String(value),
                      day: row.day,
                      until: row.until,
                      source: row.source,
                      sourceOn: row.sourceOn,
                    },
                  ],
            ),
          ),
        ),
      ),
    ),
}
