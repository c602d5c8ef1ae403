/** The start page of the office, put together of its parts in their order. */
import type { Actor } from '../../../kernel/actor.ts'
import type { CivilDate, Quarter } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { RibbonOfYear } from '../../duties/index.ts'
import { quarterNow } from '../rules/moment.ts'
import type { AsidePart, MainPart, partsFor } from '../rules/sections.ts'
import type {
  AgendaItem,
  ComingItem,
  DayCounts,
  DoneOfYear,
  DutyItem,
  EvidenceItem,
  MoneyOfYear,
  QuarterStanding,
  RecordStanding,
  StaffStanding,
  Unpaid,
  WaitingMailing,
} from '../types.ts'
import { agendaSection } from './today/agenda.ts'
import * as boxes from './today/boxes.ts'
import * as parts from './today/parts.ts'

export type TodayView = {
  readonly locale: Locale
  readonly actor: Actor
  readonly today: CivilDate
  readonly parts: ReturnType<typeof partsFor>
  readonly agenda: readonly AgendaItem[]
  readonly counts: DayCounts
  readonly hiddenLate: number
  readonly inWork: readonly DutyItem[]
  readonly inWorkCount: number
  readonly quarters: readonly QuarterStanding[]
  /** Null while there is no programme; inside it, what the reader's page has no part for. */
  readonly rest: {
    readonly year: number
    readonly quarter: Quarter
    readonly next: Quarter
    readonly ribbon: RibbonOfYear | null
    readonly done: DoneOfYear | null
    /** The figures are of the reader's own department. */
    readonly own: boolean
    readonly money: MoneyOfYear | null
    readonly unpaid: readonly Unpaid[] | null
    readonly myDone: readonly EvidenceItem[] | null
    readonly myNext: readonly ComingItem[] | null
    readonly recent: readonly EvidenceItem[] | null
  } | null
  readonly mailings: { readonly mailings: number; readonly latest: readonly WaitingMailing[] } | null
  readonly health: {
    readonly staff: StaffStanding
    readonly record: RecordStanding
    readonly mail: string | null
  } | null
}

type Drawn = Html | readonly Html[] | null | undefined | false

const MAIN: Readonly<Record<MainPart, (view: TodayView) => Drawn>> = {
  // When nothing waits, the sentence above has said so.
  agenda: (v) => (v.agenda.length > 0 || v.hiddenLate > 0) && agendaSection(v, v.agenda, v.hiddenLate),
  inWork: (v) => v.rest && parts.inWorkSection(v.locale, v.inWork),
  quarters: (v) => v.quarters.map((q) => parts.quarterSection(v.locale, q)),
  money: (v) => v.rest?.money && parts.moneySection(v.locale, v.rest.money),
  unpaid: (v) => v.rest?.unpaid && parts.unpaidSection(v.locale, v.rest.unpaid),
  year: (v) =>
    v.rest?.ribbon &&
    parts.yearSection(v.locale, v.rest.year, v.rest.ribbon, quarterNow(v.rest.year, v.today)),
  myDone: (v) => v.rest?.myDone && parts.myDoneSection(v.locale, v.rest.quarter, v.rest.myDone),
  recent: (v) => v.rest?.recent && parts.recentSection(v.locale, v.rest.recent),
  myNext: (v) => v.rest?.myNext && parts.myNextSection(v.locale, v.rest.next, v.rest.myNext),
  health: (v) => v.health && boxes.healthSection(v.locale, v.health),
}

const ASIDE: Readonly<Record<AsidePart, (view: TodayView) => Drawn>> = {
  record: (v) => v.rest && boxes.recordBox(v.locale),
  mailings: (v) => v.mailings && boxes.mailingsBox(v.locale, v.mailings),
  yearDone: (v) => v.rest?.done && boxes.yearDoneBox(v.locale, v.rest.done, v.rest.own),
  moneyBox: (v) => v.rest?.money && boxes.moneyBox(v.locale, v.rest.money),
  staff: (v) => v.health && boxes.staffBox(v.locale, v.health.staff),
  journal: (v) => boxes.journalBox(v.locale),
}

export function todayMain(view: TodayView): Html {
  return html`${view.parts.main.map((part) => MAIN[part](view))}`
}

export function todayAside(view: TodayView): Html {
  return html`${view.parts.aside.map((part) => ASIDE[part](view))}`
}
