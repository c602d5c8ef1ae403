/** What modules above programmes follow. */
import { defineEvent } from '../../platform/event.ts'
import type { DraftId, EditionId, ProgrammeId } from './types.ts'

/** An edition came into force: by acceptance of a programme (no previous one) or by an amendment. */
export const editionInForce = defineEvent<{
  readonly programmeId: ProgrammeId
  readonly editionId: EditionId
  readonly previousEditionId: EditionId | null
}>('programmes.editionInForce')

/** A new programme or an amendment is being prepared: not a text of what was adopted already. */
export const draftPrepared = defineEvent<{
  readonly draftId: DraftId
  readonly kind: 'new' | 'amendment'
  readonly title: string
}>('programmes.draftPrepared')
