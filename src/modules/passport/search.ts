/** What the site's search finds in passports: sections of the latest, by their titles and their words. */
import { type Locale, longDate } from '../../kernel/texts.ts'
import type { Db } from '../../platform/db.ts'
import type { SearchHit } from '../../platform/module.ts'
import { latestPublished, listPublished } from './store/passports.ts'
import { sentences, texts } from './texts/index.ts'

const MOST = 200

export async function searchPassports(
  db: Db,
  text: string,
  locale: Locale,
  limit: number,
): Promise<readonly SearchHit[]> {
  const shown = await latestPublished(db)
  if (!shown) return []
  const t = texts[locale]
  const wanted = text.toLowerCase().trim()
  const { content } = shown
  const path = `/passport/${content.asOf}`
  const title = t.titleOn(longDate(locale, shown.asOf))
  const whole = `${t.fullTitle} ${title}`.toLowerCase().includes(wanted)
    ? [{ path, title, excerpt: sentences[locale].headline(content), kind: t.search.kind }]
    : []
  const sections = content.sections.flatMap((section) => {
    const said = sentences[locale].section(content, section.key)
    const rows = section.tables.flatMap((table) =>
      table.rows.map((row) =>
        Object.values(row.values)
          .filter((v) => typeof v === 'string')
          .join(', '),
      ),
    )
    const tables = section.tables.map((table) => t.table(table.key).title)
    const found = [t.sections[section.key], ...tables, said, ...rows].find((words) =>
      words.toLowerCase().includes(wanted),
    )
    return found === undefined
      ? []
      : [
          {
            path: `${path}#${section.key}`,
            title: `${t.sections[section.key]} – ${title}`,
            excerpt: found === t.sections[section.key] ? said : found,
            kind: t.search.kind,
          },
        ]
  })
  return [...whole, ...sections].slice(0, limit)
}

export async function passportAddresses(db: Db): Promise<readonly string[]> {
  const { rows } = await listPublished(db, { year: null, latest: true }, '', MOST)
  return [
    '/passport',
    ...(rows.length > 0 ? ['/passport/archive'] : []),
    ...(rows.length > 1 ? ['/passport/compare'] : []),
    ...rows.map((line) => `/passport/${line.asOf.toString()}`),
  ]
}
