/** In a demonstration a visitor sits down in the chair of a representative. In the database of a city none of this exists. */
import { NotFound } from '../../../kernel/errors.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { ensurePerson } from '../store/people.ts'
import type { OpenedSession } from '../store/sessions.ts'
import type { CabinetPerson } from '../types.ts'
import { enter, type Visit } from './entry.ts'

export const DEMO_EMAIL = 'representative@demo.invalid'
export const DEMO_NAME = 'Олена Вигадана'

/** The invented representative whose chair a visitor takes. */
export function demoRepresentative(tx: Tx): Promise<CabinetPerson> {
  return ensurePerson(tx.db, { email: DEMO_EMAIL, name: DEMO_NAME, locale: 'uk', now: tx.now })
}

export async function takeDemoChair(ctx: Context, visit: Visit): Promise<OpenedSession> {
  if (!visit.house.demonstration) throw new NotFound('demonstration')
  return transact(ctx, async (tx) => {
    const person = await demoRepresentative(tx)
    return enter(tx, visit, { ...person, locale: visit.locale }, 'demonstration')
  })
}
