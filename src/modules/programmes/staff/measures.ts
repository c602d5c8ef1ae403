/** Measures of a draft: the list, one at a time, added and dropped. */
import { found } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { html } from '../../../kernel/html.ts'
import { type Reply, redirect, page as reply, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState } from '../../../platform/http/submit.ts'
import { boundFields, button, buttonRow, confirmButton, hiddenField, linkButton } from '../../../ui/index.ts'
import { editDraft } from '../actions/review.ts'
import { markOf } from '../actions/seen.ts'
import { addMeasureForm, measureForm } from '../forms/review.ts'
import { changeOneMeasure } from '../rules/measure-change.ts'
import { addMeasure, dropMeasure, type Editable, partOf } from '../rules/sections.ts'
import { texts } from '../texts/index.ts'
import type { Draft } from '../types/draft.ts'
import type { ProposedMeasure } from '../types/proposed.ts'
import { measureFields } from '../views/measure-fields.ts'
import { draftPath, reviewPage } from '../views/review-page.ts'
import { amendmentList, measureList } from '../views/review-sections.ts'
import { linesOf } from '../views/section-fields.ts'
import { type Values, valuesOf } from '../views/section-values.ts'
import { draftIdOf, knownUnits, openReview, type ReviewRequest } from './review-request.ts'
import { saving } from './saving.ts'
import { asChange, notices, sectionForm } from './sections.ts'

export async function showMeasures(request: WebRequest): Promise<Reply> {
  return reply(await measuresPage(request, false))
}

async function measuresPage(request: WebRequest, stale: boolean): Promise<Html> {
  const { draft, source, editable } = await openReview(request)
  const { locale, frame } = request
  const around = { locale, csrf: frame.csrf, draft, editable }
  return reviewPage(frame, {
    draft,
    source,
    section: 'measures',
    marked: draft.proposed.measures.map((m) => m.lines),
    notices: notices(request, stale, {}),
    main: [measureList(around, markOf(partOf(draft.proposed, 'measures'))), amendmentList(locale, draft)],
  })
}

export async function addOne(request: WebRequest): Promise<Reply> {
  const id = draftIdOf(request)
  return saving(request, {
    schema: addMeasureForm,
    act: (input) => editDraft(request.ctx, { id, what: 'measures', seen: input.seen, change: addMeasure }),
    done: ({ key }) => redirect(draftPath({ id }, `/measures/${key}`)),
    again: (_, stale) => measuresPage(request, stale),
  })
}

function measureOf(request: WebRequest, draft: Draft): ProposedMeasure {
  return found(
    draft.proposed.measures.find((m) => m.key === request.params['key']),
    'measure',
  )
}

export async function showMeasure(request: WebRequest): Promise<Reply> {
  return reply(await measurePage(request, await openReview(request), CLEAN, false))
}

export async function saveMeasure(request: WebRequest): Promise<Reply> {
  const { draft } = await openReview(request)
  const measure = measureOf(request, draft)
  const what: Editable = `measure:${measure.key}`
  const { known } = await knownUnits(request, draft)
  const units = new Map(
    known.map((u) => [u.id as string, { name: u.name, isGroup: u.kind === 'group', unitId: u.id }]),
  )
  return saving(request, {
    schema: measureForm,
    act: async (input) => {
      await editDraft(request.ctx, {
        id: draft.id,
        what,
        seen: input.seen,
        change: (p) => asChange(changeOneMeasure(p, measure.key, input, units)),
      })
      return input.next
    },
    done: (next) => redirect(nextPath(draft, measure, next !== null)),
    again: async (state, stale) => measurePage(request, await openReview(request), state, stale),
  })
}

function nextPath(draft: Draft, measure: ProposedMeasure, onwards: boolean): string {
  const list = draft.proposed.measures
  const after = onwards ? list[list.findIndex((m) => m.key === measure.key) + 1] : measure
  return after ? draftPath(draft, `/measures/${after.key}?saved=1`) : draftPath(draft, '/measures?saved=1')
}

export async function dropOne(request: WebRequest): Promise<Reply> {
  const { draft } = await openReview(request)
  const measure = measureOf(request, draft)
  const what: Editable = `measure:${measure.key}`
  return saving(request, {
    schema: addMeasureForm,
    act: (input) =>
      editDraft(request.ctx, {
        id: draft.id,
        what,
        seen: input.seen,
        change: (p) => ({ proposed: dropMeasure(p, measure.key) }),
      }),
    done: () => redirect(draftPath(draft, '/measures?saved=1')),
    again: async (state, stale) => measurePage(request, await openReview(request), state, stale),
  })
}

async function measurePage(
  request: WebRequest,
  { draft, source, editable }: ReviewRequest,
  state: FormState,
  stale: boolean,
): Promise<Html> {
  const { locale, frame } = request
  const t = texts(locale).review
  const measure = measureOf(request, draft)
  const what: Editable = `measure:${measure.key}`
  const stored = valuesOf(locale, draft.proposed, what)
  const values: Values = state === CLEAN ? stored : { ...state.values }
  const content = measureFields(
    {
      locale,
      f: boundFields({ locale, values, errors: state.errors }),
      values,
      proposed: draft.proposed,
      amends: draft.kind === 'amendment',
      ...(await knownUnits(request, draft)),
    },
    measure,
  )
  return reviewPage(frame, {
    draft,
    source,
    section: 'measures',
    heading: t.measureHeading(measure.number),
    marked: [measure.lines],
    notices: notices(request, stale, stored),
    main: [
      html`<p>${linesOf(locale, measure.lines)}</p>`,
      sectionForm(request, {
        draft,
        what,
        path: `/measures/${measure.key}`,
        content,
        state,
        editable,
        extra: button({ label: t.saveNext, kind: 'quiet', name: 'next', value: '1' }),
      }),
      neighbours(request, draft, measure),
      editable &&
        confirmButton({
          action: draftPath(draft, `/measures/${measure.key}/drop`),
          csrf: frame.csrf,
          summary: t.dropMeasureSummary,
          text: t.dropMeasureText,
          label: t.dropMeasure,
          before: hiddenField('seen', markOf(partOf(draft.proposed, what))),
        }),
    ],
  })
}

function neighbours(request: WebRequest, draft: Draft, measure: ProposedMeasure): Html {
  const t = texts(request.locale).review
  const list = draft.proposed.measures
  const at = list.findIndex((m) => m.key === measure.key)
  const to = (m: ProposedMeasure | undefined, label: string) =>
    m &&
    linkButton({
      label,
      hint: m.number,
      kind: 'quiet',
      small: true,
      href: draftPath(draft, `/measures/${m.key}`),
    })
  return buttonRow(
    to(list[at - 1], t.previousMeasure),
    to(list[at + 1], t.nextMeasure),
    linkButton({ label: t.allMeasures, kind: 'quiet', small: true, href: draftPath(draft, '/measures') }),
  )
}
