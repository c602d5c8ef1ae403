/** Registration by the public form: many in one commit, places given in the order of arrival. */
import { createHash, randomBytes } from 'node:crypto'
import { ANONYMOUS } from '../../../kernel/actor.ts'
import { type Refusal, Refused, refuse } from '../../../kernel/refusal.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, contextOf, type Tx, transact } from '../../../platform/context.ts'
import type { Db } from '../../../platform/db.ts'
import { groupCommit } from '../../../platform/group-commit.ts'
import type { Letter } from '../../../platform/mail.ts'
import { newId } from '../../../platform/random.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import {
  CONFIRM_HOURS,
  codeOf,
  hasPlace,
  isLimited,
  registrationOpen,
  take,
  wrongAnswers,
} from '../rules/registration.ts'
import { lockEvent } from '../store/events.ts'
import * as store from '../store/registrations.ts'
import { textsOf } from '../texts/index.ts'
import type { RegistrationId } from '../types/registration.ts'
import type { CityEvent, EventId } from '../types.ts'
import { confirmLetter, holdLetters, type Sender } from './letters.ts'

export type RegisterInput = {
  readonly eventId: EventId
  readonly name: string
  readonly email: string
  readonly organisationId: OrganisationId | null
  readonly organisation: string | null
  readonly photoConsent: boolean | null
  readonly answers: Readonly<Record<string, string>>
  readonly locale: Locale
}

export type Registered = {
  readonly id: RegistrationId
  /** `known`: the address registered before; the answer is the same, the letter differs. */
  readonly state: 'unconfirmed' | 'waiting' | 'known'
}

type Request = { readonly input: RegisterInput; readonly sender: Sender }

/** One queue for a database: cities don't wait for one another. */
const queues = new WeakMap<Db, (request: Request) => Promise<Registered | Refusal[]>>()

/** @throws Refused with everything that is wrong */
export async function register(ctx: Context, sender: Sender, input: RegisterInput): Promise<Registered> {
  const known = queues.get(ctx.db)
  const queue = known ?? groupCommit((requests) => registerAll(ctx.db, requests))
  if (!known) queues.set(ctx.db, queue)
  const answer = await queue({ input, sender })
  if (Array.isArray(answer)) throw new Refused(answer)
  return answer as Registered
}

export function emailHash(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex')
}

function registerAll(db: Db, requests: readonly Request[]): Promise<(Registered | Refusal[])[]> {
  return transact(contextOf(db, ANONYMOUS), async (tx) => {
    const answers: (Registered | Refusal[])[] = new Array(requests.length)
    const byEvent = Map.groupBy(requests.keys(), (i) => requests[i]!.input.eventId)
    // In the order of ids, so that two processes never wait for each other.
    for (const eventId of [...byEvent.keys()].sort()) {
      const event = await lockEvent(tx.db, eventId)
      const numbers = [...byEvent.get(eventId)!]
      const given = event
        ? await registerFor(
            tx,
            event,
            numbers.map((i) => requests[i]!),
          )
        : numbers.map(() => [refuse('registration_closed')])
      numbers.forEach((i, k) => {
        answers[i] = given[k]!
      })
    }
    return answers
  })
}

async function registerFor(
  tx: Tx,
  event: CityEvent,
  requests: readonly Request[],
): Promise<(Registered | Refusal[])[]> {
  const open = registrationOpen(event, tx.today)
  if (open !== true) return requests.map(() => [open])
  const hashes = requests.map((r) => emailHash(r.input.email))
  const [taken, known, codes] = [
    isLimited(event) ? await store.takenOf(tx.db, event.id) : { all: 0, byOrganisation: new Map() },
    await store.knownOf(tx.db, event.id, [...new Set(hashes)]),
    await freshCodes(tx, event.id, requests.length),
  ]
  const seen = new Map(known.map((k) => [k.emailHash, { id: k.id, code: k.code }]))
  const rows: store.NewRegistration[] = []
  const letters: Letter[] = []
  const answers = requests.map(({ input, sender }, i): Registered | Refusal[] => {
    const wrong = wrongAnswers(event.registrationQuestions, input.answers)
    if (wrong.length > 0) return wrong
    const before = seen.get(hashes[i]!)
    const reader = { ...input, id: before?.id ?? newId<'registration'>(), code: before?.code ?? codes[i]! }
    const what = { hours: CONFIRM_HOURS, round: before ? tx.today.toString() : '' }
    if (before) {
      letters.push(confirmLetter(sender, event, reader, { ...what, state: 'known' }))
      return { id: before.id, state: 'known' }
    }
    const state = hasPlace(event, taken, input) ? 'unconfirmed' : 'waiting'
    if (state === 'unconfirmed') take(taken, input)
    seen.set(hashes[i]!, { id: reader.id, code: reader.code })
    rows.push({
      ...input,
      id: reader.id,
      code: reader.code,
      state,
      origin: 'form',
      emailHash: hashes[i]!,
      expiresAt: tx.now.add({ hours: CONFIRM_HOURS }),
      confirmed: false,
    })
    letters.push(confirmLetter(sender, event, reader, { ...what, state }))
    return { id: reader.id, state }
  })
  await store.insertRegistrations(tx, rows)
  await holdLetters(tx, 'event.confirm', textsOf('uk').letters.mailings.confirm(event.title), letters)
  if (rows.length > 0)
    audit(tx, 'event.register', { type: 'registrations', id: event.id }, { after: { number: rows.length } })
  return answers
}

/** So many codes that nobody of the event has. */
export async function freshCodes(tx: Tx, id: EventId, n: number): Promise<string[]> {
  const fresh = new Set<string>()
  while (fresh.size < n) {
    const random = randomBytes((n - fresh.size) * 5)
    const drawn = Array.from({ length: n - fresh.size }, (_, i) => codeOf(random.subarray(i * 5)))
    const known = await store.codesOf(tx.db, id, drawn)
    for (const code of drawn) if (!known.has(code)) fresh.add(code)
  }
  return [...fresh]
}
