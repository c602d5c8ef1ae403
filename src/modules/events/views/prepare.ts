/** The course of preparation: facts, next steps, who does what, who speaks, what people will read. */
import type { UnitId } from '../../../kernel/actor.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, longDate, money, shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { OrganisationLine } from '../../organisations/index.ts'
import type { Unit } from '../../people/index.ts'
import { verbsOf } from '../rules/state.ts'
import type { ShareLine } from '../store/shares.ts'
import { textsOf } from '../texts/index.ts'
import { dayAndTime, placeOf } from '../texts/names.ts'
import type { Material } from '../types/results.ts'
import type { EventHost, EventItem, EventPerson, OrganisationId } from '../types.ts'
import { type OfficeEvent, officeEventPage, officePath } from './office-page.ts'
import { agendaSection, hostsSection, materialsSection } from './prepare-parts.ts'
import { peopleSection, sharesSection } from './prepare-work.ts'

export type PrepareView = OfficeEvent & {
  readonly unitName: string | null
  readonly seriesTitle: string | null
  readonly measures: readonly { readonly number: string; readonly title: string }[]
  readonly hosts: readonly EventHost[]
  readonly people: readonly EventPerson[]
  readonly items: readonly EventItem[]
  readonly shares: readonly ShareLine[]
  readonly materials: readonly Material[]
  /** Hosts and those with a share. */
  readonly organisations: ReadonlyMap<OrganisationId, OrganisationLine>
  readonly units: readonly Unit[]
  /** Departments of the reader: whose shares of the work he may mark. */
  readonly own: readonly UnitId[]
  /** What the search for a host found; null where nothing was searched. */
  readonly found: { readonly text: string; readonly rows: readonly OrganisationLine[] } | null
  /** Which form failed, and its state. */
  readonly failed: { readonly form: string; readonly state: FormState } | null
  readonly done: string | undefined
}

export function preparePage(frame: ui.Frame, view: PrepareView): Html {
  const { locale } = frame
  const { event, keeps } = view
  const t = textsOf(locale).office
  const open = keeps && event.state !== 'closed' && event.state !== 'cancelled'
  return officeEventPage(frame, view, {
    tab: 'prepare',
    done: view.done,
    ...(view.failed?.form === 'act' ? { errors: view.failed.state.errors } : {}),
    actions: open && ui.linkButton({ label: t.edit, href: officePath(event.id, '/edit') }),
    main: html`${open && steps(frame, view)}${facts(locale, view)}${sharesSection(frame, view, open)}${peopleSection(
      frame,
      view,
      open,
    )}${agendaSection(frame, view, open)}${hostsSection(frame, view, open)}${materialsSection(frame, view, open)}`,
    aside: keeps && copyBox(frame, view),
  })
}

/** What may be done with it now: each button says what will happen. */
function steps(frame: ui.Frame, view: PrepareView): Html {
  const { locale, csrf } = frame
  const { event } = view
  const t = textsOf(locale).office.steps
  const at = (verb: string) => officePath(event.id, `/${verb}`)
  const may = verbsOf(event.state)
  const withReason = (verb: 'postpone' | 'cancel') =>
    may.includes(verb) &&
    ui.disclosure({
      summary: t[verb],
      open: view.failed?.form === verb,
      content: html`${ui.paragraph(t[`${verb}Text`])}${ui.form({
        locale,
        csrf,
        action: at(verb),
        submit: t[verb],
        danger: verb === 'cancel',
        scope: verb,
        errors: view.failed?.form === verb ? view.failed.state.errors : [],
        content: (view.failed?.form === verb
          ? ui.boundFields({
              locale,
              values: view.failed.state.values,
              errors: view.failed.state.errors,
              scope: verb,
            })
          : ui.boundFields({ locale, scope: verb })
        ).area({ name: 'reason', label: t.reason, hint: t.reasonHint, rows: 2 }),
      })}`,
    })
  return ui.section({
    title: t.title,
    content: html`${
      may.includes('announce') &&
      ui.postButton({
        action: at('announce'),
        csrf,
        label: t.announce,
        before: html`<p>${event.state === 'postponed' ? t.announceAgain : t.announceText}</p>`,
      })
    }${
      may.includes('hold') &&
      event.firstDay.since(frame.today).sign <= 0 &&
      ui.postButton({ action: at('hold'), csrf, label: t.hold, before: html`<p>${t.holdText}</p>` })
    }${
      event.state === 'announced' &&
      event.firstDay.since(frame.today).sign > 0 &&
      ui.paragraph(t.waitText(longDate(locale, event.firstDay)))
    }${
      event.state === 'held' && ui.linkButton({ label: t.sumUp, href: officePath(event.id, '/results') })
    }${event.state === 'summedUp' && ui.linkButton({ label: t.close, href: officePath(event.id, '/results') })}${withReason('postpone')}${withReason('cancel')}`,
  })
}

function facts(locale: Locale, view: PrepareView): Html {
  const { event, days } = view
  const t = textsOf(locale).office
  const list: (ui.Fact | false)[] = [
    {
      term: t.facts.when,
      detail: ui.bullets(
        days.map((d) => [`${dayAndTime(locale, d)}`, d.title, placeOf(locale, d)].filter(Boolean).join(', ')),
      ),
    },
    event.purpose !== null && { term: t.form.purpose, detail: event.purpose },
    view.unitName !== null && { term: t.form.unit, detail: view.unitName },
    view.seriesTitle !== null && { term: t.form.series, detail: view.seriesTitle },
    view.measures.length > 0 && {
      term: t.form.measures,
      detail: ui.bullets(view.measures.map((m) => `${m.number} ${m.title}`)),
    },
    event.basisNumber !== null && {
      term: t.facts.basis,
      detail: t.facts.order(
        event.basisNumber,
        event.basisDate === null ? '' : shortDate(locale, event.basisDate),
      ),
    },
    event.budget !== null && { term: t.form.budget, detail: money(locale, event.budget) },
    event.shelter !== null && { term: t.form.shelter, detail: event.shelter },
    event.safety !== null && { term: t.form.safety, detail: event.safety },
    event.accessibility !== null && { term: t.form.accessibility, detail: event.accessibility },
    {
      term: t.form.participation,
      detail: [
        t.form.participations[event.participation],
        event.seats !== null && `${t.form.seats}: ${event.seats}`,
        event.registrationUntil !== null && `${t.form.until}: ${shortDate(locale, event.registrationUntil)}`,
      ]
        .filter(Boolean)
        .join('; '),
    },
    event.sourceLabel !== null && { term: t.facts.source, detail: event.sourceLabel },
  ]
  return ui.facts(list.filter((fact) => fact !== false))
}

function copyBox(frame: ui.Frame, view: PrepareView): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.copy
  const f = ui.boundFields({ locale, scope: 'copy' })
  return ui.box({
    title: t.title,
    content: html`${ui.paragraph(t.text, 'small')}${ui.form({
      locale,
      csrf,
      action: officePath(view.event.id, '/copy'),
      scope: 'copy',
      submit: t.button,
      content: f.date({ name: 'day', label: t.day, optional: true, hint: t.dayHint }),
    })}`,
  })
}
