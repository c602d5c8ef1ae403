/** The form of a card. */

import type { Html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { type OrganisationLine, organisationLabel } from '../../organisations/index.ts'
import { onBehalfField } from '../../representatives/index.ts'
import { INDICATOR_ROWS, LINK_ROWS } from '../forms.ts'
import { texts } from '../texts/index.ts'
import type { Practice } from '../types.ts'
import { type Directions, directionName } from './parts.ts'

/** Most cards have one figure; the others wait folded, unless something stands in them. */
const [FIRST, ...MORE] = INDICATOR_ROWS

function touched({ values, errors }: FormState, n: number): boolean {
  const of = `indicator${n}`
  return (
    Object.entries(values).some(([name, value]) => name.startsWith(of) && value !== '') ||
    errors.some((e) => e.field?.startsWith(of))
  )
}

function indicatorRow(locale: Locale, f: ui.BoundFields, n: number): Html {
  const t = texts[locale]
  return ui.fieldset({
    legend: t.form.indicatorN(n),
    ...(n === 1 ? { hint: t.form.indicatorsHint } : {}),
    content: ui.fieldRow([
      f.text({ name: `indicator${n}Name`, label: t.labels.indicator, optional: n > 1 }),
      f.text({
        name: `indicator${n}Unit`,
        label: t.labels.unit,
        ...(n === 1 ? { hint: t.form.unitHint } : {}),
        width: 'short',
        optional: true,
      }),
      f.text({
        name: `indicator${n}Before`,
        label: t.labels.before,
        width: 'short',
        inputMode: 'decimal',
        optional: true,
      }),
      f.text({
        name: `indicator${n}After`,
        label: t.labels.after,
        width: 'short',
        inputMode: 'decimal',
        optional: n > 1,
      }),
    ]),
  })
}

export function formPage(
  frame: ui.Frame,
  view: {
    readonly base: string
    readonly action: string
    /** Null: a new one, of one of these. */
    readonly practice: Practice | null
    readonly organisations: readonly OrganisationLine[]
    readonly directions: Directions
    readonly form: FormState
  },
): Html {
  const { locale, csrf } = frame
  const t = texts[locale]
  const f = ui.boundFields({ locale, values: view.form.values, errors: view.form.errors })
  const { practice } = view
  const [only] = view.organisations
  return ui.page(frame, {
    title: practice ? t.form.editTitle : t.form.newTitle,
    lead: [t.form.lead, view.organisations.length === 1 && only && ` ${organisationLabel(only, locale)}.`],
    breadcrumbs: [
      { label: t.title, href: view.base },
      ...(practice ? [{ label: practice.content.title, href: `${view.base}/${practice.id}` }] : []),
    ],
    main: ui.form({
      locale,
      csrf,
      action: view.action,
      errors: view.form.errors,
      submit: t.form.submit,
      draft: t.form.draft,
      draftKey: `practice-${practice?.id ?? 'new'}`,
      cancelHref: practice ? `${view.base}/${practice.id}` : view.base,
      content: [
        practice
          ? ui.hiddenField('version', String(practice.version))
          : onBehalfField(locale, f, {
              name: 'organisationId',
              label: t.organisation,
              organisations: view.organisations,
            }),
        ui.fieldset({
          legend: t.form.about,
          content: [
            f.text({ name: 'title', label: t.labels.title }),
            f.area({ name: 'problem', label: t.labels.problem, hint: t.form.problemHint, rows: 4 }),
            f.area({ name: 'done', label: t.labels.done, hint: t.form.doneHint, rows: 6 }),
            f.area({ name: 'result', label: t.labels.result, hint: t.form.resultHint, rows: 4 }),
          ],
        }),
        indicatorRow(locale, f, FIRST),
        ui.disclosure({
          summary: t.form.moreIndicators,
          open: MORE.some((n) => touched(view.form, n)),
          content: MORE.map((n) => indicatorRow(locale, f, n)),
        }),
        ui.fieldset({
          legend: t.form.whenWhere,
          content: [
            ui.fieldRow([
              f.date({ name: 'from', label: t.form.from }),
              f.date({ name: 'to', label: t.form.to, optional: true }),
            ]),
            f.text({ name: 'place', label: t.labels.place, optional: true }),
            f.select({
              name: 'directionId',
              label: t.labels.direction,
              empty: true,
              options: view.directions.map((d) => ({
                value: d.id,
                label: directionName(locale, view.directions, d.id) ?? '',
              })),
            }),
          ],
        }),
        ui.fieldset({
          legend: t.form.money,
          content: [
            f.money({ name: 'cost', label: t.labels.cost, hint: t.form.costHint, optional: true }),
            f.text({
              name: 'costSources',
              label: t.labels.costSources,
              hint: t.form.costSourcesHint,
              optional: true,
            }),
            f.area({
              name: 'partners',
              label: t.labels.partners,
              hint: t.form.partnersHint,
              rows: 4,
              optional: true,
            }),
          ],
        }),
        ui.fieldset({
          legend: t.form.proof,
          content: LINK_ROWS.map((n) =>
            f.text({ name: `link${n}`, label: t.form.linkN(n), type: 'url', optional: true }),
          ),
        }),
        f.text({ name: 'contact', label: t.labels.contact, hint: t.form.contactHint }),
      ],
    }),
  })
}
