/** One organisation with everything that everybody may know of it. */
import type { Names, OrganisationId, PublicOrganisation } from '../types.ts'
import { contactsOf } from './contacts.ts'
import { documentsOf } from './documents.ts'
import type { Reader } from './lines.ts'
import { confessions, directionsOf, districts } from './lists.ts'
import { mergesInto } from './merges.ts'
import { officersOf } from './officers.ts'
import { readOrganisation } from './organisations.ts'
import { tiesOf } from './ties.ts'
import { valuesOf } from './values.ts'

/** Where it was merged, the one that it turned out to be. */
export async function readPublic(
  db: Reader,
  id: OrganisationId,
): Promise<PublicOrganisation | { readonly mergedInto: OrganisationId } | null> {
  const organisation = await readOrganisation(db, id)
  if (organisation === null) return null
  if (organisation.mergedInto !== null) return { mergedInto: organisation.mergedInto }
  const [values, officers, contacts, documents, ties, directions, merges, names] = await Promise.all([
    valuesOf(db, id),
    officersOf(db, id),
    contactsOf(db, [id], ['public']),
    documentsOf(db, id, ['public']),
    tiesOf(db, id),
    directionsOf(db, [id]),
    mergesInto(db, id),
    namesOfLists(db),
  ])
  return {
    id,
    kind: organisation.kind,
    facts: organisation.facts,
    verifiedOn: organisation.verifiedOn,
    verifiedBy: organisation.verifiedBy,
    updatedAt: organisation.updatedAt,
    values: values.filter((v) => v.standing !== 'mistaken'),
    officers,
    contacts: contacts.get(id) ?? [],
    documents,
    ties,
    directions: directions.get(id) ?? [],
    merged: merges.map((m) => m.gone),
    names,
  }
}

/** Districts and confessions, by which a value's id becomes a name. */
export async function namesOfLists(db: Reader): Promise<Names> {
  const entries = [...(await districts(db)), ...(await confessions(db))]
  return new Map(entries.map((entry) => [entry.id, entry]))
}
