/** Pages of imports. */
import { type Html, html } from '../../../kernel/html.ts'
import { figure, type Locale, moment, shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { bytesBefore } from '../rules/batch.ts'
import { texts } from '../texts/index.ts'
import type { ImportState, RegisterImport, SetAside } from '../types.ts'
import { IMPORTS, REGISTER, registerTabs } from './search.ts'

const TONES: Readonly<Record<ImportState, 'info' | 'due' | 'done' | 'late'>> = {
  running: 'info',
  interrupted: 'due',
  stopped: 'due',
  done: 'done',
  failed: 'late',
}

function doneNotice(locale: Locale, key: string): Html | false {
  const t = texts[locale].imports
  const body = key === 'queued' ? t.queued : key === 'stopping' ? t.stopping : null
  return body !== null && ui.notice({ locale, tone: 'success', body, live: true })
}

export type ImportsView = {
  readonly page: Page<RegisterImport>
  readonly waiting: readonly { readonly name: string; readonly size: number }[]
  readonly folder: string
  readonly state: FormState
  readonly done: string
}

export function importsPage(frame: ui.Frame, view: ImportsView): Html {
  const { locale } = frame
  const t = texts[locale].imports
  const { errors } = view.state
  const f = ui.boundFields({ locale, values: view.state.values, errors })
  const busy = view.done === 'queued' || view.page.rows.some((one) => one.state === 'running')
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    breadcrumbs: [{ label: texts[locale].title, href: REGISTER }],
    notices: doneNotice(locale, view.done),
    ...(busy && errors.length === 0 ? { refresh: 5 } : {}),
    main: html`${registerTabs(locale, 'imports', true)}${ui.section({
      title: t.start,
      content: ui.form({
        locale,
        action: IMPORTS,
        csrf: frame.csrf,
        errors,
        multipart: true,
        submit: t.submit,
        content: html`${f.select({
          name: 'waiting',
          label: t.waiting,
          hint: t.waitingHint(view.folder),
          optional: true,
          options: [
            { value: '', label: t.noneWaiting },
            ...view.waiting.map((file) => ({ value: file.name, label: `${file.name} (${t.mb(file.size)})` })),
          ],
        })}${f.file({ name: 'file', label: t.file, hint: t.fileHint, optional: true, accept: '.xml,.zip' })}${f.date(
          {
            name: 'exportedOn',
            label: t.exportedOn,
            hint: t.exportedOnHint,
            optional: true,
          },
        )}`,
      }),
    })}${ui.section({
      title: t.list,
      content: html`${ui.table<RegisterImport>({
        locale,
        caption: t.list,
        captionHidden: true,
        narrow: 'stack',
        rows: view.page.rows,
        empty: t.none,
        columns: [
          {
            label: t.columns.file,
            rowHeader: true,
            cell: (one) => html`<a href="${IMPORTS}/${one.id}">${one.fileName}</a>`,
          },
          { label: t.columns.exportedOn, cell: (one) => shortDate(locale, one.exportedOn) },
          { label: t.columns.state, cell: (one) => stateTag(locale, one) },
          { label: t.columns.read, cell: (one) => figure(locale, one.read), numeric: true },
          { label: t.columns.added, cell: (one) => figure(locale, one.added), numeric: true },
          { label: t.columns.changed, cell: (one) => figure(locale, one.changed), numeric: true },
          { label: t.columns.setAside, cell: (one) => figure(locale, one.setAside), numeric: true },
          { label: t.columns.startedAt, cell: (one) => moment(locale, one.startedAt) },
        ],
      })}${ui.pager({ locale, ...(view.page.next ? { nextHref: ui.withQuery(IMPORTS, { after: view.page.next }) } : {}) })}`,
    })}`,
  })
}

function stateTag(locale: Locale, one: RegisterImport): Html {
  return ui.tag(texts[locale].importStates[one.state], TONES[one.state])
}

