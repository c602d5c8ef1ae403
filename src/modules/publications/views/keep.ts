/** Pages of what the office keeps beside the news: reasons, days of silence, settings. */
import { compareDates } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { type Unit, unitLabel } from '../../people/index.ts'
import { textsOf } from '../texts/index.ts'
import type { Reason, Silence } from '../types.ts'
import { OFFICE } from './office.ts'

const crumbs = (frame: ui.Frame) => [{ label: textsOf(frame.locale).office.title, href: OFFICE }]

export function reasonsPage(
  frame: ui.Frame,
  of: { readonly reasons: readonly Reason[]; readonly state: FormState; readonly done: string },
): Html {
  const { locale } = frame
  const t = textsOf(locale).reasons
  const f = ui.fieldsOf(locale, of.state, {
    position: String((of.reasons.at(-1)?.position ?? 0) + 1),
    active: 'yes',
  })
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    breadcrumbs: crumbs(frame),
    notices: ui.doneNotice(locale, { saved: t.saved }, of.done),
    main: html`${ui.table<Reason>({
      locale,
      caption: t.caption,
      captionHidden: true,
      rows: of.reasons,
      rowTone: (r) => (r.active ? null : 'soft'),
      columns: [
        { label: t.name, cell: (r) => r.name[locale], rowHeader: true },
        { label: t.source, cell: (r) => r.source },
        { label: t.active, cell: (r) => ui.tag(r.active ? t.on : t.off, r.active ? 'done' : 'plain') },
        {
          label: t.change,
          labelHidden: true,
          cell: (r) => ui.link({ href: `${OFFICE}/reasons/${r.code}`, text: t.change, hint: r.name[locale] }),
        },
      ],
    })}${ui.section({
      title: t.add,
      content: ui.form({
        locale,
        action: `${OFFICE}/reasons`,
        csrf: frame.csrf,
        errors: of.state.errors,
        submit: t.add,
        content: [
          f.text({ name: 'code', label: t.code, hint: t.codeHint, width: 'medium' }),
          ...reasonFields(frame, f),
        ],
      }),
    })}`,
  })
}

function reasonFields(frame: ui.Frame, f: ui.BoundFields): readonly Html[] {
  const t = textsOf(frame.locale).reasons
  return [
    f.text({ name: 'nameUk', label: t.nameUk }),
    f.text({ name: 'nameEn', label: t.nameEn, autocomplete: 'off' }),
    f.text({ name: 'source', label: t.source, hint: t.sourceHint, optional: true }),
    f.text({ name: 'url', label: t.url, type: 'url', optional: true }),
    f.integer({ name: 'position', label: t.position }),
    f.checkbox({ name: 'active', label: t.active }),
  ]
}

export function reasonPage(
  frame: ui.Frame,
  of: { readonly reason: Reason; readonly state: FormState },
): Html {
  const { locale } = frame
  const t = textsOf(locale).reasons
  const { reason: r } = of
  const f = ui.fieldsOf(locale, of.state, {
    nameUk: r.name.uk,
    nameEn: r.name.en,
    source: r.source ?? '',
    url: r.url ?? '',
    position: String(r.position),
    active: r.active ? 'yes' : '',
  })
  return ui.page(frame, {
    title: r.name[locale],
    breadcrumbs: [...crumbs(frame), { label: t.title, href: `${OFFICE}/reasons` }],
    main: ui.form({
      locale,
      action: `${OFFICE}/reasons/${r.code}`,
      csrf: frame.csrf,
      errors: of.state.errors,
      submit: t.save,
      cancelHref: `${OFFICE}/reasons`,
      content: reasonFields(frame, f),
    }),
  })
}

