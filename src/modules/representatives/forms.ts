/** Inputs of this module. */
import { z } from 'zod'
import { checkbox, choice, date, email, line, optionalDate, paragraphs, whole } from '../../kernel/inputs.ts'
import { type FormValues, one } from '../../platform/http/route.ts'
import { DOCUMENT_KINDS, ORGANISATION_KINDS, type OrganisationKind } from '../organisations/index.ts'
import { DELEGATION_STATES, type DelegationState } from './types.ts'

/** The letter of delegation. */
export const LETTER_UPLOAD = { maxBytes: 10 * 1024 * 1024, maxFiles: 1 } as const

export const empty = z.strictObject({})
const next = () => z.string().max(500).optional().default('')
/** A secret of a link of ours. */
const key = () => z.string({ error: 'required' }).regex(/^[\w-]{43}$/, 'invalid')
const basis = () => choice(['letter', 'paper'])

export const signInForm = z.strictObject({ email: email(), next: next() })
export const enterForm = z.strictObject({ key: key(), next: next() })
export const confirmForm = z.strictObject({ key: key() })
export const claimForm = z.strictObject({
  name: line(120),
  email: email(),
  post: line(160),
  basis: basis(),
})
export const resubmitForm = z.strictObject({ post: line(160), basis: basis() })
export const inviteForm = z.strictObject({
  organisation: line(36),
  name: line(120),
  email: email(),
  post: line(160),
})
export const acceptForm = z.strictObject({
  version: whole(1),
  from: date(),
  to: date(),
  paper: line(200),
})
export const returnForm = z.strictObject({ version: whole(1), reason: paragraphs(2_000) })
export const withdrawForm = z.strictObject({ reason: paragraphs(2_000) })
export const settingsForm = z.strictObject({ trustInvitations: checkbox(), months: whole(1, 60) })
export const detailsForm = z.strictObject({ name: line(120), locale: choice(['uk', 'en']) })
export const documentForm = z.strictObject({
  organisation: line(36),
  kind: choice(DOCUMENT_KINDS),
  title: line(200),
  datedOn: optionalDate(),
})
export const removeDocumentForm = z.strictObject({ organisation: line(36), id: line(36) })
export const sessionForm = z.strictObject({ id: line(36) })

export type ListQuery = {
  readonly state: DelegationState | null
  readonly kind: OrganisationKind | null
  readonly text: string
  readonly after: string
}

export function readListQuery(query: FormValues): ListQuery {
  const state = one(query, 'state')
  const kind = one(query, 'kind')
  return {
    state: DELEGATION_STATES.find((s) => s === state && s !== 'unconfirmed') ?? null,
    kind: ORGANISATION_KINDS.find((k) => k === kind) ?? null,
    text: one(query, 'q').slice(0, 100),
    after: one(query, 'after'),
  }
}
