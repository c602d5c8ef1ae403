/** What is the same for the whole installation, given to requests, jobs and commands beside their context. */
import type { Checkpoint } from './audit-chain.ts'
import type { Config } from './config.ts'
import type { Beside } from './database/beside.ts'
import type { Log } from './log.ts'
import type { City } from './settings.ts'

export type House = {
  readonly log: Log
  /** Address that readers see, without a slash at the end. */
  readonly baseUrl: string
  /** Of the city as it stands now. */
  readonly city: City
  /** A demonstration database: people and events are invented, and a visitor may take any role. */
  readonly demonstration: boolean
  /** A key for one purpose, made from the installation's secret. */
  keyFor(purpose: string): Buffer
  /** Keeps a signed checkpoint of the record outside the database. */
  witness(point: Checkpoint): Promise<void>
  readonly oidc: Config['oidc']
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Bytes of one uploaded file. */
  readonly uploadLimit: number
  /** Where the installation keeps files of its own. */
  readonly dataDir: string
  /** The state register of legal entities, which may serve many cities. */
  readonly register: Beside
}
