/** Addresses of consolidated, yearly and final reports in the office. */
import { Temporal } from '../../../kernel/civil-date.ts'
import { found } from '../../../kernel/errors.ts'
import { html } from '../../../kernel/html.ts'
import { moment } from '../../../kernel/texts.ts'
import { historyOf } from '../../../platform/audit.ts'
import {
  one,
  type Policy,
  page,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { section } from '../../../ui/index.ts'
import { programmeById, programmes } from '../../programmes/index.ts'
import {
  approveConsolidated,
  composeConsolidated,
  contentOf,
  correctConsolidated,
  editConsolidated,
  publishConsolidated,
} from '../actions/consolidated.ts'
import { deliverConsolidated } from '../documents/deliver.ts'
import { composeForm, editForm, emptyForm, lockForm, reasonForm } from '../forms.ts'
import * as policies from '../policy.ts'
import * as store from '../store/consolidated.ts'
import { frozenOfConsolidated } from '../store/frozen.ts'
import { sentenceOf, texts } from '../texts/index.ts'
import type { Frozen, FrozenConsolidated } from '../types/frozen.ts'
import type { Consolidated } from '../types.ts'
import { consolidatedList, consolidatedPage } from '../views/consolidated.ts'
import { consolidatedContent } from '../views/consolidated-content.ts'
import { consolidatedForms } from '../views/consolidated-forms.ts'
import { consolidatedDiff, summaryPage } from '../views/consolidated-summary.ts'
import { CONSOLIDATED, historyList } from '../views/parts.ts'
import { consolidatedId, keepingTyped } from './common.ts'

const sees: Policy = { name: 'consolidated.see', allows: policies.maySeeConsolidated }
const composes: Policy = { name: 'consolidated.compose', allows: policies.mayComposeConsolidated }
const approves: Policy = {
  name: 'consolidated.approve',
  allows: (actor) => policies.mayApprove(actor, 'quarter') || policies.mayApprove(actor, 'year'),
}
const PAGE_SIZE = 20

async function drawList(request: WebRequest, form: FormState = CLEAN) {
  const { db, actor } = request.ctx
  return consolidatedList(request.frame, {
    page: await store.listConsolidated(db, one(request.query, 'after'), PAGE_SIZE),
    programmes: await programmes(db),
    mayCompose: policies.mayComposeConsolidated(actor),
    form,
  })
}

async function list(request: WebRequest): Promise<Reply> {
  return page(await drawList(request))
}

async function compose(request: WebRequest): Promise<Reply> {
  return submit(request, {
    schema: composeForm,
    act: async ({ programme, kind, year, quarter }) => {
      const whole =
        kind === 'final' ? found(await programmeById(request.ctx.db, programme), 'programme') : null
      return composeConsolidated(request.ctx, programme, {
        kind,
        year: whole?.period.to.year ?? year ?? request.ctx.today.year,
        quarter: kind === 'quarter' ? (quarter ?? null) : null,
      })
    },
    done: (id) => redirect(`${CONSOLIDATED}/${id}`),
    sentence: (r) => sentenceOf(request.locale, r),
    again: (form) => drawList(request, form),
  })
}

type Loaded = {
  readonly report: Consolidated
  /** A draft is composed of the facts of this moment and bears no hash. */
  readonly frozen: Frozen<FrozenConsolidated>
}

async function load(request: WebRequest): Promise<Loaded> {
  const { db, today, now } = request.ctx
  const report = found(await store.consolidatedById(db, consolidatedId(request)), 'report')
  if (report.state !== 'draft')
    return { report, frozen: found(await frozenOfConsolidated(db, report.id), 'report') }
  const programme = found(await programmeById(db, report.programmeId), 'programme')
  const content = await contentOf(db, programme, report, today)
  return {
    report,
    frozen: { id: report.id, version: report.version, sha256: '', frozenAt: now.toString(), content },
  }
}

async function draw(
  request: WebRequest,
  { report, frozen }: Loaded,
  forms: { readonly edit?: FormState; readonly correction?: FormState; readonly other?: FormState } = {},
) {
  const { frame, locale, ctx } = request
  const draft = report.state === 'draft'
  const rights = {
    edit: draft && policies.mayComposeConsolidated(ctx.actor),
    approve: draft && policies.mayApprove(ctx.actor, report.kind),
    publish: report.state === 'approved' && policies.mayPublish(ctx.actor, report.kind),
    correct: !draft && report.latest && policies.mayComposeConsolidated(ctx.actor),
  }
  const versions = await store.consolidatedVersions(ctx.db, report.programmeId, report)
  const older = versions.find((v) => v.version === report.version - 1)
  const earlier = older && (await frozenOfConsolidated(ctx.db, older.id))
  const records = await historyOf(
    ctx.db,
    versions.map((v) => ({ type: 'consolidated', id: v.id })),
  )
  const lost = [rights.edit ? undefined : forms.edit, forms.other]
  return consolidatedPage(frame, {
    report,
    versions,
    content: frozen.content,
    frozen: draft
      ? null
      : { at: moment(locale, Temporal.Instant.from(frozen.frozenAt)), sha256: frozen.sha256 },
    done: one(request.query, 'done'),
    errors: lost.flatMap((f) => f?.errors ?? []),
    body: html`${consolidatedForms(frame, report, frozen.content, rights, {
      edit: forms.edit ?? CLEAN,
      correction: forms.correction ?? CLEAN,
    })}${earlier && consolidatedDiff(frame, earlier.content, frozen.content)}${consolidatedContent(frame, frozen.content)}${section(
      {
        title: texts[locale].report.history,
        content: historyList(locale, records),
      },
    )}`,
  })
}

async function show(request: WebRequest): Promise<Reply> {
  const loaded = await load(request)
  return (await deliverConsolidated(request, loaded.frozen)) ?? page(await draw(request, loaded))
}

async function summary(request: WebRequest): Promise<Reply> {
  const { report, frozen } = await load(request)
  return page(summaryPage(request.frame, report.id, frozen.content))
}

async function edit(request: WebRequest): Promise<Reply> {
  const id = consolidatedId(request)
  const again = async (form: FormState) => draw(request, await load(request), { edit: form })
  const work = () =>
    submit(request, {
      schema: editForm,
      act: (input) => editConsolidated(request.ctx, id, input),
      done: () => redirect(`${CONSOLIDATED}/${id}?done=saved`),
      sentence: (r) => sentenceOf(request.locale, r),
      again,
    })
  return keepingTyped(work, async () => {
    const message = texts[request.locale].report.conflict
    return page(await again({ values: request.form, errors: [{ field: null, message }] }), 409)
  })
}

async function approve(request: WebRequest): Promise<Reply> {
  const id = consolidatedId(request)
  return submit(request, {
    schema: lockForm,
    act: (input) => approveConsolidated(request.ctx, id, input),
    done: () => redirect(`${CONSOLIDATED}/${id}?done=approved`),
    sentence: (r) => sentenceOf(request.locale, r),
    again: async (other) => draw(request, await load(request), { other }),
  })
}

async function publish(request: WebRequest): Promise<Reply> {
  const id = consolidatedId(request)
  return submit(request, {
    schema: emptyForm,
    act: () => publishConsolidated(request.ctx, id),
    done: () => redirect(`${CONSOLIDATED}/${id}?done=published`),
    sentence: (r) => sentenceOf(request.locale, r),
    again: async (other) => draw(request, await load(request), { other }),
  })
}

async function correct(request: WebRequest): Promise<Reply> {
  const id = consolidatedId(request)
  return submit(request, {
    schema: reasonForm,
    act: (input) => correctConsolidated(request.ctx, id, input),
    done: (next) => redirect(`${CONSOLIDATED}/${next}?done=corrected`),
    sentence: (r) => sentenceOf(request.locale, r),
    again: async (correction) => draw(request, await load(request), { correction }),
  })
}

export const consolidatedRoutes: readonly Route[] = [
  { method: 'GET', path: CONSOLIDATED, policy: sees, handle: list },
  { method: 'POST', path: CONSOLIDATED, policy: composes, handle: compose },
  { method: 'GET', path: `${CONSOLIDATED}/:id`, policy: sees, handle: show },
  { method: 'GET', path: `${CONSOLIDATED}/:id/summary`, policy: sees, handle: summary },
  { method: 'POST', path: `${CONSOLIDATED}/:id`, policy: composes, handle: edit },
  { method: 'POST', path: `${CONSOLIDATED}/:id/approve`, policy: approves, handle: approve },
  { method: 'POST', path: `${CONSOLIDATED}/:id/publish`, policy: approves, handle: publish },
  { method: 'POST', path: `${CONSOLIDATED}/:id/correct`, policy: composes, handle: correct },
]
