/** Inputs of others' calendars. */
import { z } from 'zod'
import {
  checkbox,
  choice,
  line,
  optionalId,
  optionalLink,
  optionalParagraphs,
  whole,
} from '../../../kernel/inputs.ts'
import { EVENT_KINDS } from '../types.ts'

const fields = {
  name: line(150),
  url: optionalLink(),
  kind: choice(EVENT_KINDS),
  unitId: optionalId<'unit'>(),
  active: checkbox(),
}
export const sourceForm = z.strictObject(fields)
export const sourceEditForm = z.strictObject({ ...fields, version: whole(1) })
/** A calendar is longer than what people write. */
export const takeForm = z.strictObject({ text: optionalParagraphs(5_000_000) })
export const emptyForm = z.strictObject({})
