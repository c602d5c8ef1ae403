/** What may be done with a consolidated report: edit its words, approve, publish, correct. */
import { type Html, html } from '../../../kernel/html.ts'
import type { FormValues } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { SIGNATURES } from '../forms.ts'
import { texts } from '../texts/index.ts'
import type { FrozenConsolidated } from '../types/frozen.ts'
import type { Consolidated } from '../types.ts'
import { CONSOLIDATED } from './parts.ts'
import { correctForm } from './report-decision.ts'

export type ConsolidatedRights = {
  readonly edit: boolean
  readonly approve: boolean
  readonly publish: boolean
  readonly correct: boolean
}

export function consolidatedForms(
  frame: ui.Frame,
  report: Consolidated,
  content: FrozenConsolidated,
  rights: ConsolidatedRights,
  forms: { readonly edit: FormState; readonly correction: FormState },
): Html {
  const { locale } = frame
  const c = texts[locale].consolidated
  const path = `${CONSOLIDATED}/${report.id}`
  const lockVersion = String(report.lockVersion)
  const silent = content.arrivals.filter((a) => a.state !== 'accepted').length
  return html`${rights.edit && editForm(frame, report, content, forms.edit)}${
    rights.approve &&
    ui.section({
      title: c.approve,
      intro: c.approveText,
      content: html`${silent > 0 && ui.notice({ locale, tone: 'warning', body: c.approveAnyway(silent) })}${ui.postButton(
        { action: `${path}/approve`, csrf: frame.csrf, label: c.approve, fields: { lockVersion } },
      )}`,
    })
  }${
    rights.publish &&
    ui.buttonRow(ui.postButton({ action: `${path}/publish`, csrf: frame.csrf, label: c.publish }))
  }${rights.correct && correctForm(frame, path, forms.correction)}`
}

export function editValues(content: FrozenConsolidated): FormValues {
  const { signatories, decisionSignatory, sitting, rapporteur, commission } = content.requisites
  const values: Record<string, string> = {
    introduction: content.introduction,
    conclusions: content.conclusions,
    sitting: sitting ?? '',
    rapporteur: rapporteur ?? '',
    commission: commission ?? '',
    decisionPosition: decisionSignatory?.position ?? '',
    decisionName: decisionSignatory?.name ?? '',
  }
  for (const n of SIGNATURES) {
    values[`position${n}`] = signatories[n - 1]?.position ?? ''
    values[`name${n}`] = signatories[n - 1]?.name ?? ''
  }
  return values
}

function editForm(frame: ui.Frame, report: Consolidated, content: FrozenConsolidated, form: FormState): Html {
  const { locale } = frame
  const c = texts[locale].consolidated
  const { errors } = form
  const values = Object.keys(form.values).length > 0 ? form.values : editValues(content)
  const f = ui.boundFields({ locale, values, errors })
  return ui.disclosure({
    summary: c.edit,
    open: errors.length > 0,
    id: 'edit',
    content: ui.form({
      locale,
      action: `${CONSOLIDATED}/${report.id}`,
      csrf: frame.csrf,
      errors,
      submit: c.save,
      draftKey: `consolidated-${report.id}-${report.lockVersion}`,
      content: [
        ui.hiddenField('lockVersion', String(report.lockVersion)),
        f.area({ name: 'introduction', label: c.introduction, hint: c.textHint, rows: 6, lang: 'uk' }),
        f.area({ name: 'conclusions', label: c.conclusions, hint: c.textHint, rows: 8, lang: 'uk' }),
        ui.fieldset({
          legend: c.signatures,
          hint: c.signaturesHint,
          content: SIGNATURES.map((n) => [
            f.text({ name: `position${n}`, label: c.position(n), optional: true }),
            f.text({ name: `name${n}`, label: c.name(n), width: 'medium', optional: true }),
          ]),
        }),
        ui.fieldset({
          legend: c.decision,
          content: [
            f.text({ name: 'sitting', label: c.sitting, hint: c.sittingHint, optional: true }),
            f.text({ name: 'rapporteur', label: c.rapporteur, optional: true }),
            f.text({ name: 'commission', label: c.commission, optional: true }),
            f.text({ name: 'decisionPosition', label: c.decisionPosition, optional: true }),
            f.text({ name: 'decisionName', label: c.decisionName, width: 'medium', optional: true }),
          ],
        }),
      ],
    }),
  })
}
