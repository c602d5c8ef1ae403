/** What the addresses of the office share. */

import type { z } from 'zod'
import { found } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { asId, type Id, isId } from '../../../kernel/ids.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import {
  one,
  type Policy,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { type FormState, submit } from '../../../platform/http/submit.ts'
import { additionsOf } from '../events.ts'
import { mayKeep, mayKeepAny, mayKeepSeries, maySeeOffice } from '../policy.ts'
import { hasFeature } from '../rules/kinds.ts'
import { daysOf } from '../store/days.ts'
import { eventById } from '../store/events.ts'
import { bilingual, refusalSentence } from '../texts/index.ts'
import type { EventId } from '../types.ts'
import { type OfficeEvent, officePath } from '../views/office-page.ts'

export const reads: Policy = { name: 'event.see', allows: maySeeOffice }
export const keeps: Policy = { name: 'event.keep', allows: mayKeepAny }
export const keepsSeries: Policy = { name: 'series.keep', allows: mayKeepSeries }

export function idParam<Of extends string>(request: WebRequest, what: Of): Id<Of> {
  const text = request.params['id'] ?? ''
  return found(isId(text) ? asId<Of>(text) : null, what)
}

export function sentences(request: WebRequest) {
  return (refusal: Refusal) => refusalSentence(request.locale, refusal)
}

export function doneKey(request: WebRequest): string | undefined {
  return one(request.query, 'done') || undefined
}

export async function officeEvent(request: WebRequest, id: EventId): Promise<OfficeEvent> {
  const { db, actor } = request.ctx
  const event = found(await eventById(db, id), 'event')
  const added = additionsOf(event.kind).flatMap(({ tab }) =>
    tab ? [{ label: tab.label, href: tab.path(id) }] : [],
  )
  const talks = { label: bilingual((t) => t.office.talks.title), href: officePath(id, '/talks') }
  const tabs = hasFeature(event.kind, 'callForTalks') ? [talks, ...added] : added
  return { event, days: await daysOf(db, [id]), keeps: mayKeep(actor, event.unitId), tabs }
}

export type Failed = { readonly form: string; readonly state: FormState } | null

/**
 * An address that only forms go to: parse, act, back to its page; or the page again with what was typed.
 * @param act.form name of the form on the page; `act` for a lone button
 */
export function act<T>(
  path: string,
  act: {
    readonly form: string | ((request: WebRequest) => string)
    readonly schema: z.ZodType<T> | ((request: WebRequest) => z.ZodType<T>)
    readonly run: (request: WebRequest, input: T) => Promise<unknown>
    readonly done: (request: WebRequest, input: T) => string
    readonly again: (request: WebRequest, failed: Failed) => Promise<Html>
    readonly policy?: Policy
    readonly upload?: Route['upload']
  },
): Route {
  return {
    method: 'POST',
    path,
    policy: act.policy ?? keeps,
    ...(act.upload ? { upload: act.upload } : {}),
    handle(request): Promise<Reply> {
      const form = typeof act.form === 'string' ? act.form : act.form(request)
      return submit(request, {
        schema: typeof act.schema === 'function' ? act.schema(request) : act.schema,
        act: async (input) => {
          await act.run(request, input)
          return input
        },
        done: (input) => redirect(act.done(request, input)),
        sentence: sentences(request),
        again: (state) => act.again(request, { form, state }),
      })
    },
  }
}

/** Back to a tab of the event whose id stands in the address. */
export function backTo(rest: string, done: string) {
  return (request: WebRequest): string => {
    const [path, hash] = rest.split('#')
    return `${officePath(idParam(request, 'event'), path)}?done=${done}${hash ? `#${hash}` : ''}`
  }
}
