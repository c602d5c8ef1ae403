/**
 * What the house keeps of a person, wherever it is kept: found by name and removed on the person's request
 * (Law 2297-VI, art. 8). Each module that keeps names adds itself: `adds: [personalData.with(source)]`.
 */
import type { Temporal } from '../kernel/civil-date.ts'
import type { Bilingual } from '../kernel/texts.ts'
import type { Tx } from './context.ts'
import type { Db, DbTransaction } from './db.ts'
import { extensionPoint } from './extension.ts'

export type PersonalRecord = {
  readonly id: string
  /** What it is: «представник організації». */
  readonly kind: Bilingual<string>
  readonly name: string
  /** Post, telephone, answer: what is kept beside the name. */
  readonly details: string
  /** Where it stands: the organisation, the event. */
  readonly place: string
  /** Of a page of the office. */
  readonly path: string | null
  readonly at: Temporal.Instant | null
}

export type PersonalDataSource = {
  /** Of the module: `organisations`. */
  readonly name: string
  /** @param matches whether a name is the person's; slips and a missing patronymic are forgiven */
  readonly find: (
    db: Db | DbTransaction,
    name: string,
    matches: (name: string) => boolean,
  ) => Promise<readonly PersonalRecord[]>
  /**
   * Removes or makes anonymous what `find` gave, in the caller's transaction; notes entries without the name.
   * @param ground number and day of the request
   */
  readonly erase: (tx: Tx, records: readonly PersonalRecord[], ground: string) => Promise<void>
}

export const personalData = extensionPoint<PersonalDataSource>('personalData')
