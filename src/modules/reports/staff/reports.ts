/** Addresses of one quarterly report in the office. */

import { Temporal } from '../../../kernel/civil-date.ts'
import { found } from '../../../kernel/errors.ts'
import { html } from '../../../kernel/html.ts'
import { moment } from '../../../kernel/texts.ts'
import { historyOf } from '../../../platform/audit.ts'
import {
  localPath,
  one,
  type Policy,
  page,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { acceptReport, correctReport, returnReport } from '../actions/decide.ts'
import { refreshReport, saveDraft, submitReport } from '../actions/edit.ts'
import { deliverReport } from '../documents/deliver.ts'
import { emptyForm, lockForm, reasonForm, reportForm as reportSchema, returnForm } from '../forms.ts'
import * as policies from '../policy.ts'
import { frozenVersions, withdrawnSince } from '../store/frozen.ts'
import { sentenceOf, texts } from '../texts/index.ts'
import { frozenReportView, versionDiff } from '../views/frozen-report.ts'
import { historyList, REPORTS } from '../views/parts.ts'
import { correctForm, decisionForms, readOnlyReport } from '../views/report-decision.ts'
import { reportForm } from '../views/report-form.ts'
import { type ReportHead, reportPage } from '../views/report-page.ts'
import { keepingTyped, type Loaded, loadReport, reportId, versionNumber } from './common.ts'

const sees: Policy = { name: 'report.see', allows: policies.maySeeReports }
const writes: Policy = {
  name: 'report.write',
  allows: (actor) => actor.kind === 'staff' && actor.grants.some((g) => g.role === 'executor'),
}
const decides: Policy = { name: 'report.decide', allows: policies.mayDecideReports }

type Forms = { readonly main?: FormState; readonly decision?: FormState; readonly correction?: FormState }

async function show(request: WebRequest): Promise<Reply> {
  const loaded = await loadReport(request, reportId(request))
  if (loaded.report.state === 'accepted') {
    const frozen = await latestFrozen(request, loaded)
    const file = await deliverReport(request, frozen)
    if (file) return file
  }
  return page(await draw(request, loaded))
}

async function latestFrozen(request: WebRequest, { report }: Loaded) {
  const versions = await frozenVersions(request.ctx.db, report)
  return found(
    versions.find((v) => v.version === report.version),
    'version',
  )
}

function headOf(
  request: WebRequest,
  loaded: Loaded,
  tab: ReportHead['tab'],
  errors: FormState['errors'] = [],
): ReportHead {
  const { report, unitName, programmeTitle, versions } = loaded
  return { report, unitName, programmeTitle, versions, tab, done: one(request.query, 'done'), errors }
}

async function draw(request: WebRequest, loaded: Loaded, forms: Forms = {}, notice: ui.Content = null) {
  const { frame, locale, ctx } = request
  const { report, facts, remarks } = loaded
  if (report.state === 'accepted') {
    const frozen = await latestFrozen(request, loaded)
    const place = { area: 'office', withdrawn: await withdrawnSince(ctx.db, frozen.content) } as const
    const href = `${REPORTS}/${report.id}`
    const t = texts[locale]
    const publicHref = localPath(
      locale,
      `/programmes/${loaded.slug}/reports/${report.quarter.year}/${report.quarter.quarter}/${report.unitId}`,
    )
    const main = html`<p class="soft">${t.report.frozen(moment(locale, Temporal.Instant.from(frozen.frozenAt)), frozen.sha256)}</p><p><a href="${publicHref}">${t.report.publicPage}</a></p>${ui.exportLinks(
      {
        locale,
        docx: `${href}?format=docx`,
        pdf: `${href}?format=pdf`,
        xlsx: `${href}?format=xlsx`,
        csv: `${href}?format=csv`,
        json: `${href}?format=json`,
        print: true,
      },
    )}${frozenReportView(frame, frozen.content, place)}${
      report.latest &&
      policies.mayCorrect(ctx.actor, report) &&
      correctForm(frame, href, forms.correction ?? CLEAN)
    }`
    return reportPage(
      frame,
      headOf(request, loaded, 'content', forms.main?.errors ?? forms.decision?.errors),
      main,
    )
  }
  if (loaded.writable) {
    const form = forms.main ?? CLEAN
    const head = { ...headOf(request, loaded, 'content'), extraNotices: notice }
    return reportPage(frame, head, reportForm(frame, { ...loaded, form }))
  }
  const decidable = report.state === 'submitted' && policies.mayDecideReports(ctx.actor)
  const read = { report, rows: loaded.rows, facts, remarks, form: forms.decision ?? CLEAN }
  const main = html`${readOnlyReport(frame, read)}${decidable && decisionForms(frame, read)}`
  const lost = decidable
    ? (forms.main?.errors ?? [])
    : [forms.main, forms.decision].flatMap((f) => f?.errors ?? [])
  return reportPage(frame, { ...headOf(request, loaded, 'content', lost), extraNotices: notice }, main)
}

/** The form's two buttons, and the third that takes a composed text: that one keeps the rest as a draft. */
async function save(request: WebRequest): Promise<Reply> {
  const id = reportId(request)
  const loaded = await loadReport(request, id)
  const path = `${REPORTS}/${id}`
  const draft = request.intent === 'draft' || one(request.form, 'take') !== ''
  const again = async (main: FormState) => draw(request, await loadReport(request, id), { main })
  const work = () =>
    submit(request, {
      schema: reportSchema(loaded.rows),
      act: (input) =>
        draft
          ? saveDraft(request.ctx, id, input, input.take ? [input.take] : [])
          : submitReport(request.ctx, id, input, request.house.baseUrl),
      done: () => redirect(`${path}?done=${draft ? 'saved' : 'submitted'}`),
      sentence: (r) => sentenceOf(request.locale, r),
      again,
    })
  return keepingTyped(work, async () => {
    const message = texts[request.locale].report.conflict
    return page(await again({ values: request.form, errors: [{ field: null, message }] }), 409)
  })
}

async function refresh(request: WebRequest): Promise<Reply> {
  const id = reportId(request)
  return submit(request, {
    schema: emptyForm,
    act: () => refreshReport(request.ctx, id),
    done: () => redirect(`${REPORTS}/${id}?done=refreshed`),
    sentence: (r) => sentenceOf(request.locale, r),
    again: async (main) => draw(request, await loadReport(request, id), { main: { ...main, values: {} } }),
  })
}

async function sendBack(request: WebRequest): Promise<Reply> {
  const id = reportId(request)
  const loaded = await loadReport(request, id)
  return submit(request, {
    schema: returnForm(loaded.rows),
    act: (input) => returnReport(request.ctx, id, input, request.house.baseUrl),
    done: () => redirect(`${REPORTS}/${id}?done=returned`),
    sentence: (r) => sentenceOf(request.locale, r),
    again: async (decision) => draw(request, await loadReport(request, id), { decision }),
  })
}

async function accept(request: WebRequest): Promise<Reply> {
  const id = reportId(request)
  await loadReport(request, id)
  return submit(request, {
    schema: lockForm,
    act: (input) => acceptReport(request.ctx, id, input, request.house.baseUrl),
    done: () => redirect(`${REPORTS}/${id}?done=accepted`),
    sentence: (r) => sentenceOf(request.locale, r),
    again: async (main) => draw(request, await loadReport(request, id), { main }),
  })
}

async function correct(request: WebRequest): Promise<Reply> {
  const id = reportId(request)
  await loadReport(request, id)
  return submit(request, {
    schema: reasonForm,
    act: (input) => correctReport(request.ctx, id, input),
    done: (next) => redirect(`${REPORTS}/${next}?done=corrected`),
    sentence: (r) => sentenceOf(request.locale, r),
    again: async (correction) => draw(request, await loadReport(request, id), { correction }),
  })
}

async function history(request: WebRequest): Promise<Reply> {
  const loaded = await loadReport(request, reportId(request))
  const records = await historyOf(
    request.ctx.db,
    loaded.versions.map((v) => ({ type: 'report', id: v.id })),
  )
  return page(
    reportPage(request.frame, headOf(request, loaded, 'history'), historyList(request.locale, records)),
  )
}

/** An accepted version as it was frozen, and what it changed. */
async function version(request: WebRequest): Promise<Reply> {
  const n = versionNumber(request)
  const loaded = await loadReport(request, reportId(request))
  const { locale, frame } = request
  const t = texts[locale]
  const all = await frozenVersions(request.ctx.db, loaded.report)
  const wanted = found(
    all.find((v) => v.version === n),
    'version',
  )
  const file = await deliverReport(request, wanted)
  if (file) return file
  const earlier = all.find((v) => v.version < n)
  const withdrawn = await withdrawnSince(request.ctx.db, wanted.content)
  const place = { area: 'office', withdrawn } as const
  const main = html`<p class="soft">${t.report.frozen(moment(locale, Temporal.Instant.from(wanted.frozenAt)), wanted.sha256)}</p>${
    earlier && versionDiff(frame, earlier.content, wanted.content)
  }${frozenReportView(frame, wanted.content, place)}`
  const shown = found(
    loaded.versions.find((v) => v.version === n),
    'version',
  )
  return page(reportPage(frame, headOf(request, { ...loaded, report: shown }, 'content'), main))
}

export const reportRoutes: readonly Route[] = [
  { method: 'GET', path: `${REPORTS}/:id`, policy: sees, handle: show },
  { method: 'POST', path: `${REPORTS}/:id`, policy: writes, handle: save },
  { method: 'GET', path: `${REPORTS}/:id/history`, policy: sees, handle: history },
  { method: 'GET', path: `${REPORTS}/:id/versions/:n`, policy: sees, handle: version },
  { method: 'POST', path: `${REPORTS}/:id/refresh`, policy: writes, handle: refresh },
  { method: 'POST', path: `${REPORTS}/:id/return`, policy: decides, handle: sendBack },
  { method: 'POST', path: `${REPORTS}/:id/accept`, policy: decides, handle: accept },
  { method: 'POST', path: `${REPORTS}/:id/correct`, policy: sees, handle: correct },
]
