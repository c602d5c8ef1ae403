/** The two-minute form: title, day, duty; the rest is folded. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { Indicator } from '../../programmes/index.ts'
import { dutyField, factField } from '../forms/evidence.ts'
import { periodName } from '../texts/explain.ts'
import { textsOf } from '../texts/index.ts'
import {
  type DutyLine,
  EVIDENCE_KINDS,
  type EvidenceFile,
  type EvidenceId,
  type MeasureRef,
  SHARES,
} from '../types.ts'
import { doneNotice, measureTitle } from './parts.ts'

export type EvidenceFormView = {
  readonly form: FormState
  readonly mode:
    | { readonly kind: 'new' }
    | { readonly kind: 'draft'; readonly id: EvidenceId }
    | {
        readonly kind: 'edit'
        readonly id: EvidenceId
        readonly version: number
        readonly frozen: boolean
      }
  /** Duties chosen by the way here or before; they stand open. */
  readonly chosen: readonly DutyLine[]
  readonly others: readonly DutyLine[]
  readonly measures: readonly MeasureRef[]
  readonly indicators: readonly Indicator[]
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly files: readonly EvidenceFile[]
  readonly today: CivilDate
  readonly done?: string | undefined
}

export function evidenceFormPage(frame: ui.Frame, view: EvidenceFormView): Html {
  const { locale } = frame
  const t = textsOf(locale).evidence
  const isEdit = view.mode.kind === 'edit'
  const back = view.mode.kind === 'edit' ? `/office/evidence/${view.mode.id}` : '/office/evidence'
  return ui.page(frame, {
    title: isEdit ? t.form.edit : t.form.title,
    lead: isEdit ? null : t.form.lead,
    breadcrumbs: [{ label: t.title, href: '/office/evidence' }],
    notices: doneNotice(locale, view.done),
    main: html`${ui.form({
      locale,
      csrf: frame.csrf,
      action: isEdit ? `${back}/edit` : '/office/evidence/new',
      multipart: true,
      errors: view.form.errors,
      submit: isEdit ? t.form.saveEdit : t.form.save,
      draft: isEdit ? false : t.form.draft,
      cancelHref: back,
      content: fieldsOf(locale, view),
    })}${
      view.mode.kind === 'draft' &&
      ui.confirmButton({
        action: `/office/evidence/${view.mode.id}/discard`,
        csrf: frame.csrf,
        label: t.form.discard,
        summary: t.form.discard,
        text: t.form.discardText,
      })
    }`,
  })
}

function fieldsOf(locale: Locale, view: EvidenceFormView): Html {
  const t = textsOf(locale).evidence.form
  const { mode, form } = view
  const f = ui.boundFields({ locale, values: form.values, errors: form.errors })
  // Where a chosen duty is past its day the question stands open; else it is folded with the rest.
  const isLate =
    form.errors.some((e) => e.field === 'lateReason') ||
    view.chosen.some((d) => d.due.since(view.today).sign < 0)
  const lateField = f.area({
    name: 'lateReason',
    label: t.late,
    hint: t.lateHint,
    rows: 2,
    optional: true,
  })
  const wrong = (...names: readonly string[]) => form.errors.some((e) => names.includes(e.field ?? ''))
  return html`${mode.kind === 'draft' && ui.hiddenField('draft', mode.id)}${
    mode.kind === 'edit' && ui.hiddenField('version', String(mode.version))
  }
${f.text({ name: 'title', label: t.name, hint: t.nameHint, maxLength: 300 })}
${f.date({ name: 'happenedFrom', label: t.from })}
${dutyFields(locale, view, f)}
${isLate && lateField}
${ui.disclosure({
  summary: t.more,
  open:
    mode.kind === 'edit' ||
    wrong('happenedTo', 'organisations', 'participants', 'cost', 'link', 'kind', 'unit'),
  content: html`${moreFields(locale, view, f)}${!isLate && lateField}`,
})}
${view.indicators.length > 0 && indicatorFields(locale, view, f)}
${fileFields(locale, view, f)}
${
  mode.kind === 'edit' &&
  f.area({
    name: 'reason',
    label: t.reason,
    hint: mode.frozen ? t.reasonFrozen : t.reasonHint,
    rows: 2,
    optional: !mode.frozen,
  })
}`
}

