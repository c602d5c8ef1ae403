/** Addresses of the office: the list, one organisation, its parts. */
import { civilDate } from '../../../kernel/civil-date.ts'
import { found } from '../../../kernel/errors.ts'
import { cleanText } from '../../../kernel/inputs.ts'
import { accept, isRefusal, refuse } from '../../../kernel/refusal.ts'
import { historyOf } from '../../../platform/audit.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { one, page, type Reply, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { cityRule } from '../../law/index.ts'
import { addContact, removeContact } from '../actions/contacts.ts'
import { addDocument, removeDocument } from '../actions/documents.ts'
import { changeOrganisation, createOrganisation, verifyOrganisation } from '../actions/keep.ts'
import { addOfficer } from '../actions/officers.ts'
import { addTie, endTie, removeTie } from '../actions/ties.ts'
import * as forms from '../forms.ts'
import { contactsSeen, keepers, readers } from '../policy.ts'
import { noticesOf } from '../rules/body.ts'
import { contactsOf } from '../store/contacts.ts'
import { withDetails } from '../store/details.ts'
import { documentsOf } from '../store/documents.ts'
import { findOrganisations, organisationById } from '../store/lines.ts'
import * as list from '../store/list.ts'
import { confessions, directions, directionsOf, districts } from '../store/lists.ts'
import { mergesInto, similarTo } from '../store/merges.ts'
import { officersOf } from '../store/officers.ts'
import { readOrganisation } from '../store/organisations.ts'
import { listProposals, waitingProposals } from '../store/proposals.ts'
import { tiesOf } from '../store/ties.ts'
import { valuesOf } from '../store/values.ts'
import { namesOfLists } from '../store/whole.ts'
import { sentence } from '../texts/index.ts'
import type { ContactId, DocumentId, TieId, TieKind } from '../types.ts'
import { editPage } from '../views/edit.ts'
import { officeListPage } from '../views/office-list.ts'
import { doneNotice, OFFICE, recordOf } from '../views/office-parts.ts'
import { COUNTED } from '../views/public-list.ts'
import { recordPage } from '../views/record.ts'
import type { RecordForm, Sent } from '../views/record-view.ts'
import { organisationSheet } from '../views/sheet.ts'
import { idOf, keeps } from './request.ts'

const PAGE = 50
const EXPORT = 20_000
const HISTORY = 50

async function listPage(request: WebRequest): Promise<Reply> {
  const { ctx } = request
  const filter: list.ListFilter = {
    ...forms.filterOf(request.query),
    ...(one(request.query, 'unverified') === '1' ? { unverifiedSince: civilDate(ctx.today.year, 1, 1) } : {}),
  }
  const format = exportFormat(request)
  if (format) {
    const { rows } = await list.listOrganisations(ctx.db, filter, '', EXPORT)
    const seen = contactsSeen(ctx.actor).filter((access) => access !== 'private')
    const detailed = await withDetails(ctx.db, rows, ctx.today, seen)
    const sheet = organisationSheet(request.locale, detailed, await namesOfLists(ctx.db))
    return exportReply(request, sheet, format, 'organisations')
  }
  const [cut, total, allDistricts, allDirections, waiting] = await Promise.all([
    list.listOrganisations(ctx.db, filter, one(request.query, 'after'), PAGE),
    list.countUpTo(ctx.db, filter, COUNTED),
    districts(ctx.db),
    directions(ctx.db),
    waitingProposals(ctx.db),
  ])
  return page(
    officeListPage(request.frame, {
      ...cut,
      total,
      filter,
      choices: { districts: allDistricts, directions: allDirections },
      keeps: keeps(request),
      waiting,
    }),
  )
}

async function choicesOf(request: WebRequest) {
  const { db } = request.ctx
  return {
    districts: await districts(db),
    directions: await directions(db),
    confessions: await confessions(db),
  }
}

async function drawNew(request: WebRequest, state: FormState) {
  return editPage(request.frame, state, await choicesOf(request), null)
}

async function drawEdit(request: WebRequest, state: FormState) {
  const { db } = request.ctx
  const o = found(await readOrganisation(db, idOf<'organisation'>(request)), 'organisation')
  const chosen = (await directionsOf(db, [o.id])).get(o.id) ?? []
  return editPage(request.frame, state, await choicesOf(request), {
    id: o.id,
    name: o.name,
    version: o.version,
    facts: o.facts,
    directions: chosen.map((d) => d.id),
  })
}

async function draw(request: WebRequest, sent: Sent) {
  const { db, actor } = request.ctx
  const id = idOf<'organisation'>(request)
  const o = found(await readOrganisation(db, id), 'organisation')
  const names = await namesOfLists(db)
  const text = cleanText(one(request.query, 'find')).slice(0, 100)
  const lines = text === '' ? [] : await findOrganisations(db, { text, limit: 10 })
  const proposals = await listProposals(
    db,
    { state: null, source: null, text: '', organisationId: id },
    '',
    10,
  )
  return recordPage(request.frame, {
    keeps: keeps(request),
    done: doneNotice(request.locale, one(request.query, 'done')),
    sent,
    found: { text, lines: lines.filter((line) => line.id !== id) },
    organisation: {
      id,
      kind: o.kind,
      facts: o.facts,
      verifiedOn: o.verifiedOn,
      verifiedBy: o.verifiedBy,
      values: await valuesOf(db, id),
      officers: await officersOf(db, id),
      contacts: (await contactsOf(db, [id], contactsSeen(actor))).get(id) ?? [],
      documents: await documentsOf(db, id, ['public', 'office']),
      ties: await tiesOf(db, id),
      directions: (await directionsOf(db, [id])).get(id) ?? [],
      names,
      mergedInto: o.mergedInto === null ? null : await organisationById(db, o.mergedInto),
      merges: await mergesInto(db, id),
      similar: o.mergedInto === null ? await similarTo(db, id, 5) : [],
      proposals: proposals.rows,
      notices: noticesOf(o.facts, request.ctx.today, await reportsAYear(request)),
      history: recordOf(request.locale, await historyOf(db, [{ type: 'organisation', id }], HISTORY), names),
    },
  })
}

