/** What a representative does: writes, sends, takes back, appeals, withdraws. */
import { Conflict, Forbidden, found, permit, Refused } from '../../../kernel/errors.ts'
import { accept, isRefusal, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { newId } from '../../../platform/random.ts'
import { mayWriteNews } from '../policy.ts'
import { differs, mayAppeal, missing, PICTURES_MAX, step } from '../rules/revision.ts'
import { tidyBody } from '../rules/text.ts'
import { pictureIdsOf } from '../store/pictures.ts'
import * as store from '../store/publications.ts'
import {
  OPEN_STATES,
  type OrganisationId,
  type PictureId,
  type Publication,
  type PublicationId,
  type Revision,
  type Shown,
} from '../types.ts'
import { bringEvidenceUpToDate } from './evidence.ts'
import { keepPicture, type MadePicture } from './pictures.ts'

export type Typed = {
  /** None: a new publication. */
  readonly id: PublicationId | null
  readonly organisationId: OrganisationId
  readonly version: number | null
  readonly title: string
  readonly body: string
  /** Those that stay, with their descriptions as typed. */
  readonly pictures: readonly Shown[]
  /** One more, drawn anew already: nothing slow happens inside the transaction. */
  readonly added: { readonly picture: MadePicture; readonly alt: string } | null
}

function author(tx: Tx) {
  if (tx.actor.kind !== 'representative') throw new Forbidden('publication.write')
  return { authorId: tx.actor.id, authorName: tx.actor.name }
}

/** The publication with all its texts, locked, of an organisation for which the actor speaks. */
async function own(tx: Tx, id: PublicationId) {
  const publication = await store.lockPublication(tx.db, id)
  // Whose it is not may not know that there is one.
  const known = found(
    publication && mayWriteNews(tx.actor, publication.organisationId) ? publication : null,
    'news',
  )
  const revisions = await store.revisionsOf(tx.db, id)
  return { publication: known, revisions, open: revisions.find((r) => OPEN_STATES.includes(r.state)) ?? null }
}

const subjectOf = (id: PublicationId) => ({ type: 'publication', id })

/** Keeps a draft as it is: nothing is checked, nothing is lost. */
export function saveDraft(ctx: Context, typed: Typed): Promise<PublicationId> {
  return transact(ctx, async (tx) => (await keep(tx, typed)).publicationId)
}

/** Keeps it and sends it to the clerk, where nothing is missing. */
export function submitNews(ctx: Context, typed: Typed): Promise<PublicationId> {
  return transact(ctx, async (tx) => {
    const unnamed = typed.added && typed.added.alt.trim() === ''
    accept([
      ...missing({ ...typed, body: tidyBody(typed.body) }),
      ...(unnamed ? [refuse('alt_missing', undefined, 'alt')] : []),
    ])
    const kept = await keep(tx, typed)
    const { publication, revisions } = await own(tx, kept.publicationId)
    if (publication.withdrawn) throw new Refused([refuse('withdrawn_already')])
    const shown = revisions.find((r) => r.number === publication.publishedRevision)
    if (shown && !differs(kept, shown)) throw new Refused([refuse('nothing_changed')])
    const state = accept(step(kept.state, 'submit'))
    await store.saveRevision(tx, kept, { state, submitted_at: tx.now })
    audit(tx, 'publication.submit', subjectOf(kept.publicationId), {
      after: { revision: kept.number, title: kept.title, pictures: kept.pictures.length },
    })
    return kept.publicationId
  })
}

/** A first text, the next after a published one, or the one under way. */
async function keep(tx: Tx, typed: Typed): Promise<Revision> {
  const who = author(tx)
  permit(mayWriteNews(tx.actor, typed.organisationId), 'publication.write')
  const id = typed.id ?? newId<'publication'>()
  if (typed.id === null) await store.insertPublication(tx, id, typed.organisationId)
  const { revisions, open } = await own(tx, id)
  const number = open?.number ?? (revisions[0]?.number ?? 0) + 1
  const pictures = await picturesOf(tx, id, typed)
  const text = { title: typed.title.trim(), body: tidyBody(typed.body), pictures }
  if (open) {
    if (typed.version !== null && typed.version !== open.version) throw new Conflict('publication')
    const state = accept(step(open.state, 'edit'))
    await store.saveRevision(tx, open, {
      ...text,
      state,
      author_id: who.authorId,
      author_name: who.authorName,
    })
  } else await store.insertRevision(tx, { publicationId: id, number, ...text, ...who })
  audit(tx, 'publication.edit', subjectOf(id), { after: { revision: number, title: text.title } })
  return found(
    (await store.revisionsOf(tx.db, id)).find((r) => r.number === number),
    'news',
  )
}

async function picturesOf(tx: Tx, id: PublicationId, typed: Typed): Promise<readonly Shown[]> {
  const known = await pictureIdsOf(tx.db, id)
  const kept = typed.pictures.filter((p) => known.has(p.id))
  if (!typed.added) return kept
  if (kept.length >= PICTURES_MAX)
    throw new Refused([refuse('too_many_pictures', { most: PICTURES_MAX }, 'picture')])
  const added: PictureId = await keepPicture(tx, id, typed.added.picture)
  return [...kept, { id: added, alt: typed.added.alt }]
}

/** While nobody has decided, it can be taken back and mended. */
export function recallNews(ctx: Context, id: PublicationId): Promise<void> {
  return change(ctx, id, 'recall', async (tx, { open }) => {
    const state = accept(step(open.state, 'recall'))
    await store.saveRevision(tx, open, { state, submitted_at: null })
  })
}

/** A text that was not published is thrown away; with the first, the publication. */
export function discardNews(ctx: Context, id: PublicationId): Promise<void> {
  return change(ctx, id, 'discard', async (tx, { publication, open, revisions }) => {
    accept(step(open.state, 'discard'))
    if (open.decidedAt !== null) throw new Refused([refuse('decided_already')])
    if (publication.publishedRevision === null && revisions.length === 1)
      await store.deletePublication(tx, id)
    else await store.deleteRevision(tx, open)
  })
}

/** Asks another officer to look at what was returned. */
export function appealNews(ctx: Context, id: PublicationId, words: string): Promise<void> {
  return change(ctx, id, 'appeal', async (tx, { open }) => {
    const state = accept(step(open.state, 'appeal'))
    const may = mayAppeal(open)
    if (isRefusal(may)) throw new Refused([may])
    await store.saveRevision(tx, open, { state, appeal: words, appealed_at: tx.now })
  })
}

/** The organisation takes its news off the site. */
export function withdrawOwnNews(
  ctx: Context,
  house: Pick<House, 'baseUrl'>,
  id: PublicationId,
): Promise<void> {
  return transact(ctx, async (tx) => {
    const { publication } = await own(tx, id)
    if (publication.publishedRevision === null) throw new Refused([refuse('not_published')])
    if (publication.withdrawn) throw new Refused([refuse('withdrawn_already')])
    await store.withdrawPublication(tx, id, { by: 'organisation', reason: null, words: null })
    audit(tx, 'publication.withdraw', subjectOf(id), { after: { by: 'organisation' } })
    await bringEvidenceUpToDate(tx, house, publication.firstPublishedAt)
  })
}

type Under = {
  readonly publication: Publication
  readonly revisions: readonly Revision[]
  readonly open: Revision
}

function change(
  ctx: Context,
  id: PublicationId,
  verb: 'recall' | 'discard' | 'appeal',
  act: (tx: Tx, under: Under) => Promise<void>,
): Promise<void> {
  return transact(ctx, async (tx) => {
    author(tx)
    const { publication, revisions, open } = await own(tx, id)
    if (!open) throw new Refused([refuse('wrong_state', { verb })])
    await act(tx, { publication, revisions, open })
    audit(tx, `publication.${verb}`, subjectOf(id), { before: open.state, after: { revision: open.number } })
  })
}
