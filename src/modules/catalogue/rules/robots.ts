/** What crawlers may read. A demonstration is full of invented people: no search engine should know them. */
export function robotsText(baseUrl: string, demonstration: boolean): string {
  if (demonstration) return 'User-agent: *\nDisallow: /\n'
  return `User-agent: *
Disallow: /office
Disallow: /api/
Disallow: /search
Disallow: /en/search
Allow: /api/openapi.json

Sitemap: ${baseUrl}/sitemap.xml
`
}
