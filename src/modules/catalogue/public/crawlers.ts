/** What search engines read: where the pages are, and which are not for them. */
import { escapeText } from '../../../kernel/html.ts'
import { anyone, localPath, type Route, type WebRequest } from '../../../platform/http/route.ts'
import type { Module } from '../../../platform/module.ts'
import { robotsText } from '../rules/robots.ts'

/** The protocol's own limit for one file; each page stands in it twice, once for each language. */
const MOST = 25_000

const OWN = ['/', '/data', '/feeds', '/api', '/accessibility']

async function pathsOf(modules: readonly Module[], request: WebRequest): Promise<readonly string[]> {
  const lists = await Promise.all(modules.map((m) => m.sitemap?.(request.ctx.db) ?? []))
  const sets = modules.flatMap((m) => m.openData ?? []).map((set) => `/data/${set.slug}`)
  return [...new Set([...OWN, ...lists.flat(), ...sets])].slice(0, MOST)
}

export function crawlerRoutes(modules: readonly Module[]): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/sitemap.xml',
      policy: anyone,
      async handle(request) {
        const { baseUrl } = request.house
        const paths = await pathsOf(modules, request)
        const entries = paths.flatMap((path) => {
          const uk = escapeText(baseUrl + localPath('uk', path))
          const en = escapeText(baseUrl + localPath('en', path))
          const links = `<xhtml:link rel="alternate" hreflang="uk" href="${uk}"/><xhtml:link rel="alternate" hreflang="en" href="${en}"/>`
          return [`<url><loc>${uk}</loc>${links}</url>`, `<url><loc>${en}</loc>${links}</url>`]
        })
        const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`
        return { kind: 'bytes', type: 'application/xml; charset=utf-8', body }
      },
    },
    {
      method: 'GET',
      path: '/robots.txt',
      policy: anyone,
      handle: (request) => ({
        kind: 'bytes',
        type: 'text/plain; charset=utf-8',
        body: robotsText(request.house.baseUrl, request.house.demonstration),
      }),
    },
  ]
}
