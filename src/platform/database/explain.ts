/** Turns what the database refuses into a sentence for the person who started the program. */
import type { Bilingual, Locale } from '../../kernel/texts.ts'
import { BackupRefused } from './backup-file.ts'
import { NoBinaries } from './binaries.ts'
import { ClusterRefused } from './cluster.ts'
import { DataInUse } from './lock.ts'
import { MigrationRefused } from './migrations.ts'
import { ServerFailed } from './postmaster.ts'
import { en } from './texts/en.ts'
import type { DatabaseTexts } from './texts/shape.ts'
import { uk } from './texts/uk.ts'

export const databaseTexts: Bilingual<DatabaseTexts> = { uk, en }

/** `null` for an error that is none of the database's refusals: a fault of ours, or of the machine. */
export function explain(error: unknown, locale: Locale): string | null {
  const texts = databaseTexts[locale]
  if (error instanceof DataInUse) return texts.dataInUse(error.dataDir, error.holder)
  if (error instanceof NoBinaries) return texts.noBinaries(error.message)
  if (error instanceof ServerFailed) return texts.serverFailed(error.message)
  if (error instanceof ClusterRefused) return sentence(texts.cluster, error.fault)
  if (error instanceof MigrationRefused) return sentence(texts.migration, error.fault)
  if (error instanceof BackupRefused) return sentence(texts.backup, error.fault)
  return null
}

/** The sentence of a code speaks of the fault of that code; TypeScript does not follow that through a union. */
function sentence<Fault extends { readonly code: string }>(
  sentences: { readonly [Code in Fault['code']]: (fault: never) => string },
  fault: Fault,
): string {
  const say: (fault: never) => string = sentences[fault.code as Fault['code']]
  return say(fault as never)
}
