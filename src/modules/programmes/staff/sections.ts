/** The sections of a review: shown, saved, and shown again when what was typed is wrong or stale. */
import type { z } from 'zod'
import { found } from '../../../kernel/errors.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { type Reply, redirect, page as reply, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState } from '../../../platform/http/submit.ts'
import { boundFields, type Content, diffView, form, hiddenField, notice } from '../../../ui/index.ts'
import { editDraft } from '../actions/review.ts'
import { markOf } from '../actions/seen.ts'
import { actForm, contentForm, controlForm, fundingForm, passportForm, unitsForm } from '../forms/review.ts'
import * as changes from '../rules/section-changes.ts'
import { type Editable, partOf, type Section } from '../rules/sections.ts'
import { texts } from '../texts/index.ts'
import type { Draft } from '../types/draft.ts'
import type { LineRange, ProposedProgramme } from '../types/proposed.ts'
import { draftPath, reviewPage } from '../views/review-page.ts'
import * as fields from '../views/section-fields.ts'
import { type Values, valuesOf } from '../views/section-values.ts'
import { draftIdOf, knownUnits, openReview, type ReviewRequest } from './review-request.ts'
import { saving } from './saving.ts'

export type FormSection = Exclude<Section, 'measures' | 'lines' | 'findings'>

type Change = ProposedProgramme | Refusal | readonly Refusal[]
/** What was typed, ready to be applied to the proposal. */
type Typed = {
  readonly seen: string
  readonly change: (proposed: ProposedProgramme, known: ReadonlySet<string>) => Change
}
type SectionEditor = {
  readonly schema: z.ZodType<Typed>
  readonly fields: (form: fields.SectionForm) => Content
  readonly lines: (proposed: ProposedProgramme, draft: Draft) => readonly (LineRange | null)[]
}

function edited<T extends { readonly seen: string }>(e: {
  readonly schema: z.ZodType<T>
  readonly change: (proposed: ProposedProgramme, input: T, known: ReadonlySet<string>) => Change
  readonly fields: SectionEditor['fields']
  readonly lines: SectionEditor['lines']
}): SectionEditor {
  const schema = e.schema.transform((input) => ({
    seen: input.seen,
    change: (p: ProposedProgramme, known: ReadonlySet<string>) => e.change(p, input, known),
  }))
  return { schema, fields: e.fields, lines: e.lines }
}

const each = (items: readonly { readonly lines: LineRange | null }[]) => items.map((i) => i.lines)

/** Lines of whole parts, where single values do not know theirs. */
const ofParts = (draft: Draft, parts: readonly string[]) =>
  draft.reading.parts.filter((p) => parts.includes(p.part)).map((p) => p.lines)

const SECTION_FORMS = {
  act: edited({
    schema: actForm,
    change: changes.changeAct,
    fields: fields.actFields,
    lines: (_, draft) => ofParts(draft, ['actHeader', 'title']),
  }),
  passport: edited({
    schema: passportForm,
    change: (p, i) => changes.changePassport(p, i.rows),
    fields: fields.passportFields,
    lines: (p) => each(p.passport),
  }),
  content: edited({
    schema: contentForm,
    change: changes.changeContent,
    fields: fields.contentFields,
    lines: (p) =>
      each([...p.facts, ...p.problems, ...(p.aim ? [p.aim] : []), ...p.tasks, ...p.expectedResults]),
  }),
  units: edited({
    schema: unitsForm,
    change: changes.changeUnits,
    fields: fields.unitsFields,
    lines: () => [],
  }),
  funding: edited({
    schema: fundingForm,
    change: (p, i) => changes.changeFunding(p, i.rows),
    fields: fields.fundingFields,
    lines: (p) => each(p.funding),
  }),
  control: edited({
    schema: controlForm,
    change: changes.changeControl,
    fields: fields.controlFields,
    lines: (p) => [...each(p.control), p.signatory?.lines ?? null],
  }),
} satisfies Record<FormSection, SectionEditor>

export async function showSection(request: WebRequest, section: FormSection): Promise<Reply> {
  return reply(await sectionPage(request, section, await openReview(request), CLEAN, false))
}

