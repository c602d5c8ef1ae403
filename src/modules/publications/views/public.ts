/** What everybody reads: the list, one item, its texts one after another, and the list for another site. */
import { dayOf } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, longDate, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import {
  KIND_ORDER,
  kindName,
  kindNamePlural,
  type ListEntry,
  type OrganisationLine,
  organisationLabel,
  organisationPath,
} from '../../organisations/index.ts'
import { excerpt } from '../rules/text.ts'
import { textsOf } from '../texts/index.ts'
import type { NewsItem, OrganisationKind, Publication, Reason, Revision, Silence } from '../types.ts'
import { articleHtml, type Pictures, thumbnail } from './article.ts'
import { changesOf } from './shared.ts'

type Frame = ui.Frame

export const NEWS = '/news'
export const ACCESS = '/news/equal-access'
export const newsPath = (id: string) => `${NEWS}/${id}`

export function nameOf(item: NewsItem, frame: Pick<Frame, 'locale'>): string {
  return (frame.locale === 'en' ? item.organisationNameEn : null) ?? item.organisationName
}

function changed(frame: Frame, item: NewsItem): string | null {
  return (
    item.changedAt && textsOf(frame.locale).public.changed(shortDate(frame.locale, dayOf(item.changedAt)))
  )
}

export function silenceNotice(frame: Frame, silence: Silence | null): Html | false {
  if (!silence) return false
  const { locale } = frame
  const t = textsOf(locale).public
  const source =
    silence.url === null
      ? silence.source
      : html`<a href="${silence.url}" rel="nofollow noopener">${silence.source}</a>`
  return ui.notice({
    locale,
    tone: 'info',
    body: html`${t.silence(silence.title, shortDate(locale, silence.from), shortDate(locale, silence.to))} ${t.basis}: ${source}.`,
  })
}

export type NewsList = {
  readonly page: Page<NewsItem>
  readonly pictures: Pictures
  readonly kinds: ReadonlySet<OrganisationKind>
  readonly directions: readonly ListEntry[]
  readonly districts: readonly ListEntry[]
  readonly text: string
  readonly silence: Silence | null
} & Narrowed

/** What a list or a feed is narrowed to. */
export type Narrowed = {
  readonly organisation: OrganisationLine | null
  readonly kind: OrganisationKind | null
  readonly direction: ListEntry | null
  readonly district: ListEntry | null
}

/** Addresses of the feeds of what is listed: of what narrows most. */
export function feedsOf({ organisation, direction, district, kind }: Narrowed): {
  readonly atom: string
  readonly json: string
} {
  const base = organisation
    ? `/organisations/${organisation.id}/news`
    : direction
      ? `${NEWS}/directions/${direction.id}/news`
      : district
        ? `${NEWS}/districts/${district.id}/news`
        : kind
          ? `${NEWS}/kinds/${kind}/news`
          : NEWS
  return { atom: `${base}.atom`, json: `${base}.json` }
}

/** How what its feeds give is called. */
export function titleOf(locale: Locale, { organisation, direction, district, kind }: Narrowed): string {
  const t = textsOf(locale).public
  if (organisation) return t.feedOf(organisationLabel(organisation, locale))
  const entry = direction ?? district
  if (entry) return t.feedOf(entryName(locale, entry))
  return kind ? t.feedOf(kindNamePlural(locale, kind)) : t.title
}

function entryName(locale: Locale, entry: ListEntry): string {
  return (locale === 'en' ? entry.nameEn : null) ?? entry.name
}

