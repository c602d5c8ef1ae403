/** After the event: photos, recommendations and their fate, what visitors thought. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { setFileAccess, storeFile } from '../../../platform/files.ts'
import { mayDecideRecommendation } from '../policy.ts'
import { stepRecommendation } from '../rules/closing.ts'
import { lockEvent } from '../store/events.ts'
import * as store from '../store/results.ts'
import type {
  Feedback,
  Photo,
  Recommendation,
  RecommendationId,
  RecommendationState,
} from '../types/results.ts'
import type { EventId } from '../types.ts'
import { kept } from './parts.ts'
import { smallerPicture } from './pictures.ts'

const subject = (id: EventId) => ({ type: 'event', id })

/** Smaller, without what a camera writes into it: place, device, hour. Who is on it has agreed. */
export function addPhoto(
  ctx: Context,
  id: EventId,
  photo: {
    readonly file: { readonly name: string; readonly bytes: Uint8Array }
    readonly alt: string
    readonly author: string | null
    readonly consent: boolean
  },
): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'event.photo')
    if (!photo.consent) accept(refuse('consent_needed', {}, 'consent'))
    if (photo.file.bytes.length === 0) accept(refuse('file_empty', {}, 'photo'))
    const { bytes, mediaType, ending, width, height } = accept(await smallerPicture(photo.file.bytes))
    const file = await storeFile(tx, { name: `photo${ending}`, mediaType, bytes, access: 'public' })
    await store.insertPhoto(tx.db, id, {
      fileId: file.id,
      alt: photo.alt,
      author: photo.author,
      width,
      height,
    })
    audit(tx, 'event.photo', subject(id), { after: { alt: photo.alt } })
  })
}

export function removePhoto(ctx: Context, id: EventId, photoId: Photo['id']): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'event.photo')
    const fileId = await store.deletePhoto(tx.db, id, photoId)
    if (fileId) await setFileAccess(tx, [fileId], 'office')
    audit(tx, 'event.photo.remove', subject(id))
  })
}

export function recommend(
  ctx: Context,
  id: EventId,
  one: Pick<Recommendation, 'text' | 'addressee' | 'unitId' | 'organisationId' | 'due'>,
): Promise<RecommendationId> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'event.recommend')
    const recommendationId = await store.insertRecommendation(tx.db, id, one)
    audit(tx, 'event.recommend', subject(id), { after: { text: one.text, addressee: one.addressee } })
    return recommendationId
  })
}

/** Also after the event is closed: a recommendation outlives it. */
export function decideRecommendation(
  ctx: Context,
  id: RecommendationId,
  next: RecommendationState,
  reason: string | null,
): Promise<void> {
  return transact(ctx, async (tx) => {
    const before = found(await store.lockRecommendation(tx.db, id), 'recommendation')
    const event = found(await lockEvent(tx.db, before.eventId), 'event')
    permit(
      mayDecideRecommendation(tx.actor, { unitId: before.unitId, eventUnitId: event.unitId }),
      'event.recommend',
    )
    const state = accept(stepRecommendation(before.state, next, reason))
    await store.saveRecommendation(tx, id, state, reason)
    audit(tx, 'event.recommendation', subject(event.id), {
      before: { state: before.state },
      after: { state },
      ...(reason === null ? {} : { reason }),
    })
  })
}

export function giveFeedback(
  ctx: Context,
  id: EventId,
  feedback: Pick<Feedback, 'rating' | 'good' | 'better'>,
): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = found(await lockEvent(tx.db, id), 'event')
    if (!event.feedbackOpen || (event.state !== 'held' && event.state !== 'summedUp'))
      accept(refuse('feedback_closed'))
    await store.insertFeedback(tx, id, feedback)
    audit(tx, 'event.feedback', { type: 'feedback', id }, { after: { rating: feedback.rating } })
  })
}
