/** Where a rule stands, and how far that was checked. */

/**
 * How far a rule was checked against a text: `L` read in full in the act's wording in force, `L-old` read in
 * full in an older wording, `P` read in part on a public page, `C` read in public source code, `M` not
 * verified (a setting that a city should look at).
 */
export type Verified = 'L' | 'L-old' | 'P' | 'C' | 'M'

/** A place in an act: `act` as it is cited in documents, `article` as its parts are cited (`ст. 73 ч. 1`). */
export type Source = {
  readonly act: string
  readonly article: string
  readonly url: string
  readonly verified: Verified
}
