/** One evidence and lists of it, for everyone and for the office. */
import { type Html, html } from '../../../kernel/html.ts'
import { figure, type Locale, money, shortDate } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { type Unit, unitLabel } from '../../people/index.ts'
import type { EvidenceFilter } from '../forms/list.ts'
import { periodName } from '../texts/explain.ts'
import { textsOf } from '../texts/index.ts'
import { EVIDENCE_KINDS, type EvidenceLine, type EvidenceState, type EvidenceWhole } from '../types.ts'
import { doneNotice, happened, historyList, listFoot, measureTitle } from './parts.ts'

/** What is said of evidence to anyone who may see it. @param files those the reader may take */
export function evidenceFacts(
  locale: Locale,
  e: EvidenceWhole,
  to: {
    readonly measure: (number: string, id: string) => string
    readonly file: (id: string, name: string) => string
  },
  files: EvidenceWhole['files'],
): Html {
  const t = textsOf(locale).evidence
  const uk = (text: string) => (locale === 'uk' ? text : ui.foreign('uk', text))
  const facts: (ui.Fact | false)[] = [
    { term: t.labels.when, detail: happened(locale, e.happened) },
    { term: t.labels.kind, detail: t.kinds[e.kind] },
    e.unitName !== null && { term: t.labels.unit, detail: uk(e.unitName) },
    e.place !== null && { term: t.labels.place, detail: uk(e.place) },
    e.measures.length > 0 && {
      term: t.labels.measures,
      detail: ui.bullets(
        e.measures.map(
          (m) =>
            html`<a href="${to.measure(m.number, m.id)}"><b class="num">${m.number}</b> ${measureTitle(locale, m)}</a>`,
        ),
      ),
    },
    e.duties.length > 0 && {
      term: t.labels.duties,
      detail: ui.bullets(
        e.duties.map((d) =>
          [
            d.measureNumber,
            periodName(locale, d.period),
            d.unitLabel,
            d.share === 'whole' ? t.page.whole : t.page.part,
          ].join(', '),
        ),
      ),
    },
    e.participants !== null && { term: t.labels.participants, detail: figure(locale, e.participants) },
    e.organisations.length > 0 && {
      term: t.labels.organisations,
      detail: ui.bullets(e.organisations.map(uk)),
    },
    e.cost !== null && { term: t.labels.cost, detail: money(locale, e.cost) },
    e.indicators.length > 0 && {
      term: t.labels.indicators,
      detail: ui.bullets(
        e.indicators.map((i) => html`${uk(i.name)}: ${figure(locale, i.fact)} ${uk(i.unitName)}`),
      ),
    },
    e.publication !== null && { term: t.labels.publication, detail: uk(e.publication) },
    e.link !== null && {
      term: t.labels.link,
      detail: html`<a href="${e.link}" rel="nofollow noopener">${e.link}</a>`,
    },
    e.lateReason !== null && { term: t.labels.late, detail: uk(e.lateReason) },
    files.length > 0 && {
      term: t.labels.files,
      detail: ui.bullets(
        files.map(
          (file) =>
            html`<a href="${to.file(file.id, file.name)}" download>${file.name}</a> <span class="soft">${fileSize(locale, file.size)}${
              file.access === 'office' && `, ${t.page.officeOnly}`
            }</span>`,
        ),
      ),
    },
  ]
  const result = e.result === null ? null : e.result.split('\n').map((line) => ui.paragraph(uk(line)))
  return html`${result}${ui.facts(facts.filter((fact) => fact !== false))}`
}

function fileSize(locale: Locale, bytes: number): string {
  const kilo = Math.max(1, Math.round(bytes / 1024))
  const mega = Math.round(bytes / 1024 / 102.4) / 10
  const unit = locale === 'uk' ? ['КБ', 'МБ'] : ['kB', 'MB']
  return kilo < 1024 ? `${figure(locale, kilo)} ${unit[0]}` : `${figure(locale, mega)} ${unit[1]}`
}

