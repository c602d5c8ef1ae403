/** Atom (RFC 4287). */
import type { Temporal } from '../../kernel/civil-date.ts'
import { html } from '../../kernel/html.ts'

export type AtomEntry = {
  /** `urn:uuid:…`: stays the same when the address changes. */
  readonly id: string
  readonly title: string
  readonly href: string
  readonly published: Temporal.Instant
  readonly updated: Temporal.Instant
  readonly summary: string
  readonly author: string
  readonly category: string
}

/** The template escapes for XML as it does for HTML; control characters, which XML 1.0 forbids, are taken out. */
export function atomFeed(feed: {
  readonly id: string
  readonly title: string
  readonly self: string
  readonly site: string
  readonly lang: string
  readonly author: string
  readonly updated: Temporal.Instant
  readonly entries: readonly AtomEntry[]
}): string {
  const t = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  const at = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'second' })
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">
<id>${feed.id}</id>
<title>${t(feed.title)}</title>
<updated>${at(feed.updated)}</updated>
<author><name>${t(feed.author)}</name></author>
<link rel="self" type="application/atom+xml" href="${feed.self}"/>
<link rel="alternate" type="text/html" href="${feed.site}"/>
${feed.entries.map(
  (e) => html`<entry>
<id>${e.id}</id>
<title>${t(e.title)}</title>
<link rel="alternate" type="text/html" href="${e.href}"/>
<published>${at(e.published)}</published>
<updated>${at(e.updated)}</updated>
<author><name>${t(e.author)}</name></author>
<category term="${e.category}"/>
<summary>${t(e.summary)}</summary>
</entry>
`,
)}</feed>
`.toString()
}
