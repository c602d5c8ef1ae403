/** The city's own list from a table: which column is which field, and what a row says. Without a database. */
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import {
  type BODY_KINDS,
  type ContactKind,
  type Field,
  LEGALISATIONS,
  ORGANISATION_KINDS,
  type OrganisationKind,
  type STATES,
} from '../types.ts'
import { readContact } from './contact.ts'
import { withLeadingZeros } from './edrpou.ts'
import { readField } from './fields.ts'
import { isLegalForm, legalFormOfName } from './legal-forms.ts'
import { searchForm } from './name.ts'
import { isForbiddenHeading, isMembership } from './personal.ts'

/** Beside the fields: what a list has in columns of its own. */
export const LIST_EXTRAS = [
  'leader',
  'leaderPost',
  'phone',
  'email',
  'address',
  'site',
  'district',
  'confession',
  'directions',
] as const
export type ListExtra = (typeof LIST_EXTRAS)[number]

/** Fields that a list may bring; entries of the office's lists come by name. */
export const LIST_FIELDS: readonly Field[] = [
  'name',
  'kind',
  'shortName',
  'nameEn',
  'edrpou',
  'formCode',
  'state',
  'purpose',
  'registration',
  'registeredOn',
  'foundingDocument',
  'katottg',
  'bodyKind',
  'territory',
  'permit',
  'permittedOn',
  'legalisation',
  'legalisedOn',
  'termFrom',
  'termUntil',
  'reportedOn',
]
export type ListTarget = Field | ListExtra
export const LIST_TARGETS: readonly ListTarget[] = [...LIST_FIELDS, ...LIST_EXTRAS]

/** For each column its target; null: not taken. */
export type ListColumns = readonly (ListTarget | null)[]

export type ListMapping = {
  readonly columns: ListColumns
  /** For rows that say no kind. */
  readonly kind: OrganisationKind | null
  readonly contactAccess: 'public' | 'office'
}

const GUESSES: readonly (readonly [RegExp, ListTarget])[] = [
  [/^(?:код )?(?:за )?[єе]дрпоу|^edrpou|^код юридичн/i, 'edrpou'],
  [/скорочен|абревіатур|short/i, 'shortName'],
  [/англ|english|name.?en/i, 'nameEn'],
  [/посада/i, 'leaderPost'],
  [/керівник|голова|піб|очолю|leader|head/i, 'leader'],
  [/^вид комітет|вид осн/i, 'bodyKind'],
  [/організаційно|правова форма|опф/i, 'formCode'],
  [/^вид|^тип|категорія|kind|type/i, 'kind'],
  [/назва|найменування|name/i, 'name'],
  [/стан|статус|state/i, 'state'],
  [/мета|purpose/i, 'purpose'],
  [/дата (?:державної )?реєстр|зареєстровано/i, 'registeredOn'],
  [/реєстрац|запис/i, 'registration'],
  [/статут|установч/i, 'foundingDocument'],
  [/катоттг/i, 'katottg'],
  [/територ/i, 'territory'],
  [/дата дозволу/i, 'permittedOn'],
  [/дозв[оі]л/i, 'permit'],
  [/дата легаліз/i, 'legalisedOn'],
  [/легаліз/i, 'legalisation'],
  [/повноважен.* до|строк до/i, 'termUntil'],
  [/повноважен/i, 'termFrom'],
  [/звіт/i, 'reportedOn'],
  [/телефон|phone/i, 'phone'],
  [/пошт|e-?mail/i, 'email'],
  [/адрес|місцезнаходж|address/i, 'address'],
  [/сайт|web|site/i, 'site'],
  [/район|мікрорайон|district/i, 'district'],
  [/віроспов|конфес|церкв/i, 'confession'],
  [/напрям/i, 'directions'],
]

/** @param known what the same headings were the last time, by their search form */
export function guessColumns(headings: readonly string[], known: ReadonlyMap<string, string>): ListColumns {
  const taken = new Set<ListTarget>()
  return headings.map((heading) => {
    if (isForbiddenHeading(heading)) return null
    const before = known.get(searchForm(heading))
    const remembered = LIST_TARGETS.find((t) => t === before)
    const guessed =
      remembered ??
      (before === '' ? undefined : GUESSES.find(([pattern]) => pattern.test(heading.trim()))?.[1])
    if (guessed === undefined || taken.has(guessed)) return null
    taken.add(guessed)
    return guessed
  })
}

export type ListCode =
  | 'import_no_name'
  | 'import_no_kind'
  | 'import_twice'
  | 'import_personal'
  | 'import_over'
  | 'import_empty'
  | 'import_large'

export function checkMapping(
  mapping: ListMapping,
  headings: readonly string[],
): readonly Refusal<ListCode>[] {
  const { columns } = mapping
  const refusals: Refusal<ListCode>[] = []
  if (!columns.includes('name')) refusals.push(refuse('import_no_name'))
  if (!columns.includes('kind') && !columns.includes('formCode') && mapping.kind === null)
    refusals.push(refuse('import_no_kind', undefined, 'kind'))
  columns.forEach((target, i) => {
    if (target === null) return
    if (columns.indexOf(target) !== i) refusals.push(refuse('import_twice', undefined, `column.${i}`))
    if (isForbiddenHeading(headings[i] ?? ''))
      refusals.push(refuse('import_personal', undefined, `column.${i}`))
  })
  return refusals
}

