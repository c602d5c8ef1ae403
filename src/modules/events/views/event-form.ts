/** The form of an event: what, when, where, who; the rest is folded. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { District } from '../../organisations/index.ts'
import { type Unit, unitLabel } from '../../people/index.ts'
import { textsOf } from '../texts/index.ts'
import { kindTexts } from '../texts/kinds.ts'
import { eventKindName } from '../texts/names.ts'
import { DAY_MODES, EVENT_KINDS, type EventId, type EventSeries, PARTICIPATIONS } from '../types.ts'
import { OFFICE, officePath } from './office-page.ts'

export type EventFormView = {
  readonly form: FormState
  readonly mode:
    | { readonly kind: 'new' }
    | { readonly kind: 'edit'; readonly id: EventId; readonly title: string }
  readonly units: readonly Unit[]
  readonly series: readonly EventSeries[]
  readonly districts: readonly District[]
  readonly measures: readonly { readonly id: string; readonly number: string; readonly title: string }[]
}

export function eventFormPage(frame: ui.Frame, view: EventFormView): Html {
  const { locale } = frame
  const t = textsOf(locale).office
  const isEdit = view.mode.kind === 'edit'
  const back = view.mode.kind === 'edit' ? officePath(view.mode.id) : OFFICE
  return ui.page(frame, {
    title: isEdit ? t.form.edit : t.form.new,
    lead: isEdit ? t.form.editLead : t.form.lead,
    breadcrumbs: [
      { label: t.title, href: OFFICE },
      ...(view.mode.kind === 'edit' ? [{ label: view.mode.title, href: back }] : []),
    ],
    main: ui.form({
      locale,
      csrf: frame.csrf,
      action: isEdit ? `${back}/edit` : `${OFFICE}/new`,
      errors: view.form.errors,
      submit: isEdit ? t.form.save : t.form.make,
      cancelHref: back,
      draftKey: view.mode.kind === 'edit' ? `event-${view.mode.id}` : 'event-new',
      content: fieldsOf(locale, view),
    }),
  })
}

function fieldsOf(locale: Locale, view: EventFormView): Html {
  const t = textsOf(locale).office.form
  const { values, errors } = view.form
  const f = ui.boundFields({ locale, values, errors })
  const wrong = (...names: readonly string[]) => errors.some((e) => names.includes(e.field ?? ''))
  const isEdit = view.mode.kind === 'edit'
  return html`${isEdit && ui.hiddenField('version', firstOf(values['version']))}${ui.hiddenField(
    'dayId',
    firstOf(values['dayId']) || firstOf(values['dayIds']),
  )}${listOf(values['dayIds']).map((id) => ui.hiddenField('dayIds', id))}
${f.text({ name: 'title', label: t.name, hint: t.nameHint, maxLength: 300 })}${kindField(locale, view, f)}
${ui.fieldset({
  legend: t.when,
  content: html`${ui.fieldRow([
    f.date({ name: 'day', label: t.day }),
    f.text({ name: 'starts', label: t.starts, width: 'short', optional: true }),
    f.text({ name: 'ends', label: t.ends, width: 'short', optional: true }),
  ])}${ui.fieldRow([
    f.select({
      name: 'mode',
      label: t.mode,
      options: DAY_MODES.map((m) => ({ value: m, label: t.modes[m] })),
      width: 'medium',
    }),
    f.text({ name: 'place', label: t.place, hint: t.placeHint }),
    f.text({ name: 'address', label: t.address, optional: true }),
  ])}${ui.disclosure({
    summary: t.moreWhere,
    open: wrong('point', 'link', 'moreDays', 'district') || firstOf(values['moreDays']) !== '',
    content: html`${f.area({ name: 'moreDays', label: t.moreDays, hint: t.moreDaysHint, rows: 3, optional: true })}
${f.text({ name: 'link', label: t.link, type: 'url', optional: true })}
${
  view.districts.length > 0 &&
  f.select({
    name: 'district',
    label: t.district,
    empty: true,
    optional: true,
    options: view.districts.map((d) => ({ value: d.id, label: d.name })),
  })
}
${f.text({ name: 'point', label: t.point, hint: t.pointHint, optional: true, width: 'medium' })}`,
  })}`,
})}
${f.area({ name: 'purpose', label: t.purpose, hint: t.purposeHint, rows: 4, optional: true })}
${ui.fieldRow([
  f.select({
    name: 'unit',
    label: t.unit,
    empty: true,
    optional: true,
    options: view.units.map((u) => ({ value: u.id, label: unitLabel(u) })),
  }),
  view.series.length > 0 &&
    f.select({
      name: 'series',
      label: t.series,
      hint: t.seriesHint,
      empty: true,
      optional: true,
      options: view.series.map((s) => ({ value: s.id, label: s.title })),
    }),
])}
${
  view.measures.length > 0 &&
  ui.disclosure({
    summary: t.measuresChosen(
      view.measures
        .filter((m) => listOf(values['measures']).includes(m.id))
        .map((m) => m.number)
        .join(', '),
    ),
    open: listOf(values['measures']).length === 0 || wrong('measures'),
    content: f.checkboxes({
      name: 'measures',
      label: t.measures,
      hint: t.measuresHint,
      options: view.measures.map((m) => ({ value: m.id, label: `${m.number} ${m.title}` })),
    }),
  })
}
${participation(locale, view, f)}
${ui.disclosure({
  summary: t.more,
  open: wrong(
    'basisNumber',
    'basisDate',
    'budget',
    'titleEn',
    'purposeEn',
    'safety',
    'shelter',
    'accessibility',
    'languages',
  ),
  content: moreFields(locale, f),
})}`
}

function participation(locale: Locale, view: EventFormView, f: ui.BoundFields): Html {
  const t = textsOf(locale).office.form
  const { values, errors } = view.form
  const inside = ['seats', 'seatsPerOrganisation', 'registrationUntil', 'questions']
  return ui.fieldset({
    legend: t.participation,
    content: html`${f.radios({
      name: 'participation',
      label: t.who,
      options: PARTICIPATIONS.map((p) => ({ value: p, label: t.participations[p] })),
    })}${ui.disclosure({
      summary: t.registration,
      open:
        errors.some((e) => inside.includes(e.field ?? '')) ||
        inside.some((name) => firstOf(values[name]) !== ''),
      content: html`${ui.fieldRow([
        f.integer({ name: 'seats', label: t.seats, hint: t.seatsHint, optional: true }),
        f.integer({ name: 'seatsPerOrganisation', label: t.seatsPerOrganisation, optional: true }),
        f.date({ name: 'registrationUntil', label: t.until, hint: t.untilHint, optional: true }),
      ])}${f.area({ name: 'questions', label: t.questions, hint: t.questionsHint, rows: 3, optional: true })}`,
    })}${f.checkbox({ name: 'photoConsent', label: t.photoConsent })}${f.checkbox({
      name: 'questionsOpen',
      label: t.questionsOpen,
    })}${f.checkbox({ name: 'feedbackOpen', label: t.feedbackOpen })}`,
  })
}

/** Of a new event it was chosen before: its measure and its panels follow from it. */
function kindField(locale: Locale, view: EventFormView, f: ui.BoundFields): Html {
  const t = textsOf(locale).office.form
  const kind = EVENT_KINDS.find((k) => k === firstOf(view.form.values['kind']))
  if (view.mode.kind === 'edit' || kind === undefined)
    return f.select({
      name: 'kind',
      label: t.kind,
      options: EVENT_KINDS.map((k) => ({ value: k, label: eventKindName(locale, k) })),
      width: 'medium',
    })
  return html`${ui.hiddenField('kind', kind)}${ui.facts([
    {
      term: t.kind,
      detail: html`${eventKindName(locale, kind)} (<a href="${OFFICE}/new">${kindTexts[locale].other}</a>)`,
    },
  ])}`
}

function moreFields(locale: Locale, f: ui.BoundFields): Html {
  const t = textsOf(locale).office.form
  return html`${ui.fieldRow([
    f.text({ name: 'basisNumber', label: t.basisNumber, hint: t.basisHint, optional: true, width: 'medium' }),
    f.date({ name: 'basisDate', label: t.basisDate, optional: true }),
    f.money({ name: 'budget', label: t.budget, optional: true }),
  ])}
${f.text({ name: 'shelter', label: t.shelter, hint: t.shelterHint, optional: true })}
${f.area({ name: 'safety', label: t.safety, hint: t.safetyHint, rows: 3, optional: true })}
${f.area({ name: 'accessibility', label: t.accessibility, hint: t.accessibilityHint, rows: 3, optional: true })}
${f.checkboxes({
  name: 'languages',
  label: t.languages,
  options: (['uk', 'en', 'sign'] as const).map((l) => ({ value: l, label: t.languageNames[l] })),
})}
${f.text({ name: 'titleEn', label: t.nameEn, optional: true, maxLength: 300 })}
${f.area({ name: 'purposeEn', label: t.purposeEn, rows: 3, optional: true })}`
}

function firstOf(value: FormState['values'][string] | undefined): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

function listOf(value: FormState['values'][string] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
