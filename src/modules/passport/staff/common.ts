/** What the office's addresses of the passport share. */
import { found } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { asId, type Id, isId } from '../../../kernel/ids.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { moment } from '../../../kernel/texts.ts'
import { historyOf } from '../../../platform/audit.ts'
import type { Policy, WebRequest } from '../../../platform/http/route.ts'
import { history, section } from '../../../ui/index.ts'
import { mayKeepPassport, maySeePassportWork } from '../policy.ts'
import { isTableKey, type TableKey } from '../rules/definitions.ts'
import { sentenceOf, texts } from '../texts/index.ts'

export const readers: Policy = { name: 'passport.read', allows: maySeePassportWork }
export const keepers: Policy = { name: 'passport.keep', allows: mayKeepPassport }

export function idOf<Of extends string>(request: WebRequest, what: string): Id<Of> {
  const text = request.params['id'] ?? ''
  return found(isId(text) ? asId<Of>(text) : null, what)
}

export function tableOf(request: WebRequest): TableKey {
  const text = request.params['table'] ?? ''
  return found(isTableKey(text) ? text : null, 'table')
}

export function sentence(request: WebRequest) {
  return (refusal: Refusal) => sentenceOf(request.locale, refusal)
}

export async function pastOf(request: WebRequest, type: string, id: string): Promise<Html> {
  const t = texts[request.locale].office
  const records = await historyOf(request.ctx.db, [{ type, id }])
  const entries = records.map((r) => ({
    when: moment(request.locale, r.at),
    who: r.actor.name ?? '',
    what: t.actions[r.entry.action] ?? r.entry.action,
    details: r.entry.reason,
  }))
  return section({ title: t.history, content: history({ locale: request.locale, entries }) })
}
