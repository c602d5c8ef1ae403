/** Addresses of measures and years in the office. */
import { found } from '../../../kernel/errors.ts'
import { html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import { historyOf } from '../../../platform/audit.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import {
  localPath,
  page,
  type Reply,
  type Route,
  redirect,
  signedIn,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { type FormState, submit } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { listUnits, unitLabel } from '../../people/index.ts'
import { programmeById } from '../../programmes/index.ts'
import { cancelSchedule, setSchedule } from '../actions/schedule.ts'
import { yearSheet } from '../documents/sheets.ts'
import { scheduleSchema } from '../forms/decide.ts'
import { readId, readYear } from '../forms/list.ts'
import * as policy from '../policy.ts'
import { yearsWithDuties } from '../store/counts.ts'
import { lifeOf } from '../store/measure-life.ts'
import { type MeasureRow, measureById } from '../store/measures.ts'
import { schedulesOf } from '../store/settings.ts'
import { yearRibbon } from '../store/summaries.ts'
import { textsOf } from '../texts/index.ts'
import { measureLead, measureMain } from '../views/measure.ts'
import { noProgrammePage } from '../views/no-programme.ts'
import { historyList, measurePath, measureTitle } from '../views/parts.ts'
import { schedulePage } from '../views/terms.ts'
import { yearLead, yearPicture } from '../views/year.ts'
import { chosenProgramme, decides, idParam, sentences } from './common.ts'

async function measureOf(request: WebRequest): Promise<MeasureRow> {
  return found(await measureById(request.ctx.db, idParam(request, 'measure')), 'measure')
}

async function show(request: WebRequest): Promise<Reply> {
  const { ctx, locale, frame } = request
  const measure = await measureOf(request)
  const programme = found(await programmeById(ctx.db, measure.programmeId), 'programme')
  const life = await lifeOf(ctx.db, programme, measure, readYear(request.query), ctx.today)
  const records = await historyOf(ctx.db, [{ type: 'measure', id: measure.id }])
  const t = textsOf(locale)
  const at = `/office/measures/${measure.id}`
  const view = {
    ...life,
    programme,
    measure,
    yearHref: (year: number) => `${at}?year=${year}`,
    dutyHref: (duty: { id: string }) => `/office/duties/${duty.id}`,
    evidenceHref: (line: { id: string }) => `/office/evidence/${line.id}`,
    allEvidenceHref: `/office/evidence?measure=${measure.id}`,
    today: ctx.today,
  }
  return page(
    ui.page(frame, {
      title: `${measure.number} ${measureTitle(locale, measure)}`,
      lead: measureLead(locale, view),
      breadcrumbs: [{ label: t.duty.title, href: '/office/duties' }],
      actions: [
        policy.mayRecordAny(ctx.actor) &&
          ui.linkButton({ label: t.measure.record, href: `/office/evidence/new?measure=${measure.id}` }),
        ui.linkButton({
          label: t.measure.publicPage,
          href: localPath(locale, measurePath(programme, measure.number)),
          kind: 'quiet',
        }),
      ],
      aside: ui.box({
        title: t.measure.beside,
        content: ui.bullets([
          ui.link({ href: `/office/money/payments?measure=${measure.id}`, text: t.measure.money }),
          ui.link({ href: '/office/reports', text: t.measure.reports }),
          ui.link({ href: `/office/year/${life.year}`, text: t.measure.picture(life.year) }),
        ]),
      }),
      main: html`${measureMain(locale, view)}${ui.section({
        title: t.measure.history,
        id: 'history',
        content: historyList(locale, records),
      })}`,
    }),
  )
}

async function schedule(request: WebRequest): Promise<Reply> {
  const measure = await measureOf(request)
  const set = (await schedulesOf(request.ctx.db, measure.programmeId)).get(measure.id)
  const form: FormState = {
    errors: [],
    values: set
      ? {
          how: set.dates ? 'dates' : set.recurrence.kind,
          dates: (set.dates ?? []).map((d) => shortDate('uk', d)).join('\n'),
          reason: set.reason,
        }
      : { how: 'dates' },
  }
  return page(schedulePage(request.frame, { measure, hasSchedule: set !== undefined, form }))
}

async function saveSchedule(request: WebRequest): Promise<Reply> {
  const measure = await measureOf(request)
  const set = (await schedulesOf(request.ctx.db, measure.programmeId)).has(measure.id)
  return submit(request, {
    schema: scheduleSchema,
    act: (input) => setSchedule(request.ctx, { measureId: measure.id, ...input }),
    done: () => redirect('/office/duties/terms?done=scheduled'),
    sentence: sentences(request),
    again: (form) => schedulePage(request.frame, { measure, hasSchedule: set, form }),
  })
}

async function endSchedule(request: WebRequest): Promise<Reply> {
  await cancelSchedule(request.ctx, idParam(request, 'measure'))
  return redirect('/office/duties/terms?done=unscheduled')
}

/** The year ahead, of all departments or of one. */
async function year(request: WebRequest): Promise<Reply> {
  const { ctx, locale, frame } = request
  const wanted = found(readYear(request.params, 'year'), 'year')
  const programme = await chosenProgramme(request)
  if (programme === null) return page(noProgrammePage(frame))
  const scope = policy.unitScope(ctx.actor)
  const own = scope !== 'all' && scope.length === 1 ? scope[0]! : null
  // An empty choice means all departments; none at all, one's own.
  const unitId = 'unit' in request.query ? readId<'unit'>(request.query, 'unit') : own
  const [rows, years, units] = await Promise.all([
    yearRibbon(ctx.db, programme.id, wanted, ctx.today, unitId),
    yearsWithDuties(ctx.db, programme.id),
    listUnits(ctx.db, { kind: 'unit' }),
  ])
  const t = textsOf(locale).year
  const format = exportFormat(request)
  if (format) return exportReply(request, yearSheet(locale, wanted, rows), format, t.fileName(wanted))
  const unit = unitId === null ? '' : `&unit=${unitId}`
  return page(
    ui.page(frame, {
      title: t.title(wanted),
      lead: yearLead(locale, rows),
      breadcrumbs: [{ label: textsOf(locale).duty.title, href: '/office/duties' }],
      main: html`${ui.filterForm({
        locale,
        action: `/office/year/${wanted}`,
        fields: ui.selectField({
          locale,
          name: 'unit',
          label: t.unit,
          value: unitId,
          empty: t.allUnits,
          width: 'medium',
          options: units.map((u) => ({ value: u.id, label: unitLabel(u) })),
        }),
      })}${yearPicture(locale, {
        year: wanted,
        years,
        rows,
        today: ctx.today,
        yearHref: (y) => `/office/year/${y}${unit === '' ? '' : `?${unit.slice(1)}`}`,
        hrefOf: (row, quarter) =>
          quarter === null
            ? `/office/measures/${row.measure.id}?year=${wanted}`
            : `/office/duties?state=all&measure=${row.measure.id}&year=${wanted}&quarter=${quarter}${unit}`,
      })}${ui.exportLinks({
        locale,
        csv: ui.withQuery(frame.path, { format: 'csv' }),
        xlsx: ui.withQuery(frame.path, { format: 'xlsx' }),
        json: ui.withQuery(frame.path, { format: 'json' }),
        print: true,
        of: t.caption(wanted),
      })}`,
    }),
  )
}

export const measureRoutes: readonly Route[] = [
  { method: 'GET', path: '/office/measures/:id', policy: signedIn, handle: show },
  { method: 'GET', path: '/office/measures/:id/schedule', policy: decides, handle: schedule },
  { method: 'POST', path: '/office/measures/:id/schedule', policy: decides, handle: saveSchedule },
  { method: 'POST', path: '/office/measures/:id/schedule/cancel', policy: decides, handle: endSchedule },
  { method: 'GET', path: '/office/year/:year', policy: signedIn, handle: year },
]
