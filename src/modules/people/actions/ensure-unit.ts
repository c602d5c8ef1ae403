/** How other modules come to a department: by the name that stands in a text. */
import { audit } from '../../../platform/audit.ts'
import type { Tx } from '../../../platform/context.ts'
import { withCapital } from '../rules/unit.ts'
import * as aliases from '../store/aliases.ts'
import * as store from '../store/units.ts'
import type { UnitId, UnitKind } from '../types.ts'

/**
 * The unit of this name, made when there is none. Another spelling of a known name, or one of `aliases`, is that unit;
 * a merged unit leads to the one that stands for it. The caller has asked its own policy.
 * @param wanted.aliases other spellings; one that belongs to another unit already stays with it
 */
export async function ensureUnit(
  tx: Tx,
  wanted: { readonly name: string; readonly kind: UnitKind; readonly aliases?: readonly string[] },
): Promise<UnitId> {
  const names = [wanted.name, ...(wanted.aliases ?? [])]
  let id: UnitId | null = null
  for (const name of names) {
    const known = await aliases.unitOfName(tx.db, name)
    if (known && known.kind === wanted.kind) {
      id = known.id
      break
    }
  }
  if (id === null) {
    const unit = { ...wanted, name: withCapital(wanted.name) }
    id = await store.insertUnit(tx, unit)
    if (!(await aliases.addAlias(tx.db, id, wanted.name))) {
      // Another transaction, or a unit of the other kind, has the name: its unit is the one that is meant.
      const owner = await aliases.unitOfName(tx.db, wanted.name)
      await store.deleteUnit(tx.db, id)
      if (!owner) throw new Error(`a unit vanished: ${wanted.name}`)
      return owner.id
    }
    audit(tx, 'unit.create', { type: 'unit', id }, { after: { name: unit.name, kind: unit.kind } })
  }
  for (const name of names) await aliases.addAlias(tx.db, id, name)
  return id
}
