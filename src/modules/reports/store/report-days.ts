/** By which day the reports of a programme's quarters are due. */
import { compareDates, type Quarter, quarterPeriod } from '../../../kernel/civil-date.ts'
import { cityRules } from '../../law/index.ts'
import { editionsOf, type ProgrammeId } from '../../programmes/index.ts'
import { type ReportDay, reportDay } from '../rules/opening.ts'
import type { Reader } from './reader.ts'

/** Rules and editions are read once, for any number of quarters. */
export async function reportDays(
  db: Reader,
  programmeId: ProgrammeId,
): Promise<(quarter: Quarter) => ReportDay> {
  const [rules, editions] = await Promise.all([cityRules(db), editionsOf(db, programmeId)])
  const inForce = editions.filter((e) => e.state === 'inForce' && e.inForceFrom !== null)
  return (quarter) => {
    const { to } = quarterPeriod(quarter)
    const then = inForce
      .filter((e) => compareDates(e.inForceFrom!, to) <= 0)
      .sort((a, b) => compareDates(b.inForceFrom!, a.inForceFrom!) || b.number - a.number)
    return reportDay(quarter, then[0]?.content.control ?? [], rules('programme.report.quarterly', to))
  }
}
