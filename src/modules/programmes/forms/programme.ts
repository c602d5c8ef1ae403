/** Forms of a programme that is accepted. */
import { z } from 'zod'
import { choice, line, optionalId, optionalLine, whole } from '../../../kernel/inputs.ts'

export const renewForm = z.strictObject({ from: whole(1990, 2100), to: whole(1990, 2100) })

export const settingsForm = z.strictObject({
  seen: line(64),
  shortTitle: line(150),
  shortTitleEn: optionalLine(150),
  titleEn: optionalLine(1000),
  coordinatorUnitId: optionalId<'unit'>(),
  fundManagerUnitId: optionalId<'unit'>(),
})

export const INDICATOR_KINDS = ['input', 'output', 'efficiency', 'quality'] as const
export const indicatorKind = choice(INDICATOR_KINDS)
