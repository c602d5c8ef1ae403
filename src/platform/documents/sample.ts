/** A report with every kind of block, for the tests of the renderers. Invented persons. */
import { civilDate, Temporal } from '../../kernel/civil-date.ts'
import { html } from '../../kernel/html.ts'
import {
  annex,
  bold,
  cell,
  clauses,
  figure,
  h,
  italic,
  landscape,
  link,
  list,
  note,
  officialDocument,
  p,
  pageBreak,
  table,
} from './builders.ts'
import { officialLayout } from './layouts.ts'
import type { OfficialDocument, Table } from './model.ts'

export const money: Table = table({
  caption: 'Кошти за джерелами',
  columns: [
    { share: 1, align: 'center' },
    { share: 4 },
    { share: 2, align: 'end' },
    { share: 2, align: 'end' },
  ],
  header: [
    [cell(['№ з/п'], { rows: 2 }), cell(['Захід'], { rows: 2 }), cell(['Обсяг, грн'], { columns: 2 })],
    ['план', 'факт'],
  ],
  body: [
    ['4.1', cell(['Засідання Громадської ради.', 'Проведено 4 засідання.']), '5 000,00', '4 200,50'],
    ['4.2', 'День інформування', '10 000,00', '–'],
  ],
  total: [[cell(['Усього'], { columns: 2 }), '15 000,00', '4 200,50']],
  rowHeader: 1,
})

const chart = html`<svg viewBox="0 0 200 80" width="200" height="80" role="img"><rect x="10" y="30" width="60" height="50" fill="#1a4480"/><text x="80" y="60" font-family="Liberation Serif" font-size="14">є</text></svg>`

export function sample(changes: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    ...officialDocument({
      locale: 'uk',
      layout: officialLayout,
      title: 'Звіт про виконання Програми за I квартал 2026 року',
      madeAt: Temporal.Instant.from('2026-04-06T07:00:00Z'),
      draftMark: 'ПРОЄКТ',
      demonstration: 'ДЕМОНСТРАЦІЯ',
      requisites: {
        institution: ['Вигадівська міська рада', 'Вигадівського району'],
        sitting: '31 сесія VIII скликання',
        kind: 'РІШЕННЯ',
        date: civilDate(2026, 4, 6),
        number: '12-31/2026',
        place: 'м. Вигадів',
        addressees: [['Начальникові відділу', 'Оксані ГАЙОВІЙ']],
        approval: { word: 'ЗАТВЕРДЖЕНО', lines: ['Рішення міської ради', '31.01.2025 № 7'] },
        heading: 'Про звіт щодо виконання Програми сприяння розвитку громадянського суспільства',
        appendices: ['Звіт на 5 арк. в 1 прим.', 'Таблиця на 1 арк.'],
        signatures: [
          { position: 'Міський голова', name: 'Богдан ВЕРБИЦЬКИЙ' },
          { position: 'Секретар ради', name: 'Олена ГАЙ' },
        ],
        executor: { name: 'Олена Гай', phone: '2-34-56' },
      },
      body: [
        p([
          'Відповідно до ',
          bold('статті 26'),
          ' Закону України ',
          link('«Про місцеве самоврядування в Україні»', 'https://zakon.rada.gov.ua/laws/show/280/97-вр'),
          ' міська рада ',
          italic('вирішила'),
          ':',
        ]),
        ...clauses([
          'Взяти звіт до відома.',
          { text: 'Відділу:', parts: ['оприлюднити звіт;', 'подати пропозиції.'] },
        ]),
        h(1, 'Стислий підсумок'),
        h(3, 'Що зроблено'),
        list(['засідання ради', 'день інформування']),
        list(['перше', 'друге'], true),
        money,
        note('Джерело: бухгалтерський облік.'),
        figure({
          picture: { type: 'svg', markup: chart },
          alt: 'Стовпчик: план 15 000 грн',
          caption: 'План',
          percent: 40,
          table: money,
        }),
        p('По центру', 'center'),
        pageBreak(),
        p('Перший рядок\nдругий рядок'),
        landscape([h(2, 'Широка таблиця'), { ...money, caption: 'Широка' }]),
      ],
      annexes: [
        annex({
          mark: ['Додаток 1', 'до рішення міської ради', '06.04.2026 № 12-31/2026'],
          title: 'Перелік заходів',
          orientation: 'landscape',
          body: [h(1, 'Заходи'), money],
          signatures: [{ position: 'Секретар ради', name: 'Олена ГАЙ' }],
        }),
      ],
    }),
    ...changes,
  }
}
