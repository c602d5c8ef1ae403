/** Addresses of what the coordinator settles: terms, groups, reminders. */
import { found } from '../../../kernel/errors.ts'
import { one, page, type Reply, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { type FormState, submit } from '../../../platform/http/submit.ts'
import { activeProgramme } from '../../programmes/index.ts'
import { composeReminders, setReminders } from '../actions/remind.ts'
import { renewNow } from '../actions/renew.ts'
import { setNamedYear } from '../actions/schedule.ts'
import { namedYearSchema, nothingSchema, remindersSchema } from '../forms/decide.ts'
import { namedYearSetting, reminderSettings } from '../store/settings.ts'
import { emptyGroups, measuresWithoutTerm } from '../store/summaries.ts'
import { textsOf } from '../texts/index.ts'
import { noProgrammePage } from '../views/no-programme.ts'
import { remindersPage } from '../views/reminders.ts'
import { termsPage } from '../views/terms.ts'
import { chosenProgramme, decides, doneKey, reminds, sentences } from './common.ts'

async function terms(request: WebRequest): Promise<Reply> {
  return page(await termsView(request))
}

async function termsView(request: WebRequest) {
  const { ctx, frame } = request
  const programme = await chosenProgramme(request)
  if (programme === null) return noProgrammePage(frame)
  const [gaps, groups, namedYear] = await Promise.all([
    measuresWithoutTerm(ctx.db, programme.id),
    emptyGroups(ctx.db, programme.id),
    namedYearSetting(ctx.db),
  ])
  return termsPage(frame, { gaps, groups, namedYear, done: whatWasDone(request) })
}

function whatWasDone(request: WebRequest): string | undefined {
  const t = textsOf(request.locale).duty
  const [created = 0, renewed = 0, withdrawn = 0] = one(request.query, 'n')
    .split('-')
    .map((n) => (/^\d{1,6}$/.test(n) ? Number(n) : 0))
  return {
    renewed: t.terms.renewed(created, renewed, withdrawn),
    scheduled: t.schedule.saved,
    unscheduled: t.schedule.removed,
  }[doneKey(request)]
}

async function renew(request: WebRequest): Promise<Reply> {
  const { ctx } = request
  const programme = found(await activeProgramme(ctx.db, ctx.today), 'programme')
  return submit(request, {
    schema: nothingSchema,
    act: () => renewNow(ctx, programme.id),
    done: ({ created, renewed, withdrawn }) =>
      redirect(`/office/duties/terms?done=renewed&n=${created}-${renewed}-${withdrawn}`),
    sentence: sentences(request),
    again: () => termsView(request),
  })
}

function saveReading(request: WebRequest): Promise<Reply> {
  return submit(request, {
    schema: namedYearSchema,
    act: ({ namedYear }) => setNamedYear(request.ctx, namedYear),
    done: () => redirect('/office/duties/terms'),
    sentence: sentences(request),
    again: () => termsView(request),
  })
}

async function reminders(request: WebRequest): Promise<Reply> {
  const levels = await reminderSettings(request.ctx.db)
  const values = {
    executor: levels.executor.on ? 'on' : '',
    coordinator: levels.coordinator.on ? 'on' : '',
    deputyMayor: levels.deputyMayor.on ? 'on' : '',
    deputyName: levels.deputyMayor.name ?? '',
    deputyEmail: levels.deputyMayor.email ?? '',
  }
  return page(await remindersView(request, { values, errors: [] }))
}

async function remindersView(request: WebRequest, form: FormState) {
  const { ctx } = request
  const [levels, today] = await Promise.all([reminderSettings(ctx.db), composeReminders(ctx)])
  const done = doneKey(request) === 'saved' ? textsOf(request.locale).reminders.saved : undefined
  return remindersPage(request.frame, { levels, ...today, form, done })
}

function saveReminders(request: WebRequest): Promise<Reply> {
  return submit(request, {
    schema: remindersSchema,
    act: (input) => setReminders(request.ctx, input),
    done: () => redirect('/office/reminders?done=saved'),
    sentence: sentences(request),
    again: (form) => remindersView(request, form),
  })
}

export const settingsRoutes: readonly Route[] = [
  { method: 'GET', path: '/office/duties/terms', policy: decides, handle: terms },
  { method: 'POST', path: '/office/duties/renew', policy: decides, handle: renew },
  { method: 'POST', path: '/office/duties/reading', policy: decides, handle: saveReading },
  { method: 'GET', path: '/office/reminders', policy: reminds, handle: reminders },
  { method: 'POST', path: '/office/reminders', policy: reminds, handle: saveReminders },
]
