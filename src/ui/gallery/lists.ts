import { html } from '../../kernel/html.ts'
import { kopiykas } from '../../kernel/money.ts'
import { figure, money } from '../../kernel/texts.ts'
import { linkButton } from '../buttons.ts'
import { selectField } from '../fields/choice.ts'
import { textField } from '../fields/text.ts'
import type { Frame } from '../frame.ts'
import { countLine, exportLinks, filterForm, pager, searchBox, tabs } from '../list-tools.ts'
import { rows } from '../rows.ts'
import { type StitchState, stateWord, tag } from '../stitch.ts'
import { table } from '../table.ts'
import type { Specimen } from './specimen.ts'

type Unit = { name: string; measures: number; spent: number; state: StitchState }

const units: readonly Unit[] = [
  { name: 'Відділ інформаційно-аналітичного забезпечення', measures: 14, spent: 620_000, state: 'part' },
  { name: 'Загальний відділ', measures: 1, spent: 0, state: 'plan' },
  { name: 'Управління культури', measures: 4, spent: 364_050, state: 'done' },
  { name: 'Управління соціального захисту населення', measures: 3, spent: 0, state: 'late' },
]

export function listParts({ locale }: Frame): readonly Specimen[] {
  return [
    {
      name: 'rows',
      states: [
        rows({
          items: [
            {
              when: tag('на 8 днів', 'late'),
              title: '4.4 День інформування за III квартал не проведено',
              href: '#',
              text: 'Управління соцзахисту. Нагадування надіслано 30 вересня та 7 жовтня.',
              action: linkButton({ label: 'Записати подію', href: '#', small: true }),
            },
            {
              when: tag('до 27 листопада', 'due'),
              title: 'Прийняти виправлений звіт управління культури',
              href: '#',
              text: 'Повернуто 11 листопада: бракувало суми за 4.11.',
              action: linkButton({ label: 'Переглянути', href: '#', small: true, kind: 'quiet' }),
            },
            {
              when: html`<time datetime="2026-11-19">19 листопада</time>`,
              title: 'Засідання Громадської ради: п’ять рекомендацій',
              action: tag('4.9', 'plain'),
            },
            { title: 'Рядок без дати і дії' },
          ],
        }),
        rows({ items: [], empty: 'Нічого не чекає на вас.' }),
      ],
    },
    {
      name: 'table',
      states: [
        table({
          locale,
          caption: 'Звіти виконавців за IV квартал',
          rows: units,
          rowTone: (u) => (u.state === 'late' ? 'late' : null),
          sort: {
            by: 'name',
            direction: 'ascending',
            href: (by, direction) => `?sort=${by}&dir=${direction}`,
          },
          columns: [
            {
              label: 'Виконавець',
              cell: (u) => html`<a href="#">${u.name}</a>`,
              sortKey: 'name',
              rowHeader: true,
            },
            {
              label: 'Заходів',
              cell: (u) => figure(locale, u.measures),
              numeric: true,
              sortKey: 'measures',
              total: '22',
            },
            {
              label: 'Витрачено',
              cell: (u) => money(locale, kopiykas(u.spent)),
              numeric: true,
              total: money(locale, kopiykas(984_050)),
            },
            { label: 'Звіт', cell: (u) => stateWord({ locale, state: u.state }) },
            {
              label: 'Дія',
              labelHidden: true,
              cell: (u) =>
                linkButton({ label: 'Відкрити', hint: u.name, href: '#', small: true, kind: 'quiet' }),
            },
          ],
        }),
        table({
          locale,
          caption: 'Кошти за роками і джерелами',
          narrow: 'scroll',
          rows: [2026, 2027, 2028, 2029],
          columns: [
            { label: 'Рік', cell: (y) => y },
            ...['Міський бюджет', 'Обласний бюджет', 'Гранти', 'Інші джерела'].map((label) => ({
              label,
              numeric: true,
              cell: () => money(locale, kopiykas(1_500_000)),
            })),
          ],
        }),
        table<Unit>({
          locale,
          caption: 'Порожня',
          rows: [],
          columns: [{ label: 'Назва', cell: (u) => u.name }],
          empty: 'За цей квартал звітів ще немає.',
        }),
      ],
    },
    {
      name: 'filterForm',
      states: [
        filterForm({
          locale,
          action: '#',
          label: 'Добір звітів',
          keep: { sort: 'name' },
          resetHref: '#',
          fields: [
            textField({ locale, name: 'words', label: 'Слова' }),
            selectField({
              locale,
              name: 'state',
              label: 'Стан',
              empty: 'усі',
              options: [
                { value: 'draft', label: 'чернетка' },
                { value: 'submitted', label: 'подано' },
              ],
            }),
          ],
        }),
      ],
    },
    {
      name: 'searchBox',
      states: [searchBox({ locale, action: '#', label: 'Пошук за програмою', value: 'інформування' })],
    },
    {
      name: 'pager',
      states: [
        pager({ locale, previousHref: '#', nextHref: '#', shown: 20, total: 1312 }),
        pager({ locale, shown: 3, total: 3 }),
        html`<div>${countLine({ locale, shown: 22, total: 22 })}</div>`,
      ],
    },
    {
      name: 'exportLinks',
      states: [
        exportLinks({
          locale,
          csv: '#',
          xlsx: '#',
          json: '#',
          docx: '#',
          pdf: '#',
          ical: '#',
          atom: '#',
          print: true,
          of: 'звіти виконавців',
        }),
      ],
    },
    {
      name: 'tabs',
      states: [
        tabs({
          locale,
          label: 'Розділи заходу',
          items: [
            { label: 'Перебіг', href: '#', current: true },
            { label: 'Підтвердження', href: '#', count: 9 },
            { label: 'Кошти', href: '#' },
            { label: 'Історія', href: '#' },
          ],
        }),
      ],
    },
  ]
}
