/** Cards where they are written and decided on: the cabinet and the office. */
import { type Html, html } from '../../../kernel/html.ts'
import { moment } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import type { OrganisationLine } from '../../organisations/index.ts'
import type { Unit } from '../../people/index.ts'
import { texts } from '../texts/index.ts'
import {
  PRACTICE_STATES,
  type Practice,
  type PracticeFile,
  type PracticeLine,
  type PracticeState,
} from '../types.ts'
import { cardBody, type Directions, OFFICE, PUBLIC, stateTag } from './parts.ts'

export type DeskListView = {
  readonly base: string
  readonly page: Page<PracticeLine>
  readonly text: string
  readonly state: PracticeState | null
  /** How many wait; null in the cabinet. */
  readonly waiting: number | null
  readonly mayWrite: boolean
  readonly done: string
}

export function deskList(frame: ui.Frame, view: DeskListView): Html {
  const { locale } = frame
  const t = texts[locale]
  const office = view.waiting !== null
  const to = (format: string) => ui.withQuery(frame.path, { format, after: null })
  return ui.page(frame, {
    title: office ? t.list.office : t.list.mine,
    lead: view.waiting === null ? t.list.mineLead : t.list.officeLead(view.waiting),
    notices: doneNotice(locale, view.done),
    actions: view.mayWrite && ui.linkButton({ label: t.list.new, href: `${view.base}/new` }),
    main: html`${ui.filterForm({
      locale,
      action: view.base,
      fields: [
        ui.textField({ locale, name: 'q', label: t.list.search, value: view.text, type: 'search' }),
        ui.selectField({
          locale,
          name: 'state',
          label: t.labels.state,
          value: view.state ?? '',
          options: [
            { value: '', label: t.any },
            ...PRACTICE_STATES.map((s) => ({ value: s, label: t.states[s] })),
          ],
        }),
      ],
      ...(view.text || view.state ? { resetHref: view.base } : {}),
    })}${ui.table<PracticeLine>({
      locale,
      caption: t.caption,
      captionHidden: true,
      rows: view.page.rows,
      empty: view.text || view.state ? t.nothingFound : t.list.mineNone,
      columns: [
        {
          label: t.labels.title,
          rowHeader: true,
          cell: (p) => html`<a href="${view.base}/${p.id}">${p.title}</a>`,
        },
        { label: t.labels.organisation, cell: (p) => p.organisationName },
        {
          label: t.labels.state,
          cell: (p) => [
            stateTag(locale, p.state),
            p.isPublic && p.state !== 'published' && [' ', ui.tag(t.publicNow, 'done')],
          ],
        },
        { label: t.labels.updated, cell: (p) => moment(locale, p.updatedAt) },
      ],
    })}${ui.pager({ locale, ...(view.page.next ? { nextHref: ui.withQuery(frame.path, { after: view.page.next }) } : {}) })}${
      office &&
      ui.exportLinks({
        locale,
        csv: to('csv'),
        xlsx: to('xlsx'),
        ods: to('ods'),
        json: to('json'),
        print: true,
      })
    }${office && view.mayWrite && html`<p><a href="${OFFICE}/settings">${t.settings.title}</a></p>`}`,
  })
}

export function doneNotice(locale: ui.Frame['locale'], key: string): Html | false {
  return ui.doneNotice(locale, texts[locale].done, key)
}

export type DeskCardView = {
  readonly base: string
  readonly practice: Practice
  readonly organisation: OrganisationLine
  readonly files: readonly PracticeFile[]
  readonly directions: Directions
  readonly isPublic: boolean
  readonly mayWrite: boolean
  readonly mayDecide: boolean
  readonly history: readonly AuditRecord[] | null
  readonly done: string
  readonly form: FormState
}

