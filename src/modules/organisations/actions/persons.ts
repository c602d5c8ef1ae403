/** On a person's request: what is kept of them, and its removal; and what is forgotten by the calendar. */
import { permit, Refused } from '../../../kernel/errors.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { readSetting, writeSetting } from '../../../platform/settings.ts'
import { mayKeep } from '../policy.ts'
import { isWholeName, RETENTION, type Retention } from '../rules/person.ts'
import { deleteOldConsents } from '../store/contacts.ts'
import { touch } from '../store/organisations.ts'
import * as store from '../store/persons.ts'
import { nameOf } from './who.ts'

/** What the registry keeps of somebody of this name; that it was given out is recorded, without the name. */
export function exportPerson(
  ctx: Context,
  input: { readonly name: string; readonly ground: string },
): Promise<readonly store.KeptOfPerson[]> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.exportPerson')
    if (!isWholeName(input.name)) throw new Refused([refuse('person_short', undefined, 'name')])
    const kept = await store.keptOf(tx.db, input.name)
    const request = { kind: 'export', ground: input.ground, found: kept.length, changed: 0 } as const
    const id = await store.insertRequest(tx, request, nameOf(tx.actor))
    audit(
      tx,
      'organisation.exportPerson',
      { type: 'personRequest', id },
      { after: { found: kept.length }, reason: input.ground },
    )
    return kept
  })
}

/** The name goes from every place of the registry; posts and dates stay. */
export function erasePerson(
  ctx: Context,
  input: { readonly name: string; readonly ground: string },
): Promise<number> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.erasePerson')
    if (!isWholeName(input.name)) throw new Refused([refuse('person_short', undefined, 'name')])
    const kept = await store.keptOf(tx.db, input.name)
    const rows = await store.eraseRows(tx.db, input.name)
    const changed = kept.length + rows
    if (changed === 0) throw new Refused([refuse('person_nothing', undefined, 'name')])
    const ids = (kind: store.KeptOfPerson['kind']) => kept.filter((k) => k.kind === kind).map((k) => k.id)
    await store.eraseOfficers(tx.db, ids('officer'))
    await store.eraseContacts(tx.db, ids('contact'))
    await store.eraseProposed(tx.db, ids('proposal'))
    const request = { kind: 'erasure', ground: input.ground, found: changed, changed } as const
    const id = await store.insertRequest(tx, request, nameOf(tx.actor))
    for (const organisation of new Set(kept.flatMap((k) => k.organisationId ?? []))) {
      await touch(tx, organisation)
      audit(
        tx,
        'organisation.erasePerson',
        { type: 'organisation', id: organisation },
        { reason: input.ground },
      )
    }
    audit(
      tx,
      'organisation.erasePerson',
      { type: 'personRequest', id },
      { after: { changed }, reason: input.ground },
    )
    return changed
  })
}

export async function retentionOf(ctx: Pick<Context, 'db'>): Promise<Retention> {
  return (await readSetting(ctx.db, 'organisations.retention')) ?? RETENTION
}

export function setRetention(ctx: Context, retention: Retention): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.retention')
    const before = await retentionOf(tx)
    await writeSetting(tx, 'organisations.retention', retention)
    audit(
      tx,
      'organisation.retention',
      { type: 'setting', id: 'organisations.retention' },
      { before, after: retention },
    )
  })
}

/** What has been kept long enough is forgotten. Run twice, it changes nothing more. */
export function forget(ctx: Context): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.forget')
    const { former, consent, proposals, imports } = await retentionOf(tx)
    const contacts = await deleteOldConsents(tx.db, tx.today.subtract({ years: consent }).toString())
    for (const contact of contacts)
      audit(
        tx,
        'organisation.consentWithdraw',
        { type: 'organisation', id: contact.organisation_id },
        { before: { contact: contact.id } },
      )
    const before = (days: number) => tx.now.subtract({ hours: days * 24 })
    const counts = {
      former: await store.forgetFormer(tx.db, tx.today.subtract({ years: former })),
      consent: contacts.length,
      proposals: await store.dropSettled(tx.db, before(proposals * 365)),
      imports: await store.dropRows(tx.db, before(imports)),
    }
    if (Object.values(counts).some((n) => n > 0))
      audit(tx, 'organisation.forget', { type: 'setting', id: 'organisations.retention' }, { after: counts })
  })
}
