/** What pages of this module share. */
import type { Html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import * as ui from '../../../ui/index.ts'
import { type OrganisationLine, organisationLabel } from '../../organisations/index.ts'
import { texts } from '../texts/index.ts'
import type { Delegation, DelegationState, OrganisationId } from '../types.ts'

export type Organisations = ReadonlyMap<OrganisationId, OrganisationLine>

export function labelOf(organisations: Organisations, id: OrganisationId, locale: Locale): string {
  const organisation = organisations.get(id)
  return organisation ? organisationLabel(organisation, locale) : ''
}

const TONES = {
  unconfirmed: 'plain',
  submitted: 'due',
  returned: 'late',
  active: 'done',
  ended: 'plain',
  withdrawn: 'plain',
} as const satisfies Readonly<Record<DelegationState, Parameters<typeof ui.tag>[1]>>

export function stateTag(locale: Locale, state: DelegationState): Html {
  return ui.tag(texts[locale].states[state], TONES[state])
}

export function termOf(locale: Locale, d: Pick<Delegation, 'from' | 'to'>): string | null {
  return d.from && d.to ? texts[locale].one.fromTo(shortDate(locale, d.from), shortDate(locale, d.to)) : null
}

/** The history of a delegation from the audit. Why: reasons are the reader's own or were told in a letter. */
export function pastOf(locale: Locale, records: readonly AuditRecord[]): Html {
  const t = texts[locale]
  return ui.section({
    title: t.one.history,
    content: ui.past({ locale, records, actions: t.actions, nameless: t.visitor }),
  })
}
