/** Inputs of the office about a campaign. */
import { z } from 'zod'
import {
  choice,
  date,
  line,
  optionalDate,
  optionalId,
  optionalLine,
  optionalParagraphs,
  paragraphs,
  several,
  whole,
} from '../../../kernel/inputs.ts'
import { ORGANISATION_KINDS } from '../../organisations/index.ts'
import { CALL_OUTCOMES, type CampaignSettings } from '../types.ts'

export const ORGANISATION_STATES = ['active', 'terminating', 'terminated'] as const

const settings = {
  year: whole(2000, 2200),
  title: line(200),
  kinds: several(choice(ORGANISATION_KINDS)),
  states: several(choice(ORGANISATION_STATES)),
  term: optionalDate(),
  letterSubject: line(200),
  letterBody: paragraphs(5_000),
  reminderSubject: line(200),
  reminderBody: paragraphs(5_000),
  contact: line(300),
  signatoryPost: line(200),
  signatoryName: line(200),
  measureNumber: optionalLine(20),
  unitId: optionalId<'unit'>(),
}

export const newForm = z.strictObject(settings)
export const editForm = z.strictObject({ ...settings, version: whole(1) })
export const empty = z.strictObject({})
export const remindForm = z.strictObject({ subject: line(200), body: paragraphs(5_000) })
export const postForm = z.strictObject({ on: date() })
export const extendForm = z.strictObject({ term: date(), reason: paragraphs(1_000) })
export const callForm = z.strictObject({ outcome: choice(CALL_OUTCOMES), note: optionalParagraphs(1_000) })
export const codeForm = z.strictObject({ code: line(60) })

/** A form's values from what is kept. */
export function valuesOf(s: CampaignSettings): Record<string, string | readonly string[]> {
  return {
    year: String(s.year),
    title: s.title,
    kinds: s.kinds,
    states: s.states,
    term: s.term?.toString() ?? '',
    letterSubject: s.letterSubject,
    letterBody: s.letterBody,
    reminderSubject: s.reminderSubject,
    reminderBody: s.reminderBody,
    contact: s.contact,
    signatoryPost: s.signatoryPost,
    signatoryName: s.signatoryName,
    measureNumber: s.measureNumber ?? '',
    unitId: s.unitId ?? '',
  }
}
