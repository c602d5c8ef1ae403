/** The form of one measure: its text, who, when, for how much, to which task. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Content, disclosure, fieldset } from '../../../ui/index.ts'
import { RECURRENCE_KINDS } from '../rules/recurrence-fields.ts'
import { texts } from '../texts/index.ts'
import type { ProposedMeasure } from '../types/proposed.ts'
import { fundingRows, type SectionForm } from './section-fields.ts'
import { recurrenceText } from './terms.ts'

export function measureFields(form: SectionForm, measure: ProposedMeasure): Content {
  const { f, locale, proposed: p } = form
  const t = texts(locale).review
  return [
    f.text({ name: 'number', label: t.fields.measureNumber, width: 'short' }),
    f.area({ name: 'text', label: t.fields.text, rows: 6, lang: 'uk' }),
    f.text({
      name: 'title',
      label: t.fields.measureTitle,
      hint: t.fields.measureTitleHint,
      maxLength: 90,
      optional: true,
    }),
    f.text({ name: 'titleEn', label: t.fields.measureTitleEn, maxLength: 120, optional: true }),
    f.checkboxes({ name: 'executors', label: t.fields.executors, options: executorOptions(form) }),
    f.text({
      name: 'newExecutor',
      label: t.fields.newExecutor,
      hint: t.fields.newExecutorHint,
      optional: true,
    }),
    f.checkbox({ name: 'newIsGroup', label: t.fields.newIsGroup, value: 'on' }),
    f.text({ name: 'termRaw', label: t.fields.termRaw, width: 'medium', optional: true }),
    termFields(form, measure),
    p.tasks.length > 0 &&
      disclosure({
        summary: t.fields.measureTasks,
        open: measure.tasks.length > 0,
        content: f.checkboxes({
          name: 'tasks',
          label: t.fields.measureTasks,
          options: p.tasks.map((task, i) => ({ value: String(i), label: task.text })),
        }),
      }),
    disclosure({
      summary: t.fields.funding,
      open: measure.funding.length > 0,
      content: html`${fundingRows(
        form,
        measure.funding.map(() => measure.lines),
        1,
      )}`,
    }),
  ]
}

/** Those of the draft first; then departments that exist already and that the draft does not name. */
function executorOptions({ proposed: p, known, suggestions, locale }: SectionForm) {
  const t = texts(locale).review.fields
  const used = new Set<string | null>([
    ...p.units.map((u) => u.unitId),
    ...[...suggestions.values()].map((s) => s.id),
  ])
  return [
    ...p.units.map((u) => ({ value: u.key, label: u.name, hint: u.isGroup ? t.unitGroup : undefined })),
    ...known
      .filter((k) => !used.has(k.id))
      .map((k) => ({ value: `unit:${k.id}`, label: k.name, hint: t.unitKnown })),
  ]
}

/** Terms that need no figures beside their kind. */
const PLAIN_KINDS: readonly unknown[] = [
  'auto',
  'continuous',
  'daily',
  'weekly',
  'quarterly',
  'onDemand',
  'none',
]

function termFields({ f, locale, values }: SectionForm, measure: ProposedMeasure): Html {
  const t = texts(locale)
  const kinds = t.recurrence.kinds
  const short = { width: 'short' as const, optional: true }
  return fieldset({
    legend: t.review.fields.recurrence,
    hint: `${t.review.fields.recurrenceHint}. ${recurrenceText(locale, measure.recurrence)}`,
    content: [
      f.select({
        name: 'kind',
        label: t.review.fields.recurrence,
        width: 'medium',
        options: [
          { value: 'auto', label: t.review.fields.auto },
          ...RECURRENCE_KINDS.map((kind) => ({ value: kind, label: kinds[kind] })),
        ],
      }),
      disclosure({
        summary: t.review.fields.termDetails,
        open: !PLAIN_KINDS.includes(values['kind']),
        content: [
          f.integer({ name: 'termYear', label: t.review.fields.year, ...short }),
          f.select({
            name: 'termMonth',
            label: t.review.fields.month,
            width: 'short',
            empty: '–',
            optional: true,
            options: t.recurrence.monthNames.map((name, i) => ({ value: String(i + 1), label: name })),
          }),
          f.integer({ name: 'termDay', label: t.review.fields.day, ...short }),
          f.integer({ name: 'fromYear', label: t.review.fields.fromYear, ...short }),
          f.integer({ name: 'toYear', label: t.review.fields.toYear, ...short }),
          disclosure({
            summary: `${t.review.fields.quarters}, ${t.review.fields.months.toLowerCase()}`,
            open: [values['quarters'], values['months']].some((v) => v !== undefined && v.length > 0),
            content: [
              f.checkboxes({
                name: 'quarters',
                label: t.review.fields.quarters,
                options: [1, 2, 3, 4].map((q) => ({ value: String(q), label: t.recurrence.quarter(q) })),
              }),
              f.checkboxes({
                name: 'months',
                label: t.review.fields.months,
                options: t.recurrence.monthNames.map((name, i) => ({ value: String(i + 1), label: name })),
              }),
            ],
          }),
        ],
      }),
    ],
  })
}
