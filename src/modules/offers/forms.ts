/** Inputs of this module. */
import { z } from 'zod'
import {
  checkbox,
  choice,
  date,
  id,
  line,
  optionalId,
  optionalLine,
  optionalLink,
  optionalWhole,
  paragraphs,
  whole,
} from '../../kernel/inputs.ts'
import { type Locale, shortDate } from '../../kernel/texts.ts'
import type { FormValues } from '../../platform/http/route.ts'
import { DAY_MODES, optionalTime } from '../events/index.ts'
import { OFFER_KINDS, type OfferContent, RETURN_REASONS } from './types.ts'

export const empty = z.strictObject({})

export const offerForm = z
  .strictObject({
    organisation: id<'organisation'>(),
    version: optionalWhole(1),
    kind: choice(OFFER_KINDS),
    title: line(200),
    purpose: paragraphs(5_000),
    day: date(),
    starts: optionalTime(),
    ends: optionalTime(),
    mode: choice(DAY_MODES),
    place: optionalLine(300),
    address: optionalLine(300),
    link: optionalLink(),
  })
  .transform(({ organisation, version, ...content }) => ({
    organisationId: organisation,
    version,
    content: content satisfies OfferContent,
  }))

export function valuesOf(locale: Locale, offer: OfferContent): FormValues {
  return {
    kind: offer.kind,
    title: offer.title,
    purpose: offer.purpose,
    day: shortDate(locale, offer.day),
    starts: offer.starts ?? '',
    ends: offer.ends ?? '',
    mode: offer.mode,
    place: offer.place ?? '',
    address: offer.address ?? '',
    link: offer.link ?? '',
  }
}

export const acceptForm = z.strictObject({
  version: whole(1),
  unit: optionalId<'unit'>(),
  counts: checkbox(),
  announce: checkbox(),
})

export const returnForm = z.strictObject({
  version: whole(1),
  reason: choice(RETURN_REASONS),
  words: paragraphs(2_000),
})
