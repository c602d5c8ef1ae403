/** A card is written, sent, taken back: by who speaks for the organisation, or by a clerk for it. */
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, isRefusal, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { inspectFile, setFileAccess, storeFile } from '../../../platform/files.ts'
import { newId } from '../../../platform/random.ts'
import type { FileId } from '../../../platform/tables.ts'
import { findOrganisations, type OrganisationId, organisationById } from '../../organisations/index.ts'
import { mayWritePractice } from '../policy.ts'
import { missing, type PracticeVerb, step, wrongWithPeriod } from '../rules/state.ts'
import * as store from '../store/practices.ts'
import type { Content, Partner, Practice, PracticeId } from '../types.ts'
import { nameOf } from './who.ts'

export type ContentInput = Omit<Content, 'partners'> & { readonly partners: readonly string[] }

export function createPractice(
  ctx: Context,
  input: {
    readonly organisationId: OrganisationId
    readonly content: ContentInput
    readonly submit: boolean
  },
): Promise<PracticeId> {
  return transact(ctx, async (tx) => {
    permit(mayWritePractice(tx.actor, input.organisationId), 'practice.create')
    found(await organisationById(tx.db, input.organisationId), 'organisation')
    accept(wrongWithPeriod(input.content))
    const content = await settled(tx, input.content)
    const id = newId<'practice'>()
    await store.insertPractice(tx, {
      id,
      organisationId: input.organisationId,
      content,
      by: nameOf(tx.actor),
      byRepresentative: tx.actor.kind === 'representative',
    })
    audit(
      tx,
      'practice.create',
      { type: 'practice', id },
      { after: { organisation: input.organisationId, title: content.title } },
    )
    if (input.submit) await submitPractice(tx, id)
    return id
  })
}

export function editPractice(
  ctx: Context,
  id: PracticeId,
  input: { readonly version: number; readonly content: ContentInput; readonly submit: boolean },
): Promise<void> {
  return transact(ctx, async (tx) => {
    await change(tx, id, 'edit', async (inner, practice, state) => {
      if (practice.version !== input.version) throw new Conflict('practice')
      accept(wrongWithPeriod(input.content))
      const content = await settled(inner, input.content)
      await store.savePractice(inner, practice, { state, content, withdrawnReason: null })
      audit(
        inner,
        'practice.edit',
        { type: 'practice', id },
        { before: factsOf(practice.content), after: factsOf(content) },
      )
    })
    if (input.submit) await submitPractice(tx, id)
  })
}

/** Everything that the card lacks is said at once. */
export function submitPractice(ctx: Context, id: PracticeId): Promise<void> {
  return change(ctx, id, 'submit', async (tx, practice, state) => {
    accept(missing(practice.content))
    await store.savePractice(tx, practice, { state, submitted: true, returnedReason: null })
    audit(tx, 'practice.submit', { type: 'practice', id }, { after: { title: practice.content.title } })
  })
}

export function recallPractice(ctx: Context, id: PracticeId): Promise<void> {
  return change(ctx, id, 'recall', async (tx, practice, state) => {
    await store.savePractice(tx, practice, { state })
    audit(tx, 'practice.recall', { type: 'practice', id }, {})
  })
}

/** A file waits with the card: it is public when the card is published. */
export function attachFile(
  ctx: Context,
  id: PracticeId,
  file: { readonly title: string; readonly name: string; readonly bytes: Uint8Array },
): Promise<void> {
  return change(ctx, id, 'edit', async (tx, practice, state) => {
    const inspected = inspectFile(file.name, file.bytes)
    const { mediaType } = accept(
      isRefusal(inspected) ? refuse(inspected.refused, inspected.values, 'file') : inspected,
    )
    const stored = await storeFile(tx, { name: file.name, bytes: file.bytes, mediaType, access: 'office' })
    await store.insertFile(tx, id, { id: stored.id, title: file.title })
    await store.savePractice(tx, practice, { state })
    audit(tx, 'practice.attach', { type: 'practice', id }, { after: { file: stored.id, title: file.title } })
  })
}

/** From now on nobody is given it, at its public address neither. */
export function removeFile(ctx: Context, id: PracticeId, file: FileId): Promise<void> {
  return change(ctx, id, 'edit', async (tx, practice, state) => {
    found((await store.deleteFile(tx.db, id, file)) ? file : null, 'file')
    await setFileAccess(tx, [file], 'office')
    await store.savePractice(tx, practice, { state })
    audit(tx, 'practice.detach', { type: 'practice', id }, { before: { file } })
  })
}

/** Load and lock → permit → state → work. */
function change(
  ctx: Context,
  id: PracticeId,
  verb: PracticeVerb,
  work: (tx: Tx, practice: Practice, state: Practice['state']) => Promise<void>,
): Promise<void> {
  return transact(ctx, async (tx) => {
    const practice = found(await store.lockPractice(tx.db, id), 'practice')
    permit(mayWritePractice(tx.actor, practice.organisationId), `practice.${verb}`)
    await work(tx, practice, accept(step(practice.state, verb)))
  })
}

/** A partner that the registry knows by its code, or by a name that fits one only, is bound to it. */
async function settled(tx: Tx, input: ContentInput): Promise<Content> {
  const partners: Partner[] = []
  for (const name of input.partners) {
    const [one, another] = await findOrganisations(tx.db, { text: name, limit: 2 })
    partners.push({ name, organisationId: one && !another ? one.id : null })
  }
  return { ...input, partners }
}

function factsOf(content: Content) {
  const { title, problem, done, result, from, to, place, cost } = content
  return { title, problem, done, result, from, to, place, cost }
}
