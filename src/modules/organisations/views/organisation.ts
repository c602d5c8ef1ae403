/** An organisation's page for everybody. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { dayOf } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, longDate, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import type { SectionItem } from '../events/sections.ts'
import { fieldsOfKind } from '../rules/fields.ts'
import { organisationPath } from '../rules/path.ts'
import { kindName, publicTexts, words } from '../texts/index.ts'
import type {
  Contact,
  Field,
  FieldValue,
  Names,
  Officer,
  OrganisationDocument,
  OrganisationState,
  PublicOrganisation,
} from '../types.ts'
import { jsonLdOf } from './json-ld.ts'
import {
  contactContent,
  entryName,
  inOrder,
  isPresent,
  sourceText,
  spanText,
  stateTag,
  valueContent,
  valueText,
  verifierText,
} from './parts.ts'
import { feedPath, PUBLIC } from './public-list.ts'

export type ShownSection = {
  readonly title: string
  readonly items: readonly SectionItem[]
  readonly all: string | null
}

/** What was asked of a day, and what the registry knows of it. */
export type DayAnswer = {
  readonly typed: string
  readonly error: string | null
  readonly day: CivilDate | null
  readonly officers: readonly Officer[]
  readonly name: string | null
}

const LED: readonly Field[] = ['kind', 'name', 'state', 'edrpou', 'shortName', 'nameEn']

export function organisationPage(
  frame: ui.Frame,
  site: { readonly baseUrl: string; readonly council: string },
  view: {
    readonly organisation: PublicOrganisation
    readonly sections: readonly ShownSection[]
    readonly answer: DayAnswer
  },
): Html {
  const { locale } = frame
  const t = publicTexts[locale]
  const p = t.page
  const { organisation: o } = view
  const name = (locale === 'en' ? o.facts.nameEn : null) ?? o.facts.name ?? ''
  const here = localPath(locale, organisationPath(o.id))
  const present = o.officers.filter((f) => isPresent(f, frame.today))
  const former = o.officers.filter((f) => !isPresent(f, frame.today))
  return ui.page(frame, {
    title: name,
    lead: kindName(locale, o.kind),
    description: `${kindName(locale, o.kind)}. ${(o.facts.purpose ?? name).slice(0, 180)}`,
    canonical: site.baseUrl + here,
    breadcrumbs: [{ label: t.title, href: localPath(locale, PUBLIC) }],
    feeds: [
      {
        href: localPath(locale, feedPath({ kind: o.kind })),
        title: t.feedOfKind(kindName(locale, o.kind)),
        type: 'application/atom+xml',
      },
    ],
    jsonLd: jsonLdOf(o, site.baseUrl + organisationPath(o.id)),
    notices:
      o.facts.state !== 'active' && ui.notice({ locale, tone: 'info', body: stateSentence(locale, o) }),
    main: html`${ui.section({ title: p.facts, content: factList(locale, o) })}${ui.section({
      title: p.officers,
      content: html`${
        present.length === 0 ? ui.paragraph(p.noOfficers, 'soft') : officerRows(locale, present)
      }${former.length > 0 && ui.disclosure({ summary: p.formerOfficers, content: officerRows(locale, former) })}${dayForm(
        frame,
        here,
        view.answer,
      )}`,
    })}${view.sections.map((s) =>
      ui.section({
        title: s.title,
        content: html`${ui.rows({
          items: s.items.map((item) => ({
            title: item.title,
            ...(item.path === null ? {} : { href: localPath(locale, item.path) }),
            ...(item.on === null ? {} : { when: ui.day({ locale, date: item.on, style: 'short' }) }),
            ...(item.note === null ? {} : { text: item.note }),
          })),
        })}${s.all !== null && html`<p>${ui.link({ href: localPath(locale, s.all), text: p.allOf, hint: `: ${s.title}` })}</p>`}`,
      }),
    )}${o.ties.length > 0 && ui.section({ title: p.ties, content: tieRows(locale, o) })}${
      o.documents.length > 0 && ui.section({ title: p.documents, content: documentRows(locale, o.documents) })
    }${ui.section({
      title: p.history,
      content: html`${historyTable(locale, o)}${ui.disclosure({ summary: p.sources, content: sourceTable(locale, o) })}`,
    })}`,
    aside: [
      ui.box({ title: p.contacts, content: contactList(locale, o.contacts) }),
      o.directions.length > 0 &&
        ui.box({
          title: p.directions,
          content: ui.bullets(
            o.directions.map(
              (d) =>
                html`<a href="${ui.withQuery(localPath(locale, PUBLIC), { direction: d.id })}">${entryName(locale, d)}</a>`,
            ),
          ),
        }),
      ui.box({
        title: t.verified,
        content: html`<p>${
          o.verifiedOn === null
            ? p.neverVerified
            : p.verified(longDate(locale, o.verifiedOn), verifierText(locale, o.verifiedBy))
        }</p><p class="small">${p.mistake} ${p.mistakeText}</p>`,
      }),
      ui.box({
        title: p.otherFormats,
        content: ui.bullets([
          html`<a href="/api/v1/organisations/${o.id}">JSON</a>`,
          html`<a href="/api/v1/organisations/${o.id}/popolo">Popolo</a>`,
        ]),
      }),
    ],
  })
}

