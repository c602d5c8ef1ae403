/** Sections of a hearing before it is held: check of the initiative, the call. */
import { type Html, html } from '../../../kernel/html.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { unitLabel } from '../../people/index.ts'
import { needsSignatures, validSignatures } from '../rules/state.ts'
import { texts } from '../texts/index.ts'
import type { ProposalId, Sheet } from '../types.ts'
import type { OfficeView } from './office.ts'
import { OFFICE } from './parts.ts'

/** What was typed into each form of the page; clean where another was sent. */
export type Forms = {
  readonly edit: FormState
  readonly accept: FormState
  readonly sheet: FormState
  readonly decline: FormState
  readonly call: FormState
  readonly proposal: FormState
  readonly decide: FormState
  /** The proposal that `decide` is about. */
  readonly deciding: ProposalId | null
  readonly minutes: FormState
  readonly decision: FormState
  readonly followUp: FormState
  /** The months that `followUp` is about. */
  readonly following: number | null
}

export const pathOf = (view: OfficeView) => `${OFFICE}/${view.hearing.id}`

export function checkSection(frame: ui.Frame, view: OfficeView): Html {
  const { locale } = frame
  const t = texts[locale].check
  const { hearing: h, sheets } = view
  const needed = h.signaturesNeeded ?? 0
  const valid = validSignatures(sheets)
  const signed = needsSignatures(h)
  const working = view.mayKeep && h.state === 'received'
  return ui.section({
    title: t.title,
    id: 'check',
    intro: signed ? t.intro(needed) : t.noSignatures,
    content: html`${signed && sheetTable(frame, view, working)}${
      signed &&
      ui.notice({
        locale,
        tone: valid >= needed ? 'success' : 'warning',
        body: valid >= needed ? t.enough(valid, needed) : t.few(valid, needed),
      })
    }${working && signed && sheetForm(frame, view)}${
      working && ui.errorSummary({ locale, errors: view.forms.accept.errors })
    }${
      working &&
      ui.postButton({
        action: `${pathOf(view)}/accept`,
        csrf: frame.csrf,
        label: t.accept,
        fields: { version: String(h.version) },
      })
    }${working && declineForm(frame, view, t.refuse, t.reason, t.reasonHint)}`,
  })
}

function sheetTable(frame: ui.Frame, view: OfficeView, working: boolean): Html {
  const { locale } = frame
  const t = texts[locale].check
  const all = view.sheets.reduce((n, s) => n + s.signatures, 0)
  return ui.table<Sheet>({
    locale,
    caption: t.title,
    captionHidden: true,
    rows: view.sheets,
    empty: t.none,
    columns: [
      { label: t.columns.label, rowHeader: true, cell: (s) => s.label, total: t.total },
      { label: t.columns.signatures, cell: (s) => s.signatures, numeric: true, total: String(all) },
      {
        label: t.columns.valid,
        cell: (s) => s.valid,
        numeric: true,
        total: String(validSignatures(view.sheets)),
      },
      { label: t.columns.remark, cell: (s) => s.remark },
      {
        label: t.columns.by,
        cell: (s) => html`${s.checkedBy}, ${ui.day({ locale, date: s.checkedOn, style: 'short' })}`,
      },
      ...(working
        ? [
            {
              label: t.remove,
              labelHidden: true,
              cell: (s: Sheet) =>
                ui.postButton({
                  action: `${pathOf(view)}/sheets/${s.id}/remove`,
                  csrf: frame.csrf,
                  label: t.remove,
                  hint: s.label,
                  kind: 'quiet',
                  small: true,
                }),
            },
          ]
        : []),
    ],
  })
}

function sheetForm(frame: ui.Frame, view: OfficeView): Html {
  const { locale } = frame
  const t = texts[locale].check
  const { values, errors } = view.forms.sheet
  const f = ui.boundFields({ locale, values, errors, scope: 'sheet' })
  return ui.form({
    locale,
    action: `${pathOf(view)}/sheets`,
    csrf: frame.csrf,
    errors,
    scope: 'sheet',
    submit: t.add,
    content: [
      ui.fieldRow([
        f.text({ name: 'label', label: t.label, hint: t.labelHint, width: 'short' }),
        f.integer({ name: 'signatures', label: t.signatures }),
        f.integer({ name: 'valid', label: t.valid }),
      ]),
      f.text({ name: 'remark', label: t.remark, optional: true }),
    ],
  })
}

function declineForm(frame: ui.Frame, view: OfficeView, title: string, label: string, hint?: string): Html {
  const { locale } = frame
  const { values, errors } = view.forms.decline
  const f = ui.boundFields({ locale, values, errors, scope: 'decline' })
  return ui.disclosure({
    summary: title,
    open: errors.length > 0,
    content: ui.form({
      locale,
      action: `${pathOf(view)}/decline`,
      csrf: frame.csrf,
      errors,
      scope: 'decline',
      submit: title,
      danger: true,
      content: [
        ui.hiddenField('version', String(view.hearing.version)),
        f.area({ name: 'reason', label, hint, rows: 3 }),
      ],
    }),
  })
}

export function callSection(frame: ui.Frame, view: OfficeView): Html {
  const { locale } = frame
  const t = texts[locale].call
  const { values, errors } = view.forms.call
  const f = ui.boundFields({ locale, values, errors, scope: 'call' })
  return ui.section({
    title: t.title,
    id: 'call',
    intro: t.intro,
    content: html`${ui.form({
      locale,
      action: `${pathOf(view)}/call`,
      csrf: frame.csrf,
      errors,
      scope: 'call',
      submit: t.submit,
      content: [
        ui.hiddenField('version', String(view.hearing.version)),
        ui.fieldRow([
          f.date({ name: 'day', label: t.day }),
          f.text({ name: 'starts', label: t.starts, hint: t.startsHint, width: 'short' }),
        ]),
        f.text({ name: 'place', label: t.place }),
        f.text({ name: 'address', label: t.address, optional: true }),
        f.select({
          name: 'unitId',
          label: t.unit,
          empty: t.noUnit,
          optional: true,
          options: view.units.map((u) => ({ value: u.id, label: unitLabel(u) })),
        }),
        f.area({ name: 'shortNoticeReason', label: t.short, hint: t.shortHint, rows: 2, optional: true }),
      ],
    })}${view.hearing.state === 'proposed' && declineForm(frame, view, t.setAside, t.setAsideReason)}`,
  })
}
