/** What the office decides: published, returned, an appeal by another officer, withdrawn. */
import { Conflict, found, permit, Refused } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { mayDecideAppeal, mayDecideNews } from '../policy.ts'
import { type RevisionVerb, step } from '../rules/revision.ts'
import { isSilent } from '../rules/silence.ts'
import { noteDecision } from '../store/decisions.ts'
import * as store from '../store/publications.ts'
import { reasons } from '../store/reasons.ts'
import { silenceNow } from '../store/silence.ts'
import { OPEN_STATES, type Publication, type PublicationId, type Reason, type Revision } from '../types.ts'
import { bringEvidenceUpToDate } from './evidence.ts'
import { tellAuthor } from './letters.ts'

type At = Pick<House, 'baseUrl' | 'city'>
type Seen = { readonly id: PublicationId; readonly version: number }
type Why = { readonly reason: string; readonly words: string }

async function begun(tx: Tx, seen: Seen, verb: RevisionVerb) {
  permit(mayDecideNews(tx.actor), `publication.${verb}`)
  const publication = found(await store.lockPublication(tx.db, seen.id), 'news')
  const revisions = await store.revisionsOf(tx.db, seen.id)
  const open = revisions.find((r) => OPEN_STATES.includes(r.state))
  if (!open || open.state === 'draft') throw new Refused([refuse('wrong_state', { verb })])
  const state = accept(step(open.state, verb))
  if (open.version !== seen.version) throw new Conflict('publication')
  if (publication.withdrawn) throw new Refused([refuse('withdrawn_already')])
  return { publication, revisions, open, state }
}

export function publishNews(ctx: Context, house: At, seen: Seen): Promise<void> {
  return transact(ctx, async (tx) => {
    const { publication, revisions, open, state } = await begun(tx, seen, 'publish')
    await show(tx, house, publication, revisions, { ...open, state })
    await note(tx, publication, open, 'publish', open.submittedAt, null)
    await tellAuthor(tx, house, publication, open, { kind: 'published' })
  })
}

export function returnNews(ctx: Context, house: At, seen: Seen, why: Why): Promise<void> {
  return transact(ctx, async (tx) => {
    const { publication, open, state } = await begun(tx, seen, 'return')
    const reason = await reasonOf(tx, why)
    await store.saveRevision(tx, open, {
      state,
      reason: reason.code,
      words: why.words,
      decided_at: tx.now,
      decided_by: idOf(tx),
      appeal: null,
      appealed_at: null,
      appeal_decided_at: null,
    })
    await note(tx, publication, open, 'return', open.submittedAt, why)
    await tellAuthor(tx, house, publication, open, { kind: 'returned', reason, words: why.words })
  })
}

/** Another officer than the one who returned it: publishes after all, or upholds the return with words of their own. */
export function decideAppeal(
  ctx: Context,
  house: At,
  seen: Seen,
  verdict: { readonly overturn: boolean; readonly words: string | null },
): Promise<void> {
  return transact(ctx, async (tx) => {
    const verb = verdict.overturn ? 'overturn' : 'uphold'
    const words = verdict.words ?? ''
    if (!verdict.overturn && words === '') throw new Refused([refuse('words_missing', undefined, 'words')])
    const { publication, revisions, open, state } = await begun(tx, seen, verb)
    permit(mayDecideAppeal(tx.actor, open), 'publication.decideAppeal')
    if (verdict.overturn) await show(tx, house, publication, revisions, { ...open, state })
    else await store.saveRevision(tx, open, { state, words, appeal_decided_at: tx.now })
    await note(tx, publication, open, verb, open.appealedAt, { reason: open.reason ?? '', words })
    const reason = (await reasons(tx.db)).find((r) => r.code === open.reason) ?? null
    await tellAuthor(
      tx,
      house,
      publication,
      open,
      verdict.overturn ? { kind: 'published' } : { kind: 'upheld', reason, words },
    )
  })
}

/** Off the site, with its reason; readers see that it was here and why it went. */
export function withdrawNews(ctx: Context, house: At, id: PublicationId, why: Why): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayDecideNews(tx.actor), 'publication.withdraw')
    const publication = found(await store.lockPublication(tx.db, id), 'news')
    const shown = (await store.revisionsOf(tx.db, id)).find((r) => r.number === publication.publishedRevision)
    if (!shown) throw new Refused([refuse('not_published')])
    if (publication.withdrawn) throw new Refused([refuse('withdrawn_already')])
    const reason = await reasonOf(tx, why)
    await store.withdrawPublication(tx, id, { by: 'office', reason: reason.code, words: why.words })
    await note(tx, publication, shown, 'withdraw', null, why)
    await tellAuthor(tx, house, publication, shown, { kind: 'withdrawn', reason, words: why.words })
    await bringEvidenceUpToDate(tx, house, publication.firstPublishedAt)
  })
}

async function show(
  tx: Tx,
  house: At,
  publication: Publication,
  revisions: readonly Revision[],
  revision: Revision,
): Promise<void> {
  const silence = await silenceNow(tx.db, tx.today)
  if (silence && isSilent(publication.organisationKind, [silence], tx.today))
    throw new Refused([refuse('silence', { title: silence.title, to: silence.to.toString() })])
  const before = revisions.find((r) => r.number === publication.publishedRevision)
  if (before) await store.saveRevision(tx, before, { state: accept(step(before.state, 'supersede')) })
  await store.saveRevision(tx, revision, {
    state: revision.state,
    published_at: tx.now,
    decided_at: tx.now,
    decided_by: idOf(tx),
    ...(revision.appealedAt === null ? {} : { appeal_decided_at: tx.now }),
  })
  await store.showRevision(tx, publication, revision)
  await bringEvidenceUpToDate(tx, house, publication.firstPublishedAt ?? tx.now)
}

async function reasonOf(tx: Tx, why: Why): Promise<Reason> {
  const reason = (await reasons(tx.db)).find((r) => r.code === why.reason && r.active)
  if (!reason) throw new Refused([refuse('reason_unknown', undefined, 'reason')])
  return reason
}

function idOf(tx: Tx): string | null {
  return tx.actor.kind === 'staff' ? tx.actor.id : null
}

async function note(
  tx: Tx,
  publication: Publication,
  revision: Revision,
  verb: 'publish' | 'return' | 'uphold' | 'overturn' | 'withdraw',
  since: Revision['submittedAt'],
  why: Why | null,
): Promise<void> {
  await noteDecision(tx, {
    publicationId: publication.id,
    revision: revision.number,
    verb,
    isEdit: publication.publishedRevision !== null && verb !== 'withdraw',
    reason: why ? why.reason || null : null,
    since,
  })
  audit(
    tx,
    `publication.${verb}`,
    { type: 'publication', id: publication.id },
    {
      before: revision.state,
      after: { revision: revision.number, ...(why ? { reason: why.reason } : {}) },
      ...(why ? { reason: why.words } : {}),
    },
  )
}
