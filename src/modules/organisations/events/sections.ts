/** Parts that other modules add to an organisation's public page and to its JSON: what it took part in. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'
import type { Db } from '../../../platform/db.ts'
import { extensionPoint } from '../../../platform/extension.ts'
import type { OrganisationId } from '../types.ts'

export type SectionItem = {
  readonly title: string
  /** Of a public page, without the language. */
  readonly path: string | null
  readonly on: CivilDate | null
  readonly note: string | null
}

export type OrganisationSection = {
  /** Its name in JSON: `news`, `events`. */
  readonly key: string
  readonly title: Bilingual<string>
  /** Lower comes first. */
  readonly order: number
  /** Public facts only, latest first, at most `limit`. Nothing: the section does not appear. */
  readonly items: (
    db: Db,
    id: OrganisationId,
    locale: Locale,
    limit: number,
  ) => Promise<readonly SectionItem[]>
  /** Where all of them stand, without the language. */
  readonly all?: (id: OrganisationId) => string
}

/** In a manifest: `adds: [organisationSections.with({ key: 'news', … })]`. */
export const organisationSections = extensionPoint<OrganisationSection>('organisationSections')
