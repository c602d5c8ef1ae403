/** Settings of a programme, and the matrix of measures and tasks. */

import { attributes, type Html, html } from '../../../kernel/html.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { type Reply, redirect, page as reply, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState } from '../../../platform/http/submit.ts'
import {
  boundFields,
  bullets,
  errorSummary,
  form,
  hidden,
  hiddenField,
  notice,
  page,
  paragraph,
  scrollRegion,
} from '../../../ui/index.ts'
import { listUnits } from '../../people/index.ts'
import { linksOf, linkTasks, saveSettings, settingsOf } from '../actions/programme.ts'
import { markOf } from '../actions/seen.ts'
import { settingsForm, taskLinksForm } from '../forms/programme.ts'
import { mayManage } from '../policy.ts'
import { measuresOf, tasksOf } from '../store/measures.ts'
import { texts } from '../texts/index.ts'
import type { Measure, Programme, Task } from '../types.ts'
import { editionNow, officePath, programmeOf, programmeTabs } from './programme.ts'
import { saving } from './saving.ts'

export async function showSettings(request: WebRequest): Promise<Reply> {
  return reply(await settingsPage(request, await programmeOf(request), CLEAN, false))
}

async function settingsPage(
  request: WebRequest,
  programme: Programme,
  state: FormState,
  stale: boolean,
): Promise<Html> {
  const { locale, frame, ctx } = request
  const t = texts(locale).office
  const units = (await listUnits(ctx.db)).map((u) => ({ value: u.id as string, label: u.name }))
  const now = settingsOf(programme)
  const values = state === CLEAN ? now : state.values
  const f = boundFields({ locale, values, errors: state.errors })
  const fields = [
    f.text({ name: 'shortTitle', label: t.shortTitle }),
    f.text({ name: 'shortTitleEn', label: t.shortTitleEn, optional: true }),
    f.text({ name: 'titleEn', label: t.titleEn, optional: true }),
    f.select({
      name: 'coordinatorUnitId',
      label: t.coordinator,
      empty: t.unitNone,
      options: units,
      optional: true,
    }),
    f.select({
      name: 'fundManagerUnitId',
      label: t.fundManager,
      empty: t.unitNone,
      options: units,
      optional: true,
    }),
  ]
  return shell(request, programme, '/settings', {
    title: t.settings,
    lead: t.settingsLead,
    notices: stale && conflictNotice(request),
    main: mayManage(ctx.actor)
      ? form({
          locale,
          action: officePath(programme, '/settings'),
          csrf: frame.csrf,
          errors: state.errors,
          content: [hiddenField('seen', markOf(now)), fields],
        })
      : html`<fieldset disabled class="group"><legend class="sr">${t.settings}</legend>${fields}</fieldset>`,
  })
}

function conflictNotice({ locale }: WebRequest): Html {
  const t = texts(locale).review
  return notice({ locale, tone: 'warning', title: t.conflictTitle, body: t.conflictBody, live: true })
}

function shell(
  request: WebRequest,
  programme: Programme,
  tab: '/settings' | '/tasks',
  content: {
    readonly title: string
    readonly lead: string
    readonly notices: Html | false
    readonly main: Html
  },
): Html {
  const { locale, frame } = request
  const t = texts(locale).office
  const saved =
    request.url.searchParams.has('saved') && notice({ locale, tone: 'success', title: t.saved, live: true })
  return page(frame, {
    title: `${content.title}: ${programme.shortTitle}`,
    lead: content.lead,
    noIndex: true,
    wide: tab === '/tasks',
    breadcrumbs: [
      { label: t.programmes, href: '/office/programmes' },
      { label: programme.shortTitle, href: officePath(programme) },
    ],
    notices: [saved, content.notices],
    main: html`${programmeTabs(locale, programme, tab)}${content.main}`,
  })
}

