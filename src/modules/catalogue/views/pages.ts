/** Search, feeds, and the page of the API. */
import { type Html, html } from '../../../kernel/html.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FeedEntry, SearchHit } from '../../../platform/module.ts'
import * as ui from '../../../ui/index.ts'
import { type ApiRoute, isOpen } from '../rules/api-route.ts'
import { texts } from '../texts/index.ts'

export function searchPage(
  frame: ui.Frame,
  view: { readonly text: string; readonly hits: readonly SearchHit[] },
): Html {
  const { locale } = frame
  const t = texts[locale].search
  const { text, hits } = view
  const kinds = [...new Set(hits.map((hit) => hit.kind))]
  return ui.page(frame, {
    title: t.title,
    lead: text === '' ? t.lead : hits.length > 0 ? t.results(text, hits.length) : t.nothing(text),
    noIndex: true,
    main: html`${ui.searchBox({
      locale,
      action: localPath(locale, '/search'),
      label: t.label,
      value: text,
    })}${text.length === 1 && html`<p>${t.short}</p>`}${
      text.length > 1 && hits.length === 0 && html`<p>${t.advice}</p>`
    }${kinds.map((kind) =>
      ui.section({
        title: kind,
        content: ui.rows({
          items: hits
            .filter((hit) => hit.kind === kind)
            .map((hit) => ({ title: hit.title, href: hrefOf(frame, hit), text: hit.excerpt })),
        }),
      }),
    )}`,
  })
}

function hrefOf(frame: ui.Frame, hit: SearchHit): string {
  return /^\/en(\/|$)/.test(hit.path) ? hit.path : localPath(frame.locale, hit.path)
}

export function feedsPage(frame: ui.Frame, feeds: readonly FeedEntry[], baseUrl: string): Html {
  const { locale } = frame
  const t = texts[locale].feeds
  const shelf = (title: string, type: FeedEntry['type']) => {
    const list = feeds.filter((feed) => feed.type === type)
    return (
      list.length > 0 &&
      ui.section({
        title,
        content: ui.rows({
          items: list.map((feed) => {
            const path = localPath(locale, feed.path)
            return {
              title: feed.title[locale],
              href: path,
              text: html`${t.copy}: <code>${baseUrl}${path}</code>`,
            }
          }),
        }),
      })
    )
  }
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    feeds: feeds.map((feed) => ({
      href: localPath(locale, feed.path),
      title: feed.title[locale],
      type: feed.type,
    })),
    main: html`${feeds.length === 0 && html`<p class="soft">${t.none}</p>`}${shelf(t.atom, 'application/atom+xml')}${shelf(
      t.ical,
      'text/calendar',
    )}`,
  })
}

export function apiPage(frame: ui.Frame, routes: readonly ApiRoute[], baseUrl: string): Html {
  const { locale } = frame
  const t = texts[locale].api
  const code = (text: string) => html`<pre class="letter"><code>${text}</code></pre>`
  const first = routes.find((r) => r.route.api?.example)?.route.api?.example ?? '/api/v1/health'
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    main: html`${ui.section({
      title: t.start,
      content: html`<p>${t.startText}</p>${code(`curl '${baseUrl}${first}'`)}<p><a href="/api/openapi.json">${t.document}</a></p>`,
    })}${ui.section({
      title: t.tokens,
      content: html`<p>${t.tokenText}</p>${code('Authorization: Bearer …')}`,
    })}${ui.section({ title: t.paging, content: html`<p>${t.pagingText}</p>` })}${ui.section({
      title: t.cache,
      content: html`<p>${t.cacheText}</p>`,
    })}${ui.section({ title: t.errors, content: html`<p>${t.errorsText}</p>` })}${ui.section({
      title: t.addresses,
      content: ui.table<ApiRoute>({
        locale,
        caption: t.addresses,
        captionHidden: true,
        rows: routes,
        columns: [
          { label: t.path, cell: ({ route }) => html`<code>${route.path}</code>`, rowHeader: true },
          { label: t.method, cell: ({ route }) => route.method },
          { label: t.summary, cell: ({ route }) => ui.foreign('en', route.api?.summary ?? '') },
          {
            label: t.scope,
            cell: ({ route }) =>
              isOpen(route) ? t.open : html`<code>${route.api?.scope ?? route.policy.name}</code>`,
          },
          {
            label: t.example,
            cell: ({ route }) => route.api?.example && html`<a href="${route.api.example}">${t.example}</a>`,
          },
        ],
      }),
    })}`,
  })
}
