import { html } from '../../kernel/html.ts'
import type { Frame } from '../frame.ts'
import { type RibbonRow, ribbon } from '../ribbon.ts'
import { legend, STITCH_STATES, type StitchState, stateWord, stitch, tag } from '../stitch.ts'
import type { Specimen } from './specimen.ts'

const measures: readonly (readonly [string, string, string])[] = [
  ['4.1', 'Аналіз тенденцій і моніторинг суспільно-політичного життя', 'done done done part'],
  ['4.2', 'Соціологічні дослідження, рейтинг актуальних питань', 'none done none due'],
  ['4.3', 'Громадсько-політичний паспорт міста', 'none none none plan'],
  ['4.4', 'Дні інформування населення', 'done done late due'],
  ['4.5', 'Експрес-інформація про події', 'done done done part'],
  ['4.8', 'База даних об’єднань громадян', 'done excused none none'],
  ['4.9', 'Засідання Громадської ради', 'done done done done'],
  ['4.13', 'Конкурс соціально-культурних проєктів', 'none carried done plan'],
]

/** Rows of a ribbon for samples. */
export function sampleRibbonRows(): readonly RibbonRow[] {
  return measures.map(([number, label, states]) => ({
    number,
    label,
    href: '#',
    cells: states
      .split(' ')
      .map((s) => ({ state: STITCH_STATES.find((k): k is StitchState => k === s) ?? 'none' })),
  }))
}

export function statePicture({ locale }: Frame): readonly Specimen[] {
  const quarters = ['I', 'II', 'III', 'IV']
  const full = (year: number, label: string) => ({ label, title: `${label} квартал ${year} року` })
  return [
    {
      name: 'stitch',
      states: [html`<p>${STITCH_STATES.map((state) => html`${stitch({ locale, state })} `)}</p>`],
    },
    {
      name: 'stateWord',
      states: [
        html`<p>${STITCH_STATES.map((state) => html`${stateWord({ locale, state })} `)}</p>`,
        html`<p>${stateWord({ locale, state: 'part', label: '3 з 4' })}</p>`,
      ],
    },
    { name: 'legend', states: [legend({ locale, states: STITCH_STATES })] },
    {
      name: 'tag',
      states: [
        html`<p>${tag('4.9', 'plain')} ${tag('звіт')} ${tag('прийнято', 'done')} ${tag('до 27 листопада', 'due')} ${tag('на 8 днів', 'late')}</p>`,
      ],
    },
    {
      name: 'ribbon',
      states: [
        ribbon({
          locale,
          caption: 'Заходи за кварталами 2026 року',
          head: 'Захід',
          columns: quarters.map((q, i) => ({ ...full(2026, q), current: i === 3 })),
          rows: sampleRibbonRows(),
        }),
        ribbon({
          locale,
          caption: 'Два роки: широка стрічка прокручується вбік',
          head: 'Захід',
          columns: [2025, 2026].flatMap((year) => quarters.map((q) => full(year, q))),
          rows: sampleRibbonRows()
            .slice(0, 3)
            .map((r) => ({
              label: r.label,
              cells: [...r.cells, ...r.cells].map((c) => ({ ...c, href: '#' })),
            })),
          legend: false,
        }),
      ],
    },
  ]
}
