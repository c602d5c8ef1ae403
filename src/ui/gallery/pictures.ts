import { civilDate } from '../../kernel/civil-date.ts'
import { html } from '../../kernel/html.ts'
import { kopiykas } from '../../kernel/money.ts'
import { columnChart, sparkline } from '../charts/column-chart.ts'
import { heatMap } from '../charts/heat-map.ts'
import { moneyBar } from '../charts/money-bar.ts'
import { placeMap } from '../charts/place-map.ts'
import { pyramid } from '../charts/pyramid.ts'
import { tileMap } from '../charts/tile-map.ts'
import { type TimelineEvent, timeline } from '../charts/timeline.ts'
import type { Frame } from '../frame.ts'
import { monthGrid } from '../month-grid.ts'
import { picture } from '../picture.ts'
import type { Specimen } from './specimen.ts'

const events: readonly TimelineEvent[] = [
  { date: civilDate(2026, 1, 6), label: 'Звіт за IV квартал', state: 'done', href: '#' },
  { date: civilDate(2026, 2, 20), label: 'Звіт про виконання програми на сесії', state: 'done' },
  { date: civilDate(2026, 4, 6), label: 'Звіт за I квартал', state: 'done' },
  { date: civilDate(2026, 4, 9), label: 'День інформування', state: 'part' },
  { date: civilDate(2026, 4, 11), label: 'Круглий стіл', state: 'excused' },
  { date: civilDate(2026, 7, 6), label: 'Звіт за II квартал', state: 'done' },
  { date: civilDate(2026, 9, 30), label: 'День інформування за III квартал', state: 'late' },
  { date: civilDate(2026, 10, 6), label: 'Звіт за III квартал', state: 'carried' },
  { date: civilDate(2026, 11, 28), label: 'Вшанування жертв Голодомору', state: 'due' },
  { date: civilDate(2026, 12, 20), label: 'Громадсько-політичний паспорт міста', state: 'plan' },
]

export function pictureParts({ locale, assets }: Frame): readonly Specimen[] {
  const plan = kopiykas(1_500_000)
  return [
    {
      name: 'moneyBar',
      states: [
        moneyBar({
          locale,
          caption: 'Кошти програми на 2026 рік',
          planned: plan,
          spent: kopiykas(984_000),
          committed: kopiykas(210_000),
        }),
        moneyBar({
          locale,
          caption: 'Понад план',
          planned: plan,
          spent: kopiykas(1_400_000),
          committed: kopiykas(300_000),
        }),
        moneyBar({
          locale,
          caption: 'Захід 4.20',
          planned: kopiykas(0),
          spent: kopiykas(0),
          committed: kopiykas(0),
        }),
        moneyBar({
          locale,
          caption: 'Сама смуга',
          planned: plan,
          spent: kopiykas(300_000),
          committed: kopiykas(0),
          bare: true,
        }),
      ],
    },
    {
      name: 'pyramid',
      states: [
        pyramid({
          locale,
          caption: 'Населення за віком і статтю',
          head: ['Вік', 'Жінки', 'Чоловіки'],
          bands: [
            { label: '0–19', left: 5_100, right: 5_400 },
            { label: '20–64', left: 15_200, right: 13_900 },
            { label: '65 і старші', left: 6_800, right: null },
          ],
          hidden: 'менше ніж 5',
        }),
      ],
    },
    {
      name: 'tileMap',
      states: [
        tileMap({
          locale,
          caption: 'Органи самоорганізації за районами',
          tiles: [
            { label: 'Магерки', value: 4, href: '#' },
            { label: 'Графська', value: 1 },
            { label: 'Прогрес', value: 0 },
          ],
        }),
        tileMap({ locale, caption: 'Порожньо', tiles: [] }),
      ],
    },
    {
      name: 'columnChart',
      states: [
        columnChart({
          locale,
          caption: 'Учасники подій за кварталами',
          head: ['Квартал', 'Учасників'],
          points: [210, 388, 94, 620].map((value, i) => ({
            label: `${['I', 'II', 'III', 'IV'][i]} квартал`,
            short: ['I', 'II', 'III', 'IV'][i] ?? '',
            value,
            ...(i === 2 ? { tone: 'late' as const } : {}),
          })),
        }),
        columnChart({
          locale,
          caption: 'Без жодного значення',
          points: [
            { label: '2025', value: 0 },
            { label: '2026', value: 0 },
          ],
          tableOpen: true,
        }),
      ],
    },
    {
      name: 'sparkline',
      states: [
        html`<p>Підтверджень на місяць ${sparkline({ locale, label: 'Підтверджень на місяць', values: [3, 5, 4, 8, 6, 9, 12, 7] })} за вісім місяців.</p>`,
      ],
    },
    {
      name: 'timeline',
      states: [
        timeline({
          locale,
          caption: 'Рік програми: строки 2026 року',
          year: 2026,
          events,
          today: civilDate(2026, 11, 24),
          tableOpen: true,
        }),
      ],
    },
    {
      name: 'heatMap',
      states: [
        heatMap({
          locale,
          caption: 'Підтвердження за виконавцями і кварталами',
          head: 'Виконавець',
          columns: ['I', 'II', 'III', 'IV'],
          rows: [
            { label: 'Управління культури', href: '#', values: [4, 9, 7, 12] },
            { label: 'Загальний відділ', values: [1, 0, 2, null] },
            { label: 'Управління соцзахисту', values: [3, 6, 0, 0] },
          ],
        }),
      ],
    },
    {
      name: 'monthGrid',
      states: [
        monthGrid({
          locale,
          caption: 'Листопад 2026 року',
          year: 2026,
          month: 11,
          today: civilDate(2026, 11, 25),
          of: (day) =>
            day.day === 28
              ? [html`16:00 <a href="#part-monthGrid">День пам’яті жертв голодоморів</a>`]
              : day.day === 25
                ? [html`<a class="gone" href="#part-monthGrid">Дискусійний клуб</a>`]
                : [],
        }),
      ],
    },
    {
      name: 'picture',
      states: [
        picture({
          alt: 'Знак Віча',
          first: true,
          sizes: [{ href: assets('mark.svg'), width: 480, height: 320 }],
        }),
      ],
    },
    {
      name: 'placeMap',
      states: [
        placeMap({
          locale,
          caption: 'Місця подій',
          head: ['Місце', 'Що'],
          outlines: [
            {
              label: 'Центр',
              rings: [
                [
                  [31.87, 51.04],
                  [31.9, 51.04],
                  [31.9, 51.06],
                  [31.87, 51.06],
                  [31.87, 51.04],
                ],
              ],
            },
          ],
          points: [
            { label: 'Меморіал Слави', latitude: 51.048, longitude: 31.886, href: '#part-placeMap' },
            {
              label: 'Бібліотека',
              latitude: 51.052,
              longitude: 31.878,
              note: 'день інформування',
              tone: 'due',
            },
          ],
        }),
      ],
    },
  ]
}
