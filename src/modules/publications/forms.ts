/** Inputs of this module. */
import { z } from 'zod'
import { asId, isId } from '../../kernel/ids.ts'
import {
  checkbox,
  choice,
  cleanText,
  date,
  line,
  optionalLine,
  optionalLink,
  optionalParagraphs,
  paragraphs,
  whole,
} from '../../kernel/inputs.ts'
import { type FormValues, one } from '../../platform/http/route.ts'
import { PICTURE_MAX_BYTES } from '../../platform/pictures/index.ts'
import { ORGANISATION_KINDS, type OrganisationKind } from '../organisations/index.ts'
import { ALT_MAX, BODY_MAX, TITLE_MAX } from './rules/revision.ts'
import type { NewsState } from './store/lists.ts'
import { type OrganisationId, type PictureId, REVISION_STATES, type Shown } from './types.ts'

export const PICTURE_UPLOAD = { maxBytes: PICTURE_MAX_BYTES, maxFiles: 1 } as const

export const empty = z.strictObject({})

/** Nothing is required: a draft is kept as it is, and the rules say what is missing when it is sent. */
const text = (max: number) =>
  z
    .string({ error: 'not_text' })
    .optional()
    .default('')
    .transform(cleanText)
    .pipe(z.string().max(max, 'too_long'))

const ALT_FIELD = /^alt-([0-9a-f-]{36})$/

/** The form has a field for each picture, so its fields are not known beforehand. */
export const newsForm = z
  .looseObject({
    organisation: z.string().max(36).optional().default(''),
    version: z.string().max(10).optional().default(''),
    title: text(TITLE_MAX),
    body: text(BODY_MAX),
    alt: text(ALT_MAX),
    remove: z.union([z.string(), z.array(z.string())]).optional(),
  })
  .transform((form, ctx) => {
    const known = ['organisation', 'version', 'title', 'body', 'alt', 'remove', 'picture']
    for (const name of Object.keys(form))
      if (!known.includes(name) && !ALT_FIELD.test(name)) {
        ctx.addIssue({ code: 'unrecognized_keys', keys: [name] })
        return z.NEVER
      }
    const removed = [form.remove ?? []].flat()
    const pictures: Shown[] = Object.entries(form).flatMap(([name, value]) => {
      const id = ALT_FIELD.exec(name)?.[1]
      if (id === undefined || !isId(id) || removed.includes(id)) return []
      const alt = cleanText(typeof value === 'string' ? value : '').slice(0, ALT_MAX)
      return [{ id: asId<'publicationPicture'>(id) as PictureId, alt }]
    })
    return {
      organisationId: isId(form.organisation)
        ? (asId<'organisation'>(form.organisation) as OrganisationId)
        : null,
      version: /^\d{1,9}$/.test(form.version) ? Number(form.version) : null,
      title: form.title.replace(/\n+/g, ' '),
      body: form.body,
      alt: form.alt,
      pictures,
    }
  })

export const appealForm = z.strictObject({ words: paragraphs(3_000) })
export const publishForm = z.strictObject({ version: whole(1) })
export const returnForm = z.strictObject({
  version: whole(1),
  reason: line(60),
  words: paragraphs(3_000),
})
export const appealDecisionForm = z.strictObject({
  version: whole(1),
  verdict: choice(['overturn', 'uphold']),
  words: optionalParagraphs(3_000),
})
export const withdrawForm = z.strictObject({ reason: line(60), words: paragraphs(3_000) })

export const reasonForm = z.strictObject({
  code: z.string({ error: 'required' }).regex(/^[a-z][a-zA-Z]{1,40}$/, 'invalid'),
  nameUk: line(160),
  nameEn: line(160),
  source: optionalLine(200),
  url: optionalLink(),
  position: whole(0, 999),
  active: checkbox(),
})
export const silenceForm = z.strictObject({
  from: date(),
  to: date(),
  title: line(160),
  source: line(300),
  url: optionalLink(),
})
export const cancelForm = z.strictObject({ reason: paragraphs(1_000) })
export const settingsForm = z.strictObject({
  measure: optionalLine(20),
  unit: z.string().max(36).optional().default(''),
  decideDays: whole(1, 30),
  embedIn: optionalParagraphs(4_000),
})

export type OfficeQuery = {
  readonly state: NewsState | null
  readonly kind: OrganisationKind | null
  readonly text: string
  readonly after: string
}

export function readOfficeQuery(query: FormValues): OfficeQuery {
  const state = one(query, 'state')
  const states: readonly NewsState[] = [
    ...REVISION_STATES.filter((s) => s !== 'draft' && s !== 'superseded'),
    'withdrawn',
  ]
  return {
    state: states.find((s) => s === state) ?? null,
    kind: readKind(one(query, 'kind')),
    text: one(query, 'q').slice(0, 100),
    after: one(query, 'after'),
  }
}

export function readKind(text: string): OrganisationKind | null {
  return ORGANISATION_KINDS.find((k) => k === text) ?? null
}