/** The group itself bears the id that an error about duties as a whole links to. */
function dutyFields(locale: Locale, view: EvidenceFormView, f: ui.BoundFields): Html {
  const t = textsOf(locale).evidence.form
  const { errors, values } = view.form
  const error = errors.flatMap((e) => (e.field === 'duties' ? [e.message] : [])).join(' ')
  const select = (duty: DutyLine) =>
    f.select({
      name: dutyField(duty.id),
      label: `${duty.measureNumber} ${measureTitle(locale, { title: duty.measureTitle, titleEn: duty.measureTitleEn })}`,
      hint: `${t.due(periodName(locale, duty.period), shortDate(locale, duty.due))}. ${duty.unitName}`,
      options: [
        { value: '', label: t.share.none },
        ...SHARES.map((share) => ({ value: share, label: t.share[share] })),
      ],
      width: 'medium',
    })
  const touched = view.others.some((d) => (values[dutyField(d.id)] ?? '') !== '')
  return html`<div id="${ui.fieldId('duties')}" tabindex="-1">${ui.fieldset({
    legend: t.chosen,
    hint: view.chosen.length + view.others.length === 0 ? t.noDuties : undefined,
    content: html`${error !== '' && html`<p class="error">${error}</p>`}${view.chosen.map(select)}${
      view.others.length > 0 &&
      ui.disclosure({
        summary: t.others(view.others.length),
        open: view.chosen.length === 0 || touched,
        content: view.others.map(select),
      })
    }${
      view.measures.length > 0 &&
      ui.disclosure({
        summary: t.otherMeasures,
        open: (values['measures'] ?? '').length > 0,
        content: f.checkboxes({
          name: 'measures',
          label: t.otherMeasures,
          options: view.measures.map((m) => ({
            value: m.id,
            label: `${m.number} ${measureTitle(locale, m)}`,
          })),
        }),
      })
    }`,
  })}</div>`
}

function moreFields(locale: Locale, view: EvidenceFormView, f: ui.BoundFields): Html {
  const texts = textsOf(locale).evidence
  const t = texts.form
  return html`${f.date({ name: 'happenedTo', label: t.to, hint: t.toHint, optional: true })}
${f.select({
  name: 'kind',
  label: t.kind,
  options: EVIDENCE_KINDS.map((k) => ({ value: k, label: texts.kinds[k] })),
  width: 'medium',
})}
${
  view.units.length > 1 &&
  f.select({
    name: 'unit',
    label: t.unit,
    hint: t.unitHint,
    empty: true,
    optional: true,
    options: view.units.map((u) => ({ value: u.id, label: u.name })),
  })
}
${f.text({ name: 'place', label: t.place, optional: true, maxLength: 300 })}
${f.area({ name: 'result', label: t.result, hint: t.resultHint, optional: true, rows: 4 })}
${f.integer({ name: 'participants', label: t.participants, optional: true })}
${f.area({ name: 'organisations', label: t.organisations, hint: t.organisationsHint, optional: true, rows: 4 })}
${f.money({ name: 'cost', label: t.cost, optional: true })}
${f.text({ name: 'publication', label: t.publication, hint: t.publicationHint, optional: true })}
${f.text({ name: 'link', label: t.link, hint: t.linkHint, type: 'url', optional: true })}`
}

function indicatorFields(locale: Locale, view: EvidenceFormView, f: ui.BoundFields): Html {
  const t = textsOf(locale).evidence.form
  return ui.disclosure({
    summary: t.indicators,
    open: view.indicators.length <= 4,
    content: html`${ui.paragraph(t.indicatorsHint, 'soft')}${view.indicators.map((i) =>
      f.text({
        name: factField(i.id),
        label: i.name,
        suffix: i.unitName,
        inputMode: 'decimal',
        width: 'short',
        optional: true,
      }),
    )}`,
  })
}

function fileFields(locale: Locale, view: EvidenceFormView, f: ui.BoundFields): Html {
  const t = textsOf(locale).evidence.form
  return html`${
    view.files.length > 0 &&
    f.checkboxes({
      name: 'remove',
      label: t.remove,
      options: view.files.map((file) => ({ value: file.id, label: file.name })),
    })
  }${f.file({ name: 'files', label: t.files, hint: t.filesHint, optional: true, multiple: true })}${f.radios({
    name: 'access',
    label: t.access,
    options: [
      { value: 'public', label: t.accessPublic },
      { value: 'office', label: t.accessOffice },
    ],
  })}`
}
