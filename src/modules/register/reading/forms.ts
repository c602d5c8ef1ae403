/** Legal forms of civil society: items 810–860 of the classifier (ДК 002:2004), as the register writes them. */
import type { CivilKind } from '../types.ts'

/** The first that fits. Forms are compared as the classifier and the register's own words have them, without case. */
const FORMS: readonly { readonly kind: CivilKind; readonly fits: RegExp }[] = [
  { kind: 'partyBranch', fits: /політичн\S* парті/ },
  { kind: 'ngoUnion', fits: /громадськ\S+ спілк|спілк\S* об.?єднань громадян/ },
  { kind: 'selfOrganisationBody', fits: /самоорганізаці\S+ населення/ },
  { kind: 'charity', fits: /благодійн/ },
  { kind: 'religiousCommunity', fits: /релігійн/ },
  { kind: 'tradeUnionAssociation', fits: /об.?єднання проф/ },
  { kind: 'tradeUnion', fits: /профспілк|професійн\S+ спілк/ },
  { kind: 'creativeUnion', fits: /творч\S+ спілк/ },
  { kind: 'employersOrganisation', fits: /організаці\S+ роботодавц/ },
  { kind: 'ngo', fits: /громадськ\S+ (?:організаці|об.?єднан)/ },
  { kind: 'other', fits: /^об.?єднання співвласників багатоквартирного/ },
]

/** Of a form as written (`ГРОМАДСЬКА ОРГАНІЗАЦІЯ`); none where it is not of civil society. */
export function kindOfForm(form: string): CivilKind | null {
  const small = form.toLowerCase()
  return FORMS.find(({ fits }) => fits.test(small))?.kind ?? null
}

/** Beginnings of names, for the generations of the export that have no form. */
const BEGINNINGS: readonly RegExp[] = [
  /^політична партія/,
  /^громадська (?:організація|спілка)/,
  /^спілка об.єднань громадян/,
  /^благодійн(?:а організація|ий фонд|е товариство)/,
  /^релігійна (?:організація|громада)/,
  /^об.єднання профспілок/,
  /^(?:первинна )?(?:профспілка|професійна спілка|профспілкова організація)/,
  /^творча спілка/,
  /^організація роботодавців/,
  /^орган самоорганізації населення/,
  /^об.єднання співвласників багатоквартирного будинку/,
]

/** The form that a name begins with, in the name's own letters. */
export function formInName(name: string): string | null {
  const small = name.toLowerCase()
  for (const beginning of BEGINNINGS) {
    const found = beginning.exec(small)
    if (found) return name.slice(0, found[0].length)
  }
  return null
}
