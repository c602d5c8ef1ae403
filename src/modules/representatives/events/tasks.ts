/** Lines that any module puts on the first page of the cabinet: what its reader has to do, each with its one next step. */
import type { Locale } from '../../../kernel/texts.ts'
import type { Context } from '../../../platform/context.ts'
import { extensionPoint } from '../../../platform/extension.ts'
import type { OrganisationId } from '../types.ts'

export type CabinetTask = {
  readonly title: string
  readonly text: string
  readonly href: string
  /** What the button says. */
  readonly step: string
}

/** Asked at each visit, for the organisations whose delegation holds today: few rows, by an index. */
export type CabinetSource = (
  ctx: Context,
  organisations: readonly OrganisationId[],
  locale: Locale,
) => Promise<readonly CabinetTask[]>

/** In a manifest: `adds: [cabinetTasks.with(readReturnedNews)]`. */
export const cabinetTasks = extensionPoint<CabinetSource>('cabinet.tasks')
