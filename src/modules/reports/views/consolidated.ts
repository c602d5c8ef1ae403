/** The office's pages of consolidated reports. */
import { type Html, html } from '../../../kernel/html.ts'
import { longDate, ROMAN } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import type { Programme } from '../../programmes/index.ts'
import type { ConsolidatedLine } from '../store/consolidated.ts'
import { spanName, texts } from '../texts/index.ts'
import type { FrozenConsolidated } from '../types/frozen.ts'
import { CONSOLIDATED_KINDS, type Consolidated, type ConsolidatedState } from '../types.ts'
import { CONSOLIDATED, REPORTS, whyDue } from './parts.ts'

const TONES = { draft: 'due', approved: 'info', published: 'done' } as const
const QUARTERS = [1, 2, 3, 4] as const

export function stateTag(locale: ui.Frame['locale'], state: ConsolidatedState): Html {
  return ui.tag(texts[locale].consolidated.states[state], TONES[state])
}

export function consolidatedList(
  frame: ui.Frame,
  data: {
    readonly page: Page<ConsolidatedLine>
    readonly programmes: readonly Programme[]
    readonly mayCompose: boolean
    readonly form: FormState
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const c = t.consolidated
  const periods = new Map(data.programmes.map((p) => [p.id, p.period]))
  const name = (line: ConsolidatedLine) => {
    const period = periods.get(line.programmeId)
    return spanName(locale, line, { from: String(period?.from ?? ''), to: String(period?.to ?? '') })
  }
  return ui.page(frame, {
    title: t.consolidatedTitle,
    breadcrumbs: [{ label: t.title, href: REPORTS }],
    lead: c.lead,
    main: html`${ui.table<ConsolidatedLine>({
      locale,
      caption: t.consolidatedTitle,
      captionHidden: true,
      rows: data.page.rows,
      empty: c.none,
      columns: [
        {
          label: t.columns.span,
          rowHeader: true,
          cell: (line) => html`<a href="${CONSOLIDATED}/${line.id}">${name(line)}</a>`,
        },
        { label: t.columns.kind, cell: (line) => c.kinds[line.kind] },
        { label: t.columns.programme, cell: (line) => line.programmeTitle },
        {
          label: t.columns.state,
          cell: (line) =>
            html`${stateTag(locale, line.state)}${line.version > 1 && html` ${t.version(line.version)}`}`,
        },
      ],
    })}${ui.pager({ locale, nextHref: data.page.next && ui.withQuery(frame.path, { after: data.page.next }) })}${
      data.mayCompose && composeForm(frame, data.programmes, data.form)
    }`,
  })
}

function composeForm(frame: ui.Frame, programmes: readonly Programme[], form: FormState): Html {
  const { locale } = frame
  const c = texts[locale].consolidated
  const { errors } = form
  const last = frame.today.subtract({ months: 3 })
  const values =
    errors.length > 0
      ? form.values
      : {
          programme: programmes[0]?.id ?? '',
          kind: 'quarter',
          year: String(last.year),
          quarter: String(Math.ceil(last.month / 3)),
        }
  const f = ui.boundFields({ locale, values, errors })
  return ui.section({
    title: c.compose,
    content: ui.form({
      locale,
      action: CONSOLIDATED,
      csrf: frame.csrf,
      errors,
      submit: c.compose,
      content: [
        f.select({
          name: 'programme',
          label: c.programme,
          options: programmes.map((p) => ({ value: p.id, label: p.shortTitle })),
        }),
        f.radios({
          name: 'kind',
          label: c.kind,
          options: CONSOLIDATED_KINDS.map((k) => ({ value: k, label: c.kinds[k] })),
        }),
        f.integer({ name: 'year', label: c.year }),
        f.select({
          name: 'quarter',
          label: c.quarter,
          width: 'short',
          empty: c.noQuarter,
          options: QUARTERS.map((q) => ({ value: String(q), label: ROMAN[q] })),
        }),
      ],
    }),
  })
}

export type ConsolidatedData = {
  readonly report: Consolidated
  readonly versions: readonly Consolidated[]
  readonly content: FrozenConsolidated
  /** Where it was frozen: when, and the hash; null for a draft. */
  readonly frozen: { readonly at: string; readonly sha256: string } | null
  readonly done: string
  readonly errors: FormState['errors']
  readonly body: Html
}

export function consolidatedPage(frame: ui.Frame, data: ConsolidatedData): Html {
  const { locale } = frame
  const t = texts[locale]
  const c = t.consolidated
  const { report, content, frozen } = data
  const span = spanName(locale, report, content.programme)
  return ui.page(frame, {
    title: c.titleOf(span),
    breadcrumbs: [{ label: t.consolidatedTitle, href: CONSOLIDATED }],
    lead: locale === 'en' && content.programme.titleEn ? content.programme.titleEn : content.programme.title,
    wide: true,
    notices: [ui.errorSummary({ locale, errors: data.errors }), ui.doneNotice(locale, c.done, data.done)],
    main: html`<p>${stateTag(locale, report.state)} ${report.version > 1 && ui.tag(t.version(report.version), 'plain')}</p>${
      report.due !== null && html`<p>${c.dueLine(longDate(locale, report.due))}</p>`
    }${report.explanation !== null && whyDue(locale, report.explanation, null)}${
      report.correctionReason !== null &&
      html`<p class="soft">${t.report.correction(report.correctionReason)}</p>`
    }${frozen !== null && html`<p class="soft">${t.report.frozen(frozen.at, frozen.sha256)}</p>`}${documentLinks(
      frame,
      `${CONSOLIDATED}/${report.id}`,
      content,
    )}<p><a href="${CONSOLIDATED}/${report.id}/summary">${c.summaryPage}</a></p>${data.body}${versionList(frame, data.versions)}`,
  })
}

/** Documents to take: the report, and with a yearly or final one the council's draft decision and the summary. */
export function documentLinks(frame: ui.Frame, path: string, content: FrozenConsolidated): Html {
  const { locale } = frame
  const c = texts[locale].consolidated
  const to = (format: string, part?: string) =>
    ui.withQuery(path, part === undefined ? { format } : { format, part })
  return html`${ui.exportLinks({
    locale,
    of: c.report,
    docx: to('docx'),
    pdf: to('pdf'),
    xlsx: to('xlsx'),
    ods: to('ods'),
    csv: to('csv'),
    json: to('json'),
    print: true,
  })}${
    content.kind !== 'quarter' &&
    html`<p>${c.decisionDocument}: <a href="${to('docx', 'decision')}">DOCX</a>, <a href="${to('pdf', 'decision')}">PDF</a></p>`
  }`
}

function versionList(frame: ui.Frame, versions: readonly Consolidated[]): Html | false {
  const { locale } = frame
  const t = texts[locale]
  if (versions.length < 2) return false
  return ui.section({
    title: t.report.versions,
    content: ui.bullets(
      versions.map(
        (v) =>
          html`<a href="${CONSOLIDATED}/${v.id}">${t.version(v.version)}</a> – ${t.consolidated.states[v.state]}${
            v.correctionReason !== null && html`: ${v.correctionReason}`
          }`,
      ),
    ),
  })
}
