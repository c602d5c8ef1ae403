import type { OrganisationId } from '../types.ts'

/** The public page, without the language. */
export function organisationPath(id: OrganisationId): string {
  return `/organisations/${id}`
}
