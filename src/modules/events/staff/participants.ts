/** Participants and invitations; the day. */
import { found, permit } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { documentFormat, documentReply } from '../../../platform/http/document.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { one, page, type Reply, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { submit } from '../../../platform/http/submit.ts'
import { readSetting } from '../../../platform/settings.ts'
import { countsByKind, findOrganisations, organisationsByIds } from '../../organisations/index.ts'
import { checkIn, countHeads, undoCheckIn } from '../actions/attendance.ts'
import { inviteAgain, inviteOrganisations, noteInvitation } from '../actions/invite.ts'
import { showItem } from '../actions/parts.ts'
import { addPerson, cancelRegistration } from '../actions/registration.ts'
import { invitationList, invitationSheet } from '../documents/invitations.ts'
import { participantSheet } from '../documents/sheets.ts'
import { signInList } from '../documents/sign-in-list.ts'
import * as forms from '../forms/office.ts'
import { normalCode } from '../rules/registration.ts'
import { invitationById, invitationsOf } from '../store/invitations.ts'
import { byCode, countsOf, expectedOf, listParticipants } from '../store/participants.ts'
import { itemsOf } from '../store/parts.ts'
import { attendanceOf } from '../store/registrations.ts'
import type { EventId } from '../types.ts'
import { dayPage } from '../views/day.ts'
import { OFFICE, officePath } from '../views/office-page.ts'
import { participantsPage } from '../views/participants.ts'
import { act, backTo, doneKey, type Failed, idParam, keeps, officeEvent, reads, sentences } from './common.ts'

const FOUND = 12
const EXPORT_SIZE = 20_000

async function participants(request: WebRequest, failed: Failed = null, id?: EventId): Promise<Html> {
  const { ctx, query } = request
  const base = await officeEvent(request, id ?? idParam(request, 'event'))
  const eventId = base.event.id
  const text = one(query, 'find').slice(0, 100)
  const filter = readFilter(request)
  const [people, attendance, invitations, kinds, searched, rules] = await Promise.all([
    base.keeps ? listParticipants(ctx.db, eventId, filter, one(query, 'after')) : null,
    attendanceOf(ctx.db, eventId),
    invitationsOf(ctx.db, eventId),
    countsByKind(ctx.db, ctx.today),
    text === '' ? null : findOrganisations(ctx.db, { text, limit: FOUND, active: true }),
    readSetting(ctx.db, 'mail.autoRelease'),
  ])
  return participantsPage(request.frame, {
    ...base,
    people,
    filter,
    attendance,
    invitations,
    organisations: await organisationsByIds(
      ctx.db,
      invitations.map((i) => i.organisationId),
    ),
    countsByKind: kinds,
    found: searched && { text, rows: searched },
    confirmsLeave: rules?.['event.confirm'] !== undefined,
    failed,
    done: doneKey(request),
  })
}

function readFilter(request: WebRequest) {
  const state = one(request.query, 'state')
  return {
    state:
      (['confirmed', 'waiting', 'unconfirmed', 'cancelled', 'in'] as const).find((s) => s === state) ?? null,
    text: one(request.query, 'q').slice(0, 100),
  }
}

async function participantsReply(request: WebRequest): Promise<Reply> {
  const format = exportFormat(request)
  if (!format) return page(await participants(request))
  const { event, keeps: may } = await officeEvent(request, idParam(request, 'event'))
  permit(may, 'event.people')
  const { rows } = await listParticipants(request.ctx.db, event.id, readFilter(request), '', EXPORT_SIZE)
  return exportReply(
    request,
    participantSheet(request.locale, rows, event.registrationQuestions),
    format,
    'participants',
  )
}

async function invitationsReply(request: WebRequest): Promise<Reply> {
  const { ctx, locale, house } = request
  const base = await officeEvent(request, idParam(request, 'event'))
  const invitations = await invitationsOf(ctx.db, base.event.id)
  const lines = await organisationsByIds(
    ctx.db,
    invitations.map((i) => i.organisationId),
  )
  const table = exportFormat(request)
  if (table) return exportReply(request, invitationSheet(locale, invitations, lines), table, 'invitations')
  return documentReply(documentFormat(request) ?? 'pdf', {
    key: null,
    name: 'invitations',
    doc: () =>
      invitationList({
        ...base,
        invitations,
        lines,
        city: house.city,
        madeAt: ctx.now,
        demonstration: house.demonstration,
      }),
  })
}

async function signInListReply(request: WebRequest): Promise<Reply> {
  const { ctx, house } = request
  const base = await officeEvent(request, idParam(request, 'event'))
  permit(base.keeps, 'event.people')
  const people = await expectedOf(ctx.db, base.event.id)
  return documentReply(documentFormat(request) ?? 'pdf', {
    key: null,
    name: 'sign-in-list',
    doc: () =>
      signInList({ ...base, people, city: house.city, madeAt: ctx.now, demonstration: house.demonstration }),
  })
}

