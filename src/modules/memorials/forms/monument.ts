/** The input of a monument. */
import { z } from 'zod'
import {
  checkbox,
  choice,
  line,
  optionalDate,
  optionalId,
  optionalLine,
  optionalParagraphs,
  optionalWhole,
} from '../../../kernel/inputs.ts'
import { shortDate } from '../../../kernel/texts.ts'
import type { FormValues } from '../../../platform/http/route.ts'
import { MONUMENT_KINDS, MONUMENT_STATES, type Monument } from '../types.ts'
import { optionalDegrees } from './fields.ts'

/** The organisation comes by its name and is looked up. */
export const monumentForm = z.strictObject({
  version: optionalWhole(1),
  name: line(200),
  nameEn: optionalLine(200),
  kind: choice(MONUMENT_KINDS),
  place: line(300),
  districtId: optionalId<'district'>(),
  latitude: optionalDegrees(90),
  longitude: optionalDegrees(180),
  description: optionalParagraphs(10_000),
  descriptionEn: optionalParagraphs(10_000),
  protectionNumber: optionalLine(50),
  state: choice(MONUMENT_STATES),
  stateNote: optionalLine(500),
  inspectedOn: optionalDate(),
  caretakerUnitId: optionalId<'unit'>(),
  caretakerOrganisation: optionalLine(300),
  source: optionalLine(500),
  alt: optionalLine(500),
  author: optionalLine(150),
  removePicture: checkbox(),
})
export type MonumentForm = z.infer<typeof monumentForm>

export function monumentValues(m: Monument): FormValues {
  const text = (value: number | string | null | undefined) =>
    value === null || value === undefined ? '' : String(value)
  return {
    name: m.name,
    nameEn: text(m.nameEn),
    kind: m.kind,
    place: m.place,
    districtId: text(m.districtId),
    latitude: text(m.latitude).replace('.', ','),
    longitude: text(m.longitude).replace('.', ','),
    description: text(m.description),
    descriptionEn: text(m.descriptionEn),
    protectionNumber: text(m.protectionNumber),
    state: m.state,
    stateNote: text(m.stateNote),
    inspectedOn: m.inspectedOn ? shortDate('uk', m.inspectedOn) : '',
    caretakerUnitId: text(m.caretakerUnitId),
    caretakerOrganisation: text(m.caretakerOrganisation),
    source: text(m.source),
    alt: text(m.picture?.alt),
    author: text(m.picture?.author),
  }
}
