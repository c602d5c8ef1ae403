/** On the day: the door, the hall, the heads counted. */
import { type Html, html } from '../../../kernel/html.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { isPublic } from '../rules/state.ts'
import type { Participant } from '../store/participants.ts'
import { textsOf } from '../texts/index.ts'
import type { Attendance } from '../types/registration.ts'
import type { HeadCount } from '../types/results.ts'
import type { EventItem } from '../types.ts'
import { type OfficeEvent, officeEventPage, officePath } from './office-page.ts'

export type DayView = OfficeEvent & {
  readonly attendance: Attendance
  readonly counts: readonly HeadCount[]
  readonly items: readonly EventItem[]
  /** Who was found by name, or by the code of the address. */
  readonly found: { readonly text: string; readonly rows: readonly Participant[] } | null
  /** Who came in just now. */
  readonly cameIn: string | null
  readonly failed: { readonly form: string; readonly state: FormState } | null
  readonly done: string | undefined
}

export function dayPage(frame: ui.Frame, view: DayView): Html {
  const { locale } = frame
  const { event, attendance: a, keeps } = view
  const t = textsOf(locale).office.day
  return officeEventPage(frame, view, {
    tab: 'day',
    done: view.cameIn === null ? view.done : undefined,
    notices:
      view.cameIn !== null &&
      ui.notice({ locale, tone: 'success', title: t.cameIn(view.cameIn), live: true }),
    actions: [
      ui.linkButton({ label: t.list, href: officePath(event.id, '/sign-in-list?format=pdf'), kind: 'quiet' }),
      isPublic(event.state) &&
        ui.linkButton({ label: t.hall, href: localPath(locale, `/events/${event.id}/hall`), kind: 'quiet' }),
    ],
    main: html`${ui.figures([
      { value: String(a.checkedIn), label: t.checkedIn },
      { value: String(a.confirmed), label: t.expected },
      { value: String(a.counted), label: t.counted },
    ])}${keeps && door(frame, view)}${keeps && hall(frame, view)}${heads(frame, view)}`,
  })
}

function door(frame: ui.Frame, view: DayView): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.day
  const at = officePath(view.event.id)
  const state = view.failed?.form === 'code' ? view.failed.state : { values: {}, errors: [] }
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors, scope: 'code' })
  return ui.section({
    title: t.door,
    id: 'door',
    content: html`${ui.form({
      locale,
      csrf,
      action: `${at}/check-in`,
      scope: 'code',
      errors: state.errors,
      submit: t.letIn,
      content: f.text({
        name: 'code',
        label: t.code,
        hint: t.codeHint,
        width: 'short',
        autocomplete: 'off',
        spellcheck: false,
      }),
    })}${ui.searchBox({ locale, action: `${at}/day`, name: 'name', label: t.byName, value: view.found?.text ?? '' })}${
      view.found !== null &&
      ui.rows({
        empty: t.nobody,
        items: view.found.rows.map((p) => ({
          title: p.name,
          text: [p.organisation, p.code].filter(Boolean).join(', '),
          action:
            p.checkedInAt !== null
              ? ui.postButton({
                  action: `${at}/check-in/undo`,
                  csrf,
                  label: t.undo,
                  hint: p.name,
                  small: true,
                  kind: 'quiet',
                  fields: { registration: p.id },
                })
              : ui.postButton({
                  action: `${at}/check-in/name`,
                  csrf,
                  label: t.letIn,
                  hint: p.name,
                  small: true,
                  fields: { registration: p.id },
                }),
        })),
      })
    }`,
  })
}

function hall(frame: ui.Frame, view: DayView): Html | false {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.day
  if (view.items.length === 0) return false
  return ui.section({
    title: t.screen,
    id: 'hall',
    intro: t.screenText,
    content: ui.rows({
      items: view.items.map((item) => ({
        when: item.starts ?? '',
        title: item.title,
        text: item.speakers ?? undefined,
        action:
          item.id === view.event.currentItemId
            ? ui.tag(t.now, 'info')
            : ui.postButton({
                action: officePath(view.event.id, '/hall'),
                csrf,
                label: t.show,
                hint: item.title,
                small: true,
                kind: 'quiet',
                fields: { item: item.id },
              }),
      })),
    }),
  })
}

function heads(frame: ui.Frame, view: DayView): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.day
  const state = view.failed?.form === 'counts' ? view.failed.state : { values: {}, errors: [] }
  const typed = { counts: view.counts.map((c) => `${c.label} – ${c.number}`).join('\n'), ...state.values }
  const f = ui.boundFields({ locale, values: typed, errors: state.errors, scope: 'counts' })
  const open = view.keeps && view.event.state !== 'closed' && view.event.state !== 'cancelled'
  return ui.section({
    title: t.heads,
    id: 'heads',
    content: open
      ? ui.form({
          locale,
          csrf,
          action: officePath(view.event.id, '/counts'),
          scope: 'counts',
          errors: state.errors,
          submit: t.saveHeads,
          content: f.area({ name: 'counts', label: t.headsLabel, hint: t.headsHint, rows: 5 }),
        })
      : ui.table<HeadCount>({
          locale,
          caption: t.heads,
          captionHidden: true,
          rows: view.counts,
          empty: t.noHeads,
          columns: [
            { label: t.group, cell: (c) => c.label, rowHeader: true },
            { label: t.number, cell: (c) => c.number, numeric: true },
          ],
        }),
  })
}