export function deskCard(frame: ui.Frame, view: DeskCardView): Html {
  const { locale, csrf } = frame
  const t = texts[locale]
  const { practice, base } = view
  const at = `${base}/${practice.id}`
  const { state } = practice
  const editable = state !== 'submitted'
  const f = ui.boundFields({ locale, values: view.form.values, errors: view.form.errors })
  const verb = (name: string, label: string, kind?: 'quiet') =>
    ui.postButton({ action: `${at}/${name}`, csrf, label, ...(kind ? { kind } : {}) })
  return ui.page(frame, {
    title: practice.content.title,
    lead: [view.organisation.name, '. ', stateTag(locale, state)],
    breadcrumbs: [{ label: view.history === null ? t.list.mine : t.list.office, href: base }],
    notices: [
      doneNotice(locale, view.done),
      ui.errorSummary({ locale, errors: view.form.errors }),
      state === 'returned' &&
        ui.notice({ locale, tone: 'warning', title: t.page.returned, body: practice.returnedReason ?? '' }),
      state === 'withdrawn' &&
        ui.notice({ locale, tone: 'info', title: t.page.withdrawn, body: practice.withdrawnReason ?? '' }),
      view.isPublic &&
        state !== 'published' &&
        ui.notice({ locale, tone: 'info', body: t.page.changedSince }),
    ],
    main: html`${
      view.mayWrite &&
      ui.buttonRow(
        editable && ui.linkButton({ label: t.page.edit, href: `${at}/edit` }),
        state === 'draft' && verb('submit', t.page.submit, 'quiet'),
        state === 'submitted' && view.mayDecide && verb('publish', t.page.publish),
        state === 'submitted' && verb('recall', t.page.recall, 'quiet'),
      )
    }${
      state === 'submitted' &&
      view.mayDecide &&
      ui.disclosure({
        summary: t.page.return,
        content: ui.form({
          locale,
          csrf,
          action: `${at}/return`,
          submit: t.page.return,
          content: f.area({ name: 'reason', label: t.page.returnReason, hint: t.page.returnHint, rows: 4 }),
        }),
      })
    }${view.isPublic && html`<p><a href="${localPath(locale, `${PUBLIC}/${practice.id}`)}">${t.page.onSite}</a></p>`}${cardBody(
      locale,
      practice.content,
      {
        directions: view.directions,
        files: view.files.map((file) => ({ ...file, href: `${at}/files/${file.id}` })),
      },
    )}${view.mayWrite && editable && files(frame, view, at)}${
      view.mayWrite &&
      ['draft', 'returned', 'published'].includes(state) &&
      ui.disclosure({
        summary: t.page.withdraw,
        content: ui.form({
          locale,
          csrf,
          scope: 'withdraw',
          action: `${at}/withdraw`,
          submit: t.page.withdraw,
          danger: true,
          content: ui.textArea({
            locale,
            scope: 'withdraw',
            name: 'reason',
            label: t.page.withdrawReason,
            rows: 3,
          }),
        }),
      })
    }${view.history !== null && historyOf(locale, view.history)}`,
  })
}

function files(frame: ui.Frame, view: DeskCardView, at: string): Html {
  const { locale, csrf } = frame
  const t = texts[locale].page
  const f = ui.boundFields({ locale, values: view.form.values, errors: view.form.errors })
  return ui.section({
    title: t.files,
    content: [
      view.files.map(
        (file) =>
          html`<p><a href="${at}/files/${file.id}">${file.title}</a> ${ui.postButton({
            action: `${at}/files/remove`,
            csrf,
            label: t.remove,
            hint: file.title,
            kind: 'quiet',
            small: true,
            fields: { file: file.id },
          })}</p>`,
      ),
      ui.form({
        locale,
        csrf,
        action: `${at}/files`,
        multipart: true,
        submit: t.attach,
        content: [
          f.text({ name: 'fileTitle', label: t.fileTitle }),
          f.file({ name: 'file', label: t.file, hint: t.fileHint }),
        ],
      }),
    ],
  })
}

function historyOf(locale: ui.Frame['locale'], records: readonly AuditRecord[]): Html {
  const t = texts[locale]
  return ui.section({
    title: t.page.history,
    content: ui.past({ locale, records, actions: t.actions }),
  })
}

export function chooseOrganisationPage(
  frame: ui.Frame,
  view: { readonly text: string; readonly found: readonly OrganisationLine[] },
): Html {
  const { locale } = frame
  const t = texts[locale]
  return ui.page(frame, {
    title: t.list.chooseOrganisation,
    breadcrumbs: [{ label: t.list.office, href: OFFICE }],
    main: html`${ui.searchBox({ locale, action: `${OFFICE}/new`, label: t.list.findOrganisation, value: view.text })}${
      view.text !== '' &&
      ui.rows({
        empty: t.list.foundNone,
        items: view.found.map((o) => ({ title: o.name, href: `${OFFICE}/new?organisation=${o.id}` })),
      })
    }`,
  })
}

export function settingsPage(
  frame: ui.Frame,
  view: { readonly form: FormState; readonly units: readonly Unit[]; readonly saved: boolean },
): Html {
  const { locale, csrf } = frame
  const t = texts[locale]
  const f = ui.boundFields({ locale, values: view.form.values, errors: view.form.errors })
  return ui.page(frame, {
    title: t.settings.title,
    lead: t.settings.lead,
    breadcrumbs: [{ label: t.list.office, href: OFFICE }],
    notices: view.saved && ui.notice({ locale, tone: 'success', body: t.settings.saved, live: true }),
    main: ui.form({
      locale,
      csrf,
      action: `${OFFICE}/settings`,
      errors: view.form.errors,
      submit: t.settings.save,
      content: [
        f.text({
          name: 'measure',
          label: t.settings.measure,
          hint: t.settings.measureHint,
          width: 'short',
          optional: true,
        }),
        f.select({
          name: 'unitId',
          label: t.settings.unit,
          empty: true,
          options: view.units.map((u) => ({ value: u.id, label: u.name })),
        }),
      ],
    }),
  })
}
