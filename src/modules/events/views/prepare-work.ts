/** Preparation: who does what, and who leads it. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { organisationLabel } from '../../organisations/index.ts'
import { unitLabel } from '../../people/index.ts'
import { hasFeature } from '../rules/kinds.ts'
import { peopleText } from '../rules/lines.ts'
import type { ShareLine } from '../store/shares.ts'
import { textsOf } from '../texts/index.ts'
import { type OrganisationId, SHARE_KINDS } from '../types.ts'
import { officePath } from './office-page.ts'
import type { PrepareView } from './prepare.ts'

export function stateOf(view: PrepareView, form: string): FormState {
  return view.failed?.form === form ? view.failed.state : { values: {}, errors: [] }
}

export function organisationName(locale: Locale, view: PrepareView, id: OrganisationId): string {
  const line = view.organisations.get(id)
  return line ? organisationLabel(line, locale) : ''
}

export function sharesSection(frame: ui.Frame, view: PrepareView, open: boolean): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.shares
  const state = stateOf(view, 'shares')
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors, scope: 'share' })
  const kinds = SHARE_KINDS.filter(
    (k) =>
      k === 'task' ||
      (k === 'permit' && hasFeature(view.event.kind, 'permits')) ||
      (k === 'stall' && hasFeature(view.event.kind, 'stalls')) ||
      (k === 'volunteers' && hasFeature(view.event.kind, 'volunteers')),
  )
  const who = (s: ShareLine) =>
    s.unitName ?? (s.organisationId === null ? '' : organisationName(locale, view, s.organisationId))
  return ui.section({
    title: t.title,
    id: 'shares',
    content: html`${ui.table<ShareLine>({
      locale,
      caption: t.title,
      captionHidden: true,
      rows: view.shares,
      empty: t.none,
      narrow: 'stack',
      rowTone: (s) =>
        s.state === 'open' && s.due !== null && s.due.since(frame.today).sign < 0 ? 'late' : null,
      columns: [
        {
          label: t.task,
          rowHeader: true,
          cell: (s) =>
            html`${s.kind !== 'task' && html`${t.kinds[s.kind]}: `}${s.task}${s.note && html`<br><span class="soft">${s.note}</span>`}`,
        },
        { label: t.who, cell: who },
        { label: t.due, cell: (s) => (s.due === null ? '' : shortDate(locale, s.due)) },
        {
          label: t.state,
          cell: (s) =>
            ui.tag(t.states[s.state], s.state === 'done' ? 'done' : s.state === 'dropped' ? 'plain' : 'due'),
        },
        {
          label: t.act,
          labelHidden: true,
          cell: (s) =>
            (view.keeps || (s.unitId !== null && view.own.includes(s.unitId))) &&
            (s.state === 'open'
              ? html`${postTo(frame, s.id, 'done', t.done, s.task)} ${postTo(frame, s.id, 'dropped', t.drop, s.task)}`
              : postTo(frame, s.id, 'open', t.reopen, s.task)),
        },
      ],
    })}${
      open &&
      ui.disclosure({
        summary: t.add,
        id: 'add-share',
        open: state.errors.length > 0 || view.shares.length === 0,
        content: ui.form({
          locale,
          csrf,
          action: officePath(view.event.id, '/shares'),
          scope: 'share',
          errors: state.errors,
          submit: t.addButton,
          content: html`${ui.fieldRow([
            f.text({ name: 'task', label: t.task, hint: t.taskHint, maxLength: 500 }),
            f.date({ name: 'due', label: t.due, optional: true }),
          ])}${
            kinds.length > 1
              ? f.select({
                  name: 'kind',
                  label: t.kind,
                  options: kinds.map((k) => ({ value: k, label: t.kinds[k] })),
                  width: 'medium',
                })
              : ui.hiddenField('kind', 'task')
          }${ui.fieldRow([
            f.select({
              name: 'unit',
              label: t.unit,
              empty: true,
              optional: true,
              options: view.units.map((u) => ({ value: u.id, label: unitLabel(u) })),
            }),
            view.hosts.length > 0 &&
              f.select({
                name: 'organisation',
                label: t.organisation,
                hint: t.organisationHint,
                empty: true,
                optional: true,
                options: view.hosts.map((h) => ({
                  value: h.organisationId,
                  label: organisationName(locale, view, h.organisationId),
                })),
              }),
          ])}`,
        }),
      })
    }`,
  })
}

function postTo(frame: ui.Frame, id: string, state: string, label: string, hint: string): Html {
  return ui.postButton({
    action: `/office/events/shares/${id}`,
    csrf: frame.csrf,
    label,
    hint,
    small: true,
    kind: 'quiet',
    fields: { state },
  })
}

export function peopleSection(frame: ui.Frame, view: PrepareView, open: boolean): Html | false {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.people
  const group = hasFeature(view.event.kind, 'informationGroup')
  const chair = hasFeature(view.event.kind, 'chair')
  if (!group && !chair && view.people.length === 0) return false
  const state = stateOf(view, 'people')
  const typed = {
    head: peopleText(view.people, 'head'),
    members: peopleText(view.people, 'member'),
    chair: peopleText(view.people, 'chair'),
    minutes: peopleText(view.people, 'minutes'),
    named: view.people.some((p) => p.named) ? ['yes'] : [],
    ...state.values,
  }
  const f = ui.boundFields({ locale, values: typed, errors: state.errors, scope: 'people' })
  return ui.section({
    title: group ? t.group : t.title,
    id: 'people',
    content: html`${ui.facts(
      view.people.map((p) => ({
        term: t.roles[p.role],
        detail: [p.name, p.position].filter(Boolean).join(', '),
      })),
    )}${
      open &&
      ui.disclosure({
        summary: view.people.length === 0 ? t.add : t.change,
        id: 'edit-people',
        open: state.errors.length > 0,
        content: ui.form({
          locale,
          csrf,
          action: officePath(view.event.id, '/people'),
          scope: 'people',
          errors: state.errors,
          content: html`${
            group
              ? html`${f.text({ name: 'head', label: t.roles.head, hint: t.lineHint, optional: true })}${f.area({ name: 'members', label: t.members, hint: t.membersHint, rows: 4, optional: true })}`
              : html`${ui.hiddenField('head', typed.head)}${ui.hiddenField('members', typed.members)}`
          }${
            chair || !group
              ? html`${f.text({ name: 'chair', label: t.roles.chair, hint: t.lineHint, optional: true })}${f.text({ name: 'minutes', label: t.roles.minutes, optional: true })}`
              : ''
          }${f.checkbox({ name: 'named', label: t.named, hint: t.namedHint })}`,
        }),
      })
    }`,
  })
}
