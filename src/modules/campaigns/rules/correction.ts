/** What an organisation corrects: the difference between what the registry says and what it says of itself. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Change, OrganisationId, OrganisationKind } from '../../organisations/index.ts'

export const TEXT_FIELDS = ['name', 'shortName', 'nameEn', 'edrpou', 'purpose'] as const
/** Of a self-organisation body only. */
export const BODY_FIELDS = ['territory', 'termUntil'] as const
export type CorrectableField = (typeof TEXT_FIELDS)[number] | (typeof BODY_FIELDS)[number]

type OfficerId = Extract<Change, { what: 'officerEnded' }>['officerId']
type ContactId = Extract<Change, { what: 'contactRemoved' }>['contactId']
type DirectionId = Extract<Change, { what: 'directions' }>['ids'][number]
type ContactKind = Extract<Change, { what: 'contactAdded' }>['kind']
export type ContactAccess = 'public' | 'office' | 'private'

/** What the registry says of one organisation: present officers, present contacts. */
export type Registered = {
  readonly id: OrganisationId
  readonly kind: OrganisationKind
  readonly version: number
  /** Days as ISO texts. */
  readonly fields: Readonly<Record<CorrectableField, string | null>>
  readonly officers: readonly {
    readonly id: OfficerId
    readonly name: string
    readonly post: string
    readonly leads: boolean
    readonly from: string | null
  }[]
  readonly contacts: readonly {
    readonly id: ContactId
    readonly kind: ContactKind
    readonly value: string
    readonly access: ContactAccess
  }[]
  readonly directions: readonly DirectionId[]
}

/** What was typed. A field that the form does not show is absent. */
export type Typed = {
  readonly fields: Partial<Readonly<Record<CorrectableField, string | null>>>
  readonly ended: readonly OfficerId[]
  readonly endedOn: string | null
  readonly officer: {
    readonly name: string | null
    readonly post: string | null
    readonly from: string | null
    readonly leads: boolean
  }
  readonly gone: readonly ContactId[]
  readonly contacts: readonly {
    readonly kind: ContactKind
    readonly value: string | null
    readonly access: ContactAccess
  }[]
  readonly directions: readonly DirectionId[]
  readonly consent: boolean
}

export type CorrectionCode = 'name_needed' | 'officer_post_needed' | 'officer_name_needed' | 'consent_needed'

/**
 * Only what differs.
 * @param consent with which day and paper a private contact is kept
 */
export function correctionsOf(
  registered: Registered,
  typed: Typed,
  consent: { readonly on: string; readonly ref: string },
): readonly Change[] {
  return [
    ...fieldChanges(registered, typed),
    ...officerChanges(registered, typed),
    ...contactChanges(registered, typed, consent),
    ...directionChanges(registered, typed),
  ]
}

/** Everything at once. */
export function wrongWith(typed: Typed): Refusal<CorrectionCode>[] {
  const { officer } = typed
  const wrong: Refusal<CorrectionCode>[] = []
  if ('name' in typed.fields && !clean(typed.fields.name ?? null))
    wrong.push(refuse('name_needed', {}, 'orgName'))
  if (officer.name !== null && officer.post === null)
    wrong.push(refuse('officer_post_needed', {}, 'officerPost'))
  if (officer.name === null && officer.post !== null)
    wrong.push(refuse('officer_name_needed', {}, 'officerName'))
  if (typed.contacts.some((c) => c.value !== null && c.access === 'private') && !typed.consent)
    wrong.push(refuse('consent_needed', {}, 'consent'))
  return wrong
}

function fieldChanges(registered: Registered, typed: Typed): Change[] {
  const fields = [...TEXT_FIELDS, ...(registered.kind === 'selfOrganisationBody' ? BODY_FIELDS : [])]
  return fields.flatMap((field): Change[] => {
    if (!(field in typed.fields)) return []
    const value = clean(typed.fields[field] ?? null)
    return value === clean(registered.fields[field]) ? [] : [{ what: 'field', field, value }]
  })
}

function officerChanges(registered: Registered, typed: Typed): Change[] {
  const { officer } = typed
  const ended = registered.officers
    .filter((o) => typed.ended.includes(o.id))
    .map((o): Change => ({ what: 'officerEnded', officerId: o.id, until: typed.endedOn }))
  const name = clean(officer.name)
  const post = clean(officer.post)
  if (name === null || post === null) return ended
  const known = registered.officers.some(
    (o) => same(o.name, name) && same(o.post, post) && !typed.ended.includes(o.id),
  )
  return known
    ? ended
    : [...ended, { what: 'officerAdded', name, post, leads: officer.leads, from: officer.from }]
}

function contactChanges(
  registered: Registered,
  typed: Typed,
  consent: { readonly on: string; readonly ref: string },
): Change[] {
  const stays = registered.contacts.filter((c) => !typed.gone.includes(c.id))
  return [
    ...registered.contacts
      .filter((c) => typed.gone.includes(c.id))
      .map((c): Change => ({ what: 'contactRemoved', contactId: c.id })),
    ...typed.contacts.flatMap(({ kind, value, access }): Change[] => {
      const text = clean(value)
      if (text === null || stays.some((c) => c.kind === kind && same(c.value, text))) return []
      return access === 'private'
        ? [
            {
              what: 'contactAdded',
              kind,
              value: text,
              access,
              consentOn: consent.on,
              consentRef: consent.ref,
            },
          ]
        : [{ what: 'contactAdded', kind, value: text, access }]
    }),
  ]
}

function directionChanges(registered: Registered, typed: Typed): Change[] {
  const before = [...registered.directions].sort()
  const after = [...new Set(typed.directions)].sort()
  return before.join() === after.join() ? [] : [{ what: 'directions', ids: after }]
}

/** Blanks that a hand adds are no correction. */
function clean(text: string | null): string | null {
  return text?.replace(/\s+/g, ' ').trim() || null
}

function same(a: string, b: string): boolean {
  return a.toLocaleLowerCase('uk') === b.toLocaleLowerCase('uk')
}
