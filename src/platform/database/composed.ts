/** Statements that hold no value of the reader's: composed and written out once, since that costs as much as asking. */
import type { Compilable, CompiledQuery } from 'kysely'

const known = new Map<string, CompiledQuery<unknown>>()

/**
 * For `db.executeQuery`. The same key must always mean the same text.
 * @param key one of a few, named after the function that asks
 */
export function composedOnce<Row>(key: string, compose: () => Compilable<Row>): CompiledQuery<Row> {
  const found = known.get(key)
  if (found !== undefined) return found as CompiledQuery<Row>
  const composed = compose().compile()
  if (composed.parameters.length > 0) throw new Error(`${key} holds values and cannot be composed once`)
  known.set(key, composed)
  return composed
}