export function importPage(
  frame: ui.Frame,
  view: {
    readonly one: RegisterImport
    readonly aside: Page<SetAside>
    readonly state: FormState
    readonly done: string
  },
): Html {
  const { locale, csrf } = frame
  const { one, aside } = view
  const all = texts[locale]
  const t = all.imports
  const path = `${IMPORTS}/${one.id}`
  const parts = one.parts.map((part) => ({ part }))
  const total = bytesBefore(parts, { part: parts.length, position: 0 })
  const percent = total === 0 ? 100 : Math.min(100, Math.floor((bytesBefore(parts, one) / total) * 100))
  const running = one.state === 'running'
  const fact = (term: string, detail: ui.Content) => ({ term, detail })
  return ui.page(frame, {
    title: one.fileName,
    noIndex: true,
    breadcrumbs: [
      { label: all.title, href: REGISTER },
      { label: t.title, href: IMPORTS },
    ],
    ...(running || view.done === 'queued' ? { refresh: 3 } : {}),
    notices: [
      view.state.errors.length > 0 && ui.errorSummary({ locale, errors: view.state.errors }),
      doneNotice(locale, view.done),
      one.fault !== null && ui.notice({ locale, tone: 'error', body: all.faults[one.fault] }),
      one.state === 'interrupted' && ui.notice({ locale, tone: 'warning', body: t.interrupted }),
      one.state === 'stopped' && ui.notice({ locale, tone: 'info', body: t.stopped }),
    ],
    main: html`${
      one.state !== 'done' &&
      html`${ui.progressBar({ id: 'read', label: t.progress, value: percent, max: 100, text: t.percent(percent) })}${
        running && percent === 100 && ui.paragraph(t.indexing, 'soft')
      }`
    }${running && ui.postButton({ action: `${path}/stop`, csrf, label: t.stop, kind: 'quiet' })}${
      (one.state === 'stopped' || one.state === 'interrupted') &&
      ui.postButton({ action: `${path}/resume`, csrf, label: t.resume })
    }${ui.figures([
      { value: figure(locale, one.read), label: t.columns.read },
      { value: figure(locale, one.added), label: t.columns.added },
      { value: figure(locale, one.changed), label: t.columns.changed },
      { value: figure(locale, one.unchanged), label: t.columns.unchanged },
      { value: figure(locale, one.setAside), label: t.columns.setAside },
    ])}${ui.facts([
      fact(t.columns.state, stateTag(locale, one)),
      fact(t.columns.exportedOn, shortDate(locale, one.exportedOn)),
      fact(t.columns.startedAt, moment(locale, one.startedAt)),
      ...(one.startedBy === '' ? [] : [fact(t.columns.startedBy, one.startedBy)]),
      fact(t.size, t.mb(one.size)),
      fact(
        t.parts,
        ui.bullets(
          one.parts.map(
            (part) => html`${part.name}: ${t.part(all.fileKinds[part.kind], part.generation, part.encoding)}`,
          ),
        ),
      ),
      fact(t.sha256, html`<code>${one.sha256}</code>`),
    ])}${ui.section({
      title: t.setAside,
      intro: one.setAside > 0 ? t.setAsideLead : null,
      content: html`${ui.table<SetAside>({
        locale,
        caption: t.setAside,
        captionHidden: true,
        narrow: 'stack',
        rows: aside.rows,
        empty: t.noSetAside,
        columns: [
          { label: t.setAsideColumns.number, cell: (row) => row.number, numeric: true, rowHeader: true },
          { label: t.setAsideColumns.reason, cell: (row) => all.reasons[row.reason] },
          { label: t.setAsideColumns.position, cell: (row) => figure(locale, row.position), numeric: true },
          { label: t.setAsideColumns.length, cell: (row) => figure(locale, row.length), numeric: true },
          {
            label: t.setAsideColumns.bytes,
            cell: (row) =>
              ui.link({ href: `${path}/set-aside/${row.number}`, text: t.download, hint: `№ ${row.number}` }),
          },
        ],
      })}${ui.pager({ locale, ...(aside.next ? { nextHref: ui.withQuery(path, { after: aside.next }) } : {}) })}`,
    })}`,
  })
}
