/** Tables that the office keeps for the passport: their columns, in one typed place. */

/** Answers of the columns in which one chooses. */
export const CHOICES = {
  settlement: ['city', 'town', 'village', 'hamlet'],
  ageBand: [
    '0-4',
    '5-9',
    '10-14',
    '15-19',
    '20-24',
    '25-29',
    '30-34',
    '35-39',
    '40-44',
    '45-49',
    '50-54',
    '55-59',
    '60-64',
    '65-69',
    '70-74',
    '75-79',
    '80+',
  ],
  media: ['print', 'television', 'radio', 'online', 'agency'],
  massEvent: ['rally', 'picket', 'march', 'gathering', 'action', 'other'],
  organiser: [
    'party',
    'association',
    'tradeUnion',
    'religious',
    'selfOrganisation',
    'initiativeGroup',
    'authority',
    'unknown',
  ],
  topic: [
    'housing',
    'roads',
    'transport',
    'water',
    'environment',
    'health',
    'education',
    'social',
    'economy',
    'safety',
    'other',
  ],
  progress: ['open', 'underWay', 'solved'],
  memorial: ['monument', 'plaque', 'grave', 'complex', 'place'],
  month: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
} as const
export type ChoiceSet = keyof typeof CHOICES

/**
 * How rows stand in time. figure: a number as of a day, the latest of each key counts. term: true from a day until a
 * day. record: happened once and is kept. yearly: happened within the year before the passport's day.
 */
export type TimeMode = 'figure' | 'term' | 'record' | 'yearly'

export type FieldDefinition = {
  readonly key: string
  readonly required?: boolean
  /** Names somebody who holds a public office; of this person nothing else may be kept but what stands beside it. */
  readonly person?: boolean
  /** A text in which nobody may be named. */
  readonly nobody?: boolean
} & (
  | { readonly kind: 'line' | 'text'; readonly most?: number }
  | { readonly kind: 'integer' | 'decimal'; readonly from?: number; readonly to?: number }
  | { readonly kind: 'choice'; readonly set: ChoiceSet }
  | { readonly kind: 'link' }
  /** One of the registry: by its name or code of EDRPOU. */
  | { readonly kind: 'organisation' }
)

export type TableDefinition = {
  readonly time: TimeMode
  readonly fields: readonly FieldDefinition[]
  /** Fields that tell one row from another, beside the day where rows are figures or events. */
  readonly keys: readonly string[]
}

