/** Addresses of evidence in the office. */

import { yearPeriod } from '../../../kernel/civil-date.ts'
import { found, permit } from '../../../kernel/errors.ts'
import { historyOf } from '../../../platform/audit.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import {
  one,
  page,
  type Reply,
  type Route,
  redirect,
  signedIn,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { listUnits } from '../../people/index.ts'
import { discardDraft } from '../actions/drafts.ts'
import { withdrawEvidence } from '../actions/evidence.ts'
import { evidenceSheet } from '../documents/sheets.ts'
import { nothingSchema, reasonSchema } from '../forms/decide.ts'
import { readEvidenceFilter } from '../forms/list.ts'
import * as policy from '../policy.ts'
import { yearsWithDuties } from '../store/counts.ts'
import * as store from '../store/evidence-lists.ts'
import { evidenceNames } from '../store/names.ts'
import { textsOf } from '../texts/index.ts'
import { evidenceFilters, officeEvidenceList, officeEvidencePage } from '../views/evidence.ts'
import { noProgrammePage } from '../views/no-programme.ts'
import { evidenceRow } from '../views/parts.ts'
import { chosenProgramme, doneKey, idParam, records, sentences } from './common.ts'
import { editForm, newForm, record, saveEdit } from './evidence-form.ts'

const PAGE_SIZE = 20
const EXPORT_SIZE = 20_000
const UPLOAD = { maxBytes: 20 * 1024 * 1024, maxFiles: 10 }

async function list(request: WebRequest): Promise<Reply> {
  const { ctx, frame, locale } = request
  const programme = await chosenProgramme(request)
  if (programme === null) return page(noProgrammePage(frame))
  const filter = readEvidenceFilter(request.query)
  const state = one(request.query, 'state') === 'withdrawn' ? ('withdrawn' as const) : ('recorded' as const)
  const query: store.EvidenceQuery = {
    programmeId: programme.id,
    scope: policy.unitScope(ctx.actor),
    state,
    ...filter,
    happened: filter.year === null ? null : yearPeriod(filter.year),
  }
  const t = textsOf(locale).evidence
  const format = exportFormat(request)
  if (format) {
    const rows = await store.listEvidenceInFull(ctx.db, query, EXPORT_SIZE)
    return exportReply(request, evidenceSheet(locale, rows), format, t.list.fileName)
  }
  const authorId = 'id' in ctx.actor ? ctx.actor.id : ''
  const names = request.remember('evidence.names', () => evidenceNames(ctx.db))
  const [rows, total, drafts, units, years] = await Promise.all([
    store.listEvidence(ctx.db, query, filter.after, PAGE_SIZE, names),
    store.countEvidence(ctx.db, query),
    store.listEvidence(ctx.db, { programmeId: null, scope: 'all', state: 'draft', authorId }, '', 20, names),
    listUnits(ctx.db, { kind: 'unit' }),
    yearsWithDuties(ctx.db, programme.id),
  ])
  const { after: _, ...filters } = filter
  const filtered = Object.values(filters).some((value) => value !== null && value !== '')
  return page(
    officeEvidenceList(frame, {
      page: {
        next: rows.next,
        rows: rows.rows.map((line) => evidenceRow(locale, line, `/office/evidence/${line.id}`, 2)),
      },
      total,
      state,
      filtered,
      filters: evidenceFilters(request.locale, {
        filter,
        filtered,
        units,
        years,
        action: '/office/evidence',
        keep: state === 'withdrawn' ? { state } : {},
      }),
      drafts: drafts.rows,
      mayRecord: policy.mayRecordAny(ctx.actor),
      done: doneKey(request) === 'draft' ? t.page.draftKept : undefined,
    }),
  )
}

async function pageOf(request: WebRequest, form: FormState = CLEAN) {
  const { ctx } = request
  const evidence = found(await store.evidenceById(ctx.db, idParam(request, 'evidence')), 'evidence')
  permit(policy.maySeeEvidence(ctx.actor, evidence), 'evidence.see')
  const t = textsOf(request.locale).evidence.page
  const done = { recorded: t.recorded, saved: t.saved }[doneKey(request)]
  return officeEvidencePage(request.frame, {
    evidence,
    records: await historyOf(ctx.db, [{ type: 'evidence', id: evidence.id }]),
    mayEdit: evidence.state === 'recorded' && policy.mayEditEvidence(ctx.actor, evidence),
    form,
    done,
  })
}

async function withdraw(request: WebRequest): Promise<Reply> {
  const id = idParam(request, 'evidence')
  return submit(request, {
    schema: reasonSchema,
    act: ({ reason }) => withdrawEvidence(request.ctx, { id, reason }),
    done: () => redirect(`/office/evidence/${id}`),
    sentence: sentences(request),
    again: (form) => pageOf(request, form),
  })
}

async function discard(request: WebRequest): Promise<Reply> {
  const id = idParam(request, 'evidence')
  return submit(request, {
    schema: nothingSchema,
    act: () => discardDraft(request.ctx, id),
    done: () => redirect('/office/evidence'),
    sentence: sentences(request),
    again: (form) => pageOf(request, form),
  })
}

export const evidenceRoutes: readonly Route[] = [
  { method: 'GET', path: '/office/evidence', policy: signedIn, handle: list },
  { method: 'GET', path: '/office/evidence/new', policy: records, handle: newForm },
  { method: 'POST', path: '/office/evidence/new', policy: records, upload: UPLOAD, handle: record },
  {
    method: 'GET',
    path: '/office/evidence/:id',
    policy: signedIn,
    handle: async (request) => page(await pageOf(request)),
  },
  { method: 'GET', path: '/office/evidence/:id/edit', policy: records, handle: editForm },
  { method: 'POST', path: '/office/evidence/:id/edit', policy: records, upload: UPLOAD, handle: saveEdit },
  { method: 'POST', path: '/office/evidence/:id/withdraw', policy: records, handle: withdraw },
  { method: 'POST', path: '/office/evidence/:id/discard', policy: records, handle: discard },
]
