/** Those who follow organisations by e-mail. */
import type { Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'

export type FollowerId = Id<'follower'>

export const SELECTOR_KINDS = ['all', 'organisation', 'kind', 'direction'] as const
export type SelectorKind = (typeof SELECTOR_KINDS)[number]

/** What somebody follows. The value of `all` is empty. */
export type Selector = { readonly kind: SelectorKind; readonly value: string }

export type Follower = {
  readonly id: FollowerId
  readonly email: string
  readonly locale: Locale
  readonly confirmedAt: Temporal.Instant | null
  /** The next letter has what became public from here on. */
  readonly cursor: Temporal.Instant | null
}
