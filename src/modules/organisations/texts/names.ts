/** How an organisation and its kind are named on a page of any module. */
import type { Locale } from '../../../kernel/texts.ts'
import type { OrganisationKind, OrganisationLine } from '../types.ts'
import { kinds, kindsPlural } from './kinds.ts'

export function kindName(locale: Locale, kind: OrganisationKind): string {
  return kinds[locale][kind]
}

export function kindNamePlural(locale: Locale, kind: OrganisationKind): string {
  return kindsPlural[locale][kind]
}

/** Where a list or a choice names an organisation: its short name; for an English reader its English name. */
export function organisationLabel(
  line: Pick<OrganisationLine, 'name' | 'shortName' | 'nameEn'>,
  locale: Locale,
): string {
  return (locale === 'en' ? line.nameEn : null) ?? line.shortName ?? line.name
}
