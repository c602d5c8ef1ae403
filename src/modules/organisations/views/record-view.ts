/** What the record page of an organisation shows, and the forms that it holds. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Html } from '../../../kernel/html.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { BodyNotice } from '../rules/body.ts'
import type { MergeLine } from '../store/merges.ts'
import type { ProposalLine } from '../store/proposals.ts'
import type {
  Contact,
  Facts,
  FieldValue,
  ListEntry,
  Names,
  Officer,
  OrganisationDocument,
  OrganisationId,
  OrganisationKind,
  OrganisationLine,
  Tie,
} from '../types.ts'

/** The forms of the page; what was sent and refused is drawn again in its place. */
export type RecordForm = 'officer' | 'contact' | 'tie' | 'document' | 'verify'
export type Sent = { readonly name: RecordForm; readonly state: FormState } | null

export type OfficeOrganisation = {
  readonly id: OrganisationId
  readonly kind: OrganisationKind
  readonly facts: Facts
  readonly verifiedOn: CivilDate | null
  readonly verifiedBy: string | null
  readonly values: readonly FieldValue[]
  readonly officers: readonly Officer[]
  readonly contacts: readonly Contact[]
  readonly documents: readonly OrganisationDocument[]
  readonly ties: readonly Tie[]
  readonly directions: readonly ListEntry[]
  readonly names: Names
  readonly mergedInto: OrganisationLine | null
  readonly merges: readonly MergeLine[]
  readonly similar: readonly OrganisationLine[]
  readonly proposals: readonly ProposalLine[]
  readonly notices: readonly BodyNotice[]
  readonly history: Html
}

export type RecordView = {
  readonly organisation: OfficeOrganisation
  readonly keeps: boolean
  readonly done: Html | false
  readonly sent: Sent
  /** What the search for a related organisation found. */
  readonly found: { readonly text: string; readonly lines: readonly OrganisationLine[] }
}

export function stateOf(view: Pick<RecordView, 'sent'>, name: RecordForm): FormState {
  return view.sent?.name === name ? view.sent.state : { values: {}, errors: [] }
}
