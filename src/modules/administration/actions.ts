/** The city's own words and codes. */
import { permit } from '../../kernel/errors.ts'
import { audit } from '../../platform/audit.ts'
import { type Context, transact } from '../../platform/context.ts'
import { type City, readSetting, writeSetting } from '../../platform/settings.ts'
import { maySetCity } from './policy.ts'

/** As the record names it. */
export const CITY = { type: 'setting', id: 'city' } as const

export function setCity(ctx: Context, city: City): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(maySetCity(tx.actor), 'city.set')
    const before = await readSetting(tx.db, 'city')
    await writeSetting(tx, 'city', city)
    audit(tx, 'city.set', CITY, { before, after: city })
  })
}
