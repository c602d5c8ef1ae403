/** One duty: what, by when and why, what shows it, what the coordinator may decide. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { daysLate, dutyState, step } from '../rules/duty.ts'
import { periodName } from '../texts/explain.ts'
import { textsOf } from '../texts/index.ts'
import type { DutyLine, EvidenceLine } from '../types.ts'
import { doneNotice, dueCell, dutyStateCell, evidenceRows, historyList, measureTitle } from './parts.ts'

export type DutyView = {
  readonly duty: DutyLine
  readonly carriedTo: DutyLine | null
  readonly evidence: readonly EvidenceLine[]
  readonly later: readonly DutyLine[]
  readonly records: readonly AuditRecord[]
  readonly today: CivilDate
  readonly mayDecide: boolean
  readonly mayRecord: boolean
  readonly done: string | undefined
  /** Which of the forms was sent, and what is wrong with it. */
  readonly tried: 'excuse' | 'carry' | 'reopen' | null
  readonly form: FormState
}

export function dutyPage(frame: ui.Frame, view: DutyView): Html {
  const { locale } = frame
  const { duty } = view
  const t = textsOf(locale).duty
  const state = dutyState(duty, view.today)
  const late = daysLate(duty, view.today)
  const open = state === 'open' || state === 'overdue' || state === 'planned'
  return ui.page(frame, {
    title: t.page.title(duty.measureNumber, periodName(locale, duty.period)),
    lead:
      state === 'overdue'
        ? t.page.lateLead(late)
        : measureTitle(locale, { title: duty.measureTitle, titleEn: duty.measureTitleEn }),
    breadcrumbs: [{ label: t.title, href: '/office/duties' }],
    notices: [
      doneNotice(locale, view.done),
      view.form.errors.length > 0 && ui.errorSummary({ locale, errors: view.form.errors }),
    ],
    actions:
      open &&
      view.mayRecord &&
      ui.linkButton({ label: t.list.record, href: `/office/evidence/new?duty=${duty.id}` }),
    main: html`${ui.facts([
      {
        term: t.labels.measure,
        detail: html`<a href="/office/measures/${duty.measureId}"><b class="num">${duty.measureNumber}</b> ${measureTitle(
          locale,
          { title: duty.measureTitle, titleEn: duty.measureTitleEn },
        )}</a>`,
      },
      { term: t.labels.unit, detail: duty.unitName },
      { term: t.labels.period, detail: periodName(locale, duty.period) },
      { term: t.labels.due, detail: dueCell(locale, duty, false) },
      { term: t.labels.state, detail: dutyStateCell(locale, duty, view.today) },
      ...(view.carriedTo === null
        ? []
        : [
            {
              term: t.labels.carriedTo,
              detail: html`<a href="/office/duties/${view.carriedTo.id}">${shortDate(locale, view.carriedTo.due)}, ${periodName(
                locale,
                view.carriedTo.period,
              )}</a>`,
            },
          ]),
    ])}
${ui.section({
  title: t.page.evidence,
  content: evidenceRows(locale, view.evidence, (e) => `/office/evidence/${e.id}`, t.page.noEvidence),
})}
${view.mayDecide && decisions(frame, view)}
${ui.section({ title: t.page.history, id: 'history', content: historyList(locale, view.records) })}`,
  })
}

function decisions(frame: ui.Frame, view: DutyView): Html | null {
  const { locale, csrf } = frame
  const t = textsOf(locale).duty
  const { duty } = view
  const at = `/office/duties/${duty.id}`
  const fieldsOf = (form: DutyView['tried']) =>
    ui.boundFields({
      locale,
      values: view.tried === form ? view.form.values : {},
      errors: view.tried === form ? view.form.errors : [],
    })
  const parts: Html[] = []
  if (step(duty, 'excuse') === null) {
    const f = fieldsOf('excuse')
    parts.push(
      ui.disclosure({
        summary: t.page.excuse,
        open: view.tried === 'excuse',
        content: ui.form({
          locale,
          csrf,
          action: `${at}/excuse`,
          submit: t.page.excuse,
          content: f.area({ name: 'reason', label: t.page.reason, hint: t.page.excuseHint, rows: 3 }),
        }),
      }),
    )
    const c = fieldsOf('carry')
    parts.push(
      ui.disclosure({
        summary: t.page.carry,
        open: view.tried === 'carry',
        content: ui.form({
          locale,
          csrf,
          action: `${at}/carry`,
          submit: t.page.carry,
          content: [
            view.later.length > 0 &&
              c.select({
                name: 'to',
                label: t.page.carryTo,
                empty: t.page.carryNone,
                options: view.later.map((d) => ({
                  value: d.id,
                  label: `${periodName(locale, d.period)}, ${shortDate(locale, d.due)}`,
                })),
              }),
            c.date({ name: 'date', label: t.page.carryDate, hint: t.page.carryDateHint }),
            // Ids are unique on a page: the same name stands in another form of it.
            c.area({ name: 'carryReason', label: t.page.reason, hint: t.page.excuseHint, rows: 3 }),
          ],
        }),
      }),
    )
  }
  if (step(duty, 'reopen') === null) {
    const f = fieldsOf('reopen')
    parts.push(
      ui.disclosure({
        summary: t.page.reopen,
        open: view.tried === 'reopen',
        content: html`${ui.paragraph(t.page.reopenText)}${ui.form({
          locale,
          csrf,
          action: `${at}/reopen`,
          submit: t.page.reopen,
          content: f.area({ name: 'reason', label: t.page.reason, rows: 3 }),
        })}`,
      }),
    )
  }
  return parts.length === 0 ? null : ui.section({ title: t.page.decisions, content: parts })
}
