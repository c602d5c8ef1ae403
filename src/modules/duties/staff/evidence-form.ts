/** Writing evidence: the form, its draft, its correction. */
import { unitsOf } from '../../../kernel/actor.ts'
import { found, permit } from '../../../kernel/errors.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { shortDate } from '../../../kernel/texts.ts'
import { type FormValues, page, type Reply, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { type FormState, submit } from '../../../platform/http/submit.ts'
import { listUnits } from '../../people/index.ts'
import { activeProgramme, indicatorsOf, type ProgrammeId } from '../../programmes/index.ts'
import { keepDraft } from '../actions/drafts.ts'
import { editEvidence, recordByHand, type Upload } from '../actions/evidence.ts'
import { draftTitle, dutyField, editEvidenceSchema, factField, newEvidenceSchema } from '../forms/evidence.ts'
import { readId } from '../forms/list.ts'
import * as policy from '../policy.ts'
import { dutiesByIds, undoneDuties } from '../store/duties.ts'
import { typedOf } from '../store/evidence.ts'
import { evidenceById } from '../store/evidence-lists.ts'
import { filesOf } from '../store/files.ts'
import { measureById, measuresOfProgramme } from '../store/measures.ts'
import type { DutyId, EvidenceWhole } from '../types.ts'
import { type EvidenceFormView, evidenceFormPage } from '../views/evidence-form.ts'
import { noProgrammePage } from '../views/no-programme.ts'
import { idParam, sentences } from './common.ts'

const DUTIES_OFFERED = 300

export async function newForm(request: WebRequest): Promise<Reply> {
  const { ctx, query } = request
  const dutyId = readId<'duty'>(query, 'duty')
  const measureId = readId<'measure'>(query, 'measure')
  const [duty] = dutyId ? await dutiesByIds(ctx.db, [dutyId]) : []
  const measure = measureId ? await measureById(ctx.db, measureId) : null
  const programmeId =
    duty?.programmeId ?? measure?.programmeId ?? (await activeProgramme(ctx.db, ctx.today))?.id
  if (programmeId === undefined) return page(noProgrammePage(request.frame))
  const inTime = !duty || duty.due.since(ctx.today).sign >= 0
  const values: FormValues = {
    kind: 'event',
    access: 'public',
    ...(inTime ? { happenedFrom: shortDate(request.locale, ctx.today) } : {}),
    ...(duty ? { [dutyField(duty.id)]: 'whole' } : {}),
  }
  const form = { values, errors: [] }
  return page(
    evidenceFormPage(request.frame, await viewOf(request, programmeId, form, { kind: 'new' }, measure?.id)),
  )
}

/** Saves for good, or keeps what was typed as a draft. */
export async function record(request: WebRequest): Promise<Reply> {
  const { ctx, form } = request
  const files = uploadsOf(request)
  const draftId = readId<'evidence'>(form, 'draft')
  const programmeId = await programmeOf(request)
  if (request.intent === 'draft') {
    await keepDraft(ctx, {
      id: draftId,
      programmeId,
      unitId: readId<'unit'>(form, 'unit') ?? unitsOf(ctx.actor)[0] ?? null,
      title: draftTitle(form),
      typed: form,
      files,
    })
    return redirect('/office/evidence?done=draft')
  }
  return submit(request, {
    schema: newEvidenceSchema(form),
    act: ({ input, access, remove }) =>
      recordByHand(ctx, input, { draftId, access, files, removeFiles: remove }),
    done: (id) => redirect(`/office/evidence/${id}?done=recorded`),
    sentence: sentences(request),
    again: async (state) => {
      const mode = draftId ? ({ kind: 'draft', id: draftId } as const) : ({ kind: 'new' } as const)
      return evidenceFormPage(
        request.frame,
        await viewOf(request, programmeId, withUnchosen(request, state), mode),
      )
    },
  })
}

export async function editForm(request: WebRequest): Promise<Reply> {
  const { ctx } = request
  const evidence = await editable(request)
  const isDraft = evidence.state === 'draft'
  const values = isDraft ? await typedOf(ctx.db, evidence.id) : valuesOf(request.locale, evidence)
  const mode: EvidenceFormView['mode'] = isDraft
    ? { kind: 'draft', id: evidence.id }
    : { kind: 'edit', id: evidence.id, version: evidence.version, frozen: evidence.frozen }
  return page(
    evidenceFormPage(
      request.frame,
      await viewOf(request, evidence.programmeId, { values, errors: [] }, mode),
    ),
  )
}

export async function saveEdit(request: WebRequest): Promise<Reply> {
  const { ctx, form } = request
  const evidence = await editable(request)
  return submit(request, {
    schema: editEvidenceSchema(form),
    act: ({ input, access: _, remove, version, reason }) =>
      editEvidence(ctx, input, {
        id: evidence.id,
        version,
        reason,
        files: uploadsOf(request),
        removeFiles: remove,
      }),
    done: () => redirect(`/office/evidence/${evidence.id}?done=saved`),
    sentence: sentences(request),
    again: async (state) =>
      evidenceFormPage(
        request.frame,
        await viewOf(request, evidence.programmeId, state, {
          kind: 'edit',
          id: evidence.id,
          version: evidence.version,
          frozen: evidence.frozen,
        }),
      ),
  })
}

async function editable(request: WebRequest): Promise<EvidenceWhole> {
  const { ctx } = request
  const evidence = found(await evidenceById(ctx.db, idParam(request, 'evidence')), 'evidence')
  permit(
    policy.maySeeEvidence(ctx.actor, evidence) && policy.mayEditEvidence(ctx.actor, evidence),
    'evidence.edit',
  )
  return evidence
}

/** Everything that the form offers beside what was typed. */
async function viewOf(
  request: WebRequest,
  programmeId: ProgrammeId,
  form: FormState,
  mode: EvidenceFormView['mode'],
  measureId?: string,
): Promise<EvidenceFormView> {
  const { ctx } = request
  const isCoordinator = policy.mayRecord(ctx.actor, null)
  const own = unitsOf(ctx.actor)
  const chosenIds = dutiesIn(form.values)
  const [chosen, offered, measures, indicators, units, files] = await Promise.all([
    dutiesByIds(ctx.db, chosenIds),
    undoneDuties(
      ctx.db,
      programmeId,
      isCoordinator ? 'all' : own,
      ctx.today.add({ days: 31 }),
      DUTIES_OFFERED + 1,
    ),
    measuresOfProgramme(ctx.db, programmeId),
    indicatorsOf(ctx.db, programmeId),
    listUnits(ctx.db, { kind: 'unit' }),
    mode.kind === 'new' ? [] : filesOf(ctx.db, mode.id),
  ])
  const shown = new Set<string>([...chosen.map((d) => d.measureId), ...(measureId ? [measureId] : [])])
  return {
    form,
    mode,
    chosen,
    others: offered.slice(0, DUTIES_OFFERED).filter((d) => !chosenIds.includes(d.id)),
    isCut: offered.length > DUTIES_OFFERED,
    openMeasure: measureId ?? null,
    measures,
    indicators: indicators.filter(
      (i) => shown.has(i.measureId) || (form.values[factField(i.id)] ?? '') !== '',
    ),
    units: isCoordinator ? units : units.filter((u) => own.includes(u.id)),
    files,
    today: ctx.today,
  }
}

/** What is not typed right is told before the rules are asked; that nothing is ticked is told with it. */
function withUnchosen(request: WebRequest, state: FormState): FormState {
  const { values, errors } = state
  const isChosen = dutiesIn(values).length > 0 || (values['measures'] ?? '').length > 0
  if (isChosen || errors.some((e) => e.field === 'duties')) return state
  const message = sentences(request)(refuse('nothing_fulfilled'))
  return { values, errors: [...errors, { field: 'duties', message }] }
}

function dutiesIn(values: FormValues): DutyId[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const id = name.replace(/^duty-/, '')
    return name.startsWith('duty-') && isId(id) && value !== '' ? [asId<'duty'>(id)] : []
  })
}

