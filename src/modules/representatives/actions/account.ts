/** One's own account in the cabinet: name and language, sessions, the way out for good. */
import { Forbidden, found } from '../../../kernel/errors.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { delegationsOfPerson } from '../store/delegations.ts'
import { closePerson, personById, savePerson } from '../store/people.ts'
import { endKeysOf, endSession, endSessionsOf } from '../store/sessions.ts'
import type { CabinetPerson, RepresentativeId } from '../types.ts'
import { withdrawDelegation } from './decide.ts'

function own(ctx: Context | Tx): RepresentativeId {
  if (ctx.actor.kind !== 'representative') throw new Forbidden('inCabinet')
  return ctx.actor.id
}

export async function ownAccount(ctx: Context): Promise<CabinetPerson> {
  return found(await personById(ctx.db, own(ctx)), 'representative')
}

export async function changeOwnDetails(
  ctx: Context,
  input: { readonly name: string; readonly locale: Locale },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const id = own(tx)
    const before = found(await personById(tx.db, id), 'representative')
    await savePerson(tx.db, id, input)
    const subject = { type: 'representative', id }
    // The record cannot forget, so it never learns the name.
    const after = { renamed: before.name !== input.name, locale: input.locale }
    audit(tx, 'representative.edit', subject, { before: { locale: before.locale }, after })
  })
}

export async function endOneSession(ctx: Context, sessionId: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const id = own(tx)
    found((await endSession(tx.db, id, sessionId)) || null, 'session')
    audit(tx, 'session.end', { type: 'representative', id })
  })
}

export async function endOtherSessions(ctx: Context, keep: string | null): Promise<void> {
  await transact(ctx, async (tx) => {
    const id = own(tx)
    const ended = await endSessionsOf(tx.db, id, keep)
    audit(tx, 'session.endOthers', { type: 'representative', id }, { after: { ended } })
  })
}

/**
 * The person leaves for good: every delegation ends, no way in is left, the address is forgotten. The name stays in
 * the record of what was done for an organisation, as on the letter of delegation.
 */
export async function removeOwnAccount(ctx: Context, house: Pick<House, 'baseUrl' | 'city'>): Promise<void> {
  await transact(ctx, async (tx) => {
    const id = own(tx)
    for (const d of await delegationsOfPerson(tx.db, id))
      if (['submitted', 'returned', 'active'].includes(d.state))
        await withdrawDelegation(tx, house, { id: d.id, reason: null })
    await endSessionsOf(tx.db, id, null)
    await endKeysOf(tx.db, id)
    await closePerson(tx.db, id)
    audit(tx, 'representative.close', { type: 'representative', id })
  })
}
