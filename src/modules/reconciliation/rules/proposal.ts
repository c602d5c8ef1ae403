/** From a difference to changes that a person of the office decides value by value. */
import { createHash } from 'node:crypto'
import type { Change, Officer } from '../../organisations/index.ts'
import type { CivilKind, RegisterDifference, RegisterEntity } from '../../register/index.ts'

/** What the register says next of the same entity is another difference, and is asked again. */
export function keyOf({ kind, entity, after }: RegisterDifference): string {
  if (kind === 'new') return `new ${entity.ref}`
  const said = createHash('sha256')
    .update(after ?? '')
    .digest('hex')
    .slice(0, 16)
  return `${kind} ${entity.ref} ${said}`
}

/** Items of the classifier (ДК 002:2004). A party's branch is no party. */
const FORM_CODES: Partial<Record<CivilKind, string>> = {
  ngo: '815',
  ngoUnion: '820',
  religiousCommunity: '825',
  tradeUnion: '830',
  tradeUnionAssociation: '835',
  creativeUnion: '840',
  charity: '845',
  employersOrganisation: '850',
  selfOrganisationBody: '860',
}

/**
 * @param officers of the organisation as the registry has them now
 * @param leader by the register, if it names one
 */
export function changesOf(
  { kind, entity, after }: RegisterDifference,
  officers: readonly Officer[],
  leader: string | null,
): readonly Change[] {
  switch (kind) {
    case 'new':
      return newOrganisation(entity, after ?? entity.name, leader)
    case 'renamed':
      return [{ what: 'field', field: 'name', value: after }]
    case 'officerChanged':
      return [
        ...officers
          .filter((one) => one.leads)
          .map(({ id }): Change => ({ what: 'officerEnded', officerId: id, until: null })),
        leads(after ?? '', entity),
      ]
    case 'inTermination':
      return [{ what: 'field', field: 'state', value: 'terminating' }]
    case 'terminated':
      return [{ what: 'field', field: 'state', value: 'terminated' }]
  }
}

function newOrganisation(entity: RegisterEntity, name: string, leader: string | null): readonly Change[] {
  const kind = entity.kind ?? 'other'
  const values = [
    ['name', name],
    ['kind', kind],
    ['edrpou', entity.edrpou],
    ['formCode', FORM_CODES[kind] ?? null],
    ['registration', entity.registration],
    ['registeredOn', entity.registeredOn],
    ['purpose', entity.purpose],
    ['state', entity.state === 'inTermination' ? 'terminating' : null],
  ] as const
  return [
    ...values.flatMap(([field, value]): Change[] =>
      value === null ? [] : [{ what: 'field', field, value }],
    ),
    ...(leader === null ? [] : [leads(leader, entity)]),
  ]
}

function leads(name: string, entity: RegisterEntity): Change {
  const since = entity.leaders.find((one) => one.name === name)?.since ?? null
  return { what: 'officerAdded', name, post: 'Керівник', leads: true, from: since }
}
