/** The ceremony of an event: the office's tab, and what visitors read. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Kopiykas, kopiykas } from '../../../kernel/money.ts'
import { type Locale, money } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { type CityEvent, type OfficeEvent, officeEventPage } from '../../events/index.ts'
import { totalsOf } from '../rules/wreath.ts'
import { texts } from '../texts/index.ts'
import { type Ceremony, type Monument, type MonumentId, WREATH_KINDS, type Wreath } from '../types.ts'
import { MONUMENTS, monumentName } from './parts.ts'

export const ceremonyPath = (id: CityEvent['id']) => `/office/events/${id}/ceremony`

export type CeremonyView = {
  readonly office: OfficeEvent
  readonly ceremony: Ceremony | null
  readonly wreaths: readonly Wreath[]
  readonly monuments: readonly { readonly id: MonumentId; readonly name: string }[]
  readonly organisations: readonly string[]
  readonly details: FormState
  readonly wreath: FormState
  /** Being changed; null: a new one. */
  readonly editing: Wreath | null
  readonly mayChange: boolean
  readonly held: boolean
  readonly done: string
}

export function ceremonyPage(frame: ui.Frame, view: CeremonyView): Html {
  const { locale } = frame
  const t = texts[locale].ceremony
  const path = ceremonyPath(view.office.event.id)
  const notices = ui.doneNotice(locale, t.done, view.done)
  return officeEventPage(frame, view.office, {
    tab: { path },
    notices,
    main: html`<p>${t.orderHint}</p>${ui.exportLinks({
      locale,
      docx: ui.withQuery(path, { format: 'docx' }),
      pdf: ui.withQuery(path, { format: 'pdf' }),
      of: t.documents.order,
    })}${ui.section({
      title: t.wreathsTitle,
      id: 'wreaths',
      content: html`${wreathTable(frame, view)}${
        view.wreaths.length > 0 &&
        ui.exportLinks({
          locale,
          docx: ui.withQuery(`${path}/wreaths`, { format: 'docx' }),
          pdf: ui.withQuery(`${path}/wreaths`, { format: 'pdf' }),
          csv: ui.withQuery(`${path}/wreaths`, { format: 'csv' }),
          xlsx: ui.withQuery(`${path}/wreaths`, { format: 'xlsx' }),
          of: t.documents.wreaths,
        })
      }`,
    })}${view.mayChange && wreathSection(frame, view)}${view.mayChange && view.held && view.wreaths.length > 0 && laidSection(frame, view)}${ui.section(
      {
        title: t.details,
        id: 'details',
        content: view.mayChange ? detailsForm(frame, view) : detailsFacts(locale, view),
      },
    )}`,
  })
}

function sumOf(w: Wreath): Kopiykas {
  return kopiykas((w.cost ?? 0) * w.count)
}

function wreathTable(frame: ui.Frame, { office: { event }, wreaths, mayChange }: CeremonyView): Html {
  const { locale } = frame
  const t = texts[locale].ceremony
  const totals = totalsOf(wreaths)
  const path = ceremonyPath(event.id)
  const listed = ui.table<Wreath>({
    locale,
    caption: t.wreathsTitle,
    captionHidden: true,
    rows: wreaths,
    empty: t.noWreaths,
    rowTone: (w) => (w.laid === false ? 'soft' : null),
    columns: [
      { label: t.columns.n, cell: (w) => wreaths.indexOf(w) + 1, numeric: true },
      { label: t.columns.delegation, rowHeader: true, cell: (w) => w.delegation, total: t.total },
      { label: t.columns.people, cell: (w) => w.people, numeric: true },
      { label: t.columns.kind, cell: (w) => texts[locale].wreaths[w.kind] },
      { label: t.columns.count, cell: (w) => w.count, numeric: true },
      { label: t.columns.cost, cell: (w) => (w.cost === null ? '' : money(locale, w.cost)), numeric: true },
      {
        label: t.columns.sum,
        cell: (w) => (w.cost === null ? '' : money(locale, sumOf(w))),
        numeric: true,
        total: money(locale, totals.cost),
      },
      { label: t.columns.paid, cell: (w) => (w.kind === 'none' ? '' : w.paidByCity ? t.city : t.own) },
      { label: t.columns.laid, cell: (w) => (w.laid === null ? '' : w.laid ? t.came : t.cameNot) },
      ...(mayChange
        ? [
            {
              label: t.change,
              labelHidden: true,
              cell: (w: Wreath) =>
                html`<a href="${ui.withQuery(path, { wreath: w.id })}#wreath">${t.change}${ui.hidden(`: ${w.delegation}`)}</a> ${ui.postButton(
                  {
                    action: `${path}/wreaths/${w.id}/remove`,
                    csrf: frame.csrf,
                    label: t.remove,
                    hint: w.delegation,
                    kind: 'quiet',
                    small: true,
                  },
                )}`,
            },
          ]
        : []),
    ],
  })
  return html`${wreaths.length > 0 && html`<p>${t.totals(totals.delegations, totals.people, totals.wreaths, money(locale, totals.cost))}</p>`}${listed}`
}