export const DEFINITIONS = {
  territory: {
    time: 'term',
    keys: ['name'],
    fields: [
      { key: 'name', kind: 'line', required: true },
      { key: 'type', kind: 'choice', set: 'settlement', required: true },
      { key: 'area', kind: 'decimal' },
      { key: 'katottg', kind: 'line', most: 19 },
    ],
  },
  population: {
    time: 'figure',
    keys: ['settlement'],
    fields: [
      { key: 'settlement', kind: 'line', required: true },
      { key: 'residents', kind: 'integer', required: true },
      { key: 'displaced', kind: 'integer' },
    ],
  },
  ages: {
    time: 'figure',
    keys: ['band'],
    fields: [
      { key: 'band', kind: 'choice', set: 'ageBand', required: true },
      { key: 'women', kind: 'integer', required: true },
      { key: 'men', kind: 'integer', required: true },
    ],
  },
  nationalities: {
    time: 'figure',
    keys: ['nationality'],
    fields: [
      { key: 'nationality', kind: 'line', required: true, nobody: true },
      { key: 'people', kind: 'integer', required: true },
    ],
  },
  authorities: {
    time: 'term',
    keys: ['name'],
    fields: [
      { key: 'name', kind: 'line', required: true, nobody: true },
      { key: 'address', kind: 'line' },
      { key: 'phone', kind: 'line', most: 100 },
      { key: 'site', kind: 'link' },
    ],
  },
  officials: {
    time: 'term',
    keys: ['body', 'post', 'name'],
    fields: [
      { key: 'body', kind: 'line', required: true },
      { key: 'post', kind: 'line', required: true },
      { key: 'name', kind: 'line', required: true, person: true },
    ],
  },
  deputies: {
    time: 'term',
    keys: ['name'],
    fields: [
      { key: 'name', kind: 'line', required: true, person: true },
      { key: 'faction', kind: 'line' },
      { key: 'party', kind: 'line' },
      { key: 'district', kind: 'line', most: 100 },
      { key: 'commission', kind: 'line' },
    ],
  },
  factions: {
    time: 'term',
    keys: ['name'],
    fields: [
      { key: 'name', kind: 'line', required: true, nobody: true },
      { key: 'party', kind: 'line', nobody: true },
    ],
  },
  commissions: {
    time: 'term',
    keys: ['name'],
    fields: [
      { key: 'name', kind: 'line', required: true },
      { key: 'head', kind: 'line', person: true },
    ],
  },
  constituencies: {
    time: 'record',
    keys: ['election', 'constituency'],
    fields: [
      { key: 'election', kind: 'line', required: true, nobody: true },
      { key: 'constituency', kind: 'line', required: true, most: 100 },
      { key: 'stations', kind: 'integer' },
      { key: 'seats', kind: 'integer' },
      { key: 'voters', kind: 'integer', required: true },
      { key: 'turnedOut', kind: 'integer', required: true },
    ],
  },
  results: {
    time: 'record',
    keys: ['election', 'subject'],
    fields: [
      { key: 'election', kind: 'line', required: true, nobody: true },
      { key: 'subject', kind: 'line', required: true, nobody: true },
      { key: 'votes', kind: 'integer' },
      { key: 'percent', kind: 'decimal', from: 0, to: 100 },
      { key: 'seats', kind: 'integer' },
    ],
  },
  advisoryBodies: {
    time: 'term',
    keys: ['name'],
    fields: [
      { key: 'name', kind: 'line', required: true, nobody: true },
      { key: 'members', kind: 'integer' },
      { key: 'decision', kind: 'line', nobody: true },
    ],
  },
  media: {
    time: 'term',
    keys: ['name'],
    fields: [
      { key: 'type', kind: 'choice', set: 'media', required: true },
      { key: 'name', kind: 'line', required: true },
      { key: 'founder', kind: 'line', nobody: true },
      { key: 'registration', kind: 'line' },
      { key: 'site', kind: 'link' },
    ],
  },
  massEvents: {
    time: 'yearly',
    keys: ['type', 'theme'],
    fields: [
      { key: 'type', kind: 'choice', set: 'massEvent', required: true },
      { key: 'organiserType', kind: 'choice', set: 'organiser', required: true },
      { key: 'organiser', kind: 'organisation' },
      { key: 'theme', kind: 'line', required: true, nobody: true },
      { key: 'place', kind: 'line' },
      { key: 'people', kind: 'integer' },
    ],
  },
  problems: {
    time: 'term',
    keys: ['problem'],
    fields: [
      { key: 'topic', kind: 'choice', set: 'topic', required: true },
      { key: 'problem', kind: 'text', required: true, most: 1_000, nobody: true },
      { key: 'place', kind: 'line', nobody: true },
      { key: 'addressed', kind: 'line', nobody: true },
      { key: 'progress', kind: 'choice', set: 'progress', required: true },
    ],
  },
  memorials: {
    time: 'term',
    keys: ['name', 'place'],
    fields: [
      { key: 'type', kind: 'choice', set: 'memorial', required: true },
      { key: 'name', kind: 'line', required: true },
      { key: 'place', kind: 'line', required: true },
      { key: 'year', kind: 'integer', from: 800, to: 2200 },
    ],
  },
  cityDays: {
    time: 'term',
    keys: ['name'],
    fields: [
      { key: 'name', kind: 'line', required: true },
      { key: 'month', kind: 'choice', set: 'month', required: true },
      { key: 'monthDay', kind: 'integer', required: true, from: 1, to: 31 },
      { key: 'basis', kind: 'line' },
    ],
  },
} as const satisfies Readonly<Record<string, TableDefinition>>

export type TableKey = keyof typeof DEFINITIONS
export type FieldOf<T extends TableKey> = (typeof DEFINITIONS)[T]['fields'][number]['key']
export const TABLE_KEYS = Object.keys(DEFINITIONS) as readonly TableKey[]

export function definitionOf(table: TableKey): TableDefinition {
  return DEFINITIONS[table]
}

export function isTableKey(text: string): text is TableKey {
  return Object.hasOwn(DEFINITIONS, text)
}

/** The fifteen sections in their order, each with its tables. */
export const SECTION_TABLES = {
  general: ['territory', 'population', 'ages', 'nationalities'],
  authorities: ['authorities', 'officials'],
  council: ['factions', 'deputies', 'commissions'],
  elections: ['constituencies', 'results'],
  parties: [],
  associations: [],
  charities: [],
  unions: [],
  selfOrganisation: [],
  religious: [],
  advisory: ['advisoryBodies'],
  media: ['media'],
  massEvents: ['massEvents'],
  problems: ['problems'],
  calendar: ['cityDays', 'memorials'],
} as const satisfies Readonly<Record<string, readonly TableKey[]>>

export type SectionKey = keyof typeof SECTION_TABLES
export const SECTION_KEYS = Object.keys(SECTION_TABLES) as readonly SectionKey[]

export function sectionOf(table: TableKey): SectionKey {
  return SECTION_KEYS.find((s) => (SECTION_TABLES[s] as readonly TableKey[]).includes(table)) ?? 'general'
}
