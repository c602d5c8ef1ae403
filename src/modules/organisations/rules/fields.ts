/** The fields of an organisation: what each holds, whom it concerns, and how it is read from a text. */
import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { isId } from '../../../kernel/ids.ts'
import { cleanText } from '../../../kernel/inputs.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import {
  BODY_KINDS,
  type Facts,
  FIELDS,
  type Field,
  LEGALISATIONS,
  ORGANISATION_KINDS,
  type OrganisationKind,
  STATES,
} from '../types.ts'
import { isPersonCode } from './edrpou.ts'
import { LEGAL_FORMS } from './legal-forms.ts'
import { personalTrace } from './personal.ts'

type Shape =
  | { readonly is: 'line' | 'text'; readonly max: number }
  | { readonly is: 'date' | 'id' | 'edrpou' | 'katottg' }
  | { readonly is: 'choice'; readonly of: readonly string[] }

export const SHAPES: Readonly<Record<Field, Shape>> = {
  kind: { is: 'choice', of: ORGANISATION_KINDS },
  name: { is: 'line', max: 500 },
  shortName: { is: 'line', max: 200 },
  nameEn: { is: 'line', max: 500 },
  edrpou: { is: 'edrpou' },
  formCode: { is: 'choice', of: LEGAL_FORMS },
  state: { is: 'choice', of: STATES },
  purpose: { is: 'text', max: 5_000 },
  registration: { is: 'line', max: 300 },
  registeredOn: { is: 'date' },
  foundingDocument: { is: 'line', max: 300 },
  confessionId: { is: 'id' },
  katottg: { is: 'katottg' },
  districtId: { is: 'id' },
  bodyKind: { is: 'choice', of: BODY_KINDS },
  territory: { is: 'text', max: 2_000 },
  permit: { is: 'line', max: 300 },
  permittedOn: { is: 'date' },
  legalisation: { is: 'choice', of: LEGALISATIONS },
  legalisedOn: { is: 'date' },
  termFrom: { is: 'date' },
  termUntil: { is: 'date' },
  reportedOn: { is: 'date' },
}

/** Only of a body of self-organisation. */
export const BODY_FIELDS: readonly Field[] = [
  'bodyKind',
  'territory',
  'permit',
  'permittedOn',
  'legalisation',
  'legalisedOn',
  'termFrom',
  'termUntil',
  'reportedOn',
]

export const REQUIRED_FIELDS: readonly Field[] = ['kind', 'name', 'state']

export function fieldsOfKind(kind: OrganisationKind): readonly Field[] {
  return FIELDS.filter(
    (f) =>
      (kind === 'selfOrganisationBody' || !BODY_FIELDS.includes(f)) &&
      (kind === 'religiousCommunity' || f !== 'confessionId'),
  )
}

export const NO_FACTS: Facts = Object.fromEntries(FIELDS.map((f) => [f, null])) as Facts

export type FieldCode =
  | 'required'
  | 'too_long'
  | 'not_a_date'
  | 'not_a_choice'
  | 'not_an_id'
  | 'not_edrpou'
  | 'not_katottg'
  | 'person_code'
  | 'personal_member'
  | 'personal_code'

/** A value as people or other programs write it, or why it is none. Empty is `null`. */
export function readField(field: Field, typed: string | null): string | null | Refusal<FieldCode> {
  const text = cleanText(typed ?? '')
  if (text === '') return REQUIRED_FIELDS.includes(field) ? refuse('required', undefined, field) : null
  const shape = SHAPES[field]
  switch (shape.is) {
    case 'line':
    case 'text': {
      const value = shape.is === 'line' ? text.split(/\s*\n\s*/).join(' ') : text
      if (value.length > shape.max) return refuse('too_long', { maximum: shape.max }, field)
      return personalTrace(value, field) ?? value
    }
    case 'date':
      return parseCivilDate(text)?.toString() ?? refuse('not_a_date', undefined, field)
    case 'choice':
      return shape.of.includes(text) ? text : refuse('not_a_choice', undefined, field)
    case 'id':
      return isId(text) ? text : refuse('not_an_id', undefined, field)
    case 'edrpou': {
      const code = text.replace(/\s/g, '')
      if (isPersonCode(code)) return refuse('person_code', undefined, field)
      return /^\d{8}$/.test(code) ? code : refuse('not_edrpou', undefined, field)
    }
    case 'katottg': {
      const code = text.toUpperCase().replace(/^\u0423\u0410/, 'UA')
      return /^UA\d{17}$/.test(code) ? code : refuse('not_katottg', undefined, field)
    }
  }
}
