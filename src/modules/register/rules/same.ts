/** One organisation stands in both files of the register: as a legal entity and as a public formation. */
import type { RegisterEntity } from '../types.ts'

/** In the order given; of two with one code the public formation stands, with what only the other one says. */
export function merged<E extends RegisterEntity>(entities: readonly E[]): readonly E[] {
  const places = new Map<string, number>()
  const result: E[] = []
  for (const one of entities) {
    const place = one.edrpou === null ? undefined : places.get(one.edrpou)
    if (place === undefined) {
      if (one.edrpou !== null) places.set(one.edrpou, result.length)
      result.push(one)
    } else if (result[place]!.source !== one.source) result[place] = both(result[place]!, one)
    else result.push(one)
  }
  return result
}

function both<E extends RegisterEntity>(a: E, b: E): E {
  const [formation, entity] = a.source === 'fsu' ? [a, b] : [b, a]
  return {
    ...formation,
    shortName: formation.shortName ?? entity.shortName,
    purpose: formation.purpose ?? entity.purpose,
    place: formation.place ?? entity.place,
    registration: formation.registration ?? entity.registration,
    registeredOn: formation.registeredOn ?? entity.registeredOn,
    leaders: formation.leaders.length > 0 ? formation.leaders : entity.leaders,
    // Ended is ended, whichever file says so first.
    ...(formation.state === 'registered' && entity.state !== 'registered'
      ? { state: entity.state, stateText: entity.stateText }
      : {}),
  }
}
