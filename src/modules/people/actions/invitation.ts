/** The two links by which a person comes in for the first time, or again after forgetting. */
import { Refused } from '../../../kernel/errors.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { hashSecret } from '../../../platform/random.ts'
import { checkPassphrase } from '../rules/passphrase.ts'
import * as accounts from '../store/accounts.ts'
import { readChallenge, takeChallenge } from '../store/challenges.ts'
import * as invitations from '../store/invitations.ts'
import { endSessionsOf } from '../store/sessions.ts'
import { administratorExists, insertStaff, saveGrants, saveState, staffByEmail } from '../store/staff.ts'
import type { Account, StaffId } from '../types.ts'
import { hashPassphrase } from './credentials/passphrase.ts'
import { as, type Door, type Entered, enter, nextStep, refused } from './door.ts'

/** Words that whoever tries to guess this person's passphrase tries first. */
export function expectedWords(
  house: House,
  person: { readonly name: string; readonly email: string },
): readonly string[] {
  const { name, council, councilGenitive } = house.city
  return [name.uk, name.en, council.uk, council.en, councilGenitive, person.name, person.email]
}

/** Checks and keeps a new passphrase. Sessions opened by the old one end. */
export async function keepPassphrase(
  tx: Tx,
  house: House,
  person: { readonly id: StaffId; readonly name: string; readonly email: string },
  passphrase: string,
  except: string | null,
): Promise<void> {
  const refusals = checkPassphrase(passphrase, expectedWords(house, person))
  if (refusals.length > 0) throw new Refused(refusals)
  await accounts.savePassphrase(tx.db, person.id, await hashPassphrase(passphrase))
  const ended = await endSessionsOf(tx.db, person.id, except)
  audit(tx, 'passphrase.set', { type: 'staff', id: person.id }, { after: { sessionsEnded: ended } })
}

/** Whom the link invites; undefined for one that is unknown, used or too old, which all look the same. */
export function invitedPerson(ctx: Context, key: string): Promise<Account | undefined> {
  return invitations.invitedBy(ctx.db, hashSecret(key), ctx.now)
}

export async function acceptInvitation(
  ctx: Context,
  door: Door,
  input: { readonly key: string; readonly passphrase: string },
): Promise<Entered> {
  const invited = await invitedPerson(ctx, input.key)
  if (!invited) throw refused(refuse('link_invalid'))
  return transact(as(ctx, invited), async (tx) => {
    const account = await accounts.lockAccount(tx.db, invited.id)
    if (!account || account.state === 'suspended') throw refused(refuse('link_invalid'))
    if (!(await invitations.useInvitation(tx.db, hashSecret(input.key), tx.now)))
      throw refused(refuse('link_invalid'))
    await keepPassphrase(tx, door.house, account, input.passphrase, null)
    if (account.state === 'invited') {
      await saveState(tx.db, account.id, 'active')
      audit(tx, 'staff.join', { type: 'staff', id: account.id })
    }
    const session = await enter(tx, door, account, false, 'invitation')
    return { session, step: nextStep(account) }
  })
}

export async function isFirstLink(ctx: Context, key: string): Promise<boolean> {
  return (
    (await readChallenge(ctx.db, 'welcome', hashSecret(key), ctx.now)) !== null &&
    !(await administratorExists(ctx.db))
  )
}

/** Makes the first administrator. The link is used up; of two who use it at once one comes in. */
export async function becomeFirstAdministrator(
  ctx: Context,
  door: Door,
  input: { readonly key: string; readonly name: string; readonly email: string; readonly passphrase: string },
): Promise<Entered> {
  return transact({ ...ctx, actor: { kind: 'system', job: 'welcome' } }, async (tx) => {
    if ((await takeChallenge(tx.db, 'welcome', hashSecret(input.key), tx.now)) === null)
      throw refused(refuse('link_invalid'))
    if (await administratorExists(tx.db)) throw refused(refuse('link_invalid'))
    if (await staffByEmail(tx.db, input.email, tx.now))
      throw new Refused([refuse('email_taken', undefined, 'email')])
    const id = await insertStaff(tx.db, {
      email: input.email,
      name: input.name,
      position: null,
      state: 'active',
      now: tx.now,
    })
    await saveGrants(tx.db, id, [{ role: 'administrator', unitId: null }])
    audit(
      tx,
      'staff.create',
      { type: 'staff', id },
      { after: { email: input.email, roles: ['administrator'] } },
    )
    await keepPassphrase(tx, door.house, { id, ...input }, input.passphrase, null)
    const session = await enter(tx, door, { id, locale: door.locale }, false, 'welcome')
    return { session, step: 'setUp' }
  })
}
