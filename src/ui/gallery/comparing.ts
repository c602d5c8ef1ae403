import { html } from '../../kernel/html.ts'
import { facts } from '../content.ts'
import { diffView } from '../diff.ts'
import { integerField, textArea } from '../fields/text.ts'
import { form } from '../form.ts'
import type { Frame } from '../frame.ts'
import { history, progressBar, stepper } from '../progress.ts'
import { lineLink, sideBySide, sourceText } from '../side-by-side.ts'
import type { Specimen } from './specimen.ts'

const lines = [
  '4. Заходи щодо забезпечення виконання Програми',
  '',
  '4.4. Проведення Днів інформування населення міста з актуальних питань суспільно-політичного та соціально-економічного життя.',
  'Відділ інформаційно-аналітичного забезпечення, управління, відділи та служби.',
  'Щоквартально',
]

export function comparingParts({ locale, csrf }: Frame): readonly Specimen[] {
  return [
    {
      name: 'sideBySide',
      states: [
        sideBySide({
          left: {
            title: 'Текст рішення',
            content: sourceText({
              locale,
              lines,
              from: 61,
              marked: [
                [63, 63],
                [65, 65],
              ],
            }),
          },
          right: {
            title: 'Захід 4.4',
            content: form({
              locale,
              csrf,
              action: '#',
              content: [
                html`<p>Рядки джерела: ${lineLink({ locale, lines: [63, 65] })}</p>`,
                textArea({ locale, name: 'measure', label: 'Зміст', rows: 3, value: lines[2] ?? '' }),
                integerField({ locale, name: 'times', label: 'Разів на рік', value: '4' }),
              ],
              submit: 'Прийняти захід',
            }),
          },
        }),
      ],
    },
    {
      name: 'diffView',
      states: [
        diffView({
          locale,
          caption: 'Зміни до програми',
          beforeLabel: 'Редакція 2026 року',
          afterLabel: 'Проєкт змін',
          rows: [
            {
              label: '4.4',
              before: 'Проведення Днів інформування населення міста щоквартально',
              after: 'Проведення Днів інформування населення громади щомісяця',
            },
            { label: '4.9', before: 'Засідання Громадської ради', after: 'Засідання Громадської ради' },
            { label: '4.21', before: null, after: 'Консультації з мешканцями старостинських округів' },
            { label: '4.13', before: 'Конкурс соціально-культурних проєктів', after: null },
          ],
        }),
      ],
    },
    {
      name: 'stepper',
      states: [
        stepper({
          locale,
          steps: [
            { label: 'Текст', state: 'done', href: '#' },
            { label: 'Перевірка', state: 'current' },
            { label: 'Прийняття', state: 'todo' },
          ],
        }),
      ],
    },
    {
      name: 'progressBar',
      states: [
        progressBar({
          id: 'bar-year',
          label: 'Виконано за рік',
          value: 41,
          max: 47,
          text: '41 з 47 обов’язків',
        }),
        progressBar({ id: 'bar-unknown', label: 'Читаємо текст' }),
      ],
    },
    {
      name: 'history',
      states: [
        history({
          locale,
          entries: [
            {
              when: '24 листопада 2026 року, 14:05',
              dateTime: '2026-11-24T14:05+02:00',
              who: 'О. Демченко, координатор',
              what: 'Звіт повернуто з зауваженням',
              details: facts([{ term: 'Зауваження', detail: 'Бракує суми за 4.11' }]),
            },
            {
              when: '23 листопада 2026 року, 9:30',
              who: 'І. Савчук, управління культури',
              what: 'Звіт подано',
            },
          ],
        }),
        history({ locale, entries: [] }),
      ],
    },
  ]
}
