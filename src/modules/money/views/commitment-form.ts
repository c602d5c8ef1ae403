/** The form of a commitment, new or changed. */
import type { Html } from '../../../kernel/html.ts'
import type { FormValues } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import { COMMITMENT_KINDS, type Commitment } from '../types.ts'
import { at, type Chosen, measureOptions, type Names, OFFICE, sourceOptions, typedMoney } from './parts.ts'

/** What a form shows of a commitment that exists. */
export function commitmentValues(c: Commitment): FormValues {
  return {
    year: String(c.year),
    source: c.source,
    measureId: c.measureId ?? '',
    kind: c.kind,
    counterparty: c.counterparty,
    counterpartyCode: c.counterpartyCode ?? '',
    number: c.number,
    signedOn: `${String(c.signedOn.day).padStart(2, '0')}.${String(c.signedOn.month).padStart(2, '0')}.${c.signedOn.year}`,
    subject: c.subject,
    amount: typedMoney(c.amount),
    procurementLink: c.procurementLink ?? '',
    version: String(c.version),
  }
}

export function commitmentForm(
  frame: ui.Frame,
  chosen: Chosen,
  state: FormState,
  form: {
    /** Of the one that is edited; null for a new one. */
    readonly edited: { readonly id: string; readonly version: string } | null
    readonly sources: readonly string[]
    readonly years: readonly number[]
    readonly names: Names
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const w = t.commitments.form
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors })
  const back = form.edited ? `${OFFICE}/commitments/${form.edited.id}` : at('/commitments', chosen)
  const typed = (name: string) => {
    const value = state.values[name]
    return typeof value === 'string' ? value : ''
  }
  const sources = form.sources.length > 0 ? form.sources : [typed('source')].filter(Boolean)
  return ui.page(frame, {
    title: form.edited ? t.commitments.editTitle : w.title,
    breadcrumbs: [
      { label: t.title, href: at('', chosen) },
      { label: t.commitments.title, href: at('/commitments', chosen) },
    ],
    lead: w.lead,
    main: ui.form({
      locale,
      action: form.edited ? `${back}/edit` : at('/commitments/new', chosen),
      csrf: frame.csrf,
      errors: state.errors,
      submit: form.edited ? w.save : w.submit,
      cancelHref: back,
      draftKey: form.edited ? `commitment-${form.edited.id}` : 'commitment-new',
      content: [
        form.edited && ui.hiddenField('version', form.edited.version),
        ui.fieldset({
          legend: w.where,
          content: [
            f.select({
              name: 'year',
              label: w.year,
              width: 'short',
              options: form.years.map((y) => ({ value: String(y), label: String(y) })),
            }),
            sources.length > 0
              ? f.select({ name: 'source', label: w.source, options: sourceOptions(locale, sources) })
              : f.text({ name: 'source', label: w.source, hint: t.plan.form.sourceHint }),
            f.select({
              name: 'measureId',
              label: w.measure,
              hint: w.measureHint,
              empty: t.common,
              options: measureOptions(locale, form.names),
            }),
          ],
        }),
        ui.fieldset({
          legend: w.who,
          content: [
            f.radios({
              name: 'kind',
              label: w.kind,
              options: COMMITMENT_KINDS.map((k) => ({ value: k, label: w.kindOptions[k] })),
            }),
            f.text({ name: 'counterparty', label: w.counterparty, hint: w.counterpartyHint }),
            f.text({
              name: 'counterpartyCode',
              label: w.code,
              hint: w.codeHint,
              optional: true,
              width: 'short',
              inputMode: 'numeric',
            }),
            f.text({ name: 'number', label: w.number, width: 'medium' }),
            f.date({ name: 'signedOn', label: w.signedOn }),
            f.area({ name: 'subject', label: w.subject, rows: 3 }),
            f.money({ name: 'amount', label: w.amount }),
            f.text({ name: 'procurementLink', label: w.link, hint: w.linkHint, optional: true, type: 'url' }),
          ],
        }),
      ],
    }),
  })
}
