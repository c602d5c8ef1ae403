/** Inputs of a ceremony and of its delegations. */
import { z } from 'zod'
import {
  checkbox,
  choice,
  id,
  line,
  optionalHryvnias,
  optionalId,
  optionalParagraphs,
  optionalWhole,
  several,
  whole,
} from '../../../kernel/inputs.ts'
import type { FormValues } from '../../../platform/http/route.ts'
import { type Ceremony, WREATH_KINDS, type Wreath } from '../types.ts'
import { optionalTime } from './fields.ts'

export const ceremonyForm = z.strictObject({
  version: whole(0),
  monumentId: optionalId<'monument'>(),
  silenceAt: optionalTime(),
  gathering: optionalParagraphs(2_000),
  sound: optionalParagraphs(2_000),
  transport: optionalParagraphs(2_000),
  weatherPlan: optionalParagraphs(2_000),
})

/** Who it is: an organisation when the name is one's. */
export const wreathForm = z.strictObject({
  delegation: line(300),
  people: optionalWhole(1, 10_000),
  kind: choice(WREATH_KINDS),
  count: whole(0, 1_000),
  cost: optionalHryvnias(),
  paidByCity: checkbox(),
})

export const laidForm = z.strictObject({ laid: several(id<'wreath'>()) })
export const emptyForm = z.strictObject({})

export function ceremonyValues(c: Ceremony | null): FormValues {
  return {
    monumentId: c?.monumentId ?? '',
    silenceAt: c?.silenceAt ?? '',
    gathering: c?.gathering ?? '',
    sound: c?.sound ?? '',
    transport: c?.transport ?? '',
    weatherPlan: c?.weatherPlan ?? '',
  }
}

export const NEW_WREATH: FormValues = { kind: 'flowers', count: '1' }

export function wreathValues(w: Wreath): FormValues {
  return {
    delegation: w.delegation,
    people: w.people === null ? '' : String(w.people),
    kind: w.kind,
    count: String(w.count),
    cost: w.cost === null ? '' : String(w.cost / 100).replace('.', ','),
    paidByCity: w.paidByCity ? 'yes' : '',
  }
}
