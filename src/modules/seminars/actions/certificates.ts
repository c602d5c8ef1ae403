/** Invitations of all branches, certificates, the time of elections. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { randomOctets } from '../../../platform/random.ts'
import { readSetting, writeSetting } from '../../../platform/settings.ts'
import {
  type CityEvent,
  type EventId,
  type EvidenceDetails,
  type Invited,
  invitationsOf,
  inviteOrganisations,
  listParticipants,
  type Sender,
} from '../../events/index.ts'
import { findOrganisations } from '../../organisations/index.ts'
import { maySetElections } from '../policy.ts'
import { certificateNumber } from '../rules/certificate.ts'
import * as store from '../store/certificates.ts'
import type { Reader } from '../store/tests.ts'
import { texts } from '../texts/index.ts'
import type { BranchInvited, CertificateId, Election } from '../types.ts'
import { seminarOf } from './tests.ts'

/** More branches than any city has. */
const MOST_BRANCHES = 2_000
const MOST_PEOPLE = 5_000

const subject = (id: EventId) => ({ type: 'event', id })

/** Every registered branch of the city with its invitation, in the order of the alphabet. */
export async function branchesOf(db: Reader, id: EventId): Promise<BranchInvited[]> {
  const [branches, invitations] = [
    await findOrganisations(db, { kinds: ['partyBranch'], limit: MOST_BRANCHES, active: true }),
    await invitationsOf(db, id),
  ]
  const byId = new Map(invitations.map((i) => [i.organisationId, i]))
  return branches.map((branch) => ({ branch, invitation: byId.get(branch.id) ?? null }))
}

/** All at once and by one letter: nobody is chosen, nobody is left out. */
export function inviteBranches(ctx: Context, sender: Sender, id: EventId): Promise<Invited> {
  return transact(ctx, async (tx) => {
    await seminarOf(tx, id, 'seminar.invite')
    const missing = (await branchesOf(tx.db, id)).filter((b) => b.invitation === null)
    if (missing.length === 0) accept(refuse('all_invited'))
    return inviteOrganisations(
      tx,
      sender,
      id,
      missing.map((b) => b.branch.id),
    )
  })
}

/** To people of the list who came; each once. @returns how many are new */
export function issueCertificates(
  ctx: Context,
  id: EventId,
  input: { readonly people: readonly string[]; readonly consent: boolean },
): Promise<number> {
  return transact(ctx, async (tx) => {
    await seminarOf(tx, id, 'certificate.issue')
    const { rows } = await listParticipants(tx.db, id, { state: 'in' }, '', MOST_PEOPLE)
    const came = rows.filter(
      (p) => input.people.includes(p.id) && p.checkedInAt !== null && p.erasedAt === null,
    )
    if (came.length === 0) accept(refuse('nobody_chosen', {}, 'people'))
    const known = new Set((await store.certificatesOf(tx.db, id)).map((c) => c.name))
    const fresh = came.filter((p, i) => !known.has(p.name) && came.findIndex((o) => o.name === p.name) === i)
    const by = tx.actor.kind === 'staff' ? tx.actor.name : ''
    for (const person of fresh)
      await store.insertCertificate(
        tx,
        {
          number: certificateNumber(tx.today.year, randomOctets(10)),
          eventId: id,
          name: person.name,
          organisationId: person.organisationId,
          consent: input.consent,
        },
        by,
      )
    audit(tx, 'certificate.issue', subject(id), { after: { issued: fresh.length, consent: input.consent } })
    return fresh.length
  })
}

export function revokeCertificate(
  ctx: Context,
  id: EventId,
  certificateId: CertificateId,
  reason: string,
): Promise<void> {
  return transact(ctx, async (tx) => {
    await seminarOf(tx, id, 'certificate.revoke')
    const one = found(
      (await store.certificatesOf(tx.db, id)).find((c) => c.id === certificateId),
      'certificate',
    )
    if (one.revokedOn !== null) accept(refuse('revoked_already'))
    await store.revokeCertificate(tx, certificateId, reason)
    audit(tx, 'certificate.revoke', subject(id), { before: { number: one.number }, reason })
  })
}

export function setElections(ctx: Context, election: Election | null): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(maySetElections(tx.actor), 'seminar.elections')
    const before = await readSetting(tx.db, 'seminars.elections')
    await writeSetting(tx, 'seminars.elections', election)
    audit(tx, 'seminar.elections', { type: 'setting', id: 'seminars.elections' }, { before, after: election })
  })
}

export async function electionOf(db: Reader): Promise<Election | null> {
  return readSetting(db, 'seminars.elections')
}

/** What the evidence of the event says. */
export async function evidenceOf(tx: Tx, event: CityEvent): Promise<EvidenceDetails> {
  const certificates = (await store.certificatesOf(tx.db, event.id)).filter((c) => c.revokedOn === null)
  const branches = event.kind === 'partySeminar' ? await branchesOf(tx.db, event.id) : []
  const invited = branches.filter((b) => b.invitation !== null).length
  const told = [
    branches.length > 0 && texts.uk.evidence.invited(invited, branches.length),
    certificates.length > 0 && texts.uk.evidence.certificates(certificates.length),
  ].filter((one) => one !== false)
  return told.length === 0 ? {} : { result: told.join(' ') }
}
