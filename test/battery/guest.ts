/** A visitor who registers for an event, and a ledger of what was acknowledged to visitors. */
import type { Connection } from '../../src/platform/db.ts'
import { newId } from '../../src/platform/random.ts'

/** An event with places for everybody, put straight into the database. @returns the address of its form */
export async function openEvent({ pool }: Connection): Promise<string> {
  const id = newId<'event'>()
  await pool.query(
    `insert into events (id, kind, title, state, participation, first_day, last_day, created_by, created_by_name,
       created_at, changed_at, announced_at)
     values ($1, 'seminar', 'Семінар посеред відключень', 'announced', 'registration', current_date + 30,
       current_date + 30, 'battery', 'Випробування', now(), now(), now())`,
    [id],
  )
  await pool.query(
    `insert into event_days (id, event_id, ordinal, day, mode, place)
     values ($1, $2, 1, current_date + 30, 'onSite', 'Бібліотека')`,
    [newId<'eventDay'>(), id],
  )
  return `/events/${id}/register`
}

export const emailOf = (mark: string) => `${mark.replaceAll(' ', '-').toLowerCase()}@battery.invalid`

/** True only when the program said that the registration is written down. */
export async function registerGuest(url: string, form: string, mark: string): Promise<boolean> {
  try {
    const answer = await fetch(url + form, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ name: mark, email: emailOf(mark), consent: 'yes' }),
      signal: AbortSignal.timeout(5_000),
    })
    return answer.status === 303
  } catch {
    return false
  }
}

/** How often each address is registered, and how many letters are held for it. */
export async function guestsKept({
  pool,
}: Connection): Promise<Map<string, { readonly times: number; readonly letters: number }>> {
  const { rows } = await pool.query<{ email: string; times: number; letters: number }>(
    `select email, count(*)::int as times,
       (select count(*)::int from messages m where m.recipient = r.email) as letters
     from event_registrations r group by email`,
  )
  return new Map(rows.map(({ email, ...kept }) => [email, kept]))
}