async function programmeOf(request: WebRequest): Promise<ProgrammeId> {
  const { ctx, form } = request
  const [duty] = await dutiesByIds(ctx.db, dutiesIn(form))
  if (duty) return duty.programmeId
  const measureId = readId<'measure'>(form, 'measures')
  const measure = measureId ? await measureById(ctx.db, measureId) : null
  return measure?.programmeId ?? found(await activeProgramme(ctx.db, ctx.today), 'programme').id
}

function uploadsOf(request: WebRequest): Upload[] {
  const access = request.form['access'] === 'office' ? 'office' : 'public'
  return request.files
    .filter((file) => file.field === 'files')
    .map(({ name, bytes }) => ({ name, bytes, access }))
}

/** Recorded evidence as the form would have been typed. */
function valuesOf(locale: WebRequest['locale'], e: EvidenceWhole): FormValues {
  const text = (value: string | number | null) => (value === null ? '' : String(value))
  return {
    title: e.title,
    kind: e.kind,
    unit: text(e.unitId),
    happenedFrom: shortDate(locale, e.happened.from),
    happenedTo: e.happened.to.equals(e.happened.from) ? '' : shortDate(locale, e.happened.to),
    place: text(e.place),
    result: text(e.result),
    participants: text(e.participants),
    organisations: e.organisations.join('\n'),
    cost: e.cost === null ? '' : (e.cost / 100).toFixed(2).replace('.', ','),
    link: text(e.link),
    publication: text(e.publication),
    lateReason: text(e.lateReason),
    access: 'public',
    // Measures that no duty of it brings along.
    measures: e.measures.filter((m) => !e.duties.some((d) => d.measureId === m.id)).map((m) => m.id),
    ...Object.fromEntries(e.duties.map((d) => [dutyField(d.id), d.share])),
    ...Object.fromEntries(e.indicators.map((i) => [factField(i.id), String(i.fact).replace('.', ',')])),
  }
}
