/** What is planned: the sums of the edition in force and the budget decisions after it. */
import { type CivilDate, compareDates, parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Kopiykas, sum, ZERO } from '../../../kernel/money.ts'
import type { EditionLine, Place, PlanChange } from '../types.ts'

export type InForce = { readonly edition: number; readonly inForceFrom: CivilDate }

export type PlannedPlace = Place & {
  readonly plan: Kopiykas
  readonly ofEdition: Kopiykas
  /** The edition whose sum this is; null where only decisions made the plan. */
  readonly edition: number | null
  /** Decisions that count on top of it. */
  readonly changes: readonly PlanChange[]
  /** Decisions that the edition's sum holds already. */
  readonly restated: readonly PlanChange[]
}

export function samePlace(a: Place, b: Place): boolean {
  return a.year === b.year && a.measureId === b.measureId && normalSource(a.source) === normalSource(b.source)
}

/** Two spellings of one source meet here: «Місцевий  бюджет» and «місцевий бюджет». */
export function normalSource(source: string): string {
  return source.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}

export function placeKey(place: Place): string {
  return `${place.year} ${place.measureId ?? ''} ${normalSource(place.source)}`
}

/**
 * The edition that says the plan of a year: the one in force on its last day, else the first that ever was.
 * @param editions in force, in any order
 */
export function editionOfYear<E extends InForce>(editions: readonly E[], year: number): E | null {
  const end = parseCivilDate(`${String(year).padStart(4, '0')}-12-31`)
  const ordered = [...editions].sort(
    (a, b) => compareDates(a.inForceFrom, b.inForceFrom) || a.edition - b.edition,
  )
  const before = ordered.filter((e) => end !== null && compareDates(e.inForceFrom, end) <= 0)
  return before.at(-1) ?? ordered[0] ?? null
}

/**
 * The plan of every place of a year.
 *
 * An amendment that gives a place another sum restates it: decisions dated up to the day it came into force
 * are held in that sum and do not count a second time. An amendment that leaves the sum alone leaves them too.
 * A line of zero in an edition plans nothing; a decision that took everything away leaves a plan of zero.
 */
export function planOf(
  editions: readonly InForce[],
  lines: readonly EditionLine[],
  changes: readonly PlanChange[],
  year: number,
): readonly PlannedPlace[] {
  const current = editionOfYear(editions, year)
  const upTo = [...editions]
    .filter((e) => current !== null && compareDates(e.inForceFrom, current.inForceFrom) <= 0)
    .sort((a, b) => compareDates(a.inForceFrom, b.inForceFrom) || a.edition - b.edition)
  const mine = lines.filter((l) => l.year === year)
  const counted = changes.filter((c) => c.year === year && c.state === 'recorded')
  const places = new Map<string, Place>()
  for (const p of [...mine, ...counted])
    if (!places.has(placeKey(p)))
      places.set(placeKey(p), { year, source: p.source.trim(), measureId: p.measureId })
  return [...places.values()].flatMap((place): PlannedPlace[] => {
    const sumIn = (edition: InForce) =>
      sum(mine.filter((l) => l.edition === edition.edition && samePlace(l, place)).map((l) => l.planned))
    const ofEdition = current ? sumIn(current) : ZERO
    const basis = restatedBy(upTo, sumIn)
    const own = counted.filter((c) => samePlace(c, place))
    const held = own.filter((c) => basis !== null && compareDates(c.decision.date, basis.inForceFrom) <= 0)
    const open = own.filter((c) => !held.includes(c))
    if (ofEdition === 0 && open.length === 0 && held.length === 0) return []
    return [
      {
        ...place,
        plan: sum([ofEdition, ...open.map((c) => c.change)]),
        ofEdition,
        edition: current && ofEdition > 0 ? current.edition : null,
        changes: open,
        restated: held,
      },
    ]
  })
}

/** The latest edition after the first that changed the sum; null when none did. */
function restatedBy(ordered: readonly InForce[], sumIn: (edition: InForce) => Kopiykas): InForce | null {
  let basis: InForce | null = null
  for (let i = 1; i < ordered.length; i++)
    if (sumIn(ordered[i]!) !== sumIn(ordered[i - 1]!)) basis = ordered[i]!
  return basis
}
