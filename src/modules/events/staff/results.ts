import { found } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { documentFormat, documentReply } from '../../../platform/http/document.ts'
import { page, type Reply, type Route, type WebRequest } from '../../../platform/http/route.ts'
import { organisationsByIds } from '../../organisations/index.ts'
import { listUnits } from '../../people/index.ts'
import * as follow from '../actions/follow-up.ts'
import * as results from '../actions/results.ts'
import { eventMinutes } from '../documents/minutes.ts'
import * as forms from '../forms/office.ts'
import { hasMinutes } from '../rules/closing.ts'
import { measuresOfEvent } from '../store/days.ts'
import { organisationsThatCame } from '../store/participants.ts'
import { itemsOf, peopleOf } from '../store/parts.ts'
import { questionsOf } from '../store/questions.ts'
import { attendanceOf } from '../store/registrations.ts'
import { feedbackOf, photosOf, recommendationsOf } from '../store/results.ts'
import type { EventId } from '../types.ts'
import { OFFICE } from '../views/office-page.ts'
import { resultsPage } from '../views/results.ts'
import { act, backTo, doneKey, type Failed, idParam, officeEvent, reads } from './common.ts'

async function show(request: WebRequest, failed: Failed = null, id?: EventId): Promise<Html> {
  const { db } = request.ctx
  const base = await officeEvent(request, id ?? idParam(request, 'event'))
  const { event } = base
  const [attendance, came, photos, recommendations, feedback, units, closing, measures] = await Promise.all([
    attendanceOf(db, event.id),
    organisationsThatCame(db, event.id),
    photosOf(db, event.id),
    recommendationsOf(db, event.id),
    feedbackOf(db, event.id),
    listUnits(db, { kind: 'unit' }),
    results.closingOf(db, event),
    measuresOfEvent(db, event.id),
  ])
  const lines = await organisationsByIds(db, came.ids)
  return resultsPage(request.frame, {
    ...base,
    participants: attendance.checkedIn + attendance.counted,
    organisations: [...came.ids.map((one) => lines.get(one)?.name ?? ''), ...came.names],
    photos,
    recommendations,
    feedback,
    units,
    missing: closing.missing,
    gaps: closing.gaps,
    measures: measures.length,
    failed,
    done: doneKey(request),
  })
}

/** A draft to sign; it can be made as soon as the event was held. */
async function minutes(request: WebRequest): Promise<Reply> {
  const { ctx, house } = request
  const { event, days } = await officeEvent(request, idParam(request, 'event'))
  found(hasMinutes(event) ? true : null, 'minutes')
  const [people, items, attendance, came, questions, recommendations] = await Promise.all([
    peopleOf(ctx.db, event.id),
    itemsOf(ctx.db, event.id),
    attendanceOf(ctx.db, event.id),
    organisationsThatCame(ctx.db, event.id),
    questionsOf(ctx.db, event.id),
    recommendationsOf(ctx.db, event.id),
  ])
  const lines = await organisationsByIds(ctx.db, came.ids)
  return documentReply(documentFormat(request) ?? 'docx', {
    key: null,
    name: 'minutes',
    doc: () =>
      eventMinutes(
        {
          event,
          days,
          people,
          items,
          participants: attendance.checkedIn + attendance.counted,
          organisations: came.ids.map((id) => lines.get(id)?.name ?? '').filter((name) => name !== ''),
          questions,
          recommendations,
        },
        { city: house.city, madeAt: ctx.now, demonstration: house.demonstration },
      ),
  })
}

export const resultRoutes: readonly Route[] = [
  { method: 'GET', path: `${OFFICE}/:id/minutes`, policy: reads, handle: minutes },
  {
    method: 'GET',
    path: `${OFFICE}/:id/results`,
    policy: reads,
    handle: async (request) => page(await show(request)),
  },
  act(`${OFFICE}/:id/results`, {
    form: 'results',
    schema: forms.resultsForm,
    run: (request, input) =>
      results.saveResults(request.ctx, request.house, idParam(request, 'event'), input),
    done: backTo('/results', 'saved'),
    again: show,
  }),
  act(`${OFFICE}/:id/sum-up`, {
    form: 'results',
    schema: forms.resultsForm,
    run: (request, input) => results.sumUpEvent(request.ctx, request.house, idParam(request, 'event'), input),
    done: backTo('/results', 'summedUp'),
    again: show,
  }),
  act(`${OFFICE}/:id/close`, {
    form: 'close',
    schema: (request) => forms.closeForm(request.form),
    run: (request, reasons) => results.closeEvent(request.ctx, idParam(request, 'event'), reasons),
    done: backTo('/results', 'closed'),
    again: show,
  }),
  act(`${OFFICE}/:id/reopen`, {
    form: 'act',
    schema: forms.reason,
    run: (request, { reason }) => results.reopenEvent(request.ctx, idParam(request, 'event'), reason),
    done: backTo('/results', 'saved'),
    again: show,
  }),
  act(`${OFFICE}/:id/photos`, {
    form: 'photos',
    schema: forms.photoForm,
    upload: { maxBytes: 20 * 1024 * 1024, maxFiles: 1 },
    run: async (request, { alt, author, consent }) => {
      const file = request.files.find((f) => f.field === 'photo')
      await follow.addPhoto(request.ctx, idParam(request, 'event'), {
        file: { name: file?.name ?? '', bytes: file?.bytes ?? new Uint8Array() },
        alt,
        author,
        consent,
      })
    },
    done: backTo('/results#photos', 'saved'),
    again: show,
  }),
  act(`${OFFICE}/:id/photos/remove`, {
    form: 'act',
    schema: forms.photoIdForm,
    run: (request, { photo }) => follow.removePhoto(request.ctx, idParam(request, 'event'), photo),
    done: backTo('/results#photos', 'saved'),
    again: show,
  }),
  act(`${OFFICE}/:id/recommendations`, {
    form: 'recommendations',
    schema: forms.recommendationForm,
    run: (request, { unit, ...one }) =>
      follow.recommend(request.ctx, idParam(request, 'event'), {
        ...one,
        unitId: unit,
        organisationId: null,
      }),
    done: backTo('/results#recommendations', 'saved'),
    again: show,
  }),
]
