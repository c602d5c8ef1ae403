/** Addresses of seminars in the office. */
import { compareDates } from '../../kernel/civil-date.ts'
import { found, foundId, permit } from '../../kernel/errors.ts'
import { asId, isId } from '../../kernel/ids.ts'
import { accept, isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import { documentFormat, documentReply } from '../../platform/http/document.ts'
import { exportFormat, exportReply } from '../../platform/http/export.ts'
import {
  localPath,
  one,
  type Policy,
  page,
  type Route,
  redirect,
  type WebRequest,
} from '../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../platform/http/submit.ts'
import {
  type CityEvent,
  daysOf,
  EVENT_KINDS,
  eventById,
  hasFeature,
  listParticipants,
  mayKeepAny,
  maySeePeople,
  officeEvent,
} from '../events/index.ts'
import {
  branchesOf,
  electionOf,
  inviteBranches,
  issueCertificates,
  revokeCertificate,
  setElections,
} from './actions/certificates.ts'
import { openTest, writeTest } from './actions/tests.ts'
import { attendanceSheet, branchList, branchSheet, certificateDocument } from './documents/documents.ts'
import * as forms from './forms.ts'
import { maySeeSeminars, maySetElections } from './policy.ts'
import { readTest, resultOf, testText } from './rules/test.ts'
import { attendanceByYears, certificatesOf } from './store/certificates.ts'
import { answersOf, testOf } from './store/tests.ts'
import { sentenceOf } from './texts/index.ts'
import type { AttendanceRow, BranchInvited, CertificateId, TestQuestion } from './types.ts'
import { attendancePage, SEMINARS } from './views/attendance.ts'
import { type SeminarView, seminarPage, seminarPath } from './views/office.ts'

const sees: Policy = { name: 'seminar.see', allows: maySeeSeminars }
const keeps: Policy = { name: 'seminar.keep', allows: mayKeepAny }
const sets: Policy = { name: 'seminar.elections', allows: maySetElections }
const ONE = '/office/events/:id/seminar'
const MOST_PEOPLE = 1_000
const KINDS_WITH_BRANCHES = EVENT_KINDS.filter((kind) => hasFeature(kind, 'invitationOfBranches'))

async function eventOf(request: WebRequest): Promise<CityEvent> {
  const text = request.params['id'] ?? ''
  const event = isId(text) ? await eventById(request.ctx.db, asId<'event'>(text)) : null
  return found(event && hasFeature(event.kind, 'test') ? event : null, 'seminar')
}

function certificateIdOf(request: WebRequest): CertificateId {
  const text = request.params['certificate'] ?? ''
  return foundId(text, 'certificate')
}

async function draw(request: WebRequest, typed: Partial<SeminarView['forms']> = {}) {
  const { db, actor } = request.ctx
  const event = await eventOf(request)
  const [office, test, certificates] = await Promise.all([
    officeEvent(request, event.id),
    testOf(db, event.id),
    certificatesOf(db, event.id),
  ])
  const named = maySeePeople(actor, event.unitId)
  const came = named ? (await listParticipants(db, event.id, { state: 'in' }, '', MOST_PEOPLE)).rows : []
  const known = new Set(certificates.map((c) => c.name))
  return seminarPage(request.frame, {
    office,
    branches: hasFeature(event.kind, 'invitationOfBranches') ? await branchesOf(db, event.id) : null,
    test,
    results: test && {
      before: resultOf(test.questions, await answersOf(db, event.id, 'before')),
      after: resultOf(test.questions, await answersOf(db, event.id, 'after')),
    },
    certificates: named ? certificates : [],
    came: came.filter((p) => p.erasedAt === null && !known.has(p.name)),
    forms: {
      invite: CLEAN,
      test: { values: { questions: test ? testText(test.questions) : '' }, errors: [] },
      issue: CLEAN,
      revoke: CLEAN,
      revoking: null,
      ...typed,
    },
    done: one(request.query, 'done'),
  })
}

const sentence = (request: WebRequest) => (refusal: Refusal) => sentenceOf(request.locale, refusal)
const back = (event: CityEvent, done: string) => redirect(`${seminarPath(event.id)}?done=${done}`)
const dress = ({ locale, house }: WebRequest) => ({
  locale,
  council: house.city.council[locale],
  demonstration: house.demonstration,
})

async function branchFiles(request: WebRequest) {
  const event = await eventOf(request)
  const branches = await branchesOf(request.ctx.db, event.id)
  const format = documentFormat(request)
  if (format)
    return documentReply(format, {
      key: null,
      name: 'invited-branches',
      doc: () => branchList(dress(request), event, branches),
    })
  const table = exportFormat(request)
  if (table)
    return exportReply<BranchInvited>(
      request,
      branchSheet(request.locale, branches),
      table,
      'invited-branches',
    )
  return redirect(`${seminarPath(event.id)}#branches`)
}

async function certificateFile(request: WebRequest) {
  const { ctx, house, locale } = request
  const event = await eventOf(request)
  permit(maySeePeople(ctx.actor, event.unitId), 'certificate.see')
  const id = certificateIdOf(request)
  const certificate = found(
    (await certificatesOf(ctx.db, event.id)).find((c) => c.id === id && c.revokedOn === null),
    'certificate',
  )
  const days = await daysOf(ctx.db, [event.id])
  const address = `${house.baseUrl}${localPath(locale, `/certificates/${certificate.number}`)}`
  return documentReply('pdf', {
    key: null,
    name: `certificate-${certificate.number}`,
    doc: () => certificateDocument(dress(request), { certificate, event, days, address }),
  })
}

function questionsOf(text: string): readonly TestQuestion[] {
  const read = readTest(text)
  accept(read.filter((q): q is Refusal => isRefusal(q)))
  return read.filter((q): q is TestQuestion => !isRefusal(q))
}

async function readAttendance(request: WebRequest) {
  const rows = await attendanceByYears(request.ctx.db, KINDS_WITH_BRANCHES)
  return { rows, years: [...new Set(rows.flatMap((row) => [...row.years.keys()]))].sort((a, b) => a - b) }
}

async function drawAttendance(request: WebRequest, form: FormState = CLEAN) {
  return attendancePage(request.frame, {
    ...(await readAttendance(request)),
    election: await electionOf(request.ctx.db),
    form,
    maySet: maySetElections(request.ctx.actor),
    done: one(request.query, 'done'),
  })
}

async function attendance(request: WebRequest) {
  const format = exportFormat(request)
  if (!format) return page(await drawAttendance(request))
  const { rows, years } = await readAttendance(request)
  return exportReply<AttendanceRow>(request, attendanceSheet(request.locale, rows, years), format, 'seminars')
}

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: ONE, policy: sees, handle: async (request) => page(await draw(request)) },
  { method: 'GET', path: `${ONE}/branches`, policy: sees, handle: branchFiles },
  { method: 'GET', path: `${ONE}/certificates/:certificate/file`, policy: keeps, handle: certificateFile },
  {
    method: 'POST',
    path: `${ONE}/invite`,
    policy: keeps,
    async handle(request) {
      const event = await eventOf(request)
      return submit(request, {
        schema: forms.emptyForm,
        act: () => inviteBranches(request.ctx, request.house, event.id),
        done: () => back(event, 'invited'),
        sentence: sentence(request),
        again: (invite) => draw(request, { invite }),
      })
    },
  },
  {
    method: 'POST',
    path: `${ONE}/test`,
    policy: keeps,
    async handle(request) {
      const event = await eventOf(request)
      return submit(request, {
        schema: forms.testForm,
        act: async ({ version, questions }) =>
          writeTest(request.ctx, event.id, version, questionsOf(questions)),
        done: () => back(event, 'test'),
        sentence: sentence(request),
        again: (test) => draw(request, { test }),
      })
    },
  },
  {
    method: 'POST',
    path: `${ONE}/stage`,
    policy: keeps,
    async handle(request) {
      const event = await eventOf(request)
      return submit(request, {
        schema: forms.stageForm,
        act: ({ stage }) => openTest(request.ctx, event.id, stage),
        done: () => back(event, 'stage'),
        sentence: sentence(request),
        again: (invite) => draw(request, { invite }),
      })
    },
  },
  {
    method: 'POST',
    path: `${ONE}/certificates`,
    policy: keeps,
    async handle(request) {
      const event = await eventOf(request)
      return submit(request, {
        schema: forms.issueForm,
        act: (input) => issueCertificates(request.ctx, event.id, input),
        done: () => back(event, 'issued'),
        sentence: sentence(request),
        again: (issue) => draw(request, { issue }),
      })
    },
  },
  {
    method: 'POST',
    path: `${ONE}/certificates/:certificate/revoke`,
    policy: keeps,
    async handle(request) {
      const [event, revoking] = [await eventOf(request), certificateIdOf(request)]
      return submit(request, {
        schema: forms.revokeForm,
        act: ({ reason }) => revokeCertificate(request.ctx, event.id, revoking, reason),
        done: () => back(event, 'revoked'),
        sentence: sentence(request),
        again: (revoke) => draw(request, { revoke, revoking }),
      })
    },
  },
  { method: 'GET', path: SEMINARS, policy: sees, handle: attendance },
  {
    method: 'POST',
    path: `${SEMINARS}/election`,
    policy: sets,
    handle: (request) =>
      submit(request, {
        schema: forms.electionForm,
        act: async ({ from, to, basis }) => {
          if (compareDates(to, from) < 0) accept(refuse('end_before_start', {}, 'to'))
          return setElections(request.ctx, { from: from.toString(), to: to.toString(), basis })
        },
        done: () => redirect(`${SEMINARS}?done=election`),
        sentence: sentence(request),
        again: (form) => drawAttendance(request, form),
      }),
  },
  {
    method: 'POST',
    path: `${SEMINARS}/election/clear`,
    policy: sets,
    handle: (request) =>
      submit(request, {
        schema: forms.emptyForm,
        act: () => setElections(request.ctx, null),
        done: () => redirect(`${SEMINARS}?done=election`),
        sentence: sentence(request),
        again: (form) => drawAttendance(request, form),
      }),
  },
]