export function silencePage(
  frame: ui.Frame,
  of: {
    readonly periods: readonly Silence[]
    readonly state: FormState
    readonly tried: string | null
    readonly done: string
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).silence
  const f = ui.fieldsOf(locale, of.tried === null ? of.state : { values: {}, errors: [] })
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    breadcrumbs: crumbs(frame),
    notices: ui.doneNotice(locale, { saved: t.saved }, of.done),
    main: html`${ui.table<Silence>({
      locale,
      caption: t.caption,
      captionHidden: true,
      rows: of.periods,
      empty: t.none,
      columns: [
        {
          label: t.name,
          rowHeader: true,
          cell: (s) =>
            html`${s.title}<br><span class="soft">${s.url === null ? s.source : html`<a href="${s.url}" rel="nofollow noopener">${s.source}</a>`}</span>`,
        },
        { label: t.from, cell: (s) => shortDate(locale, s.from) },
        { label: t.to, cell: (s) => shortDate(locale, s.to) },
        { label: t.state, cell: (s) => standing(frame, s) },
        { label: t.cancel, labelHidden: true, cell: (s) => mayCancel(frame, s) && cancelForm(frame, of, s) },
      ],
    })}${ui.section({
      title: t.add,
      content: ui.form({
        locale,
        action: `${OFFICE}/silence`,
        csrf: frame.csrf,
        errors: of.tried === null ? of.state.errors : [],
        submit: t.begin,
        content: [
          f.text({ name: 'title', label: t.name, hint: t.nameHint }),
          ui.fieldRow([f.date({ name: 'from', label: t.from }), f.date({ name: 'to', label: t.to })]),
          f.text({ name: 'source', label: t.source, hint: t.sourceHint }),
          f.text({ name: 'url', label: t.url, type: 'url', optional: true }),
        ],
      }),
    })}`,
  })
}

function standing(frame: ui.Frame, s: Silence): Html {
  const t = textsOf(frame.locale).silence
  if (s.cancelledAt) return html`${ui.tag(t.cancelled, 'plain')} ${s.cancelReason}`
  if (compareDates(s.to, frame.today) < 0) return ui.tag(t.past, 'plain')
  return compareDates(s.from, frame.today) > 0 ? ui.tag(t.ahead, 'due') : ui.tag(t.now, 'done')
}

function mayCancel(frame: ui.Frame, s: Silence): boolean {
  return s.cancelledAt === null && compareDates(s.to, frame.today) >= 0
}

function cancelForm(
  frame: ui.Frame,
  of: { readonly state: FormState; readonly tried: string | null },
  s: Silence,
): Html {
  const { locale } = frame
  const t = textsOf(locale).silence
  const state = of.tried === s.id ? of.state : { values: {}, errors: [] }
  const f = ui.fieldsOf(locale, state, {}, s.id)
  return ui.disclosure({
    summary: t.cancel,
    open: of.tried === s.id,
    content: ui.form({
      locale,
      action: `${OFFICE}/silence/${s.id}/cancel`,
      csrf: frame.csrf,
      errors: state.errors,
      scope: s.id,
      submit: t.cancel,
      danger: true,
      content: f.area({ name: 'reason', label: t.reason, rows: 2 }),
    }),
  })
}

export function settingsPage(
  frame: ui.Frame,
  of: {
    readonly units: readonly Unit[]
    readonly state: FormState
    readonly embed: string
    readonly done: string
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).settings
  const f = ui.boundFields({ locale, values: of.state.values, errors: of.state.errors })
  return ui.page(frame, {
    title: t.title,
    breadcrumbs: crumbs(frame),
    notices: ui.doneNotice(locale, { saved: t.saved }, of.done),
    main: html`${ui.form({
      locale,
      action: `${OFFICE}/settings`,
      csrf: frame.csrf,
      errors: of.state.errors,
      submit: t.save,
      content: [
        f.text({ name: 'measure', label: t.measure, hint: t.measureHint, width: 'short', optional: true }),
        f.select({
          name: 'unit',
          label: t.unit,
          empty: t.noUnit,
          options: of.units.map((u) => ({ value: u.id, label: unitLabel(u) })),
        }),
        f.integer({ name: 'decideDays', label: t.decideDays }),
        f.area({ name: 'embedIn', label: t.embedIn, hint: t.embedInHint, rows: 3, optional: true }),
      ],
    })}${ui.section({ title: t.embedCode, intro: t.embedText, content: ui.copyText({ locale, id: 'embed-code', text: of.embed }) })}`,
  })
}
