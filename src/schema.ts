/** Types only: joins the tables of the platform and of all modules into one Database. */
import type { CampaignsTables } from './modules/campaigns/tables.ts'
import type { DutiesTables } from './modules/duties/tables.ts'
import type { EventsTables } from './modules/events/tables.ts'
import type { FollowingTables } from './modules/following/tables.ts'
import type { HearingsTables } from './modules/hearings/tables.ts'
import type { LawTables } from './modules/law/tables.ts'
import type { MemorialsTables } from './modules/memorials/tables.ts'
import type { MoneyTables } from './modules/money/tables.ts'
import type { OffersTables } from './modules/offers/tables.ts'
import type { OrganisationsTables } from './modules/organisations/tables.ts'
import type { PassportTables } from './modules/passport/tables.ts'
import type { PeopleTables } from './modules/people/tables.ts'
import type { PracticesTables } from './modules/practices/tables.ts'
import type { ProgrammesTables } from './modules/programmes/tables.ts'
import type { PublicationsTables } from './modules/publications/tables.ts'
import type { ReconciliationTables } from './modules/reconciliation/tables.ts'
import type { ReportsTables } from './modules/reports/tables.ts'
import type { RepresentativesTables } from './modules/representatives/tables.ts'
import type { SeminarsTables } from './modules/seminars/tables.ts'
import type { PlatformTables } from './platform/tables.ts'

export type Database = PlatformTables &
  PeopleTables &
  LawTables &
  ProgrammesTables &
  DutiesTables &
  MoneyTables &
  ReportsTables &
  ReconciliationTables &
  OrganisationsTables &
  RepresentativesTables &
  CampaignsTables &
  FollowingTables &
  PassportTables &
  PublicationsTables &
  PracticesTables &
  EventsTables &
  OffersTables &
  SeminarsTables &
  MemorialsTables &
  HearingsTables
