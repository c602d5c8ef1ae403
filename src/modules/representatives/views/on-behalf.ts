/** For which organisation a person writes: chosen where one speaks for several, said where for one. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { type OrganisationLine, organisationLabel } from '../../organisations/index.ts'

export function onBehalfField(
  locale: Locale,
  f: ui.BoundFields,
  field: {
    readonly name: string
    readonly label: string
    readonly organisations: readonly OrganisationLine[]
  },
): Html {
  const { name, label, organisations } = field
  const [only, ...others] = organisations
  if (only && others.length === 0)
    return html`${ui.hiddenField(name, only.id)}<p class="soft">${label}: ${organisationLabel(only, locale)}</p>`
  const options = organisations.map((o) => ({ value: o.id, label: organisationLabel(o, locale) }))
  return f.select({ name, label, options, empty: true })
}
