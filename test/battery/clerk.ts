/** A person who writes through the web, and a ledger of what was acknowledged to that person. */
import { Temporal } from '../../src/kernel/civil-date.ts'
import { runningUrl } from '../../src/platform/database/open.ts'
import { type Connection, connect } from '../../src/platform/db.ts'
import { hashSecret, newId, newSecret } from '../../src/platform/random.ts'
import { CSRF_FIELD } from '../../src/ui/frame.ts'

export type Clerk = { readonly cookie: string; readonly csrf: string }

export async function connectTo(dataDir: string): Promise<Connection> {
  const url = await runningUrl(dataDir)
  if (!url) throw new Error('no database answers')
  return connect(url, { max: 2 })
}

/** An administrator with a session, put straight into the database. */
export async function hireClerk(connection: Connection): Promise<Clerk> {
  const { db } = connection
  const id = newId<'staff'>()
  const now = Temporal.Now.instant().round('millisecond')
  const [cookie, csrf] = [newSecret(), newSecret()]
  await db
    .insertInto('staff')
    .values({
      id,
      email: `${id}@battery.invalid`,
      name: 'Клерк Вигаданий',
      position: null,
      state: 'active',
      passphrase_hash: null,
      totp_secret: null,
      totp_last_step: null,
      oidc_subject: null,
      created_at: now,
    })
    .execute()
  await db.insertInto('staff_roles').values({ staff_id: id, role: 'administrator', unit_id: null }).execute()
  await db
    .insertInto('sessions')
    .values({
      secret_hash: hashSecret(cookie),
      id: newId<'session'>(),
      staff_id: id,
      complete: true,
      csrf,
      address: '127.0.0.1',
      device: 'battery',
      created_at: now,
      seen_at: now,
      expires_at: now.add({ hours: 8 }),
    })
    .execute()
  return { cookie, csrf }
}

/** Sets the city's address to a mark. True only when the program acknowledged it. */
export async function writeMark(url: string, clerk: Clerk, mark: string): Promise<boolean> {
  const form = new URLSearchParams({
    nameUk: 'Ніжин',
    nameEn: 'Nizhyn',
    councilUk: 'Ніжинська міська рада',
    councilEn: 'Nizhyn City Council',
    councilGenitive: 'Ніжинської міської ради',
    executiveUk: 'Виконавчий комітет',
    executiveEn: 'Executive Committee',
    address: mark,
    [CSRF_FIELD]: clerk.csrf,
  })
  try {
    const answer = await fetch(`${url}/office/city`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: `viche_session=${clerk.cookie}`,
        origin: url,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: form,
      signal: AbortSignal.timeout(5_000),
    })
    return answer.status === 303
  } catch {
    return false
  }
}

/** How often each mark stands in the record. */
export async function marksKept(connection: Connection): Promise<Map<string, number>> {
  const rows = await connection.db
    .selectFrom('audit_entries')
    .select('payload')
    .where('action', '=', 'city.set')
    .execute()
  const kept = new Map<string, number>()
  for (const row of rows) {
    const mark = (JSON.parse(row.payload) as { after?: { address?: string } }).after?.address ?? ''
    kept.set(mark, (kept.get(mark) ?? 0) + 1)
  }
  return kept
}