/** What a row says, by words; names of entries are still names. */
export type ListRow = {
  readonly facts: Partial<Record<Field, string>>
  readonly leader: { readonly name: string; readonly post: string } | null
  readonly contacts: readonly { readonly kind: ContactKind; readonly value: string }[]
  readonly district: string | null
  readonly confession: string | null
  readonly directions: readonly string[]
}

const STATE_WORDS: readonly (readonly [RegExp, (typeof STATES)[number]])[] = [
  [/в стані припинення|припиня|ліквідаці/i, 'terminating'],
  [/припинен|скасован|ліквідован|terminated/i, 'terminated'],
  [/зареєстр|діє|діюч|active/i, 'active'],
]

const KIND_WORDS: readonly (readonly [RegExp, OrganisationKind])[] = [
  [/самоорганізаці|осн$|будинков|вуличн|квартальн|мікрорайон/i, 'selfOrganisationBody'],
  [/парті|осередок/i, 'partyBranch'],
  [/релігій|громада .*церкв|парафі|церкв/i, 'religiousCommunity'],
  [/об.?єднання проф|рада проф/i, 'tradeUnionAssociation'],
  [/профспілк|професійн/i, 'tradeUnion'],
  [/творч/i, 'creativeUnion'],
  [/роботодав/i, 'employersOrganisation'],
  [/благод|charit/i, 'charity'],
  [/спілка (?:громад|об)|громадська спілка|^гс$/i, 'ngoUnion'],
  [/громадськ|^го$|ngo/i, 'ngo'],
]

export function kindOfWords(text: string): OrganisationKind | null {
  const exact = ORGANISATION_KINDS.find((k) => k.toLowerCase() === text.trim().toLowerCase())
  return exact ?? KIND_WORDS.find(([pattern]) => pattern.test(text.trim()))?.[1] ?? null
}

const BODY_WORDS: readonly (readonly [RegExp, (typeof BODY_KINDS)[number]])[] = [
  [/будинк/i, 'house'],
  [/вулич/i, 'street'],
  [/кварт/i, 'quarter'],
  [/мікрорайон/i, 'microdistrict'],
  [/район/i, 'cityDistrict'],
  [/сільськ/i, 'village'],
  [/селищн/i, 'settlement'],
]

/** A choice as people write it, to the one that is kept. */
function choiceOf(field: Field, text: string): string {
  if (field === 'kind') return kindOfWords(text) ?? text
  if (field === 'state') return STATE_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? text
  if (field === 'bodyKind') return BODY_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? text
  if (field === 'legalisation')
    return /повідом/i.test(text) ? LEGALISATIONS[1] : /реєстр/i.test(text) ? LEGALISATIONS[0] : text
  if (field === 'formCode') {
    const code = /^\s*(\d{3})\b/.exec(text)?.[1] ?? ''
    return isLegalForm(code) ? code : (legalFormOfName(text) ?? text)
  }
  return field === 'edrpou' ? withLeadingZeros(text.replace(/\s/g, '')) : text
}

/** Reads a row by the mapping; all that is wrong with it at once. */
export function readRow(cells: readonly string[], mapping: ListMapping): ListRow | readonly Refusal[] {
  const refusals: Refusal[] = []
  const facts: Partial<Record<Field, string>> = {}
  const extras: Partial<Record<ListExtra, string>> = {}
  mapping.columns.forEach((target, i) => {
    const text = (cells[i] ?? '').trim()
    if (target === null || text === '' || /^[-–—]+$/.test(text)) return
    const field = LIST_FIELDS.find((f) => f === target)
    if (field === undefined) {
      extras[target as ListExtra] = text
      return
    }
    const value = readField(field, choiceOf(field, text))
    if (isRefusal(value))
      refusals.push(field === 'kind' ? refuse('row_no_kind', { text }) : { ...value, field })
    else if (value !== null) facts[field] = value
  })
  if (facts.name === undefined) refusals.push(refuse('row_no_name'))
  if (facts.kind === undefined && !refusals.some((r) => r.refused === 'row_no_kind')) {
    const kind = mapping.kind ?? kindOfWords(facts.name ?? '')
    if (kind === null) refusals.push(refuse('row_no_kind', { text: '' }))
    else facts.kind = kind
  }
  const contacts = contactsIn(extras, refusals)
  const post = extras.leaderPost ?? 'керівник'
  if (extras.leader !== undefined && isMembership(post)) refusals.push(refuse('officer_is_member'))
  if (refusals.length > 0) return refusals
  return {
    facts,
    leader:
      extras.leader === undefined ? null : { name: extras.leader.replace(/\s+/g, ' ').slice(0, 200), post },
    contacts,
    district: extras.district ?? null,
    confession: extras.confession ?? null,
    directions: (extras.directions ?? '')
      .split(/[,;]/)
      .map((d) => d.trim())
      .filter((d) => d !== ''),
  }
}

function contactsIn(
  extras: Partial<Record<ListExtra, string>>,
  refusals: Refusal[],
): readonly { readonly kind: ContactKind; readonly value: string }[] {
  const found: { readonly kind: ContactKind; readonly value: string }[] = []
  for (const kind of ['phone', 'email', 'address', 'site'] as const) {
    const text = extras[kind]
    if (text === undefined) continue
    const parts = kind === 'address' ? [text] : text.split(/[,;\n]/)
    for (const part of parts) {
      if (part.trim() === '') continue
      const value = readContact(kind, part)
      if (isRefusal(value)) refusals.push({ ...value, field: kind })
      else found.push({ kind, value })
    }
  }
  return found
}
