/** What an organisation answers: everything is right, or what differs. */
import { z } from 'zod'
import {
  checkbox,
  choice,
  email,
  id,
  line,
  optionalDate,
  optionalLine,
  optionalLink,
  optionalParagraphs,
  several,
  whole,
} from '../../../kernel/inputs.ts'
import type { Registered, Typed } from '../rules/correction.ts'

export const ACCESS = ['public', 'office', 'private'] as const
const access = () => choice(ACCESS).optional().default('public')
const who = { name: line(200), post: line(200), seen: whole(1) }

export const confirmForm = z.strictObject(who)

const corrections = {
  seen: whole(1),
  name: line(200),
  post: line(200),
  orgName: optionalLine(500),
  shortName: optionalLine(300),
  nameEn: optionalLine(500),
  edrpou: optionalLine(8).refine((t) => t === null || /^\d{8}$/.test(t), 'not_edrpou'),
  purpose: optionalParagraphs(3_000),
  territory: optionalLine(500),
  termUntil: optionalDate(),
  ended: several(id<'officer'>()),
  endedOn: optionalDate(),
  officerName: optionalLine(200),
  officerPost: optionalLine(200),
  officerFrom: optionalDate(),
  officerLeads: checkbox(),
  gone: several(id<'contact'>()),
  address: optionalLine(300),
  addressAccess: access(),
  phone: optionalLine(60),
  phoneAccess: access(),
  email: z.union([z.literal('').transform(() => null), email()]).optional(),
  emailAccess: access(),
  site: optionalLink(),
  directions: several(id<'direction'>()),
  note: optionalParagraphs(3_000),
  consent: checkbox(),
}

export const correctForm = z.strictObject(corrections)
export type CorrectInput = z.infer<typeof correctForm>

/** By telephone or on paper one may also say that everything is right. */
const way = choice(['phone', 'paper'])
export const clerkConfirmForm = z.strictObject({ ...who, way })
export const clerkCorrectForm = z.strictObject({ ...corrections, way })

/** @param ofBody whether the form shows what only bodies of self-organisation have */
export function typedOf(input: CorrectInput, ofBody: boolean): Typed {
  return {
    fields: {
      name: input.orgName,
      shortName: input.shortName,
      nameEn: input.nameEn,
      edrpou: input.edrpou,
      purpose: input.purpose,
      ...(ofBody ? { territory: input.territory, termUntil: input.termUntil?.toString() ?? null } : {}),
    },
    ended: input.ended,
    endedOn: input.endedOn?.toString() ?? null,
    officer: {
      name: input.officerName,
      post: input.officerPost,
      from: input.officerFrom?.toString() ?? null,
      leads: input.officerLeads,
    },
    gone: input.gone,
    contacts: [
      { kind: 'address', value: input.address, access: input.addressAccess },
      { kind: 'phone', value: input.phone, access: input.phoneAccess },
      { kind: 'email', value: input.email ?? null, access: input.emailAccess },
      { kind: 'site', value: input.site, access: 'public' },
    ],
    directions: input.directions,
    consent: input.consent,
  }
}

export function valuesOfRegistered(r: Registered): Record<string, string | readonly string[]> {
  return {
    seen: String(r.version),
    orgName: r.fields.name ?? '',
    shortName: r.fields.shortName ?? '',
    nameEn: r.fields.nameEn ?? '',
    edrpou: r.fields.edrpou ?? '',
    purpose: r.fields.purpose ?? '',
    territory: r.fields.territory ?? '',
    termUntil: r.fields.termUntil ?? '',
    directions: r.directions,
    addressAccess: 'public',
    phoneAccess: 'public',
    emailAccess: 'public',
  }
}
