import type { Db, DbTransaction } from '../../../platform/db.ts'

export type Reader = Db | DbTransaction

/** `%` and `_` of a search are letters, not wildcards. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`
}