export function listPage(frame: Frame, list: NewsList): Html {
  const { locale } = frame
  const t = textsOf(locale).public
  const path = localPath(locale, NEWS)
  const filtered = Boolean(list.text || list.kind || list.organisation || list.direction || list.district)
  const feeds = feedsOf(list)
  const title = list.organisation ? t.of(organisationLabel(list.organisation, locale)) : t.title
  const atom = localPath(locale, feeds.atom)
  const narrowing = (
    name: string,
    label: string,
    empty: string,
    entries: readonly ListEntry[],
    chosen: ListEntry | null,
  ) =>
    entries.length > 0 &&
    ui.selectField({
      locale,
      name,
      label,
      value: chosen?.id ?? '',
      empty,
      options: entries.map((e) => ({ value: e.id, label: entryName(locale, e) })),
    })
  return ui.page(frame, {
    title,
    lead: t.lead,
    description: t.description,
    notices: silenceNotice(frame, list.silence),
    feeds: [
      { href: atom, title, type: 'application/atom+xml' },
      { href: localPath(locale, feeds.json), title, type: 'application/json' },
    ],
    ...(list.text || list.page.rows.length === 0 ? { noIndex: true } : {}),
    main: html`${ui.filterForm({
      locale,
      action: path,
      ...(filtered ? { resetHref: path } : {}),
      ...(list.organisation ? { keep: { organisation: list.organisation.id } } : {}),
      fields: [
        ui.textField({ locale, name: 'q', label: t.search, value: list.text, type: 'search' }),
        ui.selectField({
          locale,
          name: 'kind',
          label: t.kind,
          value: list.kind ?? '',
          empty: t.any,
          options: KIND_ORDER.filter((k) => list.kinds.has(k) || k === list.kind).map((value) => ({
            value,
            label: kindName(locale, value),
          })),
        }),
        narrowing('direction', t.direction, t.anyDirection, list.directions, list.direction),
        narrowing('district', t.district, t.anyDistrict, list.districts, list.district),
      ],
    })}${
      list.page.rows.length === 0
        ? ui.emptyState({ title: filtered ? t.noneFound : t.none })
        : ui.rows({
            level: 2,
            items: list.page.rows.map((item) => ({
              when: shortDate(locale, dayOf(item.publishedAt)),
              title: html`<span lang="uk">${item.title}</span>`,
              href: localPath(locale, newsPath(item.id)),
              text: html`${nameOf(item, frame)}${item.changedAt && html`, ${changed(frame, item)}`}<br><span lang="uk">${excerpt(item.body)}</span>`,
              action: thumbnail(item.pictures[0], list.pictures, 'public'),
            })),
          })
    }${ui.pager({ locale, nextHref: list.page.next && ui.withQuery(frame.path, { after: list.page.next }) })}${ui.exportLinks(
      {
        locale,
        csv: ui.withQuery(frame.path, { format: 'csv', after: null }),
        xlsx: ui.withQuery(frame.path, { format: 'xlsx', after: null }),
        ods: ui.withQuery(frame.path, { format: 'ods', after: null }),
        json: ui.withQuery(frame.path, { format: 'json', after: null }),
        atom,
        print: true,
        of: title,
      },
    )}`,
    aside: html`${ui.box({
      title: t.write,
      content: html`<p>${t.writeText}</p><p><a href="${localPath(locale, '/represent')}">${t.writeLink}</a></p>`,
    })}${ui.box({ title: t.follow, content: html`<p><a href="${atom}">${t.feed} (Atom)</a></p><p><a href="${localPath(locale, ACCESS)}">${t.counter}</a></p>` })}`,
  })
}

export function itemPage(
  frame: Frame,
  of: {
    readonly item: NewsItem
    readonly pictures: Pictures
    readonly others: readonly NewsItem[]
    readonly baseUrl: string
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).public
  const { item } = of
  const path = newsPath(item.id)
  const organisation = localPath(locale, organisationPath(item.organisationId))
  const image = item.pictures[0] && of.pictures.get(item.pictures[0].id)?.sizes.at(-1)
  return ui.page(frame, {
    title: item.title,
    breadcrumbs: [{ label: t.title, href: localPath(locale, NEWS) }],
    description: excerpt(item.body, 160),
    canonical: of.baseUrl + localPath(locale, path),
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: item.title,
      inLanguage: 'uk',
      datePublished: item.publishedAt.toString(),
      dateModified: (item.changedAt ?? item.publishedAt).toString(),
      author: {
        '@type': 'Organization',
        name: item.organisationName,
        url: of.baseUrl + organisationPath(item.organisationId),
      },
      publisher: { '@type': 'GovernmentOrganization', name: frame.city.councilName },
      mainEntityOfPage: of.baseUrl + path,
      ...(image && item.pictures[0]
        ? { image: `${of.baseUrl}/news/pictures/${item.pictures[0].id}/${image.width}` }
        : {}),
    },
    lead: html`<a href="${organisation}">${nameOf(item, frame)}</a>, ${kindName(locale, item.organisationKind)}`,
    main: html`<p class="soft">${t.published(longDate(locale, dayOf(item.publishedAt)))}${
      item.changedAt &&
      html`, <a href="${localPath(locale, `${path}/versions`)}">${t.changed(longDate(locale, dayOf(item.changedAt)))}</a>`
    }</p>${articleHtml(item, of.pictures, 'public')}<p class="soft">${t.source}</p>`,
    aside:
      of.others.length > 0 &&
      ui.box({
        title: t.more,
        content: html`${ui.bullets(
          of.others.map((o) => html`<a href="${localPath(locale, newsPath(o.id))}" lang="uk">${o.title}</a>`),
        )}<p><a href="${localPath(locale, `${NEWS}?organisation=${item.organisationId}`)}">${t.allNews}</a></p>`,
      }),
  })
}

