/** Reports as an Atom feed (RFC 4287). */
import type { Temporal } from '../../../kernel/civil-date.ts'
import { html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Reply } from '../../../platform/http/route.ts'

export type FeedItem = {
  readonly id: string
  readonly title: string
  readonly href: string
  readonly updated: Temporal.Instant
  readonly summary: string
}

export function reportsFeed(feed: {
  readonly locale: Locale
  readonly self: string
  readonly site: string
  readonly title: string
  readonly author: string
  readonly now: Temporal.Instant
  readonly entries: readonly FeedItem[]
}): Reply {
  const updated = feed.entries[0]?.updated ?? feed.now
  const body = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.locale}">
<id>${feed.self}</id>
<title>${feed.title}</title>
<updated>${updated.toString()}</updated>
<author><name>${feed.author}</name></author>
<link rel="self" type="application/atom+xml" href="${feed.self}"/>
<link rel="alternate" type="text/html" href="${feed.site}"/>
${feed.entries.map(
  (e) => html`<entry>
<id>urn:uuid:${e.id}</id>
<title>${e.title}</title>
<updated>${e.updated.toString()}</updated>
<link rel="alternate" type="text/html" href="${e.href}"/>
<summary>${e.summary}</summary>
</entry>
`,
)}</feed>
`
  return { kind: 'bytes', type: 'application/atom+xml; charset=utf-8', body: body.toString() }
}
