/** Hearings in the office, and the form of an initiative. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { runningTerm } from '../rules/state.ts'
import { texts } from '../texts/index.ts'
import { HEARING_STATES, type Hearing, type HearingState, INITIATORS, SUBJECTS } from '../types.ts'
import { initiatorOf, OFFICE, stateTag, subjectOf } from './parts.ts'
import { listExports } from './public.ts'

export function hearingList(
  frame: ui.Frame,
  view: {
    readonly page: Page<Hearing>
    readonly state: HearingState | null
    readonly text: string
    readonly mayKeep: boolean
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  return ui.page(frame, {
    title: t.list.title,
    lead: t.list.officeLead,
    actions: view.mayKeep && ui.linkButton({ label: t.list.receive, href: `${OFFICE}/new` }),
    main: html`${ui.filterForm({
      locale,
      action: OFFICE,
      resetHref: view.state || view.text ? OFFICE : undefined,
      fields: [
        ui.textField({ locale, name: 'q', label: t.list.filter.text, value: view.text, type: 'search' }),
        ui.selectField({
          locale,
          name: 'state',
          label: t.list.filter.state,
          value: view.state ?? '',
          options: [
            { value: '', label: t.list.filter.all },
            ...HEARING_STATES.map((s) => ({ value: s, label: t.states[s] })),
          ],
        }),
      ],
    })}${ui.table<Hearing>({
      locale,
      caption: t.list.title,
      captionHidden: true,
      rows: view.page.rows,
      empty: t.list.none,
      columns: [
        {
          label: t.list.columns.title,
          rowHeader: true,
          cell: (h) =>
            html`<a href="${OFFICE}/${h.id}">${h.title}</a><br><span class="small soft">${subjectOf(locale, h)}</span>`,
        },
        { label: t.list.columns.state, cell: (h) => stateTag(locale, h.state) },
        { label: t.list.columns.initiator, cell: (h) => initiatorOf(locale, h) },
        { label: t.list.columns.next, cell: (h) => dueOf(locale, h) },
      ],
    })}${ui.pager({
      locale,
      ...(view.page.next ? { nextHref: ui.withQuery(frame.path, { after: view.page.next }) } : {}),
    })}${listExports(frame)}`,
  })
}

function dueOf(locale: Locale, h: Hearing): Html | string {
  const term = runningTerm(h)
  return term ? ui.day({ locale, date: term.due, style: 'short' }) : ''
}

export function receivePage(
  frame: ui.Frame,
  view: { readonly form: FormState; readonly organisations: readonly string[] },
): Html {
  const t = texts[frame.locale]
  return ui.page(frame, {
    title: t.list.receive,
    breadcrumbs: [{ label: t.list.title, href: OFFICE }],
    main: hearingForm(frame, { ...view, action: OFFICE, version: null }),
  })
}

export function hearingForm(
  frame: ui.Frame,
  view: {
    readonly form: FormState
    readonly organisations: readonly string[]
    readonly action: string
    readonly version: number | null
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const f = ui.boundFields({ locale, values: view.form.values, errors: view.form.errors, scope: 'hearing' })
  return ui.form({
    locale,
    action: view.action,
    csrf: frame.csrf,
    errors: view.form.errors,
    scope: 'hearing',
    submit: t.form.save,
    cancelHref: OFFICE,
    content: [
      view.version !== null && ui.hiddenField('version', String(view.version)),
      f.text({ name: 'title', label: t.form.title, maxLength: 300 }),
      f.text({ name: 'titleEn', label: t.form.titleEn, maxLength: 300, optional: true }),
      f.select({
        name: 'subject',
        label: t.form.subject,
        hint: t.form.subjectHint,
        width: 'medium',
        options: SUBJECTS.map((s) => ({ value: s, label: t.subjects[s] })),
      }),
      f.area({ name: 'ground', label: t.form.ground, optional: true }),
      f.text({ name: 'territory', label: t.form.territory, hint: t.form.territoryHint, optional: true }),
      f.select({
        name: 'initiatorKind',
        label: t.form.initiatorKind,
        width: 'medium',
        options: INITIATORS.map((k) => ({ value: k, label: t.initiators[k] })),
      }),
      f.text({ name: 'initiator', label: t.form.initiator, hint: t.form.initiatorHint, optional: true }),
      f.text({
        name: 'organisation',
        label: t.form.organisation,
        hint: t.form.organisationHint,
        suggestions: view.organisations,
        optional: true,
      }),
      f.date({ name: 'receivedOn', label: t.form.receivedOn, optional: true }),
    ],
  })
}