export function officeEvidencePage(
  frame: ui.Frame,
  view: {
    readonly evidence: EvidenceWhole
    readonly records: readonly AuditRecord[]
    readonly mayEdit: boolean
    readonly form: FormState
    readonly done: string | undefined
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).evidence
  const e = view.evidence
  const at = `/office/evidence/${e.id}`
  const f = ui.boundFields({ locale, values: view.form.values, errors: view.form.errors })
  return ui.page(frame, {
    title: e.title,
    breadcrumbs: [{ label: t.title, href: '/office/evidence' }],
    notices: [
      doneNotice(locale, view.done),
      e.state === 'withdrawn' &&
        ui.notice({ locale, tone: 'warning', title: t.states.withdrawn, body: e.withdrawReason }),
      e.frozen && ui.notice({ locale, tone: 'info', body: t.page.frozen }),
      e.sourceModule !== null && ui.notice({ locale, tone: 'info', body: t.page.fromModule }),
      view.form.errors.length > 0 && ui.errorSummary({ locale, errors: view.form.errors }),
    ],
    actions: [
      view.mayEdit && ui.linkButton({ label: t.page.edit, href: `${at}/edit` }),
      e.state === 'recorded' &&
        ui.linkButton({ label: t.page.public, href: localPath(locale, `/evidence/${e.id}`), kind: 'quiet' }),
    ],
    main: html`${evidenceFacts(
      locale,
      e,
      {
        measure: (_, id) => `/office/measures/${id}`,
        file: (id, name) => `/office/files/${id}/${encodeURIComponent(name)}`,
      },
      e.files,
    )}${
      view.mayEdit &&
      ui.disclosure({
        summary: t.page.withdraw,
        open: view.form.errors.length > 0,
        content: html`${ui.paragraph(t.page.withdrawText)}${ui.form({
          locale,
          csrf: frame.csrf,
          action: `${at}/withdraw`,
          danger: true,
          submit: t.page.withdraw,
          content: f.area({ name: 'reason', label: t.page.withdrawReason, rows: 3 }),
        })}`,
      })
    }${ui.section({ title: t.page.history, id: 'history', content: historyList(locale, view.records) })}`,
  })
}

/** What the filters show. */
export type EvidenceFilters = {
  readonly filter: EvidenceFilter
  readonly filtered: boolean
  readonly units: readonly Unit[]
  readonly years: readonly number[]
  readonly action: string
  readonly keep: Readonly<Record<string, string>>
}

export type EvidenceListView = {
  /** Made by `evidenceRow`. */
  readonly page: Page<Html>
  readonly total: number
  readonly state: EvidenceState
  readonly filtered: boolean
  /** Made by `evidenceFilters`. */
  readonly filters: Html
}

export function evidenceFilters(locale: Locale, view: EvidenceFilters): Html {
  const t = textsOf(locale).evidence.list
  const kinds = textsOf(locale).evidence.kinds
  const { filter } = view
  const select = (name: string, label: string, value: string | null, options: readonly ui.SelectOption[]) =>
    ui.selectField({ locale, name, label, value, options, empty: t.all, width: 'medium' })
  return ui.filterForm({
    locale,
    action: view.action,
    keep: view.keep,
    ...(view.filtered ? { resetHref: view.action } : {}),
    fields: [
      ui.textField({ locale, name: 'q', label: t.search, value: filter.text, type: 'search' }),
      select(
        'kind',
        t.kind,
        filter.kind,
        EVIDENCE_KINDS.map((k) => ({ value: k, label: kinds[k] })),
      ),
      select(
        'unit',
        t.unit,
        filter.unitId,
        view.units.map((u) => ({ value: u.id, label: unitLabel(u) })),
      ),
      select(
        'year',
        t.year,
        filter.year === null ? null : String(filter.year),
        view.years.map((y) => ({ value: String(y), label: String(y) })),
      ),
    ],
  })
}

/** Search, filters, rows, pages: the same for the office and for everyone. */
export function evidenceList(frame: ui.Frame, view: EvidenceListView): Html {
  const { locale } = frame
  const t = textsOf(locale).evidence.list
  return html`${view.filters}${ui.rowList(view.page.rows, t.empty)}${listFoot(frame, {
    shown: view.page.rows.length,
    total: view.total,
    next: view.page.next,
    of: t.caption,
  })}`
}

export function officeEvidenceList(
  frame: ui.Frame,
  view: EvidenceListView & {
    readonly drafts: readonly EvidenceLine[]
    readonly mayRecord: boolean
    readonly done: string | undefined
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).evidence.list
  const isEmpty = view.total === 0 && !view.filtered && view.state === 'recorded'
  return ui.page(frame, {
    title: textsOf(locale).evidence.title,
    lead: t.lead,
    notices: doneNotice(locale, view.done),
    actions: view.mayRecord && ui.linkButton({ label: t.new, href: '/office/evidence/new' }),
    main: html`${
      view.drafts.length > 0 &&
      ui.section({
        title: t.drafts,
        content: ui.rows({
          items: view.drafts.map((d) => ({
            when: shortDate(locale, d.happened.from),
            title: d.title || t.untitled,
            href: `/office/evidence/${d.id}/edit`,
          })),
        }),
      })
    }${ui.tabs({
      locale,
      label: textsOf(locale).evidence.labels.state,
      items: [
        { label: t.recorded, href: '/office/evidence', current: view.state === 'recorded' },
        { label: t.withdrawn, href: '/office/evidence?state=withdrawn', current: view.state === 'withdrawn' },
      ],
    })}${isEmpty ? ui.emptyState({ title: t.nothingYet, body: t.nothingYetBody }) : evidenceList(frame, view)}`,
  })
}
