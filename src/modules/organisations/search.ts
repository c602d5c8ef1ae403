/** What the site's search finds here: organisations by any of their names, by code and territory. */
import type { Locale } from '../../kernel/texts.ts'
import type { Db } from '../../platform/db.ts'
import type { SearchHit } from '../../platform/module.ts'
import { organisationPath } from './rules/path.ts'
import { findOrganisations } from './store/lines.ts'
import { kindName, publicTexts } from './texts/index.ts'
import { states } from './texts/kinds.ts'

export async function searchOrganisations(
  db: Db,
  text: string,
  locale: Locale,
  limit: number,
): Promise<readonly SearchHit[]> {
  const found = await findOrganisations(db, { text, limit })
  return found.map((o) => ({
    path: organisationPath(o.id),
    title: (locale === 'en' ? o.nameEn : null) ?? o.name,
    excerpt: [kindName(locale, o.kind), o.edrpou, o.state === 'active' ? null : states[locale][o.state]]
      .filter((part) => part !== null)
      .join(', '),
    kind: publicTexts[locale].nav,
  }))
}
