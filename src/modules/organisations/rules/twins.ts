/** Whether two entries may be one organisation, and what a merger takes over. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { type Facts, FIELDS, type Field, type OrganisationId, type OrganisationKind } from '../types.ts'
import { searchForm } from './name.ts'

export type TwinCode = 'merge_same' | 'merge_gone' | 'merge_undone' | 'merge_later'

const FORM_WORDS = new Set(
  searchForm(
    'громадська організація спілка благодійна благодійний організація фонд релігійна громада релігійної професійна профспілка первинна творча орган самоорганізації населення комітет осередок структурне утворення політичної партії го бф бо пп осн гс об’єднання відокремлений підрозділ',
  ).split(' '),
)

/**
 * The part of a name by which it is told from others: what stands in quotes, else all but the words of its legal form.
 * Of a party's branch the words outside the quotes tell it from the party's other branches.
 */
export function coreOfName(name: string, kind: OrganisationKind): string {
  const quoted = kind === 'partyBranch' ? null : /[«"“„](.+)[»"”]/.exec(name)?.[1]
  const words = searchForm(quoted ?? name)
    .split(' ')
    .filter((word) => word !== '' && (quoted !== undefined || !FORM_WORDS.has(word)))
  return [...new Set(words)].sort().join(' ') || searchForm(name)
}

type Candidate = {
  readonly id: OrganisationId
  readonly mergedInto: OrganisationId | null
}

export function mayMerge(kept: Candidate, gone: Candidate): readonly Refusal<TwinCode>[] {
  if (kept.id === gone.id) return [refuse('merge_same', undefined, 'other')]
  return kept.mergedInto !== null || gone.mergedInto !== null
    ? [refuse('merge_gone', undefined, 'other')]
    : []
}

/** Where both say something and not the same, a person chooses; where only one does, that stands. */
export function questionsOf(kept: Facts, gone: Facts): readonly Field[] {
  return FIELDS.filter((f) => kept[f] !== null && gone[f] !== null && kept[f] !== gone[f])
}

/** What the kept one is after the merger. @param chosen fields for which the other's value was chosen */
export function mergedFacts(kept: Facts, gone: Facts, chosen: readonly Field[]): Facts {
  return Object.fromEntries(
    FIELDS.map((f) => [f, kept[f] === null || (gone[f] !== null && chosen.includes(f)) ? gone[f] : kept[f]]),
  ) as Facts
}
