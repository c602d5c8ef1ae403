/** What the site's search and the sitemap find here: accepted and published reports. */
import { type Locale, quarterName } from '../../kernel/texts.ts'
import type { Db } from '../../platform/db.ts'
import type { SearchHit } from '../../platform/module.ts'
import { type PublicLine, publicReports } from './store/published.ts'
import { spanName, texts } from './texts/index.ts'
import { addressOf } from './views/addresses.ts'

export function nameOf(locale: Locale, line: PublicLine): string {
  const t = texts[locale]
  if (line.kind === 'report' && line.quarter)
    return `${t.report.title(quarterName(locale, { year: line.year, quarter: line.quarter }))}: ${line.unitName ?? ''}`
  const kind = line.kind === 'report' ? 'quarter' : line.kind
  const span = { kind, year: line.year, quarter: line.quarter }
  return t.consolidated.titleOf(spanName(locale, span, { from: line.programmeFrom, to: line.programmeTo }))
}

export async function searchReports(
  db: Db,
  text: string,
  locale: Locale,
  limit: number,
): Promise<readonly SearchHit[]> {
  const { rows } = await publicReports(db, { text, latest: true }, '', limit)
  return rows.map((line) => ({
    path: addressOf(line),
    title: nameOf(locale, line),
    excerpt: locale === 'en' && line.programmeTitleEn ? line.programmeTitleEn : line.programmeTitle,
    kind: line.kind === 'report' ? texts[locale].public.executorReport : texts[locale].consolidatedTitle,
  }))
}

export async function publicAddresses(db: Db): Promise<string[]> {
  const { rows } = await publicReports(db, { latest: true }, '', 20_000)
  const programmes = [...new Set(rows.map((r) => `/programmes/${r.slug}/reports`))]
  return [...programmes, ...rows.map(addressOf)]
}
