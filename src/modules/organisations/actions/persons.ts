/** On a person's request: what is kept of them, and its removal; and what is forgotten by the calendar. */
import { permit, Refused } from '../../../kernel/errors.ts'
import { asId } from '../../../kernel/ids.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import {
  type PersonalDataSource,
  type PersonalRecord,
  personalData,
} from '../../../platform/personal-data.ts'
import { readSetting, writeSetting } from '../../../platform/settings.ts'
import { mayKeep } from '../policy.ts'
import { isSamePerson, isWholeName, RETENTION, type Retention } from '../rules/person.ts'
import { deleteOldConsents } from '../store/contacts.ts'
import type { Reader } from '../store/lines.ts'
import { touch } from '../store/organisations.ts'
import * as store from '../store/persons.ts'
import { nameOf } from './who.ts'

export type Found = { readonly source: PersonalDataSource; readonly records: readonly PersonalRecord[] }

/** What every module keeps of somebody of this name. */
export async function findPerson(db: Reader, name: string): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const source of personalData.all())
    found.push({ source, records: await source.find(db, name, (other) => isSamePerson(name, other)) })
  return found.filter((f) => f.records.length > 0)
}

/** All of it for the person; that it was given out is recorded, without the name. */
export function exportPerson(
  ctx: Context,
  input: { readonly name: string; readonly ground: string },
): Promise<readonly Found[]> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.exportPerson')
    if (!isWholeName(input.name)) throw new Refused([refuse('person_short', undefined, 'name')])
    const found = await findPerson(tx.db, input.name)
    const n = found.reduce((sum, f) => sum + f.records.length, 0)
    const request = { kind: 'export', ground: input.ground, found: n, changed: 0 } as const
    const id = await store.insertRequest(tx, request, nameOf(tx.actor))
    audit(
      tx,
      'organisation.exportPerson',
      { type: 'personRequest', id },
      { after: { found: n }, reason: input.ground },
    )
    return found
  })
}

/** The name goes from every place of the house that told of it. */
export function erasePerson(
  ctx: Context,
  input: { readonly name: string; readonly ground: string },
): Promise<number> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.erasePerson')
    if (!isWholeName(input.name)) throw new Refused([refuse('person_short', undefined, 'name')])
    const found = await findPerson(tx.db, input.name)
    const rows = await store.eraseRows(tx.db, input.name)
    const changed = found.reduce((sum, f) => sum + f.records.length, rows)
    if (changed === 0) throw new Refused([refuse('person_nothing', undefined, 'name')])
    for (const { source, records } of found) await source.erase(tx, records, input.ground)
    const request = { kind: 'erasure', ground: input.ground, found: changed, changed } as const
    const id = await store.insertRequest(tx, request, nameOf(tx.actor))
    audit(
      tx,
      'organisation.erasePerson',
      { type: 'personRequest', id },
      { after: { changed }, reason: input.ground },
    )
    return changed
  })
}

/** The registry's own part: posts and dates stay, who led an organisation when is its history; the name goes. */
export const registryPersons: PersonalDataSource = {
  name: 'organisations',
  find: store.recordsOf,
  async erase(tx, records, ground) {
    await store.eraseOfficers(tx.db, store.idsIn(records, 'officer'))
    await store.eraseContacts(tx.db, store.idsIn(records, 'contact'))
    await store.eraseProposed(tx.db, store.idsIn(records, 'proposal'))
    const organisations = new Set(records.flatMap((r) => r.path?.split('/').at(-1) ?? []))
    for (const text of organisations) {
      const id = asId<'organisation'>(text)
      await touch(tx, id)
      audit(tx, 'organisation.erasePerson', { type: 'organisation', id }, { reason: ground })
    }
  },
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