function stateSentence(locale: Locale, o: PublicOrganisation): string {
  const p = publicTexts[locale].page
  return o.facts.state === 'terminated' ? p.terminated : p.terminating
}

function factList(locale: Locale, o: PublicOrganisation): Html {
  const w = words[locale]
  const p = publicTexts[locale].page
  const rest = fieldsOfKind(o.kind).filter((f) => !LED.includes(f) && o.facts[f] !== null)
  const formerNames = [
    ...new Set(
      o.values
        .filter((v) => v.field === 'name' && v.standing === 'former' && v.value !== null)
        .map((v) => v.value!),
    ),
  ].filter((n) => n !== o.facts.name)
  return html`${ui.facts([
    ...(locale === 'en' && o.facts.nameEn
      ? [{ term: w.fields.name, detail: ui.foreign('uk', o.facts.name) }]
      : []),
    ...(o.facts.shortName
      ? [{ term: w.fields.shortName, detail: valueContent(locale, 'shortName', o.facts.shortName, o.names) }]
      : []),
    ...(locale === 'uk' && o.facts.nameEn
      ? [{ term: w.fields.nameEn, detail: ui.foreign('en', o.facts.nameEn) }]
      : []),
    {
      term: w.fields.edrpou,
      detail:
        o.facts.edrpou === null ? html`<span class="soft">${p.noCode}</span>` : ui.numeric(o.facts.edrpou),
    },
    {
      term: w.fields.state,
      detail: html`${valueText(locale, 'state', o.facts.state, o.names)} ${stateTag(locale, (o.facts.state ?? 'active') as OrganisationState)}`,
    },
    ...rest.map((f) => ({ term: w.fields[f], detail: valueContent(locale, f, o.facts[f], o.names) })),
  ])}${formerNames.length > 0 && html`<p>${p.formerNames(formerNames.join('; '))}</p>`}${
    o.merged.length > 0 && html`<p>${p.mergedNames}: ${o.merged.map((m) => m.name).join('; ')}</p>`
  }`
}

export function officerRows(locale: Locale, officers: readonly Officer[]): Html {
  return ui.rows({
    items: officers.map((f) => ({
      title: locale === 'en' ? ui.foreign('uk', f.name) : f.name,
      text: html`${locale === 'en' ? ui.foreign('uk', f.post) : f.post}, ${spanText(locale, f)} <span class="small soft">(${sourceText(locale, f.source, false)})</span>`,
    })),
  })
}

function dayForm(frame: ui.Frame, here: string, answer: DayAnswer): Html {
  const { locale } = frame
  const p = publicTexts[locale].page
  const { day } = answer
  return ui.disclosure({
    summary: p.onDay,
    open: answer.typed !== '',
    id: 'on',
    content: html`${ui.filterForm({
      locale,
      action: here,
      label: p.onDay,
      fields: ui.dateField({
        locale,
        name: 'on',
        label: p.day,
        value: answer.typed,
        ...(answer.error === null ? {} : { error: answer.error }),
      }),
    })}${
      day !== null &&
      html`<h3>${p.onDayTitle(longDate(locale, day))}</h3>${
        answer.officers.length === 0
          ? ui.paragraph(p.onDayNobody, 'soft')
          : html`${answer.name !== null && html`<p>${p.onDayName}: ${answer.name}</p>`}${officerRows(locale, answer.officers)}${
              answer.officers.some((f) => f.from === null) && ui.paragraph(p.unknownStart, 'small')
            }`
      }`
    }`,
  })
}

