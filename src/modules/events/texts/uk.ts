/** What events say in Ukrainian. */
import { lettersUk } from './uk/letters.ts'
import { officeUk } from './uk/office.ts'
import { otherUk, refusalsUk } from './uk/other.ts'
import { publicUk } from './uk/public.ts'

export const uk = {
  letters: lettersUk,
  office: officeUk,
  public: publicUk,
  refusals: refusalsUk,
  ...otherUk,
}

/** The same shape in any language: functions keep their arguments, texts become any text. */
type Shape<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : T extends readonly (infer Item)[]
      ? readonly Shape<Item>[]
      : { readonly [K in keyof T]: Shape<T[K]> }

export type EventsTexts = Shape<typeof uk>
