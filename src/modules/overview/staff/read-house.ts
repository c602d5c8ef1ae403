/** What a start page reads of the house itself: letters, people, the record. */
import { hasRole } from '../../../kernel/actor.ts'
import type { WebRequest } from '../../../platform/http/route.ts'
import { waitingMailings } from '../../mailings/index.ts'
import { recordStanding, staffStanding } from '../store/house.ts'
import type { AgendaItem } from '../types.ts'

/** Null for those whom letters do not concern. */
export async function readMailings({ ctx }: WebRequest) {
  return hasRole(ctx.actor, 'coordinator', 'administrator') ? waitingMailings(ctx.db) : null
}

/** Null for everybody but administrators. */
export async function readHealth({ ctx, house }: WebRequest) {
  if (!hasRole(ctx.actor, 'administrator')) return null
  const [staff, record] = await Promise.all([staffStanding(ctx.db, ctx.now), recordStanding(ctx.db)])
  const mail = house.demonstration
    ? ('demonstration' as const)
    : house.smtpUrl === null
      ? null
      : hostOf(house.smtpUrl)
  return { staff, record, mail }
}

/** The server alone: an address of mail may hold a password. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : ''
}

export type Mailings = Awaited<ReturnType<typeof readMailings>>
export type Health = Awaited<ReturnType<typeof readHealth>>

export function houseMatters(mailings: Mailings, health: Health): AgendaItem[] {
  const items: AgendaItem[] = []
  if (health?.mail === null) items.push({ key: 'mail server', kind: 'mailServer', urgency: null })
  if (health && health.record.failedLetters > 0)
    items.push({ key: 'failed', kind: 'failedLetters', urgency: null, count: health.record.failedLetters })
  if (mailings && mailings.mailings > 0)
    items.push({
      key: 'mailings',
      kind: 'mailings',
      urgency: null,
      count: mailings.mailings,
      letters: mailings.letters,
    })
  if (health && health.staff.invited > 0)
    items.push({ key: 'invited', kind: 'invited', urgency: null, count: health.staff.invited })
  return items
}
