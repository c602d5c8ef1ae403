/** An organisation as the registry holds it, for tests of modules that stand on it. */
import { insertOrganisation } from '../../src/modules/organisations/actions/keep.ts'
import type { OrganisationId, OrganisationKind } from '../../src/modules/organisations/index.ts'
import { NO_FACTS } from '../../src/modules/organisations/rules/fields.ts'
import { contextOf, transact } from '../../src/platform/context.ts'
import type { Db } from '../../src/platform/db.ts'

export function plantOrganisation(
  db: Db,
  of: {
    readonly name: string
    readonly kind?: OrganisationKind
    readonly state?: 'active' | 'terminated'
    readonly edrpou?: string
  },
): Promise<OrganisationId> {
  return transact(contextOf(db, { kind: 'system', job: 'test' }), (tx) =>
    insertOrganisation(tx, {
      facts: {
        ...NO_FACTS,
        kind: of.kind ?? 'ngo',
        name: of.name,
        state: of.state ?? 'active',
        edrpou: of.edrpou ?? null,
      },
      directions: [],
      source: { kind: 'clerk', ref: null, on: null },
      since: null,
    }),
  )
}
