/** Quarterly reports of the demonstration: submitted, returned, accepted; consolidated and published. */
import {
  type CivilDate,
  civilDate,
  previousQuarter,
  type Quarter,
  quarterOf,
  quarterPeriod,
} from '../src/kernel/civil-date.ts'
import { release } from '../src/modules/mailings/actions.ts'
import { listMailings } from '../src/modules/mailings/store.ts'
import type { ProgrammeId } from '../src/modules/programmes/index.ts'
import {
  acceptReport,
  approveConsolidated,
  composeConsolidated,
  openQuarter,
  publishConsolidated,
  type ReportId,
  refreshReport,
  reportById,
  reportsOfQuarter,
  returnReport,
  rowsOf,
  submitReport,
} from '../src/modules/reports/index.ts'
import { needsReason } from '../src/modules/reports/rules/report.ts'
import type { Tx } from '../src/platform/context.ts'
import { PEOPLE, type UnitName } from './city.ts'
import type { Cast, Step } from './load.ts'

type Office = {
  readonly tx: Tx
  readonly cast: Cast
  readonly programmeId: ProgrammeId
  readonly baseUrl: string
}

/** Days of the month after a quarter, by department: one is late, one is returned and comes again. */
const SUBMITS: readonly { readonly unit: UnitName; readonly day: number }[] = [
  { unit: 'info', day: 3 },
  { unit: 'general', day: 2 },
  { unit: 'culture', day: 5 },
  { unit: 'education', day: 6 },
  { unit: 'youth', day: 6 },
  { unit: 'social', day: 9 },
]

export function reportOnQuarters(office: Office, year: number): Step[] {
  return ([1, 2, 3, 4] as const).flatMap((number) => stepsOf(office, { year, quarter: number }))
}

function stepsOf(office: Office, quarter: Quarter): Step[] {
  const { to } = quarterPeriod(quarter)
  const opened = to.subtract({ days: 10 })
  const day = (n: number): CivilDate => to.add({ days: n })
  // The last finished quarter is still being read: one report waits, one is back with its author.
  const last = previousQuarter(quarterOf(office.tx.today))
  const unfinished = quarter.year === last.year && quarter.quarter === last.quarter
  return [
    { on: opened, run: () => openQuarter(coordinator(office, opened), office.programmeId, quarter) },
    ...SUBMITS.map(
      ({ unit, day: n }): Step => ({ on: day(n), run: () => submit(office, quarter, unit, day(n)) }),
    ),
    { on: day(10), run: () => sendBack(office, quarter, 'social', day(10)) },
    ...(unfinished
      ? [
          {
            on: day(12),
            run: () => acceptAll(office, quarter, ['info', 'general', 'culture', 'education'], day(12)),
          },
        ]
      : [
          { on: day(12), run: () => submit(office, quarter, 'social', day(12)) },
          {
            on: day(13),
            run: () =>
              acceptAll(
                office,
                quarter,
                SUBMITS.map((s) => s.unit),
                day(13),
              ),
          },
          { on: day(15), run: () => publish(office, quarter, day(15)) },
          { on: day(16), run: () => letGo(office, day(16)) },
        ]),
  ]
}

const coordinator = ({ cast }: Office, on: CivilDate) => cast.as('koordynator', on)

async function reportOf(
  { tx, cast, programmeId }: Office,
  quarter: Quarter,
  unit: UnitName,
): Promise<ReportId | null> {
  const all = await reportsOfQuarter(tx.db, programmeId, quarter, civilDate(quarter.year, 12, 31))
  return all.find((r) => r.unitId === cast.units[unit])?.id ?? null
}

async function submit(office: Office, quarter: Quarter, unit: UnitName, on: CivilDate): Promise<void> {
  const id = await reportOf(office, quarter, unit)
  const author = PEOPLE.find((p) => p.unit === unit)
  if (id === null || !author) return
  const executor = office.cast.as(author.mailbox, on)
  await refreshReport(executor, id)
  const report = (await reportById(executor.db, id))!
  const rows = (await rowsOf(executor.db, id)).map((row) => {
    const state = row.state ?? 'underWay'
    return {
      measureId: row.measureId,
      state,
      result:
        row.result ||
        row.composed ||
        (needsReason(state) ? 'У звітному кварталі не проводилося.' : 'Робота триває.'),
      indicators: new Map(),
      reason: needsReason(state)
        ? (row.reason ?? 'Приміщення готували до опалювального сезону, мешканців зібрати не вдалося.')
        : null,
      nextStep: needsReason(state) ? 'Провести двічі в наступному кварталі.' : null,
    }
  })
  await submitReport(
    executor,
    id,
    { lockVersion: report.lockVersion, nothingToDo: rows.length === 0, note: null, rows },
    office.baseUrl,
  )
}

async function sendBack(office: Office, quarter: Quarter, unit: UnitName, on: CivilDate): Promise<void> {
  const id = await reportOf(office, quarter, unit)
  if (id === null) return
  const clerk = coordinator(office, on)
  const { lockVersion } = (await reportById(clerk.db, id))!
  const remarks = [
    { measureId: null, text: 'Додайте, скільки документів оприлюднено, і посилання на сторінку.' },
  ]
  await returnReport(clerk, id, { lockVersion, remarks }, office.baseUrl)
}

async function acceptAll(
  office: Office,
  quarter: Quarter,
  units: readonly UnitName[],
  on: CivilDate,
): Promise<void> {
  const clerk = coordinator(office, on)
  for (const unit of units) {
    const id = await reportOf(office, quarter, unit)
    const report = id && (await reportById(clerk.db, id))
    if (report?.state === 'submitted')
      await acceptReport(clerk, report.id, { lockVersion: report.lockVersion }, office.baseUrl)
  }
}

async function publish(office: Office, quarter: Quarter, on: CivilDate): Promise<void> {
  const clerk = coordinator(office, on)
  const id = await composeConsolidated(clerk, office.programmeId, { kind: 'quarter', ...quarter })
  await approveConsolidated(clerk, id, { lockVersion: 1 })
  await publishConsolidated(clerk, id)
}

/** The coordinator looks through the outbox and lets everything go. In a demonstration no letter reaches anyone. */
async function letGo(office: Office, on: CivilDate): Promise<void> {
  const clerk = coordinator(office, on)
  const { rows } = await listMailings(clerk.db, { state: 'held', text: '', after: '' }, 100)
  for (const mailing of rows) await release(clerk, mailing.id)
}
