/**
 * Something that happened in a module and that modules above must follow in the same transaction.
 * A plain call cannot go upwards; a follower named in a manifest can, and can be found by searching for the event.
 */
import type { Tx } from './context.ts'

export type Follower<Payload> = (tx: Tx, payload: Payload) => Promise<void>

export type Event<Payload> = {
  readonly name: string
  happened(tx: Tx, payload: Payload): Promise<void>
  /** For a manifest: `follows: [editionInForce.with(renewDuties)]`. */
  with(follower: Follower<Payload>): Follows
}

export type Follows = { readonly event: string /** Called once, by the composition root. */; attach(): void }

export function defineEvent<Payload>(name: string): Event<Payload> {
  const followers = new Set<Follower<Payload>>()
  return {
    name,
    async happened(tx, payload) {
      for (const follower of followers) await follower(tx, payload)
    },
    with: (follower) => ({ event: name, attach: () => followers.add(follower) }),
  }
}
