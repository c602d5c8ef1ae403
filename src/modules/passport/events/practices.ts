/** What modules above add to a passport: experience that organisations have told of. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { extensionPoint } from '../../../platform/extension.ts'
import type { FrozenPractice } from '../types.ts'

/** Public ones, told of on that day or before, the latest first. In a manifest: `adds: [passportPractices.with(…)]`. */
export type PracticeSource = (db: Db | DbTransaction, asOf: CivilDate) => Promise<readonly FrozenPractice[]>

export const passportPractices = extensionPoint<PracticeSource>('passport.practices')
