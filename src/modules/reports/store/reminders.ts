/** Which reminders were written. */
import type { StaffId } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/context.ts'
import type { ReportStage } from '../rules/reminder.ts'
import type { ReportId } from '../types.ts'

/** Marks them as written. @returns those that were not before */
export async function markReminded<
  Pair extends {
    readonly report: { readonly id: ReportId }
    readonly stage: ReportStage
    readonly recipient: StaffId
  },
>(tx: Tx, pairs: readonly Pair[]): Promise<readonly Pair[]> {
  if (pairs.length === 0) return []
  const rows = await tx.db
    .insertInto('report_reminders')
    .values(
      pairs.map((p) => ({
        report_id: p.report.id,
        stage: p.stage,
        recipient: p.recipient,
        written_at: tx.now,
      })),
    )
    .onConflict((c) => c.doNothing())
    .returning(['report_id', 'stage', 'recipient'])
    .execute()
  const fresh = new Set(rows.map((r) => `${r.report_id} ${r.stage} ${r.recipient}`))
  return pairs.filter((p) => fresh.has(`${p.report.id} ${p.stage} ${p.recipient}`))
}