/** Published texts, the latest first, each against the one before. */
export function versionsPage(
  frame: Frame,
  of: { readonly item: NewsItem; readonly seen: readonly Revision[] },
): Html {
  const { locale } = frame
  const t = textsOf(locale).public
  const on = (r: Revision) => (r.publishedAt ? longDate(locale, dayOf(r.publishedAt)) : '')
  const count = of.seen.length
  return ui.page(frame, {
    title: t.versionsOf(of.item.title),
    breadcrumbs: [
      { label: t.title, href: localPath(locale, NEWS) },
      { label: of.item.title, href: localPath(locale, newsPath(of.item.id)) },
    ],
    noIndex: true,
    wide: true,
    main: html`${of.seen.map((r, i) => {
      const before = of.seen[i + 1]
      const n = count - i
      return before
        ? ui.section({
            title: t.version(n, on(r)),
            content: changesOf(locale, before, r, t.change(n, on(r))),
          })
        : ui.section({
            title: `${t.first}, ${on(r)}`,
            content: html`<p lang="uk"><strong>${r.title}</strong></p><div lang="uk" class="article">${r.body.split('\n').map((l) => l !== '' && html`<p>${l}</p>`)}</div>`,
          })
    })}`,
  })
}

/** What was here, and why it is not: withdrawn, or silent. No word of the text itself. */
export function gonePage(
  frame: Frame,
  of: { readonly publication: Publication; readonly reason: Reason | null; readonly silence: Silence | null },
): Html {
  const { locale } = frame
  const t = textsOf(locale).public
  const { withdrawn } = of.publication
  const on = withdrawn ? longDate(locale, dayOf(withdrawn.at)) : ''
  return ui.page(frame, {
    title: withdrawn ? t.withdrawnTitle : t.silentTitle,
    breadcrumbs: [{ label: t.title, href: localPath(locale, NEWS) }],
    noIndex: true,
    lead: withdrawn
      ? withdrawn.by === 'office'
        ? t.withdrawnByOffice(on)
        : t.withdrawnByOrganisation(on)
      : null,
    notices: !withdrawn && silenceNotice(frame, of.silence),
    main: html`${
      of.reason &&
      ui.facts([
        {
          term: t.because,
          detail: html`${of.reason.name[locale]}${of.reason.source && html` (${of.reason.url === null ? of.reason.source : html`<a href="${of.reason.url}" rel="nofollow noopener">${of.reason.source}</a>`})`}`,
        },
      ])
    }<p><a href="${localPath(locale, NEWS)}">${t.allNews}</a></p>`,
  })
}

export function embedPage(
  frame: Frame,
  list: Pick<NewsList, 'page' | 'organisation' | 'silence'> & { readonly baseUrl: string },
): Html {
  const { locale } = frame
  const t = textsOf(locale).public
  return ui.embedded(frame, {
    title: list.organisation ? t.of(organisationLabel(list.organisation, locale)) : t.title,
    main: html`${silenceNotice(frame, list.silence)}${ui.rows({
      level: 2,
      empty: t.none,
      items: list.page.rows.map((item) => ({
        when: shortDate(locale, dayOf(item.publishedAt)),
        title: html`<span lang="uk">${item.title}</span>`,
        href: list.baseUrl + localPath(locale, newsPath(item.id)),
        text: nameOf(item, frame),
      })),
    })}<p><a href="${list.baseUrl}${localPath(locale, NEWS)}">${t.allNews}</a></p>`,
  })
}
