/** A demonstration lets a visitor look from any chair. In the database of a city none of this exists. */
import type { Grant, StaffId } from '../../../kernel/actor.ts'
import { found, NotFound } from '../../../kernel/errors.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { DEMO_DOMAIN, type DemoRole } from '../rules/roles.ts'
import type { OpenedSession } from '../store/sessions.ts'
import { demoPerson, insertStaff, saveGrants, staffByEmail } from '../store/staff.ts'
import { as, type Door, enter } from './door.ts'

export async function takeDemoRole(ctx: Context, door: Door, role: DemoRole): Promise<OpenedSession> {
  if (!door.house.demonstration) throw new NotFound('demonstration')
  const person = found(await demoPerson(ctx.db, role), 'demonstration person')
  return transact(as(ctx, person), (tx) =>
    enter(tx, door, { id: person.id, locale: door.locale }, true, 'demonstration'),
  )
}

/** An invented person, for the loader of a demonstration. Asked again for the same mailbox, it changes nothing. */
export async function makeDemoPerson(
  tx: Tx,
  person: {
    /** Before the `@`. */
    readonly mailbox: string
    readonly name: string
    readonly position: string
    readonly grants: readonly Grant[]
  },
): Promise<StaffId> {
  const email = `${person.mailbox}@${DEMO_DOMAIN}`
  const known = await staffByEmail(tx.db, email, tx.now)
  if (known) return known.id
  const { name, position } = person
  const id = await insertStaff(tx.db, { email, name, position, state: 'active', now: tx.now })
  await saveGrants(tx.db, id, person.grants)
  audit(tx, 'staff.create', { type: 'staff', id }, { after: { email, name, grants: person.grants } })
  return id
}
