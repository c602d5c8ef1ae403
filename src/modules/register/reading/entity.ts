/** From the fields of a record to what is kept of it. */
import type { BrokenReason, EntityFacts, EntityState, RegisterSource } from '../types.ts'
import { formInName, kindOfForm } from './forms.ts'
import { leadersOf } from './people.ts'
import { placeOf } from './place.ts'
import { LONGEST_NAME } from './reader.ts'
import { BETWEEN, type Fields, field } from './record.ts'

const LONGEST_TEXT = 4_000

/** Spaces made one, marks that nobody sees dropped; a person's tax number never stays. */
function clean(text: string): string {
  if (
    !/[\u0000-\u001f\u007f\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]| {2}|^ | $|\d{10}/.test(
      text,
    )
  )
    return text
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g, '')
    .replace(/[\s\u0000-\u001f\u007f\u00a0]+/g, ' ')
    .replace(/(?<!\d)\d{10}(?!\d)/g, '…')
    .trim()
}

function optional(text: string, longest: number): string | null {
  const value = clean(text)
  return value === '' ? null : value.slice(0, longest)
}

/** @returns why a record that is well-formed cannot be kept */
export function entityOf(fields: Fields, source: RegisterSource): EntityFacts | BrokenReason {
  const name = clean(field(fields, 'NAME'))
  if (name === '') return 'no_name'
  const shortName = optional(field(fields, 'SHORT_NAME'), LONGEST_NAME)
  if (name.length > LONGEST_NAME) return 'value_too_long'
  const written = optional(
    field(fields, source === 'fsu' ? 'TYPE_SUBJECT' : 'OPF') || field(fields, 'OPF'),
    300,
  )
  const form = written ?? formInName(name)
  const kind = (form === null ? null : kindOfForm(form)) ?? (source === 'fsu' ? 'other' : null)
  const stateText = optional(field(fields, 'STAN'), 200)
  const common = {
    record: recordNumber(field(fields, 'RECORD')),
    edrpou: codeOf(field(fields, 'EDRPOU')),
    name,
    shortName,
    form,
    kind,
    state: stateOf(stateText),
    stateText,
  }
  if (kind === null)
    return {
      ...common,
      branch: null,
      registration: null,
      registeredOn: null,
      purpose: null,
      place: placeOf('', name),
      leaders: [],
    }
  const signers = field(fields, 'SIGNERS/SIGNER') || field(fields, 'BOSS')
  const registration = optional(field(fields, 'REGISTRATION'), 300)
  return {
    ...common,
    branch: optional(field(fields, 'TYPE_BRANCH'), 300),
    registration,
    registeredOn: registration === null ? null : dayIn(registration),
    purpose: optional(field(fields, 'PURPOSE'), LONGEST_TEXT),
    place: placeOf(clean(field(fields, 'ADDRESS')), name),
    leaders: signers === '' ? [] : leadersOf(signers.split(BETWEEN).map(clean)),
  }
}

/** Eight digits; a shorter number lost its zeros. Ten digits are a person's tax number, which is not kept. */
export function codeOf(text: string): string | null {
  const code = text.trim()
  return /^\d{1,8}$/.test(code) && !/^0+$/.test(code) ? code.padStart(8, '0') : null
}

function recordNumber(text: string): string | null {
  const number = text.trim()
  return /^[\w.-]{1,40}$/.test(number) ? number : null
}

/** The first day of `13.09.2024; 13.09.2024; 1010351020000011182`, ISO 8601; none for a day that there is not. */
function dayIn(text: string): string | null {
  const m = /(\d{2})\.(\d{2})\.(\d{4})/.exec(text)
  if (!m) return null
  const [day, month, year] = [Number(m[1]), Number(m[2]), Number(m[3])]
  const last =
    month === 2
      ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
        ? 29
        : 28
      : [4, 6, 9, 11].includes(month)
        ? 30
        : 31
  return month >= 1 && month <= 12 && day >= 1 && day <= last && year >= 1900
    ? `${m[3]}-${m[2]}-${m[1]}`
    : null
}

/** The register's own words; what they do not say is `other` and shown as written. */
export function stateOf(text: string | null): EntityState {
  const small = (text ?? '').toLowerCase()
  if (/в стані припинення|в процесі припинення/.test(small)) return 'inTermination'
  if (/банкрут/.test(small)) return 'bankruptcy'
  if (/припинено|скасовано/.test(small)) return 'terminated'
  if (/зареєстровано/.test(small)) return 'registered'
  return 'other'
}
