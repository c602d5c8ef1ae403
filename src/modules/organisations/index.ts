/** What other modules may know of organisations and ask of them. */

export { acceptProposal } from './actions/decide.ts'
export { attachDocument, detachDocument } from './actions/documents.ts'
export { proposeChange } from './actions/propose.ts'
export { organisationReferences } from './actions/references.ts'
export { markVerified } from './actions/verified.ts'
export { withdrawProposal } from './actions/withdraw.ts'
export { organisationMerged, organisationUnmerged, proposalSettled } from './events/happened.ts'
export { type OrganisationSection, organisationSections, type SectionItem } from './events/sections.ts'
export { searchForm, searchText, searchWords } from './rules/name.ts'
export { districtAt } from './rules/outline.ts'
export { organisationPath } from './rules/path.ts'
export { documentsOf } from './store/documents.ts'
export {
  contactEmails,
  countsByKind,
  findOrganisations,
  organisationById,
  organisationsByIds,
} from './store/lines.ts'
export { confessions, directions, districts } from './store/lists.ts'
export { officersOf, officersOn } from './store/officers.ts'
export { kindName, kindNamePlural, organisationLabel } from './texts/names.ts'
export {
  type BodyKind,
  type Change,
  type Contact,
  type District,
  DOCUMENT_KINDS,
  type DocumentId,
  type DocumentKind,
  type Field,
  KIND_ORDER,
  type ListEntry,
  type NewProposal,
  type Officer,
  ORGANISATION_KINDS,
  type OrganisationDocument,
  type OrganisationId,
  type OrganisationKind,
  type OrganisationLine,
  type OrganisationState,
  type Outline,
  type ProposalId,
  type Ring,
  type Source,
} from './types.ts'