function wreathSection(frame: ui.Frame, view: CeremonyView): Html {
  const { locale } = frame
  const t = texts[locale].ceremony
  const path = ceremonyPath(view.office.event.id)
  const f = ui.boundFields({
    locale,
    values: view.wreath.values,
    errors: view.wreath.errors,
    scope: 'wreath',
  })
  return ui.section({
    title: view.editing ? t.editWreath : t.addWreath,
    id: 'wreath',
    content: ui.form({
      locale,
      action: view.editing ? `${path}/wreaths/${view.editing.id}` : `${path}/wreaths`,
      csrf: frame.csrf,
      errors: view.wreath.errors,
      scope: 'wreath',
      submit: view.editing ? t.save : t.addWreath,
      ...(view.editing ? { cancelHref: path } : {}),
      content: [
        f.text({
          name: 'delegation',
          label: t.delegation,
          hint: t.delegationHint,
          suggestions: view.organisations,
          maxLength: 300,
        }),
        ui.fieldRow([
          f.integer({ name: 'people', label: t.people, optional: true }),
          f.select({
            name: 'kind',
            label: t.kind,
            width: 'short',
            options: WREATH_KINDS.map((k) => ({ value: k, label: texts[locale].wreaths[k] })),
          }),
          f.integer({ name: 'count', label: t.count }),
          f.money({ name: 'cost', label: t.cost, optional: true }),
        ]),
        f.checkbox({ name: 'paidByCity', label: t.paidByCity, value: 'yes', optional: true }),
      ],
    }),
  })
}

function laidSection(frame: ui.Frame, { office: { event }, wreaths }: CeremonyView): Html {
  const { locale } = frame
  const t = texts[locale].ceremony
  return ui.section({
    title: t.laidTitle,
    id: 'laid',
    content: ui.form({
      locale,
      action: `${ceremonyPath(event.id)}/laid`,
      csrf: frame.csrf,
      submit: t.laidSave,
      content: ui.checkboxGroup({
        locale,
        name: 'laid',
        label: t.laidTitle,
        hint: t.laidHint,
        values: wreaths.filter((w) => w.laid !== false).map((w) => w.id),
        options: wreaths.map((w) => ({ value: w.id, label: w.delegation })),
      }),
    }),
  })
}

function detailsForm(frame: ui.Frame, view: CeremonyView): Html {
  const { locale } = frame
  const t = texts[locale].ceremony
  const f = ui.boundFields({ locale, values: view.details.values, errors: view.details.errors })
  return ui.form({
    locale,
    action: ceremonyPath(view.office.event.id),
    csrf: frame.csrf,
    errors: view.details.errors,
    submit: t.save,
    content: [
      ui.hiddenField('version', String(view.ceremony?.version ?? 0)),
      f.select({
        name: 'monumentId',
        label: t.monument,
        empty: t.noMonument,
        optional: true,
        options: view.monuments.map((m) => ({ value: m.id, label: m.name })),
      }),
      f.text({
        name: 'silenceAt',
        label: t.silenceAt,
        hint: texts[locale].date.timeHint,
        width: 'short',
        optional: true,
      }),
      f.area({ name: 'gathering', label: t.gathering, hint: t.gatheringHint, rows: 2, optional: true }),
      f.area({ name: 'sound', label: t.sound, hint: t.soundHint, rows: 2, optional: true }),
      f.area({ name: 'transport', label: t.transport, hint: t.transportHint, rows: 2, optional: true }),
      f.area({ name: 'weatherPlan', label: t.weatherPlan, hint: t.weatherHint, rows: 2, optional: true }),
    ],
  })
}

function detailsFacts(locale: Locale, { ceremony, monuments }: CeremonyView): Html {
  const t = texts[locale].ceremony
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [t.monument, monuments.find((m) => m.id === ceremony?.monumentId)?.name],
    [t.silenceAt, ceremony?.silenceAt],
    [t.gathering, ceremony?.gathering],
    [t.sound, ceremony?.sound],
    [t.transport, ceremony?.transport],
    [t.weatherPlan, ceremony?.weatherPlan],
  ]
  return ui.facts(rows.map(([term, detail]) => ({ term, detail: detail ?? '–' })))
}

/** A section of the event's public page. What is for the office alone (transport, sound, prices) is not here. */
export function publicCeremony(
  locale: Locale,
  view: {
    readonly ceremony: Ceremony | null
    readonly monument: Monument | null
    readonly wreaths: readonly Wreath[]
    readonly held: boolean
  },
): Html | null {
  const t = texts[locale]
  const { ceremony, monument, wreaths, held } = view
  const shown = held ? wreaths.filter((w) => w.laid !== false) : wreaths
  if (!ceremony && shown.length === 0) return null
  return ui.section({
    title: t.ceremony.public.title,
    id: 'ceremony',
    content: html`${ui.facts([
      ...(monument
        ? [
            {
              term: t.ceremony.monument,
              detail: html`<a href="${localPath(locale, `${MONUMENTS}/${monument.id}`)}">${monumentName(locale, monument)}</a>, ${monument.place}`,
            },
          ]
        : []),
      ...(ceremony?.gathering ? [{ term: t.ceremony.gathering, detail: ceremony.gathering }] : []),
      ...(ceremony?.silenceAt ? [{ term: t.documents.silence, detail: ceremony.silenceAt }] : []),
      ...(ceremony?.weatherPlan ? [{ term: t.ceremony.weatherPlan, detail: ceremony.weatherPlan }] : []),
    ])}${
      shown.length > 0 &&
      ui.disclosure({
        summary: held
          ? t.ceremony.public.delegations(shown.length)
          : t.ceremony.public.expected(shown.length),
        content: ui.bullets(shown.map((w) => w.delegation)),
      })
    }`,
  })
}
