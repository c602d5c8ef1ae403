/** Organisations and those who represent them as Popolo (popoloproject.com, specification 1.0). */
import { organisationPath } from '../rules/path.ts'
import { kinds } from '../texts/kinds.ts'
import type { ContactKind, Officer, PublicOrganisation } from '../types.ts'

const MEDIA: Readonly<Record<ContactKind, string>> = {
  phone: 'voice',
  email: 'email',
  site: 'url',
  social: 'url',
  address: 'address',
}

export function popoloOrganization(baseUrl: string, o: PublicOrganisation) {
  const { facts } = o
  const parent = o.ties.find((t) => t.kind === 'branch' && t.lower.id === o.id && t.until === null)
  const dissolved = o.values.find(
    (v) => v.field === 'state' && v.value === 'terminated' && v.standing === 'current',
  )
  return {
    id: o.id,
    name: facts.name,
    other_names: [
      ...[facts.shortName, facts.nameEn].flatMap((name) => (name === null ? [] : [{ name }])),
      ...o.values
        .filter((v) => v.field === 'name' && v.standing === 'former' && v.value !== null)
        .map((v) => ({
          name: v.value,
          start_date: v.validFrom?.toString() ?? null,
          end_date: v.validUntil?.toString() ?? null,
        })),
    ],
    identifiers: facts.edrpou === null ? [] : [{ scheme: 'UA-EDR', identifier: facts.edrpou }],
    classification: kinds.en[o.kind],
    parent_id: parent?.upper.id ?? null,
    area_id: facts.katottg,
    description: facts.purpose,
    founding_date: facts.registeredOn,
    dissolution_date: dissolved?.validFrom?.toString() ?? null,
    contact_details: o.contacts.map((c) => ({ type: MEDIA[c.kind], value: c.value, note: c.note })),
    links: [{ url: baseUrl + organisationPath(o.id) }],
    memberships: o.officers.map((officer) => popoloMembership(o, officer)),
    updated_at: o.updatedAt.toString(),
    sources: [{ url: `${baseUrl}/api/v1/organisations/${o.id}` }],
  }
}

/** A post held, not a membership in the sense of a party: members are kept nowhere. */
function popoloMembership(o: PublicOrganisation, officer: Officer) {
  return {
    id: officer.id,
    label: `${officer.post}, ${o.facts.name}`,
    role: officer.post,
    person: { name: officer.name },
    organization_id: o.id,
    start_date: officer.from?.toString() ?? null,
    end_date: officer.until?.toString() ?? null,
  }
}
