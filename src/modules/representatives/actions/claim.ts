/** From a claim to its check: claimed by anyone, confirmed by the letter, sent again after it was returned. */
import { found, permit, Refused } from '../../../kernel/errors.ts'
import { countedAddress } from '../../../kernel/net-address.ts'
import { accept, isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { inspectFile, storeFile } from '../../../platform/files.ts'
import type { House } from '../../../platform/house.ts'
import { countAsking } from '../../../platform/limit.ts'
import { hold } from '../../../platform/mail.ts'
import { newId } from '../../../platform/random.ts'
import { readSetting } from '../../../platform/settings.ts'
import type { FileId } from '../../../platform/tables.ts'
import { organisationById, organisationLabel } from '../../organisations/index.ts'
import { isOwn, mayInvite } from '../policy.ts'
import { step, trustedTerm } from '../rules/delegation.ts'
import { CLAIMS, CONFIRM_DAYS } from '../rules/session.ts'
import * as store from '../store/delegations.ts'
import { ensurePerson, personById } from '../store/people.ts'
import { makeKey, type OpenedSession, readKey, takeKey } from '../store/sessions.ts'
import { confirmLetter, invitationLetter } from '../texts/letters.ts'
import type { CabinetPerson, Delegation, DelegationId, OrganisationId } from '../types.ts'
import { as, enter, type Visit } from './entry.ts'

export const CONFIRM_KIND = 'representative.confirm'
export const INVITATION_KIND = 'representative.invitation'

export type Attached = { readonly name: string; readonly bytes: Uint8Array }
type Written = { readonly name: string; readonly post: string }

/** What the letter of delegation must be: a file where it is uploaded, none where the paper will be shown. */
function letterOf(basis: 'letter' | 'paper', files: readonly Attached[]) {
  const [file] = files
  if (basis === 'paper') return null
  if (!file) return refuse('letter_missing', undefined, 'letter')
  const kind = inspectFile(file.name, file.bytes)
  return isRefusal(kind) ? { ...kind, field: 'letter' } : { ...file, mediaType: kind.mediaType }
}

async function keepLetter(
  tx: Tx,
  letter: Exclude<ReturnType<typeof letterOf>, Refusal>,
): Promise<FileId | null> {
  if (letter === null) return null
  return (await storeFile(tx, { ...letter, access: 'office' })).id
}

async function openOrganisation(tx: Tx, id: OrganisationId) {
  const organisation = found(await organisationById(tx.db, id), 'organisation')
  if (organisation.state === 'terminated') throw new Refused([refuse('organisation_wound_up')])
  return organisation
}

/** Anyone claims; nothing is true before the e-mail is confirmed and a clerk has looked. */
export async function claimOrganisation(
  ctx: Context,
  visit: Visit,
  input: Written & {
    readonly organisationId: OrganisationId
    readonly email: string
    readonly basis: 'letter' | 'paper'
    readonly files: readonly Attached[]
  },
): Promise<void> {
  const letter = accept(letterOf(input.basis, input.files))
  const minutes = await transact(ctx, async (tx) => {
    const organisation = await openOrganisation(tx, input.organisationId)
    const wait = await countAsking(tx, visit.house, [
      { purpose: 'representative.claim/email', of: input.email, ...CLAIMS.email },
      { purpose: 'representative.claim/address', of: countedAddress(visit.address), ...CLAIMS.address },
    ])
    if (wait > 0) return wait
    const id = newId<'delegation'>()
    const { organisationId, email, name, post, basis } = input
    await store.insertClaim(tx, {
      id,
      organisationId,
      email,
      name,
      post,
      basis,
      fileId: await keepLetter(tx, letter),
      invitedBy: null,
      locale: visit.locale,
    })
    const link = await confirmLink(tx, visit.house, id)
    const label = organisationLabel(organisation, visit.locale)
    const text = confirmLetter(visit.locale, {
      city: visit.house.city,
      link,
      days: CONFIRM_DAYS,
      organisation: label,
    })
    await hold(tx, {
      kind: CONFIRM_KIND,
      title: text.subject,
      messages: [{ dedupeKey: `${CONFIRM_KIND}/${id}`, to: email, name, ...text }],
    })
    audit(tx, 'delegation.claim', { type: 'delegation', id }, { after: { organisationId, basis } })
    return 0
  })
  if (minutes > 0) throw new Refused([refuse('too_many', { minutes })])
}

async function confirmLink(tx: Tx, house: Pick<House, 'baseUrl'>, id: DelegationId): Promise<string> {
  const until = tx.now.add({ hours: 24 * CONFIRM_DAYS })
  const { secret } = await makeKey(tx.db, { kind: 'confirm', delegationId: id }, until)
  return `${house.baseUrl}/cabinet/confirm?key=${secret}`
}

/** A colleague of one who speaks already. They confirm by the letter; then a clerk looks, or the city trusts. */
export async function inviteColleague(
  ctx: Context,
  house: Pick<House, 'baseUrl' | 'city'>,
  input: Written & { readonly organisationId: OrganisationId; readonly email: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    permit(mayInvite(tx.actor, input.organisationId), 'delegation.invite')
    const { actor } = tx
    if (actor.kind !== 'representative') return
    const organisation = await openOrganisation(tx, input.organisationId)
    const known = await store.delegationsOfOrganisation(tx.db, input.organisationId)
    const there = known.some((d) => d.email === input.email && !['ended', 'withdrawn'].includes(d.state))
    if (there) throw new Refused([refuse('already_there', undefined, 'email')])
    const id = newId<'delegation'>()
    const person = found(await personById(tx.db, actor.id), 'representative')
    await store.insertClaim(tx, {
      id,
      ...input,
      basis: 'invitation',
      fileId: null,
      invitedBy: actor.id,
      locale: person.locale,
    })
    const text = invitationLetter(person.locale, {
      city: house.city,
      link: await confirmLink(tx, house, id),
      days: CONFIRM_DAYS,
      organisation: organisationLabel(organisation, person.locale),
      by: actor.name,
    })
    await hold(tx, {
      kind: INVITATION_KIND,
      title: text.subject,
      messages: [{ dedupeKey: `${INVITATION_KIND}/${id}`, to: input.email, name: input.name, ...text }],
    })
    const { organisationId } = input
    audit(tx, 'delegation.invite', { type: 'delegation', id }, { after: { organisationId } })
  })
}

