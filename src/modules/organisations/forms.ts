/** Inputs of this module. */
import { z } from 'zod'
import { asId, isId } from '../../kernel/ids.ts'
import {
  checkbox,
  choice,
  cleanText,
  date,
  id,
  line,
  optionalDate,
  optionalLine,
  several,
  whole,
} from '../../kernel/inputs.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { type FormValues, one } from '../../platform/http/route.ts'
import { readField } from './rules/fields.ts'
import { LIST_TARGETS, type ListTarget } from './rules/import-list.ts'
import type { ListFilter } from './store/list.ts'
import {
  CONTACT_ACCESS,
  CONTACT_KINDS,
  DOCUMENT_KINDS,
  type Facts,
  FIELDS,
  type Field,
  ORGANISATION_KINDS,
  type Source,
  TIE_KINDS,
} from './types.ts'

/** Sources that a person of the office names; the others come with their modules. */
export const TYPED_SOURCES = ['clerk', 'application', 'decision', 'register'] as const

/** One field of an organisation, read by the same rule as a list or another program's value. */
export function factField(field: Field) {
  return z
    .unknown()
    .optional()
    .transform((typed, ctx): string | null => {
      const value = readField(field, typeof typed === 'string' ? typed : null)
      if (!isRefusal(value)) return value
      const maximum = value.values?.['maximum']
      if (typeof maximum === 'number')
        ctx.addIssue({ code: 'too_big', origin: 'string', maximum, message: value.refused })
      else ctx.addIssue({ code: 'custom', message: value.refused })
      return z.NEVER
    })
}

const facts = Object.fromEntries(FIELDS.map((f) => [f, factField(f)])) as Record<
  Field,
  ReturnType<typeof factField>
>

const source = {
  sourceKind: choice(TYPED_SOURCES),
  sourceRef: optionalLine(300),
  sourceOn: optionalDate(),
}

type Sourced = {
  readonly sourceKind: Source['kind']
  readonly sourceRef: string | null
  readonly sourceOn: Source['on']
}

export function sourceOf(input: Sourced): Source {
  return { kind: input.sourceKind, ref: input.sourceRef, on: input.sourceOn }
}

export function factsOf(input: Facts): Facts {
  return Object.fromEntries(FIELDS.map((f) => [f, input[f]])) as Facts
}

export const newForm = z.strictObject({
  ...facts,
  directions: several(id<'direction'>()),
  ...source,
  since: optionalDate(),
})

export const editForm = newForm.extend({
  version: whole(1),
  how: choice(['change', 'correction']),
})

export const verifyForm = z.strictObject(source)

const officer = {
  name: line(200),
  post: line(200),
  leads: checkbox(),
  from: optionalDate(),
  until: optionalDate(),
  ...source,
}
export const officerForm = z.strictObject(officer)
export const officerEndForm = z.strictObject({ until: optionalDate(), ...source })
export const reasonForm = z.strictObject({ reason: line(500) })
export const emptyForm = z.strictObject({})

export const contactForm = z.strictObject({
  kind: choice(CONTACT_KINDS),
  value: line(500),
  access: choice(CONTACT_ACCESS),
  note: optionalLine(200),
  consentOn: optionalDate(),
  consentRef: optionalLine(300),
  ...source,
})

export const tieForm = z.strictObject({
  other: id<'organisation'>(),
  /** `branch:below`. */
  tie: choice(
    TIE_KINDS.flatMap((kind) => [`${kind}:below`, `${kind}:above`] as const) as [
      `${(typeof TIE_KINDS)[number]}:${'below' | 'above'}`,
    ],
  ),
  from: optionalDate(),
  until: optionalDate(),
  ...source,
})
export const tieEndForm = z.strictObject({ until: date() })

export const documentForm = z.strictObject({
  kind: choice(DOCUMENT_KINDS),
  title: line(300),
  datedOn: optionalDate(),
  access: choice(['public', 'office']),
})

/** What was chosen of each item, by its name in the form: `verdict.ID`, `reason.ID`. */
export const verdictForm = z.record(
  z.string().max(100),
  z.union([z.string().max(2_000), z.array(z.string())]),
)

export const mergeForm = z.strictObject({
  other: id<'organisation'>(),
  reason: line(500),
  ...Object.fromEntries(FIELDS.map((f) => [f, z.enum(['kept', 'gone']).optional()])),
})

