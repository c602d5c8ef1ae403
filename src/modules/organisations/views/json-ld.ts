/** An organisation for search engines (schema.org). Public facts only, and no person. */
import type { OrganisationKind, PublicOrganisation } from '../types.ts'

const TYPES: Readonly<Record<OrganisationKind, string>> = {
  partyBranch: 'PoliticalParty',
  ngo: 'NGO',
  ngoUnion: 'NGO',
  charity: 'NGO',
  religiousCommunity: 'Organization',
  tradeUnion: 'WorkersUnion',
  tradeUnionAssociation: 'WorkersUnion',
  creativeUnion: 'NGO',
  employersOrganisation: 'Organization',
  selfOrganisationBody: 'Organization',
  other: 'Organization',
}

export function jsonLdOf(o: PublicOrganisation, url: string): unknown {
  const { facts } = o
  const value = (kind: string) => o.contacts.filter((c) => c.kind === kind).map((c) => c.value)
  const optional = Object.entries({
    alternateName: [facts.shortName, facts.nameEn].filter((n) => n !== null),
    description: facts.purpose,
    identifier: facts.edrpou && { '@type': 'PropertyValue', propertyID: 'ЄДРПОУ', value: facts.edrpou },
    foundingDate: facts.registeredOn,
    address: value('address')[0],
    telephone: value('phone')[0],
    email: value('email')[0],
    sameAs: [...value('site'), ...value('social')],
    areaServed: facts.territory,
    parentOrganization: o.ties
      .filter((t) => t.kind === 'branch' && t.lower.id === o.id && t.until === null)
      .map((t) => ({ '@type': 'Organization', name: t.upper.name }))[0],
  }).filter(([, v]) => v !== null && v !== undefined && !(Array.isArray(v) && v.length === 0))
  return {
    '@context': 'https://schema.org',
    '@type': TYPES[o.kind],
    name: facts.name,
    url,
    ...Object.fromEntries(optional),
  }
}
