/** Everything that the database says to people; both languages have all of it. */
import type { ConfigWarning } from '../../config.ts'
import type { BackupFault } from '../backup-file.ts'
import type { ClusterFault } from '../cluster.ts'
import type { Holder } from '../lock.ts'
import type { MigrationFault } from '../migrations.ts'

/** One sentence for each variant of a fault. */
type Sentences<Fault extends { readonly code: string }> = {
  readonly [Code in Fault['code']]: (fault: Extract<Fault, { readonly code: Code }>) => string
}

export type CheckCode =
  | 'node_version'
  | 'time_zone'
  | 'unknown_setting'
  | 'data_folder'
  | 'data_folder_new'
  | 'free_space'
  | 'secret_file'
  | 'binaries'
  | 'no_binaries'
  | 'database'
  | 'database_new'
  | 'database_own'
  | 'database_server'
  | 'server_version'
  | 'may_create'
  | 'migrations'
  | 'migrations_pending'
  | 'migrations_newer'
  | 'migrations_changed'
  | 'durable'
  | 'not_durable'
  | 'checksums'
  | 'encoding'
  | 'collation'
  | 'collation_version'
  | 'clock'
  | 'port'
  | 'port_ours'
  | 'port_taken'
  | 'url'
  | 'url_local'
  | 'url_open'
  | 'mail'
  | 'mail_silent'
  | 'no_mail'

type Values = Readonly<Record<string, string | number>>

export type DatabaseTexts = {
  readonly dataInUse: (dataDir: string, holder: Holder) => string
  readonly noBinaries: (reason: string) => string
  readonly serverFailed: (reason: string) => string
  readonly unknownSetting: (warning: ConfigWarning) => string
  readonly cluster: Sentences<ClusterFault>
  readonly migration: Sentences<MigrationFault>
  readonly backup: Sentences<BackupFault>
  readonly command: {
    readonly backupUsage: string
    readonly restoreUsage: string
    readonly fileExists: (path: string) => string
    readonly fileMissing: (path: string, reason: string) => string
    readonly table: (index: number, of: number, name: string, rows: number) => string
    readonly backedUp: (path: string, tables: number, rows: number) => string
    readonly jobsLeftOut: (jobs: number) => string
    readonly restored: (tables: number, rows: number, madeAt: string) => string
    readonly checked: (path: string, tables: number, rows: number, madeAt: string) => string
    readonly stopFirst: string
    readonly healthy: string
    readonly faults: (faults: number) => string
  }
  /** A fault's sentence says what to do. */
  readonly check: {
    readonly [Code in CheckCode]: (state: 'ok' | 'warning' | 'fault', values: Values) => string
  }
}
