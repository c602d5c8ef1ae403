/** What the house and other modules may know of departments and staff. */
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import type { Html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Db } from '../../platform/db.ts'
import type { Visitor } from '../../platform/http/server.ts'

export async function visitorOf(_db: Db, _cookie: string): Promise<Visitor | null> {
  return null
}
export async function bearerOf(_db: Db, _token: string): Promise<Actor | null> {
  return ANONYMOUS
}
export function demoSwitch(_locale: Locale, _actor: Actor): Html | null {
  return null
}