export async function saveTheSettings(request: WebRequest): Promise<Reply> {
  const programme = await programmeOf(request)
  return saving(request, {
    schema: settingsForm,
    act: (input) => saveSettings(request.ctx, { ...input, programmeId: programme.id }),
    done: () => redirect(officePath(programme, '/settings?saved=1')),
    again: async (state, stale) => settingsPage(request, await programmeOf(request), state, stale),
  })
}

export async function showTasks(request: WebRequest): Promise<Reply> {
  return reply(await tasksPage(request, await programmeOf(request), CLEAN, false))
}

async function tasksPage(
  request: WebRequest,
  programme: Programme,
  state: FormState,
  stale: boolean,
): Promise<Html> {
  const { locale, frame, ctx } = request
  const t = texts(locale).office
  const edition = await editionNow(request, programme)
  const [measures, tasks] = await Promise.all([measuresOf(ctx.db, edition.id), tasksOf(ctx.db, edition.id)])
  const links = linksOf(measures)
  const typed = state === CLEAN ? null : [state.values['link'] ?? []].flat()
  const ticked = new Set(typed ?? links.map((l) => `${l.measureId}/${l.taskId}`))
  const manages = mayManage(ctx.actor)
  const matrix = scrollRegion({
    locale,
    caption: t.taskLinksCaption,
    content: matrixTable(request, measures, tasks, ticked, !manages),
  })
  return shell(request, programme, '/tasks', {
    title: t.taskLinks,
    lead: t.taskLinksLead,
    notices: stale && conflictNotice(request),
    main: html`${errorSummary({ locale, errors: state.errors.map((e) => ({ field: null, message: e.message })) })}${bullets(
      tasks.map((task) => html`<b>${task.position + 1}</b>. <span lang="uk">${task.text}</span>`),
    )}${
      tasks.length === 0
        ? paragraph('–')
        : manages
          ? form({
              locale,
              action: officePath(programme, '/tasks'),
              csrf: frame.csrf,
              content: [hiddenField('seen', markOf(links)), matrix],
            })
          : matrix
    }`,
  })
}

function matrixTable(
  { locale }: WebRequest,
  measures: readonly Measure[],
  tasks: readonly Task[],
  ticked: ReadonlySet<string>,
  disabled: boolean,
): Html {
  const t = texts(locale).office
  return html`<table class="data"><caption class="sr">${t.taskLinksCaption}</caption><thead><tr><th scope="col">${t.measures}</th>${tasks.map(
    (task) =>
      html`<th scope="col" class="n">${hidden(`${t.taskNumber(task.position + 1)}: ${task.text}`)}<span aria-hidden="true">${task.position + 1}</span></th>`,
  )}</tr></thead><tbody>${measures.map(
    (m) =>
      html`<tr><th scope="row">${m.number}. <span lang="uk">${m.title}</span></th>${tasks.map((task) => {
        const value = `${m.id}/${task.id}`
        return html`<td class="n"><input${attributes({
          type: 'checkbox',
          name: 'link',
          value,
          checked: ticked.has(value),
          disabled,
          'aria-label': t.tick(m.number, task.position + 1),
        })}></td>`
      })}</tr>`,
  )}</tbody></table>`
}

export async function saveTasks(request: WebRequest): Promise<Reply> {
  const programme = await programmeOf(request)
  const edition = await editionNow(request, programme)
  return saving(request, {
    schema: taskLinksForm,
    act: ({ seen, link }) =>
      linkTasks(request.ctx, {
        programmeId: programme.id,
        editionId: edition.id,
        seen,
        links: link.map(linkOf),
      }),
    done: () => redirect(officePath(programme, '/tasks?saved=1')),
    again: (state, stale) => tasksPage(request, programme, state, stale),
  })
}

function linkOf(text: string) {
  const [measure = '', task = ''] = text.split('/')
  if (!isId(measure) || !isId(task)) throw new Refused([refuse('not_an_id')])
  return { measureId: asId<'measure'>(measure), taskId: asId<'task'>(task) }
}
