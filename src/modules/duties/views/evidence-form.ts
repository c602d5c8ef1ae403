/** The two-minute form: title, day, duty; the rest is folded. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { unitLabel } from '../../people/index.ts'
import type { Indicator } from '../../programmes/index.ts'
import { factField } from '../forms/evidence.ts'
import { textsOf } from '../texts/index.ts'
import { EVIDENCE_KINDS, type EvidenceFile, type EvidenceId } from '../types.ts'
import { type DutyChoice, dutyFields } from './duty-choice.ts'
import { doneNotice } from './parts.ts'

export type EvidenceFormView = DutyChoice & {
  readonly mode:
    | { readonly kind: 'new' }
    | { readonly kind: 'draft'; readonly id: EvidenceId }
    | {
        readonly kind: 'edit'
        readonly id: EvidenceId
        readonly version: number
        readonly frozen: boolean
      }
  readonly indicators: readonly Indicator[]
  readonly units: readonly { readonly id: string; readonly name: string; readonly shortName: string | null }[]
  readonly files: readonly EvidenceFile[]
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
${ui.fieldRow([
  f.text({ name: 'title', label: t.name, hint: t.nameHint, maxLength: 300 }),
  f.date({ name: 'happenedFrom', label: t.from }),
])}
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
    options: view.units.map((u) => ({ value: u.id, label: unitLabel(u) })),
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
  }${ui.fieldRow([
    f.file({ name: 'files', label: t.files, hint: t.filesHint, optional: true, multiple: true }),
    f.radios({
      name: 'access',
      label: t.access,
      options: [
        { value: 'public', label: t.accessPublic },
        { value: 'office', label: t.accessOffice },
      ],
    }),
  ])}`
}
