/** What others than the executor see of a report that is not accepted, and the coordinator's two forms. */
import { type Html, html } from '../../../kernel/html.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { fields } from '../forms.ts'
import { texts } from '../texts/index.ts'
import type { FactRow, QuarterlyReport, Remark, ReportRow } from '../types.ts'
import { measureAnchor, official, REPORTS } from './parts.ts'
import { evidenceBox } from './report-form.ts'
import { remarkNotice } from './report-page.ts'
import { rowMatter } from './row-matter.ts'

export type ReadData = {
  readonly report: QuarterlyReport
  readonly rows: readonly ReportRow[]
  readonly facts: readonly FactRow[]
  readonly remarks: readonly Remark[]
  /** Of the form of return. */
  readonly form: FormState
}

export function readOnlyReport(frame: ui.Frame, data: ReadData): Html {
  const { locale } = frame
  const t = texts[locale]
  const { report, rows } = data
  return html`${remarkNotice(
    frame,
    data.remarks.filter((r) => r.measureId === null),
  )}${report.nothingToDo && ui.notice({ locale, tone: 'info', title: t.nothing })}${
    !report.nothingToDo && rows.map((row) => rowView(frame, data, row))
  }${report.note !== null && ui.section({ title: t.report.note, content: official(locale, report.note) })}`
}

function rowView(frame: ui.Frame, data: ReadData, row: ReportRow): Html {
  const { locale } = frame
  const t = texts[locale]
  const fact = data.facts.find((f) => f.measureId === row.measureId)
  const title = locale === 'en' && row.titleEn ? row.titleEn : row.title
  const changed = data.report.state === 'submitted' && fact !== undefined && fact.composed !== row.composed
  return ui.section({
    id: measureAnchor(row.number),
    title: t.report.measureHead(row.number, title),
    content: ui.columns({
      main: [
        remarkNotice(
          frame,
          data.remarks.filter((r) => r.measureId === row.measureId),
        ),
        rowMatter(frame, row),
        changed &&
          ui.notice({
            locale,
            tone: 'warning',
            title: t.report.changedSince,
            body: official(locale, fact.composed),
          }),
      ],
      aside: evidenceBox(frame, fact, null),
    }),
  })
}

/** Accept, or return with remarks of the whole and of each measure. */
export function decisionForms(frame: ui.Frame, data: ReadData): Html {
  const { locale } = frame
  const t = texts[locale].report
  const { report, rows, form } = data
  const path = `${REPORTS}/${report.id}`
  const { errors } = form
  const f = ui.boundFields({ locale, values: form.values, errors })
  return ui.section({
    id: 'decide',
    title: t.decide,
    content: html`<p>${t.acceptText}</p>${ui.postButton({
      action: `${path}/accept`,
      csrf: frame.csrf,
      label: t.accept,
      fields: { lockVersion: String(report.lockVersion) },
    })}${ui.disclosure({
      summary: t.return,
      open: errors.length > 0,
      content: ui.form({
        locale,
        action: `${path}/return`,
        csrf: frame.csrf,
        errors,
        submit: t.return,
        content: [
          ui.hiddenField('lockVersion', String(report.lockVersion)),
          f.area({ name: 'remark', label: t.remarkWhole, rows: 3 }),
          rows.map((row) =>
            f.area({
              name: fields.remark(row.measureId),
              label: t.remarkOf(row.number),
              optional: true,
              rows: 2,
            }),
          ),
        ],
      }),
    })}`,
  })
}

export function correctForm(frame: ui.Frame, path: string, form: FormState): Html {
  const { locale } = frame
  const t = texts[locale].report
  const { errors } = form
  const f = ui.boundFields({ locale, values: form.values, errors })
  return ui.disclosure({
    summary: t.correct,
    open: errors.length > 0,
    content: ui.form({
      locale,
      action: `${path}/correct`,
      csrf: frame.csrf,
      errors,
      submit: t.correct,
      content: f.area({ name: 'reason', label: t.correctReason, hint: t.correctHint, rows: 3 }),
    }),
  })
}
