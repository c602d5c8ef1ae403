/** What the interface for programs says of a programme, an edition, a measure. */
import { z } from 'zod'
import { whole } from '../../../kernel/inputs.ts'

const isoDay = z.iso.date()

const decisionShape = z.strictObject({
  body: z.string().nullable(),
  kind: z.string().nullable(),
  number: z.string().nullable(),
  date: isoDay.nullable(),
  sitting: z.string().nullable(),
  convocation: z.string().nullable(),
})

export const programmeShape = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  shortTitle: z.string(),
  shortTitleEn: z.string().nullable(),
  period: z.strictObject({ from: isoDay, to: isoDay }),
  state: z.enum(['active', 'closed']),
  url: z.url(),
})

export const fundingShape = z.strictObject({ year: z.int(), source: z.string(), uah: z.number() })
const unitShape = z.strictObject({ id: z.uuid(), name: z.string() })
export const editionShape = z.strictObject({
  number: z.int(),
  inForceFrom: isoDay.nullable(),
  decision: decisionShape.nullable(),
  reason: z.string().nullable(),
})

export const programmeDetailShape = programmeShape.extend({
  edition: editionShape,
  editions: z.array(editionShape),
  coordinator: unitShape.nullable(),
  fundManager: unitShape.nullable(),
  passport: z.array(
    z.strictObject({
      number: z.string().nullable(),
      key: z.string(),
      label: z.string(),
      value: z.string().nullable(),
    }),
  ),
  facts: z.array(z.strictObject({ text: z.string(), asOf: isoDay.nullable() })),
  problems: z.array(z.string()),
  aim: z.string().nullable(),
  tasks: z.array(z.strictObject({ position: z.int(), text: z.string() })),
  expectedResults: z.array(z.string()),
  control: z.array(z.strictObject({ number: z.string().nullable(), rule: z.string(), kind: z.string() })),
  funding: z.array(fundingShape),
})

export const measureShape = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  text: z.string(),
  executors: z.array(unitShape.extend({ kind: z.enum(['unit', 'group']) })),
  term: z.strictObject({ raw: z.string().nullable(), recurrence: z.looseObject({ kind: z.string() }) }),
  /** Positions of the tasks it serves, from 1. */
  tasks: z.array(z.int()),
  funding: z.array(fundingShape),
  indicators: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      unit: z.string(),
      kind: z.string(),
      plans: z.array(z.strictObject({ year: z.int(), plan: z.number() })),
    }),
  ),
  url: z.url(),
})

export const noQuery = z.strictObject({})
export const editionQuery = z.strictObject({ edition: whole(1, 1000).optional() })
