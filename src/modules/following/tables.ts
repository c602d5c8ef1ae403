/** Row types of following. */
import type { Generated } from 'kysely'
import type { Temporal } from '../../kernel/civil-date.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { FollowerId, SelectorKind } from './types.ts'

export type FollowingTables = {
  followers: {
    id: FollowerId
    email: string
    locale: Locale
    secret_hash: string
    confirm_hash: string
    asked_at: Temporal.Instant
    confirmed_at: Temporal.Instant | null
    cursor_at: Temporal.Instant | null
  }
  follow_selectors: {
    follower_id: FollowerId
    kind: SelectorKind
    value: string
    confirmed: boolean
    moved_by: Generated<string | null>
  }
}
