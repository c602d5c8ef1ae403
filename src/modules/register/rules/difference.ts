/** What the register says otherwise than a city's registry: new, renamed, led by another, being terminated, terminated. */
import { normalForm } from '../reading/normal.ts'
import { readableName } from '../reading/readable.ts'
import type {
  DifferenceAnswer,
  KnownOrganisation,
  RegisterDifference,
  RegisterEntity,
  RegisterRef,
} from '../types.ts'
import { tellingWords } from './query.ts'

/**
 * @param entities those that the known ones may be, by reference or code
 * @param ofCity organisations of civil society whose names speak of the city
 */
export function compare(
  known: readonly KnownOrganisation[],
  entities: readonly RegisterEntity[],
  ofCity: readonly RegisterEntity[],
  cityBeginnings: readonly string[],
): Omit<DifferenceAnswer, 'exportedOn'> {
  const all = [...entities, ...ofCity]
  const byRef = new Map(all.map((one) => [one.ref, one]))
  const byCode = new Map(all.flatMap((one) => (one.edrpou === null ? [] : [[one.edrpou, one] as const])))
  const byCore = Map.groupBy(ofCity, (one) => coreOf(one.name))
  const taken = new Set<RegisterRef>()
  const codes = new Set(known.flatMap((one) => one.edrpou ?? []))
  const links: DifferenceAnswer['links'][number][] = []
  const differences: RegisterDifference[] = []
  for (const one of known) {
    const entity = find(one)
    if (entity === null) continue
    taken.add(entity.ref)
    differences.push(...differencesOf(one, entity, cityBeginnings))
  }
  for (const entity of ofCity)
    if (
      !taken.has(entity.ref) &&
      entity.state !== 'terminated' &&
      (entity.edrpou === null || !codes.has(entity.edrpou))
    )
      differences.push({
        kind: 'new',
        organisationId: null,
        entity,
        before: null,
        after: readableName(entity.name, cityBeginnings),
      })
  return { differences, links }

  /** By hand, by code, by the one name that is the same but for form, case and order of words. */
  function find(one: KnownOrganisation): RegisterEntity | null {
    if (one.ref !== null) return byRef.get(one.ref) ?? null
    if (one.edrpou !== null) {
      const entity = byCode.get(one.edrpou) ?? null
      if (entity) links.push({ organisationId: one.organisationId, ref: entity.ref, way: 'code' })
      return entity
    }
    const namesakes = (byCore.get(coreOf(one.name)) ?? []).filter((entity) => !taken.has(entity.ref))
    const [entity] = namesakes
    if (namesakes.length !== 1 || entity === undefined) return null
    links.push({ organisationId: one.organisationId, ref: entity.ref, way: 'name' })
    return entity
  }
}

function differencesOf(
  one: KnownOrganisation,
  entity: RegisterEntity,
  cityBeginnings: readonly string[],
): readonly RegisterDifference[] {
  const found: RegisterDifference[] = []
  const say = (kind: RegisterDifference['kind'], before: string | null, after: string | null) =>
    found.push({ kind, organisationId: one.organisationId, entity, before, after })
  if (entity.state === 'terminated') {
    if (one.state !== 'terminated') say('terminated', one.name, entity.stateText)
    return found
  }
  if (entity.state === 'inTermination' && one.state === 'active')
    say('inTermination', one.name, entity.stateText)
  if (coreOf(one.name) !== coreOf(entity.name))
    say('renamed', one.name, readableName(entity.name, cityBeginnings))
  const leader = leaderOf(entity)
  if (leader !== null && !one.leaders.some((name) => isSamePerson(name, leader)))
    say('officerChanged', one.leaders.join(', ') || null, leader)
  return found
}

/** Who leads by the register: the head, else nobody – a signatory may be an accountant. */
export function leaderOf(entity: Pick<RegisterEntity, 'leaders'>): string | null {
  return entity.leaders.find((one) => /керівник|голова/i.test(one.role))?.name ?? null
}

/** What tells a name from others: its words without those of legal forms, in alphabetical order. */
export function coreOf(name: string): string {
  const words = normalForm(name).split(' ')
  const telling = tellingWords(words)
  return [...new Set(telling.length > 0 ? telling : words)].sort().join(' ')
}

/** `Коваленко О. І.` is `Коваленко Олена Іванівна`: the surname whole, the others as far as both say them. */
export function isSamePerson(a: string, b: string): boolean {
  const [x, y] = [normalForm(a).split(' '), normalForm(b).split(' ')]
  if (x[0] !== y[0]) return [...x].sort().join(' ') === [...y].sort().join(' ')
  const length = Math.min(x.length, y.length)
  for (let i = 1; i < length; i++) {
    const [short, long] = x[i]!.length <= y[i]!.length ? [x[i]!, y[i]!] : [y[i]!, x[i]!]
    if (short.length > 1 ? short !== long : !long.startsWith(short)) return false
  }
  return true
}
