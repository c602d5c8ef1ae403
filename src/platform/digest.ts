/** What any module gives to the weekly letter of those who follow organisations. */
import type { Temporal } from '../kernel/civil-date.ts'
import type { Bilingual } from '../kernel/texts.ts'
import type { Db, DbTransaction } from './db.ts'
import { extensionPoint } from './extension.ts'

export type DigestItem = {
  /** Of the public page, without the language. */
  readonly path: string
  readonly title: Bilingual<string>
  /** One short line; empty for none. */
  readonly text: Bilingual<string>
  readonly at: Temporal.Instant
  /** Whose it is and who took part, by whom it may be followed. */
  readonly organisations: readonly string[]
  /** Kinds of those organisations. */
  readonly kinds: readonly string[]
  /** Directions of work, by their ids. */
  readonly directions: readonly string[]
}

export type DigestSource = {
  /** The heading of its part of the letter: «Новини», «Події». */
  readonly title: Bilingual<string>
  /** Lower comes first. */
  readonly order: number
  /**
   * What became public from `since` on and before `until`, once: never again when it is only changed.
   * Public facts only.
   */
  readonly items: (
    db: Db | DbTransaction,
    since: Temporal.Instant,
    until: Temporal.Instant,
  ) => Promise<readonly DigestItem[]>
}

/** In a manifest: `adds: [digestSources.with({ title, order, items })]`. */
export const digestSources = extensionPoint<DigestSource>('digest.sources')
