/** Public pages: memorial days of a year, the register of monuments, one monument. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { dayMonth, type Locale, weekday } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { isPublic } from '../../events/index.ts'
import { type District, organisationPath } from '../../organisations/index.ts'
import type { CeremonyLine } from '../store/ceremonies.ts'
import { texts } from '../texts/index.ts'
import { type MemorialDay, MONUMENT_STATES, type Monument } from '../types.ts'
import { groundOf, MEMORIALS, MONUMENTS, monumentName, stateTag, titleIn } from './parts.ts'

export function memorialsPage(
  frame: ui.Frame,
  view: { readonly year: number; readonly days: readonly MemorialDay[]; readonly today: CivilDate },
): Html {
  const { locale } = frame
  const t = texts[locale].calendar
  const next = view.days.find(({ day }) => day.until(view.today).sign <= 0)
  return ui.page(frame, {
    title: t.title(view.year),
    lead: next ? `${t.next(titleIn(locale, next.date), dayMonth(locale, next.day))} ${t.daily}` : t.lead,
    description: t.description,
    feeds: [{ href: localPath(locale, `${MEMORIALS}.ics`), title: t.feed, type: 'text/calendar' }],
    actions: ui.linkButton({ label: t.monuments, href: localPath(locale, MONUMENTS), kind: 'quiet' }),
    main: html`${ui.tabs({
      locale,
      label: t.years,
      items: [view.year - 1, view.year, view.year + 1].map((year) => ({
        label: String(year),
        href: ui.withQuery(localPath(locale, MEMORIALS), { year }),
        current: year === view.year,
      })),
    })}${ui.table<MemorialDay>({
      locale,
      caption: t.title(view.year),
      captionHidden: true,
      rows: view.days,
      columns: [
        {
          label: t.columns.day,
          cell: ({ day }) =>
            html`${ui.day({ locale, date: day, style: 'dayMonth' })}, <span class="soft">${weekday(locale, day)}</span>`,
        },
        { label: t.columns.title, rowHeader: true, cell: (d) => nameOf(locale, d) },
        { label: t.columns.scope, cell: (d) => texts[locale].scopes[d.date.scope] },
        { label: t.columns.ceremony, cell: (d) => ceremonyCell(locale, d) },
        { label: t.columns.source, cell: (d) => groundOf(locale, d.date) },
      ],
    })}${ui.exportLinks({ locale, ical: localPath(locale, `${MEMORIALS}.ics`), print: true })}`,
  })
}

function nameOf(locale: Locale, { date }: MemorialDay): Html {
  const t = texts[locale].calendar
  return html`${titleIn(locale, date)}${date.silenceAt && html`<br><span class="small soft">${t.silence(date.silenceAt)}</span>`}`
}

function ceremonyCell(locale: Locale, { event }: MemorialDay): Html {
  if (event === null || !isPublic(event.state))
    return html`<span class="soft">${texts[locale].calendar.noCeremony}</span>`
  return html`<a href="${localPath(locale, `/events/${event.id}`)}">${event.title}</a>`
}

export type MonumentsView = {
  readonly page: Page<Monument>
  readonly onMap: readonly Monument[]
  readonly districts: readonly District[]
  readonly filter: { readonly text: string; readonly state: string; readonly district: string }
}

export function monumentsPage(frame: ui.Frame, view: MonumentsView): Html {
  const { locale } = frame
  const t = texts[locale].monuments
  const base = localPath(locale, MONUMENTS)
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(view.onMap.length),
    description: t.description,
    breadcrumbs: [{ label: texts[locale].nav.office, href: localPath(locale, MEMORIALS) }],
    main: html`${monumentFilter(locale, base, view)}${
      view.onMap.length > 0 &&
      ui.placeMap({
        locale,
        caption: t.map,
        head: t.mapHead,
        outlines: outlinesOf(view.districts),
        points: view.onMap.flatMap((m) =>
          m.latitude === null || m.longitude === null
            ? []
            : [
                {
                  label: monumentName(locale, m),
                  href: `${base}/${m.id}`,
                  latitude: m.latitude,
                  longitude: m.longitude,
                  note: m.place,
                  ...(m.state === 'damaged' ? { tone: 'late' as const } : {}),
                },
              ],
        ),
      })
    }${ui.section({ title: t.list, content: monumentTable(locale, view.page.rows, base) })}${ui.pager({
      locale,
      ...(view.page.next ? { nextHref: ui.withQuery(frame.path, { after: view.page.next }) } : {}),
    })}${monumentExports(frame)}`,
  })
}

export function monumentExports(frame: ui.Frame): Html {
  const link = (format: string) => ui.withQuery(frame.path, { format, after: null })
  return ui.exportLinks({
    locale: frame.locale,
    csv: link('csv'),
    xlsx: link('xlsx'),
    ods: link('ods'),
    json: link('json'),
    print: true,
  })
}

function outlinesOf(districts: readonly District[]) {
  return districts.flatMap((d) =>
    d.outline && d.active
      ? [
          {
            label: d.name,
            rings: d.outline.type === 'Polygon' ? d.outline.coordinates : d.outline.coordinates.flat(),
          },
        ]
      : [],
  )
}

export function monumentFilter(
  locale: Locale,
  action: string,
  { filter, districts }: Pick<MonumentsView, 'filter' | 'districts'>,
): Html {
  const t = texts[locale]
  const f = t.monuments.filter
  const all = { value: '', label: f.all }
  return ui.filterForm({
    locale,
    action,
    resetHref: filter.text || filter.state || filter.district ? action : undefined,
    fields: [
      ui.textField({ locale, name: 'q', label: f.text, value: filter.text, type: 'search' }),
      ui.selectField({
        locale,
        name: 'state',
        label: f.state,
        value: filter.state,
        options: [all, ...MONUMENT_STATES.map((s) => ({ value: s, label: t.states[s] }))],
      }),
      districts.length > 0 &&
        ui.selectField({
          locale,
          name: 'district',
          label: f.district,
          value: filter.district,
          options: [
            all,
            ...districts.map((d) => ({
              value: d.id,
              label: titleIn(locale, { title: d.name, titleEn: d.nameEn }),
            })),
          ],
        }),
    ],
  })
}

export function monumentTable(locale: Locale, rows: readonly Monument[], base: string): Html {
  const t = texts[locale]
  const c = t.monuments.columns
  return ui.table<Monument>({
    locale,
    caption: t.monuments.title,
    captionHidden: true,
    rows,
    empty: t.monuments.none,
    columns: [
      {
        label: c.name,
        rowHeader: true,
        cell: (m) => html`<a href="${base}/${m.id}">${monumentName(locale, m)}</a>`,
      },
      { label: c.kind, cell: (m) => t.kinds[m.kind] },
      { label: c.place, cell: (m) => m.place },
      { label: c.state, cell: (m) => stateTag(locale, m.state) },
      { label: c.caretaker, cell: (m) => m.caretakerUnit ?? m.caretakerOrganisation },
    ],
  })
}

export function monumentPage(
  frame: ui.Frame,
  view: { readonly monument: Monument; readonly held: readonly CeremonyLine[]; readonly jsonLd: unknown },
): Html {
  const { locale } = frame
  const { monument: m } = view
  const t = texts[locale]
  const name = monumentName(locale, m)
  return ui.page(frame, {
    title: name,
    lead: `${t.kinds[m.kind]}, ${m.place}`,
    description: `${name}: ${m.place}`,
    jsonLd: view.jsonLd,
    breadcrumbs: [{ label: t.monuments.title, href: localPath(locale, MONUMENTS) }],
    main: html`${picture(locale, m)}${factsOf(locale, m)}${about(locale, m)}${ui.section({
      title: t.monuments.history,
      content: heldList(locale, view.held),
    })}`,
  })
}

export function picture(locale: Locale, m: Monument): Html | false {
  if (m.picture === null) return false
  const { alt, author, width, height } = m.picture
  return html`<figure class="picture"><img src="${MONUMENTS}/${m.id}/picture.jpg?v=${m.version}" alt="${alt}" width="${width ?? 800}" height="${height ?? 600}" loading="lazy">${
    author !== null && html`<figcaption>${texts[locale].monuments.picture(author)}</figcaption>`
  }</figure>`
}

export function factsOf(locale: Locale, m: Monument): Html {
  const t = texts[locale]
  const c = t.monuments.columns
  const keeper =
    m.caretakerOrganisationId === null
      ? m.caretakerUnit
      : html`<a href="${localPath(locale, organisationPath(m.caretakerOrganisationId))}">${m.caretakerOrganisation}</a>`
  return ui.facts([
    { term: t.monuments.place, detail: m.place },
    { term: c.state, detail: html`${stateTag(locale, m.state)} ${m.stateNote}` },
    ...(m.inspectedOn ? [{ term: c.inspected, detail: ui.day({ locale, date: m.inspectedOn }) }] : []),
    ...(keeper ? [{ term: c.caretaker, detail: keeper }] : []),
    ...(m.protectionNumber ? [{ term: c.protection, detail: m.protectionNumber }] : []),
    ...(m.source ? [{ term: t.monuments.source, detail: m.source }] : []),
  ])
}

function about(locale: Locale, m: Monument): Html | false {
  const text = (locale === 'en' ? m.descriptionEn : null) ?? m.description
  return (
    text !== null &&
    ui.section({
      title: texts[locale].monuments.about,
      content: text.split(/\n{2,}/).map((one) => html`<p>${one}</p>`),
    })
  )
}

export function heldList(locale: Locale, held: readonly CeremonyLine[], office = false): Html {
  return ui.rows({
    empty: texts[locale].monuments.noHistory,
    items: held.map((e) => ({
      when: ui.day({ locale, date: e.firstDay, style: 'short' }),
      title: titleIn(locale, e),
      href: office ? `/office/events/${e.id}` : localPath(locale, `/events/${e.id}`),
    })),
  })
}
