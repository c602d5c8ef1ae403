/**
 * Links of a follower: made anew from the installation's key for each letter, so that nothing but their hashes is kept.
 * The one under each letter changes what is followed and leaves; the other confirms.
 */
import { hashSecret, sign } from '../../platform/random.ts'
import type { FollowerId } from './types.ts'

/** Purpose of the key: `house.keyFor(KEY)`. */
export const KEY = 'following.links'

export function secretOf(key: Buffer, id: FollowerId): string {
  return sign(key, `own ${id}`)
}

export function confirmOf(key: Buffer, id: FollowerId): string {
  return sign(key, `confirm ${id}`)
}

export function hashesOf(key: Buffer, id: FollowerId) {
  return { secret_hash: hashSecret(secretOf(key, id)), confirm_hash: hashSecret(confirmOf(key, id)) }
}