async function day(request: WebRequest, failed: Failed = null): Promise<Html> {
  const { ctx, query } = request
  const base = await officeEvent(request, idParam(request, 'event'))
  const { event } = base
  const name = one(query, 'name').slice(0, 100)
  const code = normalCode(one(query, 'code').slice(0, 20))
  const [attendance, counts, items, byName, coded] = await Promise.all([
    attendanceOf(ctx.db, event.id),
    countsOf(ctx.db, event.id),
    itemsOf(ctx.db, event.id),
    name !== '' && base.keeps ? listParticipants(ctx.db, event.id, { text: name }, '', FOUND) : null,
    code !== '' && base.keeps ? byCode(ctx.db, event.id, code) : null,
  ])
  const rows = byName ? byName.rows.filter((p) => p.state !== 'cancelled') : coded ? [coded] : []
  return dayPage(request.frame, {
    ...base,
    attendance,
    counts,
    items,
    found: name === '' && code === '' ? null : { text: name, rows },
    cameIn: base.keeps && doneKey(request) === 'in' ? (coded?.name ?? null) : null,
    failed,
    done: doneKey(request),
  })
}

async function checkInByCode(request: WebRequest): Promise<Reply> {
  const id = idParam(request, 'event')
  return submit(request, {
    schema: forms.codeForm,
    act: ({ code }) => checkIn(request.ctx, id, { code }, 'code'),
    done: (who) => redirect(`${officePath(id, '/day')}?done=in&code=${who.code}`),
    sentence: sentences(request),
    again: (state) => day(request, { form: 'code', state }),
  })
}

async function invitationNote(request: WebRequest): Promise<Reply> {
  const id = idParam(request, 'eventInvitation')
  const { eventId } = found(await invitationById(request.ctx.db, id), 'invitation')
  return submit(request, {
    schema: forms.invitationForm,
    act: (facts) => noteInvitation(request.ctx, id, facts),
    done: () => redirect(`${officePath(eventId, '/participants')}?done=saved#invitations`),
    sentence: sentences(request),
    again: (state) => participants(request, { form: 'act', state }, eventId),
  })
}

export const participantRoutes: readonly Route[] = [
  { method: 'GET', path: `${OFFICE}/:id/participants`, policy: reads, handle: participantsReply },
  { method: 'GET', path: `${OFFICE}/:id/invitations`, policy: reads, handle: invitationsReply },
  { method: 'GET', path: `${OFFICE}/:id/sign-in-list`, policy: keeps, handle: signInListReply },
  {
    method: 'GET',
    path: `${OFFICE}/:id/day`,
    policy: reads,
    handle: async (request) => page(await day(request)),
  },
  act(`${OFFICE}/:id/invite`, {
    form: 'invite',
    schema: forms.inviteForm,
    run: async (request, { kinds, organisations }) => {
      const lines =
        kinds.length === 0
          ? []
          : await findOrganisations(request.ctx.db, { kinds, active: true, limit: 5_000 })
      await inviteOrganisations(request.ctx, request.house, idParam(request, 'event'), [
        ...organisations,
        ...lines.map((line) => line.id),
      ])
    },
    done: backTo('/participants#invitations', 'invited'),
    again: participants,
  }),
  act(`${OFFICE}/:id/invite/again`, {
    form: 'act',
    schema: forms.nothing,
    run: (request) => inviteAgain(request.ctx, request.house, idParam(request, 'event')),
    done: backTo('/participants#invitations', 'invited'),
    again: participants,
  }),
  { method: 'POST', path: `${OFFICE}/invitations/:id`, policy: keeps, handle: invitationNote },
  act(`${OFFICE}/:id/participants`, {
    form: 'person',
    schema: forms.personForm,
    run: (request, { came, ...person }) =>
      addPerson(request.ctx, idParam(request, 'event'), { ...person, organisationId: null }, came),
    done: backTo('/participants#people', 'saved'),
    again: participants,
  }),
  act(`${OFFICE}/:id/participants/cancel`, {
    form: 'act',
    schema: forms.registrationIdForm,
    run: (request, { registration }) => cancelRegistration(request.ctx, request.house, registration),
    done: backTo('/participants#people', 'saved'),
    again: participants,
  }),
  { method: 'POST', path: `${OFFICE}/:id/check-in`, policy: keeps, handle: checkInByCode },
  act(`${OFFICE}/:id/check-in/name`, {
    form: 'code',
    schema: forms.registrationIdForm,
    run: (request, { registration }) =>
      checkIn(request.ctx, idParam(request, 'event'), { id: registration }, 'name'),
    done: backTo('/day', 'letIn'),
    again: day,
  }),
  act(`${OFFICE}/:id/check-in/undo`, {
    form: 'act',
    schema: forms.registrationIdForm,
    run: (request, { registration }) => undoCheckIn(request.ctx, idParam(request, 'event'), registration),
    done: backTo('/day', 'saved'),
    again: day,
  }),
  act(`${OFFICE}/:id/counts`, {
    form: 'counts',
    schema: forms.countsForm,
    run: (request, { counts }) => countHeads(request.ctx, idParam(request, 'event'), counts),
    done: backTo('/day#heads', 'saved'),
    again: day,
  }),
  act(`${OFFICE}/:id/hall`, {
    form: 'act',
    schema: forms.hallForm,
    run: (request, { item }) => showItem(request.ctx, idParam(request, 'event'), item),
    done: backTo('/day#hall', 'saved'),
    again: day,
  }),
]
