/** The one-time link that makes the first administrator. Whoever reads the program's first lines is its owner. */
import { type Context, contextOf, transact } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { hashSecret, newSecret } from '../../../platform/random.ts'
import { forgetChallenges, putChallenge } from '../store/challenges.ts'
import { administratorExists } from '../store/staff.ts'

const HOURS = 24

/** The address to print at a start, for 24 hours; null once there is an administrator. A new one ends those before. */
export async function firstLink(ctx: Context, house: Pick<House, 'baseUrl'>): Promise<string | null> {
  const key = newSecret()
  const made = await transact(contextOf(ctx.db, { kind: 'system', job: 'start' }, ctx.now), async (tx) => {
    if (await administratorExists(tx.db)) return false
    await forgetChallenges(tx.db, 'welcome')
    await putChallenge(tx.db, {
      id: hashSecret(key),
      kind: 'welcome',
      value: '',
      expiresAt: tx.now.add({ hours: HOURS }),
    })
    return true
  })
  return made ? `${house.baseUrl}/office/welcome?key=${key}` : null
}
