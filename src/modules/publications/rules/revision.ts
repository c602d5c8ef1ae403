/** What may become of a text, and what it must have before a clerk looks at it. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Revision, RevisionState, Shown } from '../types.ts'

export type RevisionVerb =
  | 'edit'
  | 'submit'
  | 'recall'
  | 'publish'
  | 'return'
  | 'appeal'
  | 'uphold'
  | 'overturn'
  | 'supersede'
  | 'discard'

const next: Readonly<Record<RevisionState, Partial<Record<RevisionVerb, RevisionState>>>> = {
  draft: { edit: 'draft', submit: 'submitted', discard: 'draft' },
  submitted: { recall: 'draft', publish: 'published', return: 'returned' },
  // What is mended begins as a draft again.
  returned: { edit: 'draft', submit: 'submitted', appeal: 'appealed', discard: 'draft' },
  appealed: { uphold: 'returned', overturn: 'published' },
  published: { supersede: 'superseded' },
  superseded: {},
}

export function step(state: RevisionState, verb: RevisionVerb): RevisionState | Refusal<'wrong_state'> {
  return next[state][verb] ?? refuse('wrong_state', { state, verb })
}

export const TITLE_MAX = 160
export const BODY_MAX = 12_000
export const PICTURES_MAX = 6
export const ALT_MAX = 300

export type RevisionCode = 'title_missing' | 'body_missing' | 'alt_missing'

/** All that is missing at once. A picture without its description is not shown to those who cannot see it. */
export function missing(of: {
  readonly title: string
  readonly body: string
  readonly pictures: readonly Shown[]
}): readonly Refusal<RevisionCode>[] {
  return [
    ...(of.title.trim() === '' ? [refuse('title_missing', undefined, 'title')] : []),
    ...(of.body.trim() === '' ? [refuse('body_missing', undefined, 'body')] : []),
    ...of.pictures.flatMap((p) =>
      p.alt.trim() === '' ? [refuse('alt_missing', undefined, `alt-${p.id}`)] : [],
    ),
  ]
}

/** A return can be appealed once; a new return of a mended text is another. */
export function mayAppeal(
  revision: Pick<Revision, 'state' | 'appealDecidedAt'>,
): true | Refusal<'appealed_already'> {
  return revision.appealDecidedAt === null || revision.state !== 'returned'
    ? true
    : refuse('appealed_already')
}

/** Whether there is anything for a clerk to look at: the same text again is nothing. */
export function differs(
  a: Pick<Revision, 'title' | 'body' | 'pictures'>,
  b: Pick<Revision, 'title' | 'body' | 'pictures'>,
): boolean {
  return (
    a.title !== b.title ||
    a.body !== b.body ||
    JSON.stringify(a.pictures.map((p) => [p.id, p.alt])) !==
      JSON.stringify(b.pictures.map((p) => [p.id, p.alt]))
  )
}
