/** An entity for other programs: explicit fields. */
import type { RegisterEntity } from '../types.ts'

export function presentEntity(one: RegisterEntity) {
  return {
    ref: one.ref,
    edrpou: one.edrpou,
    name: one.name,
    shortName: one.shortName,
    form: one.form,
    kind: one.kind,
    state: one.state,
    stateText: one.stateText,
    place: one.place,
    registeredOn: one.registeredOn,
    leaders: one.leaders,
    exportedOn: one.exportedOn.toString(),
  }
}
