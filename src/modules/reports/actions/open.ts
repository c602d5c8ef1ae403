/** Reports of a quarter are opened in advance, one for each department that has something to report. */
import { type Quarter, quarterPeriod } from '../../../kernel/civil-date.ts'
import { found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { type ProgrammeId, programmeById, programmes } from '../../programmes/index.ts'
import * as policy from '../policy.ts'
import { meets, quartersToOpen } from '../rules/opening.ts'
import { proposedRow } from '../rules/rows.ts'
import { quarterFacts, unitsWithDuties } from '../store/facts.ts'
import { reportsOfQuarter } from '../store/lists.ts'
import { reportDays } from '../store/report-days.ts'
import * as store from '../store/reports.ts'
import { factRows } from '../texts/fact-rows.ts'
import type { ReportId } from '../types.ts'

/**
 * Makes the reports that are not there yet; run again, it makes none.
 * @returns ids of those that were made
 * @throws Refused when the quarter lies outside of the programme or has not begun
 */
export async function openQuarter(
  ctx: Context,
  programmeId: ProgrammeId,
  quarter: Quarter,
  options: { readonly dryRun?: boolean } = {},
): Promise<readonly ReportId[]> {
  return transact(
    ctx,
    async (tx) => {
      permit(policy.mayOpenQuarter(tx.actor), 'report.open')
      const programme = found(await programmeById(tx.db, programmeId), 'programme')
      const period = quarterPeriod(quarter)
      if (!meets(period, programme.period)) accept(refuse('outside_programme', {}, 'year'))
      if (tx.today.until(period.from).sign > 0) accept(refuse('period_not_begun', {}, 'quarter'))
      const { due, ruleText } = (await reportDays(tx.db, programmeId))(quarter)
      const known = new Set(
        (await reportsOfQuarter(tx.db, programmeId, quarter, tx.today)).map((r) => r.unitId),
      )
      const made: ReportId[] = []
      for (const unitId of await unitsWithDuties(tx.db, programmeId, quarter)) {
        if (known.has(unitId)) continue
        const id = await store.insertReport(tx, {
          programmeId,
          unitId,
          quarter,
          due: due.date,
          explanation: due.explanation,
          ruleText,
          version: 1,
          correctionReason: null,
          nothingToDo: false,
          note: null,
          firstSubmittedOn: null,
        })
        if (id === null) continue
        const facts = await quarterFacts(tx.db, programmeId, unitId, quarter, tx.today)
        const rows = factRows(facts).map(proposedRow)
        await store.saveRows(tx.db, id, rows)
        audit(
          tx,
          'report.open',
          { type: 'report', id },
          { after: { quarter, due: due.date.toString(), measures: rows.length } },
        )
        made.push(id)
      }
      return made
    },
    options,
  )
}

/** For the job: quarters of active programmes whose reports are to be open by now. */
export async function openDue(ctx: Context): Promise<number> {
  let made = 0
  for (const programme of await programmes(ctx.db)) {
    if (programme.state !== 'active') continue
    for (const quarter of quartersToOpen(ctx.today, programme.period))
      made += (await openQuarter(ctx, programme.id, quarter)).length
  }
  return made
}