/** How often a committee reports: by law, or by the city's own value. */
async function reportsAYear(request: WebRequest): Promise<number> {
  const { db, today } = request.ctx
  const rule = await cityRule(db, 'selfOrganisation.report', today)
  return isRefusal(rule) ? 1 : rule.value
}

/** A form of the record page. */
function part<T>(
  path: string,
  schema: Parameters<typeof submit<T, unknown>>[1]['schema'],
  done: string,
  name: RecordForm,
  run: (request: WebRequest, input: T) => Promise<unknown>,
  upload?: Route['upload'],
): Route {
  return {
    method: 'POST',
    path: `${OFFICE}/:id${path}`,
    policy: keepers,
    ...(upload ? { upload } : {}),
    handle: (request) =>
      submit(request, {
        schema,
        act: (input) => run(request, input),
        done: () => redirect(`${OFFICE}/${idOf(request)}?done=${done}`),
        sentence: sentence(request.locale),
        again: (state) => draw(request, { name, state }),
      }),
  }
}

const organisation = (request: WebRequest) => idOf<'organisation'>(request)

export const recordRoutes: readonly Route[] = [
  { method: 'GET', path: OFFICE, policy: readers, handle: listPage },
  {
    method: 'GET',
    path: `${OFFICE}/new`,
    policy: keepers,
    handle: async (request) => page(await drawNew(request, CLEAN)),
  },
  {
    method: 'POST',
    path: `${OFFICE}/new`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: forms.newForm,
        act: (input) =>
          createOrganisation(request.ctx, {
            facts: forms.factsOf(input),
            directions: input.directions,
            source: forms.sourceOf(input),
            since: input.since,
          }),
        done: (id) => redirect(`${OFFICE}/${id}?done=created`),
        sentence: sentence(request.locale),
        again: (state) => drawNew(request, state),
      }),
  },
  {
    method: 'GET',
    path: `${OFFICE}/:id`,
    policy: readers,
    handle: async (request) => page(await draw(request, null)),
  },
  {
    method: 'GET',
    path: `${OFFICE}/:id/edit`,
    policy: keepers,
    handle: async (request) => page(await drawEdit(request, CLEAN)),
  },
  {
    method: 'POST',
    path: `${OFFICE}/:id/edit`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: forms.editForm,
        act: (input) =>
          changeOrganisation(request.ctx, organisation(request), {
            version: input.version,
            facts: forms.factsOf(input),
            directions: input.directions,
            source: forms.sourceOf(input),
            since: input.since,
            correction: input.how === 'correction',
          }),
        done: () => redirect(`${OFFICE}/${idOf(request)}?done=changed`),
        sentence: sentence(request.locale),
        again: (state) => drawEdit(request, state),
      }),
  },
  part('/verify', forms.verifyForm, 'verified', 'verify', (request, input) =>
    verifyOrganisation(request.ctx, organisation(request), { source: forms.sourceOf(input) }),
  ),
  part('/officers', forms.officerForm, 'officer', 'officer', (request, input) =>
    addOfficer(request.ctx, organisation(request), { ...input, source: forms.sourceOf(input) }),
  ),
  part('/contacts', forms.contactForm, 'contact', 'contact', (request, input) => {
    const own = input.access === 'private'
    return addContact(request.ctx, organisation(request), {
      ...input,
      consentOn: own ? input.consentOn : null,
      consentRef: own ? input.consentRef : null,
      source: forms.sourceOf(input),
    })
  }),
  part('/contacts/:contact/remove', forms.emptyForm, 'contact', 'contact', (request) =>
    removeContact(request.ctx, organisation(request), idOf<'contact'>(request, 'contact') as ContactId),
  ),
  part('/ties', forms.tieForm, 'tie', 'tie', (request, input) => {
    const [kind, side] = input.tie.split(':')
    return addTie(request.ctx, organisation(request), {
      ...input,
      kind: kind as TieKind,
      below: side === 'below',
      source: forms.sourceOf(input),
    })
  }),
  part('/ties/:tie/end', forms.tieEndForm, 'tie', 'tie', (request, { until }) =>
    endTie(request.ctx, organisation(request), idOf<'tie'>(request, 'tie') as TieId, until),
  ),
  part('/ties/:tie/remove', forms.emptyForm, 'tie', 'tie', (request) =>
    removeTie(request.ctx, organisation(request), idOf<'tie'>(request, 'tie') as TieId),
  ),
  part(
    '/documents',
    forms.documentForm,
    'document',
    'document',
    (request, input) => {
      const file = accept(request.files[0] ?? refuse('file_needed', undefined, 'file'))
      return addDocument(request.ctx, organisation(request), { ...input, file })
    },
    { maxBytes: 10_000_000, maxFiles: 1 },
  ),
  part('/documents/:document/remove', forms.emptyForm, 'document', 'document', (request) =>
    removeDocument(
      request.ctx,
      organisation(request),
      idOf<'organisationDocument'>(request, 'document') as DocumentId,
    ),
  ),
]