export async function saveSection(request: WebRequest, section: FormSection): Promise<Reply> {
  const one = SECTION_FORMS[section]
  const id = draftIdOf(request)
  const { draft } = await openReview(request)
  const { known } = await knownUnits(request, draft)
  const ids = new Set<string>(known.map((u) => u.id))
  return saving(request, {
    schema: one.schema,
    act: (input) =>
      editDraft(request.ctx, {
        id,
        what: section,
        seen: input.seen,
        change: (p) => asChange(input.change(p, ids)),
      }),
    done: () => redirect(`${draftPath(draft, `/${section}`)}?saved=1`),
    again: async (state, stale) => sectionPage(request, section, await openReview(request), state, stale),
  })
}

/** A rule's answer in the shape that `editDraft` takes. */
export function asChange(
  change: Change,
): { readonly proposed: ProposedProgramme } | Refusal | readonly Refusal[] {
  return isRefusals(change) || 'refused' in change ? change : { proposed: change }
}

function isRefusals(change: Change): change is readonly Refusal[] {
  return Array.isArray(change)
}

async function sectionPage(
  request: WebRequest,
  section: FormSection,
  { draft, source, editable }: ReviewRequest,
  state: FormState,
  stale: boolean,
): Promise<Html> {
  const { locale, frame } = request
  const one = SECTION_FORMS[section]
  const stored = valuesOf(locale, draft.proposed, section)
  const values: Values = state === CLEAN ? stored : { ...state.values }
  const units = await knownUnits(request, draft)
  const content = one.fields({
    locale,
    f: boundFields({ locale, values, errors: state.errors }),
    values,
    proposed: draft.proposed,
    amends: draft.kind === 'amendment',
    ...units,
  })
  return reviewPage(frame, {
    draft,
    source,
    section,
    marked: one.lines(draft.proposed, draft),
    notices: notices(request, stale, stored),
    main: sectionForm(request, { draft, what: section, path: `/${section}`, content, state, editable }),
  })
}

/** The form around the fields; only the fields, for whom may not change them. */
export function sectionForm(
  request: WebRequest,
  view: {
    readonly draft: Draft
    readonly what: Editable
    readonly path: string
    readonly content: Content
    readonly state: FormState
    readonly editable: boolean
    readonly extra?: Content
  },
): Html {
  const { locale, frame } = request
  const { draft, what } = view
  if (!view.editable)
    return html`<fieldset disabled class="group"><legend class="sr">${draft.proposed.shortTitle}</legend>${view.content}</fieldset>`
  return form({
    locale,
    action: draftPath(draft, view.path),
    csrf: frame.csrf,
    errors: view.state.errors,
    submit: texts(locale).review.save,
    draftKey: `${draft.id}/${what}`,
    extra: view.extra,
    content: [hiddenField('seen', markOf(partOf(draft.proposed, what))), view.content],
  })
}

/** That it was saved, or that someone else was quicker. */
export function notices(request: WebRequest, stale: boolean, stored: Values): Content {
  const { locale } = request
  const t = texts(locale).review
  if (!stale)
    return (
      request.url.searchParams.has('saved') && notice({ locale, tone: 'success', title: t.saved, live: true })
    )
  const names = [...new Set([...Object.keys(stored), ...Object.keys(request.form)])].filter(
    (n) => n !== 'seen',
  )
  const told = (values: Values, name: string) => {
    const value = values[name]
    return value === undefined ? '' : typeof value === 'string' ? value : value.join('; ')
  }
  const rows = names
    .map((name) => ({ label: name, before: told(stored, name), after: told({ ...request.form }, name) }))
    .filter((r) => r.before.replace(/\r\n/g, '\n') !== r.after.replace(/\r\n/g, '\n'))
    .map((r) => ({ ...r, label: fieldLabel(request, r.label) }))
  return [
    notice({ locale, tone: 'warning', title: t.conflictTitle, body: t.conflictBody, live: true }),
    diffView({
      locale,
      caption: t.conflictCaption,
      rows,
      beforeLabel: t.conflictTheirs,
      afterLabel: t.conflictMine,
    }),
  ]
}

function fieldLabel(request: WebRequest, name: string): string {
  const t = texts(request.locale).review.fields
  const [, base = name, at] = /^(.+?)(?:-(\d+))?$/.exec(name) ?? []
  const label = (t as Readonly<Record<string, unknown>>)[base]
  const text = typeof label === 'string' ? label : base
  return at === undefined ? text : `${text} (${t.row(Number(at) + 1).toLowerCase()})`
}

export function isFormSection(text: string): text is FormSection {
  return Object.hasOwn(SECTION_FORMS, text)
}

export function requireFormSection(request: WebRequest): FormSection {
  const section = request.params['section'] ?? ''
  return found(isFormSection(section) ? section : null, 'section')
}
