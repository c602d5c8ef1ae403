/** Inputs of this module. */
import { z } from 'zod'
import {
  checkbox,
  choice,
  date,
  email,
  id,
  line,
  optionalId,
  optionalLine,
  optionalParagraphs,
  paragraphs,
  several,
  whole,
} from '../../kernel/inputs.ts'
import { CITY_ROLES, DEMO_ROLES } from './rules/roles.ts'
import { SCOPES } from './types.ts'

/** A passphrase comes as it was typed: blanks at its ends are its own. What it must be, the rules say. */
const passphrase = () => z.string({ error: 'required' }).min(1, 'required').max(2_000, 'too_long')
/** A secret of a link of ours. */
const key = () => z.string({ error: 'required' }).regex(/^[\w-]{43}$/, 'invalid')
const code = () => line(40)
/** JSON of the browser's answer; what it must hold, the library and our own schema say. */
const answer = () => z.string({ error: 'required' }).min(2, 'required').max(20_000, 'too_long')
const next = () => z.string().max(500).optional().default('')
const current = () => z.string().max(2_000).optional().default('')

function optionalEmail() {
  return z
    .preprocess((v) => (typeof v === 'string' && v.trim() === '' ? null : v), email().nullable().optional())
    .transform((v) => v ?? null)
}

export const emptyForm = z.strictObject({})
export const signInForm = z.strictObject({ email: email(), passphrase: passphrase(), next: next() })
export const passkeyForm = z.strictObject({ answer: answer(), next: next() })
export const oidcForm = z.strictObject({ next: next() })
export const codeForm = z.strictObject({ code: code(), next: next() })
export const recoveryForm = z.strictObject({ recovery: code(), next: next() })
export const setUpPasskeyForm = z.strictObject({ answer: answer(), name: line(80), next: next() })
export const welcomeForm = z.strictObject({
  key: key(),
  name: line(200),
  email: email(),
  passphrase: passphrase(),
})
export const invitationForm = z.strictObject({ key: key(), passphrase: passphrase() })

export const detailsForm = z.strictObject({ name: line(200), locale: choice(['uk', 'en']) })
export const passphraseForm = z.strictObject({ current: current(), passphrase: passphrase() })
export const totpForm = z.strictObject({ current: current(), code: code() })
export const addPasskeyForm = z.strictObject({ current: current(), answer: answer(), name: line(80) })
export const removePasskeyForm = z.strictObject({ current: current(), id: line(2_000) })
export const proofForm = z.strictObject({ current: current() })
export const sessionForm = z.strictObject({ id: id<'session'>() })

const person = {
  email: email(),
  name: line(200),
  position: optionalLine(200),
  role: several(choice(CITY_ROLES)),
  unit: several(id<'unit'>()),
}
export const inviteForm = z.strictObject(person)
export const changeStaffForm = z.strictObject({ ...person, version: whole() })
export const reasonForm = z.strictObject({ reason: paragraphs(1_000) })

const unit = { name: line(300), shortName: optionalLine(100), email: optionalEmail() }
export const createUnitForm = z.strictObject({
  ...unit,
  kind: choice(['unit', 'group']),
  aliases: optionalParagraphs(5_000).transform((text) =>
    (text ?? '')
      .split('\n')
      .map((l) => l.trim())
      .filter(Boolean),
  ),
})
export const changeUnitForm = z.strictObject(unit)
export const aliasForm = z.strictObject({ alias: line(300) })
export const dropAliasForm = z.strictObject({ normal: line(400) })
export const mergeForm = z.strictObject({ into: id<'unit'>(), reason: paragraphs(1_000) })
export const activeForm = z.strictObject({ active: checkbox() })
export const membersForm = z.strictObject({ members: several(id<'unit'>()) })

export const tokenForm = z.strictObject({
  name: line(200),
  scopes: several(choice(SCOPES)),
  unitId: optionalId<'unit'>(),
  until: date(),
})

export const demoForm = z.strictObject({ role: choice(['visitor', ...DEMO_ROLES]) })