export const otherForm = z.strictObject({ other: id<'organisation'>() })

const entry = { name: line(200), nameEn: optionalLine(200) }
export const entryForm = z.strictObject(entry)
export const entryEditForm = z.strictObject({ ...entry, position: whole(0, 10_000), active: checkbox() })

export const personFindForm = z.strictObject({ name: line(200) })
export const personForm = z.strictObject({ name: line(200), ground: line(300) })
export const retentionForm = z.strictObject({
  former: whole(1, 100),
  consent: whole(1, 100),
  proposals: whole(1, 100),
  imports: whole(1, 3_650),
})

/** The filter of a list, from its address. What is no choice is left out. */
export function filterOf(query: FormValues): ListFilter {
  const chosen = <Of extends string>(name: string) => {
    const text = one(query, name)
    return isId(text) ? asId<Of>(text) : null
  }
  const state = one(query, 'state')
  return {
    text: cleanText(one(query, 'q')).slice(0, 100),
    kind: ORGANISATION_KINDS.find((k) => k === one(query, 'kind')) ?? null,
    direction: chosen<'direction'>('direction'),
    district: chosen<'district'>('district'),
    confession: chosen<'confession'>('confession'),
    state: (['terminating', 'terminated', 'all'] as const).find((s) => s === state) ?? 'alive',
  }
}

const since = z.iso.date({ error: 'not_a_date' }).nullable().optional()
const changeCall = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('field'),
    field: z.enum(FIELDS, { error: 'not_a_choice' }),
    value: z.string().max(5_000, 'too_long').nullable(),
    since,
  }),
  z.strictObject({
    what: z.literal('officerAdded'),
    name: line(200),
    post: line(200),
    leads: z.boolean(),
    from: z.iso.date({ error: 'not_a_date' }).nullable(),
    until: since,
  }),
  z.strictObject({
    what: z.literal('officerEnded'),
    officerId: id<'officer'>(),
    until: z.iso.date({ error: 'not_a_date' }).nullable(),
  }),
  z.strictObject({
    what: z.literal('contactAdded'),
    kind: choice(CONTACT_KINDS),
    value: line(500),
    access: choice(['public', 'office']),
    note: z.string().max(200, 'too_long').nullable().optional(),
  }),
  z.strictObject({ what: z.literal('contactRemoved'), contactId: id<'contact'>() }),
  z.strictObject({ what: z.literal('directions'), ids: z.array(id<'direction'>()).max(100) }),
])

/** What a program proposes: values of one organisation, or of one that the registry lacks. */
export const proposalCall = z.strictObject({
  organisationId: optionalIdOrNull(),
  source: z.strictObject({
    ref: z.union([z.null(), optionalLine(300)]),
    on: z.union([z.null(), optionalDate()]),
  }),
  note: z.union([z.null(), optionalLine(1_000)]),
  changes: z.array(changeCall).min(1, 'required').max(100, 'too_long'),
})

function optionalIdOrNull() {
  return z.union([z.null(), id<'organisation'>()])
}

const target = z
  .unknown()
  .optional()
  .transform((typed, ctx): ListTarget | null => {
    if (typed === undefined || typed === '') return null
    const known = LIST_TARGETS.find((t) => t === typed)
    if (known !== undefined) return known
    ctx.addIssue({ code: 'custom', message: 'not_a_choice' })
    return z.NEVER
  })

/** A list has as many columns as it has: `column.0`, `column.1` and so on. */
export const mappingForm = z
  .object({
    kind: z
      .union([z.literal(''), z.enum(ORGANISATION_KINDS)], { error: 'not_a_choice' })
      .optional()
      .transform((kind) => (kind === '' || kind === undefined ? null : kind)),
    contactAccess: choice(['public', 'office']),
    sourceOn: optionalDate(),
  })
  .catchall(target)
  .transform(({ kind, contactAccess, sourceOn, ...rest }) => {
    const places = Object.entries(rest).flatMap(([name, value]) => {
      const place = /^column\.(\d{1,3})$/.exec(name)?.[1]
      return place === undefined ? [] : [[Number(place), value] as const]
    })
    const columns: (ListTarget | null)[] = []
    for (const [place, value] of places) columns[place] = value as ListTarget | null
    return {
      mapping: { columns: Array.from(columns, (c) => c ?? null), kind, contactAccess },
      sourceOn,
    }
  })