/** What the link of a letter confirms; null for one that is unknown, used or too old. */
export async function claimOfLink(ctx: Context, secret: string): Promise<Delegation | null> {
  const key = await readKey(ctx.db, 'confirm', secret, ctx.now)
  return key?.delegationId ? store.delegationById(ctx.db, key.delegationId) : null
}

/**
 * The e-mail is the person's. Who speaks for nobody yet is let in at once; whoever has rights already signs in by a
 * link that lives for minutes, not by one that lay in the mail for days.
 */
export async function confirmClaim(
  ctx: Context,
  visit: Visit,
  secret: string,
): Promise<{ readonly session: OpenedSession | null }> {
  return transact(ctx, async (tx) => {
    const key = await takeKey(tx.db, 'confirm', secret, tx.now)
    const claim = key?.delegationId ? await store.lockDelegation(tx.db, key.delegationId) : null
    if (!claim) throw new Refused([refuse('link_invalid')])
    const state = accept(step(claim.state, 'confirm'))
    const { email, name, locale } = claim
    const person = await ensurePerson(tx.db, { email, name, locale, now: tx.now })
    const before = await store.delegationsOfPerson(tx.db, person.id)
    if (await store.liveDelegation(tx.db, claim.organisationId, person.id))
      throw new Refused([refuse('already_claimed')])
    await store.saveDelegation(tx, claim.id, {
      state,
      representativeId: person.id,
      confirmedAt: tx.now,
    })
    const subject = { type: 'delegation', id: claim.id }
    audit(as(tx, person), 'delegation.confirm', subject, { before: claim.state, after: state })
    await trust(tx, claim, person)
    const rights = before.some((d) => d.state === 'active')
    return { session: rights ? null : await enter(tx, visit, person, 'confirmation') }
  })
}

/** Where the city trusts those who speak already, the colleague speaks at once, until the inviter's own last day. */
async function trust(tx: Tx, claim: Delegation, person: CabinetPerson): Promise<void> {
  const settings = await readSetting(tx.db, 'representatives')
  if (!settings?.trustInvitations || claim.basis !== 'invitation' || claim.invitedBy === null) return
  const inviter = await store.liveDelegation(tx.db, claim.organisationId, claim.invitedBy)
  const term = inviter && trustedTerm(inviter, tx.today)
  if (!inviter || !term) return
  await store.saveDelegation(tx, claim.id, { state: 'active', ...term, decidedBy: inviter.name })
  audit(
    as(tx, person),
    'delegation.trust',
    { type: 'delegation', id: claim.id },
    { after: { state: 'active', invitedBy: claim.invitedBy, to: term.to.toString() } },
  )
}

/** After it was returned: with another letter, another post. */
export async function resubmitClaim(
  ctx: Context,
  input: {
    readonly id: DelegationId
    readonly post: string
    readonly basis: 'letter' | 'paper'
    readonly files: readonly Attached[]
  },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const claim = found(await store.lockDelegation(tx.db, input.id), 'delegation')
    // Whose it is not may not know that there is one.
    found(isOwn(tx.actor, claim) || null, 'delegation')
    const state = accept(step(claim.state, 'resubmit'))
    // A letter that is there already need not be sent twice.
    const same = input.basis === 'letter' && claim.fileId !== null && input.files.length === 0
    const fileId = same ? claim.fileId : await keepLetter(tx, accept(letterOf(input.basis, input.files)))
    await store.saveDelegation(tx, claim.id, {
      state,
      post: input.post,
      basis: input.basis,
      fileId,
      reason: null,
    })
    audit(
      tx,
      'delegation.resubmit',
      { type: 'delegation', id: claim.id },
      { before: claim.state, after: { state, post: input.post, basis: input.basis } },
    )
  })
}
