/** The executor's two minutes: each measure one block, its evidence beside it. */
import { type Html, html } from '../../../kernel/html.ts'
import { dayMonth, figure } from '../../../kernel/texts.ts'
import { one } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { MeasureId } from '../../programmes/index.ts'
import { fields, reportValues } from '../forms.ts'
import { needsReason } from '../rules/report.ts'
import { isEdited } from '../rules/rows.ts'
import { composeResultEn } from '../texts/compose-en.ts'
import { rowStates, texts } from '../texts/index.ts'
import { type FactRow, type QuarterlyReport, type Remark, type ReportRow, ROW_STATES } from '../types.ts'
import { cashLine, measureAnchor, REPORTS } from './parts.ts'
import { remarkNotice } from './report-page.ts'

export type EditData = {
  readonly report: QuarterlyReport
  /** As kept, and brought up to the facts of this moment. */
  readonly kept: readonly ReportRow[]
  readonly rows: readonly ReportRow[]
  readonly facts: readonly FactRow[]
  readonly remarks: readonly Remark[]
  readonly form: FormState
}

export function reportForm(frame: ui.Frame, data: EditData): Html {
  const { locale } = frame
  const { report, rows, form } = data
  const t = texts[locale].report
  const path = `${REPORTS}/${report.id}`
  const typed = Object.keys(form.values).length > 0
  const values = typed ? form.values : reportValues(report, rows)
  const { errors } = form
  const f = ui.boundFields({ locale, values, errors })
  return html`<p class="soft">${t.composedNote} ${t.refreshHint}</p>${ui.postButton({
    action: `${path}/refresh`,
    csrf: frame.csrf,
    label: t.refresh,
    kind: 'quiet',
    small: true,
  })}${remarkNotice(
    frame,
    data.remarks.filter((r) => r.measureId === null),
  )}${ui.form({
    locale,
    action: path,
    csrf: frame.csrf,
    errors,
    submit: t.submit,
    draft: t.draft,
    draftKey: `report-${report.id}-${report.lockVersion}`,
    content: [
      ui.hiddenField('lockVersion', String(report.lockVersion)),
      rows.map((row) => block(frame, data, row, f)),
      f.checkbox({ name: 'nothingToDo', label: t.nothingToDo, hint: t.nothingHint }),
      f.area({ name: 'note', label: t.note, optional: true, rows: 2 }),
    ],
  })}`
}

function block(frame: ui.Frame, data: EditData, row: ReportRow, f: ui.BoundFields): Html {
  const { locale } = frame
  const t = texts[locale].report
  const fact = data.facts.find((x) => x.measureId === row.measureId)
  const id = row.measureId
  const title = locale === 'en' && row.titleEn ? row.titleEn : row.title
  return ui.section({
    id: measureAnchor(row.number),
    title: t.measureHead(row.number, title),
    ...(row.term ? { intro: t.termOf(row.term) } : {}),
    content: ui.columns({
      main: [
        remarkNotice(
          frame,
          data.remarks.filter((r) => r.measureId === id),
        ),
        f.radios({
          name: fields.state(id),
          label: t.state,
          options: ROW_STATES.map((s) => ({ value: s, label: rowStates[locale][s] })),
        }),
        f.area({ name: fields.result(id), label: t.result, hint: t.resultHint, rows: 4, lang: 'uk' }),
        composedNow(frame, data, row),
        row.indicators.map((i) =>
          f.text({
            name: fields.fact(id, i.id),
            label: t.indicator(i.name, i.unitName, i.plan === null ? null : figure(locale, i.plan)),
            width: 'short',
            inputMode: 'decimal',
            optional: true,
          }),
        ),
        ui.paragraph(cashLine(locale, row), 'soft'),
        reasonAndNext(frame, data, row, f),
      ],
      aside: evidenceBox(frame, fact, id),
    }),
  })
}

/** Folded where nothing asks for it: what was done in time needs no reason. */
function reasonAndNext(frame: ui.Frame, data: EditData, row: ReportRow, f: ui.BoundFields): Html {
  const t = texts[frame.locale].report
  const id = row.measureId
  const typed = [fields.reason(id), fields.next(id)].some((name) => one(data.form.values, name) !== '')
  const wrong = data.form.errors.some((e) => e.field === fields.reason(id))
  const asked = row.state !== null && needsReason(row.state)
  return ui.disclosure({
    summary: t.reasonAndNext,
    open: asked || typed || wrong || row.reason !== null || row.nextStep !== null,
    content: [
      f.area({ name: fields.reason(id), label: t.reason, hint: t.reasonHint, rows: 2, lang: 'uk' }),
      f.area({ name: fields.next(id), label: t.nextStep, optional: true, rows: 2, lang: 'uk' }),
    ],
  })
}

/** What the facts say now, where the text in the report is another one. */
function composedNow(frame: ui.Frame, data: EditData, row: ReportRow): Html | false {
  const { locale } = frame
  const t = texts[locale].report
  if (!isEdited(row) || row.composed === '') return false
  const kept = data.kept.find((k) => k.measureId === row.measureId)
  const changed = kept !== undefined && kept.composed !== row.composed
  const diff = ui.diffView({
    locale,
    caption: t.composedNow,
    rows: [{ label: t.result, before: row.result, after: row.composed }],
    beforeLabel: t.kept,
    afterLabel: t.composedNow,
  })
  const take = ui.button({
    label: t.take,
    kind: 'quiet',
    small: true,
    name: 'take',
    value: row.measureId,
    hint: row.number,
  })
  return changed
    ? html`${ui.notice({ locale, tone: 'info', title: t.factsChanged, body: diff })}${ui.buttonRow(take)}`
    : ui.disclosure({ summary: t.composedNow, content: html`${diff}${ui.buttonRow(take)}` })
}

/** @param addFor the measure for which the reader may record more */
export function evidenceBox(frame: ui.Frame, fact: FactRow | undefined, addFor: MeasureId | null): Html {
  const { locale } = frame
  const t = texts[locale].report
  const evidence = fact?.evidence ?? []
  return ui.box({
    title: t.evidence(evidence.length),
    content: html`${
      evidence.length === 0
        ? html`<p class="soft">${t.noEvidence}</p>`
        : ui.bullets(
            evidence.map(
              (e) => html`<a href="/office/evidence/${e.id}">${e.title}</a>, ${dayMonth(locale, e.from)}`,
            ),
          )
    }${locale === 'en' && evidence.length > 0 && html`<p>${composeResultEn(evidence)}</p>`}${
      addFor !== null && html`<p><a href="/office/evidence/new?measure=${addFor}">${t.addEvidence}</a></p>`
    }`,
  })
}