function contactList(locale: Locale, contacts: readonly Contact[]): ui.Content {
  if (contacts.length === 0) return ui.paragraph(publicTexts[locale].page.noContacts, 'soft')
  return ui.bullets(
    contacts.map(
      (c) =>
        html`${ui.hidden(`${words[locale].contactKinds[c.kind]}: `)}${contactContent(c)}${c.note && html` <span class="small soft">(${c.note})</span>`}`,
    ),
  )
}

function tieRows(locale: Locale, o: PublicOrganisation): Html {
  const w = words[locale].ties
  return ui.rows({
    items: o.ties.map((tie) => {
      const below = tie.lower.id === o.id
      const other = below ? tie.upper : tie.lower
      const dates = tie.from || tie.until ? `, ${spanText(locale, tie)}` : ''
      return {
        title: locale === 'en' ? (other.nameEn ?? ui.foreign('uk', other.name)) : other.name,
        href: localPath(locale, organisationPath(other.id)),
        text: `${below ? w[tie.kind].below : w[tie.kind].above}${dates}`,
      }
    }),
  })
}

function documentRows(locale: Locale, documents: readonly OrganisationDocument[]): Html {
  return ui.rows({
    items: documents.map((d) => ({
      title: locale === 'en' ? ui.foreign('uk', d.title) : d.title,
      href: `/files/${d.fileId}/${encodeURIComponent(d.fileName)}`,
      text: [words[locale].documents[d.kind], d.datedOn && shortDate(locale, d.datedOn)]
        .filter(Boolean)
        .join(', '),
    })),
  })
}

function historyTable(locale: Locale, o: PublicOrganisation): Html {
  const p = publicTexts[locale].page
  const former = o.values.filter((v) => v.standing === 'former')
  if (former.length === 0) return ui.paragraph(p.historyEmpty, 'soft')
  return ui.disclosure({
    summary: p.historyTable,
    content: valueTable(locale, p.history, former, o.names),
  })
}

function sourceTable(locale: Locale, o: PublicOrganisation): Html {
  const own = fieldsOfKind(o.kind)
  const current = o.values.filter(
    (v) => v.standing === 'current' && own.includes(v.field) && v.value !== null,
  )
  return valueTable(locale, publicTexts[locale].page.sources, current, o.names)
}

function valueTable(locale: Locale, caption: string, values: readonly FieldValue[], names: Names): Html {
  const p = publicTexts[locale].page
  return ui.table<FieldValue>({
    locale,
    caption,
    captionHidden: true,
    rows: inOrder(values),
    narrow: 'stack',
    columns: [
      { label: p.field, rowHeader: true, cell: (v) => words[locale].fields[v.field] },
      { label: p.value, cell: (v) => valueContent(locale, v.field, v.value, names) },
      { label: p.since, cell: (v) => sinceText(locale, v) },
      { label: p.source, cell: (v) => sourceText(locale, v.source, isPublicRef(v.source)) },
      { label: p.recorded, cell: (v) => shortDate(locale, dayOf(v.recordedAt)) },
    ],
  })
}

/** Numbers of decisions and records are public; what an applicant or a clerk wrote beside a source is the office's. */
function isPublicRef(source: FieldValue['source']): boolean {
  return source.kind === 'decision' || source.kind === 'register'
}

export function sinceText(locale: Locale, v: FieldValue): string {
  const p = publicTexts[locale].page
  const span = [
    v.validFrom && p.from(shortDate(locale, v.validFrom)),
    v.validUntil && p.until(shortDate(locale, v.validUntil)),
  ].filter((part) => part !== null)
  return span.length > 0 ? span.join(' ') : '–'
}
