/** A form that may be stale: it comes back with what was typed, told apart from other errors. */
import type { z } from 'zod'
import { Conflict } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import type { Reply, WebRequest } from '../../../platform/http/route.ts'
import { type FormState, submit } from '../../../platform/http/submit.ts'
import { sentenceOf } from '../texts/index.ts'

/** @param form.again draws the form; `stale` when someone else changed the thing meanwhile (409) */
export function saving<T, R>(
  request: WebRequest,
  form: {
    readonly schema: z.ZodType<T>
    readonly act: (input: T) => Promise<R>
    readonly done: (result: R) => Reply
    readonly again: (state: FormState, stale: boolean) => Promise<Html>
  },
): Promise<Reply> {
  let stale = false
  return submit(request, {
    ...form,
    act: async (input) => {
      try {
        return await form.act(input)
      } catch (error) {
        stale = error instanceof Conflict
        throw error
      }
    },
    sentence: (refusal) => sentenceOf(request.locale, refusal),
    // The page says in full what became of a stale form: both texts, side by side.
    again: (state) => form.again(stale ? { ...state, errors: [] } : state, stale),
  })
}
