/** What happens to organisations and what other modules may follow in the same transaction. */
import { defineEvent } from '../../../platform/event.ts'
import type { MergeId, OrganisationId } from '../types.ts'

/**
 * `gone` turned out to be `kept`. Whoever holds references moves them by `organisationReferences`, or otherwise remembers
 * under `merge` which ones, so that `organisationUnmerged` can bring them back. References that stay at `gone` are not lost: reads by
 * `organisationsByIds` give the line of `gone`, whose page leads to `kept`.
 */
export const organisationMerged = defineEvent<{
  readonly merge: MergeId
  readonly kept: OrganisationId
  readonly gone: OrganisationId
}>('organisation.merged')

export const organisationUnmerged = defineEvent<{
  readonly merge: MergeId
  readonly kept: OrganisationId
  readonly gone: OrganisationId
}>('organisation.unmerged')

/** A proposal came to its end: each value accepted or refused. */
export const proposalSettled = defineEvent<{
  readonly proposal: string
  readonly source: { readonly kind: string; readonly ref: string | null }
  readonly organisationId: OrganisationId | null
  readonly accepted: number
  readonly refused: number
}>('organisation.proposalSettled')
