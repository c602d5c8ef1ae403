/** The office's page of one report: its head and the tabs; what it says is given. */
import { type Html, html } from '../../../kernel/html.ts'
import { longDate, moment, quarterName } from '../../../kernel/texts.ts'
import type { FieldError } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import type { QuarterlyReport, Remark } from '../types.ts'
import { REPORTS, reportTag, timeliness, whyDue } from './parts.ts'

export type ReportHead = {
  readonly report: QuarterlyReport
  readonly unitName: string
  readonly programmeTitle: string
  readonly versions: readonly QuarterlyReport[]
  readonly tab: 'content' | 'history'
  readonly done: string
  /** Of a form that is not on the page any more: its errors are said above. */
  readonly errors: readonly FieldError[]
  readonly extraNotices?: ui.Content
  readonly actions?: ui.Content
}

export function reportPage(frame: ui.Frame, head: ReportHead, main: Html, status?: Html): Html {
  const { locale } = frame
  const { report } = head
  const t = texts[locale]
  const path = `${REPORTS}/${report.id}`
  return ui.page(frame, {
    title: t.report.title(quarterName(locale, report.quarter)),
    breadcrumbs: [{ label: t.title, href: REPORTS }],
    lead: html`${head.unitName}. ${head.programmeTitle}`,
    wide: true,
    ...(head.actions === undefined ? {} : { actions: head.actions }),
    notices: [
      ui.errorSummary({ locale, errors: head.errors }),
      ui.doneNotice(locale, t.report.done, head.done),
      head.extraNotices,
    ],
    main: html`<p>${reportTag(locale, report.state)} ${report.version > 1 && ui.tag(t.version(report.version), 'plain')} ${timeliness(
      locale,
      report,
      frame.today,
    )}</p><p>${t.report.dueLine(longDate(locale, report.due))}</p>${whyDue(locale, report.explanation, report.ruleText)}${
      report.correctionReason !== null &&
      html`<p class="soft">${t.report.correction(report.correctionReason)}</p>`
    }${status}${ui.tabs({
      locale,
      label: t.report.tabs,
      items: [
        { label: t.report.content, href: path, current: head.tab === 'content' },
        { label: t.report.history, href: `${path}/history`, current: head.tab === 'history' },
      ],
    })}${main}${versionList(frame, head.versions)}`,
  })
}

function versionList(frame: ui.Frame, versions: readonly QuarterlyReport[]): Html | false {
  const { locale } = frame
  const t = texts[locale]
  if (versions.length < 2) return false
  return ui.section({
    title: t.report.versions,
    content: ui.bullets(
      versions.map((v) => {
        const accepted = v.acceptedAt !== null
        const href = accepted ? `${REPORTS}/${v.id}/versions/${v.version}` : `${REPORTS}/${v.id}`
        return html`<a href="${href}">${t.version(v.version)}</a> – ${t.states[v.state]}${
          v.acceptedAt !== null && html`, ${moment(locale, v.acceptedAt)}`
        }${v.correctionReason !== null && html`: ${v.correctionReason}`}`
      }),
    ),
  })
}

/** Remarks of the whole report, or of one measure, the latest first. */
export function remarkNotice(frame: ui.Frame, remarks: readonly Remark[]): Html | false {
  const { locale } = frame
  const t = texts[locale].report
  if (remarks.length === 0) return false
  return ui.notice({
    locale,
    tone: 'warning',
    title: t.remarks,
    body: ui.bullets(
      remarks.map(
        (r) => html`${r.text} <span class="soft">(${t.remarkBy(r.by, moment(locale, r.at))})</span>`,
      ),
    ),
  })
}
